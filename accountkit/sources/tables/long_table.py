"""Long tables: one figure per row, with its line or concept, its period and perhaps its unit, currency and source.

entity,period_end,line,value,unit,currency,source,precision
ticker,filing,concept,period_end,value_usd
"""

from __future__ import annotations

import re

from accountkit.sources.cells.numerals import is_missing, reading
from accountkit.sources.cells.units import currencies_of, currency_hint, unit_named, unit_of
from accountkit.sources.lines.heads import DETAIL_NAMES, LINE_NAMES, PERIOD_NAMES, VALUE_NAMES
from accountkit.sources.tables.layout import Entry, Layout, Series, folded, is_header_name
from accountkit.sources.tables.periods import Period, period_of
from accountkit.sources.tables.table import Table, is_blank

_HEADER_SEARCH = 20
_PREFERRED_PERIODS = ("period_end", "end_date", "report_date", "报告期")


def long_layout(table: Table) -> Layout | None:
    """The table as series by line, or None where it has no columns of line, period and value."""
    header = _header(table)
    if header is None:
        return None
    row, columns = header
    series: dict[str, list[Entry]] = {}
    places: dict[str, str] = {}
    left_out: list[tuple[str, str]] = []
    for number in range(row + 1, len(table.rows)):
        label = table.at(number, columns["line"])
        period = period_of(table.at(number, columns["period"]))
        value = table.at(number, columns["value"])
        if is_blank(label) or period is None:
            if not is_missing(value) and folded(value) != folded(table.at(row, columns["value"])):
                left_out.append((str(label or "").strip(), table.place(number, columns["value"])))
            continue
        name = str(label).strip()
        series.setdefault(name, []).append(_entry(table, number, columns, period))
        places.setdefault(name, table.place(number, columns["line"]))
    concepts = is_header_name(table.at(row, columns["line"]), ("concept", "tag"))
    found = tuple(Series(name, places[name], "", tuple(e), is_concept=concepts) for name, e in series.items())
    titles = tuple(str(c) for r in range(row) for c in table.rows[r] if isinstance(c, str))
    return Layout(table, "long", found, titles, tuple(left_out))


def _header(table: Table) -> tuple[int, dict[str, int]] | None:
    for row in range(min(len(table.rows) - 1, _HEADER_SEARCH)):
        columns: dict[str, int] = {}
        for column, cell in enumerate(table.rows[row]):
            for role, names in {
                "line": LINE_NAMES,
                "value": VALUE_NAMES,
                "period": PERIOD_NAMES,
                **DETAIL_NAMES,
            }.items():
                better = role == "period" and folded(cell) in _PREFERRED_PERIODS
                if is_header_name(cell, names) and (role not in columns or better):
                    columns[role] = column
        if {"line", "value", "period"} <= columns.keys():
            columns["head"] = row
            return row, columns
    return None


def _entry(table: Table, row: int, columns: dict[str, int], period: Period) -> Entry:
    def text(role: str) -> str:
        cell = table.at(row, columns[role]) if role in columns else None
        return "" if is_blank(cell) else str(cell).strip()

    head = str(table.at(columns["head"], columns["value"])).replace("_", " ")
    unit = text("unit")
    currency = (
        currencies_of(text("currency"))
        or _code(text("currency"))
        or currencies_of(unit)
        or currencies_of(head)
    )
    hint = currency_hint(text("currency")) if text("currency") and not currency else None
    return Entry(
        period,
        table.at(row, columns["value"]),
        table.place(row, columns["value"]),
        _unit(unit) if unit else unit_of(head),
        currency or ((hint,) if hint else ()),
        text("source"),
        text("accession"),
        text("filed"),
        text("precision"),
    )


def _unit(text: str) -> float | None:
    """The unit of a row in words or as a number; ``USD`` and the like name none."""
    size = unit_of(text)
    if size is None and reading(text).kind == "number":
        size = unit_named(text)
    return size


def _code(text: str) -> tuple[str, ...]:
    return (text.upper(),) if re.fullmatch(r"[A-Za-z]{3}", text) else ()
