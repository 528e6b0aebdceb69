"""Statements out of assigned lines: numbers, units, currencies and periods made definite.

Nothing is guessed silently. What is certain to be wrong stops the import with its place and value; what can be taken
is taken with a warning.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from accountkit.errors import StatementError
from accountkit.finance.statements.lines import label
from accountkit.finance.statements.running import months_into_year
from accountkit.i18n import _, day, number
from accountkit.model import Figure, Origin, Restatement, Statement
from accountkit.model.statement import Vintage
from accountkit.sources.cells.numerals import Mark, Reading, is_missing, reading
from accountkit.sources.lines.vocabulary import RATIO_LINES
from accountkit.sources.statements.agreed import agreed, filing_of
from accountkit.sources.statements.decimal_mark import decimal_mark
from accountkit.sources.statements.file_currency import file_currency
from accountkit.sources.statements.mapping import Assignment
from accountkit.sources.statements.one_filing import own_reports, with_own_openings
from accountkit.sources.statements.terms import Terms
from accountkit.sources.tables.layout import Entry, Series
from accountkit.sources.tables.periods import Period, period_of
from accountkit.sources.tables.placing import month_first, placed, settled, year_end_named


@dataclass(frozen=True)
class Taken:
    """One figure with what else is known of it."""

    line: str
    end: dt.date
    figure: Figure
    unit: float
    currency: str | None


def statements(assignment: Assignment, terms: Terms) -> dict[str, Statement]:
    """The statements by period end. Raises `StatementError` with place, value and remedy."""
    mark = decimal_mark(assignment, terms)
    currency = file_currency(assignment, terms)
    terms.months_first = month_first(
        entry.period.text
        for several in assignment.series.values()
        for series in several
        for entry in series.entries
    )
    terms.dated_year_end = _dated_year_end(assignment)
    read = [
        (item, rank, series)
        for line, several in assignment.series.items()
        for rank, series in enumerate(several)
        for item in _figures(line, series, terms, mark, currency)
    ]
    reports = None
    if terms.vintage == "one_filing":
        reports = own_reports((item.line, item.end, item.figure) for item, _rank, _series in read)
        read = [one for one in read if reports.keeps(one[0].end, one[0].figure)]
    kept: dict[str, dict[dt.date, Taken]] = {line: {} for line in assignment.series}
    for item, rank, series in read:
        _keep(kept[item.line], item, rank, series, terms)
    taken = {(line, end): item for line, own in kept.items() for end, item in own.items()}
    found = agreed(_by_period(taken, currency), terms)
    return with_own_openings(found, reports) if reports else found


def _dated_year_end(assignment: Assignment) -> str:
    """The month and day on which most years of the file end, if it tells them from parts of years; else blank."""
    periods = {e.period for several in assignment.series.values() for s in several for e in s.entries}
    if not any(p.kind == "interim" for p in periods):
        return ""
    ends = Counter(p.end.strftime("%m-%d") for p in periods if p.kind == "year" and not p.bare_year)
    return ends.most_common(1)[0][0] if ends else ""


def _by_period(taken: dict[tuple[str, dt.date], Taken], currency: str) -> dict[str, Statement]:
    found: dict[str, Statement] = {}
    for end in sorted({end for _line, end in taken}):
        items = [item for (_line, when), item in taken.items() if when == end]
        unit = Counter(i.unit for i in items if i.line not in RATIO_LINES).most_common(1)
        found[end.isoformat()] = Statement(
            period_end=end,
            currency=currency,
            unit=unit[0][0] if unit else 1,
            figures={i.line: i.figure for i in items},
        )
    return found


def _keep(own: dict[dt.date, Taken], item: Taken, rank: int, series: Series, terms: Terms) -> None:
    """Take a figure unless its period has one already: equal ones merge, a later filing replaces, else it is an error."""
    before = own.get(item.end)
    if before is None:
        own[item.end] = item
        return
    same_series = before.figure.origin.label == series.label and rank == 0
    if before.figure.value == item.figure.value:
        if same_series:
            terms.warn(
                _("{name} has the period {day} twice with the same figures. One is kept.").format(
                    day=day(item.end), name=terms.source
                )
            )
        return
    if (
        before.figure.origin.filed
        and item.figure.origin.filed
        and before.figure.origin.label == item.figure.origin.label
    ):
        own[item.end] = _of_two(before, item, terms.vintage)
    elif same_series:
        raise StatementError(
            _(
                "{name} has {line} for {day} twice: {first} at {place} and {second} at {other}. Delete one of them."
            ).format(
                name=terms.source,
                line=label(item.line),
                day=day(item.end),
                first=number(before.figure.value),
                place=before.figure.origin.place,
                second=number(item.figure.value),
                other=item.figure.origin.place,
            )
        )


def _of_two(one: Taken, other: Taken, vintage: Vintage) -> Taken:
    """Of two filings of a figure the later, which keeps what it replaced, or the first; one filing replaces nothing."""
    old, new = sorted((one, other), key=lambda t: t.figure.origin.filed or dt.date.min)
    if filing_of(old.figure) == filing_of(new.figure):
        return new
    if vintage == "as_first_filed":
        return old
    was = Restatement(
        value=old.figure.value, filed=old.figure.origin.filed, accession=old.figure.origin.accession
    )
    origin = new.figure.origin.model_copy(update={"replaced": (*old.figure.origin.replaced, was)})
    return Taken(new.line, new.end, new.figure.model_copy(update={"origin": origin}), new.unit, new.currency)


def _figures(line: str, series: Series, terms: Terms, mark: Mark, currency: str) -> Iterator[Taken]:
    for entry in series.entries:
        if (entry.currencies or series.currencies) and currency not in (
            entry.currencies or series.currencies
        ):
            continue
        period = _year(entry.period, entry, series, terms)
        if period is None:
            continue
        read = reading(entry.cell, mark)
        if read.kind == "missing":
            continue
        value, unit = _value(line, read, entry, series, terms)
        yield Taken(line, period.end, _figure(value, series, entry, terms), unit, currency)


def _figure(value: float, series: Series, entry: Entry, terms: Terms) -> Figure:
    filed = period_of(entry.filed)
    rounded = entry.precision.casefold().startswith(
        ("rounded", "derived", "about", "approx", "contradiction", "约", "四舍五入")
    )
    concept = series.label if series.label.isidentifier() and not series.label.islower() else ""
    origin = Origin(
        source=(entry.source or terms.source)[:500],
        place=entry.place,
        label=series.label[:500],
        concept=concept[:500],
        accession=entry.accession[:500],
        filed=filed.end if filed else None,
        note=entry.precision[:500],
    )
    return Figure(value=value, approximate=rounded, origin=origin)


def _year(period: Period, entry: Entry, series: Series, terms: Terms) -> Period | None:
    """The period if it is a year, or a part of one from its beginning, on its definite day; None (with a warning) if it is
    neither. What is a part of a year by its label is noted in `terms`."""
    period = settled(period, terms.months_first)
    if period.kind == "interim" and (part := _part_of_year(period, terms)):
        sure = terms.interim[part.end].cumulative if part.end in terms.interim else True
        terms.interim[part.end] = replace(part, cumulative=sure and part.cumulative)
        return part
    if period.kind != "year":
        if not is_missing(entry.cell):
            terms.warn(
                _("{name}: “{period}” is not a full year of actual figures and was skipped.").format(
                    name=terms.source, period=period.text
                )
            )
        return None
    if period.ambiguous:
        raise StatementError(
            _("{name}, {place}: “{period}” can be read as two days. Write it as YYYY-MM-DD.").format(
                name=terms.source, place=entry.place, period=period.text
            )
        )
    if period.bare_year and not terms.fiscal_year_end:
        terms.warn(
            _(
                "{name} gives years without days. They were read as ending on 31 December. If that is wrong, enter the fiscal year end."
            ).format(name=terms.source)
        )
    return placed(period, terms.fiscal_year_end)


def _part_of_year(period: Period, terms: Terms) -> Period | None:
    """An interim period on its last day; None if its label says no months, or others than have passed of the year.

    So "three months ended September 30" is left out beside "nine months": it does not begin with the year.
    """
    if period.months == 12 or period.ambiguous:
        return None
    month, day_of_month = year_end_named(terms.fiscal_year_end or terms.dated_year_end or "12-31")
    part = placed(period, terms.fiscal_year_end or terms.dated_year_end)
    year_end = dt.date(part.end.year, month, min(day_of_month, 28))
    return part if months_into_year(part.end, year_end) == period.months else None


def _value(line: str, read: Reading, entry: Entry, series: Series, terms: Terms) -> tuple[float, float]:
    """The value in whole currency units (a ratio as a share) and the unit that it was counted in."""
    if line in RATIO_LINES and read.kind in ("number", "percent"):
        share = read.kind == "percent" or not (
            "%" in series.label or "％" in series.label or abs(read.value) > 1.5
        )
        return (read.value if share else read.value / 100), 1
    if read.kind != "number":
        raise _refused(line, read, entry, series, terms)
    unit = read.scale or terms.unit or series.unit or entry.unit or terms.title_unit or 1.0
    value = read.value * unit
    if abs(value) > 1e18:
        raise _refused(line, Reading("too_large"), entry, series, terms)
    # decimal fractions of a unit (391.035 billion) leave binary dust behind; a figure has no more than 15 digits
    return float(f"{value:.15g}"), unit


_REFUSALS = {
    "percent": lambda: _(
        "{name}, {place}: {line} is “{value}”, a percentage instead of an amount. Choose another column for {line}."
    ),
    "text": lambda: _(
        "{name}, {place}: {line} is “{value}”, not a number. Correct the cell, or leave it blank."
    ),
    "unsolved": lambda: _(
        "{name}, {place}: {line} is the formula “{value}” without a stored result. Open and save the file in a spreadsheet program, then import it again."
    ),
    "too_large": lambda: _(
        "{name}, {place}: {line} is “{value}”, more than any company has. Check the unit of the file."
    ),
}


def _refused(line: str, read: Reading, entry: Entry, series: Series, terms: Terms) -> StatementError:
    return StatementError(
        _REFUSALS[read.kind]().format(
            name=terms.source, place=entry.place, line=label(line), value=str(entry.cell)[:60]
        )
    )
