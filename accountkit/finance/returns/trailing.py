"""The trailing twelve months: the last full year, plus the running year to a date, less the same period a year before.

Flows alone are added up; balances are those of the last interim date, and those a year before open the twelve months.
They stand beside the years and are never one of them. What keeps them from being put together is said, not guessed.
Source: the textbook definition (Penman, *Financial Statement Analysis and Security Valuation*; CFA Institute).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from accountkit.finance.returns.dupont import Basis, DuPontYear, dupont
from accountkit.finance.statements.books import Books, completed, in_order
from accountkit.finance.statements.lines import FLOWS, STOCKS, within
from accountkit.finance.statements.owners import Owners
from accountkit.finance.statements.running import a_year_earlier, has_flows, in_running_year
from accountkit.i18n import _, day, listed
from accountkit.model import Figure, Origin, Statement

NEEDED = (("revenue",), ("net_income", "net_income_total"))
"""Lines without which the twelve months say nothing; of a group one suffices."""


@dataclass(frozen=True)
class Trailing:
    """The running year to `now` beside the last full `year`; `before` is the same period a year earlier.

    `statement` holds the twelve months and `result` their ratios; both None where `missing` says what is needed.
    """

    year: Statement
    now: Statement
    before: Statement | None
    statement: Statement | None = None
    result: DuPontYear | None = None
    missing: str = ""


def trailing(
    statements: Mapping[str, Statement],
    interim: Mapping[str, Statement],
    *,
    steps: int = 3,
    basis: Basis = "average",
    owners: Owners | None = None,
) -> Trailing | None:
    """The trailing twelve months to the last interim date after the last year with flows; None if there is no such date."""
    years = [s for s in in_order(statements) if s.months == 12 and has_flows(s)]
    if not years:
        return None
    year = years[-1]
    after = [
        s
        for s in in_order(interim)
        if s.currency == year.currency and in_running_year(s.period_end, year.period_end)
    ]
    if not after:
        return None
    now = after[-1]
    before = next((s for s in interim.values() if _same_period_before(s, now)), None)
    if before is None:
        text = _(
            "The twelve months to {day} cannot be calculated: the same period of the year before is missing."
        )
        return Trailing(year, now, None, missing=text.format(day=day(now.period_end)))
    books = [completed(one) for one in (year, now, before)]
    lacking = _lacking(books)
    if lacking:
        text = _(
            "The twelve months to {day} cannot be calculated: one of their three periods has no {lines}."
        )
        return Trailing(
            year, now, before, missing=text.format(day=day(now.period_end), lines=listed(lacking))
        )
    statement = _twelve_months(*books)
    found = dupont({"": statement}, steps=steps, basis=basis, owners=owners)
    return Trailing(year, now, before, statement, found.years[0])


def _same_period_before(one: Statement, now: Statement) -> bool:
    alike = (one.currency, one.months) == (now.currency, now.months)
    return alike and a_year_earlier(one.period_end, now.period_end)


def _lacking(books: list[Books]) -> list[str]:
    """The names of lines without which the twelve months say nothing."""
    return [
        within(group[0])
        for group in NEEDED
        if not any(all(line in book.values for book in books) for line in group)
    ]


def _twelve_months(year: Books, now: Books, before: Books) -> Statement:
    flows = [line for line in FLOWS if all(line in book.values for book in (year, now, before))]
    summed = {line: _sum(line, year, now, before) for line in flows}
    balances = {line: figure for line, figure in now.statement.figures.items() if line in STOCKS}
    return Statement(
        period_end=now.period_end,
        currency=year.currency,
        unit=year.statement.unit,
        figures={**summed, **balances},
        opening={line: figure for line, figure in before.statement.figures.items() if line in STOCKS},
    )


def _sum(line: str, year: Books, now: Books, before: Books) -> Figure:
    """A flow of the twelve months, with its three parts as its source."""
    periods = [_("year to {day}").format(day=day(year.period_end))]
    periods += [
        _("{months} months to {day}").format(months=book.statement.months, day=day(book.period_end))
        for book in (now, before)
    ]
    known = [f for book in (year, now, before) if (f := book.statement.figures.get(line))]
    return Figure(
        value=year.values[line] + now.values[line] - before.values[line],
        approximate=any(figure.approximate for figure in known),
        assumed=any(figure.assumed for figure in known),
        origin=Origin(note="{} + {} − {}".format(*periods)),
    )
