"""The deck to write into: our own master, or a company's, and what its placeholders ask of a text.

A company's template gives master, layouts, colours, fonts and size; the slides in it are taken out.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import BaseOxmlElement as Xml
from pptx.presentation import Presentation as Deck
from pptx.shapes.placeholder import LayoutPlaceholder
from pptx.slide import SlideLayout, SlideMaster

from accountkit.brief.deck_master import BODIES, SILENT, TITLES, our_deck, theme_of
from accountkit.brief.look import InvalidLook, Look
from accountkit.i18n import _

INSET = (91_440, 45_720, 91_440, 45_720)
"""EMU between a box and its text where nothing else is said: left, top, right, bottom."""
DARK = 0.3
"""Relative luminance under which a ground counts as dark."""
SLOT = {"tx1": "dk1", "tx2": "dk2", "bg1": "lt1", "bg2": "lt2"}


@dataclass(frozen=True)
class Setting:
    """How a placeholder sets its text: size in points, the font's name, weight, capitals, and the room it has, in points."""

    size: float
    font: str
    bold: bool
    capitals: bool
    width: float
    height: float
    leading: float = 1.0


@dataclass(frozen=True)
class Stage:
    """A deck with the layouts to use; `dark` where text stands on a dark ground, `ink` is then the light one."""

    deck: Deck
    front: SlideLayout
    inner: SlideLayout
    company: bool
    dark: bool
    ink: str

    @property
    def on_accent(self) -> MSO_THEME_COLOR:
        """What can be read on the accent: the lighter of the theme's two, or the darker on a pale accent."""
        master = self.inner.slide_master
        pale = luminance(scheme(master, "accent1")) > 0.45
        light = luminance(scheme(master, "bg1")) > luminance(scheme(master, "tx1"))
        return MSO_THEME_COLOR.TEXT_1 if pale == light else MSO_THEME_COLOR.BACKGROUND_1

    def body(self) -> LayoutPlaceholder | None:
        """The inner layout's placeholder for text; None in a layout with a title alone."""
        return next((p for p in placeholders(self.inner) if p.placeholder_format.type in BODIES), None)

    def _master(self, placeholder: LayoutPlaceholder) -> SlideMaster:
        ours = placeholder._element in self.front.shapes._spTree
        return self.front.slide_master if ours else self.inner.slide_master

    def setting(self, placeholder: LayoutPlaceholder) -> Setting:
        """How this placeholder of a layout sets a text on its first level."""
        return _setting(placeholder, self._master(placeholder))


def placeholders(layout: SlideLayout) -> list[LayoutPlaceholder]:
    """The placeholders of a layout, in its order."""
    return list(layout.placeholders)


def staged(look: Look) -> Stage:
    """The deck of this look. Raises `InvalidLook` where a template cannot be used, saying why."""
    if look.pptx_template is None:
        deck = our_deck(look)
        return Stage(deck, deck.slide_layouts[0], deck.slide_layouts[1], False, False, "tx1")
    deck = _opened(look.pptx_template)
    front, inner = _layout(deck, front=True), _layout(deck, front=False)
    dark = _is_dark(inner)
    ink = "tx1" if dark != (luminance(scheme(inner.slide_master, "tx1")) < DARK) else "bg1"
    return Stage(deck, front, inner, True, dark, ink)


def _opened(path: Path) -> Deck:
    try:
        deck = Presentation(str(path))
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise InvalidLook(
            _("{path} cannot be opened as a PowerPoint template. Save it as .pptx.").format(path=path)
        ) from error
    for entry in list(deck.slides._sldIdLst):
        deck.part.drop_rel(entry.rId)
        deck.slides._sldIdLst.remove(entry)
    return deck


def _layout(deck: Deck, *, front: bool) -> SlideLayout:
    """The first layout with title and subtitle; or the first with a title and one room for content, else a title alone."""
    bare: SlideLayout | None = None
    for layout in deck.slide_layouts:
        kinds = [placeholder.placeholder_format.type for placeholder in placeholders(layout)]
        filled = [kind for kind in kinds if kind not in SILENT]
        titled = any(kind in TITLES for kind in filled)
        if front and titled and PP_PLACEHOLDER.SUBTITLE in filled:
            return layout
        if not front and titled and len(filled) == 2 and PP_PLACEHOLDER.OBJECT in filled:
            return layout
        if not front and titled and len(filled) == 1:
            bare = bare or layout
    if bare is not None:
        return bare
    raise InvalidLook(
        _(
            "The PowerPoint template has no layout with a title and one content, or none with a title and a subtitle. Add them to its slide master."
        )
    )


