"""People on a slide: a box each, by level, with lines up to whom they report; shapes of PowerPoint's own, glued to each other."""

from __future__ import annotations

from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.util import Emu, Pt

from accountkit.brief.blocks import Box, Network
from accountkit.brief.deck_flow import Place, fitting_size, put
from accountkit.brief.deck_text import POINT, Pen

SIZES = (14, 13, 12, 11, 10, 9)
LABEL, GAP, INSET = 16.0, 10.0, 5.0
"""Points: the name of a level, the room between boxes, and inside them."""
TALLEST = 96.0
TOP, LEFT, BOTTOM, RIGHT = 0, 1, 2, 3
"""Where a line is glued to a box."""


def add_network(slide: Slide, network: Network, place: Place, pen: Pen, alt: str) -> None:
    """Draw levels, boxes and lines; the first line of a level bears its name."""
    left, top, width, height = (value / POINT for value in place)
    wide = (width - GAP * (network.columns - 1)) / network.columns
    row = height / network.lines
    tall = min(TALLEST, row - LABEL - GAP)
    texts = [(box.title, box.note) for box in network.boxes]
    size = fitting_size(texts, wide - 2 * INSET, tall - 2 * INSET, pen.font, SIZES)
    for level, line in network.levels:
        frame = slide.shapes.add_textbox(*_emu(left, top + line * row, width, LABEL)).text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        pen.write(frame, level, 11, colour="quiet")
    drawn = {}
    for box in network.boxes:
        x, y = left + box.column * (wide + GAP), top + box.line * row + LABEL
        drawn[box.id] = _box(slide, box, (x, y, wide, tall), size, pen)
    by_id = {box.id: box for box in network.boxes}
    for one, other in network.lines_between:
        _connect(slide, (by_id[one], drawn[one]), (by_id[other], drawn[other]), pen)
    if drawn:
        next(iter(drawn.values()))._element.nvSpPr.cNvPr.set("descr", alt)


def _box(slide: Slide, box: Box, place: tuple[float, float, float, float], size: float, pen: Pen) -> Shape:
    shape = put(slide, place)
    if box.dashed:
        shape.fill.background()
        pen.shade(shape.line.color, "quiet")
        shape.line.dash_style = MSO_LINE_DASH_STYLE.DASH
    else:
        pen.wash(shape.fill)
    if box.strong:
        pen.shade(shape.line.color, "accent")
    if box.dashed or box.strong:
        shape.line.width = Pt(1.5)
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Pt(INSET)
    pen.write(frame, box.title, size, bold=True)
    second = frame.add_paragraph()
    second.alignment = frame.paragraphs[0].alignment
    pen.run(second, box.note, size - 1, colour="quiet")
    return shape


def _connect(slide: Slide, one: tuple[Box, Shape], other: tuple[Box, Shape], pen: Pen) -> None:
    """From a person to the superior: up or down to the next line, or from side to side on the same one."""
    (lower, start), (upper, end) = one, other
    if lower.line == upper.line:
        right = upper.column > lower.column
        sites = (RIGHT, LEFT) if right else (LEFT, RIGHT)
    else:
        sites = (TOP, BOTTOM) if upper.line < lower.line else (BOTTOM, TOP)
    tie = slide.shapes.add_connector(MSO_CONNECTOR.ELBOW, *_emu(0, 0, 0, 0))
    tie.begin_connect(start, sites[0])
    tie.end_connect(end, sites[1])
    style = tie._element.find(qn("p:style"))
    tie._element.remove(style)  # it has a shadow
    pen.shade(tie.line.color, "quiet")
    tie.line.width = Pt(1.25)


def _emu(*points: float) -> tuple[Emu, ...]:
    return tuple(Emu(int(value * POINT)) for value in points)
