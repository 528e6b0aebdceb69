"""What a brief is made of: one immutable document that every format renders and none adds to.

    Brief ─ sections ─ blocks ─┬─ Heading      a heading inside a section
                               ├─ Paragraph    a sentence or two, with the mark of what they rest on
                               ├─ Bullets      several of them
                               ├─ Tiles        a row of key figures
                               ├─ Table        cells, a caption, a note
                               ├─ Figure       plotly's picture, the same as a native chart, the table behind it
                               └─ Questions    what to ask, whom, and why

All texts are in the brief's language, numbers already written as the reader reads them; only charts, `Calculation` and
plotly figures hold raw numbers.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from accountkit.finance.levers.business_case import BusinessCase, Valued

Edition = Literal["internal", "customer"]
Mark = Literal["confirmed", "assumed", "refuted", "estimate", "stale"]
Tone = Literal["good", "bad", "unsure", "type", "quiet"]


@dataclass(frozen=True)
class Heading:
    """A heading inside a section; level 2 stands below the section's own."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    """A statement. `label` leads in bold; `mark` says what it rests on; `refs` are numbers of the evidence list.

    `key` is what a writer knows a paragraph by that it treats in its own way: ``need`` states a need.
    """

    text: str
    role: Literal["body", "lead", "basis", "note", "aloud"] = "body"
    label: str = ""
    mark: Mark | None = None
    refs: tuple[int, ...] = ()
    key: str = ""


@dataclass(frozen=True)
class Bullets:
    """`key` names a list that a writer treats in its own way: ``since`` is what changed since the last time, ``moved`` what
    changed the return, ``start`` the problem to start with, ``next`` what we ask for."""

    items: tuple[Paragraph, ...]
    numbered: bool = False
    key: str = ""


@dataclass(frozen=True)
class Tile:
    """One key figure: what it is, the figure, and what to make of it."""

    label: str
    value: str
    note: str = ""
    tone: Tone | None = None


@dataclass(frozen=True)
class Tiles:
    tiles: tuple[Tile, ...]


@dataclass(frozen=True)
class Cell:
    text: str
    tone: Tone | None = None
    mark: Mark | None = None
    refs: tuple[int, ...] = ()
    strong: bool = False
    url: str = ""


@dataclass(frozen=True)
class Column:
    """A column; `share` is its part of the table's width, relative to the others.

    `key` is what a writer knows a column by that it treats in its own way: ``standing`` says what a row rests on.
    """

    title: str
    share: float = 1.0
    numeric: bool = False
    key: str = ""


@dataclass(frozen=True)
class Table:
    """`key` names a table that a writer treats in its own way: ``evidence`` is the list that `refs` point into.

    `on_slide`: what a method says about people or the account, told on a slide of its own.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    number: int = 0
    key: str = ""
    on_slide: bool = False


@dataclass(frozen=True)
class Series:
    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class Chart:
    """The same picture as numbers, for formats with charts of their own.

    A ``waterfall`` has one series; its first and last values are levels, those between are steps, and `neutral` names the
    places of steps that are neither gain nor loss. `form` is how a spreadsheet writes the values, `own` the place of the
    customer among others.
    """

    kind: Literal["columns", "bars", "radar", "waterfall"]
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    form: str = "0.0"
    neutral: tuple[int, ...] = ()
    own: int | None = None


@dataclass(frozen=True)
class Box:
    """A box of a `Network`, by column and line; `strong` stands out, `dashed` is still to establish."""

    id: str
    column: float
    line: int
    title: str
    note: str
    strong: bool = False
    dashed: bool = False


@dataclass(frozen=True)
class Network:
    """Boxes on lines with a name each, and which of them a line ties to which, from the lower to the upper, by id."""

    columns: int
    lines: int
    boxes: tuple[Box, ...]
    lines_between: tuple[tuple[str, str], ...]
    levels: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Figure:
    """A picture: `plotly` draws it, `chart` is its native form, `table` what stands in where pictures cannot be made.

    `alt` is the text alternative, `height` the picture's height in pixels at a width of 720. `flow` is the same as boxes
    from left to right, a row for each strand, for formats that draw boxes of their own; a cell whose tone is ``bad`` is
    still to establish. `network` is the same as boxes on levels.
    """

    key: str
    caption: str
    alt: str
    plotly: dict[str, Any]
    table: Table
    chart: Chart | None = None
    height: int = 340
    number: int = 0
    flow: Table | None = None
    network: Network | None = None


@dataclass(frozen=True)
class Question:
    text: str
    whom: str = ""
    why: str = ""


@dataclass(frozen=True)
class Questions:
    questions: tuple[Question, ...]


Block = Heading | Paragraph | Bullets | Tiles | Table | Figure | Questions


@dataclass(frozen=True)
class Section:
    """A part of the story. `sentence` is its message in one line: it stands under the heading and titles the slide.

    `private`: it judges people; it is shown to its author and left out of files (`writing.write`). `appendix`: it stands after
    the story, for who looks something up.
    """

    key: str
    title: str
    blocks: tuple[Block, ...]
    sentence: str = ""
    private: bool = False
    appendix: bool = False


@dataclass(frozen=True)
class Line:
    """One line of the statements over the periods of a `Calculation`; a missing figure is None."""

    key: str
    label: str
    values: tuple[float | None, ...]
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entity:
    """A company in a calculation: the customer, or a peer.

    `openings` holds, for each period, the place of the period whose closing balance opens it; None where there is none.
    """

    name: str
    currency: str
    periods: tuple[dt.date, ...]
    openings: tuple[int | None, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Calculation:
    """The inputs of DuPont for the spreadsheet, which computes everything else from them in live formulas.

    `case` is the business case, `ways` what it compares by name, our solution first.
    """

    basis: Literal["average", "ending"]
    customer: Entity
    peers: tuple[Entity, ...] = ()
    case: BusinessCase | None = None
    ways: tuple[tuple[str, Valued], ...] = ()
    floor: bool = True
    """Whether the sheet has the conservative floor; a customer reads what must be true in its place."""


@dataclass(frozen=True)
class Brief:
    """An account brief in one language and one edition, as of a day."""

    title: str
    subtitle: str
    customer: str
    edition: Edition
    language: str
    as_of: dt.date
    sections: tuple[Section, ...]
    calculation: Calculation | None = None

    def section(self, key: str) -> Section | None:
        """The section of that key, where the brief has one."""
        return next((section for section in self.sections if section.key == key), None)

    @property
    def appendix(self) -> Section | None:
        """The section with which the appendix begins; None if there is none."""
        return next((section for section in self.sections if section.appendix), None)

    def blocks(self) -> Iterator[Block]:
        """Every block in reading order."""
        for section in self.sections:
            yield from section.blocks

    def figures(self) -> tuple[Figure, ...]:
        """The figures in reading order."""
        return tuple(block for block in self.blocks() if isinstance(block, Figure))
