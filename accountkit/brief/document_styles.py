"""What a Word document needs below the blocks: styles, borders, fields, bookmarks (WordprocessingML, ECMA-376)."""

from __future__ import annotations

from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Xml
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from accountkit.brief.look import Look

MESSAGE, BASIS, NOTE, ALOUD = "Brief Message", "Brief Basis", "Brief Note", "Brief Aloud"
SMALL, TILE, CELL, CONTENTS_TITLE, CONTENTS = (
    "Brief Small",
    "Brief Tile",
    "Brief Cell",
    "Brief Contents",
    "Brief Contents Line",
)
NUMBERED = "Brief Numbered"
OF_ROLE = {"body": "Normal", "lead": MESSAGE, "basis": BASIS, "note": NOTE, "aloud": ALOUD}
BUILT_IN = {
    # size, the look's colour, bold
    "Normal": (10, "ink", False),
    "Title": (24, "ink", True),
    "Subtitle": (10.5, "grey", False),
    "Heading 1": (17, "accent", True),
    "Heading 2": (12.5, "ink", True),
    "Heading 3": (11, "ink", True),
    "Caption": (9, "grey", False),
}
ADDED = {
    MESSAGE: (12, "ink", True),
    BASIS: (9, "grey", False),
    NOTE: (10, "ink", False),
    ALOUD: (10, "ink", False),
    SMALL: (8.5, "grey", False),
    TILE: (14, "ink", True),
    CELL: (9, "ink", False),
    NUMBERED: (10, "ink", False),
    CONTENTS_TITLE: (11, "accent", True),
    CONTENTS: (10, "ink", False),
}
ROOM = {
    # points above and below a paragraph
    "Normal": (0, 4),
    "Title": (0, 6),
    "Subtitle": (0, 0),
    "Heading 1": (14, 3),
    "Heading 2": (9, 2),
    "Heading 3": (8, 2),
    "Caption": (5, 3),
    "List Bullet": (0, 2),
}


def prepare(document: Docx, look: Look, lang: str, own: bool) -> None:
    """Add the styles a brief uses; without a company's own template also set the page and the built-in styles."""
    if not own:
        _page(document)
        _built_in(document, look)
    for name in ("Title", "Subtitle", "Caption", "List Bullet", "Heading 1", "Heading 2", "Heading 3"):
        _paragraph_style(document, name)
    for name, (size, colour, bold) in ADDED.items():
        if name not in document.styles:
            _shape(_paragraph_style(document, name), size, colour, bold, look)
    for name in (SMALL, TILE, CELL, CONTENTS):
        _spacing(document.styles[name], 0, 1)
    if lang == "zh_CN" and not own:
        # Chinese fonts set lines a third taller than their letters need
        document.styles["Normal"].paragraph_format.line_spacing = 0.9
    document.styles[MESSAGE].paragraph_format.keep_with_next = True
    hanging = document.styles[NUMBERED].paragraph_format
    hanging.left_indent, hanging.first_line_indent = Cm(0.75), Cm(-0.75)
    _bordered(document.styles[NOTE], look.unsure, "FFFAF0")
    _bordered(document.styles[ALOUD], look.accent, look.wash.lstrip("#"))
    _language(document, lang)


def _page(document: Docx) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2)
    page.top_margin, page.bottom_margin = Cm(1.9), Cm(1.7)
    page.header_distance = page.footer_distance = Cm(0.9)


def _built_in(document: Docx, look: Look) -> None:
    for name, (size, colour, bold) in BUILT_IN.items():
        style = _paragraph_style(document, name)
        _shape(style, size, colour, bold, look)
        style.font.italic = False
    for name, (before, after) in ROOM.items():
        _spacing(_paragraph_style(document, name), before, after)
    _rule_below(document.styles["Title"], look.accent)


def _paragraph_style(document: Docx, name: str) -> ParagraphStyle:
    if name in document.styles:
        return document.styles[name]
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    return style


def _shape(style: ParagraphStyle, size: float, colour: str, bold: bool, look: Look) -> None:
    style.font.size, style.font.bold = Pt(size), bold
    style.font.color.rgb = RGBColor.from_string(getattr(look, colour).lstrip("#").upper())
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name, font in (
        ("ascii", look.latin_font),
        ("hAnsi", look.latin_font),
        ("cs", look.latin_font),
        ("eastAsia", look.east_asian_font),
    ):
        fonts.set(qn(f"w:{name}"), font)


def _spacing(style: ParagraphStyle, before: float, after: float) -> None:
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _bordered(style: ParagraphStyle, colour: str, fill: str) -> None:
    properties = style.element.get_or_add_pPr()
    if properties.find(qn("w:pBdr")) is not None:
        return
    edge = OxmlElement("w:pBdr")
    edge.append(_edge("left", colour, 18, 8))
    shade = OxmlElement("w:shd")
    _set(shade, val="clear", color="auto", fill=fill)
    _in_order(properties, edge, shade)
    style.paragraph_format.left_indent = Cm(0.35)


