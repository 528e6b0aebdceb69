"""A table of cells as a file holds it: no meaning yet, but every cell knows its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from accountkit.errors import FileTooLarge, UnreadableFile
from accountkit.i18n import _, number
from accountkit.sources.cells.cell import Cell, Unsolved
from accountkit.sources.limits import LONGEST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, check_cells

_CHINESE = re.compile("[\u4e00-\u9fff]|^\\d{6}\\.(?:SH|SZ|BJ|SS)$")


@dataclass(frozen=True)
class Table:
    """Rows without the blank ones; `numbers` are their row numbers in the file, from 1. `sheet` is blank for text."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    numbers: tuple[int, ...]
    sheet: str = ""

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)

    def at(self, row: int, column: int) -> Cell:
        """The cell, or None beyond the end of a short row."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else None

    def place(self, row: int, column: int) -> str:
        """Where a cell is, as a spreadsheet names it: ``C7``, ``Income!C7``."""
        cell = f"{column_letters(column)}{self.numbers[row]}"
        return f"{self.sheet}!{cell}" if self.sheet else cell

    @property
    def is_chinese(self) -> bool:
        """Whether Chinese characters, or a code of a Chinese exchange (``600519.SH``), stand in it."""
        return any(isinstance(c, str) and _CHINESE.search(c) for row in self.rows[:500] for c in row)

    @property
    def title(self) -> str:
        """How messages name it: the file, and the sheet where there is one."""
        return (
            _("{name}, sheet “{sheet}”").format(name=self.name, sheet=self.sheet) if self.sheet else self.name
        )


def column_letters(column: int) -> str:
    """A column counted from 0 as letters: 0 → ``A``, 27 → ``AB``."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip() and not isinstance(cell, Unsolved))


class TableBuilder:
    """Collects rows under the limits of rows, columns, cells and cell length; blank rows and trailing blanks are left out.
    `cells` counts the cells of the file, those of earlier sheets included."""

    def __init__(
        self,
        name: str,
        sheet: str = "",
        most_rows: int = MOST_ROWS,
        most_cells: int = MOST_CELLS,
        cells: int = 0,
    ) -> None:
        self.name, self.sheet, self.most_rows, self.most_cells = name, sheet, most_rows, most_cells
        self.cells = cells
        self.rows: list[tuple[Cell, ...]] = []
        self.numbers: list[int] = []

    def add(self, row_number: int, cells: list[Cell]) -> None:
        self.cells += len(cells) or 1  # a row without cells is looked at too
        check_cells(self.cells, self.name, self.most_cells)
        while cells and is_blank(cells[-1]):
            cells.pop()
        if not cells:
            return
        self._check(row_number, cells)
        self.rows.append(tuple(cells))
        self.numbers.append(row_number)

    def _check(self, row_number: int, cells: list[Cell]) -> None:
        if len(self.rows) >= self.most_rows:
            raise FileTooLarge(
                _(
                    "{name} has more than {limit} rows. Keep the rows of one company and import it again."
                ).format(name=self.name, limit=number(self.most_rows, 0))
            )
        if len(cells) > MOST_COLUMNS:
            raise FileTooLarge(
                _("{name}, row {row}: {n} columns, more than {limit}. Remove columns.").format(
                    name=self.name, row=row_number, n=number(len(cells), 0), limit=number(MOST_COLUMNS, 0)
                )
            )
        for column, cell in enumerate(cells):
            if isinstance(cell, str) and len(cell) > LONGEST_CELL:
                raise FileTooLarge(
                    _("{name}, cell {place}: {n} characters, more than {limit}. Shorten the text.").format(
                        name=self.name,
                        place=f"{column_letters(column)}{row_number}",
                        n=number(len(cell), 0),
                        limit=number(LONGEST_CELL, 0),
                    )
                )

    def table(self) -> Table:
        return Table(self.name, tuple(self.rows), tuple(self.numbers), self.sheet)


def nothing_in(name: str) -> UnreadableFile:
    """The error for a file that can be opened but has no cell with content."""
    return UnreadableFile(_("{name} has no rows. Export it again, or choose another file.").format(name=name))
