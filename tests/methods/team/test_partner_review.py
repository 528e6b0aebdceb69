"""The rule of methods.md, partner_review; worked by hand: 710 k sold of a quota of 1,000 k is 71 %, below the line of 80 %."""

from __future__ import annotations

import pytest

from accountkit.methods import Analyses
from tests.methods.plant import answer
from tests.methods.team.house import house, read, sentence

KEY = "partner_review"
KEPT = {"qualified": "met", "honest": "met", "no_rival": "met"}


def practice(*, quota: float = 1e6, enabled: dict | None = None, **values):
    return house(
        {
            f"{KEY}.big": answer(**values),
            "partner_agreement.big": answer(quota=quota),
            "partner_enablement.big": answer(**(enabled or {})),
        }
    )


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        (KEPT | {"sold": 710e3}, "fail"),
        (KEPT | {"sold": 800e3}, "pass"),
        (KEPT | {"sold": 710e3, "line": 0.7}, "pass"),
        (KEPT | {"sold": 710e3, "performance_met": "met"}, "pass"),
        (KEPT, "open"),
        (KEPT | {"sold": 1e6, "honest": "not_met"}, "fail"),
    ],
)
def test_all_four_conditions_renew(values, verdict):
    assert read(practice(**values), KEY, "big").verdict == verdict


def test_a_missed_line_asks_for_a_plan():
    def asked(**values):
        return [
            one.text.replace("\u202f", " ")
            for one in Analyses(practice(**values)).assess(KEY, "big").suggestions
        ]

    assert asked(sold=710e3) == [
        "Campus integrator reached 71 % of its quota. Ask for a plan before renewing?"
    ]
    assert asked(sold=900e3) == []


def test_without_a_quota_nothing_is_derived():
    assert read(practice(quota=0, sold=1e6, **KEPT), KEY, "big").value("performance_met") is None


def test_expired_training_and_a_poor_view_of_us_are_flagged():
    made = practice(enabled={"technical_on": "2020-01-01"}, sold=1e6, **KEPT)
    poor = answer(sold=1e6, rated={"view_margin": 2}, **KEPT)
    assert read(made, KEY, "big").flags == ("expired",)
    assert read(made.model_copy(update={"answers": {f"{KEY}.big": poor}}), KEY, "big").flags == ("unhappy",)


@pytest.mark.parametrize(
    ("lang", "ended", "renewed"),
    [
        (
            "en",
            "Campus integrator: end, 71 % of quota; not met: performance line met.",
            "Campus integrator: renew, 104 % of quota.",
        ),
        (
            "zh_CN",
            "校园集成商：终止，完成任务额的71%；未满足：业绩达标。",
            "校园集成商：续约，完成任务额的104%。",
        ),
    ],
)
def test_the_sentence(lang, ended, renewed):
    assert sentence(practice(sold=710e3, **KEPT), KEY, lang, "big") == ended
    assert sentence(practice(sold=1040e3, **KEPT), KEY, lang, "big") == renewed
