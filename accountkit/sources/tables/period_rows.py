"""Wide tables with the periods in a column and one line per column; a header repeated further down is followed, even
with the columns in another order (eastmoney's balance file has that)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from accountkit.sources.cells.cell import Cell
from accountkit.sources.cells.numerals import is_missing, reading
from accountkit.sources.cells.units import currencies_of, unit_of
from accountkit.sources.lines.heads import (
    ANNOUNCED,
    CURRENCY_NAMES,
    DETAIL_NAMES,
    ENTITY_NAMES,
    OTHER_DATES,
    PERIOD_NAMES,
)
from accountkit.sources.lines.recognition import recognised
from accountkit.sources.tables.layout import (
    HEADER_SEARCH,
    Entry,
    Layout,
    Series,
    folded,
    is_header_name,
    is_unit,
    texts,
)
from accountkit.sources.tables.periods import Period, period_of
from accountkit.sources.tables.table import Table, is_blank


def period_rows(table: Table, chosen: frozenset[str]) -> Layout | None:
    """The table as lines in columns, or None where no column has periods."""
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
    rows = _Rows(table, header)
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
        period = rows.lengthened(row, period)
        if rows.of_company_alone(row):
            left_out.append((rows.scope(row), table.place(row, column)))
            continue
        if len(table.rows[row]) > len(table.rows[header]):
            loose.append(table.place(row, len(table.rows[header])))
        for place, name in names.items():
            head = units.get(place, "")
            entry = Entry(
                period,
                table.at(row, place),
                table.place(row, place),
                unit_of(head) or rows.unit(row),
                currencies_of(head) or rows.currencies(row),
                filed=rows.filed(row),
            )
            collected.setdefault(name, []).append(entry)
            places.setdefault(name, table.place(header, place))
    series = tuple(
        Series(name, places[name], "", tuple(entries), unit_of(name), currencies_of(name))
        for name, entries in collected.items()
    )
    corner = table.at(*found)
    titles = (*texts(table, range(found[0])), *([corner] if isinstance(corner, str) else []))
    return Layout(table, "period_rows", series, titles, tuple(left_out), loose=tuple(loose))


_SCOPE_NAMES = frozenset({"类型", "报表类型", "合并类型", "report_scope", "scope", "report_type"})
_LENGTH_NAMES = frozenset(
    {"periodtype", "period_type", "period type", "period", "fp", "fiscal period", "fiscal_period"}
    | {"report_type", "report_date_name", "报告类型", "报告期类型", "报告期名称", "期间"}
)
_PARENT_REPORTS = frozenset({"6", "7", "8", "9", "10"})
"""tushare's numbers of reports of the parent company alone (``report_type``)."""


class _Rows:
    """What columns of their own say about each row: its currency, its unit, and whether it is of the group or of the
    parent company alone. Sina gives both under one date as 合并期末 and 母公司期末; the group's are the statements."""

    def __init__(self, table: Table, header: int) -> None:
        self.table = table
        roles = {
            "currency": DETAIL_NAMES["currency"] | CURRENCY_NAMES,
            "unit": DETAIL_NAMES["unit"],
            "scope": _SCOPE_NAMES,
            "length": _LENGTH_NAMES,
            "filed": ANNOUNCED,
        }
        self.columns = {
            role: column
            for role, names in roles.items()
            for column, cell in enumerate(table.rows[header])
            if is_header_name(cell, names)
        }
        self.has_group = any("合并" in self.scope(row) for row in range(header + 1, len(table.rows)))

    def _text(self, role: str, row: int) -> str:
        cell = self.table.at(row, self.columns[role]) if role in self.columns else None
        return "" if is_blank(cell) else str(cell).strip()

    def scope(self, row: int) -> str:
        return self._text("scope", row)

    def of_company_alone(self, row: int) -> bool:
        scope = self.scope(row)
        return (self.has_group and "母公司" in scope) or scope in _PARENT_REPORTS

    def lengthened(self, row: int, period: Period) -> Period:
        """A period whose row says that it is a trailing or a short one (Yahoo's ``periodType``: TTM, 3M; H1, Q3, 中报)."""
        text = self._text("length", row)
        named = period_of(f"{text} {period.end.year}") if 0 < len(text) <= 12 else None
        if named is None or named.kind not in ("trailing", "interim") or period.kind != "year":
            return period
        whole = f"{period.text} {text.upper()}"
        return replace(period, kind=named.kind, months=named.months, cumulative=named.cumulative, text=whole)

    def filed(self, row: int) -> str:
        """When the row was announced: of two reports of a period the later is taken."""
        return self._text("filed", row)

    def currencies(self, row: int) -> tuple[str, ...]:
        text = self._text("currency", row)
        return currencies_of(text) or (
            (text.upper(),) if len(text) == 3 and text.isascii() and text.isalpha() else ()
        )

    def unit(self, row: int) -> float | None:
        return unit_of(self._text("unit", row))


def _period_column(table: Table, chosen: frozenset[str]) -> tuple[int, int] | None:
    """Header row and column of the periods: by the column's name, else by what stands in it."""
    best: tuple[tuple[int, int], tuple[int, int]] | None = None
    for header in range(min(len(table.rows) - 1, HEADER_SEARCH)):
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
    return bool(texts) and all(is_unit(text) for text in texts)
