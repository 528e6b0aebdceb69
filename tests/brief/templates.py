"""Two companies' PowerPoint templates: a dark title in 44 points, and a narrow slide in other fonts."""

from __future__ import annotations

from pathlib import Path

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches


def dark_title(folder: Path) -> Path:
    """Wide; white titles of 44 points on a dark band, Times New Roman, with room for two lines of 20."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    _themed(deck, "Times New Roman", "Times New Roman", "7A1FA2")
    widened = 13.333 / 10
    for sheet in (*deck.slide_layouts, deck.slide_master):  # a layout's place may be its master's
        for shape in sheet.placeholders:
            place = (int(shape.left * widened), shape.top, int(shape.width * widened), shape.height)
            shape.left, shape.top, shape.width, shape.height = (Emu(value) for value in place)
    level = deck.slide_master.element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}/{qn('a:defRPr')}")
    level.find(f"{qn('a:solidFill')}/{qn('a:schemeClr')}").set("val", "bg1")
    for layout in (deck.slide_layouts[0], deck.slide_layouts[1]):
        band = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_shape(
            MSO_SHAPE.RECTANGLE,
            0,
            Inches(2.3 if layout is deck.slide_layouts[0] else 0),
            deck.slide_width,
            Inches(1.6),
        )
        band.fill.solid()
        band.fill.fore_color.rgb = RGBColor(0x10, 0x20, 0x30)
        layout.shapes._spTree.insert(2, band._element)
    deck.save(folder / "dark.pptx")
    return folder / "dark.pptx"


def four_by_three(folder: Path) -> Path:
    """Four by three on a dark ground, Verdana, titles in capitals, bullets, and content under a tall title."""
    deck = Presentation()
    _themed(deck, "Verdana", "Verdana", "FFB300", dark=True)
    deck.slide_master.element.find(f".//{qn('p:titleStyle')}//{qn('a:defRPr')}").set("cap", "all")
    deck.slide_master.element.find(f".//{qn('p:titleStyle')}//{qn('a:defRPr')}").set("sz", "2800")
    deck.save(folder / "narrow.pptx")
    return folder / "narrow.pptx"


def _themed(deck, major: str, minor: str, accent: str, *, dark: bool = False) -> None:
    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = parse_xml(part.blob)
    for family, font in (("majorFont", major), ("minorFont", minor)):
        theme.find(f".//{qn('a:' + family)}/{qn('a:latin')}").set("typeface", font)
    theme.find(f".//{qn('a:accent1')}/{qn('a:srgbClr')}").set("val", accent)
    part._blob = theme.xml.encode()
    if dark:
        mapped = deck.slide_master.element.find(qn("p:clrMap"))
        mapped.set("bg1", "dk1")
        mapped.set("tx1", "lt1")
