"""Layers, scope and the upward link (methods.md, balanced_scorecard: no example is printed; worked on the plant by hand).

Delivery is an operations matter of the plant; head of operations acknowledges it, decides and is met: it fits. A problem that only
the general manager feels is above all whom we have met; one that only the coating line leader feels has no budget.
"""

from __future__ import annotations

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.model import Account, Problem
from tests.methods.people.house import house
from tests.methods.plant import answer

KEY = "balanced_scorecard"
GOALS = {"strategy": "Lead in coated housings", "operations": "98 % on time"}


def account(goals: dict[str, str] = GOALS, **problems: Problem) -> Account:
    known = house()
    delivery = known.problems["delivery"].model_copy(update={"layer": "operations", "scope": "Plant 1"})
    return known.model_copy(
        update={"problems": {"delivery": delivery, **problems}, "answers": {KEY: answer(**goals)}}
    )


def test_a_problem_has_a_layer_an_owner_and_the_goal_that_carries_it():
    (row,) = Analyses(account()).read(KEY).rows
    assert (row["layer"], row["scope"], row["owner"], row["level"]) == (
        "operations",
        "Plant 1",
        "operations",
        "fits",
    )
    assert row["goal"] == "98 % on time" and row.flags == ()


@pytest.mark.parametrize(
    ("felt_by", "level"), [("manager", "high"), ("coating", "low"), ("operations", "fits"), ("nobody", None)]
)
def test_too_high_is_above_all_whom_we_met_too_low_has_no_budget(felt_by, level):
    other = Problem(statement="Energy costs rose", layer="financial", felt_by=(felt_by,), order=1)
    rows = {row.id: row for row in Analyses(account(other=other)).read(KEY).rows}
    assert rows["other"]["level"] == level
    assert rows["other"].flags == ("unlinked",), "no financial goal is written"


def test_without_a_strategy_the_upward_link_is_missing():
    (row,) = Analyses(account({"operations": "98 % on time"})).read(KEY).rows
    assert row.flags == ("unlinked",)


def test_funding_belongs_to_the_financial_goal():
    other = Problem(statement="A loan falls due", layer="capital_change")
    rows = {row.id: row for row in Analyses(account({"financial": "Earn 8 %"}, other=other)).read(KEY).rows}
    assert rows["other"]["goal"] == "Earn 8 %"


@pytest.mark.parametrize(
    ("goals", "lang", "said"),
    [
        (
            GOALS,
            "en",
            "“On-time delivery fell” belongs to the layer operations, scope plant 1, and serves 98 % on time.",
        ),
        (GOALS, "zh_CN", "“On-time delivery fell”属运营问题，服务于98 % on time。范围：plant 1。"),
        ({}, "en", "“On-time delivery fell” belongs to the layer operations, scope plant 1."),
    ],
)
def test_two_answers_are_two_sentences(goals, lang, said):
    with use_language(lang):
        (line,) = Analyses(account(goals)).assess(KEY).brief
    assert (line.text, line.internal) == (said, False)


def test_the_headline_counts_what_is_linked():
    other = Problem(statement="Energy costs rose", layer="financial", order=1)
    said = Analyses(account(other=other)).assess(KEY).sentence
    assert said == "Problems with a written upward link: 1 of 2."
