"""What a review of an account finds, and what a click makes of it."""

import datetime as dt

import pytest

from accountkit.errors import InvalidEdit
from accountkit.methods import Analyses
from accountkit.methods.chain import reviews
from accountkit.methods.week import lines as rules
from accountkit.methods.week.review import CHECKS, done, held, remind, review, take_on, visit
from accountkit.model import Commitment, Contact, Evidence, Finding, PlanAction, Stakeholder, apply
from tests.methods.plant import DAY, plant


@pytest.fixture
def account():
    old = Evidence(source="Filing", date=DAY - dt.timedelta(days=400), grade="A", status="confirmed")
    base = plant()
    return base.model_copy(
        update={
            "evidence": {"old": old},
            "findings": {"f": Finding(statement="Fines", evidence=("old",))},
            "stakeholders": {
                **base.stakeholders,
                "cfo": Stakeholder(role_title="Chief financial officer", decision_roles=("approver",)),
            },
            "contacts": {"c": Contact(date=DAY, by="ann", stakeholder_ids=("it",))},
            "commitments": {"vague": Commitment(action="Think about it", status="given")},
        }
    )


def found(account):
    return [(one.check, one.path) for one in review(Analyses(account)).found]


def test_each_check_asks_its_rule(account):
    assert found(account) == [
        ("undated", "objective"),
        ("broken_link", "problems/delivery"),
        ("money", "opportunities/control"),
        ("stale", "findings/f"),
        ("thread", "stakeholders"),
        ("not_met", "stakeholders/cfo"),
        ("undated", "commitments/vague"),
    ]
    assert {check for check, _path in found(account)} == set(CHECKS)


def test_a_finding_becomes_an_action_with_owner_and_date_and_is_in_hand_from_then_on(account):
    due = DAY + dt.timedelta(days=14)
    edits = take_on(account, "not_met", "stakeholders/cfo", "Request a first meeting", " ann ", due)
    after = apply(account, edits)
    (key,) = after.plan
    assert (after.plan[key].owner, after.plan[key].due, after.plan[key].origin) == (
        "ann",
        due,
        "stakeholders/cfo/not_met",
    )
    seen = review(Analyses(after))
    assert {one.path: one.in_hand for one in seen.found if one.check == "not_met"} == {
        "stakeholders/cfo": key
    }
    assert seen.carried == (key,) and seen.done == ()


@pytest.mark.parametrize(
    ("action", "owner", "due"), [("", "ann", DAY), ("Meet", "  ", DAY), ("Meet", "ann", None)]
)
def test_an_action_needs_a_text_an_owner_and_a_date(account, action, owner, due):
    with pytest.raises(InvalidEdit):
        take_on(account, "thread", "stakeholders", action, owner, due)


def test_a_review_is_kept_with_its_day_and_person_and_plans_the_next(account):
    after = apply(account, held(account, "ann", 7))
    _key, last = reviews.last_review(after)
    assert (last.done_on, last.owner, last.result) == (DAY, "ann", "Findings: 7")
    assert reviews.next_review(after) == DAY + dt.timedelta(days=90)
    later = after.model_copy(update={"review_date": DAY + dt.timedelta(days=80)})
    again = apply(later, held(later, "ben", 2))
    assert len([one for one in again.plan.values() if one.origin == reviews.REVIEW]) == 3
    assert reviews.last_review(again)[1].owner == "ben"
    assert reviews.next_review(again) == DAY + dt.timedelta(days=170)


def test_the_next_review_shows_what_was_done_since_and_carries_the_rest(account):
    plan = {
        "before": PlanAction(action="Old", status="done", done_on=DAY - dt.timedelta(days=9)),
        "since": PlanAction(action="New", status="done", done_on=DAY),
        "open": PlanAction(action="Open"),
    }
    after = apply(account.model_copy(update={"plan": plan}), held(account, "ann", 0))
    seen = review(Analyses(after))
    assert (seen.done, seen.carried) == (("since",), ("open",))
    assert seen.last is not None and seen.last.owner == "ann"


def test_done_is_kept_with_its_day_and_only_of_what_can_be_done(account):
    after = apply(account, done(account, "commitments/vague"))
    assert (after.commitments["vague"].status, after.commitments["vague"].done_on) == ("done", DAY)
    for path in ("findings/f", "commitments/gone", "commitments"):
        with pytest.raises(InvalidEdit):
            done(account, path)


def test_remind_moves_our_own_action_and_makes_one_for_a_record_once(account):
    after = apply(account, remind(account, "findings/f", "ann", "Fines"))
    (action,) = after.plan.values()
    assert (action.action, action.owner, action.due) == (
        "Follow up: Fines",
        "ann",
        DAY + dt.timedelta(days=7),
    )
    assert remind(after, "findings/f", "ann", "Fines") == ()
    (key,) = after.plan
    later = after.model_copy(update={"review_date": DAY + dt.timedelta(days=7)})
    moved = apply(later, remind(later, f"plan/{key}", "ann", ""))
    assert moved.plan[key].due == DAY + dt.timedelta(days=14)


def test_a_visit_is_planned_with_the_person(account):
    after = apply(account, visit(account, "stakeholders/cfo", "ann"))
    (planned,) = after.visits.values()
    assert (planned.stakeholder_ids, planned.by, planned.status) == (("cfo",), "ann", "planned")
    assert "stakeholders/cfo" not in [one.path for one in rules.lines(after) if one.kind == "unmet"]
