"""Our own slide master: python-pptx's blank deck with the look's colours and fonts in its theme.

Two layouts are kept and laid out for a wide slide, so that a slide of ours holds nothing that its master does not say,
and whoever changes the theme in PowerPoint changes every slide.
"""

from __future__ import annotations

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import BaseOxmlElement as Xml
from pptx.presentation import Presentation as Deck
from pptx.shapes.autoshape import Shape
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Emu, Inches

from accountkit.brief.look import Look

TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
BODIES = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT)
SILENT = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
OURS = {
    # inches on a slide of 13.333 by 7.5: left, top, width, height
    "title": (0.6, 0.36, 12.13, 1.0),
    "body": (0.6, 1.56, 12.13, 5.2),
    "footer": (0.6, 6.98, 10.5, 0.3),
    "number": (11.73, 6.98, 1.0, 0.3),
    "front": (1.1, 2.2, 11.2, 1.6),
    "below": (1.1, 4.05, 11.2, 1.2),
}


def theme_of(master: SlideMaster) -> Part:
    """The part that holds a master's theme."""
    return master.part.part_related_by(RELATIONSHIP_TYPE.THEME)


def added(parent: Xml, tag: str, **values: str) -> Xml:
    """A new last child with these attributes."""
    child = parent.makeelement(qn(tag), values)
    parent.append(child)
    return child


def our_deck(look: Look) -> Deck:
    """python-pptx's blank deck in the look's theme, wide, with a title layout and one for a message and its content."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    kept = (deck.slide_layouts[0], deck.slide_layouts[1])
    for layout in [layout for layout in deck.slide_layouts if layout not in kept]:
        deck.slide_layouts.remove(layout)
    master = deck.slide_master
    _themed(master, look)
    _styled(master, "titleStyle", 2400, bold=True)
    _styled(master, "bodyStyle", 1600)
    for sheet in (master, *kept):
        _laid_out(sheet, front=sheet is kept[0])
    for size, placeholder in zip((3600, 1800), kept[0].placeholders, strict=False):
        _sized(placeholder, size, bold=size == 3600)
    _drawn(kept[0], (0, 0, 0.32, 7.5))
    _drawn(kept[1], (0.6, 1.4, 12.13, 0.014))
    return deck


def _themed(master: SlideMaster, look: Look) -> None:
    part = theme_of(master)
    theme = parse_xml(part.blob)
    colours = {
        "dk1": look.ink,
        "lt1": "#FFFFFF",
        "dk2": look.grey,
        "lt2": look.wash,
        "accent1": look.accent,
        "accent2": look.grey,
        "accent3": look.unsure,
        "accent4": look.kind,
        "accent5": look.gain,
        "accent6": look.loss,
        "hlink": look.accent,
        "folHlink": look.kind,
    }
    scheme = theme.find(f".//{qn('a:clrScheme')}")
    for name, colour in colours.items():
        slot = scheme.find(qn(f"a:{name}"))
        slot.clear()
        added(slot, "a:srgbClr", val=colour.lstrip("#").upper())
    for family in ("majorFont", "minorFont"):
        fonts = theme.find(f".//{qn('a:' + family)}")
        fonts.find(qn("a:latin")).set("typeface", look.latin_font)
        fonts.find(qn("a:ea")).set("typeface", look.east_asian_font)
    theme.set("name", look.company or "accountkit")
    part._blob = serialize_part_xml(theme)


def _styled(master: SlideMaster, name: str, size: int, *, bold: bool = False) -> None:
    """The first level of a text style: flush left, no bullet."""
    level = master.element.find(f".//{qn('p:' + name)}/{qn('a:lvl1pPr')}")
    level.set("algn", "l")
    level.set("marL", "0")
    level.set("indent", "0")
    for old in level.findall(qn("a:buChar")) + level.findall(qn("a:buFont")):
        level.remove(old)
    run = level.find(qn("a:defRPr"))
    run.set("sz", str(size))
    run.set("b", str(int(bold)))
    if level.find(qn("a:buNone")) is None:
        run.addprevious(level.makeelement(qn("a:buNone"), {}))


def _laid_out(sheet: SlideMaster | SlideLayout, *, front: bool) -> None:
    names = {
        PP_PLACEHOLDER.TITLE: "title",
        PP_PLACEHOLDER.CENTER_TITLE: "front",
        PP_PLACEHOLDER.SUBTITLE: "below",
        PP_PLACEHOLDER.BODY: "body",
        PP_PLACEHOLDER.OBJECT: "body",
        PP_PLACEHOLDER.FOOTER: "footer",
        PP_PLACEHOLDER.SLIDE_NUMBER: "number",
    }
    for placeholder in list(sheet.placeholders):
        kind = placeholder.placeholder_format.type
        if kind == PP_PLACEHOLDER.DATE or (front and kind in SILENT):
            placeholder._element.getparent().remove(placeholder._element)
            continue
        left, top, width, height = (Inches(value) for value in OURS[names[kind]])
        placeholder.left, placeholder.top, placeholder.width, placeholder.height = left, top, width, height
        frame = placeholder._element.find(f".//{qn('a:bodyPr')}")
        frame.set("anchor", {"front": "b", "title": "ctr"}.get(names[kind], "t"))
        for child in list(frame):
            frame.remove(child)
        for side in ("lIns", "rIns"):
            frame.set(side, "0")
        if names[kind] in ("footer", "number"):
            _sized(placeholder, 1000, right=names[kind] == "number")


def _sized(placeholder: Shape, size: int, *, bold: bool = False, right: bool = False) -> None:
    """The first level's letters of one placeholder: a title page's are larger, a footer's small and grey."""
    style = placeholder._element.find(f".//{qn('a:lstStyle')}")
    for old in list(style):
        style.remove(old)
    level = added(style, "a:lvl1pPr", marL="0", indent="0", algn="r" if right else "l")
    added(level, "a:buNone")
    run = added(level, "a:defRPr", sz=str(size), b=str(int(bold)))
    added(added(run, "a:solidFill"), "a:schemeClr", val="tx1" if bold else "tx2")


def _drawn(layout: SlideLayout, place: tuple[float, float, float, float]) -> None:
    """A band of the accent's colour on the layout itself, behind everything."""
    left, top, width, height = (Emu(Inches(value)) for value in place)
    shape = parse_xml(
        '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:nvSpPr><p:cNvPr id="90" name="Band"/>'
        f'<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )
    layout.shapes._spTree.insert(2, shape)
