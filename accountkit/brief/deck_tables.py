"""Tables on slides: as many rows as fit, with a note of how many there are."""

from __future__ import annotations

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.table import Table as Drawn
from pptx.table import _Cell
from pptx.util import Emu

from accountkit.brief.blocks import Cell, Table
from accountkit.brief.deck_text import LEADING, POINT, Pen, lines
from accountkit.brief.wording import line, marked
from accountkit.i18n import _, number

PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's "No Style, No Grid"."""
MARGIN = 5 * POINT
LONGEST = 120


def add_table(slide: Slide, table: Table, place: tuple[int, int, int, int], pen: Pen) -> None:
    """Put the table on the slide at the size at which it fits; rows that do not fit are counted in a note."""
    left, top, width, height = place
    widths = _widths(table, width)
    size, heights = _fitting(table, widths, height)
    shown = len(heights) - 1
    frame = slide.shapes.add_table(
        shown + 1, len(table.columns), Emu(left), Emu(top), Emu(width), Emu(int(sum(heights)))
    )
    frame._element.nvGraphicFramePr.cNvPr.set("descr", line(table.caption, 200))
    drawn = frame.table
    _restyle(drawn)
    for column, share in enumerate(widths):
        drawn.columns[column].width = Emu(share)
    for row, tall in enumerate(heights):
        drawn.rows[row].height = Emu(int(tall))
    for column, head in enumerate(table.columns):
        _cell(
            drawn.cell(0, column),
            Cell(head.title, tone="quiet", strong=True),
            head.numeric,
            size,
            pen,
            1.25,
            pen.look.ink,
        )
    for row, cells in enumerate(table.rows[:shown], 1):
        for column, (cell, head) in enumerate(zip(cells, table.columns, strict=True)):
            _cell(drawn.cell(row, column), cell, head.numeric, size, pen, 0.5, pen.look.rule)
    if shown < len(table.rows):
        note = _("{n} of {all} rows; the document has all.").format(
            n=number(shown, 0), all=number(len(table.rows), 0)
        )
        box = slide.shapes.add_textbox(
            Emu(left), Emu(int(top + sum(heights) + 3 * POINT)), Emu(width), Emu(20 * POINT)
        )
        pen.write(box.text_frame, note, 10, colour=pen.look.grey)


def _widths(table: Table, width: int) -> list[int]:
    total = sum(column.share for column in table.columns)
    return [int(width * column.share / total) for column in table.columns]


def _fitting(table: Table, widths: list[int], height: int) -> tuple[float, list[float]]:
    """The size of the letters and the height of head and rows; at the smallest size, as many rows as there is room for."""
    for size in (16, 14, 12, 11, 10):
        heights = _heights(table, widths, size)
        if sum(heights) <= height:
            return size, heights
    room = height - 24 * POINT
    while len(heights) > 2 and sum(heights) > room:
        heights.pop()
    return size, heights


def _heights(table: Table, widths: list[int], size: float) -> list[float]:
    heads = [
        _lines(Cell(column.title), share, size) for column, share in zip(table.columns, widths, strict=True)
    ]
    rows = [
        max(_lines(cell, share, size) for cell, share in zip(row, widths, strict=True)) for row in table.rows
    ]
    return [count * LEADING * size * POINT + 2 * MARGIN for count in (max(heads), *rows)]


def _lines(cell: Cell, width: int, size: float) -> int:
    return lines(_text(cell), width - 2 * MARGIN, size * (1.08 if cell.strong else 1.0))


def _text(cell: Cell) -> str:
    mark = marked(cell.mark) if cell.mark else ""
    return " ".join(part for part in (line(cell.text, LONGEST), mark) if part)


def _cell(drawn: _Cell, cell: Cell, numeric: bool, size: float, pen: Pen, rule: float, colour: str) -> None:
    frame = drawn.text_frame
    frame.word_wrap = True
    drawn.vertical_anchor = MSO_ANCHOR.TOP
    drawn.margin_left = drawn.margin_right = drawn.margin_top = drawn.margin_bottom = Emu(MARGIN)
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if numeric else PP_ALIGN.LEFT
    if cell.text:
        pen.run(paragraph, line(cell.text, LONGEST), size, bold=cell.strong, colour=pen.look.tone(cell.tone))
    if cell.mark:
        tone = {"confirmed": "good", "refuted": "bad"}.get(cell.mark, "unsure")
        pen.run(
            paragraph,
            (" " if cell.text else "") + marked(cell.mark),
            max(9, size - 2),
            colour=pen.look.tone(tone),
        )
    _rule(drawn, rule, colour)


def _rule(drawn: _Cell, width: float, colour: str) -> None:
    """A line under the cell."""
    properties = drawn._tc.get_or_add_tcPr()
    line_ = properties.makeelement(
        qn("a:lnB"), {"w": str(int(width * POINT)), "cap": "flat", "cmpd": "sng", "algn": "ctr"}
    )
    fill = line_.makeelement(qn("a:solidFill"), {})
    shade = fill.makeelement(qn("a:srgbClr"), {"val": colour.lstrip("#").upper()})
    fill.append(shade)
    line_.append(fill)
    properties.insert(0, line_)


def _restyle(drawn: Drawn) -> None:
    properties = drawn._tbl.get_or_add_tblPr()
    properties.set("bandRow", "0")
    properties.set("firstRow", "1")
    style = properties.find(qn("a:tableStyleId"))
    if style is not None:
        style.text = PLAIN_STYLE
