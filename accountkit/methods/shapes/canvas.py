"""Canvas: blocks of notes; what is computed is how many are filled, and which of them something else points at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from accountkit.i18n import _
from accountkit.methods.assessment import Part
from accountkit.methods.method import SUMMED, Entry, Flag, Given, Method, Reading
from accountkit.methods.shapes.answers import marks_of
from accountkit.model import Document
from accountkit.model.evidence import Status


@dataclass(frozen=True)
class Block:
    """One block: its name, what belongs into it, and where it stands in the grid (column, row, width, height). With `choices`
    one of them is chosen in place of notes."""

    key: str
    name: str
    prompt: str
    place: tuple[int, int, int, int] | None = None
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class CanvasReading(Reading):
    """`pointing` holds the paths of the records that point at each block; `marked` are the blocks at which two or more do."""

    method: Canvas
    pointing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    marked: tuple[str, ...] = ()

    @property
    def counts(self) -> Mapping[str, int]:
        """How many records point at each block."""
        return {block.key: len(self.pointing.get(block.key, ())) for block in self.method.blocks}

    @property
    def status(self) -> Status:
        """Confirmed when all that is filled in is, and all that points at it."""
        paths = {path for paths in self.pointing.values() for path in paths}
        standing = [mark.status for mark in self.known] + [_standing(self.document, path) for path in paths]
        return "confirmed" if standing and set(standing) == {"confirmed"} else "assumed"

    @property
    def filled(self) -> tuple[str, ...]:
        return tuple(block.key for block in self.method.blocks if self.value(block.key))

    @property
    def missing(self) -> tuple[Block, ...]:
        return tuple(block for block in self.method.blocks if not self.value(block.key))

    def notes(self, block: Block) -> str:
        """What stands in a block, as it is read."""
        value = self.value(block.key)
        return _(dict(block.choices)[value]) if value and block.choices else value or ""


@dataclass(frozen=True, kw_only=True)
class Canvas(Method):
    """Blocks of notes. `points` gives the paths of the records that name a block; `header` stands above the grid.

    `on_record`: the blocks are fields of the record that it is about. `judge` makes a verdict of it, one of `outcomes`.
    """

    blocks: tuple[Block, ...]
    header: tuple[Entry, ...] = ()
    points: Callable[[Reading], Mapping[str, tuple[str, ...]]] | None = None
    flags: tuple[Flag, ...] = ()
    on_record: bool = False
    judge: Callable[[CanvasReading], str | None] = lambda _reading: None
    outcomes: Mapping[str, str] = field(default_factory=dict)

    summed: tuple[str, str, str] = (*SUMMED[:2], "")

    shape: ClassVar[str] = "canvas"

    def entries(self) -> tuple[Entry, ...]:
        blocks = (
            Entry(
                one.key,
                one.name,
                kind="choice" if one.choices else "text",
                choices=one.choices,
                prompt=one.prompt,
                on_record=self.on_record,
            )
            for one in self.blocks
        )
        return (*self.header, *blocks)

    def verdicts(self) -> Mapping[str, str]:
        return self.outcomes

    def read(self, analyses: Given, subject_id: str | None) -> CanvasReading:
        base = CanvasReading(**marks_of(self, analyses, subject_id))
        pointing = dict(self.points(base)) if self.points else {}
        marked = tuple(block.key for block in self.blocks if len(pointing.get(block.key, ())) >= 2)
        reading = replace(base, pointing=pointing, marked=marked)
        return self.judged(reading, verdict=self.judge(reading))

    def score_text(self, reading: CanvasReading, value: float | None) -> str:
        return self.verdict_text(reading)

    def verdict_text(self, reading: CanvasReading) -> str:
        filled = _("{filled} of {total} blocks filled").format(
            filled=len(reading.filled), total=len(self.blocks)
        )
        return f"{_(self.outcomes[reading.verdict])} · {filled}" if reading.verdict else filled

    def parts(self, reading: CanvasReading) -> Iterable[Part]:
        for block in self.blocks:
            if reading.value(block.key):
                yield Part(_(block.name), reading.notes(block))


def _standing(document: Document, path: str) -> Status:
    collection, key = path.split("/")
    return document.standing(getattr(document, collection)[key].evidence)
