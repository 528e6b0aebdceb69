"""Documents of one kind in a database: read as of any revision, changed step by step, taken back.

Each method is one transaction. What it returns is a frozen document and its revision; a page that holds an
older revision asks `history(slug, since=revision)` for what happened since.
"""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Row

from accountkit.errors import AccountNotFound, DamagedAccount
from accountkit.model import Edit
from accountkit.model.document import D
from accountkit.store import log, received, rows
from accountkit.store.database import Database
from accountkit.store.documents import Documents, differences, save
from accountkit.store.log import LogEntry
from accountkit.store.rows import Applied
from accountkit.store.undoing import FARTHEST, done_and_undone, reversal

R = TypeVar("R")


@dataclass(frozen=True)
class Past(Generic[D]):
    """A document as it once was, and when; `is_first` where it had not begun then, and its first state stands for it."""

    document: D
    day: dt.date | None
    is_first: bool = False


class Ledger(ABC, Generic[D]):
    """Documents by slug, with their log. Safe to use from several threads, and from several processes at once."""

    def __init__(self, database: Database, read: Callable[[str], D]) -> None:
        self._database = database
        self.read = read
        self._documents: Documents[D] = Documents(read)

    @abstractmethod
    def _row(self, connection: Connection, slug: str, *, lock: bool = False) -> Row[Any]:
        """The row of a slug. Raises `AccountNotFound`."""

    @abstractmethod
    def _slug(self, document: D) -> str:
        """The slug that a document is stored under."""

    def _moved(
        self, connection: Connection, row_id: int, before: D | None, document: D, revision: int
    ) -> None:
        """What else is kept of a step, in its transaction."""

    # What is stored

    def load(self, slug: str) -> D:
        """The document as it is now. Raises `AccountNotFound`."""
        return self.loaded(slug).document

    def loaded(self, slug: str) -> Applied[D]:
        """The document as it is now with its revision, read together. Raises `AccountNotFound`."""
        with self._database.reading() as connection:
            row = self._row(connection, slug)
            return Applied(self._documents.at(connection, row.id, row.revision), row.revision)

    def revision(self, slug: str) -> int:
        """The number of the newest step. Raises `AccountNotFound`."""
        with self._database.reading() as connection:
            return self._row(connection, slug).revision

    def at(self, slug: str, when: int | dt.date) -> D:
        """The document as it was at a revision, a moment, or the end of a day (UTC). Raises
        `AccountNotFound`.
        """
        with self._database.reading() as connection:
            row = self._row(connection, slug)
            return self._documents.at(connection, row.id, rows.revision_at(connection, row, when))

    def before(self, slug: str, when: int | dt.date) -> Past[D]:
        """The document as it was at a revision, or before anything was done on a day (UTC, as `history` counts from a day).

        A day before the document began means its first state. Raises `AccountNotFound` for an unknown document or revision.
        """
        if not isinstance(when, dt.date):
            with self._database.reading() as connection:
                day = log.day_of(connection, self._row(connection, slug).id, when)
            return Past(self.at(slug, when), day)
        try:
            return Past(self.at(slug, dt.datetime.combine(when, dt.time.min, dt.UTC)), when)
        except AccountNotFound:
            return Past(self.at(slug, 1), when, is_first=True)

    def history(self, slug: str, since: int | dt.date | None = None) -> list[LogEntry]:
        """The edits of a document, oldest first: all, those after a revision, or those from a day or moment
        on.
        """
        with self._database.reading() as connection:
            return log.entries(connection, self._row(connection, slug).id, since)

    def overwritten(self, slug: str, by: str, since: int, own: Collection[int] = ()) -> list[LogEntry]:
        """What colleagues wrote after a revision over values that `by` had written, and what other pages of the same name
        wrote over those of the revisions `own`: what this person must be told.
        """
        with self._database.reading() as connection:
            return log.overwritten(connection, self._row(connection, slug).id, by, since, own)

    # What changes it

    def replace(self, document: D, by: str, label: str = "") -> Applied[D]:
        """Put a document in the place of the stored document of its slug, as one step that can be undone.

        A stored document that is damaged is replaced too; then there is nothing that undo could bring back.
        """

        def work(connection: Connection, row: Row[Any], before: D) -> Applied[D]:
            step = rows.next_step(row, "replace", by, label)
            return rows.written(connection, row, before, differences(before, document), step)

        try:
            return self._change(self._slug(document), work)
        except DamagedAccount:
            return self._restored(document, by, label)

    def apply(
        self,
        slug: str,
        edits: Sequence[Edit],
        by: str,
        seen: int | None = None,
        label: str = "",
        event: str = "",
        own: Collection[int] | None = None,
    ) -> Applied[D]:
        """Apply edits as one step: all or none. Raises `InvalidEdit`, `AccountNotFound`.

        `event` is an id of the sender's own: what comes again under it is not applied again, also after a restart.

        `seen` is the revision that the editor looked at; colleagues' edits of the same values since then are
        returned as `overwritten`; where `own`, the revisions that this page has stored, are given, so are those of other
        pages of the same name. `label` says what the step was, for undo and for the history.
        """

        def work(connection: Connection, row: Row[Any], before: D) -> Applied[D]:
            if not edits:
                return Applied(before, row.revision)
            lost: tuple[LogEntry, ...] = ()
            if seen is not None and seen < row.revision:
                lost = log.by_others(connection, row.id, seen, by, [edit.path for edit in edits], own)
            applied = rows.written(connection, row, before, edits, rows.next_step(row, "edit", by, label))
            return replace(applied, overwritten=lost)

        return self._change(slug, work, event)

    def undo(self, slug: str, by: str, event: str = "") -> Applied[D] | None:
        """Take back this person's newest step that still holds; None where there is none."""
        return self._reverse(slug, by, "undo", event)

    def redo(self, slug: str, by: str, event: str = "") -> Applied[D] | None:
        """Take back this person's newest undo, unless they have edited since; None where there is none."""
        return self._reverse(slug, by, "redo", event)

    def has_received(self, slug: str, event: str) -> bool:
        """Whether what was sent under this id has been applied."""
        with self._database.reading() as connection:
            return received.is_known(connection, self._row(connection, slug).id, event)

    def _change(
        self, slug: str, work: Callable[[Connection, Row[Any], D], R], event: str = ""
    ) -> Applied[D] | R:
        with self._database.writing() as connection:
            row = self._row(connection, slug, lock=True)
            before = self._documents.at(connection, row.id, row.revision)
            if event and received.is_known(connection, row.id, event):
                return Applied(before, row.revision, is_repeat=True)
            applied = work(connection, row, before)
            if isinstance(applied, Applied) and applied.revision != row.revision:
                self._moved(connection, row.id, before, applied.document, applied.revision)
            if event:
                received.note(connection, row.id, event)
        if isinstance(applied, Applied):  # only now, when it is committed
            self._documents.keep(row.id, applied.revision, applied.document)
        return applied

    def _restored(self, document: D, by: str, label: str) -> Applied[D]:
        """Go on from a whole document: what is before it in the log is not read any further."""
        with self._database.writing() as connection:
            row = self._row(connection, self._slug(document), lock=True)
            step = rows.next_step(row, "replace", by, label)
            log.write(connection, row.id, step, (), ())
            save(connection, row.id, step.revision, document)
            rows.move_on(connection, row, document, step)
            self._moved(connection, row.id, None, document, step.revision)
        self._documents.keep(row.id, step.revision, document)
        return Applied(document, step.revision, label=label)

    def _reverse(self, slug: str, by: str, kind: log.Kind, event: str) -> Applied[D] | None:
        def work(connection: Connection, row: Row[Any], document: D) -> Applied[D] | None:
            done, undone = done_and_undone(log.steps_by(connection, row.id, rows.person(by), FARTHEST))
            candidates = done if kind == "undo" else undone
            if not candidates:
                return None
            target = candidates[-1]
            then = self._documents.at(connection, row.id, target.revision)
            edits, kept = reversal(log.edits_of(connection, row.id, target.revision), then, document)
            step = rows.next_step(row, kind, by, target.label, reverses=target.revision)
            others = log.by_others(connection, row.id, target.revision, by, kept)
            return replace(rows.written(connection, row, document, edits, step), overwritten=others)

        return self._change(slug, work, event)
