"""What needs a seller in one account, on invented records of the plant; the day is 1 March 2026."""

import datetime as dt

import pytest

from accountkit.methods.chain.reviews import REVIEW, next_review
from accountkit.methods.week.lines import AHEAD, lines
from accountkit.model import Account, Commitment, Contact, Evidence, Finding, PlanAction, Visit
from accountkit.model.deals import Doubt
from tests.methods.plant import DAY, PEOPLE, plant


def day(n):
    return DAY + dt.timedelta(days=n)


@pytest.fixture
def account() -> Account:
    return plant().model_copy(
        update={
            "stakeholders": {"operations": PEOPLE["operations"], "finance": PEOPLE["finance"]},
            "commitments": {
                "late": Commitment(
                    action="Share data", status="asked", due=day(-11), stakeholder_id="operations"
                ),
                "later": Commitment(action="Join the review", due=day(AHEAD)),
                "far": Commitment(action="Sign", due=day(AHEAD + 1)),
                "kept": Commitment(action="Name a planner", due=day(-3), status="done"),
                "no_date": Commitment(action="Think about it"),
            },
            "plan": {
                "ours": PlanAction(action="Send the sheet", owner="seller", due=day(-20)),
                "theirs": PlanAction(action="Measure", actor="customer", owner="Head of IT", due=day(-1)),
                "over": PlanAction(action="Call", due=day(-5), status="dropped"),
            },
            "visits": {
                "held": Visit(date=day(-4), status="held", stakeholder_ids=("operations",)),
                "missed": Visit(date=day(-2)),
                "bare": Visit(date=day(3), stakeholder_ids=("operations",)),
                "someday": Visit(),
            },
        }
    )


def told(account, kind):
    return [(one.code, one.path, one.days) for one in lines(account) if one.kind == kind]


def test_what_is_late_comes_first_theirs_before_ours_and_what_is_far_or_kept_is_not_told(account):
    assert told(account, "due") == [
        ("overdue", "commitments/late", 11),
        ("overdue", "plan/theirs", 1),
        ("overdue", "plan/ours", 20),
        ("unheld", "visits/missed", 2),
        ("undated", "visits/someday", None),
        ("unprepared", "visits/bare", -3),
        ("due", "commitments/later", -14),
    ]


def test_our_own_work_is_marked_as_such(account):
    assert {one.path: one.ours for one in lines(account)}["plan/ours"] is True
    late = next(one for one in lines(account) if one.path == "commitments/late")
    assert (late.ours, late.role) == (False, "Head of operations")


def test_a_record_that_is_put_off_is_told_again_on_the_day(account):
    remind = PlanAction(action="Ask again", origin="commitments/late/remind", due=day(7))
    put_off = account.model_copy(update={"plan": {"r": remind}})
    assert "commitments/late" not in {path for _code, path, _days in told(put_off, "due")}
    assert ("due", "plan/r", -7) in told(put_off, "due")
    a_week_later = put_off.model_copy(update={"review_date": day(7)})
    assert ("overdue", "commitments/late", 18) in told(a_week_later, "due")


def test_a_claim_is_stale_from_the_day_after_its_evidence_expires_and_belongs_to_who_confirmed_it():
    old = Evidence(source="Filing", date=day(-400), grade="A", status="confirmed", confirmed_by="presales")
    account = plant().model_copy(
        update={
            "evidence": {"old": old, "wrong": old.model_copy(update={"status": "refuted"})},
            "findings": {
                "f": Finding(statement="Fines", evidence=("old",)),
                "refuted": Finding(statement="Rumour", evidence=("wrong",)),
            },
        }
    )
    (line,) = [one for one in lines(account) if one.kind == "stale"]
    assert (line.path, line.days, line.owner) == ("findings/f", 35, "presales")


def test_who_was_not_met_for_the_interval_and_key_people_never_met():
    people = {
        "decider": PEOPLE["manager"].model_copy(update={"decision_roles": ("decider_dormant",)}),
        "approver": PEOPLE["finance"].model_copy(update={"decision_roles": ("approver",)}),
        "it": PEOPLE["it"],
        "quality": PEOPLE["quality"],
        "unknown": PEOPLE["purchasing"].model_copy(update={"relationship_stage": None}),
    }
    contacts = {
        "c1": Contact(date=day(-61), stakeholder_ids=("it",)),
        "c2": Contact(date=day(-60), stakeholder_ids=("quality",)),
    }
    account = Account(slug="x", review_date=DAY, stakeholders=people, contacts=contacts)
    assert told(account, "unmet") == [
        ("never", "stakeholders/decider", None),
        ("never", "stakeholders/approver", None),
        ("lapsed", "stakeholders/it", 61),
    ]
    planned = account.model_copy(
        update={"visits": {"v": Visit(date=day(2), stakeholder_ids=("decider", "it"))}}
    )
    assert told(planned, "unmet") == [("never", "stakeholders/approver", None)]


def test_the_next_review_is_the_planned_one_else_ninety_days_after_the_last():
    account = plant()
    assert next_review(account) is None
    held = PlanAction(action="Review", origin=REVIEW, status="done", done_on=day(-30))
    once = account.model_copy(update={"plan": {"h": held}})
    assert next_review(once) == day(60)
    following = PlanAction(action="Review", origin=REVIEW, due=day(10))
    assert next_review(account.model_copy(update={"plan": {"h": held, "n": following}})) == day(10)
    assert told(account.model_copy(update={"plan": {"n": following}}), "due") == []


def test_nothing_is_told_of_an_empty_account():
    assert lines(Account(slug="empty", doubts={"d": Doubt(signal="x")})) == ()
