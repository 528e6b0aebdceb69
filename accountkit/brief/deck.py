"""The brief as a PowerPoint deck: one message a slide, native charts, questions in the speaker's notes.

Titles, texts, footer and page number stand in the template's own placeholders, so that the outline shows them, a change
of the master changes them, and nothing is set in a font or a colour that the theme does not have. A company's own
template (``template.pptx``) gives master, layouts and size. Used are its title layout (the first with a subtitle) and the
first layout with a title and one content, else the first with a title alone.
"""

from __future__ import annotations

import copy
import io
from collections.abc import Sequence
from dataclasses import dataclass

from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.slide import Slide as PptxSlide
from pptx.util import Emu, Inches, Pt

from accountkit.brief import letters
from accountkit.brief.blocks import Block, Brief, Figure, Table, Tiles
from accountkit.brief.deck_charts import add_chart
from accountkit.brief.deck_flow import add_flow
from accountkit.brief.deck_master import TITLES
from accountkit.brief.deck_network import add_network
from accountkit.brief.deck_tables import add_table
from accountkit.brief.deck_template import Stage, placeholders, staged
from accountkit.brief.deck_text import POINT, Pen, fitting, listed, unstyled
from accountkit.brief.look import Look
from accountkit.brief.storyboard import Slide, storyboard
from accountkit.brief.wording import line
from accountkit.i18n import day

MOST_SLIDES = 12
GAP = int(Inches(0.3))
BESIDE = 0.36
"""The share of a slide that text takes beside one picture."""
NETWORK = 0.6
"""The share that a map of people takes beside its table."""
STRIP = 0.24
"""The share of its height that text takes at most above pictures and tables."""
LONGEST = 220
NARROW = int(Inches(10))
"""The width under which two tables stand under each other."""


def pptx(brief: Brief, look: Look) -> bytes:
    """The deck as the bytes of a .pptx file."""
    stage = staged(look)
    writer = _Writer(stage, look)
    writer.front(brief)
    for slide in storyboard(brief, MOST_SLIDES - 1):
        writer.slide(slide, f"{brief.customer} · {brief.subtitle}")
    about = stage.deck.core_properties
    about.title, about.subject, about.author = brief.title[:255], brief.subtitle, look.company or "accountkit"
    about.language = brief.language.replace("_", "-")
    about.keywords, about.comments, about.last_modified_by = "", "", ""
    stream = io.BytesIO()
    stage.deck.save(stream)
    return stream.getvalue()


@dataclass(frozen=True)
class _Room:
    """The part of a slide that content may fill, in EMU."""

    left: int
    top: int
    width: int
    height: int

    def split(self, share: float) -> tuple[_Room, _Room]:
        """Two rooms side by side; the first has `share` of the width."""
        first = int((self.width - GAP) * share)
        return _Room(self.left, self.top, first, self.height), _Room(
            self.left + first + GAP, self.top, self.width - first - GAP, self.height
        )

    def stacked(self, shares: list[float]) -> tuple[_Room, ...]:
        """Rooms under each other, as tall as their shares."""
        tall, rest, rooms = self.height - GAP * (len(shares) - 1), self, []
        for share in shares:
            height = int(tall * share / sum(shares))
            rooms.append(_Room(rest.left, rest.top, rest.width, height))
            rest = rest.below(height + GAP)
        return tuple(rooms)

    def below(self, used: int) -> _Room:
        return _Room(self.left, self.top + used, self.width, self.height - used)

    @property
    def place(self) -> tuple[int, int, int, int]:
        return self.left, self.top, self.width, self.height


def _share(left: Block, right: Block) -> float:
    """The share of the width that the first of two blocks takes."""
    if not isinstance(left, Figure):
        return 0.52
    return NETWORK if left.network else 0.46 if isinstance(right, Table) else 0.52


