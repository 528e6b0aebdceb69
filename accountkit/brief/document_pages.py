"""On which page each section of a Word document begins, so that its table of contents is right before Word updates it.

Word fills in page numbers only after it has asked its reader, so they are worked out here: line by line in the widths of
the letters (`letters`), with the sizes and the rooms of our own styles. A company's template has styles of its own; its
table of contents has the numbers of ours until Word updates it.
"""

from __future__ import annotations

from dataclasses import dataclass

from accountkit.brief import document_styles as styles
from accountkit.brief import letters
from accountkit.brief.blocks import (
    Block,
    Brief,
    Bullets,
    Cell,
    Figure,
    Heading,
    Paragraph,
    Questions,
    Section,
    Table,
    Tiles,
)
from accountkit.brief.document_tables import KEPT_WHOLE
from accountkit.brief.pictures import WIDTH, Pictures
from accountkit.brief.wording import marked, on_one_line
from accountkit.i18n import language

LATIN, CHINESE = 1.15, 1.26
"""The height of a line over the size of its letters: Arial's, and what Chinese fonts have between YaHei and Noto, set as tight as our style."""
SLACK, SLACK_CHINESE = 1.04, 1.0
"""What superscripts, rules and what is kept together cost of a page's height, measured on the samples; a Chinese document
is set tighter (`document_styles.prepare`), its Latin letters too."""
SHAPES = styles.BUILT_IN | styles.ADDED
INDENT = 20.0
"""Points by which a list stands in."""
TITLE_BLOCK, CONTENTS_HEAD, CONTENTS_LINE = 62.0, 18.0, 12.5
"""The heights of the title with its rule, and of the table of contents, in points."""
CELL_ROOM, SPACER = 6.0, 5.0


@dataclass
class Pages:
    """A pen that goes down the pages: `width` and `height` of a page's text, in points."""

    width: float
    height: float
    pictures: Pictures
    page: int = 1
    used: float = 0.0

    def __post_init__(self) -> None:
        self.height /= SLACK_CHINESE if language() == "zh_CN" else SLACK

    def turn(self) -> None:
        """Begin a new page."""
        self.page, self.used = self.page + 1, 0.0

    def begun(self, brief: Brief) -> list[tuple[Section, int]]:
        """Each section after the first page, with the page on which it begins."""
        rest = brief.sections[1:]
        self.skip(TITLE_BLOCK)
        self.section(brief.sections[0])
        self.turn()
        self.skip(CONTENTS_HEAD + CONTENTS_LINE * len(rest))
        found = []
        for section in rest:
            if section is brief.appendix:
                self.turn()
                self.skip(CONTENTS_HEAD)
            found.append((section, self.section(section)))
        return found

    def section(self, section: Section) -> int:
        """Set a section; the page on which it begins."""
        head = self._text(section.title, "Heading 1") + (
            self._text(section.sentence, styles.MESSAGE) if section.sentence else 0
        )
        first = self._heights(section.blocks[0])[0] if section.blocks else 0.0
        if self.used + head + first > self.height:
            self.turn()
        begun = self.page
        self.used += head - (styles.ROOM["Heading 1"][0] if not self.used else 0)
        for block in section.blocks:
            self._block(block)
        return begun

    def skip(self, height: float) -> None:
        """Something else of this height, in points."""
        self._put(height)

    def _put(self, height: float) -> None:
        if self.used and self.used + height > self.height:
            self.turn()
        self.used += height

    def _block(self, block: Block) -> None:
        if isinstance(block, Heading) and self.used + 60 > self.height:
            self.turn()
        for height in self._heights(block):
            self._put(height)

    def _heights(self, block: Block) -> list[float]:
        """The heights of a block's parts between which a page may end."""
        match block:
            case Heading():
                return [self._text(block.text, f"Heading {block.level}")]
            case Paragraph():
                return [self._text(_said(block), styles.OF_ROLE[block.role])]
            case Bullets():
                return [self._text(_said(item), "List Bullet", INDENT) for item in block.items] or [0.0]
            case Questions():
                asked = (
                    "\n".join(filter(None, (question.text, question.whom, question.why)))
                    for question in block.questions
                )
                return [self._text(text, "List Bullet", INDENT) for text in asked] or [0.0]
            case Tiles():
                return [75.0 + SPACER]
            case Table():
                return self._table(block)
            case Figure():
                caption = self._text(block.caption, "Caption")
                if block.key not in self.pictures.of:
                    return self._table(block.table)
                return [self.width * block.height / WIDTH + caption + 4]

    def _table(self, table: Table) -> list[float]:
        size, _colour, _bold = styles.ADDED[styles.CELL]
        total = sum(column.share for column in table.columns)
        widths = [self.width * column.share / total - 5 for column in table.columns]
        head = max(
            _tall(column.title, width, size, True)
            for column, width in zip(table.columns, widths, strict=True)
        )
        rows = [
            max(
                _tall(_shown(cell), width, size, cell.strong) for cell, width in zip(row, widths, strict=True)
            )
            + CELL_ROOM
            for row in table.rows
        ]
        below = self._text(table.note, styles.BASIS) if table.note else SPACER
        top = self._text(table.caption, "Caption") + head + CELL_ROOM
        if len(rows) <= KEPT_WHOLE:
            return [top + sum(rows) + below]
        return [top + sum(rows[:2]), *rows[2:-2], sum(rows[-2:]) + below]

    def _text(self, text: str, style: str, indent: float = 0.0) -> float:
        size, _colour, bold = SHAPES.get(style, SHAPES["Normal"])
        above, below = styles.ROOM.get(style, styles.ROOM["Normal"])
        return _tall(text, self.width - indent, size, bold) + above + below


def _said(item: Paragraph) -> str:
    mark = marked(item.mark) if item.mark else ""
    return " ".join(filter(None, (item.label, item.text, mark, "x" * len(item.refs))))


def _shown(cell: Cell) -> str:
    mark = on_one_line(cell.mark) if cell.mark else ""
    return " ".join(filter(None, (cell.text, mark, " ".join("xx" for _ref in cell.refs))))


def _tall(text: str, width: float, size: float, bold: bool) -> float:
    wide = any(letters.is_wide(letter) for letter in text)
    return letters.lines(text, width, size, bold=bold) * size * (CHINESE if wide else LATIN)
