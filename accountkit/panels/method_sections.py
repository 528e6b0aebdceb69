"""The entries of a method in groups, as its card lists them: one way for each shape."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from typing import Any

from accountkit.i18n import _
from accountkit.methods.method import Entry, Method
from accountkit.methods.shapes import Calculator, Checklist, Matrix, Scorecard
from accountkit.methods.wording import upper_first

Section = tuple[str, str, str, tuple[Entry, ...]]
"""Key, title, value beside the title, entries."""


@singledispatch
def sections(method: Method, reading: Any) -> Iterator[Section]:
    """The entries of a method in groups, as the card lists them."""
    yield "", "", "", method.entries()


@sections.register
def _scorecard(method: Scorecard, reading: Any) -> Iterator[Section]:
    for group in method.groups:
        title = _(group.name) if len(method.groups) > 1 else ""
        yield (
            group.key,
            title,
            method.score_text(reading, reading.means[group.key]) if title else "",
            group.items,
        )
    yield "notes", "", "", method.notes


@sections.register
def _matrix(method: Matrix, reading: Any) -> Iterator[Section]:
    for axis, at in ((method.horizontal, reading.x), (method.vertical, reading.y)):
        yield axis.key, _(axis.name), method.score_text(reading, at), axis.items
    for cell in method.cells:
        yield cell.key, upper_first(_(cell.name)), "", _of_cell(method, cell.key)
    yield "extra", "", "", tuple(one for one in method.extra if "." not in one.key)


def _of_cell(method: Matrix, cell: str) -> tuple[Entry, ...]:
    """The entries of one cell: ``CELL.KEY``."""
    return tuple(one for one in method.extra if one.key.startswith(f"{cell}."))


@sections.register
def _checklist(method: Checklist, reading: Any) -> Iterator[Section]:
    found = {entry.key: entry for entry in method.entries()}
    extra = {entry.key for entry in method.extra}
    yield "steps", "", "", tuple(entry for key, entry in found.items() if key not in extra)
    yield "extra", "", "", method.extra


@sections.register
def _calculator(method: Calculator, reading: Any) -> Iterator[Section]:
    entries = {entry.key: entry for entry in method.entries()}
    yield "inputs", "", "", tuple(entries[one.key] for one in method.inputs)
    for line in method.series:
        periods = tuple(entries[f"{line.key}.{period}"] for period in line.periods)
        yield f"series.{line.key}", _(line.name), "", periods
