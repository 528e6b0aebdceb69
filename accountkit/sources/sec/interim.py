"""The running year of a company's filings: what its interim reports say from the year's beginning to a date.

Of interim reports only those since the last whole year count, and of the year before the same periods, so that twelve
months can be put together (`finance.returns.trailing`). Quarters within a year are left out: a period begins with its year.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from accountkit.finance.statements.books import DAYS_A_MONTH
from accountkit.finance.statements.running import NEAR, a_year_earlier
from accountkit.model.statement import Vintage
from accountkit.sources.lines.concepts import YEAR_MARKERS
from accountkit.sources.sec.chosen import Chosen
from accountkit.sources.sec.filings import Filings, filing, grouped, opens
from accountkit.sources.sec.selection import View
from accountkit.sources.tables.facts import Fact


@dataclass(frozen=True)
class YearToDate:
    """The chosen facts of a period that begins with its year, by line, and how many months it has."""

    months: int
    lines: dict[str, Chosen]


def year_to_date(
    filings: Filings, facts: Iterable[Fact], year_ends: Iterable[dt.date], vintage: Vintage
) -> dict[dt.date, YearToDate]:
    """By its end, ascending, each period of the running year and of the year before it that interim reports give.

    `year_ends` are the ends of years with flows. Empty if no report is later than the last of them.
    """
    last = max(year_ends := list(year_ends), default=None)
    if last is None:
        return {}
    own = [f for f in facts if f.currency == filings.currency]
    markers = {c for line in YEAR_MARKERS for c in filings.orders.get(line, ())}
    starts = {f.end: f.start for f in own if f.name in markers and f.start and _follows(f.start, last)}
    before = next((end for end in year_ends if opens(end, last)), None)
    for end in list(starts) if before else ():
        starts |= {
            f.end: f.start
            for f in own
            if f.name in markers and f.start and _follows(f.start, before) and a_year_earlier(f.end, end)
        }
    found = {}
    for end in sorted(starts):
        kept = [f for f in own if f.end == end and (f.start is None or _near(f.start, starts[end]))]
        held = Filings(filings.name, filings.cik, filings.currency, grouped(kept), filings.orders)
        first = min(filing(f) for f in kept if f.start)
        months = round(((end - starts[end]).days + 1) / DAYS_A_MONTH)
        found[end] = YearToDate(months, View(held, vintage, first).lines(end))
    return found


def _follows(start: dt.date, end: dt.date | None) -> bool:
    """Whether a period begins where a year ended."""
    return end is not None and _near(start, end + dt.timedelta(days=1))


def _near(day: dt.date, other: dt.date) -> bool:
    return abs((day - other).days) <= NEAR
