"""Both balances and the flows of a year from that year's own report, for a table that names its filings.

The rule is that of the SEC's filings (`sec.years`): a year's own report is the filing whose latest year it is, of several the
one with most lines; a year that no filing has as its latest is taken from the first one that has it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from accountkit.finance.statements.lines import FLOWS, STOCKS
from accountkit.finance.statements.running import has_flows
from accountkit.model import Figure, Statement
from accountkit.model.statement import Caveat
from accountkit.sources.tables.facts import is_year

Filing = tuple[dt.date, str]


@dataclass(frozen=True)
class OwnReports:
    """For each period end the filing that is its own report, and what all filings say, by line, end and filing."""

    own: Mapping[dt.date, Filing]
    figures: Mapping[tuple[str, dt.date], Mapping[Filing, Figure]]

    def keeps(self, end: dt.date, figure: Figure) -> bool:
        """Whether a figure is of the period's own report; one without a filing always is."""
        one = _filing(figure)
        return one is None or end not in self.own or self.own[end] == one

    def opening(self, end: dt.date) -> dict[str, Figure]:
        """The balances a year earlier in the own report of the year that ends on a day."""
        filing = self.own.get(end)
        return {
            line: figures[filing]
            for (line, day), figures in self.figures.items()
            if filing is not None and filing in figures and line in STOCKS and is_year(day, end)
        }


def own_reports(figures: Iterable[tuple[str, dt.date, Figure]]) -> OwnReports:
    """The own reports of all periods, from every figure of a table with its line and period end."""
    held: dict[tuple[str, dt.date], dict[Filing, Figure]] = defaultdict(dict)
    lines: dict[dt.date, dict[Filing, set[str]]] = defaultdict(lambda: defaultdict(set))
    latest: dict[Filing, dt.date] = {}
    for line, end, figure in figures:
        filing = _filing(figure)
        if filing is None:
            continue
        held[line, end].setdefault(filing, figure)
        lines[end][filing].add(line)
        if line in FLOWS:
            latest[filing] = max(end, latest.get(filing, end))
    return OwnReports({end: _own(end, filings, latest) for end, filings in lines.items()}, held)


def with_own_openings(statements: Mapping[str, Statement], reports: OwnReports) -> dict[str, Statement]:
    """The statements, each with the opening balance of its own report; one whose report has none says so."""
    return {key: _opened(statement, reports) for key, statement in statements.items()}


def _opened(statement: Statement, reports: OwnReports) -> Statement:
    end = statement.period_end
    opening = reports.opening(end)
    if "total_assets" in opening and {"equity", "equity_total"} & set(opening):
        return statement.model_copy(update={"opening": opening})
    told = end in reports.own and has_flows(statement)
    return statement.model_copy(update={"caveats": (Caveat(kind="opening"),)}) if told else statement


def _own(end: dt.date, filings: Mapping[Filing, set[str]], latest: Mapping[Filing, dt.date]) -> Filing:
    own = [one for one in filings if latest.get(one) == end]
    return max(own, key=lambda one: (len(filings[one]), one)) if own else min(filings)


def _filing(figure: Figure) -> Filing | None:
    origin = figure.origin
    return (origin.filed, origin.accession) if origin.filed else None
