"""Tables with the columns that fit beside a picture on a slide."""

from __future__ import annotations

from dataclasses import replace

from accountkit.brief.blocks import Cell, Table
from accountkit.finance.returns.formulas import STEPS
from accountkit.i18n import _, bracketed

BESIDE_A_PICTURE = {
    "outside": ("change", "effect", "priority"),
    "forces": ("force", "pressure", "presses"),
    "problems": ("problem", "type", "worth"),
    "motives": ("role", "state", "multiple", "needed"),
    "peers": ("company", *STEPS[3], "return_on_equity"),
    "people_map": ("function", "stage", "standing"),
    "answers": ("solution", "cost", "profit"),
}
"""The columns of a table that fit beside a picture; the mark of what a claim rests on moves to the first of them."""


def narrow(table: Table) -> Table:
    """The table with the columns of `BESIDE_A_PICTURE`, where it has them; the year of a company stands behind its name."""
    if table.key == "peers":
        table = _with_years(table)
    wanted = BESIDE_A_PICTURE.get(table.key, ())
    if not any(column.key in wanted for column in table.columns):
        return table
    places = [place for place, column in enumerate(table.columns) if column.key in wanted]
    kept_mark = any(table.columns[place].key == "standing" for place in places)
    rows = []
    for row in table.rows:
        mark = None if kept_mark else next((cell.mark for cell in row if cell.mark), None)
        first, *rest = (row[place] for place in places)
        rows.append((replace(first, mark=first.mark or mark), *rest))
    return replace(table, columns=tuple(table.columns[place] for place in places), rows=tuple(rows))


def _with_years(table: Table) -> Table:
    """Companies with the year that is compared: without it, a return beside another year's contradicts it."""
    keys = [column.key for column in table.columns]
    company, year = keys.index("company"), keys.index("year")

    def named(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        cells, when = list(row), row[year].text
        if when:
            cells[company] = replace(row[company], text=row[company].text + bracketed(when))
        return tuple(cells)

    columns = list(table.columns)
    columns[company] = replace(columns[company], title=_("Company (year to)"))
    return replace(table, columns=tuple(columns), rows=tuple(named(row) for row in table.rows))
