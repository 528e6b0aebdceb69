"""The running year and the trailing twelve months as rows and in a sentence: one form for app, brief and command line."""

from __future__ import annotations

from accountkit.finance.returns.dupont import DuPont, DuPontYear
from accountkit.finance.returns.formulas import known, quotient
from accountkit.finance.returns.trailing import Trailing
from accountkit.finance.statements.books import completed
from accountkit.finance.statements.lines import within
from accountkit.finance.statements.owners import lines
from accountkit.i18n import _, clauses, day, fiscal_year, money, paragraph, percent
from accountkit.model import Statement


def trailing_names() -> tuple[str, ...]:
    """The columns: the period, what it earned, and its ratios."""
    return (
        _("Period"),
        _("Revenue"),
        _("Operating income"),
        _("Net income"),
        _("Net margin"),
        _("Return on equity"),
    )


def trailing_rows(found: Trailing, own: DuPont) -> list[tuple[str, ...]]:
    """The running year, the same period a year before, the last full year, and the twelve months if they are known.

    A return of a part of a year is not shown: it would read like one of a year.
    """
    months = _("{months} months to {day}")
    rows = [_row(months, part, own, None) for part in (found.now, found.before) if part]
    rows.append(_row(_("Year to {day}"), found.year, own, own.year(found.year.period_end)))
    if found.statement:
        rows.append(_row(_("Trailing twelve months to {day}"), found.statement, own, found.result))
    return rows


def _row(name: str, statement: Statement, own: DuPont, result: DuPontYear | None) -> tuple[str, ...]:
    values = _values(statement, own)
    amounts = (values.get(line) for line in ("revenue", "operating_income", "net_income"))
    return (
        name.format(months=statement.months, day=day(statement.period_end)),
        *(money(amount, statement.currency) for amount in amounts),
        percent(quotient("net_margin", values)),
        percent(result.return_on_equity if result else None),
    )


def _values(statement: Statement, own: DuPont) -> dict[str, float]:
    """The lines of a statement, of which `net_income` is that of the owners whose return is told."""
    values = completed(statement).values
    return known({**values, "net_income": values.get(lines(own.owners)[0])})


def trailing_in_words(found: Trailing, own: DuPont) -> str:
    """Revenue, profit and return of the twelve months, each with that of the last year; else what is missing."""
    if found.statement is None or found.result is None:
        return found.missing
    now, before = _values(found.statement, own), _values(found.year, own)
    amounts = [
        (line, now[line], before[line])
        for line in ("revenue", "net_income")
        if line in now and line in before
    ]
    parts = [
        _("{line} was {now} ({year}: {before})").format(
            line=within(line),
            now=money(value, own.currency),
            before=money(old, own.currency),
            year=fiscal_year(found.year.period_end),
        )
        for line, value, old in amounts
    ]
    returns = (found.result.return_on_equity, own.year(found.year.period_end).return_on_equity)
    if None not in returns:
        parts.append(
            _("{line} was {now} ({year}: {before})").format(
                line=_("return on equity"),
                now=percent(returns[0]),
                before=percent(returns[1]),
                year=fiscal_year(found.year.period_end),
            )
        )
    text = _("In the twelve months to {day} {parts}.")
    said = text.format(day=day(found.statement.period_end), parts=clauses(parts))
    return paragraph(said, *(found.result.reasons if returns[0] is None else ()))