class _Writer:
    def __init__(self, stage: Stage, look: Look) -> None:
        self.stage, self.look = stage, look
        self.pen = Pen(look, stage)
        self.body = stage.body()

    def front(self, brief: Brief) -> None:
        """The title slide."""
        slide = self.stage.deck.slides.add_slide(self.stage.front)
        texts = {
            PP_PLACEHOLDER.SUBTITLE: " · ".join(part for part in (brief.subtitle, self.look.company) if part)
        }
        for placeholder in list(slide.placeholders):
            kind = placeholder.placeholder_format.type
            setting = self.stage.setting(placeholder._base_placeholder)
            if placeholder == slide.shapes.title:
                self.pen.title(placeholder.text_frame, brief.title, setting)
            elif kind in texts:
                self.pen.title(placeholder.text_frame, texts[kind], setting)
            else:
                placeholder._element.getparent().remove(placeholder._element)
        if self.look.logo:
            slide.shapes.add_picture(io.BytesIO(self.look.logo), Inches(1.1), Inches(0.7), height=Inches(0.8))
        slide.notes_slide.notes_text_frame.text = day(brief.as_of)

    def slide(self, content: Slide, footer: str) -> None:
        """One inner slide: message, content, notes, footer."""
        slide = self.stage.deck.slides.add_slide(self.stage.inner)
        title = slide.shapes.title
        self.pen.title(title.text_frame, content.title, self.stage.setting(title._base_placeholder))
        self._filled(slide, content, self._room())
        self._repeated(slide, footer)
        slide.notes_slide.notes_text_frame.text = "\n".join(content.notes)

    def _room(self) -> _Room:
        """What the layout leaves for content: its own placeholder for it, else the room between title and footer."""
        if self.body is not None:
            return _Room(
                *(int(v) for v in (self.body.left, self.body.top, self.body.width, self.body.height))
            )
        title = next(p for p in placeholders(self.stage.inner) if p.placeholder_format.type in TITLES)
        top = int(title.top + title.height + Inches(0.1))
        bottom = int(self.stage.deck.slide_height or 0) - int(Inches(0.65))
        return _Room(int(title.left), top, int(title.width), bottom - top)

    def _filled(self, slide: PptxSlide, content: Slide, room: _Room) -> None:
        tiles = next((block for block in content.blocks if isinstance(block, Tiles)), None)
        if tiles:
            room = room.below(self._tiles(slide, tiles, room))
        blocks = [block for block in content.blocks if not isinstance(block, Tiles)]
        room = self._said(slide, content, blocks, room)
        rooms: tuple[_Room, ...] = (room,)
        if len(blocks) == 2 and all(isinstance(block, Table) for block in blocks) and room.width < NARROW:
            rooms = room.stacked([len(block.rows) + 1.5 for block in blocks if isinstance(block, Table)])
        elif len(blocks) > 1:
            rooms = room.split(_share(*blocks[:2]))
        for block, part in zip(blocks, rooms, strict=False):
            self._block(slide, block, part)

    def _said(self, slide: PptxSlide, content: Slide, blocks: Sequence[Block], room: _Room) -> _Room:
        """Put the texts into the layout's placeholder for them: over all, beside one picture, or above. The rest of the room."""
        items = [(item.label, line(item.text, LONGEST)) for item in content.texts if item.label or item.text]
        frame = next((p for p in slide.placeholders if p.placeholder_format.idx == self._place()), None)
        if not items:
            if frame is not None:
                frame._element.getparent().remove(frame._element)
            return room
        shape = (
            frame if frame is not None else slide.shapes.add_textbox(*(Emu(value) for value in room.place))
        )
        setting = self.stage.setting(self.body) if self.body is not None else None
        own = min(setting.size if setting else 16.0, 20.0)
        indent = (self.body.width / POINT - setting.width) if self.body is not None and setting else 14.4
        text, rest = room, room
        if len(blocks) == 1 and isinstance(blocks[0], Figure) and blocks[0].flow is None:
            rest, text = room.split(1 - BESIDE)
        elif blocks:
            text, rest, items = self._strip(items, room, own, indent)
        shape.left, shape.top, shape.width, shape.height = (Emu(value) for value in text.place)
        shape.text_frame.vertical_anchor = None
        width, height = text.width / POINT - indent, text.height / POINT - 7.2
        self.pen.list(shape.text_frame, items, width, height, own, numbered=content.numbered)
        return rest

    def _strip(
        self, items: list[tuple[str, str]], room: _Room, own: float, indent: float
    ) -> tuple[_Room, _Room, list[tuple[str, str]]]:
        """The room above the pictures that the texts need, at most a part of it; and what is left below."""
        width, most = room.width / POINT - indent, room.height / POINT * STRIP
        size, kept = fitting(items, width, most - 7.2, min(own, 16.0), self.pen.font)
        tall = int(min(most, listed(kept, width, size, self.pen.font) + 9) * POINT)
        return _Room(room.left, room.top, room.width, tall), room.below(tall + GAP // 3), kept

    def _place(self) -> int:
        return self.body.placeholder_format.idx if self.body is not None else -1

    def _block(self, slide: PptxSlide, block: Block, room: _Room) -> None:
        match block:
            case Figure():
                self._figure(slide, block, room)
            case Table():
                add_table(slide, block, room.place, self.pen)
            case _:
                raise TypeError(block)

    def _figure(self, slide: PptxSlide, figure: Figure, room: _Room) -> None:
        if figure.network:
            add_network(slide, figure.network, room.place, self.pen, figure.alt)
        elif figure.flow:
            add_flow(slide, figure.flow, room.place, self.pen)
        elif figure.chart:
            several = figure.chart.kind in ("waterfall", "radar") or len(figure.chart.series) > 1
            title = figure.caption if several else ""
            shape = add_chart(slide, figure.chart, room.place, self.pen, title)
            shape._element.nvGraphicFramePr.cNvPr.set("descr", figure.alt)
        else:
            add_table(slide, figure.table, room.place, self.pen)

    def _tiles(self, slide: PptxSlide, block: Tiles, room: _Room) -> int:
        """A row of key figures over the content; how much height they take."""
        gap, height = int(Inches(0.15)), int(Inches(1.25))
        width = (room.width - gap * (len(block.tiles) - 1)) // len(block.tiles)
        for place, tile in enumerate(block.tiles):
            left = Emu(room.left + place * (width + gap))
            box = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, left, Emu(room.top), Emu(width), Emu(height))
            self.pen.wash(box.fill)
            box.line.fill.background()
            unstyled(box)
            box.text_frame.margin_left = box.text_frame.margin_right = Pt(8)
            self.pen.tile(box.text_frame, tile, width / POINT)
        return height + GAP // 2

    def _repeated(self, slide: PptxSlide, footer: str) -> None:
        """The layout's footer and page number, which python-pptx does not carry over to a slide."""
        for placeholder in placeholders(self.stage.inner):
            kind = placeholder.placeholder_format.type
            if kind not in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
                continue
            element = copy.deepcopy(placeholder._element)
            properties = element.find(qn("p:spPr"))
            for child in list(properties):
                properties.remove(child)
            body = element.find(qn("p:txBody"))
            for child in body.findall(qn("a:p")):
                body.remove(child)
            for style in body.findall(qn("a:lstStyle")):
                style.clear()
            paragraph = body.makeelement(qn("a:p"), {})
            body.append(paragraph)
            if kind == PP_PLACEHOLDER.FOOTER:
                run = paragraph.makeelement(qn("a:r"), {})
                setting = self.stage.setting(placeholder)
                wide = letters.width(footer, setting.size, setting.font)
                said = footer if wide <= setting.width else footer.split(" · ")[0]
            else:
                run = paragraph.makeelement(
                    qn("a:fld"), {"id": "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type": "slidenum"}
                )
                said = str(len(self.stage.deck.slides))
            paragraph.append(run)
            run.append(run.makeelement(qn("a:rPr"), {"lang": "en-US"}))
            text = run.makeelement(qn("a:t"), {})
            text.text = said
            run.append(text)
            element.find(f"{qn('p:nvSpPr')}/{qn('p:cNvPr')}").set("id", str(9000 + int(kind)))
            slide.shapes._spTree.append(element)
