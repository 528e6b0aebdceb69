"""Canvas: blocks of notes; what is computed is how many are filled, and which of them something else points at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from accountkit.i18n import _
from accountkit.methods.assessment import Part
from accountkit.methods.method import SUMMED, Entry, Flag, Given, Method, Reading
from accountkit.methods.shapes.answers import marks_of
from accountkit.model import Document
from accountkit.model.evidence import Status


@dataclass(frozen=True)
class Block:
    """One block: its name, what belongs into it, and where it stands in the grid (column, row, width, height)."""

    key: str
    name: str
    prompt: str
    place: tuple[int, int, int, int] | None = None


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


@dataclass(frozen=True, kw_only=True)
class Canvas(Method):
    """Blocks of notes. `points` gives the paths of the records that name a block; `header` stands above the grid."""

    blocks: tuple[Block, ...]
    header: tuple[Entry, ...] = ()
    points: Callable[[Reading], Mapping[str, tuple[str, ...]]] | None = None
    flags: tuple[Flag, ...] = ()

    summed: tuple[str, str, str] = (*SUMMED[:2], "")

    shape: ClassVar[str] = "canvas"

    def entries(self) -> tuple[Entry, ...]:
        blocks = (Entry(one.key, one.name, kind="text", prompt=one.prompt) for one in self.blocks)
        return (*self.header, *blocks)

    def read(self, analyses: Given, subject_id: str | None) -> CanvasReading:
        base = CanvasReading(**marks_of(self, analyses, subject_id))
        pointing = dict(self.points(base)) if self.points else {}
        marked = tuple(block.key for block in self.blocks if len(pointing.get(block.key, ())) >= 2)
        return self.judged(base, pointing=pointing, marked=marked)

    def score_text(self, reading: CanvasReading, value: float | None) -> str:
        return self.verdict_text(reading)

    def verdict_text(self, reading: CanvasReading) -> str:
        return _("{filled} of {total} blocks filled").format(
            filled=len(reading.filled), total=len(self.blocks)
        )

    def parts(self, reading: CanvasReading) -> Iterable[Part]:
        for block in self.blocks:
            if reading.value(block.key):
                yield Part(_(block.name), str(reading.value(block.key)))


def _standing(document: Document, path: str) -> Status:
    collection, key = path.split("/")
    return document.standing(getattr(document, collection)[key].evidence)
