"""A checklist: what is unknown is not assessed; a stage that a record names has those before it behind it."""

from __future__ import annotations

import pytest

from accountkit.methods import REGISTRY, Analyses
from accountkit.methods.paths import ID, paths
from accountkit.methods.shapes import Checklist, Condition, Stage
from accountkit.model import Account, Answer, Evidence, Opportunity, Value

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
    subject = subject or (min(account.opportunities) if account.opportunities else None)
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


GATED = Checklist(
    key="gated",
    name="Gated",
    conditions=(Condition("a", "A"), Condition("b", "B")),
    judge=lambda reading: "shut" if reading.unmet else None,
    outcomes={"shut": "Shut"},
    **HEAD,
)
CHOSEN = Checklist(
    key="chosen",
    name="Chosen",
    subject="opportunity",
    stages=(Stage("find_need", "One", ""), Stage("design", "Two", ""), Stage("commit", "Three", "")),
    stage_field="stage",
    **HEAD,
)


@pytest.mark.parametrize(
    ("answers", "verdict", "text"),
    [({"a": "not_met"}, "shut", "Shut"), ({"a": "met"}, None, "1 of 2 assessed, too few to judge")],
)
def test_conditions_may_have_an_outcome_of_their_own(answers, verdict, text):
    answer = Answer(values={key: Value(value=value) for key, value in answers.items()})
    reading = read(GATED, Account(slug="a", answers={"gated": answer}))
    assert (reading.verdict, GATED.verdict_text(reading)) == (verdict, text)
    assert set(GATED.verdicts()) == {"shut", "complete"}


def staged(stage, **evidence):
    deal = Opportunity(stage=stage, field_evidence={"stage": tuple(evidence)})
    return Account(slug="a", opportunities={"o1": deal}, evidence=evidence)


@pytest.mark.parametrize(
    ("stage", "verdict", "ended", "rated"),
    [(None, None, 0, 0), ("find_need", "find_need", 0, 1), ("commit", "commit", 2, 1)],
)
def test_a_stage_that_is_a_field_of_the_record_is_entered_there_and_nowhere_else(
    stage, verdict, ended, rated
):
    reading = read(CHOSEN, staged(stage))
    assert (reading.verdict, reading.at, reading.rated, reading.total) == (verdict, ended, rated, 1)
    assert paths(CHOSEN).writable == (rf"opportunities/{ID}/stage", rf"opportunities/{ID}/name")
    assert paths(CHOSEN).citable == (rf"opportunities/{ID}/stage",)
    assert CHOSEN.claim_path(CHOSEN.entries()[0], "o1") == "opportunities/o1/stage"


def test_a_field_of_the_record_rests_on_the_records_evidence():
    sure = Evidence(source="Talk", grade="A", status="confirmed", confirmed_by="Seller")
    wrong = Evidence(source="Rumour", grade="C", status="refuted")
    assert read(CHOSEN, staged("design", e=sure), "o1").status == "confirmed"
    refuted = read(CHOSEN, staged("design", e=wrong), "o1")
    assert (refuted.verdict, refuted.rated) == (None, 0)
    assert refuted.marks["stage"].shown == "design", "it stays visible"
