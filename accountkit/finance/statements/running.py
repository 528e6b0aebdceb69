"""Which statements belong to the running year, and which to the same part of the year before."""

from __future__ import annotations

import datetime as dt

from accountkit.finance.statements.books import DAYS_A_MONTH
from accountkit.finance.statements.lines import STOCKS
from accountkit.model import Statement

DAYS_A_YEAR = 365.25
LONGEST = 360
"""Days after the last year within which a date belongs to the running year."""
NEAR = 10
"""Days that a date may be away from the one a year earlier: years of 52 and 53 weeks move it."""


def has_flows(statement: Statement) -> bool:
    """Whether a statement has anything but balances."""
    return not statement.figures.keys() <= STOCKS.keys()


def in_running_year(day: dt.date, year_end: dt.date) -> bool:
    """Whether a date comes after the last year and before the next one ends."""
    return 0 < (day - year_end).days < LONGEST


def a_year_earlier(day: dt.date, later: dt.date) -> bool:
    """Whether a date is the one of the year before `later`."""
    return abs((later - day).days - 365) <= NEAR


def months_into_year(day: dt.date, year_end: dt.date) -> int:
    """How many months of its year have passed at a date; years end about `year_end`, some days earlier or later."""
    return round((day - year_end).days % DAYS_A_YEAR / DAYS_A_MONTH)
