"""Where a table has its periods and where its lines.

Two forms are known: periods in a header row with one line per row, and periods in a column with one line per column.
Both may repeat their header further down, even with the columns in another order (eastmoney does). The form under which
more labels are recognised is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from accountkit.sources.numerals import is_missing, reading
from accountkit.sources.periods import Period, period_of
from accountkit.sources.recognition import Match, recognised
from accountkit.sources.table import Cell, Table, is_blank
from accountkit.sources.units import currencies_of, unit_of
from accountkit.sources.vocabulary import DETAIL_NAMES, ENTITY_NAMES, OTHER_DATES, PERIOD_NAMES

Orientation = Literal["period_columns", "period_rows", "long"]
_HEADER_SEARCH = 60
_NOTES = re.compile(r"notes?\.?|附注|附註|行次|no\.?|序号")
_MOST_NOTES = 200
_ABOUT_SHARES = re.compile(r"share|\beps\b|股")


@dataclass(frozen=True)
class Entry:
    """One cell of a line: its period, what stands there, where, and the unit or currency of its own row or column."""

    period: Period
    cell: Cell
    place: str
    unit: float | None = None
    currencies: tuple[str, ...] = ()
    source: str = ""
    accession: str = ""
    filed: str = ""
    precision: str = ""


@dataclass(frozen=True)
class Series:
    """One line of the file before it is recognised: its label, the heading above it, and its cells."""

    label: str
    place: str
    heading: str = ""
    entries: tuple[Entry, ...] = ()
    unit: float | None = None
    currencies: tuple[str, ...] = ()
    is_concept: bool = False

    @property
    def match(self) -> Match | None:
        """The line that the label means, if any."""
        return recognised(self.label, self.heading, self.is_concept)

    @property
    def has_figures(self) -> bool:
        return any(not is_missing(entry.cell) for entry in self.entries)


@dataclass(frozen=True)
class Layout:
    """A table understood: its series, and what its titles say. `left_out` are (label, place) of columns or rows that
    hold figures but belong to no period."""

    table: Table
    orientation: Orientation
    series: tuple[Series, ...]
    titles: tuple[str, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
    entities: tuple[str, ...] = ()
    entity: str = ""
    loose: tuple[str, ...] = field(default=())

    @property
    def recognised(self) -> int:
        return len({m.line for s in self.series if (m := s.match)})


def folded(cell: Cell) -> str:
    return " ".join(str(cell).split()).casefold() if isinstance(cell, str) else ""


def is_header_name(cell: Cell, names: Iterable[str]) -> bool:
    text = folded(cell)
    return bool(text) and (text in names or text.replace(" ", "_") in names)


def layouts(table: Table, chosen: frozenset[str] = frozenset()) -> list[Layout]:
    """The forms under which the table can be read, the one with more recognised (or `chosen`) labels first."""
    found = [form for form in (_period_columns(table), _period_rows(table, chosen)) if form is not None]
    return sorted(found, key=lambda form: -_score(form, chosen))


def _score(form: Layout, chosen: frozenset[str]) -> float:
    """Recognised lines and chosen labels; a form without figures counts nothing."""
    figures = sum(series.has_figures for series in form.series)
    hits = form.recognised + sum(series.label in chosen for series in form.series)
    return (hits + 0.01 * min(figures, 20)) if figures else 0.0


# Periods in a header row -------------------------------------------------------------------------------------------


def _period_columns(table: Table) -> Layout | None:
    headers = _header_rows(table)
    if not headers:
        return None
    series: list[Series] = []
    left_out = list(_figures_above(table, headers[0]))
    loose: list[str] = []
    for position, row in enumerate(headers):
        end = headers[position + 1] if position + 1 < len(headers) else len(table.rows)
        block = _Block(table, row, end)
        series += block.series()
        left_out += block.columns_without_period()
        loose += block.figures_beyond_header()
    titles = tuple(_texts(table, range(headers[0] + 1)))
    return Layout(
        table, "period_columns", tuple(series), titles, tuple(dict.fromkeys(left_out)), loose=tuple(loose)
    )


def _figures_above(table: Table, header: int) -> Iterator[tuple[str, str]]:
    """Rows with figures above the first header, under no period."""
    for row in range(header):
        columns = [c for c in _periods_in(table, header) if reading(table.at(row, c)).kind == "number"]
        if columns:
            label = next((c for c in table.rows[row] if isinstance(c, str) and reading(c).kind == "text"), "")
            yield label.strip(), table.place(row, columns[0])


def _header_rows(table: Table) -> list[int]:
    """Rows in which periods stand to the right of a cell that is no figure's label, and figures stand below."""
    rows = []
    for row in range(len(table.rows)):
        periods = _periods_in(table, row)
        if not periods or (not rows and row > _HEADER_SEARCH):
            continue
        label = next((c for c in table.rows[row][: min(periods)] if isinstance(c, str) and c.strip()), "")
        if not min(periods) or (recognised(label) and not _all_strong(table, row, periods)):
            continue
        rows.append(row)
    return rows


