"""The worked example of methods.md, relationship_variables."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from accountkit.methods import Analyses
from accountkit.model import Account, Answer, Row, Value, apply
from tests.methods.care.log import LOG, contact
from tests.methods.care.log import account as with_log
from tests.methods.plant import DAY, answer, plant, sentence

KEY = "relationship_variables"


def row(variable: str, **cells: Any) -> Row:
    return Row(cells={"variable": variable, "status": "open", **cells})


PERSONNEL = row(
    "personnel",
    signal="New head of operations",
    seen_on="2026-01-15",
    severity=4,
    countermeasure="Introduce the team",
    status="closed",
    closed_on="2026-02-18",
)
DISTANCE = row(
    "distance",
    signal="Head of IT not met since 5 December",
    severity=3,
    countermeasure="Call by presales",
    owner="Presales",
    due="2026-02-25",
)
RIVAL = row(
    "rival",
    signal="A invited to the hall",
    seen_on="2026-02-24",
    severity=4,
    countermeasure="Bring the comparison of throughput",
    owner="Seller",
    due="2026-03-12",
    status="in_hand",
)
WORKED = {"p": PERSONNEL, "d": DISTANCE, "r": RIVAL}
CHECKED = {"quality": "2026-02-10", "need_change": "2025-11-20"}


def account(rows=WORKED, checked=CHECKED, **update: Any) -> Account:
    values = {f"checked_{key}": Value(value=day) for key, day in checked.items()}
    wording = {"zh_CN": {"Call by presales": "售前致电"}}
    kept = {KEY: Answer(rows=rows, values=values)}
    return plant().model_copy(update={"answers": kept, "wording": wording, **update})


def read(*args, **update):
    return Analyses(account(*args, **update)).read(KEY)


def test_two_of_five_are_constant_two_move_and_needs_are_unwatched():
    totals = read().totals
    assert totals["held"] == ("personnel", "quality") and totals["constant"] == 2
    assert totals["moving"] == ("rival", "distance")
    assert totals["unwatched"] == ("need_change",)


def test_open_records_come_by_severity_and_closed_ones_last():
    assert [one.id for one in read().rows] == ["r", "d", "p"]


def test_the_call_by_presales_is_4_days_overdue():
    reading = read()
    found = {one.id: (one.flags, one["over"]) for one in reading.rows}
    assert found == {"r": ((), None), "d": (("overdue",), 4), "p": ((), None)}
    assert reading.alarms == ("overdue",)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Held constant: 2 of 5; moving: a rival looking for gaps, long distance; overdue: call by presales; "
            "unwatched: changing needs.",
        ),
        ("zh_CN", "五项变数中已稳定2项；变动中：对手寻找漏洞、长期疏远；逾期：售前致电；未检查：需求改变。"),
    ],
)
def test_the_sentence(lang, said):
    assert sentence(account(), KEY, lang, None) == said


@pytest.mark.parametrize(("days", "held"), [(90, True), (91, False)])
def test_a_check_holds_for_90_days(days, held):
    day = (DAY - dt.timedelta(days=days)).isoformat()
    assert ("rival" in read({}, {"rival": day}).totals["held"]) is held


@pytest.mark.parametrize(("severity", "moves"), [(2, False), (3, True), (None, True)])
def test_an_open_record_moves_its_variable_from_severity_3_on(severity, moves):
    cells = {"seen_on": "2026-02-20", **({"severity": severity} if severity else {})}
    totals = read({"x": row("quality", **cells)}, {}).totals
    assert ("quality" in totals["moving"]) is moves and ("quality" in totals["held"]) is not moves


def test_a_severe_record_without_owner_or_day_is_an_alarm():
    assert "alarm" in read({"r": row("rival", severity=4, owner="Seller")}).alarms
    assert "alarm" not in read({"r": row("rival", severity=3)}).alarms


def offered(known: Account) -> list[str]:
    return [one.text for one in Analyses(known).assess(KEY).suggestions]


def test_signals_are_found_in_other_records_and_each_is_recorded_once():
    heard = {
        **LOG,
        "h": contact("2026-02-20", "listen", "Seller", "it", topic="Dust", kind="complaint"),
        "n": contact("2026-02-21", "listen", "Seller", "it", topic="Daily data", kind="requirement"),
    }
    unhappy = {"loyalty_repeat_referral": answer(rated={"satisfaction_asked": 2})}
    known = with_log(heard, answers=unhappy)
    found = offered(known)
    assert found[:2] == [
        "People and structure: new in the post: head of operations",
        "Quality and satisfaction: satisfaction is below 3",
    ]
    assert "Quality and satisfaction: complaint: Dust" in found
    assert "Changing needs: new requirement: Daily data" in found
    assert "Long distance: no contact in 60 days: general manager" in found
    first = Analyses(known).assess(KEY).suggestions[0]
    after = apply(known, list(first.edits()))
    (kept,) = after.answers[KEY].rows.values()
    assert kept.cells["variable"] == "personnel" and kept.cells["seen_on"] == "2026-03-01"
    assert len(offered(after)) == len(found) - 1


def test_where_nothing_is_known_nothing_is_offered():
    calm = {"stakeholders": {}, "opportunities": {}}
    assert offered(account({}, {}, **calm)) == []
