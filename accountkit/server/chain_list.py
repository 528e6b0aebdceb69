"""The chain as a list, for a page too narrow for its picture: one entry per problem, from its findings down to
what was promised.
"""

from __future__ import annotations

from dataclasses import dataclass

from accountkit.i18n import _
from accountkit.methods.chain.gaps import Box, Picture
from accountkit.methods.chain.picture import COLUMNS


@dataclass(frozen=True)
class Step:
    """One box of the chain: what it is, its two lines, and whether it is still missing."""

    kind: str
    title: str
    note: str
    missing: bool


def threads(picture: Picture) -> tuple[tuple[Step, ...], ...]:
    """The steps of each problem in order; what belongs to no problem comes last, each alone."""
    boxes = {box.id: box for box in picture.boxes}
    found = [_thread(picture, boxes, box) for box in picture.column("problem")]
    taken = {box.id for thread in found for box in thread}
    columns = ("finding", "commitment", "objective")
    loose = [[box] for column in columns for box in picture.column(column) if box.id not in taken]
    return tuple(tuple(_step(box) for box in thread) for thread in [*found, *loose])


def _thread(picture: Picture, boxes: dict[str, Box], problem: Box) -> list[Box]:
    before = [boxes[edge.source] for edge in picture.edges if edge.target == problem.id]
    return [*before, problem, *_after(picture, boxes, problem.id)]


def _after(picture: Picture, boxes: dict[str, Box], place: str) -> list[Box]:
    """What follows from a box, depth first, so that each step stands below the one it belongs to."""
    follows: list[Box] = []
    for edge in picture.edges:
        if edge.source == place:
            follows += [boxes[edge.target], *_after(picture, boxes, edge.target)]
    return list(dict.fromkeys(follows))


def _step(box: Box) -> Step:
    return Step(_(dict(COLUMNS)[box.column]), box.title, box.note, box.missing)
