"""The strips on a screen's own panel: the steps or blocks of the methods that are its frame, each leading to its entries."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from typing import Any

from accountkit.i18n import N_, _
from accountkit.methods import subjects
from accountkit.methods.method import Method, Reading
from accountkit.methods.registry import REGISTRY
from accountkit.methods.shapes.canvas import CanvasReading
from accountkit.methods.shapes.checklist import ChecklistReading
from accountkit.methods.workspaces import tab_of_method
from accountkit.panels.record_view import looked_at
from accountkit.panels.session import Session

DONE, HERE, OPEN = N_("done"), N_("present step"), N_("open")
NOTED = N_("noted, not yet a finding")
Step = tuple[str, str, str, str, str]
"""Key, name, mark (``met``, ``now`` or ``open``), what the mark says, and what is noted there or what belongs there."""


def strips(session: Session, tab: str) -> list[dict[str, Any]]:
    """The strips of a tab in the order of its cards; of a record that is looked at, none while there is none."""
    found = []
    for method in REGISTRY.values():
        if method.frames and tab_of_method(method) == tab:
            of_record = method.subject in subjects.COLLECTION
            record = looked_at(session, method.subject) if of_record else None
            if record or not of_record:
                found.append(_strip(session, method, record))
    return found


def _strip(session: Session, method: Method, record: str | None) -> dict[str, Any]:
    reading = session.analyses.read(method.key, record)
    path = method.answer_path(record)
    return {
        "key": method.key,
        "name": _(method.name),
        "says": method.sentence(reading) if reading.begun else _(method.question),
        "tab": tab_of_method(method),
        "path": path,
        "steps": [
            {
                "key": key,
                "name": name,
                "mark": mark,
                "said": _(said),
                "note": note,
                "path": f"{path}/values/{key}" if isinstance(reading, CanvasReading) else path,
            }
            for key, name, mark, said, note in _steps(reading)
        ],
    }


@singledispatch
def _steps(reading: Reading) -> Iterator[Step]:
    raise TypeError(f"{reading.method.key}: a {reading.method.shape} has neither steps nor blocks.")


@_steps.register
def _stages(reading: ChecklistReading) -> Iterator[Step]:
    for stage in reading.method.stages:
        ended = reading.value(stage.key) == "met"
        here = stage == reading.current and reading.begun
        mark, said = ("met", DONE) if ended else ("now", HERE) if here else ("open", OPEN)
        yield stage.key, _(stage.name), mark, said, _(stage.ends)


@_steps.register
def _blocks(reading: CanvasReading) -> Iterator[Step]:
    for block in reading.method.blocks:
        found, notes = reading.counts[block.key], reading.notes(block)
        mark, said = ("met", DONE) if found else ("now", NOTED) if notes else ("open", OPEN)
        yield block.key, _(block.name), mark, said, notes or _(block.prompt)
