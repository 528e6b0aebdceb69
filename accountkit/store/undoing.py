"""Undo and redo, per person and one step at a time.

A person takes back what they did themselves, newest first; what a colleague has changed since is left as it
is. Nothing is erased: taking back is a step of its own in the log, and redo takes back the undo.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from accountkit.errors import InvalidEdit
from accountkit.model import Document, Edit, apply, remove, value_at
from accountkit.store.log import Step

FARTHEST = 500
"""How many of a person's newest steps undo looks at."""


def done_and_undone(steps: Iterable[Step]) -> tuple[list[Step], list[Step]]:
    """The steps that undo and redo would take back next, each newest last.

    An edit goes onto the first stack and empties the second; an undo moves a step's effect to the second, a
    redo back.
    """
    done: list[Step] = []
    undone: list[Step] = []
    for step in steps:
        if step.kind == "undo":
            done = [other for other in done if other.revision != step.reverses]
            undone.append(step)
        elif step.kind == "redo":
            undone = [other for other in undone if other.revision != step.reverses]
            done.append(step)
        elif step.kind != "create":
            done.append(step)
            undone = []
    return done, undone


def reversal(
    pairs: Sequence[tuple[Edit, Edit]], then: Document, now: Document
) -> tuple[list[Edit], list[str]]:
    """The edits that take a step back, and the paths that stay because a colleague changed them since.

    `pairs` holds each edit of the step with the one that takes it back; `then` is the account right after the
    step. An edit that made the records on its way is taken back from the outermost one that nobody else has
    used.
    """
    edits: list[Edit] = []
    kept: list[str] = []
    halfway = now
    for made, back in reversed(pairs):
        possible = next((edit for edit in _ways_back(made, back) if _same(then, now, edit.path)), None)
        if possible is None:
            kept.append(made.path)
        elif not (possible.remove and _value(halfway, possible.path) is None):
            halfway = apply(halfway, [possible], logged=True)
            edits.append(possible)
    return edits, kept


def _ways_back(made: Edit, back: Edit) -> list[Edit]:
    steps = made.path.split("/")
    outermost = back.path.count("/") + 1
    inner = (
        [remove("/".join(steps[:depth])) for depth in range(outermost + 1, len(steps) + 1)]
        if back.remove
        else []
    )
    return [back, *inner]


def _same(then: Document, now: Document, path: str) -> bool:
    return _value(then, path) == _value(now, path)


def _value(document: Document, path: str) -> Any:
    try:
        return value_at(document, path)
    except InvalidEdit:
        return None