def _setting(placeholder: LayoutPlaceholder, master: SlideMaster) -> Setting:
    kind = placeholder.placeholder_format.type
    above = placeholder._base_placeholder
    style = master.element.find(f".//{qn('p:titleStyle')}" if kind in TITLES else f".//{qn('p:bodyStyle')}")
    levels = [
        shape.find(f".//{qn('a:lstStyle')}/{qn('a:lvl1pPr')}")
        for shape in (placeholder._element, above._element if above is not None else None)
        if shape is not None
    ]
    levels.append(style.find(qn("a:lvl1pPr")) if style is not None else None)
    said = [level for level in levels if level is not None]
    frames = [
        shape._element.find(f".//{qn('a:bodyPr')}") for shape in (placeholder, above) if shape is not None
    ]
    sides = [
        next((int(frame.get(name)) for frame in frames if frame is not None and frame.get(name)), default)
        for name, default in zip(("lIns", "tIns", "rIns", "bIns"), INSET, strict=True)
    ]
    indent = next((int(level.get("marL")) for level in said if level.get("marL")), 0)
    spacing = next(
        (found for level in said if (found := level.find(f"{qn('a:lnSpc')}/{qn('a:spcPct')}")) is not None),
        None,
    )
    return Setting(
        size=int(_run(said, "sz") or 1800) / 100,
        font=_font(said, master, "major" if kind in TITLES else "minor"),
        bold=_run(said, "b") in ("1", "true"),
        capitals=_run(said, "cap") == "all",
        width=(placeholder.width - sides[0] - sides[2] - indent) / 12_700,
        height=(placeholder.height - sides[1] - sides[3]) / 12_700,
        leading=max(1.0, int(spacing.get("val")) / 100_000) if spacing is not None else 1.0,
    )


def _run(levels: list[Xml], name: str) -> str | None:
    """An attribute of the letters, from the first level that sets it."""
    runs = (level.find(qn("a:defRPr")) for level in levels)
    return next((run.get(name) for run in runs if run is not None and run.get(name)), None)


def _font(levels: list[Xml], master: SlideMaster, family: str) -> str:
    named = (level.find(f"{qn('a:defRPr')}/{qn('a:latin')}") for level in levels)
    font = next((latin.get("typeface") for latin in named if latin is not None), f"+{family[:1]}n-lt")
    if not font.startswith("+"):
        return font
    theme = parse_xml(theme_of(master).blob)
    part = "majorFont" if font.startswith("+mj") else "minorFont"
    return theme.find(f".//{qn('a:' + part)}/{qn('a:latin')}").get("typeface")


def _is_dark(layout: SlideLayout) -> bool:
    """Whether the ground of a layout is dark: its own, or its master's, or the theme's."""
    for sheet in (layout, layout.slide_master):
        ground = sheet.element.find(f".//{qn('p:bg')}")
        colour = ground.find(f".//{qn('a:srgbClr')}") if ground is not None else None
        if colour is not None:
            return luminance(colour.get("val")) < DARK
        named = ground.find(f".//{qn('a:schemeClr')}") if ground is not None else None
        if named is not None and named.get("val") != "phClr":
            return luminance(scheme(layout.slide_master, named.get("val"))) < DARK
    return luminance(scheme(layout.slide_master, "bg1")) < DARK


def scheme(master: SlideMaster, name: str) -> str:
    """A colour of the theme, through the master's map, as six hexadecimal digits."""
    mapped = master.element.find(qn("p:clrMap"))
    slot = (mapped.get(name) if mapped is not None else None) or SLOT.get(name, name)
    found = parse_xml(theme_of(master).blob).find(f".//{qn('a:clrScheme')}/{qn('a:' + slot)}")
    colour = found[0] if found is not None and len(found) else None
    return (colour.get("lastClr") or colour.get("val")) if colour is not None else "FFFFFF"


def luminance(colour: str) -> float:
    """Relative luminance, 0 black to 1 white (WCAG 2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
