"""The brief as a PowerPoint deck: one message a slide, native charts, questions in the speaker's notes.

A company's own template (``template.pptx``) gives master, layouts and size; slides in it are taken out. Used are its
title layout (the first with a subtitle) and the first layout with a title and nothing to fill besides; charts, tables
and text stand in the room under that title.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR
from pptx.exc import PackageNotFoundError
from pptx.presentation import Presentation as Deck
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.slide import Slide as PptxSlide
from pptx.slide import SlideLayout
from pptx.util import Emu, Inches

from accountkit.brief.blocks import Block, Brief, Bullets, Figure, Paragraph, Questions, Table, Tiles
from accountkit.brief.deck_charts import add_chart
from accountkit.brief.deck_tables import add_table
from accountkit.brief.deck_text import Pen, columns
from accountkit.brief.look import InvalidLook, Look
from accountkit.brief.pictures import Pictures
from accountkit.brief.storyboard import Slide, storyboard
from accountkit.brief.wording import first_sentence, line
from accountkit.i18n import _, day

MOST_SLIDES = 12
INCH = Inches(1)
TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
SILENT = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)


def pptx(brief: Brief, look: Look, pictures: Pictures) -> bytes:
    """The deck as the bytes of a .pptx file."""
    deck, own = _opened(look)
    writer = _Writer(deck, look, pictures, own)
    writer.front(brief)
    for slide in storyboard(brief, MOST_SLIDES - 1):
        writer.slide(slide, f"{brief.customer} · {brief.subtitle}")
    about = deck.core_properties
    about.title, about.subject, about.author = brief.title[:255], brief.subtitle, look.company or "accountkit"
    about.keywords, about.comments, about.last_modified_by, about.language = (
        "",
        "",
        "",
        brief.language.replace("_", "-"),
    )
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()


def _opened(look: Look) -> tuple[Deck, bool]:
    """The deck to write into, and whether it is the company's own template."""
    if look.pptx_template is None:
        deck = Presentation()
        deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
        return deck, False
    try:
        deck = Presentation(str(look.pptx_template))
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise InvalidLook(
            _("{path} cannot be opened as a PowerPoint template. Save it as .pptx.").format(
                path=look.pptx_template
            )
        ) from error
    for entry in list(deck.slides._sldIdLst):
        deck.part.drop_rel(entry.rId)
        deck.slides._sldIdLst.remove(entry)
    return deck, True


@dataclass
class _Room:
    """The part of a slide that content may fill, in EMU."""

    left: int
    top: int
    width: int
    height: int

    def split(self, share: float, gap: int = int(INCH * 0.35)) -> tuple[_Room, _Room]:
        """Two rooms side by side; the first has `share` of the width."""
        first = int((self.width - gap) * share)
        return _Room(self.left, self.top, first, self.height), _Room(
            self.left + first + gap, self.top, self.width - first - gap, self.height
        )

    def below(self, used: int) -> _Room:
        return _Room(self.left, self.top + used, self.width, self.height - used)

    @property
    def place(self) -> tuple[int, int, int, int]:
        return self.left, self.top, self.width, self.height