def _all_strong(table: Table, row: int, periods: dict[int, Period]) -> bool:
    """Whether all filled cells after the label are periods that no figure could be (a figure of 2,024 is not a year)."""
    filled = [c for c in range(1, len(table.rows[row])) if not is_blank(table.at(row, c))]
    return len(filled) == len(periods) and all(not isinstance(table.at(row, c), int | float) for c in filled)


def _periods_in(table: Table, row: int) -> dict[int, Period]:
    cells = table.rows[row]
    found = {column: period for column, cell in enumerate(cells) if column and (period := period_of(cell))}
    others = sum(1 for c, cell in enumerate(cells) if c and c not in found and reading(cell).kind == "number")
    return found if len(found) > others else {}


class _Block:
    """The rows below one header row, up to the next."""

    def __init__(self, table: Table, header: int, end: int) -> None:
        self.table, self.header, self.end = table, header, end
        self.periods = {c: self._lengthened(c, p) for c, p in _periods_in(table, header).items()}
        self.labels = self._label_columns()
        self.unit: float | None = None
        self.currencies: tuple[str, ...] = ()
        self.column_texts: dict[int, str] = {}

    def _lengthened(self, column: int, period: Period) -> Period:
        """A period under "12 Months Ended" or "Three Months Ended" in the row above takes that kind."""
        above = self._above(column)
        together = period_of(f"{above} {period.end.isoformat()}") if above else None
        return replace(period, kind=together.kind) if together and together.kind != "year" else period

    def _above(self, column: int) -> str:
        """The text above a header cell; a merged cell holds it in its first column only."""
        if not self.header:
            return ""
        row = self.table.rows[self.header - 1]
        for place in range(min(column, len(row) - 1), 0, -1):
            if not is_blank(row[place]):
                return str(row[place])
        return ""

    def _label_columns(self) -> list[int]:
        """Columns left of the first period that hold names, the one with most recognised names first."""
        rows = range(self.header + 1, self.end)

        def names(column: int) -> tuple[int, int]:
            cells = (self.table.at(r, column) for r in rows)
            texts = [c for c in cells if isinstance(c, str) and reading(c).kind in ("text", "unsolved")]
            return sum(recognised(t) is not None for t in texts), len(texts)

        counted = {column: names(column) for column in range(min(self.periods))}
        return sorted(
            (c for c, n in counted.items() if n[1]), key=lambda c: (-counted[c][0], -counted[c][1], c)
        )

    def series(self) -> Iterator[Series]:
        heading = ""
        for row in range(self.header + 1, self.end):
            label = self._label(row)
            if self._names_units(row, label):
                continue
            entries = tuple(self._entries(row))
            if any(not is_blank(entry.cell) for entry in entries):
                place = self.table.place(row, self.labels[0] if self.labels else 0)
                yield Series(label, place, heading, entries, unit_of(label), currencies_of(label))
            elif label:
                heading = label

    def _names_units(self, row: int, label: str) -> bool:
        """Whether a row says only what is counted: ``RMB'000`` under each period, or "(in thousands)" as a heading."""
        cells = {c: str(cell) for c in self.periods if not is_blank(cell := self.table.at(row, c))}
        if cells and not recognised(label) and all(_is_unit(text) for text in cells.values()):
            self.column_texts = cells
            return True
        if (
            cells
            or not label
            or recognised(label)
            or _ABOUT_SHARES.search(label.casefold())
            or unit_of(label) is None
        ):
            return False
        self.unit, self.currencies = unit_of(label), currencies_of(label)
        return True

    def _label(self, row: int) -> str:
        texts = [str(c).strip() for column in self.labels if not is_blank(c := self.table.at(row, column))]
        return next((t for t in texts if recognised(t)), texts[0] if texts else "")

    def _entries(self, row: int) -> Iterator[Entry]:
        for column, period in self.periods.items():
            head = f"{self._above(column)} {self.table.at(self.header, column)} {self.column_texts.get(column, '')}"
            unit = unit_of(head)
            yield Entry(
                period, self.table.at(row, column), self.table.place(row, column),
                self.unit if unit is None else unit, currencies_of(head) or self.currencies,
            )  # fmt: skip

    def columns_without_period(self) -> Iterator[tuple[str, str]]:
        for column in range(self.table.width):
            if column in self.periods or column in self.labels:
                continue
            cells = {r: reading(self.table.at(r, column)) for r in range(self.header + 1, self.end)}
            figures = [r for r, read in cells.items() if read.kind == "number"]
            notes = _NOTES.fullmatch(folded(self.table.at(self.header, column))) and all(
                abs(cells[r].value) < _MOST_NOTES for r in figures
            )
            if figures and not notes:
                head = self.table.at(self.header, column)
                yield (str(head).strip() if not is_blank(head) else "", self.table.place(figures[0], column))

    def figures_beyond_header(self) -> Iterator[str]:
        """Places of text figures to the right of the header: cells that a comma inside a number has pushed there."""
        width = len(self.table.rows[self.header])
        for row in range(self.header + 1, self.end):
            cells = self.table.rows[row][width:]
            if any(isinstance(cell, str) and reading(cell).kind == "number" for cell in cells):
                yield self.table.place(row, width)


