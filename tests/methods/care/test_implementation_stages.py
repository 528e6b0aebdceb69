"""implementation_stages, worked by hand from its rule: signed on 1 December, learning from 10 January; mood 5, then 2."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from accountkit.methods import Analyses
from accountkit.methods.care.implementation_rules import contacts, moods
from accountkit.model import Account, Contact
from tests.methods.plant import DAY, answer, sentence, with_deal

KEY = "implementation_stages"
SIGNED = dt.date(2025, 12, 1)
VALUES = {"new_toy": "met", "learning_on": "2026-01-10"}


def seen(day: str, mood: int | None = None, **fields: Any) -> Contact:
    return Contact(date=dt.date.fromisoformat(day), function="serve", by="Service", mood=mood, **fields)


BEFORE = {f"b{n}": seen(f"2025-{month}-15") for n, month in enumerate(("09", "10", "11"))}
AFTER = {"a1": seen("2025-12-20", 5), "a2": seen("2026-01-20", 4), "a3": seen("2026-02-20", 2)}


def account(log=None, values=VALUES, **deal: Any) -> Account:
    fields = {"outcome": "won", "closed_on": SIGNED, **deal}
    known = with_deal({f"{KEY}.control": answer(**values)}, **fields)
    return known.model_copy(update={"contacts": {**BEFORE, **AFTER} if log is None else log})


def read(*args, **deal):
    return Analyses(account(*args, **deal)).read(KEY, "control")


def test_the_moods_are_the_last_of_the_log_in_each_stage_and_it_dropped_by_three():
    reading = read()
    assert (reading.verdict, moods(reading)) == ("learning", [5, 2])
    assert "mood_drop" in reading.flags


@pytest.mark.parametrize(("mood", "dropped"), [(3, True), (4, False)])
def test_a_drop_of_two_is_an_alarm_and_what_is_entered_counts_before_the_log(mood, dropped):
    known = account()
    kept = answer(rated={"learning_mood": mood}, **VALUES)
    known = known.model_copy(update={"answers": {f"{KEY}.control": kept}})
    assert ("mood_drop" in Analyses(known).read(KEY, "control").flags) is dropped


def test_our_contacts_a_month_before_and_after_signing_are_counted_over_90_days():
    before, after = contacts(read())
    assert (before, after) == (1.0, 1.0), "three in the 90 days before, three in the 90 days since"
    assert "neglected" not in read().flags


@pytest.mark.parametrize(("kept", "neglected"), [(("a1",), True), (("a1", "a2"), False), ((), True)])
def test_less_than_half_the_contacts_is_an_alarm(kept, neglected):
    log = {**BEFORE, **{key: AFTER[key] for key in kept}}
    assert ("neglected" in read(log).flags) is neglected


def test_the_first_month_is_too_soon_to_tell_and_another_deal_is_not_counted():
    assert contacts(read(closed_on=DAY - dt.timedelta(days=29))) is None
    elsewhere = {key: one.model_copy(update={"opportunity_id": "other"}) for key, one in AFTER.items()}
    assert contacts(read({**BEFORE, **elsewhere})) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("since", "escalates"), [("2026-02-23", False), ("2026-02-20", True), ("2026-02-19", True)]
)
def test_an_issue_of_five_working_days_is_escalated(since, escalates):
    """1 March 2026 is a Sunday: since Friday 20 February five working days have passed, since Monday the 23rd four."""
    assert ("escalate" in read(None, {**VALUES, "open_since": since}).flags) is escalates


def test_a_deal_that_is_not_won_is_told():
    assert "not_signed" in read(outcome="open").flags and "not_signed" not in read().flags


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Coating line control is in the learning stage; mood: falling; next contact due 21 April 2026.",
        ),
        ("zh_CN", "涂装线管控方案处于学习期；情绪：下降；下次联络截止：2026年4月21日。"),
    ],
)
def test_the_sentence(lang, said):
    assert sentence(account(), KEY, lang) == said


def test_another_answer_is_another_stage():
    ended = {**VALUES, "learning": "met", "effectiveness_on": "2026-02-15"}
    reading = read(None, ended)
    assert (reading.verdict, moods(reading)) == ("effectiveness", [5, 4, 2])
    assert "mood_drop" not in reading.flags
    done = account(None, {**ended, "effectiveness": "met"})
    assert sentence(done, KEY, "en") == "Coating line control: all stages of implementation are complete."
