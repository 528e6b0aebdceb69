"""The brief as a Word document: real headings, styles, captions, a table of contents, a picture of each figure.

A company's own template (``template.docx``) gives page, header, footer and styles. Where its body, header or footer has
``{{title}}``, ``{{subtitle}}``, ``{{customer}}``, ``{{date}}`` or ``{{company}}``, the value is put there; the brief
goes where a paragraph says ``{{brief}}``, else at the end. Styles it does not have are added, those it has are kept.
"""

from __future__ import annotations

import io
from collections.abc import Callable

from docx import Document
from docx.document import Document as Docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Xml
from docx.shared import Cm, Emu, Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as DocxParagraph

from accountkit.brief import document_styles as styles
from accountkit.brief.blocks import (
    Brief,
    Bullets,
    Figure,
    Heading,
    Paragraph,
    Questions,
    Section,
    Table,
    Tiles,
)
from accountkit.brief.document_pages import Pages
from accountkit.brief.document_tables import Tables
from accountkit.brief.look import InvalidLook, Look
from accountkit.brief.pictures import Pictures
from accountkit.brief.wording import on_one_line, tone_of
from accountkit.i18n import N_, _, day

TABLE, FIGURE = N_("Table {n}"), N_("Figure {n}")


def docx(brief: Brief, look: Look, pictures: Pictures) -> bytes:
    """The document as the bytes of a .docx file."""
    document, own = _opened(look)
    styles.prepare(document, look, brief.language, own)
    before = list(document.element.body)
    writer = _Writer(document, look, pictures)
    writer.head(brief, with_title=not _fill(document, brief, look))
    for index, section in enumerate(brief.sections):
        if section is brief.appendix:
            writer.appendix()
        writer.section(section)
        if index == 0 and len(brief.sections) > 2:
            writer.contents(brief)
    _place(document, [element for element in document.element.body if element not in before])
    _properties(document, brief, look)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _opened(look: Look) -> tuple[Docx, bool]:
    if look.docx_template is None:
        document = Document()
        # a copy of the styles for Word 2010 alone, which would tell of none of ours
        for key, link in list(document.part.rels.items()):
            if link.reltype.endswith("/stylesWithEffects"):
                document.part.drop_rel(key)
                document.part.rels.pop(key, None)
        return document, False
    try:
        return Document(str(look.docx_template)), True
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise InvalidLook(
            _("{path} cannot be opened as a Word template. Save it as .docx.").format(path=look.docx_template)
        ) from error


