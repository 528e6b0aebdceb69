"""A chain on a slide: arrows over boxes, a row for each strand; shapes of PowerPoint's own, in the theme's colours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.util import Emu, Pt

from accountkit.brief import letters
from accountkit.brief.blocks import Cell, Table
from accountkit.brief.deck_text import POINT, Pen, unstyled

Place = tuple[int, int, int, int]
HEAD, GAP, INSET = 34.0, 9.0, 7.0
"""Points: the arrows' height, the room between boxes, and inside them."""
SIZES = (16, 14, 13, 12, 11, 10)


def add_flow(slide: Slide, flow: Table, place: Place, pen: Pen) -> None:
    """Draw the strands; the first and every other column says in its arrow what its boxes are."""
    left, top, width, height = (value / POINT for value in place)
    wide = (width - GAP * (len(flow.columns) - 1)) / len(flow.columns)
    tall = min(150.0, (height - HEAD - GAP * len(flow.rows)) / len(flow.rows))
    texts = [(cell.text, "") for row in flow.rows for cell in row]
    size = fitting_size(texts, wide - 2 * INSET, tall - 2 * INSET, pen.font, SIZES)
    for column, head in enumerate(flow.columns):
        x = left + column * (wide + GAP)
        arrow = MSO_SHAPE.PENTAGON if column < len(flow.columns) - 1 else MSO_SHAPE.RECTANGLE
        shape = put(slide, (x, top, wide + (GAP if column < len(flow.columns) - 1 else 0), HEAD), arrow)
        shape.fill.solid()
        pen.shade(shape.fill.fore_color, "accent")
        _text(shape, head.title, 13, pen, bold=True, light=True)
        for row, cells in enumerate(flow.rows):
            y = top + HEAD + GAP + row * (tall + GAP)
            _box(slide, cells[column], (x, y, wide, tall), size, pen, strong=head.key == "problem")


def fitting_size(
    texts: Iterable[tuple[str, str]], width: float, height: float, font: str, sizes: Sequence[float]
) -> float:
    """The largest size, or the last, at which a box holds each title and the note under it, a point smaller."""
    boxes = list(texts)
    for size in sizes:
        if all(
            letters.longest_word(title, size, font, bold=True) <= width
            and letters.height(title, width, size, font, bold=True)
            + (letters.height(note, width, size - 1, font) if note else 0)
            <= height
            for title, note in boxes
        ):
            return size
    return sizes[-1]


def _box(
    slide: Slide, cell: Cell, place: tuple[float, float, float, float], size: float, pen: Pen, *, strong: bool
) -> None:
    shape = put(slide, place)
    missing = cell.tone == "bad"
    if missing:
        shape.fill.background()
        pen.shade(shape.line.color, "bad")
        shape.line.dash_style = MSO_LINE_DASH_STYLE.DASH
        shape.line.width = Pt(1.25)
    else:
        pen.wash(shape.fill)
    _text(shape, cell.text, size, pen, bold=strong, colour="bad" if missing else None)


def put(
    slide: Slide, place: tuple[float, float, float, float], kind: MSO_SHAPE = MSO_SHAPE.RECTANGLE
) -> Shape:
    """A shape without an outline or a style of PowerPoint's, at a place in points."""
    left, top, width, height = (Emu(int(value * POINT)) for value in place)
    shape = slide.shapes.add_shape(kind, left, top, width, height)
    unstyled(shape)
    shape.line.fill.background()
    return shape


def _text(
    shape: Shape,
    text: str,
    size: float,
    pen: Pen,
    *,
    bold: bool = False,
    light: bool = False,
    colour: str | None = None,
) -> None:
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE if light else MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = Pt(INSET)
    frame.margin_top = frame.margin_bottom = Pt(2 if light else INSET)
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    pen.run(frame.paragraphs[0], text, size, bold=bold, colour="on accent" if light else colour)
