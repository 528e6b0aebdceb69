"""Statements out of assigned lines: numbers, units, currencies and periods made definite.

Nothing is guessed silently. What is certain to be wrong stops the import with its place and value; what can be taken
is taken with a warning.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from accountkit.errors import StatementError
from accountkit.finance.lines import label
from accountkit.i18n import _, day, listed, number
from accountkit.model import Figure, Origin, Restatement, Statement
from accountkit.sources.layout import Entry, Series
from accountkit.sources.mapping import Assignment
from accountkit.sources.numerals import Mark, Reading, is_missing, is_open, plain, proofs, reading
from accountkit.sources.periods import Period, period_of, placed
from accountkit.sources.table import Cell
from accountkit.sources.units import currencies_of, currency_hint, unit_of
from accountkit.sources.vocabulary import RATIO_LINES


@dataclass
class Terms:
    """How the figures of a file are to be read; what the person stated outranks what the file says."""

    source: str
    titles: tuple[str, ...] = ()
    unit: float | None = None
    currency: str | None = None
    fiscal_year_end: str | None = None
    decimal: Mark | None = None
    delimiter: str = ","
    chinese: bool = False
    warnings: list[str] = field(default_factory=list)

    def warn(self, text: str) -> None:
        if text not in self.warnings:
            self.warnings.append(text)

    @property
    def title_unit(self) -> float | None:
        return next((size for title in self.titles if (size := unit_of(title)) is not None), None)


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
    mark = _decimal_mark(assignment, terms)
    taken: dict[tuple[str, dt.date], Taken] = {}
    currency = _currency(assignment, terms)
    for line, several in assignment.series.items():
        own: dict[dt.date, Taken] = {}
        for rank, series in enumerate(several):
            for item in _figures(line, series, terms, mark, currency):
                _keep(own, item, rank, series, terms)
        taken.update({(line, end): item for end, item in own.items()})
    return _by_period(taken, currency)


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
                _("The period {day} stands in {name} twice with the same figures; one is kept.").format(
                    day=day(item.end), name=terms.source
                )
            )
        return
    if (
        before.figure.origin.filed
        and item.figure.origin.filed
        and before.figure.origin.label == item.figure.origin.label
    ):
        own[item.end] = _later(before, item)
    elif same_series:
        raise StatementError(
            _("{name}: {line} for {day} stands twice, {first} at {place} and {second} at {other}. Delete one of the two.").format(
                name=terms.source, line=label(item.line), day=day(item.end), first=number(before.figure.value),
                place=before.figure.origin.place, second=number(item.figure.value), other=item.figure.origin.place,
            )
        )  # fmt: skip


def _later(one: Taken, other: Taken) -> Taken:
    """Of two filings of a figure the later, which keeps what it replaced."""
    old, new = sorted((one, other), key=lambda t: t.figure.origin.filed or dt.date.min)
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
        source=(entry.source or terms.source)[:500], place=entry.place, label=series.label[:500], concept=concept[:500],
        accession=entry.accession[:500], filed=filed.end if filed else None,
        note=entry.precision[:500],
    )  # fmt: skip
    return Figure(value=value, approximate=rounded, origin=origin)


def _year(period: Period, entry: Entry, series: Series, terms: Terms) -> Period | None:
    """The period if it is a year, on its definite day; None (with a warning) if it is no year."""
    if period.kind != "year":
        if not is_missing(entry.cell):
            terms.warn(
                _("{name}: '{period}' is no full year of actual figures and was left out.").format(
                    name=terms.source, period=period.text
                )
            )
        return None
    if period.ambiguous:
        raise StatementError(
            _("{name}, {place}: '{period}' could be two days. Write it as YYYY-MM-DD.").format(
                name=terms.source, place=entry.place, period=period.text
            )
        )
    if period.bare_year and not terms.fiscal_year_end:
        terms.warn(
            _(
                "{name} gives years without days; they are taken to end on 31 December. State the fiscal year end if that is wrong."
            ).format(name=terms.source)
        )
    return placed(period, terms.fiscal_year_end)


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
    "percent": lambda: _("{name}, {place}: {line} is '{value}', a percentage where an amount belongs. Choose another column for {line}."),
    "text": lambda: _("{name}, {place}: {line} is '{value}', a text where a number belongs. Correct the cell, or leave it blank if the figure is not known."),
    "unsolved": lambda: _("{name}, {place}: {line} is the formula '{value}' without a stored result. Open the file in a spreadsheet program, save it, and import it again."),
    "too_large": lambda: _("{name}, {place}: {line} is '{value}', more than any company has. Check the unit of the file."),
}  # fmt: skip


def _refused(line: str, read: Reading, entry: Entry, series: Series, terms: Terms) -> StatementError:
    return StatementError(
        _REFUSALS[read.kind]().format(
            name=terms.source, place=entry.place, line=label(line), value=str(entry.cell)[:60]
        )
    )


def _decimal_mark(assignment: Assignment, terms: Terms) -> Mark:
    """The decimal mark: as stated, else as the figures prove; two proofs against each other are an error."""
    if terms.decimal:
        return terms.decimal
    entries = [e for several in assignment.series.values() for s in several for e in s.entries]
    proven = proofs((e.cell, e.place) for e in entries)
    if len(proven) == 2:
        (point, at), (comma, there) = proven["."], proven[","]
        raise StatementError(
            _(
                "{name} mixes two ways to write numbers: {first} at {place} and {second} at {other}. State the decimal mark, decimal=. or decimal=,"
            ).format(name=terms.source, first=str(point)[:40], place=at, second=str(comma)[:40], other=there)
        )
    if proven:
        return _undisputed(next(iter(proven)), proven, entries, terms)
    unclear = next((e for e in entries if is_open(e.cell) and "." in str(e.cell)), None)
    if unclear and terms.delimiter == ";":
        raise StatementError(
            _(
                "{name}, {place}: '{value}' could be a thousand or a fraction. State the decimal mark, decimal=. or decimal=,"
            ).format(name=terms.source, place=unclear.place, value=str(unclear.cell)[:40])
        )
    if unclear:
        terms.warn(
            _("{name}: points in numbers such as '{value}' are read as decimal points.").format(
                name=terms.source, value=str(unclear.cell)[:40]
            )
        )
    return "."


def _undisputed(
    mark: Mark, proven: Mapping[Mark, tuple[Cell, str]], entries: Sequence[Entry], terms: Terms
) -> Mark:
    """The proven mark; a decimal comma is asked about where other cells use the comma as one does between thousands."""
    grouped = next((e for e in entries if is_open(e.cell) and "," in plain(str(e.cell))), None)
    if mark == "," and grouped:
        cell, place = proven[","]
        raise StatementError(
            _(
                "{name} mixes two ways to write numbers: {first} at {place} and {second} at {other}. State the decimal mark, decimal=. or decimal=,"
            ).format(
                name=terms.source,
                first=str(grouped.cell)[:40],
                place=grouped.place,
                second=str(cell)[:40],
                other=place,
            )
        )
    return mark


def _currency(assignment: Assignment, terms: Terms) -> str:
    """The one currency of the figures: as stated, as named in the file, or assumed with a warning."""
    counted = _named(assignment)
    if terms.currency:
        if counted and terms.currency not in counted and not _unnamed(assignment):
            raise StatementError(
                _("{name} has no figures in {currency}; it has {others}.").format(
                    name=terms.source, currency=terms.currency, others=listed(sorted(counted))
                )
            )
        return terms.currency
    if len(counted) > 1:
        return _reporting(counted, terms)
    if counted:
        return next(iter(counted))
    titled = Counter(code for title in terms.titles for code in currencies_of(title))
    if len(titled) > 1:
        raise _two_currencies(list(titled), terms)
    return next(iter(titled), None) or _assumed_currency(assignment, terms)


def _named(assignment: Assignment) -> dict[str, set[dt.date]]:
    """The currencies that cells, rows or columns name, each with the periods that have figures in it."""
    found: dict[str, set[dt.date]] = {}
    for several in assignment.series.values():
        for series in several:
            for entry in series.entries:
                for code in entry.currencies or series.currencies:
                    if not is_missing(entry.cell):
                        found.setdefault(code, set()).add(entry.period.end)
    return found


def _unnamed(assignment: Assignment) -> bool:
    return any(
        not (e.currencies or s.currencies) and not is_missing(e.cell)
        for several in assignment.series.values() for s in several for e in s.entries
    )  # fmt: skip


def _reporting(counted: dict[str, set[dt.date]], terms: Terms) -> str:
    """Of two currencies the one that covers all periods; the other is a convenience translation of some of them."""
    everything = set().union(*counted.values())
    full = [code for code, ends in counted.items() if ends == everything]
    if len(full) != 1:
        raise _two_currencies(list(counted), terms)
    others = [code for code in counted if code != full[0]]
    terms.warn(
        _(
            "{name} reports in {currency}; the figures in {others} are a translation for some periods and were left out."
        ).format(name=terms.source, currency=full[0], others=listed(others))
    )
    return full[0]


def _two_currencies(codes: Sequence[str], terms: Terms) -> StatementError:
    return StatementError(
        _(
            "{name} has figures in {currencies}. State which one to read, for example currency={first}."
        ).format(name=terms.source, currencies=listed(sorted(codes)), first=sorted(codes)[0])
    )


def _assumed_currency(assignment: Assignment, terms: Terms) -> str:
    texts = [*terms.titles, *(s.label for several in assignment.series.values() for s in several)]
    hint = next((code for text in texts if (code := currency_hint(text))), None)
    currency = hint or ("CNY" if terms.chinese else "USD")
    terms.warn(
        _(
            "{name} names no currency; the figures are taken as {currency}. State the currency if that is wrong."
        ).format(name=terms.source, currency=currency)
    )
    return currency
