"""Tables with many companies: who is in them, and the rows of one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from accountkit.errors import EntityNeeded, StatementError
from accountkit.i18n import _, listed, number
from accountkit.sources.cells.cell import Cell
from accountkit.sources.lines.heads import ENTITY_NAMES, LINE_NAMES, PERIOD_NAMES
from accountkit.sources.tables.compound_headers import head_of
from accountkit.sources.tables.layout import is_header_name
from accountkit.sources.tables.periods import period_of
from accountkit.sources.tables.table import Table, is_blank

_HEADER_SEARCH = 20
_CODE = re.compile(r"[A-Z]{0,2}\d+(?:\.[A-Z]{1,3})?|[A-Z]{1,5}\.[A-Z]{1,2}")
"""A code of an exchange: ``000002``, ``600519.SH``, ``00700.HK``, ``SZ000002``, ``AAPL.O``."""


_NAMED_ZH = re.compile(
    r"(?:(?:编制单位|公司名称|企业名称|单位名称)\s*[:\uff1a]\s*)?([\u4e00-\u9fff（）()A-Za-z·&]{2,40}?(?:有限责任公司|股份有限公司|有限公司|集团(?![有股公])))"
)
_NAMED = re.compile(
    r"([A-Z][\w&.,'’\- ]{1,60}?,? (?:Inc|Corp|Corporation|Company|Ltd|Limited|PLC|plc|AG|SE|GmbH|S\.A|N\.V)\b\.?)(?:$|\W)"
)


def company_in(titles: Iterable[str]) -> str:
    """The company that the head of a table names, as Chinese exports and reports do above the first line; empty if none."""
    found = (pattern.match(title.strip()) for title in titles for pattern in (_NAMED_ZH, _NAMED))
    return next((one[1] for one in found if one), "")


def entity_columns(table: Table) -> tuple[int, list[int]] | None:
    """The header row and the columns that name the company of each row; None where rows have no company."""
    for row in range(min(len(table.rows) - 1, _HEADER_SEARCH)):
        cells = table.rows[row]
        columns = [c for c, cell in enumerate(cells) if is_header_name(cell, ENTITY_NAMES)]
        others = any(is_header_name(cell, PERIOD_NAMES | LINE_NAMES) or head_of(cell) for cell in cells)
        if columns and others and not any(period_of(cell) for cell in cells):
            return row, columns
    return None


def companies(table: Table) -> tuple[str, ...]:
    """The companies of a table as its best naming column calls them: a name before a code, in order of appearance."""
    found = entity_columns(table)
    if found is None:
        return ()
    header, columns = found
    column = min(columns, key=lambda c: _code_like(table, header, c))
    return tuple(dict.fromkeys(_names(table, header, column)))


def _names(table: Table, header: int, column: int) -> Iterable[str]:
    heads = {_text(cell) for cell in table.rows[header]}
    for row in range(header + 1, len(table.rows)):
        name = _text(table.at(row, column))
        note = len(table.rows[row]) == column + 1 == 1  # the source at the foot of an export stands alone
        if name and name not in heads and not note:
            yield name


def _code_like(table: Table, header: int, column: int) -> int:
    return sum(_CODE.fullmatch(name) is not None for name in _names(table, header, column))


def _text(cell: Cell) -> str:
    return (
        ""
        if is_blank(cell)
        else str(int(cell))
        if isinstance(cell, float) and cell.is_integer()
        else str(cell).strip()
    )


def to_choose(name: str, companies: tuple[str, ...]) -> EntityNeeded:
    """The error for a file of several companies of which none, or more than one, is chosen."""
    return EntityNeeded(
        _("{name} has {n} companies. Choose one by name, ticker or code, for example {examples}.").format(
            name=name, n=number(len(companies), 0), examples=listed(list(companies[:3]))
        ),
        companies,
    )


def of_company(table: Table, wanted: str | None) -> tuple[Table, str, tuple[str, ...]]:
    """The rows of one company, its name, and all companies of the table.

    `wanted` is a name, a ticker or a code in any of the naming columns; it may be left out where there is one company.
    Raises `EntityNeeded` (with the names) where there are several, `StatementError` where the wanted one is not there.
    """
    found = entity_columns(table)
    names = companies(table)
    if found is None or not names:
        return table, "", ()
    header, columns = found
    if wanted is None:
        if len(names) > 1:
            raise to_choose(table.title, names)
        return table, names[0], names
    chosen = _matching(table, header, columns, wanted)
    if not chosen:
        raise StatementError(
            _("{name} has no company “{entity}”. It has {examples}.").format(
                name=table.title,
                entity=wanted[:60],
                examples=listed(list(names[:8])) + (" …" if len(names) > 8 else ""),
            )
        )
    entity = next(
        name for row in sorted(chosen) for name in (_best_name(table, row, columns, names),) if name
    )
    heads = {_text(cell) for cell in table.rows[header]}
    kept = [
        r
        for r in range(len(table.rows))
        if r <= header or r in chosen or _text(table.at(r, columns[0])) in heads
    ]
    rows = replace(
        table, rows=tuple(table.rows[r] for r in kept), numbers=tuple(table.numbers[r] for r in kept)
    )
    return rows, entity, names


def _best_name(table: Table, row: int, columns: list[int], names: tuple[str, ...]) -> str:
    texts = [_text(table.at(row, column)) for column in columns]
    return next((t for t in texts if t in names), next((t for t in texts if t), ""))


def _matching(table: Table, header: int, columns: list[int], wanted: str) -> set[int]:
    """Rows that name the company exactly; else those that contain the name, if that is one company only."""
    rows = range(header + 1, len(table.rows))
    folded = _key(wanted)
    exact = {r for r in rows for c in columns if _key(_text(table.at(r, c))) == folded}
    if exact:
        return exact
    part = {
        r: n
        for r in rows
        for c in columns
        if folded in (n := _key(_text(table.at(r, c)))) and len(folded) >= 3
    }
    return set(part) if len(set(part.values())) == 1 else set()


def _key(name: str) -> str:
    return name.strip().casefold().lstrip("0").split(".sz")[0].split(".sh")[0]
