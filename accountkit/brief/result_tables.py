"""The table behind a method's sentences, by its shape.

A register has its rows, a calculator its results, a canvas its filled blocks, a checklist of conditions what is open.
Scorecards, matrices and checklists about records have one row a record; about the account itself their sentence says all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import singledispatch
from typing import Any

from accountkit.brief.blocks import Cell, Column, Table
from accountkit.brief.story import Story
from accountkit.brief.wording import line, shortened
from accountkit.i18n import _, listed, number
from accountkit.methods import Method, subjects
from accountkit.methods.cells import cell_text
from accountkit.methods.marks import Mark
from accountkit.methods.method import Reading
from accountkit.methods.shapes import Calculator, Canvas, Checklist, Matrix, Register, Scorecard
from accountkit.methods.wording import upper_first

MOST_ROWS = 20
MOST_COLUMNS = 5
"""What fits a page beside subject and status; a definition names its columns by weight."""
NUMERIC = frozenset({"number", "money", "percent", "rating"})
WIDE = frozenset({"line", "text"})


@singledispatch
def result_table(method: Method, story: Story, readings: Sequence[Any]) -> Table | None:
    """The table of a method in the current language; None if its shape has none here."""
    return None


@result_table.register
def _register(method: Register, story: Story, readings: Sequence[Any]) -> Table | None:
    about = method.subject != "account" and not method.records
    shown = [column for column in method.columns if not column.private][:MOST_COLUMNS]
    columns = [
        *([_subject(method)] if about else []),
        *(
            Column(
                _(one.name),
                2 if one.kind in WIDE else 1.3,
                numeric=one.kind in NUMERIC,
                key=one.key if method.on_slide else "",
            )
            for one in shown
        ),
        Column(_("Status"), 1.8 if method.on_slide else 1, key="standing"),
    ]
    names, rows, seen = method.known_flags(), [], set()
    for reading in readings:
        for row in reading.rows:
            if row.path in seen:  # a record of the chain may be about several subjects
                continue
            seen.add(row.path)
            cells = [
                Cell(shortened(cell_text(story.account, row[one.key], one.kind, one.choices), 200))
                for one in shown
            ]
            flags = listed([_(names[flag].name) for flag in row.flags])
            refs = story.cite(row.evidence)
            rows.append(
                (
                    *([Cell(line(reading.called, 80), strong=True)] if about else []),
                    *cells,
                    Cell(flags, mark=story.mark(row.evidence), refs=refs),
                )
            )
    return _table(method, columns, rows)


@result_table.register
def _calculator(method: Calculator, story: Story, readings: Sequence[Any]) -> Table | None:
    if method.subject != "account":
        return _by_record(method, story, readings)
    columns = [Column(_("Result"), 2), Column(_("Value"), 1, numeric=True), Column(_("Formula"), 3)]
    known = [part for reading in readings for part in method.parts(reading) if reading.score is not None]
    rows = [(Cell(part.label, strong=True), Cell(part.value_text), Cell(part.detail)) for part in known]
    return _table(method, columns, rows)


@result_table.register
def _canvas(method: Canvas, story: Story, readings: Sequence[Any]) -> Table | None:
    columns = [Column(_("Block"), 1.4), Column(_("Content"), 4), Column(_("Status"), 1, key="standing")]
    rows = [
        (
            Cell(_(block.name), strong=True),
            Cell(shortened(str(mark.shown), 400), refs=story.cite(mark.evidence)),
            Cell("", mark=_mark(mark)),
        )
        for reading in readings
        for block in method.blocks
        if (mark := reading.marks[block.key]).shown is not None
    ]
    return _table(method, columns, rows)


@result_table.register
def _checklist(method: Checklist, story: Story, readings: Sequence[Any]) -> Table | None:
    if method.subject != "account":
        return _by_record(method, story, readings)
    columns = [Column(_("Open condition"), 4), Column(_("State"), 1)]
    rows = [
        (Cell(_(one.name)), Cell(reading.outcome_text(one)))
        for reading in readings
        for one in (*reading.unmet, *reading.unknown)
    ]
    return _table(method, columns, rows)


@result_table.register(Scorecard)
@result_table.register(Matrix)
def _by_record(method: Method, story: Story, readings: Sequence[Any]) -> Table | None:
    """One row a record: where it lies or how it scores, the verdict with its flags, and what that rests on."""
    if method.subject == "account":
        return None
    measures = _measures(method)
    columns = [
        _subject(method),
        *(Column(name, 1, numeric=True) for name in measures),
        Column(_("Result"), 2),
        Column(_("Status"), 1, key="standing"),
    ]
    names = method.known_flags()
    rows = [
        (
            Cell(line(reading.called, 80), strong=True),
            *(Cell(text) for text in _measured(method, reading)),
            Cell(
                _(", ").join([method.verdict_text(reading), *(_(names[flag].name) for flag in reading.flags)])
            ),
            Cell("", mark=reading.status),
        )
        for reading in _in_order(method, readings)
        if reading.begun
    ]
    return _table(method, columns, rows)


def _measures(method: Method) -> tuple[str, ...]:
    if isinstance(method, Matrix):
        return (_(method.horizontal.name), _(method.vertical.name))
    return (_("Score"),)


def _measured(method: Method, reading: Any) -> tuple[str, ...]:
    if isinstance(method, Matrix):
        return (number(reading.x, 1), number(reading.y, 1))
    return (method.score_text(reading, reading.score),)


def _in_order(method: Method, readings: Sequence[Any]) -> Iterable[Reading]:
    """Those in a cell of a matrix as they come first; in the method's own order; else by score, greatest first and unknown last."""
    if isinstance(method, Matrix):
        placed = method.ranked(readings)
        return (*placed, *(reading for reading in readings if reading.cell is None))
    if method.order_of_all:
        return method.ordered(readings)
    return sorted(readings, key=lambda reading: (reading.score is None, -(reading.score or 0)))


def _subject(method: Method) -> Column:
    return Column(upper_first(_(subjects.KINDS[method.subject])), 1.6)


def _mark(mark: Mark) -> Any:
    return "stale" if mark.status == "confirmed" and mark.stale else mark.status


def _table(method: Method, columns: Sequence[Column], rows: Sequence[tuple[Cell, ...]]) -> Table | None:
    if not rows:
        return None
    note = ""
    if len(rows) > MOST_ROWS:
        note = _("and {n} more").format(n=number(len(rows) - MOST_ROWS, 0))
    return Table(_(method.name), tuple(columns), tuple(rows[:MOST_ROWS]), note=note, key=method.key)
