"""The worked example of methods.md, question_script; the wording of the questions is that of the app."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.meetings.script_rules import proposed, top_three, written
from accountkit.model import Account, Answer, Finding, Motive, Problem, Row, apply, in_language
from tests.methods.plant import PEOPLE, plant

KEY = "question_script"
PROBLEM = Problem(
    statement="Late coating on line C",
    finding_ids=("fines",),
    felt_by=("coating",),
    expected_by=dt.date(2026, 12, 31),
)
FIVE = [
    "How has “the fines of January” affected your operations?",
    "Which part of “Late coating on line C” are you least satisfied with?",
    "Who else is affected by “Late coating on line C”?",
    "If “Late coating on line C” were solved by 31 December 2026, what would that free up?",
    "To sum up: “Late coating on line C” should be solved by 31 December 2026. Is that right?",
]


def account(**update: Any) -> Account:
    fines = Finding(statement="Fines of the largest buyer for late delivery", change="the fines of January")
    known = {"findings": {"fines": fines}, "problems": {"delivery": PROBLEM}, **update}
    return plant().model_copy(update=known)


def scripted(person: str = "operations") -> Account:
    """The account with the questions that follow from its records."""
    known = account()
    return apply(known, written(known, person, proposed(known, person)))


def answered(known: Account, place: int) -> Account:
    """With an answer to the question at a place of the script."""
    row = Analyses(known).read(KEY, "operations").rows[place]
    rows = known.answers[f"{KEY}.operations"].rows
    cells = {**rows[row.id].cells, "answer": "Six lines wait each week", "answered_on": "2026-02-18"}
    kept = Answer(rows={**rows, row.id: rows[row.id].model_copy(update={"cells": cells})})
    return known.model_copy(update={"answers": {f"{KEY}.operations": kept}})


def script(person: str, *cells: dict[str, Any], **update: Any):
    rows = {f"r{n}": Row(cells=one, order=n) for n, one in enumerate(cells)}
    return Analyses(account(answers={f"{KEY}.{person}": Answer(rows=rows)}, **update)).read(KEY, person)


def test_five_questions_follow_from_the_finding_and_the_problem_in_spin_order():
    found = Analyses(scripted()).read(KEY, "operations")
    assert [row["question"] for row in found.rows] == FIVE
    assert [row["stage"] for row in found.rows] == [
        "situation",
        "problem",
        "implication",
        "need_payoff",
        None,
    ]
    assert [row["kind"] for row in found.rows] == ["closed", "open", "open", "open", "confirming"]
    assert [row["record"] for row in found.rows[:2]] == ["the fines of January", "Late coating on line C"]
    assert found.alarms == ()


def test_the_first_is_answered_so_the_second_to_fourth_come_next():
    found = Analyses(answered(scripted(), 0)).read(KEY, "operations")
    assert [row["question"] for row in top_three(found)] == FIVE[1:4]
    assert found.totals == {"open": 4, "answered": 1}
    assert found.method.sentence(found) == f"Next questions for head of operations: {' '.join(FIVE[1:4])}"


def test_the_sentence_in_chinese_has_no_blank_between_the_questions():
    wording = {"zh_CN": {"Head of operations": "运营负责人", **dict(zip(FIVE[1:4], "甲乙丙", strict=True))}}
    known = answered(scripted(), 0).model_copy(update={"wording": wording})
    with use_language("zh_CN"):
        said = Analyses(in_language(known, "zh_CN")).assess(KEY, "operations").sentence
    assert said == "下一步向运营负责人提问：甲乙丙"


def test_the_head_of_finance_is_asked_so_that_all_four_warnings_hold():
    found = script(
        "finance",
        {
            "stage": "situation",
            "kind": "open",
            "topic": "strategy",
            "question": "What is your five-year plan?",
        },
        {"stage": "situation", "kind": "closed", "topic": "budget", "question": "Is the budget set?"},
        {"stage": "implication", "kind": "open", "question": FIVE[2], "linked_record": "problems/delivery"},
    )
    assert found.alarms == ("open_first", "implication_early", "no_confirmation", "not_humble")


@pytest.mark.parametrize(
    ("change", "gone"),
    [
        ({"kind": "closed"}, "open_first"),
        ({"technique": "humble"}, "not_humble"),
        ({"topic": None}, "not_humble"),
    ],
)
def test_what_takes_a_warning_away(change, gone):
    first = {"kind": "open", "topic": "strategy", "question": "What is your five-year plan?"}
    assert gone in script("finance", first).alarms
    assert gone not in script("finance", {**first, **change}).alarms


def test_with_mutual_trust_one_may_ask_outright():
    delicate = {"kind": "open", "topic": "budget", "question": "Is the budget set?"}
    assert "not_humble" not in script("operations", delicate).alarms
    liking = {"operations": PEOPLE["operations"].model_copy(update={"relationship_stage": "liking"})}
    assert "not_humble" in script("operations", delicate, stakeholders={**PEOPLE, **liking}).alarms


def test_an_implication_is_not_proposed_before_the_person_acknowledges_the_problem():
    stages = [one["stage"] for one in proposed(account(), "coating")]
    assert stages == ["situation", "problem", ""]
    assert proposed(account(), "finance") == []
    assert [one["stage"] for one in proposed(account(), "finance", ("delivery",))] == stages


def test_an_implication_of_a_motive_is_about_the_problem_of_its_need():
    motives = {"m": Motive(stakeholder_id="operations", need_id="capacity")}
    asked = {"stage": "implication", "question": "Who else?", "linked_record": "motives/m"}
    assert "implication_early" not in script("operations", asked, motives=motives).alarms
    assert "implication_early" in script("finance", asked, motives=motives).alarms


def test_what_stands_in_the_script_is_not_proposed_again():
    assert proposed(scripted(), "operations") == []


def test_a_question_that_was_saved_on_another_screen_is_proposed():
    saved = Answer(
        records={"q1": {"question": "What drove the margin?", "stage": "situation", "asked": "margin"}}
    )
    found = proposed(account(answers={KEY: saved}), "finance")
    assert [one["question"] for one in found] == ["What drove the margin?"]


def test_a_closed_or_refuted_problem_gives_no_question():
    closed = {"delivery": PROBLEM.model_copy(update={"closed": True})}
    assert proposed(account(problems=closed), "operations") == []
