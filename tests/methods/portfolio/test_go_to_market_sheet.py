"""The worked example of methods.md, go_to_market_sheet: all filled but price strategy and cases, 7 of 9, not ready."""

from __future__ import annotations

import datetime as dt

import pytest

from accountkit.methods import Analyses
from accountkit.methods.portfolio.go_to_market_sheet import METHOD
from accountkit.model import apply
from tests.methods.portfolio.ours import DAY, practice, rated, sentence

KEY = "go_to_market_sheet"
WHOLE = {
    **{block.key: f"Words on {block.key}" for block in METHOD.blocks},
    "competitive_strategy": "focus",
    "rival_answers": "A: slower",
    "reviewed_on": DAY,
}
WORKED = {key: value for key, value in WHOLE.items() if key not in ("price_strategy", "cases")}


def ours(offer, **answers: str):
    return practice({f"{KEY}.control": rated(**answers)}, offer=offer)


def read(offer, **answers: str):
    return Analyses(ours(offer, **answers)).read(KEY, "control")


def test_the_worked_example():
    reading = read(WORKED, case_agreed="yes")
    assert (len(reading.filled), reading.verdict, reading.flags) == (7, "not_ready", ())
    assert [block.key for block in reading.missing] == ["price_strategy", "cases"]
    assert sentence(ours(WORKED), KEY, about="control") == (
        "Sheet of coating line control: 7 of 9 blocks; missing: price strategy, cases."
    )
    assert sentence(ours(WORKED), KEY, "zh_CN", "control") == (
        "涂装线管控方案 GTM：已完成7/9；缺：价格策略、案例介绍。"
    )


@pytest.mark.parametrize(
    ("agreed", "verdict"), [("yes", "ready"), ("no", "not_ready"), ("unknown", "not_ready")]
)
def test_it_is_ready_with_all_blocks_and_a_case_that_agreed(agreed, verdict):
    assert read(WHOLE, case_agreed=agreed).verdict == verdict


@pytest.mark.parametrize(
    ("reviewed", "due"),
    [(dt.date(2025, 3, 1), False), (dt.date(2025, 2, 28), True), (None, True)],
)
def test_older_than_12_months_is_due_for_review(reviewed, due):
    assert ("review" in read(WHOLE | {"reviewed_on": reviewed}).flags) is due


def test_a_strategy_without_answers_to_rivals_shows():
    assert read(WHOLE | {"rival_answers": ""}).flags == ("unanswered",)


def test_an_empty_sheet_has_no_verdict():
    assert (read({}).verdict, read({}).flags) == (None, ())


@pytest.mark.parametrize(("target", "made"), [("metal finishing", 1), ("Foods\nand drinks", 2)])
def test_target_customers_name_the_segment(target, made):
    known = ours(WHOLE | {"target_customers": target})
    (offer,) = Analyses(known).assess(KEY, "control").suggestions
    after = apply(known, list(offer.edits()))
    assert len(after.segments) == made
    assert after.segments[after.offers["control"].segment_id].name == (
        "Metal finishing" if made == 1 else "Foods"
    )
    assert not Analyses(after).assess(KEY, "control").suggestions