class _Writer:
    """Writes blocks at the end of a document."""

    def __init__(self, document: Docx, look: Look, pictures: Pictures) -> None:
        self.document, self.look, self.pictures = document, look, pictures
        self.bookmarks = 0
        self.ids = {style.name: style.style_id for style in document.styles}
        page = document.sections[0]
        margins = (page.left_margin or 0) + (page.right_margin or 0)
        self.width = Emu((page.page_width or Mm(210)) - margins)
        self.tables = Tables(look, self.ids, self.width)

    def head(self, brief: Brief, *, with_title: bool) -> None:
        if self.look.logo:
            self.document.add_picture(io.BytesIO(self.look.logo), height=Cm(1.4))
            self.document.paragraphs[-1].paragraph_format.line_spacing = 1.0
            self.document.inline_shapes[-1]._inline.docPr.set("descr", self.look.company or "logo")
        if with_title:
            self.paragraph("Subtitle", brief.subtitle)
            self.paragraph("Title", brief.title)
        if not styles.has_page_numbers(self.document):
            styles.header_and_footer(self.document, f"{brief.customer} · {brief.subtitle}", day(brief.as_of))

    def paragraph(self, style: str, text: str = "") -> DocxParagraph:
        """A new paragraph at the end, in a style by its id: python-docx reads all styles each time it looks up a name."""
        paragraph = self.document.add_paragraph(text)
        paragraph._p.style = self.ids[style]
        return paragraph

    def section(self, section: Section) -> None:
        heading = self.paragraph("Heading 1", section.title)
        self.bookmarks += 1
        styles.bookmark(heading, section.key, self.bookmarks)
        if section.sentence:
            self.paragraph(styles.MESSAGE, section.sentence)
        for block in section.blocks:
            self.block(block)

    def contents(self, brief: Brief) -> None:
        """A table of contents with the pages as they stand; Word can update it."""
        title = self.paragraph(styles.CONTENTS_TITLE, _("Contents"))
        title.paragraph_format.page_break_before = True
        page = self.document.sections[0]
        margins = (page.top_margin or 0) + (page.bottom_margin or 0)
        pages = Pages(self.width / 12_700, ((page.page_height or Mm(297)) - margins) / 12_700, self.pictures)
        entries = [(section.key, section.title, number) for section, number in pages.begun(brief)]
        styles.contents(self.document, entries, self.width)

    def appendix(self) -> None:
        """The page on which the appendix begins."""
        self.paragraph(styles.CONTENTS_TITLE, _("Appendix")).paragraph_format.page_break_before = True

    def block(self, block: object) -> None:
        match block:
            case Heading():
                self.paragraph(f"Heading {block.level}", block.text)
            case Paragraph():
                self.said(self.paragraph(styles.OF_ROLE[block.role]), block)
            case Bullets():
                for place, item in enumerate(block.items, 1):
                    self.said(self.listed(place if block.numbered else None), item)
            case Tiles():
                self.added(self.tables.tiles(block))
                self.spacer()
            case Table():
                self.caption(TABLE, block.number, block.caption, keep_with_next=True)
                self.table(block)
            case Figure():
                self.figure(block)
            case Questions():
                for place, question in enumerate(block.questions, 1):
                    self.question(place, question.text, question.whom, question.why)

    def said(self, paragraph: DocxParagraph, item: Paragraph) -> None:
        if item.label:
            paragraph.add_run(f"{item.label} ").bold = True
        paragraph.add_run(item.text)
        self.marks(paragraph, item.mark, item.refs)

    def marks(self, paragraph: DocxParagraph, mark: str | None, refs: tuple[int, ...]) -> None:
        if mark:
            run = paragraph.add_run(f"  {on_one_line(mark)}")
            run.font.size, run.font.color.rgb = Pt(8), _rgb(self.look.tone(tone_of(mark)))
        if refs:
            run = paragraph.add_run("".join(f"[{ref}]" for ref in refs))
            run.font.superscript, run.font.color.rgb = True, _rgb(self.look.accent)

    def listed(self, number: int | None) -> DocxParagraph:
        """A bullet; or an item with its number as text, for Word's own would count on from list to list."""
        if number is None:
            return self.paragraph("List Bullet")
        return self.paragraph(styles.NUMBERED, f"{number}.\t")

    def question(self, number: int, text: str, whom: str, why: str) -> None:
        paragraph = self.listed(number)
        paragraph.add_run(text).bold = True
        for aside in (whom, why):
            if aside:
                paragraph.add_run("\n")
                run = paragraph.add_run(aside)
                run.font.size, run.font.color.rgb = Pt(9), _rgb(self.look.grey)

    def added(self, table: Xml) -> None:
        """Put a table at the end, with a little room after it, which it has none of its own."""
        self.document.element.body.insert_element_before(table, "w:sectPr")

    def caption(self, kind: str, number: int, text: str, *, keep_with_next: bool) -> None:
        """A caption that Word counts: its number is a field, so that a list of tables or figures can be made of it."""
        before, after = _(kind).format(n="\0").split("\0")
        paragraph = self.paragraph("Caption")
        paragraph.add_run(before).bold = True
        styles.field(paragraph, f"SEQ {kind.split()[0]} \\* ARABIC", str(number), bold=True)
        paragraph.add_run(f"{after}  ").bold = True
        paragraph.add_run(text)
        paragraph.paragraph_format.keep_with_next = keep_with_next

    def table(self, block: Table) -> None:
        self.added(self.tables.table(block))
        if block.note:
            self.paragraph(styles.BASIS, block.note)
        else:
            self.spacer()

    def spacer(self) -> None:
        room = self.paragraph(styles.SMALL).paragraph_format
        room.line_spacing, room.space_after = Pt(5), Pt(0)

    def figure(self, block: Figure) -> None:
        picture = self.pictures.of.get(block.key)
        if picture is None:
            self.caption(FIGURE, block.number, block.caption, keep_with_next=True)
            self.table(block.table)
            return
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.line_spacing = 1.0  # a tighter line would cut the picture off at its top
        drawn = paragraph.add_run().add_picture(io.BytesIO(picture.image), width=self.width)
        drawn._inline.docPr.set("descr", block.alt)
        self.caption(FIGURE, block.number, block.caption, keep_with_next=False)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.lstrip("#").upper())


def _fill(document: Docx, brief: Brief, look: Look) -> bool:
    """Put the values where a template asks for them; whether it has a place for the title."""
    values = {
        "title": brief.title,
        "subtitle": brief.subtitle,
        "customer": brief.customer,
        "date": day(brief.as_of),
        "company": look.company,
    }
    titled = False
    for paragraph in _paragraphs(document):
        text = paragraph.text
        titled |= "{{title}}" in text
        filled = _filled(text, values)
        if filled != text:
            for run in paragraph.runs[1:]:
                run.text = ""
            paragraph.runs[0].text = filled
    return titled


def _filled(text: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        text = text.replace("{{" + name + "}}", value)
    return text


def _paragraphs(document: Docx) -> list[DocxParagraph]:
    places: list[Callable] = [lambda section: section.header, lambda section: section.footer]
    outside = [
        paragraph
        for section in document.sections
        for place in places
        for paragraph in place(section).paragraphs
    ]
    inside = [
        paragraph
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
    ]
    return [*document.paragraphs, *inside, *outside]


def _place(document: Docx, written: list) -> None:
    """Move what was written to where the template says ``{{brief}}``."""
    place = next((p for p in document.paragraphs if p.text.strip() == "{{brief}}"), None)
    if place is None:
        return
    for element in written:
        if element.tag != qn("w:sectPr"):
            place._element.addprevious(element)
    place._element.getparent().remove(place._element)


def _properties(document: Docx, brief: Brief, look: Look) -> None:
    about = document.core_properties
    about.title, about.subject, about.author = brief.title[:255], brief.subtitle, look.company or "accountkit"
    about.language, about.keywords, about.comments, about.last_modified_by = (
        brief.language.replace("_", "-"),
        "",
        "",
        "",
    )
    settings = document.settings.element
    if settings.find(qn("w:themeFontLang")) is None:
        language = OxmlElement("w:themeFontLang")
        language.set(qn("w:val"), "en-US")
        language.set(qn("w:eastAsia"), "zh-CN")
        styles.placed(settings, language, ("clrSchemeMapping", "decimalSymbol", "listSeparator"))
