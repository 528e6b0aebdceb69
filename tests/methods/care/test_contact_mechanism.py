"""The worked example of methods.md, contact_mechanism."""

from __future__ import annotations

import datetime as dt

import pytest

from accountkit.methods import Analyses
from accountkit.methods.care.contact_rules import interval, waiting
from accountkit.model import Answer, Evidence, Value, apply
from accountkit.model.account_line import AccountLine
from tests.methods.care.log import LOG, account, contact
from tests.methods.plant import DAY, sentence

KEY = "contact_mechanism"


def read(*args, **update):
    return Analyses(account(*args, **update)).read(KEY)


def test_the_last_contact_was_5_days_ago_and_the_next_is_due_on_10_march():
    reading = read()
    assert (reading.totals["days"], interval(reading)) == (5, 14)
    assert reading.totals["due"] == dt.date(2026, 3, 10)
    assert "late" not in reading.alarms


def test_intelligence_is_missing_and_86_days_are_within_90():
    reading = read()
    assert reading.totals["missing"] == ("listen",)
    assert reading.alarms == ("functions", "aim_company")


def test_five_pairs_two_of_us_and_five_of_them_make_a_department():
    reading = read()
    assert [reading.totals[key] for key in ("pairs", "ours", "theirs")] == [5, 2, 5]
    assert reading.verdict == "department"


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Days since the last contact: 5; functions missing: intelligence; relation level: department.",
        ),
        ("zh_CN", "距上次联络天数：5；缺失职能：情报收集；关系级别：部门级。"),
    ],
)
def test_the_sentence(lang, said):
    assert sentence(account(), KEY, lang, None) == said


@pytest.mark.parametrize(
    ("values", "level"),
    [
        ({"top_meeting": "met", "agreement": "met"}, "company"),
        ({"top_meeting": "met"}, "department"),
        ({"agreement": "met", "top_meeting": "not_met"}, "department"),
    ],
)
def test_the_companies_are_tied_if_the_top_levels_meet_and_an_agreement_exists(values, level):
    answer = Answer(values={key: Value(value=value) for key, value in {"tier": "normal", **values}.items()})
    reading = read(answers={KEY: answer})
    assert (reading.verdict, reading.alarms) == (level, ())


@pytest.mark.parametrize(
    ("kept", "level"),
    [((), None), (("k1",), "personal"), (("k1", "k3", "k2"), "department"), (("k2", "k4", "k5"), "personal")],
)
def test_a_department_needs_three_pairs_and_two_people_on_each_side(kept, level):
    assert read({key: LOG[key] for key in kept}).verdict == level


@pytest.mark.parametrize(
    ("tier", "days", "late"),
    [
        ("key_valuable", 14, False),
        ("key_potential", 15, True),
        ("normal", 15, False),
        ("normal", 61, True),
        (None, 60, False),
        (None, 61, True),
    ],
)
def test_the_interval_is_that_of_the_tier_and_60_days_where_nobody_knows_it(tier, days, late):
    log = {"k": contact((DAY - dt.timedelta(days=days)).isoformat(), "care", "Seller", "operations")}
    assert ("late" in read(log, tier=tier).alarms) is late


def test_the_tier_of_the_ranking_goes_before_the_entered_one():
    """Of four accounts one may be key: it brought most."""
    lines = [AccountLine(slug=f"a{n}", past={0: 10.0}) for n in range(3)]
    for past, days in ((1000.0, 14), (1.0, 60)):
        ranked = Analyses(account(), accounts=(*lines, AccountLine(slug="plant", past={0: past})))
        assert interval(ranked.read(KEY)) == days
    assert interval(Analyses(account(), accounts=tuple(lines)).read(KEY)) == 14


def test_a_new_contact_takes_the_alarm_away_and_one_to_come_does_not():
    old = {"k": contact("2025-10-01", "care", "Seller", "operations")}
    assert "late" in read(old).alarms
    assert "late" not in read({**old, "n": contact(DAY.isoformat(), "care", "Seller", "operations")}).alarms
    ahead = read({**old, "n": contact("2026-03-02", "care", "Seller", "operations")})
    assert "late" in ahead.alarms and ahead.totals["days"] == 151
    assert ahead.rows[0].flags == ("ahead",)


def test_what_is_refuted_is_no_contact():
    wrong = {"w": Evidence(source="Minutes", grade="A", status="refuted")}
    log = {**LOG, "k1": LOG["k1"].model_copy(update={"evidence": ("w",)})}
    assert read(log, evidence=wrong).totals["days"] == 11


def test_key_people_who_wait_longer_than_the_interval_are_named_and_a_contact_is_planned():
    known = account()
    assert waiting(known, 14) == ("manager", "finance", "it", "purchasing")
    assert waiting(known, 60) == ("manager", "finance", "it")
    offers = Analyses(known).assess(KEY).suggestions
    assert [one.text for one in offers][:1] == ["General manager: no contact within 14 days."]
    after = apply(known, list(offers[0].edits()))
    (action,) = after.plan.values()
    assert (action.action, action.due, action.origin) == (
        "Contact general manager",
        DAY,
        "stakeholders/manager",
    )
    left = Analyses(after).assess(KEY).suggestions
    assert len(left) == len(offers) - 1


def test_nobody_is_waited_for_while_there_is_no_log():
    reading = read({})
    assert reading.alarms == () and not tuple(reading.method.also_suggests(reading))