# Periods in a column -----------------------------------------------------------------------------------------------


def _period_rows(table: Table, chosen: frozenset[str]) -> Layout | None:
    found = _period_column(table, chosen)
    if found is None:
        return None
    header, column = found
    collected: dict[str, list[Entry]] = {}
    places: dict[str, str] = {}
    left_out: list[tuple[str, str]] = []
    loose: list[str] = []
    names = _column_names(table, header, column)
    left_out += _nameless_columns(table, header)
    units: dict[int, str] = {}
    for row in range(header + 1, len(table.rows)):
        period = period_of(table.at(row, column))
        if period is None:
            if _repeats_header(table, header, row, column):
                header, units = row, {}
                names = _column_names(table, row, column)
            elif _is_unit_row(table, row):
                units = {c: str(cell) for c, cell in enumerate(table.rows[row]) if isinstance(cell, str)}
            elif any(reading(cell).kind in ("number", "percent") for cell in table.rows[row]):
                left_out.append((str(table.at(row, column) or "").strip(), table.place(row, column)))
            continue
        if len(table.rows[row]) > len(table.rows[header]):
            loose.append(table.place(row, len(table.rows[header])))
        for place, name in names.items():
            head = units.get(place, "")
            entry = Entry(
                period, table.at(row, place), table.place(row, place), unit_of(head), currencies_of(head)
            )
            collected.setdefault(name, []).append(entry)
            places.setdefault(name, table.place(header, place))
    series = tuple(
        Series(name, places[name], "", tuple(entries), unit_of(name), currencies_of(name))
        for name, entries in collected.items()
    )
    corner = table.at(*found)
    titles = (*_texts(table, range(found[0])), *([corner] if isinstance(corner, str) else []))
    return Layout(table, "period_rows", series, titles, tuple(left_out), loose=tuple(loose))


def _period_column(table: Table, chosen: frozenset[str]) -> tuple[int, int] | None:
    """Header row and column of the periods: by the column's name, else by what stands in it."""
    best: tuple[tuple[int, int], tuple[int, int]] | None = None
    for header in range(min(len(table.rows) - 1, _HEADER_SEARCH)):
        if any(reading(cell).kind == "number" and not period_of(cell) for cell in table.rows[header]):
            continue
        labels = sum(
            isinstance(c, str) and (c.strip() in chosen or recognised(c) is not None)
            for c in table.rows[header]
        )
        for column, cell in enumerate(table.rows[header]):
            if is_header_name(cell, OTHER_DATES) or period_of(cell):
                continue
            below = sum(
                period_of(table.at(row, column)) is not None
                for row in range(header + 1, min(len(table.rows), header + 30))
            )
            named = is_header_name(cell, PERIOD_NAMES)
            if below and (named or labels or _mostly_text(table.rows[header])):
                score = (labels + 2 * named, below)
                best = (
                    max(best, (score, (header, column)), key=lambda b: b[0])
                    if best
                    else (score, (header, column))
                )
    return best[1] if best else None


def _mostly_text(row: tuple[Cell, ...]) -> bool:
    return all(is_blank(c) or (isinstance(c, str) and reading(c).kind == "text") for c in row)


def _column_names(table: Table, header: int, period_column: int) -> dict[int, str]:
    names: dict[int, str] = {}
    for column, cell in enumerate(table.rows[header]):
        text = str(cell).strip() if not is_blank(cell) else ""
        is_detail = any(is_header_name(cell, group) for group in DETAIL_NAMES.values())
        if (
            text
            and column != period_column
            and not is_detail
            and not is_header_name(cell, OTHER_DATES | ENTITY_NAMES | PERIOD_NAMES)
        ):
            names[column] = text
    return names


def _nameless_columns(table: Table, header: int) -> Iterator[tuple[str, str]]:
    """Columns with figures but without a name."""
    for column in range(len(table.rows[header])):
        if is_blank(table.at(header, column)):
            figures = [
                r for r in range(header + 1, len(table.rows)) if reading(table.at(r, column)).kind == "number"
            ]
            if figures:
                yield "", table.place(figures[0], column)


def _repeats_header(table: Table, header: int, row: int, column: int) -> bool:
    first = {folded(c) for c in table.rows[header]} - {""}
    again = {folded(c) for c in table.rows[row]} - {""}
    return (
        len(first & again) * 2 > len(again)
        or sum(isinstance(c, str) and recognised(c) is not None for c in table.rows[row]) >= 2
    )


def _is_unit_row(table: Table, row: int) -> bool:
    texts = [c for c in table.rows[row] if isinstance(c, str) and not is_missing(c)]
    return bool(texts) and all(_is_unit(text) for text in texts)


def _is_unit(text: str) -> bool:
    return reading(text).kind == "text" and (unit_of(text) is not None or bool(currencies_of(text)))


def _texts(table: Table, rows: Iterable[int]) -> Iterator[str]:
    for row in rows:
        for cell in table.rows[row]:
            if isinstance(cell, str) and not is_missing(cell):
                yield cell
