"""The numbers as an Excel workbook that computes: an analyst can check our work by changing a cell.

Inputs are the lines of the statements, in blue. Everything else is a live formula: average or ending balances (one
switch), the factors of three and of five steps, the return, and what moved it between two years that are chosen from a
list, by Shapley values and by chain substitution. The values that we computed ourselves are stored beside the formulas,
so that a viewer without a calculation engine shows them too. Text is always written as text, never as a formula.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from accountkit.brief.blocks import Brief, Calculation, Table
from accountkit.brief.look import Look
from accountkit.brief.sheet_of_case import business_case
from accountkit.brief.sheet_of_change import change
from accountkit.brief.sheet_of_numbers import HEAD_ROW, Decomposition, Styles
from accountkit.brief.wording import marked
from accountkit.i18n import _

A4 = 9
LONGEST = 32_000
"""Characters of a cell; Excel's own limit is 32,767."""


def xlsx(brief: Brief, look: Look) -> bytes:
    """The workbook as the bytes of an .xlsx file."""
    stream = io.BytesIO()
    book = Workbook(
        stream,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties(
        {"title": brief.title[:255], "subject": brief.subtitle[:255], "author": look.company or "accountkit"}
    )
    book.set_calc_mode("auto")
    styles = Styles(book, look)
    _cover(book, styles, brief)
    if brief.calculation:
        _calculation(book, styles, brief.calculation)
    _tables(book, styles, brief)
    for sheet in book.worksheets():
        _to_print(sheet, brief)
    book.close()
    return stream.getvalue()


def _to_print(sheet: Worksheet, brief: Brief) -> None:
    """A sheet prints on A4 across, all its columns on one page, with what it is and its page below."""
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.hide_gridlines(1)
    title = brief.title.replace("&", "&&")[:120]
    sheet.set_footer(f"&L&8{title} · {brief.as_of.isoformat()} · &A&R&8&P / &N")
    if sheet.dim_rowmax is not None and sheet.dim_colmax is not None:
        sheet.print_area(0, 0, sheet.dim_rowmax, sheet.dim_colmax)


def _cover(book: Workbook, styles: Styles, brief: Brief) -> None:
    sheet = book.add_worksheet(_("Read me"))
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 100)
    sheet.set_row(0, HEAD_ROW)
    lines = [
        _("Blue cells are inputs. Change one, and all results update."),
        _(
            "The sheet of numbers has a switch for average or ending balances; the sheet of the change has two years to choose."
        ),
        *([_case_lines(brief.calculation)] if brief.calculation and brief.calculation.case else []),
        _("All other figures are formulas. The sheets after these are the brief's tables as text."),
    ]
    if brief.calculation is None:
        lines = [_("No statements yet. Import them, then create this file again.")]
        if brief.edition == "customer":
            lines = [_("This page fills once figures or areas to improve are confirmed.")]
    sheet.write_string(0, 0, brief.title, styles.title)
    sheet.write_string(1, 0, brief.subtitle, styles.note)
    for row, text in enumerate(lines, 3):
        sheet.write_string(row, 0, text, styles.wrapped)
        styles.tall(sheet, row, [text], [100])


def _case_lines(calculation: Calculation) -> str:
    if calculation.floor:
        return _(
            "The sheet of the business case has the flows by year, the discount rate and the floor to change."
        )
    return _("The sheet of the business case has the flows by year and the discount rate to change.")


def _calculation(book: Workbook, styles: Styles, calculation: Calculation) -> None:
    decomposed = Decomposition(book, styles, calculation.customer, _("Numbers"), calculation.basis)
    decomposed.write()
    if len(calculation.customer.periods) > 1:
        change(book, styles, decomposed)
    if calculation.case:
        business_case(book, styles, calculation.case, list(calculation.ways), floor=calculation.floor)
    for place, peer in enumerate(calculation.peers[:12], 1):
        Decomposition(book, styles, peer, _("Peer {n}").format(n=place), calculation.basis).write()


def _tables(book: Workbook, styles: Styles, brief: Brief) -> None:
    """The tables of the brief, one sheet a section, as text."""
    for section in brief.sections:
        tables = [block for block in section.blocks if isinstance(block, Table)]
        if not tables:
            continue
        sheet = book.add_worksheet(_sheet_name(section.title, book))
        widths = _widths(tables)
        for column, chars in enumerate(widths):
            sheet.set_column(column, column, chars)
        row = 0
        for table in tables:
            row = _table(sheet, styles, table, row, widths)


def _widths(tables: Sequence[Table]) -> list[float]:
    """Each column as wide as the widest of the tables asks for, in Excel's characters."""
    columns = range(max(len(table.columns) for table in tables))
    shares = [max(table.columns[c].share for table in tables if c < len(table.columns)) for c in columns]
    return [max(12, min(60, 16 * share)) for share in shares]


def _table(sheet: Worksheet, styles: Styles, table: Table, row: int, widths: Sequence[float]) -> int:
    sheet.write_string(row, 0, table.caption, styles.strong)
    for column, head in enumerate(table.columns):
        sheet.write_string(row + 1, column, head.title, styles.head_right if head.numeric else styles.head)
    styles.tall(sheet, row + 1, [head.title for head in table.columns], widths, bold=True)
    for place, cells in enumerate(table.rows, row + 2):
        texts = [f"{cell.text} {marked(cell.mark) if cell.mark else ''}".strip()[:LONGEST] for cell in cells]
        styles.tall(sheet, place, texts, widths)
        for column, text in enumerate(texts):
            numeric = table.columns[column].numeric
            sheet.write_string(place, column, text, styles.right if numeric else styles.wrapped)
    return row + len(table.rows) + 4


def _sheet_name(title: str, book: Workbook) -> str:
    """A name Excel takes: at most 31 characters, none of []:*?/\\, and not used yet."""
    name = "".join(" " if char in "[]:*?/\\'" else char for char in title)[:28].strip() or _("Tables")
    taken = {sheet.get_name().lower() for sheet in book.worksheets()}
    number = 2
    unique = name
    while unique.lower() in taken:
        unique, number = f"{name} {number}", number + 1
    return unique
