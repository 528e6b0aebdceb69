"""Spreadsheets: XLSX through openpyxl and the old .xls through xlrd, both opened with suspicion.

Formulas are never computed and macros never run. An XML part that declares a document type or entities is refused
before any parser sees it: no spreadsheet program writes one.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from typing import Protocol

import openpyxl
import xlrd

from accountkit.errors import StatementError, UnreadableFile
from accountkit.i18n import _
from accountkit.sources.cells.cell import Cell, Unsolved
from accountkit.sources.cells.compound import is_sound
from accountkit.sources.limits import archive, check_cells, parts
from accountkit.sources.tables.table import Table, TableBuilder, nothing_in

_MACROS = re.compile(r"vbaProject\.bin$|^xl/macrosheets/", re.IGNORECASE)
_HOSTILE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_CELL = re.compile(rb"<c[\s/>]")
_XML = re.compile(r"\.(xml|rels|vml)$", re.IGNORECASE)


class _Cell(Protocol):
    """A cell as openpyxl reads it; an empty one has neither value nor format."""

    value: object
    number_format: str | None


class _Sheet(Protocol):
    """A sheet as openpyxl reads it row by row."""

    title: str

    def reset_dimensions(self) -> None: ...

    def iter_rows(self) -> Iterator[tuple[_Cell, ...]]: ...


def is_workbook(opened: zipfile.ZipFile) -> bool:
    """Whether a zip archive is an XLSX workbook."""
    return any(path.lower() == "xl/workbook.xml" for path in opened.namelist())


def xlsx_tables(data: bytes, name: str) -> list[Table]:
    """The visible sheets of a workbook. Raises `UnreadableFile` for macros, a hostile part, damage or a password."""
    formulas = _inspected(archive(data, name), name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # openpyxl warns about styles and extensions that carry no figures
            values = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            written = openpyxl.load_workbook(io.BytesIO(data), read_only=True) if formulas else None
            sheets = [s for s in values.worksheets if s.sheet_state == "visible"] or values.worksheets
            tables, cells = [], 0
            for sheet in sheets:
                builder = TableBuilder(name, sheet.title, cells=cells)
                _fill_from_xlsx(builder, sheet, written[sheet.title] if written else None)
                tables.append(builder.table())
                cells = builder.cells
    except (StatementError, MemoryError):
        raise
    except (
        Exception
    ) as error:  # a damaged workbook fails anywhere inside the parser; whatever it was, it is damage
        raise _damaged(name) from error
    return _with_content(tables, name)


def _inspected(opened: zipfile.ZipFile, name: str) -> bool:
    """Whether any sheet has formulas; refuses macros, hostile XML and too many cells on the way.

    The cells are counted here too, since the parser takes half a minute for two million of them.
    """
    formulas, cells = False, 0
    for path, data in parts(opened, name):
        if _MACROS.search(path):
            raise UnreadableFile(
                _(
                    "{name} contains macros. Save it as an .xlsx workbook without macros and import that."
                ).format(name=name)
            )
        if _XML.search(path) and (
            _HOSTILE.search(data) or data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:64]
        ):
            raise UnreadableFile(
                _(
                    "{name} was refused, because its part {part} declares entities. Save it again as .xlsx."
                ).format(name=name, part=path[:80])
            )
        if path.startswith("xl/worksheets/"):
            formulas = formulas or b"<f>" in data or b"<f " in data
            cells += sum(1 for _cell in _CELL.finditer(data))
            check_cells(cells, name)
    return formulas


def _fill_from_xlsx(builder: TableBuilder, sheet: _Sheet, written: _Sheet | None) -> None:
    sheet.reset_dimensions()
    if written is not None:
        written.reset_dimensions()
    formulas = written.iter_rows() if written is not None else None
    for row_number, cells in enumerate(sheet.iter_rows(), start=1):
        values = [_xlsx_cell(cell) for cell in cells]
        if formulas is not None:
            _mark_unsolved(values, next(formulas, ()))
        builder.add(row_number, values)


def _xlsx_cell(cell: _Cell) -> Cell:
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool) and "%" in (cell.number_format or ""):
        return f"{value * 100!r}%"
    return _day(value)


def _mark_unsolved(values: list[Cell], formulas: Iterable[_Cell]) -> None:
    for column, cell in enumerate(formulas):
        if column < len(values) and values[column] is None and cell.value is not None:
            values[column] = Unsolved(str(cell.value))


def _day(value: object) -> Cell:
    if isinstance(value, dt.datetime):
        return value.date()
    if value is None or isinstance(value, str | int | float | bool | dt.date):
        return value
    return str(value)


def xls_tables(data: bytes, name: str) -> list[Table]:
    """The visible sheets of an old .xls workbook."""
    if not is_sound(data):
        raise _damaged(name)
    try:
        with open(os.devnull, "w") as quiet:
            book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=quiet)
        sheets = [sheet for sheet in book.sheets() if sheet.visibility == 0] or book.sheets()
        tables = [_xls_table(book, sheet, name) for sheet in sheets]
    except (StatementError, MemoryError):
        raise
    except xlrd.XLRDError as error:
        if "encrypt" in str(error).lower() or "workbook" in str(error).lower():
            raise UnreadableFile(
                _(
                    "{name} is protected by a password, or is not a workbook. Save a copy as .xlsx without a password."
                ).format(name=name)
            ) from error
        raise _damaged(name) from error
    except Exception as error:  # xlrd reads damaged records with whatever exception comes first
        raise _damaged(name) from error
    return _with_content(tables, name)


def _xls_table(book: xlrd.Book, sheet: xlrd.sheet.Sheet, name: str) -> Table:
    builder = TableBuilder(name, sheet.name)
    for row in range(sheet.nrows):
        builder.add(row + 1, [_xls_cell(book, cell) for cell in sheet.row(row)])
    return builder.table()


def _xls_cell(book: xlrd.Book, cell: xlrd.sheet.Cell) -> Cell:
    if cell.ctype == xlrd.XL_CELL_DATE:
        return xlrd.xldate_as_datetime(cell.value, book.datemode).date()
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(cell.value, "#ERROR")
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        pattern = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
        return f"{cell.value * 100!r}%" if "%" in pattern else cell.value
    return cell.value or None


def _with_content(tables: list[Table], name: str) -> list[Table]:
    filled = [table for table in tables if table.rows]
    if not filled:
        raise nothing_in(name)
    return filled


def _damaged(name: str) -> UnreadableFile:
    return UnreadableFile(
        _("{name} is damaged, or its type differs from its name. Open it and save it as .xlsx.").format(
            name=name
        )
    )
