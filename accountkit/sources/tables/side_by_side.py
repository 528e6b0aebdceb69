"""Balance sheets printed in two halves: 资产 with its columns at the left, 负债和所有者权益 with the same columns at the right.

The halves are put below each other. Cells keep their columns and rows keep their numbers, so every place stays true.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from accountkit.sources.cells.cell import Cell
from accountkit.sources.cells.numerals import reading
from accountkit.sources.tables.layout import HEADER_SEARCH
from accountkit.sources.tables.periods import period_of
from accountkit.sources.tables.table import Table, is_blank


def unfolded(table: Table) -> Table:
    """The table with the right half of each two-part block below its left half; any other table as it is."""
    found = next(_folds(table), None)
    if found is None:
        return table
    header, column = found
    left = [row[:column] for row in table.rows[header:]]
    right = [(None,) * column + tuple(row[column:]) for row in table.rows[header:] if len(row) > column]
    numbers = [
        n for n, row in zip(table.numbers[header:], table.rows[header:], strict=True) if len(row) > column
    ]
    return replace(
        table,
        rows=(*table.rows[:header], *left, *right),
        numbers=(*table.numbers, *numbers),
    )


def _folds(table: Table) -> Iterator[tuple[int, int]]:
    """Header rows with the column at which the same periods begin again, behind a column of names."""
    for row in range(min(len(table.rows), HEADER_SEARCH)):
        cells = table.rows[row]
        periods = {c: p.end for c, cell in enumerate(cells) if c and (p := period_of(cell))}
        columns = sorted(periods)
        if not all(_holds_figures(table, row, c) for c in columns):
            continue
        for before, after in pairwise(columns):
            again = [periods[c] for c in columns if c >= after]
            first = [periods[c] for c in columns if c <= before]
            between = range(before + 1, after)
            names = [c for c in between if _holds_names(table, row, c)]
            if names and again == first[: len(again)] and again:
                yield row, names[0]


def _holds_figures(table: Table, header: int, column: int) -> bool:
    rows = range(header + 1, min(len(table.rows), header + 200))
    return any(reading(table.at(r, column)).kind == "number" for r in rows)


def _holds_names(table: Table, header: int, column: int) -> bool:
    below: list[Cell] = [table.at(r, column) for r in range(header + 1, len(table.rows))]
    filled = [cell for cell in below if not is_blank(cell)]
    texts = sum(isinstance(cell, str) and reading(cell).kind == "text" for cell in filled)
    return len(filled) >= 2 and texts * 10 > len(filled) * 8
