"""Whether a store holds what its log says: every document is replayed from its first state and compared on the way.

The log is what counts; a snapshot only spares replaying it. A repair takes away what can be made again (snapshots that cannot
be read or are not needed, lines of accounts that are behind) and changes no document.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, func, select

from accountkit.errors import AccountkitError
from accountkit.i18n import N_, _
from accountkit.model import apply
from accountkit.store import agenda
from accountkit.store.accounts import Store
from accountkit.store.database import sqlite_file
from accountkit.store.documents import may_go
from accountkit.store.ledger import Ledger
from accountkit.store.log import edits_between
from accountkit.store.schema import EDITS, LINES, PRACTICE, SNAPSHOTS, STEPS

FAULTS = {
    "unreadable": N_("The snapshot of revision {revision} cannot be read: {reason}"),
    "differs": N_(
        "The log gives another state at revision {revision} than its snapshot. Export the account and load it again: both states stay in the history."
    ),
    "log": N_("The log cannot be applied after revision {revision}: {reason}"),
    "behind": N_("The account stands at revision {revision}, its log ends at {reason}."),
    "orphans": N_("Edits without a step: {reason}."),
    "line": N_("The line for the list of accounts is of revision {reason}, not {revision}."),
}
MENDED = frozenset({"unreadable", "line"})
"""What a repair mends; the others it leaves, because a person has to choose."""


@dataclass(frozen=True)
class Fault:
    """Something that is not as it should be at a revision."""

    kind: str
    revision: int
    reason: str = ""

    @property
    def text(self) -> str:
        """It, in the reader's words."""
        return _(FAULTS[self.kind]).format(revision=self.revision, reason=self.reason)


@dataclass(frozen=True)
class Examined:
    """What was found of one document: how long its log is, what its snapshots take, and how much of that could go."""

    slug: str
    revision: int
    snapshots: int
    bytes: int
    bytes_to_thin: int
    faults: tuple[Fault, ...]


def examine(store: Store) -> Iterator[Examined]:
    """Each account and our own practice, one transaction each, so that others go on working."""
    for slug in (PRACTICE, *sorted(stored.slug for stored in store.accounts())):
        yield _examined(store, slug)


def repair(store: Store, found: Examined) -> None:
    """Thin the snapshots of a document and take away what was found to be of no use."""
    unreadable = [fault.revision for fault in found.faults if fault.kind == "unreadable"]
    with store._database.writing() as connection:
        row_id = _ledger(store, found.slug)._row(connection, found.slug).id
        of_it = SNAPSHOTS.c.account_id == row_id
        connection.execute(delete(SNAPSHOTS).where(of_it, SNAPSHOTS.c.revision.in_(unreadable)))
        connection.execute(delete(SNAPSHOTS).where(of_it, may_go(row_id, found.revision)))
        if any(fault.kind == "line" for fault in found.faults):
            connection.execute(delete(LINES).where(LINES.c.account_id == row_id))
            agenda.forget(connection, row_id)


def shrink(store: Store) -> None:
    """Give back to the disk what was taken away; PostgreSQL does so by itself."""
    if file := sqlite_file(store._database.url):
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("VACUUM")


def _ledger(store: Store, slug: str) -> Ledger[Any]:
    return store.practices if slug == PRACTICE else store


def _examined(store: Store, slug: str) -> Examined:
    ledger = _ledger(store, slug)
    with store._database.reading() as connection:
        row = ledger._row(connection, slug)
        of_it = SNAPSHOTS.c.account_id == row.id
        size = func.coalesce(func.sum(func.length(SNAPSHOTS.c.document)), 0)
        count, taken = connection.execute(select(func.count(), size).where(of_it)).one()
        thinned = connection.execute(select(size).where(of_it, may_go(row.id, row.revision))).scalar_one()
        faults = (*_of_log(connection, row), *_of_states(connection, row, ledger))
    return Examined(slug, row.revision, count, taken, thinned, faults)


def _of_log(connection: Connection, row: Row) -> Iterator[Fault]:
    newest = connection.execute(
        select(func.max(STEPS.c.revision)).where(STEPS.c.account_id == row.id)
    ).scalar()
    if newest != row.revision:
        yield Fault("behind", row.revision, str(newest))
    together = (STEPS.c.account_id == EDITS.c.account_id) & (STEPS.c.revision == EDITS.c.revision)
    orphans = connection.execute(
        select(func.count())
        .select_from(EDITS.outerjoin(STEPS, together))
        .where(EDITS.c.account_id == row.id, STEPS.c.revision.is_(None))
    ).scalar_one()
    if orphans:
        yield Fault("orphans", row.revision, str(orphans))
    line = connection.execute(select(LINES.c.revision).where(LINES.c.account_id == row.id)).scalar()
    if line is not None and line != row.revision:
        yield Fault("line", row.revision, str(line))


def _of_states(connection: Connection, row: Row, ledger: Ledger) -> Iterator[Fault]:
    """Replay from snapshot to snapshot. After a fault the next snapshot that can be read is where it goes on."""
    at = SNAPSHOTS.c.account_id == row.id
    revisions = (
        connection.execute(select(SNAPSHOTS.c.revision).where(at).order_by(SNAPSHOTS.c.revision))
        .scalars()
        .all()
    )
    wholes = _wholes(connection, row.id)
    state: Any = None
    known = 0
    for revision in (*revisions, *([row.revision] if row.revision not in revisions else [])):
        replayed: Any = None
        if state is not None:
            try:
                replayed = apply(state, edits_between(connection, row.id, known, revision), logged=True)
            except (AccountkitError, ValueError) as error:
                yield Fault("log", known, str(error))
        if revision not in revisions:
            return
        text = connection.execute(
            select(SNAPSHOTS.c.document).where(at, SNAPSHOTS.c.revision == revision)
        ).scalar_one()
        try:
            saved = ledger.read(text)
        except (AccountkitError, ValueError) as error:
            yield Fault("unreadable", revision, str(error))
            saved = replayed
        else:
            if replayed is not None and revision not in wholes and saved != replayed:
                yield Fault("differs", revision)
        state, known = saved, revision


def _wholes(connection: Connection, row_id: int) -> set[int]:
    """The revisions at which a whole document was put in, without edits that lead to it."""
    edits = select(EDITS.c.revision).where(EDITS.c.account_id == row_id)
    return set(
        connection.execute(
            select(STEPS.c.revision).where(
                STEPS.c.account_id == row_id,
                STEPS.c.kind.in_(("create", "replace")),
                STEPS.c.revision.not_in(edits),
            )
        ).scalars()
    )
