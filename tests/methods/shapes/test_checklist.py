"""A checklist: what is unknown is not assessed; a stage that a record names has those before it behind it."""

from __future__ import annotations

import pytest

from accountkit.methods import REGISTRY, Analyses
from accountkit.methods.shapes import Checklist, Condition, Stage
from accountkit.model import Account, Answer, Opportunity, Value

HEAD = {"question": "", "group": "plan", "workspace": "deal", "source": "", "rule": ""}
ASKED = Checklist(key="asked", name="Asked", conditions=(Condition("a", "A"), Condition("b", "B")), **HEAD)
STAGED = Checklist(
    key="staged",
    name="Staged",
    subject="opportunity",
    stages=(Stage("one", "One", ""), Stage("two", "Two", ""), Stage("three", "Three", "")),
    reached=lambda account, deal: account.opportunities[deal].meaning,
    **HEAD,
)


def read(method: Checklist, account: Account, subject: str | None = None):
    with REGISTRY.added(method):
        return Analyses(account).read(method.key, subject)


@pytest.mark.parametrize(
    ("answers", "rated", "verdict"),
    [
        ({"a": "met", "b": "met"}, 2, "pass"),
        ({"a": "met", "b": "unknown"}, 1, "open"),
        ({"a": "unknown", "b": "unknown"}, 0, "open"),
        ({"a": "not_met", "b": "unknown"}, 1, "fail"),
        ({}, 0, None),
    ],
)
def test_an_unknown_condition_is_not_assessed(answers, rated, verdict):
    answer = Answer(values={key: Value(value=value) for key, value in answers.items()})
    reading = read(ASKED, Account(slug="a", answers={"asked": answer}))
    assert (reading.rated, reading.verdict) == (rated, verdict)


@pytest.mark.parametrize(
    ("stage", "entered", "current"),
    [("", {}, None), ("two", {}, "two"), ("three", {"one": "not_met"}, "one"), ("", {"one": "met"}, "two")],
)
def test_the_stages_before_that_of_the_record_have_ended_unless_somebody_says_otherwise(
    stage, entered, current
):
    answer = Answer(values={key: Value(value=value) for key, value in entered.items()})
    deal = Opportunity(meaning=stage)
    account = Account(slug="a", opportunities={"o1": deal}, answers={"staged.o1": answer})
    assert read(STAGED, account, "o1").verdict == current