def _rule_below(style: ParagraphStyle, colour: str) -> None:
    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    edge = OxmlElement("w:pBdr")
    edge.append(_edge("bottom", colour, 18, 6))
    _in_order(properties, edge)


def _in_order(properties: Xml, *elements: Xml) -> None:
    """Borders and shading stand before spacing and indent in the schema's order."""
    later = ("tabs", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr")
    for element in elements:
        placed(properties, element, later)


def _edge(side: str, colour: str, size: int, space: int = 0) -> Xml:
    edge = OxmlElement(f"w:{side}")
    _set(edge, val="single", sz=str(size), space=str(space), color=colour.lstrip("#"))
    return edge


def _set(element: Xml, **values: str) -> None:
    for name, value in values.items():
        element.set(qn(f"w:{name}"), value)


def _language(document: Docx, lang: str) -> None:
    properties = document.styles["Normal"].element.get_or_add_rPr()
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    language = OxmlElement("w:lang")
    # Latin letters stay English in a Chinese document too: as Chinese, words and numbers would break anywhere
    _set(language, val="en-US" if lang == "zh_CN" else "en-GB", eastAsia="zh-CN")
    properties.append(language)


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Name the paragraph, so that the table of contents can lead to it."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    _set(start, id=str(number), name=f"_{name}")
    _set(end, id=str(number))
    paragraph._p.insert(1, start)
    paragraph._p.append(end)


def contents(document: Docx, entries: list[tuple[str, str, int]], width: int) -> None:
    """A TOC field whose result is written already: links, each with its page, which are fields too."""
    paragraphs = [document.add_paragraph(style=CONTENTS) for entry in entries]
    for kind in ("begin", "code", "separate"):
        _field_part(paragraphs[0], kind, r'TOC \o "1-1" \h \z')
    for paragraph, (name, title, page) in zip(paragraphs, entries, strict=True):
        paragraph.paragraph_format.tab_stops.add_tab_stop(
            Emu(width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
        )
        link = OxmlElement("w:hyperlink")
        _set(link, anchor=f"_{name}", history="1")
        place = len(paragraph._p)
        paragraph.add_run(f"{title}\t")
        field(paragraph, rf"PAGEREF _{name} \h", str(page))
        for run in list(paragraph._p)[place:]:
            link.append(run)
        paragraph._p.append(link)
    _field_part(paragraphs[-1], "end")


def has_page_numbers(document: Docx) -> bool:
    """Whether a template's footer has its own content, which is then kept."""
    return any(
        paragraph.text.strip() for section in document.sections for paragraph in section.footer.paragraphs
    )


def header_and_footer(document: Docx, left: str, right: str) -> None:
    """The running line: customer and edition above, date and page below; beside a template's own words, not behind them."""
    section = document.sections[0]
    _beside(section.header.paragraphs, document).add_run(left)
    foot = _beside(section.footer.paragraphs, document)
    foot.add_run(f"{right}  ·  ")
    field(foot, "PAGE", "1")


def _beside(paragraphs: list[Paragraph], document: Docx) -> Paragraph:
    """An empty paragraph of a header or footer: its first, or a new one under what a template has there."""
    last = paragraphs[-1]
    if last.text.strip() or last._p.xpath(".//w:drawing | .//w:pict | .//w:fldChar | .//w:fldSimple"):
        added = OxmlElement("w:p")
        last._p.addnext(added)
        last = Paragraph(added, last._parent)
    last.style = document.styles[SMALL]
    return last


def field(paragraph: Paragraph, code: str, result: str, *, bold: bool = False) -> None:
    """A field with the result that it has as it stands."""
    for kind in ("begin", "code", "separate"):
        _field_part(paragraph, kind, code)
    paragraph.add_run(result).bold = bold or None
    _field_part(paragraph, "end")


def placed(parent: Xml, element: Xml, before: tuple[str, ...]) -> None:
    """Put an element in front of the first of those that the schema has after it, else at the end."""
    later = next((child for child in parent if child.tag in {qn(f"w:{name}") for name in before}), None)
    if later is None:
        parent.append(element)
    else:
        later.addprevious(element)


def _field_part(paragraph: Paragraph, kind: str, code: str = "") -> None:
    run = paragraph.add_run()
    if kind == "code":
        text = OxmlElement("w:instrText")
        text.set(qn("xml:space"), "preserve")
        text.text = f" {code} "
        run._r.append(text)
        return
    part = OxmlElement("w:fldChar")
    _set(part, fldCharType=kind)
    run._r.append(part)
