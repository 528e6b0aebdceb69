"""The interim dates of a table that belong to the running year, and the same dates of the year before.

A table gives dates, not spans. Its flows are kept if they grow from date to date of a year, as cumulative ones do (reports
under Chinese and international standards), and make up enough of the year that they belong to; figures of single quarters
do not and are left out. Labels that say so themselves (half-year, 三季报) need no such proof.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from itertools import pairwise

from accountkit.finance.statements.running import (
    LONGEST,
    a_year_earlier,
    has_flows,
    in_running_year,
    months_into_year,
)
from accountkit.model import Statement

GROWTH = 1.15
"""Least growth of a cumulative flow from one date of a year to the next: a last quarter of half the others' sales has 1.17."""
FIRST = 0.6
"""Most of a year's flow that the first part of the next year has."""
LEAST = {6: 0.3, 9: 0.5}
"""Of a year's flow: what its first six and nine months have at least; a single quarter rarely has as much."""
GROWN = ("revenue", "total_operating_revenue", "premiums_earned", "net_interest_income")


def running_year(
    dates: Mapping[str, Statement], years: Mapping[str, Statement], *, sure: bool = False
) -> dict[str, Statement]:
    """Of statements at interim dates those since the last year, and those a year earlier, each with its months.

    Empty if no date is later than the last year, or the flows are not cumulative; `sure` says that they are.
    """
    ends = sorted(s.period_end for s in years.values() if has_flows(s))
    if not ends or not (sure or _cumulative(dates, years)):
        return {}
    after = [s.period_end for s in dates.values() if in_running_year(s.period_end, ends[-1])]
    kept = {
        key: s
        for key, s in dates.items()
        if s.period_end in after or any(a_year_earlier(s.period_end, end) for end in after)
    }
    return {
        key: s.model_copy(update={"months": months_into_year(s.period_end, ends[-1])})
        for key, s in sorted(kept.items())
    }


def _cumulative(dates: Mapping[str, Statement], years: Mapping[str, Statement]) -> bool:
    """Whether a flow grows from date to date within each year and begins anew after it, in every pair that tells."""
    line = next((name for name in GROWN if any(name in s.figures for s in dates.values())), None)
    if line is None:
        return False
    ordered = sorted((*dates.values(), *years.values()), key=lambda s: s.period_end)
    known = [(s.period_end, s.figures[line].value) for s in ordered if line in s.figures]
    whole = {s.period_end for s in years.values()}
    months = {end: months_into_year(end, max(whole)) for end, _value in known}
    told = [
        now <= (FIRST if months[later] < 9 else 1.0) * before if end in whole else now >= GROWTH * before
        for (end, before), (later, now) in pairwise(known)
        if (later - end) < dt.timedelta(days=LONGEST)
    ]
    told += [
        part >= LEAST[months[end]] * year
        for end, part in known
        for later, year in known
        if later in whole and end not in whole and months[end] in LEAST and in_running_year(later, end)
    ]
    return bool(told) and all(told)
