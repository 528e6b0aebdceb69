"""Tables on slides: as many rows as fit, with a note of how many there are."""

from __future__ import annotations

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.table import Table as Drawn
from pptx.table import _Cell
from pptx.util import Emu

from accountkit.brief import letters
from accountkit.brief.blocks import Cell, Column, Table
from accountkit.brief.deck_text import POINT, Pen
from accountkit.brief.wording import line, on_one_line, tone_of
from accountkit.i18n import _, number

PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's "No Style, No Grid"."""
MARGIN = 5.0
"""Points between a cell's edge and its text."""
LONGEST = 140
SIZES = (18, 16, 14, 13, 12, 11, 10)
AIRY = 1.9
"""How much taller than it needs a row may be, so that a short table does not leave half a slide empty."""
SHORT, FIGURES = 0.15, 0.24
"""The share of a table's width up to which a text, or a figure with its unit, is kept on one line."""
Place = tuple[int, int, int, int]


def add_table(slide: Slide, table: Table, place: Place, pen: Pen) -> None:
    """Put the table on the slide at the size at which it fits; rows that do not fit are counted in a note."""
    left, top, width, height = place
    size, widths, heights = _fitting(table, width / POINT, height / POINT, pen.font)
    shown = len(heights) - 1
    all_rows = shown == len(table.rows)
    if all_rows:
        air = min(AIRY, height / POINT / sum(heights)) - 1
        one_line = letters.height("X", width / POINT, size, pen.font) + 2 * MARGIN
        most = (AIRY - 1) * one_line  # a tall row needs no more air than a short one
        heights = [heights[0], *(tall + min(tall * air, most) for tall in heights[1:])]
    frame = slide.shapes.add_table(
        shown + 1, len(table.columns), Emu(left), Emu(top), Emu(width), Emu(int(sum(heights) * POINT))
    )
    about = frame._element.nvGraphicFramePr.cNvPr
    about.set("descr", line(table.caption, 200))
    drawn = frame.table
    _restyle(drawn)
    for column, share in enumerate(widths):
        drawn.columns[column].width = Emu(int(share * POINT))
    for row, tall in enumerate(heights):
        drawn.rows[row].height = Emu(int(tall * POINT))
    for column, head in enumerate(table.columns):
        titled = Cell(head.title, tone="quiet", strong=True)
        _cell(drawn.cell(0, column), titled, head, size, pen, 1.25, head_row=True)
    for row, cells in enumerate(table.rows[:shown], 1):
        for column, (cell, head) in enumerate(zip(cells, table.columns, strict=True)):
            _cell(drawn.cell(row, column), cell, head, size, pen, 0.5)
    if not all_rows:
        note = _("{n} of {all} rows; the document has all.").format(
            n=number(shown, 0), all=number(len(table.rows), 0)
        )
        below = Emu(int(top + (sum(heights) + 3) * POINT))
        box = slide.shapes.add_textbox(Emu(left), below, Emu(width), Emu(20 * POINT))
        pen.write(box.text_frame, note, 10, colour="quiet")


def _fitting(table: Table, width: float, height: float, font: str) -> tuple[float, list[float], list[float]]:
    """The size of the letters, the columns' widths and the rows' heights in points; as many rows as there is room for."""
    for size in SIZES:
        widths, whole = _widths(table, width, size, font)
        heights = _heights(table, widths, size, font)
        if whole and sum(heights) <= height:
            return size, widths, heights
    while len(heights) > 2 and sum(heights) > height - 24:
        heights.pop()
    return size, widths, heights


def _widths(table: Table, width: float, size: float, font: str) -> tuple[list[float], bool]:
    """The columns' widths; and whether they leave every word whole.

    A column has at least its longest word, and where there is room for that its short texts and figures are on one line;
    beyond that, room goes where the longest texts are, and what is left over is shared as the table says.
    """
    words, least, most = [], [], []
    for place, column in enumerate(table.columns):
        cells = [(column.title, True), *((_text(row[place]), row[place].strong) for row in table.rows)]
        spare = 2 * MARGIN + 1
        words.append(
            max(letters.longest_word(text, size, font, bold=strong) for text, strong in cells) + spare
        )
        most.append(
            max(letters.width(text, size, font, bold=strong) for text, strong in cells) * 1.03 + spare
        )
        least.append(max(words[-1], min(most[-1], width * (FIGURES if column.numeric else SHORT))))
    if sum(most) <= width:
        left, total = width - sum(most), sum(column.share for column in table.columns)
        return [wide + left * c.share / total for wide, c in zip(most, table.columns, strict=True)], True
    least = least if sum(least) <= width else words
    if sum(least) > width:
        return [width * share / sum(least) for share in least], False
    left, wanted = width - sum(least), sum(most) - sum(least)
    return [low + left * (high - low) / wanted for low, high in zip(least, most, strict=True)], True


def _heights(table: Table, widths: list[float], size: float, font: str) -> list[float]:
    heads = [Cell(column.title, strong=True) for column in table.columns]
    return [
        max(
            letters.height(_text(cell), share - 2 * MARGIN, size, font, bold=cell.strong)
            for cell, share in zip(row, widths, strict=True)
        )
        + 2 * MARGIN
        for row in (heads, *table.rows)
    ]


def _text(cell: Cell) -> str:
    mark = _mark(cell)
    return " ".join(part for part in (line(cell.text, LONGEST), mark) if part)


def _mark(cell: Cell) -> str:
    """What a cell rests on, its sign and its word on one line."""
    return on_one_line(cell.mark) if cell.mark else ""


def _cell(
    drawn: _Cell, cell: Cell, column: Column, size: float, pen: Pen, rule: float, *, head_row: bool = False
) -> None:
    frame = drawn.text_frame
    frame.word_wrap = True
    drawn.vertical_anchor = MSO_ANCHOR.BOTTOM if head_row else MSO_ANCHOR.TOP
    drawn.margin_left = drawn.margin_right = drawn.margin_top = drawn.margin_bottom = Emu(int(MARGIN * POINT))
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if column.numeric else PP_ALIGN.LEFT
    if cell.text:
        pen.run(paragraph, line(cell.text, LONGEST), size, bold=cell.strong, colour=cell.tone)
    if cell.mark:
        shown = (" " if cell.text else "") + _mark(cell)
        pen.run(paragraph, shown, max(9, size - 2), colour=tone_of(cell.mark))
    _rule(drawn, rule, pen)


def _rule(drawn: _Cell, width: float, pen: Pen) -> None:
    """A line under the cell, in the ink of the theme, fainter between rows."""
    properties = drawn._tc.get_or_add_tcPr()
    border = properties.makeelement(
        qn("a:lnB"), {"w": str(int(width * POINT)), "cap": "flat", "cmpd": "sng", "algn": "ctr"}
    )
    fill = border.makeelement(qn("a:solidFill"), {})
    faint = width < 1
    light = "bg1" if pen.stage.ink == "tx1" else "tx1"
    shade = fill.makeelement(
        qn("a:schemeClr"), {"val": light if faint and not pen.stage.dark else pen.stage.ink}
    )
    if faint:
        shade.append(shade.makeelement(qn("a:lumMod"), {"val": "40000" if pen.stage.dark else "82000"}))
    fill.append(shade)
    border.append(fill)
    properties.insert(0, border)


def _restyle(drawn: Drawn) -> None:
    properties = drawn._tbl.get_or_add_tblPr()
    properties.set("bandRow", "0")
    properties.set("firstRow", "1")
    style = properties.find(qn("a:tableStyleId"))
    if style is not None:
        style.text = PLAIN_STYLE
