"""What is looked at once more when the statements stand: years, signs, units, and what was left over."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import pairwise

from accountkit.errors import StatementError
from accountkit.finance.statements.lines import label
from accountkit.i18n import _, day, listed, number
from accountkit.model import Figure, Statement
from accountkit.sources.lines.vocabulary import EXPENSES, OUTFLOWS
from accountkit.sources.statements.running_year import running_year
from accountkit.sources.statements.terms import Terms
from accountkit.sources.tables.layout import Layout
from accountkit.sources.tables.placing import year_end_named

INTERIM_GAP = 200
"""Days: period ends nearer to each other than this are interim dates, not years."""
SMALL_COMPANY = 5e6
"""Whole currency units: a largest figure below this, without a unit, is asked about."""


Statements = dict[str, Statement]


def screened(found: dict[str, Statement], form: Layout, terms: Terms) -> tuple[Statements, Statements]:
    """The statements of full years, and those of the running year, with costs and payments positive; all that was left out
    becomes a warning."""
    _check_loose_cells(form, terms)
    years, interim = _years_apart(found, terms)
    turned = _negative_costs(years, terms)
    _mention_left_out(form, terms)
    _question_unit(years, terms)
    return _all_turned(years, turned), _all_turned(interim, turned)


def _check_loose_cells(form: Layout, terms: Terms) -> None:
    if form.loose:
        raise StatementError(
            _(
                "{name}, {place}: the row has more cells than its header. Put numbers with commas in quotation marks."
            ).format(name=terms.source, place=form.loose[0])
        )


def _years_apart(found: Statements, terms: Terms) -> tuple[Statements, Statements]:
    """The fiscal year ends, and of the quarter ends among the periods those that belong to the running year."""
    kept = {key: s for key, s in found.items() if s.period_end not in terms.interim}
    ends = sorted(s.period_end for s in kept.values())
    if not all((later - end).days >= INTERIM_GAP for end, later in pairwise(ends)):
        month, day_of_month = _year_end(ends, terms)
        kept = {key: s for key, s in kept.items() if _near(s.period_end, month, day_of_month)}
    dates = {key: s for key, s in found.items() if key not in kept}
    if not dates:
        return found, {}
    labelled = [terms.interim.get(s.period_end) for s in dates.values()]
    interim = running_year(dates, kept, sure=all(part and part.cumulative for part in labelled))
    left = [
        f"“{terms.interim[s.period_end].text}”" if s.period_end in terms.interim else key
        for key, s in sorted(dates.items())
        if key not in interim
    ]
    if not left:
        return kept, interim
    terms.warn(
        _("{name}: {periods} are interim dates, not fiscal year ends, and were skipped.").format(
            name=terms.source, periods=listed(left[:6]) + (" …" if len(left) > 6 else "")
        )
    )
    return kept, interim


def _year_end(ends: list[dt.date], terms: Terms) -> tuple[int, int]:
    if terms.fiscal_year_end:
        return year_end_named(terms.fiscal_year_end)
    if any((end.month, end.day) == (12, 31) for end in ends):
        return 12, 31
    raise StatementError(
        _(
            "{name} has period ends a few months apart ({periods}). Enter the fiscal year end, for example 05-31."
        ).format(name=terms.source, periods=listed([day(end) for end in ends[:4]]))
    )


def _near(end: dt.date, month: int, day_of_month: int) -> bool:
    """Whether a date is a year end of this month, a week to either side for 52- and 53-week years."""
    candidates = []
    for year in (end.year - 1, end.year, end.year + 1):
        last = (
            29
            if month == 2 and day_of_month >= 28 and year % 4 == 0
            else min(day_of_month, 28 if month == 2 else 31)
        )
        candidates.append(dt.date(year, month, last))
    return min(abs((end - c).days) for c in candidates) <= 7


def _negative_costs(found: Statements, terms: Terms) -> set[str]:
    """The costs, taxes and payments that are written as negative numbers and are stored as positive ones.

    The sums of the file decide (revenue − cost = gross profit, pre-tax income − tax = profit). A line that no sum holds is
    turned if it is always negative; taxes and interest, which may be income in a year, if the file writes its costs below
    zero.
    """
    proven = {line: _proven(found, line) for line in {part for _total, _whole, part in DEDUCTED}}
    flipped = {line for line, negative in proven.items() if negative}
    flipped |= {
        line for line in EXPENSES | OUTFLOWS if proven.get(line) is None and _always_negative(found, line)
    }
    if flipped & (EXPENSES | {"income_tax"}):
        flipped |= {line for line in SIGNED if proven.get(line) is None and _mostly_negative(found, line)}
    if flipped:
        terms.warn(
            _("{name} gives {lines} as negative numbers. They were stored as positive.").format(
                name=terms.source, lines=listed([label(line) for line in sorted(flipped)])
            )
        )
    return flipped


def _all_turned(found: Statements, lines: set[str]) -> Statements:
    return {key: _turned(statement, lines) for key, statement in found.items()} if lines else found


DEDUCTED = (
    ("gross_profit", "revenue", "cost_of_revenue"),
    ("operating_income", "gross_profit", "operating_expense"),
    ("operating_income", "revenue", "total_costs"),
    ("net_income_total", "income_before_tax", "income_tax"),
    ("net_income", "income_before_tax", "income_tax"),
    ("continuing_income", "income_before_tax", "income_tax"),
    ("net_income", "net_income_total", "minority_income"),
    ("net_income_common", "net_income", "preferred_dividends"),
)
"""Result, whole, and what is deducted from the whole."""
SIGNED = ("income_tax", "interest_expense", "finance_expense")
"""Costs that are income in some years."""
NEAR = 0.25
"""Of the part that is deducted: nearer than this to the result, a sum holds but for small lines that are not read."""


def _values(found: dict[str, Statement], line: str) -> list[float]:
    return [s.figures[line].value for s in found.values() if line in s.figures and s.figures[line].value]


def _always_negative(found: dict[str, Statement], line: str) -> bool:
    values = _values(found, line)
    return bool(values) and all(value < 0 for value in values)


def _mostly_negative(found: dict[str, Statement], line: str) -> bool:
    return sum(_values(found, line)) < 0


def _proven(found: dict[str, Statement], line: str) -> bool | None:
    """Whether the sums of the file show that a deduction is written below zero; None if they show nothing.

    It is where whole *plus* part gives the result in some year, and whole minus part in none.
    """
    votes: Counter[bool] = Counter()
    for statement in found.values():
        value = {key: figure.value for key, figure in statement.figures.items()}
        for total, whole, part in DEDUCTED:
            if part != line or total not in value or whole not in value or not value.get(part):
                continue
            near = abs(value[part]) * NEAR
            plus = abs(value[whole] + value[part] - value[total]) < near
            minus = abs(value[whole] - value[part] - value[total]) < near
            if plus != minus:
                votes[plus] += 1
    return None if not votes else not votes[False]


def _turned(statement: Statement, lines: set[str]) -> Statement:
    figures = {
        line: Figure(value=-f.value, approximate=f.approximate, origin=f.origin)
        if line in lines and f.value
        else f
        for line, f in statement.figures.items()
    }
    return statement.model_copy(update={"figures": figures})


def _mention_left_out(form: Layout, terms: Terms) -> None:
    if not form.left_out:
        return
    named = [
        _("“{name}” ({place})").format(name=name, place=place) if name else place
        for name, place in form.left_out
    ]
    terms.warn(
        _("{name}: figures without a period were skipped: {places}.").format(
            name=terms.source, places=listed(named[:8]) + (" …" if len(named) > 8 else "")
        )
    )


def _question_unit(found: dict[str, Statement], terms: Terms) -> None:
    largest = max((abs(f.value) for s in found.values() for f in s.figures.values()), default=0.0)
    if all(s.unit == 1 for s in found.values()) and terms.unit is None and 0 < largest < SMALL_COMPANY:
        terms.warn(
            _(
                "{name} names no unit, and its largest figure is {value}. If figures are not in single units, enter the unit (thousand, million, 万元)."
            ).format(name=terms.source, value=number(largest, 0))
        )
