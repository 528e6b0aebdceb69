"""A CSV file of a CRM: which table it is, and its rows under the neutral names of their columns."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from accountkit.crm.columns import COLUMNS, DO_NOT_MODIFY, MARKS, NEEDED, id_of, recognised
from accountkit.crm.values import DayOrder, Unclear, date_of, day_order
from accountkit.errors import StatementError
from accountkit.i18n import _, enumerated
from accountkit.model.crm import System
from accountkit.model.crm import Table as Kind
from accountkit.sources.cells.formulas import as_written
from accountkit.sources.files.delimited import DELIMITERS, decoded, text_table
from accountkit.sources.limits import content

DATES = ("estimatedclosedate", "activitydate")
WORDS: dict[Kind, tuple[str, ...]] = {
    "accounts": ("account", "compan"),
    "contacts": ("contact",),
    "opportunities": ("opportunit", "deal"),
    "activities": ("activit", "task", "event", "call", "note", "meeting", "appointment"),
}
"""What stands in the name of a file; asked where the columns leave it open."""


@dataclass(frozen=True)
class Row:
    """One row: its number in the file, its cells by neutral name (no blank ones; dates as 2026-05-31), and what has to go
    back unchanged."""

    number: int
    values: dict[str, str]
    kept: dict[str, str]


@dataclass(frozen=True)
class Sheet:
    """One file. `heads` names the columns as the file does, by neutral name."""

    name: str
    system: System
    table: Kind
    heads: dict[str, str]
    rows: tuple[Row, ...]


def read(source: str | Path | bytes, system: System, name: str = "", days: DayOrder | None = None) -> Sheet:
    """The rows of a file. Raises `StatementError` where its columns are those of no table of `system`, or of several."""
    name = name or (Path(source).name if isinstance(source, str | Path) else "CSV")
    text, _encoding = decoded(content(source, name), name)
    cells = text_table(text, name, _delimiter(text, system))
    heads = [str(cell or "") for cell in cells.rows[0]]
    table = _table_of(heads, system, name)
    places = recognised(system, table, heads)
    kept = {place: head for place, head in enumerate(heads) if head.startswith(DO_NOT_MODIFY)}
    lines = [
        (number, [str(cell or "") for cell in row] + [""] * (len(heads) - len(row)))
        for number, row in zip(cells.numbers[1:], cells.rows[1:], strict=True)
    ]
    written = [texts[places[neutral]] for _number, texts in lines for neutral in DATES if neutral in places]
    order = days or day_order(written)
    rows = []
    for number, texts in lines:
        values = {neutral: as_written(texts[place]) for neutral, place in places.items()}
        values |= {neutral: _iso(values[neutral], order) for neutral in DATES if neutral in values}
        rows.append(
            Row(
                number,
                {neutral: value for neutral, value in values.items() if value},
                {head: texts[place] for place, head in kept.items() if texts[place]},
            )
        )
    if not rows:
        raise StatementError(
            _("{file} has a head and no rows. Export it again, with its records.").format(file=name)
        )
    said = {neutral: heads[place] for neutral, place in places.items()}
    return Sheet(name, system, table, said, tuple(rows))


def _delimiter(text: str, system: System) -> str:
    """The delimiter under which the head names most columns of the system."""
    head = text.lstrip().split("\n", 1)[0]

    def named(delimiter: str) -> int:
        heads = next(csv.reader([head], delimiter=delimiter), [])
        return max(len(recognised(system, table, heads)) for table in COLUMNS)

    return max(DELIMITERS, key=named)


def _iso(text: str, order: DayOrder | None) -> str:
    """A date that can be read as 2026-05-31; anything else as it is, for the message that refuses it."""
    try:
        day = date_of(text, order)
    except Unclear:
        return text
    return day.isoformat() if day else ""


def _table_of(heads: list[str], system: System, name: str) -> Kind:
    """The table whose columns these are."""
    found = {table: recognised(system, table, heads) for table in COLUMNS}
    marks = {
        table: sum(neutral in found[table] for neutral in MARKS[table])
        for table in COLUMNS
        if any(neutral in found[table] for neutral in NEEDED[table])
    }
    most = max(marks.values(), default=0)
    likely = [table for table, often in marks.items() if often == most]
    named = [table for table in likely if any(word in name.casefold() for word in WORDS[table])]
    if len(likely) > 1 and len(named) == 1:
        likely = named
    if len(likely) == 1:
        return likely[0]
    if likely:
        raise StatementError(
            _(
                "{file} could hold {tables}. Export more of its columns, or name the file by what it holds, such as contacts.csv."
            ).format(file=name, tables=enumerated(likely))
        )
    raise StatementError(
        _(
            "{file} does not hold accounts, contacts, opportunities or activities of {system}: its columns are {columns}. docs/crm.md lists the columns."
        ).format(file=name, system=system, columns=enumerated(heads[:8]))
    )


def where(sheet: Sheet, row: Row, neutral: str) -> str:
    """Where a value stands, for a message: file, row and the column as the file names it."""
    return _("{file}, row {row}, column {column}").format(
        file=sheet.name, row=row.number, column=sheet.heads.get(neutral, neutral)
    )


def external_id(sheet: Sheet, row: Row) -> str:
    """The CRM's own id of the row; blank where it gives none."""
    return row.values.get(id_of(sheet.table), "")


def same_id(system: System, external: str) -> str:
    """The id as it is compared: Salesforce shows the same one with 15 and with 18 characters, Dynamics in any case."""
    if system == "salesforce":
        return external[:15] if len(external) == 18 else external
    return external.strip("{}").lower() if system == "dynamics" else external