class _Writer:
    def __init__(self, deck: Deck, look: Look, pictures: Pictures, own: bool) -> None:
        self.deck, self.look, self.pictures, self.own = deck, look, pictures, own
        self.pen = Pen(look)
        self.front_layout = _layout(deck, with_subtitle=True)
        self.inner_layout = _layout(deck, with_subtitle=False)

    def front(self, brief: Brief) -> None:
        """The title slide."""
        slide = self.deck.slides.add_slide(self.front_layout)
        title, subtitle = (
            slide.shapes.title,
            next(
                (p for p in slide.placeholders if p.placeholder_format.type == PP_PLACEHOLDER.SUBTITLE), None
            ),
        )
        if not self.own:
            _put(title, Inches(0.9), Inches(2.5), Inches(11.5), Inches(1.3))
            self._band(slide, Inches(0.9), Inches(3.95), Inches(1.6), Inches(0.07))
        self.pen.write(
            title.text_frame,
            line(brief.title, 120),
            36 if not self.own else None,
            bold=True,
            anchor=MSO_ANCHOR.BOTTOM,
        )
        if subtitle is not None:
            if not self.own:
                _put(subtitle, Inches(0.9), Inches(4.2), Inches(11.5), Inches(0.8))
            text = " · ".join(part for part in (brief.subtitle, self.look.company) if part)
            self.pen.write(
                subtitle.text_frame,
                line(text, 160),
                18 if not self.own else None,
                colour=None if self.own else self.look.grey,
            )
        if self.look.logo:
            slide.shapes.add_picture(io.BytesIO(self.look.logo), Inches(0.9), Inches(0.7), height=Inches(0.8))
        slide.notes_slide.notes_text_frame.text = day(brief.as_of)

    def slide(self, content: Slide, footer: str) -> None:
        """One inner slide: message, content, notes, footer."""
        slide = self.deck.slides.add_slide(self.inner_layout)
        title = slide.shapes.title
        if not self.own:
            _put(title, Inches(0.6), Inches(0.4), Inches(12.1), Inches(0.95))
        text, size = headline(content.title)
        self.pen.write(
            title.text_frame, text, None if self.own else size, bold=True, anchor=MSO_ANCHOR.MIDDLE
        )
        self._filled(slide, content, self._room(title))
        if not self.own:
            self._footer(slide, footer)
        slide.notes_slide.notes_text_frame.text = "\n".join(content.notes)

    def _room(self, title: Shape) -> _Room:
        height = self.deck.slide_height or Inches(7.5)
        top = int(title.top + title.height + INCH * 0.15)
        return _Room(int(title.left), top, int(title.width), int(height - top - INCH * 0.65))

    def _filled(self, slide: PptxSlide, content: Slide, room: _Room) -> None:
        tiles = [block for block in content.blocks if isinstance(block, Tiles)]
        if tiles:
            room = room.below(self._tiles(slide, tiles[0], room))
        blocks = [block for block in content.blocks if not isinstance(block, Tiles)]
        rooms = room.split(0.48 if isinstance(blocks[-1], Table) else 0.62) if len(blocks) > 1 else (room,)
        for block, part in zip(blocks, rooms, strict=False):
            self._block(slide, block, part)

    def _block(self, slide: PptxSlide, block: Block, room: _Room) -> None:
        match block:
            case Figure():
                self._figure(slide, block, room)
            case Table():
                add_table(slide, block, room.place, self.pen)
            case Bullets():
                self._texts(slide, [(item.label, item.text) for item in block.items], room)
            case Questions():
                self._texts(slide, [("", question.text) for question in block.questions], room, numbered=True)
            case Paragraph():
                self._texts(slide, [(block.label, block.text)], room)

    def _figure(self, slide: PptxSlide, figure: Figure, room: _Room) -> None:
        """Its native chart; else its picture; else its table."""
        picture = self.pictures.of.get(figure.key)
        if figure.chart:
            shape = add_chart(slide, figure.chart, room.place, self.look)
            shape._element.nvGraphicFramePr.cNvPr.set("descr", figure.alt)
        elif picture:
            scale = min(room.width / picture.width, room.height / picture.height)
            drawn = slide.shapes.add_picture(
                io.BytesIO(picture.image),
                Emu(room.left),
                Emu(room.top),
                width=Emu(int(picture.width * scale)),
            )
            drawn._element._nvXxPr.cNvPr.set("descr", figure.alt)
        else:
            add_table(slide, figure.table, room.place, self.pen)

    def _texts(
        self, slide: PptxSlide, items: list[tuple[str, str]], room: _Room, *, numbered: bool = False
    ) -> None:
        frame = slide.shapes.add_textbox(*(Emu(value) for value in room.place)).text_frame
        self.pen.list(
            frame,
            [(label, line(text, 260)) for label, text in items],
            room.width,
            room.height,
            numbered=numbered,
        )

    def _tiles(self, slide: PptxSlide, block: Tiles, room: _Room) -> int:
        """A row of key figures over the content; how much height they take."""
        gap, height = int(INCH * 0.15), int(INCH * 1.45)
        width = (room.width - gap * (len(block.tiles) - 1)) // len(block.tiles)
        for place, tile in enumerate(block.tiles):
            left = room.left + place * (width + gap)
            box = self._band(slide, left, room.top, width, height, self.look.wash)
            self.pen.tile(box.text_frame, tile, width)
        return height + int(INCH * 0.2)

    def _band(
        self, slide: PptxSlide, left: int, top: int, width: int, height: int, colour: str | None = None
    ) -> Shape:
        shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Emu(left), Emu(top), Emu(width), Emu(height))
        shape.fill.solid()
        shape.fill.fore_color.rgb = RGBColor.from_string((colour or self.look.accent).lstrip("#").upper())
        shape.line.fill.background()
        shape.shadow.inherit = False
        return shape

    def _footer(self, slide: PptxSlide, text: str) -> None:
        room = (Inches(0.6), Inches(7.0), Inches(11), Inches(0.3))
        self.pen.write(slide.shapes.add_textbox(*room).text_frame, line(text, 150), 10, colour=self.look.grey)
        number = slide.shapes.add_textbox(Inches(11.9), Inches(7.0), Inches(0.8), Inches(0.3)).text_frame
        self.pen.write(number, str(len(self.deck.slides)), 10, colour=self.look.grey, right=True)
        self._band(slide, Inches(0.6), Inches(1.38), Inches(12.1), Emu(12700), self.look.rule)


def headline(text: str) -> tuple[str, int]:
    """A slide's message in two lines at most, and the size of its letters; of a long one the first sentence."""
    text = line(text, 400)
    if columns(text) > 150:
        text = first_sentence(text)
    while columns(text) > 165:
        text = text[: int(len(text) * 0.9)].rstrip(" …") + "…"
    return text, 24 if columns(text) < 92 else 20


def _put(shape: BaseShape, left: int, top: int, width: int, height: int) -> None:
    shape.left, shape.top, shape.width, shape.height = Emu(left), Emu(top), Emu(width), Emu(height)


def _layout(deck: Deck, *, with_subtitle: bool) -> SlideLayout:
    """The title layout, or the first one with a title and nothing else to fill; the last resort is the first layout."""
    for layout in deck.slide_layouts:
        kinds = [placeholder.placeholder_format.type for placeholder in layout.placeholders]  # type: ignore[misc]  # python-pptx annotates self away
        filled = [kind for kind in kinds if kind not in SILENT]
        has_title = any(kind in TITLES for kind in filled)
        if with_subtitle and has_title and PP_PLACEHOLDER.SUBTITLE in filled:
            return layout
        if not with_subtitle and has_title and len(filled) == 1:
            return layout
    raise InvalidLook(
        _(
            "The PowerPoint template has no title-only layout or no title layout with a subtitle. Add them to its slide master."
        )
    )
