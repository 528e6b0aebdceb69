"""Wide tables with the periods in a header row and one line per row; several headers below each other are followed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from accountkit.sources.cells.numerals import reading
from accountkit.sources.cells.units import currencies_of, unit_of
from accountkit.sources.lines.recognition import recognised
from accountkit.sources.tables.layout import HEADER_SEARCH, Entry, Layout, Series, folded, is_unit, texts
from accountkit.sources.tables.periods import Period, period_of
from accountkit.sources.tables.table import Table, is_blank

_NOTES = re.compile(r"notes?\.?|附注|附註|行次|no\.?|序号")
_MOST_NOTES = 200
_GROUP = re.compile(r"合并|集团|\bgroup\b|consolidated")
_COMPANY = re.compile(
    r"母公司.*|公司|本公司|(?:the )?(?:parent )?company(?: only)?|parent(?: only)?|standalone"
)
_COUNTED = re.compile(
    r"fiscal year end|in (?:thousands|millions|billions)|[a-z]{3} in |单位|币种|货币", re.IGNORECASE
)
_ABOUT_SHARES = re.compile(r"share|\beps\b|股")


def period_columns(table: Table) -> Layout | None:
    """The table as lines in rows, or None where no row has periods."""
    headers = _header_rows(table)
    if not headers:
        return None
    series: list[Series] = []
    left_out = list(_figures_above(table, headers[0]))
    loose: list[str] = []
    block: _Block | None = None
    for position, row in enumerate(headers):
        end = headers[position + 1] if position + 1 < len(headers) else len(table.rows)
        block = _Block(table, row, end, block)
        series += block.series()
        left_out += block.columns_without_period()
        loose += block.figures_beyond_header()
    titles = (*texts(table, range(headers[0] + 1)), *_notes_below(table, headers[0]))
    return Layout(
        table, "period_columns", tuple(series), titles, tuple(dict.fromkeys(left_out)), loose=tuple(loose)
    )


def _notes_below(table: Table, header: int) -> Iterator[str]:
    """Lone texts below the header that say how the table is counted or when its years end."""
    for row in range(header + 1, len(table.rows)):
        filled = [c for c in table.rows[row] if not is_blank(c)]
        if len(filled) == 1 and isinstance(filled[0], str) and _COUNTED.search(filled[0]):
            yield filled[0]


def _figures_above(table: Table, header: int) -> Iterator[tuple[str, str]]:
    """Rows with figures above the first header, under no period."""
    for row in range(header):
        columns = [c for c in _periods_in(table, header) if reading(table.at(row, c)).kind == "number"]
        if columns:
            label = next((c for c in table.rows[row] if isinstance(c, str) and reading(c).kind == "text"), "")
            yield label.strip(), table.place(row, columns[0])


def _header_rows(table: Table) -> list[int]:
    """Rows in which periods stand to the right of a cell that is no figure's label, and figures stand below."""
    rows: list[int] = []
    for row in range(len(table.rows)):
        periods = _periods_in(table, row)
        if not periods or (not rows and row > HEADER_SEARCH):
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

    def __init__(self, table: Table, header: int, end: int, before: _Block | None = None) -> None:
        self.table, self.header, self.end = table, header, end
        found = {c: self._lengthened(c, p) for c, p in _periods_in(table, header).items()}
        self.alone = self._of_company_alone(found)
        self.periods = {c: p for c, p in found.items() if c not in self.alone}
        self.labels = self._label_columns()
        # what counts the columns of one block counts those of the next, until a row of its own says otherwise
        self.unit: float | None = before.unit if before else None
        self.currencies: tuple[str, ...] = before.currencies if before else ()
        self.column_texts: dict[int, str] = dict(before.column_texts) if before else {}

    def _of_company_alone(self, columns: Iterable[int]) -> frozenset[int]:
        """Columns of the parent company beside those of the group: 母公司 beside 合并, Company beside Group."""
        above = {c: folded(self._above(c)) for c in columns}
        if not any(_GROUP.search(text) for text in above.values()):
            return frozenset()
        return frozenset(c for c, text in above.items() if _COMPANY.fullmatch(text))

    def _lengthened(self, column: int, period: Period) -> Period:
        """A period under "12 Months Ended" or "Three Months Ended" in the row above takes that kind."""
        above = self._above(column)
        alone = period_of(above) if above else None
        if alone and alone.kind in ("trailing", "forecast"):
            return replace(period, kind=alone.kind)
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
        if cells and not recognised(label) and all(is_unit(text) for text in cells.values()):
            self.column_texts = {c: f"{self._kept(c, text)} {text}" for c, text in cells.items()}
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

    def _kept(self, column: int, text: str) -> str:
        """What another row says of a column, as far as this one does not say it anew: a currency beside a unit."""
        before = self.column_texts.get(column, "")
        same = (unit_of(before) is not None and unit_of(text) is not None) or (
            currencies_of(before) and currencies_of(text)
        )
        return "" if same else before

    def _label(self, row: int) -> str:
        texts = [str(c).strip() for column in self.labels if not is_blank(c := self.table.at(row, column))]
        return next((t for t in texts if recognised(t)), texts[0] if texts else "")

    def _entries(self, row: int) -> Iterator[Entry]:
        for column, period in self.periods.items():
            head = f"{self._above(column)} {self.table.at(self.header, column)} {self.column_texts.get(column, '')}"
            unit = unit_of(head)
            yield Entry(
                period,
                self.table.at(row, column),
                self.table.place(row, column),
                self.unit if unit is None else unit,
                currencies_of(head) or self.currencies,
            )

    def columns_without_period(self) -> Iterator[tuple[str, str]]:
        for column in range(self.table.width):
            if column in self.periods or column in self.labels or column in self.alone:
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
