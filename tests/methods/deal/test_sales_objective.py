"""The worked example of methods.md, sales_objective."""

from __future__ import annotations

from typing import Any

import pytest

from accountkit.methods import Analyses
from accountkit.methods.deal.objective_rules import clear_parts
from accountkit.model import Account
from tests.methods.plant import sentence, with_deal

GROUNDS = {"who": "said", "what": "doc", "how_much": "guess", "when": "said"}
WORKED: dict[str, Any] = {
    "who": "operations division",
    "guided_by": "us",
    "customer_clear": "yes",
    "need_ids": ("capacity",),
}


def account(evidence: dict[str, str] = GROUNDS, **fields: Any) -> Account:
    return with_deal(evidence=evidence, **{**WORKED, **fields})


def read(known: Account):
    return Analyses(known).read("sales_objective", "control")


def test_an_assumed_sum_counts_as_empty_and_our_position_is_weak():
    reading = read(account())
    assert (clear_parts(reading), reading.verdict, reading.flags) == (3, "weak", ())
    (offer,) = Analyses(account()).assess("sales_objective", "control").suggestions
    assert (offer.path, offer.text) == (
        "opportunities/control/how_much",
        "“For how much” is assumed. Add evidence.",
    )


def test_with_the_budget_request_all_four_are_clear_and_we_lead():
    reading = read(account({**GROUNDS, "how_much": "doc"}))
    assert (clear_parts(reading), reading.verdict) == (4, "lead")


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({"guided_by": "competitor"}, "danger"),
        ({"guided_by": "customer"}, "clear"),
        ({"guided_by": "unknown"}, "clear"),
        ({"customer_clear": "no"}, "build"),
        ({"customer_clear": "unknown"}, "open"),
        ({"what": ""}, "weak"),
    ],
)
def test_the_diagnosis_follows_from_the_pattern(fields, verdict):
    assert read(account({**GROUNDS, "how_much": "doc"}, **fields)).verdict == verdict


def test_on_the_need_of_rank_2_we_compete_on_the_second_need():
    assert read(account(need_ids=("planning",))).flags == ("second_need",)
    assert read(account(need_ids=("planning", "capacity"))).flags == ()


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Objective: sell coating line control to operations division for US$ 900 k by 30 September 2026. Aim shaped by us; 3 of 4 evidenced.",
        ),
        (
            "zh_CN",
            "目标：2026年9月30日前以90万美元向运营部门销售涂装线管控方案；采购目标由我方引导；四要素中3项有据。",
        ),
    ],
)
def test_the_sentence(lang, said):
    assert sentence(account(), "sales_objective", lang) == said


def test_the_fields_are_those_of_the_deal():
    reading = read(account())
    assert reading.value("who") == "operations division"
    assert reading.marks["who"].evidence == ("said",)
    assert reading.method.claim_path(reading.method.extra[0], "control") == "opportunities/control/who"
