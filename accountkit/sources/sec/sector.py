"""Sector files: thousands of companies as one table for ``finance.sector``.

Two forms are read: a table with one row per company (`ashare_fy2019.csv`, any file with a company column, a period
column and lines as columns), and a quarter of the SEC's Financial Statement Data Sets (`financial_data_sets`).

The table has one row per company and period: ``company``, ``name``, ``industry``, ``period_end``, ``currency``,
``owners``, and the canonical lines in whole currency units, NaN where missing. Its ``net_income`` and ``equity`` belong
to the same owners: the parent's where the file has both, else all owners (``owners`` says which). Opening balances that
the file implies stand in ``total_assets_opening`` and ``equity_opening``.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np
import pandas as pd

from accountkit.errors import StatementError
from accountkit.finance.statements.columns import owned
from accountkit.finance.statements.lines import LINES
from accountkit.i18n import _
from accountkit.sources.cells.cell import Cell
from accountkit.sources.cells.numerals import reading
from accountkit.sources.cells.units import currencies_of, unit_of
from accountkit.sources.files.delimited import decoded, text_table
from accountkit.sources.files.spreadsheet import is_workbook, xlsx_tables
from accountkit.sources.limits import LARGEST_SECTOR_FILE, archive, content
from accountkit.sources.lines.heads import DETAIL_NAMES, LINE_NAMES, OTHER_DATES, PERIOD_NAMES, VALUE_NAMES
from accountkit.sources.lines.recognition import recognised
from accountkit.sources.sec.data_sets import financial_data_sets, is_data_set
from accountkit.sources.statements.openings import GROWTH_NAMES
from accountkit.sources.tables.companies import companies, entity_columns
from accountkit.sources.tables.layout import folded, is_header_name
from accountkit.sources.tables.periods import period_of
from accountkit.sources.tables.placing import placed
from accountkit.sources.tables.table import Table, is_blank

INDUSTRY_NAMES = frozenset({"industry", "sector", "sic", "行业", "所属行业", "申万行业", "行业名称"})
_ROWS = 400_000
_COMPLETED = ("revenue", "total_assets", "income_before_tax")
"""Lines of the decomposition that may follow from others."""


def read_sector(
    source: str | Path | bytes, name: str = "", *, fiscal_year_end: str | None = None
) -> pd.DataFrame:
    """The table of a sector file (CSV, XLSX, or the SEC's zip). Raises `StatementError` if it has no companies or lines."""
    name = name or (Path(source).name if isinstance(source, str | Path) else "")
    data = content(source, name, LARGEST_SECTOR_FILE)
    if data.startswith(b"PK"):
        opened = archive(data, name)
        if is_data_set(opened):
            return with_owners(financial_data_sets(opened, name))
        if not is_workbook(opened):
            raise StatementError(
                _(
                    "{name} is neither a workbook nor a quarter of the SEC's data sets (sub, num). Choose one of these."
                ).format(name=name)
            )
        table = xlsx_tables(data, name)[0]
    else:
        table = text_table(decoded(data, name)[0], name, most_rows=_ROWS)
    return with_owners(_one_row_each(table, fiscal_year_end))


def _one_row_each(table: Table, fiscal_year_end: str | None) -> pd.DataFrame:
    found = entity_columns(table)
    if found is None or not companies(table):
        raise StatementError(
            _("{name} has no column for companies. Name one “company” or “证券代码”.").format(
                name=table.title
            )
        )
    header, entity = found
    columns = _columns(table, header)
    period = next(
        (c for c, cell in enumerate(table.rows[header]) if is_header_name(cell, PERIOD_NAMES)), None
    )
    heads = table.rows[header]
    if all(any(is_header_name(cell, names) for cell in heads) for names in (LINE_NAMES, VALUE_NAMES)):
        raise StatementError(
            _(
                "{name} has a row for each line of a statement. A sector file has a row for each company, and a column for each line. Companies of this file are compared by: accountkit roe SLUG {name} --peers"
            ).format(name=table.title)
        )
    if period is None or not columns:
        raise StatementError(
            _(
                "{name} has no column for period ends, or no known lines. Columns read: {columns}. Rename them."
            ).format(
                name=table.title,
                columns=", ".join(str(c) for c in table.rows[header] if not is_blank(c))[:500],
            )
        )
    frame = pd.DataFrame(
        [
            table.rows[r] + (None,) * (table.width - len(table.rows[r]))
            for r in range(header + 1, len(table.rows))
        ]
    )
    ends = frame[period].map(lambda cell: _year_end(cell, fiscal_year_end))
    frame, ends = frame[ends.notna()], ends[ends.notna()]
    result = _identity(table, header, frame, entity)
    result["period_end"] = pd.to_datetime(ends)
    result["currency"] = _currency(table, header, frame)
    for line, column in columns.items():
        unit = unit_of(str(table.at(header, column))) or 1.0
        result[line] = _numbers(frame[column], table, header, column) * unit
    return _with_openings(result, table, header, frame)


def _year_end(cell: Cell, fiscal_year_end: str | None) -> dt.date | None:
    period = period_of(cell)
    return (
        placed(period, fiscal_year_end).end
        if period and period.kind == "year" and not period.ambiguous
        else None
    )


def _identity(table: Table, header: int, frame: pd.DataFrame, entity: list[int]) -> pd.DataFrame:
    """Company (a code where there is one), name and industry of each row."""
    coded = sorted(entity, key=lambda c: -frame[c].astype(str).str.contains(r"\d").mean())
    names = [c for c in entity if c != coded[0]]
    industry = next(
        (c for c, cell in enumerate(table.rows[header]) if is_header_name(cell, INDUSTRY_NAMES)), None
    )
    return pd.DataFrame(
        {
            "company": frame[coded[0]].astype(str),
            "name": frame[names[0] if names else coded[0]].astype(str),
            "industry": "" if industry is None else frame[industry].fillna("").astype(str),
        }
    )


def _columns(table: Table, header: int) -> dict[str, int]:
    columns: dict[str, int] = {}
    ranks: dict[str, int] = {}
    for column, cell in enumerate(table.rows[header]):
        if is_blank(cell) or is_header_name(cell, OTHER_DATES | INDUSTRY_NAMES):
            continue
        match = recognised(str(cell).strip())
        if match and match.reason != "similar" and match.rank < ranks.get(match.line, 1000):
            columns[match.line], ranks[match.line] = column, match.rank
    return columns


def _currency(table: Table, header: int, frame: pd.DataFrame) -> pd.Series | str:
    column = next(
        (c for c, cell in enumerate(table.rows[header]) if is_header_name(cell, DETAIL_NAMES["currency"])),
        None,
    )
    if column is not None:
        return frame[column].map(lambda cell: next(iter(currencies_of(str(cell))), str(cell)))
    return "CNY" if table.is_chinese else "USD"


def _numbers(cells: pd.Series, table: Table, header: int, column: int) -> pd.Series:
    """A column as numbers; a text where a number belongs is an error with its place."""
    fast = pd.to_numeric(cells, errors="coerce")
    for index in cells.index[fast.isna() & cells.notna()]:
        read = reading(cells[index])
        if read.kind == "number":
            fast[index] = read.value * (read.scale or 1)
        elif read.kind != "missing":
            raise StatementError(
                _("{name}, {place}: “{value}” is not a number. Correct the cell, or leave it blank.").format(
                    name=table.title,
                    place=table.place(header + 1 + index, column),
                    value=str(cells[index])[:60],
                )
            )
    return fast.astype(float)


def _with_openings(result: pd.DataFrame, table: Table, header: int, frame: pd.DataFrame) -> pd.DataFrame:
    heads = {folded(cell): c for c, cell in enumerate(table.rows[header])}
    for line, names in GROWTH_NAMES.items():
        column = next((heads[n] for n in names if n in heads), None)
        if column is not None and line in result:
            growth = _numbers(frame[column], table, header, column)
            with np.errstate(divide="ignore"):
                result[f"{line}_opening"] = (result[line] / (1 + growth)).where(growth != -1)
    return result


def with_owners(table: pd.DataFrame) -> pd.DataFrame:
    """The table with profit and equity of the same owners, and one row per company and period (the last one).

    Whose they are is decided for each company as for a single one (`finance.statements.owners`).
    """
    table = table.drop_duplicates(["company", "period_end"], keep="last").reset_index(drop=True)
    reported = {key: table[key].to_numpy(float) for key in LINES if key in table}
    nothing = np.full(len(table), np.nan)
    filed = table["adsh"].notna() if "adsh" in table else pd.Series(False, index=table.index)
    found = owned(reported, pd.factorize(table["company"])[0], filed.to_numpy(bool))
    known = {key: found.lines[key] for key in _COMPLETED if key in found.lines}
    if {"equity_opening", "equity_total_opening"} & set(table.columns):
        parent, total = (table.get(key, nothing) for key in ("equity_opening", "equity_total_opening"))
        known["equity_opening"] = np.where(found.from_total, total, parent)
    table = table.assign(
        owners=found.owners,
        net_income_parent=reported.get("net_income", np.nan),
        net_income_total=found.lines.get("net_income_total", np.nan),
        net_income=found.net_income,
        equity=found.equity,
        **known,
    )
    return table.sort_values(["company", "period_end"], kind="stable", ignore_index=True)
