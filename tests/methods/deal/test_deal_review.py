"""The worked example of methods.md, deal_review."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from accountkit.methods import Analyses
from accountkit.model import Account, Answer, Row, apply
from tests.methods.plant import sentence, with_deal

KEY = "deal_review"
WORKED: dict[str, Any] = {
    "occasion": "won",
    "held_on": "2025-09-25",
    "expected": "1.20 m by 30 June",
    "expected_close": "2025-06-30",
    "expected_sum": 1_200_000,
    "actual_sum": 960_000,
    "happened": "Won 77 days late",
    "why": "The approver was met only at the end",
    "cause": "people",
    "keep": "Trial on line B",
    "change": "Meet the approver before the offer",
    "owner": "seller",
    "due": "2026-03-31",
}
WORDS = {
    "The approver was met only at the end": "最后才接触审批人",
    "Meet the approver before the offer": "报价前先见审批人",
    "seller": "销售",
    "Won 77 days late": "晚77天赢单",
}


def account(closed: dt.date = dt.date(2025, 9, 15), outcome: str = "won", **cells: Any) -> Account:
    known = with_deal(
        {f"{KEY}.control": Answer(rows={"r": Row(cells={**WORKED, **cells})})},
        outcome=outcome,
        closed_on=closed,
    )
    return known.model_copy(update={"wording": {"zh_CN": {**known.wording["zh_CN"], **WORDS}}})


def read(known: Account):
    return Analyses(known).read(KEY, "control")


def test_the_won_deal_was_77_days_late_and_20_percent_smaller():
    (row,) = read(account()).rows
    assert row["slip"] == 77 and row["deviation"] == pytest.approx(-0.2)
    assert row.flags == (), "in time after 10 days, and complete"
    assert read(account()).alarms == ()


@pytest.mark.parametrize(
    ("cells", "flags"),
    [
        ({"held_on": "2025-09-29"}, ()),
        ({"held_on": "2025-09-30"}, ("late",)),
        ({"owner": ""}, ("incomplete",)),
        ({"due": None}, ("incomplete",)),
        ({"keep": None}, ("incomplete",)),
    ],
)
def test_it_is_due_within_14_days_and_complete_with_owner_and_date(cells, flags):
    assert read(account(**cells)).rows[0].flags == flags


def test_a_deal_that_ended_and_has_no_review_is_due():
    assert read(account(occasion="milestone")).alarms == ("review_due",)
    assert read(with_deal()).alarms == ()


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Coating line control, review of the won deal: 77 days late, amount −20 %, because the approver was met only at the end. From now on: meet the approver before the offer (seller, 31 March 2026).",
        ),
        (
            "zh_CN",
            "涂装线管控方案赢单复盘：晚77天，金额−20%；原因：最后才接触审批人；今后：报价前先见审批人（销售，2026年3月31日）。",
        ),
    ],
)
def test_the_sentence(lang, said):
    assert sentence(account(), KEY, lang) == said


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"occasion": "lost"}, "review of the lost deal: won 77 days late, because"),
        ({"expected_close": "2025-09-14", "expected_sum": None}, "won deal: 1 day late, because"),
        ({"expected_close": "2025-09-16", "expected_sum": None}, "won deal: 1 day early, because"),
        ({"expected_close": "2025-09-15"}, "won deal: on time, amount −20 %, because"),
        ({"expected_close": "2025-10-15", "expected_sum": None}, "won deal: 30 days early, because"),
    ],
)
def test_the_result_is_what_happened_or_how_far_off_it_was(cells, said):
    assert said in sentence(account(**cells), KEY, "en")


def test_what_a_review_concludes_becomes_an_action_of_the_plan_by_one_accept():
    known = account()
    (offer,) = Analyses(known).assess(KEY, "control").suggestions
    assert offer.text == "Add to the plan: meet the approver before the offer (seller, 31 March 2026)."
    later = apply(known, offer.edits())
    (made,) = later.plan.values()
    assert (made.action, made.owner, made.due) == (
        "Meet the approver before the offer",
        "seller",
        dt.date(2026, 3, 31),
    )
    assert (made.origin, made.opportunity_id, made.status) == (
        f"answers/{KEY}.control/rows/r",
        "control",
        "open",
    )
    assert Analyses(later).assess(KEY, "control").suggestions == (), "it is planned once"


@pytest.mark.parametrize("cells", [{"owner": ""}, {"due": None}, {"change": ""}])
def test_a_conclusion_without_owner_or_date_is_not_planned(cells):
    assert Analyses(account(**cells)).assess(KEY, "control").suggestions == ()
