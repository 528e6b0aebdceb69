"""A table understood: its lines with their cells, each cell with its period and its place.

`period_columns` and `period_rows` make layouts out of wide tables, `long_table` out of long ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from accountkit.sources.cells.cell import Cell
from accountkit.sources.cells.numerals import is_missing, reading
from accountkit.sources.cells.units import currencies_of, unit_of
from accountkit.sources.lines.recognition import Match, recognised
from accountkit.sources.tables.periods import Period
from accountkit.sources.tables.table import Table

Orientation = Literal["period_columns", "period_rows", "long"]
HEADER_SEARCH = 60


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


def is_unit(text: str) -> bool:
    """Whether a text names a unit or a currency and is no figure."""
    return reading(text).kind == "text" and (unit_of(text) is not None or bool(currencies_of(text)))


def texts(table: Table, rows: Iterable[int]) -> Iterator[str]:
    """The texts of some rows: titles and headers, in which units and currencies are named."""
    for row in rows:
        for cell in table.rows[row]:
            if isinstance(cell, str) and not is_missing(cell):
                yield cell
