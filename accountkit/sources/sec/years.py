"""What each year of a company is: its own report, the balance that opens it, and what is unusual about it.

A year's own report is the filing whose latest year it is; of an original and its amendment the later with as many of
the lines that a return needs. A year that no filing has as its latest is taken from the first one that has it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from accountkit.finance.statements.books import DAYS_A_MONTH
from accountkit.model.statement import Caveat
from accountkit.sources.lines.concepts import YEAR_MARKERS
from accountkit.sources.sec.filings import OPENED, Filing, Filings, filing, opens, year_ends
from accountkit.sources.tables.facts import SHORTEST_YEAR, Fact, is_year

CORE = ("revenue", "net_income", "net_income_total", *OPENED)
INFLATION = "GainsLossesOnNetMonetaryPosition"
"""IAS 29, paragraph 9: what a company in a hyperinflationary economy gains or loses on its monetary items."""
WEEKS_53 = 371
ONE_DAY = dt.timedelta(days=1)


class Years:
    """The years of a company's filings."""

    def __init__(self, filings: Filings) -> None:
        self.filings = filings
        self.splits = _splits(filings)
        self.ends = year_ends(filings, self.splits)

    def facts(self, line: str, end: dt.date) -> Iterator[Fact]:
        """All facts of a line that end on a day."""
        for concept in self.filings.orders.get(line, ()):
            yield from self.filings.filed(concept, end)

    @cached_property
    def flows(self) -> set[dt.date]:
        """The ends of the years that have flows of a year."""
        return {
            end for end in self.ends if any(f.start for line in YEAR_MARKERS for f in self.facts(line, end))
        }

    @cached_property
    def _latest(self) -> dict[Filing, dt.date]:
        """For each filing the last year in it."""
        found: dict[Filing, dt.date] = {}
        for end in sorted(self.flows):
            found |= {filing(f): end for line in YEAR_MARKERS for f in self.facts(line, end) if f.start}
        return found

    def own(self, end: dt.date) -> Filing | None:
        """The year's own report; for a date with a balance only, the first filing that has it."""
        held: dict[Filing, set[str]] = defaultdict(set)
        for line in CORE:
            for fact in self.facts(line, end):
                held[filing(fact)].add(line)
        own = [one for one in held if self._latest.get(one) == end]
        if own:
            return max(own, key=lambda one: (len(held[one]), one))
        return min(held, default=None)

    def opening(self, end: dt.date) -> dt.date | None:
        """The date of the opening balance in the year's own report."""
        own = self.own(end)
        dates = {
            day
            for line in OPENED
            for concept in self.filings.orders.get(line, ())
            for day, facts in self.filings.by_concept.get(concept, {}).items()
            if opens(day, end) and any(filing(f) == own and f.start is None for f in facts)
        }
        return max(dates, default=None)

    def inflated(self, end: dt.date) -> bool:
        """Whether the year's accounts are restated for hyperinflation."""
        return any(f.value and f.start for f in self.filings.filed(INFLATION, end))

    def caveats(self, end: dt.date) -> list[Caveat]:
        """What the dates of the facts say about a year."""
        found = []
        if end in self.splits:
            found.append(Caveat(kind="split", day=self.splits[end]))
        elif months := self._transition(end):
            found.append(Caveat(kind="transition", months=months))
        if end not in self.flows:
            return found
        place = self.ends.index(end)
        if place and (months := self._transition(self.ends[place - 1])):
            found.append(Caveat(kind="after_transition", months=months))
        spans = [(end - f.start).days + 1 for line in YEAR_MARKERS for f in self.facts(line, end) if f.start]
        if spans and all(span == WEEKS_53 for span in spans):
            found.append(Caveat(kind="weeks_53"))
        return found

    def _transition(self, end: dt.date) -> int:
        """The months of a transition period that ends on a day; 0 if it is none."""
        place = self.ends.index(end)
        if end in self.flows or end in self.splits or not place:
            return 0
        days = (end - self.ends[place - 1]).days
        return max(1, round(days / DAYS_A_MONTH)) if days < SHORTEST_YEAR else 0


def _splits(filings: Filings) -> dict[dt.date, dt.date]:
    """Years that a filing gives in two parts (predecessor and successor) and nowhere whole: end → start of the second."""
    parts: dict[tuple[Filing, str], list[Fact]] = defaultdict(list)
    for fact in filings.parts:
        parts[filing(fact), fact.concept].append(fact)
    found = {}
    for facts in parts.values():
        first_parts = {f.end + ONE_DAY: f for f in facts if f.start}
        for second in facts:
            first = first_parts.get(second.start) if second.start else None
            if first is None or first.start is None or second.start is None:
                continue
            whole = any(f.start for f in filings.filed(second.name, second.end))
            if is_year(first.start, second.end) and not whole:
                found[second.end] = second.start
    return found
