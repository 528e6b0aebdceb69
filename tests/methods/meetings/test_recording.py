"""What is recorded after a visit, without a browser: each step is a list of edits that one undo takes back."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from accountkit.errors import InvalidEdit
from accountkit.methods import Analyses
from accountkit.methods.meetings import recording
from accountkit.methods.meetings.script_rules import KEY, proposed, written
from accountkit.model import Account, Ask, Visit, apply, inverse
from tests.methods.plant import plant

VISIT = Visit(
    date=dt.date(2026, 2, 20),
    place="On site",
    by="Account manager",
    stakeholder_ids=("coating",),
    opportunity_id="control",
    asks={"mid": Ask(action="Show the plan of one week", stakeholder_id="quality"), "low": Ask()},
)


def scripted(**change: Any) -> tuple[Account, dict[str, str]]:
    """The plant with a visit to the coating line leader, who feels the problem; and the rows of the script by stage."""
    known = plant().model_copy(update={"visits": {"v": VISIT.model_copy(update=change)}})
    known = apply(known, written(known, "coating", proposed(known, "coating")))
    rows = Analyses(known).read(KEY, "coating").rows
    return known, {row["stage"] or "confirm": row.id for row in rows}


def said(known: Account, row: str, text: str) -> Account:
    answer = known.answers[f"{KEY}.coating"]
    cells = {**answer.rows[row].cells, "answer": text}
    rows = {**answer.rows, row: answer.rows[row].model_copy(update={"cells": cells})}
    return known.model_copy(update={"answers": {f"{KEY}.coating": answer.model_copy(update={"rows": rows})}})


def after(known: Account, edits: Any) -> Account:
    """The account after a step, which one undo takes back whole."""
    changed = apply(known, edits)
    assert apply(changed, inverse(known, edits)) == known
    return changed


def last_entry(account: Account):
    return account.evidence[account.visits["v"].evidence[-1]]


def test_an_answer_confirms_the_claim_with_who_and_when():
    known, rows = scripted()
    known = said(known, rows["situation"], "Forty thousand a week since January")
    now = after(known, recording.answered(known, "v", "coating", rows["situation"], "confirmed"))
    finding, entry = now.findings["fines"], last_entry(now)
    assert now.standing(finding.evidence) == "confirmed"
    assert (entry.grade, entry.who, entry.confirmed_by, entry.date) == (
        "B",
        "Coating line leader",
        "Coating line leader",
        dt.date(2026, 2, 20),
    )
    assert (entry.note, entry.source) == ("Forty thousand a week since January", "Visit on 20 February 2026")
    assert now.visits["v"].status == "held"
    assert now.answers[f"{KEY}.coating"].rows[rows["situation"]].cells["answered_on"] == "2026-02-20"
    assert recording.moved(now, "v") == ("findings/fines",)


def test_an_answer_can_refute_it_and_is_recorded_once():
    known, rows = scripted()
    now = after(known, recording.answered(known, "v", "coating", rows["situation"], "refuted"))
    assert now.standing(now.findings["fines"].evidence) == "refuted"
    with pytest.raises(InvalidEdit, match="already recorded"):
        recording.answered(now, "v", "coating", rows["situation"], "confirmed")


def test_an_answer_acknowledges_a_problem_of_this_person():
    known, rows = scripted()
    now = after(known, recording.answered(known, "v", "coating", rows["problem"], "admitted"))
    assert now.problems["delivery"].admitted == "yes"
    assert now.stakeholders["coating"].admits == ("delivery",)
    assert now.standing(now.problems["delivery"].evidence) == "confirmed"
    assert [one["stage"] for one in proposed(now, "coating")] == ["implication", "need_payoff"]


def test_an_answer_makes_a_finding_of_what_was_said():
    known, rows = scripted()
    known = said(known, rows["problem"], "The dryer stops twice a shift")
    now = after(known, recording.answered(known, "v", "coating", rows["problem"], "finding"))
    (new,) = [one for key, one in now.findings.items() if key not in known.findings]
    assert (new.statement, new.source_framework, new.source_item) == (
        "The dryer stops twice a shift",
        KEY,
        "problem",
    )
    assert now.standing(new.evidence) == "confirmed"


def test_a_finding_needs_an_answer():
    known, rows = scripted()
    with pytest.raises(InvalidEdit, match="Write down the answer first"):
        recording.answered(known, "v", "coating", rows["problem"], "finding")


def test_an_ask_becomes_a_commitment_with_an_owner_on_each_side():
    known, _rows = scripted()
    now = after(known, recording.asked(known, "v", "mid", "given"))
    key = now.visits["v"].asks["mid"].commitment_id
    one = now.commitments[key]
    assert (one.action, one.stakeholder_id, one.our_owner) == (
        "Show the plan of one week",
        "quality",
        "Account manager",
    )
    assert (one.level, one.status, one.place, one.visit_id, one.opportunity_id) == (
        "mid",
        "given",
        "On site",
        "v",
        "control",
    )
    assert last_entry(now).who == "Quality engineer"


def test_a_later_word_on_it_changes_the_same_commitment():
    known, _rows = scripted()
    now = apply(known, recording.asked(known, "v", "mid", "asked"))
    later = after(now, recording.asked(now, "v", "mid", "refused"))
    assert [one.status for one in later.commitments.values()] == ["refused"]
    with pytest.raises(InvalidEdit, match="already recorded"):
        recording.asked(later, "v", "mid", "refused")


def test_a_commitment_that_was_deleted_is_made_anew():
    known, _rows = scripted(asks={"mid": Ask(action="Show the plan", commitment_id="gone")})
    now = apply(known, recording.asked(known, "v", "mid", "given"))
    assert [one.stakeholder_id for one in now.commitments.values()] == ["coating"]


@pytest.mark.parametrize("level", ["low", "high"])
def test_what_was_not_planned_is_no_request(level):
    known, _rows = scripted()
    with pytest.raises(InvalidEdit, match="Write down the request first"):
        recording.asked(known, "v", level, "given")


def test_a_doubt_goes_to_the_doubts_of_the_person_met():
    known, _rows = scripted()
    now = after(known, recording.doubted(known, "v"))
    (doubt,) = now.doubts.values()
    assert (doubt.stakeholder_id, doubt.visit_id, doubt.opportunity_id, doubt.status) == (
        "coating",
        "v",
        "control",
        "open",
    )


def test_something_new_is_a_finding_that_rests_on_the_visit():
    known, _rows = scripted()
    now = after(known, recording.found(known, "v"))
    (new,) = [one for key, one in now.findings.items() if key not in known.findings]
    assert set(new.evidence) <= set(now.visits["v"].evidence)


def test_a_visit_without_a_day_gets_the_day_of_the_review():
    known, rows = scripted(date=None)
    now = after(known, recording.answered(known, "v", "coating", rows["situation"], "confirmed"))
    assert now.visits["v"].date == known.as_of == last_entry(now).date


@pytest.mark.parametrize("people", [(), ("gone",)])
def test_what_is_said_needs_someone_who_said_it(people):
    known, _rows = scripted(stakeholder_ids=people)
    with pytest.raises(InvalidEdit, match="Choose first whom you met"):
        recording.doubted(known, "v")


@pytest.mark.parametrize(
    ("visit", "person", "row"),
    [("gone", "coating", "problem"), ("v", "gone", "problem"), ("v", "coating", "gone")],
)
def test_what_was_deleted_meanwhile_is_refused(visit, person, row):
    known, rows = scripted()
    with pytest.raises(InvalidEdit, match="deleted"):
        recording.answered(known, visit, person, rows.get(row, row), "confirmed")


def test_all_ten_ground_rules_are_kept_at_once():
    known, _rows = scripted()
    now = after(known, recording.all_kept(known, "v"))
    assert Analyses(now).read("communication_basics", "v").verdict == "pass"


def test_the_claim_of_a_question_that_was_deleted_cannot_be_confirmed():
    known, rows = scripted()
    known = known.model_copy(update={"findings": {}})
    cells = dict(known.answers[f"{KEY}.coating"].rows[rows["situation"]].cells)
    assert recording.outcomes(known, "v", "coating", cells) == ("finding",)
