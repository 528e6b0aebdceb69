"""Text on slides: in the theme's fonts and colours, and in a size at which it fits its room."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pptx.dml.color import ColorFormat, RGBColor
from pptx.dml.fill import FillFormat
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Pt

from accountkit.brief import letters
from accountkit.brief.blocks import Tile
from accountkit.brief.deck_template import Setting, Stage
from accountkit.brief.look import Look
from accountkit.brief.wording import first_sentence, line

POINT = 12_700
"""EMU in a point."""
BETWEEN = 0.45
"""Room under a paragraph over the size of its letters."""
SHRINKING = (1.0, 0.9, 0.82, 0.75, 0.68, 0.6)
"""Sizes that a title is tried at, of its template's; a message that still does not fit is cut after a word."""
LEAST = 11
LIGHT = {"good": "#34d399", "bad": "#fca5a5", "unsure": "#fcd34d", "type": "#c4b5fd"}
"""The colours of meaning on a dark ground."""


@dataclass(frozen=True)
class Fitted:
    """A text and the size to set it at; no size where the template's own is right."""

    text: str
    size: float | None


def fitted(text: str, setting: Setting) -> Fitted:
    """The text in its placeholder's room: whole, or its first sentence, at the template's size; else smaller; else cut."""
    whole = line(text, 400)
    first = first_sentence(whole)
    for share in SHRINKING:
        for one in (whole, first, _clause(whole)) if share == 1.0 else (whole, first):
            if _fits(one, setting, setting.size * share):
                return Fitted(one, None if share == 1.0 else round(setting.size * share, 1))
    size, cut = round(setting.size * SHRINKING[-1], 1), first
    while len(cut) > 8 and not _fits(cut + "…", setting, size):
        cut = (cut.rsplit(" ", 1)[0] if " " in cut[8:] else cut[:-1]).rstrip(" ,;:，；：")
    return Fitted(cut + "…", size)


def _clause(text: str) -> str:
    """The first part of a sentence, up to its colon or semicolon, if it can stand alone."""
    start = re.split(r"[;；]\s*", first_sentence(text), maxsplit=1)[0].rstrip(" ,，")
    return start + text[-1] if start != text and text[-1:] in ".。" else start


def _fits(text: str, setting: Setting, size: float) -> bool:
    shown = text.upper() if setting.capitals else text
    tall = letters.height(shown, setting.width, size, setting.font, bold=setting.bold)
    whole_words = letters.longest_word(shown, size, setting.font, bold=setting.bold) <= setting.width
    return whole_words and tall * setting.leading <= setting.height + 1


