"""Text on slides: set in both fonts, and in a size at which it fits its room."""

from __future__ import annotations

from math import ceil

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Pt

from accountkit.brief.blocks import Tile
from accountkit.brief.look import Look
from accountkit.brief.wording import line

POINT = 12_700
"""EMU in a point."""
LEADING = 1.28
"""Height of a line over the size of its letters, with some room for fonts that run tall."""


def columns(text: str) -> float:
    """The width of a text in letters: a Chinese character is as wide as two Latin ones."""
    return sum(2.0 if ord(char) > 0x2E7F else 1.0 for char in text)


def lines(text: str, width: int, size: float) -> int:
    """How many lines a text takes in `width` EMU at `size` points; a Latin letter is about 0.53 of its size wide."""
    room = max(4.0, width / POINT / (0.53 * size))
    return sum(max(1, ceil(columns(part) / room)) for part in text.split("\n"))


class Pen:
    """Writes text in the look's fonts and colours."""

    def __init__(self, look: Look) -> None:
        self.look = look

    def run(
        self,
        paragraph: _Paragraph,
        text: str,
        size: float | None,
        *,
        bold: bool = False,
        colour: str | None = None,
    ) -> None:
        """One run of text; its East Asian font is named, so that Chinese is never left to chance."""
        run = paragraph.add_run()
        run.text = text.replace("\n", "\v")
        run.font.bold = bold or None
        if size is None:
            return
        run.font.size, run.font.name = Pt(size), self.look.latin_font
        run.font.color.rgb = RGBColor.from_string((colour or self.look.ink).lstrip("#").upper())
        properties = run._r.get_or_add_rPr()
        east = properties.makeelement(qn("a:ea"), {"typeface": self.look.east_asian_font})
        latin = properties.find(qn("a:latin"))
        latin.addnext(east)

    def write(
        self,
        frame: TextFrame,
        text: str,
        size: float | None,
        *,
        bold: bool = False,
        colour: str | None = None,
        right: bool = False,
        anchor: MSO_ANCHOR | None = None,
    ) -> None:
        """A text alone in its frame; size None leaves fonts and colours to the template."""
        frame.word_wrap = True
        if anchor is not None:
            frame.vertical_anchor = anchor
        paragraph = frame.paragraphs[0]
        if size is not None:
            paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
        self.run(paragraph, text, size, bold=bold, colour=colour)

    def list(
        self,
        frame: TextFrame,
        items: list[tuple[str, str]],
        width: int,
        height: int,
        *,
        numbered: bool = False,
    ) -> None:
        """Items under each other, at the largest size at which they fit; the last ones are left out if none does."""
        frame.word_wrap = True
        size, items = _fitting(items, width, height)
        for place, (label, text) in enumerate(items):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            paragraph.space_after = Pt(size * 0.55)
            if numbered:
                self.run(paragraph, f"{place + 1}.  ", size, bold=True, colour=self.look.accent)
            if label:
                self.run(paragraph, f"{label} ", size, bold=True)
            self.run(paragraph, text, size)

    def tile(self, frame: TextFrame, tile: Tile, width: int) -> None:
        """A key figure: label, figure, note."""
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
        size = 24 if lines(tile.value, width - 20 * POINT, 24) == 1 else 18
        for place, (text, points, bold, colour) in enumerate(
            (
                (line(tile.label, 40), 11, False, self.look.grey),
                (line(tile.value, 40), size, True, self.look.tone(tile.tone)),
                (line(tile.note, 84), 11, False, self.look.grey),
            )
        ):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            paragraph.alignment = PP_ALIGN.LEFT
            self.run(paragraph, text, points, bold=bold, colour=colour)


def _fitting(items: list[tuple[str, str]], width: int, height: int) -> tuple[float, list[tuple[str, str]]]:
    for size in (18, 16, 14, 12, 11):
        if _height(items, width, size) <= height:
            return size, items
    while len(items) > 1 and _height(items, width, 11) > height:
        items = items[:-1]
    return 11, items


def _height(items: list[tuple[str, str]], width: int, size: float) -> float:
    """In EMU; the frame's own margins are taken off the width."""
    inner = width - 16 * POINT
    return sum(
        (lines(f"{label} {text}", inner, size) * LEADING + 0.55) * size * POINT for label, text in items
    )
