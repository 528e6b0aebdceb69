"""How a deal is graded by its closing date, what caps the grade, and what is done in each (methods, funnel_grade)."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping
from typing import Any

from accountkit.i18n import N_
from accountkit.methods.deal.facts import evidenced, is_open
from accountkit.methods.method import Reading
from accountkit.methods.sentences import Word, count, label, name
from accountkit.methods.shapes.calculator import CalculatorReading

DAYS_A_MONTH = 30.44
WITHIN = {"A": 6, "B": 12, "C": 18}
"""Months within which a deal of each grade closes; what closes later is D."""
NEW_IN_POST_DAYS = 90
GRADES = {key: key for key in "ABCD"}
TREATMENTS = {
    "A": N_(
        "first target of the year with budget, top-level backing and a team; technical meetings, high-level visits; speed up the decision"
    ),
    "B": N_("limited time; cases, value for the customer, a tailored solution, a field trial with real data"),
    "C": N_("keep attention; calls, exchanges, building contacts"),
    "D": N_("brand and light contact; watch for events"),
}
TRIGGERS = (
    ("quality", N_("supplier's quality fault")),
    ("service", N_("poor service")),
    ("delivery", N_("late delivery")),
    ("upgrade", N_("product upgrade")),
    ("personnel", N_("change of personnel")),
)


def trigger(reading: Reading) -> Mapping[str, Any]:
    """A person who is new in the post is a change of personnel that nobody needs to enter again."""
    since = (one.in_post_since for one in reading.account.stakeholders.values())
    day = reading.account.as_of
    fresh = any(start is not None and 0 <= (day - start).days <= NEW_IN_POST_DAYS for start in since)
    return {"trigger": "personnel"} if fresh else {}


def later(day: dt.date, months: int) -> dt.date:
    """The same day of a later month, or that month's last one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def by_date(reading: CalculatorReading) -> str | None:
    """The grade by the calendar alone; None without a date."""
    when = reading.value("when")
    if when is None:
        return None
    return next((key for key, n in WITHIN.items() if when <= later(reading.account.as_of, n)), "D")


def graded(reading: CalculatorReading) -> str | None:
    """The grade after its caps; a deal that is closed has none."""
    if not is_open(reading):
        return None
    if _elsewhere(reading):
        return "D"
    grade = by_date(reading)
    return grade if grade is None or evidenced(reading, "when") else max(grade, "C")


def _elsewhere(reading: CalculatorReading) -> bool:
    return bool(reading.value("elsewhere") == "yes")


def held_by_date(reading: CalculatorReading) -> bool:
    own = by_date(reading)
    return not _elsewhere(reading) and None not in (own, reading.verdict) and own != reading.verdict


def held_by_signing(reading: CalculatorReading) -> bool:
    return _elsewhere(reading) and is_open(reading) and by_date(reading) in WITHIN


def regrade(reading: CalculatorReading) -> bool:
    return reading.verdict in ("C", "D") and reading.value("trigger") is not None


def date_passed(reading: CalculatorReading) -> bool:
    when = reading.value("when")
    return when is not None and is_open(reading) and when < reading.account.as_of


def months(reading: CalculatorReading) -> float | None:
    when = reading.value("when")
    return None if when is None else round((when - reading.account.as_of).days / DAYS_A_MONTH)


def priority(reading: CalculatorReading) -> float | None:
    chance, market = reading.value("success_chance"), reading.value("attractiveness")
    return None if chance is None or market is None else float(chance * market)


def first_come(reading: CalculatorReading) -> Any:
    """The order of deals: by grade, then by chance × attractiveness."""
    return reading.verdict or "E", -(reading.results["priority"] or 0)


def words(reading: CalculatorReading) -> Mapping[str, Word]:
    ahead = reading.results["months"]
    return {
        "deal": name(reading.called),
        "grade": reading.verdict,
        "months": count(ahead) if ahead is not None and ahead > 1 else None,
        "treatment": label(TREATMENTS.get(reading.verdict or ""))
        if ahead is not None and not date_passed(reading)
        else None,
        "by_date": by_date(reading),
    }
