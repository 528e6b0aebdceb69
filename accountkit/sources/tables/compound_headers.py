"""Tables whose header cells name line, period and unit at once, one row a company, as Wind and Choice export lists:

证券代码 | 营业收入
           [报告期] 2023年报
           [单位] 亿元
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from accountkit.sources.cells.cell import Cell
from accountkit.sources.cells.numerals import is_missing
from accountkit.sources.cells.units import currencies_of, unit_of
from accountkit.sources.lines.recognition import recognised
from accountkit.sources.tables.layout import Entry, Layout, Series, texts
from accountkit.sources.tables.periods import Period, period_of
from accountkit.sources.tables.table import Table

_HEADER_SEARCH = 20
_TAG = re.compile(r"[\[【]([^\]】]*)[\]】]")
_DATED = re.compile(
    r"(?:fy ?)?(?:19|20)\d\d(?:[-/.]\d{1,2}[-/.]\d{1,2}|年?年报|年度|年|[-/]?(?:q[1-4]|h[12])|年?(?:一季报|中报|半年报|三季报|三季))?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Head:
    """A header cell taken apart."""

    label: str
    period: Period
    unit: float | None
    currencies: tuple[str, ...]


def head_of(cell: Cell) -> Head | None:
    """Line, period and unit of a header cell; None where it does not name a known line together with a period."""
    if not isinstance(cell, str) or not 5 <= len(cell) <= 300:
        return None
    bare = _TAG.sub(" ", cell)
    for match in _DATED.finditer(cell):
        period = period_of(match[0])
        label = bare.replace(match[0], " ", 1).partition("\n")[0].strip(" \t-_/|:,，：()（）")
        if period and label and recognised(label):
            return Head(label, period, unit_of(cell), currencies_of(cell))
    return None


def compound_header(table: Table) -> int | None:
    """The row whose cells name lines together with periods; None where fewer than three do."""
    for row in range(min(len(table.rows) - 1, _HEADER_SEARCH)):
        if sum(head_of(cell) is not None for cell in table.rows[row]) >= 3:
            return row
    return None


def compound_layout(table: Table) -> Layout | None:
    """The table as series by line, or None where its header is an ordinary one."""
    header = compound_header(table)
    if header is None:
        return None
    series: dict[str, list[Entry]] = {}
    places: dict[str, str] = {}
    for column, cell in enumerate(table.rows[header]):
        head = head_of(cell)
        if head is None:
            continue
        places.setdefault(head.label, table.place(header, column))
        series.setdefault(head.label, []).extend(
            Entry(head.period, value, table.place(row, column), head.unit, head.currencies)
            for row in range(header + 1, len(table.rows))
            if not is_missing(value := table.at(row, column))
        )
    found = tuple(Series(label, places[label], "", tuple(entries)) for label, entries in series.items())
    return Layout(table, "long", found, tuple(texts(table, range(header))))
