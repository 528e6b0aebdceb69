"""What a check of the plan counts, and what follows from it (methods, plan_tracking)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from accountkit.i18n import N_, _
from accountkit.methods.chain.budget_calendar import budget_calendar
from accountkit.methods.method import Reading
from accountkit.methods.sentences import Word, count, label
from accountkit.methods.shapes.register import RegisterReading
from accountkit.methods.shapes.rows import Row
from accountkit.model import Account
from accountkit.model.record import as_day

REFRESH_DAYS = 90
VERDICTS = {"anew": N_("plan anew"), "stands": N_("the plan holds")}


def _quarter(day: dt.date) -> tuple[int, int]:
    return day.year, (day.month + 2) // 3


def in_check(row: Row) -> bool:
    """Whether an action belongs to this quarter's check."""
    day, as_of = as_day(row["done_on"] if row["status"] == "done" else row["due"]), row.reading.account.as_of
    if row["status"] == "done":
        return day is None or _quarter(day) == _quarter(as_of)
    return row["status"] == "open" and (day is None or _quarter(day) <= _quarter(as_of))


def totals(reading: RegisterReading) -> Mapping[str, Any]:
    rows = [row for row in reading.counted if in_check(row)]
    done = [row for row in rows if row["status"] == "done"]
    return {"all": len(rows), "done": len(done), "working": sum(row["worked"] == "yes" for row in done)}


def _newest(account: Account) -> dt.date | None:
    """The last day on which something was learnt of the customer."""
    days = [one.date for one in account.evidence.values()]
    days += [one.date for one in account.contacts.values()]
    return max((day for day in days if day and day <= account.as_of), default=None)


def refreshed(reading: Reading) -> Mapping[str, Any]:
    return {"info_refreshed": _newest(reading.account)}


def old(reading: RegisterReading) -> bool:
    day = as_day(reading.value("info_refreshed"))
    return bool(reading.rows) and (day is None or (reading.account.as_of - day).days > REFRESH_DAYS)


def words(reading: RegisterReading) -> Mapping[str, Word]:
    year, quarter = _quarter(reading.account.as_of)
    found = {key: count(value) for key, value in reading.totals.items()}
    verdict = label(VERDICTS.get(reading.verdict or ""))
    return {**found, "quarter": lambda: _("Q{n} {year}").format(n=quarter, year=year), "verdict": verdict}


def unowned(row: Row) -> bool:
    return row["status"] == "open" and not (row["owner"] and row["due"])


def overdue(row: Row) -> bool:
    day = as_day(row["due"])
    return row["status"] == "open" and day is not None and day < row.reading.account.as_of


def late_for_budget(row: Row) -> bool:
    """Whether an open action is due after the customer's next budget is closed."""
    found = budget_calendar(row.reading.account)
    return found is not None and row["status"] == "open" and found.misses(as_day(row["due"]))


def changed(reading: Reading) -> bool:
    return reading.value("changed") == "yes"