class Pen:
    """Writes text in the theme's fonts and colours; only the colours of meaning are a look's."""

    def __init__(self, look: Look, stage: Stage) -> None:
        self.look, self.stage = look, stage
        body = stage.body()
        self.font = stage.setting(body).font if body is not None else look.latin_font

    def colour(self, target: ColorFormat, name: str | None) -> None:
        """Ink, quiet and accent are the theme's; a tone has its own colour, lighter on a dark ground."""
        if name in LIGHT:
            shade = LIGHT[name] if self.stage.dark else self.look.tone(name)
            target.rgb = RGBColor.from_string(shade.lstrip("#").upper())
            return
        if name == "on accent":
            target.theme_color = self.stage.on_accent
            return
        if name == "accent" and not self.stage.dark:
            target.theme_color = MSO_THEME_COLOR.ACCENT_1
            return
        target.theme_color = self.theme("ink")
        if name == "quiet" and not self.stage.company:
            target.theme_color = MSO_THEME_COLOR.TEXT_2
        elif name == "quiet" and not self.stage.dark:
            target.brightness = 0.35

    def theme(self, name: str) -> MSO_THEME_COLOR:
        """The theme's colour that stands for accent or ink on this ground."""
        if name == "accent":
            return MSO_THEME_COLOR.ACCENT_1
        return MSO_THEME_COLOR.TEXT_1 if self.stage.ink == "tx1" else MSO_THEME_COLOR.BACKGROUND_1

    def wash(self, fill: FillFormat) -> None:
        """A box that stands a little off the ground, whatever the ground is."""
        fill.solid()
        fill.fore_color.theme_color = (
            MSO_THEME_COLOR.BACKGROUND_1 if self.stage.ink == "tx1" else MSO_THEME_COLOR.TEXT_1
        )
        fill.fore_color.brightness = 0.15 if self.stage.dark else -0.05

    def shade(self, target: ColorFormat, name: str) -> None:
        """The colour of an area or a line: as of a text, and *faint* for what stands back."""
        if name in LIGHT or name == "ink":
            self.colour(target, None if name == "ink" else name)
            return
        target.theme_color = self.theme(name)
        if name in ("quiet", "faint") and not self.stage.dark:
            target.brightness = 0.4 if name == "quiet" else 0.65
        elif name in ("quiet", "faint"):
            target.brightness = -0.3 if name == "quiet" else -0.5

    def run(
        self,
        paragraph: _Paragraph,
        text: str,
        size: float | None = None,
        *,
        bold: bool = False,
        colour: str | None = "",
    ) -> None:
        """One run of text; `colour` "" and size None leave it to the placeholder."""
        run = paragraph.add_run()
        run.text = text.replace("\n", "\v")
        run.font.bold = bold or None
        if size is not None:
            run.font.size = Pt(size)
        if colour != "":
            self.colour(run.font.color, colour)
        if self.stage.company and any(letters.is_wide(letter) for letter in text):
            # a company's theme need not name a Chinese font; ours does
            properties = run._r.get_or_add_rPr()
            properties.append(properties.makeelement(qn("a:ea"), {"typeface": self.look.east_asian_font}))

    def title(self, frame: TextFrame, text: str, setting: Setting) -> None:
        """A message in its placeholder, at the template's size where it fits."""
        chosen = fitted(text, setting)
        self.run(frame.paragraphs[0], chosen.text, chosen.size)

    def write(
        self,
        frame: TextFrame,
        text: str,
        size: float,
        *,
        bold: bool = False,
        colour: str | None = None,
        right: bool = False,
    ) -> None:
        """A text alone in a box of ours."""
        frame.word_wrap = True
        frame.paragraphs[0].alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
        self.run(frame.paragraphs[0], text, size, bold=bold, colour=colour)

    def list(
        self,
        frame: TextFrame,
        items: Sequence[tuple[str, str]],
        width: float,
        height: float,
        own: float,
        *,
        numbered: bool = False,
    ) -> None:
        """Items under each other in a placeholder, at its own size or smaller; the last are left out if none fits.

        `width`, `height` and `own`, the placeholder's size of letters, in points.
        """
        frame.word_wrap = True
        size, items = fitting(items, width, height, own, self.font)
        for place, (label, text) in enumerate(items):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            paragraph.space_before, paragraph.space_after = Pt(0), Pt(size * BETWEEN)
            if numbered:
                _numbered(paragraph, size)
            if label:
                self.run(paragraph, f"{label} ", size, bold=True)
            self.run(paragraph, text, size)

    def tile(self, frame: TextFrame, tile: Tile, width: float) -> None:
        """A key figure: label, figure, note; `width` in points."""
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
        inner = width - 16
        size = next(
            (s for s in (26, 22, 18) if letters.width(tile.value, s, self.font, bold=True) <= inner), 14
        )
        texts = ((line(tile.label, 44), 11, False, "quiet"), (line(tile.value, 40), size, True, tile.tone))
        for place, (text, points, bold, colour) in enumerate(
            (*texts, (line(tile.note, 90), 11, False, "quiet"))
        ):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            paragraph.alignment = PP_ALIGN.LEFT
            self.run(paragraph, text, points, bold=bold, colour=colour)


def _numbered(paragraph: _Paragraph, size: float) -> None:
    """PowerPoint counts the item itself, in place of whatever sign the template has."""
    properties = paragraph._p.get_or_add_pPr()
    room = str(int(size * 1.6 * POINT))
    properties.set("marL", room)
    properties.set("indent", f"-{room}")
    properties.append(properties.makeelement(qn("a:buFont"), {"typeface": "+mj-lt"}))
    properties.append(properties.makeelement(qn("a:buAutoNum"), {"type": "arabicPeriod"}))


def fitting(
    items: Sequence[tuple[str, str]], width: float, height: float, own: float, font: str
) -> tuple[float, list[tuple[str, str]]]:
    """The size at which items fit, and those that do."""
    kept = list(items)
    for size in (size for size in (own, 20, 18, 16, 14, 13, 12, LEAST) if size <= own):
        if listed(kept, width, size, font) <= height:
            return size, kept
    while len(kept) > 1 and listed(kept, width, LEAST, font) > height:
        kept.pop()
    return LEAST, kept


def listed(items: Sequence[tuple[str, str]], width: float, size: float, font: str) -> float:
    """The height of items under each other, in points."""
    return sum(
        letters.height(f"{label} {text}".strip(), width, size, font) + BETWEEN * size for label, text in items
    )


def unstyled(shape: Shape) -> None:
    """Take PowerPoint's ready style off a shape: its outline, its shadow and its light letters are not ours."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)
