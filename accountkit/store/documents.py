"""A document as of a revision: the newest snapshot before it and the edits logged since.

A snapshot is written every so many revisions, so that an edit writes a line of the log and not the whole
document, and a reader never replays more than that many steps. What was read last is kept, because documents
are frozen: catching up with a colleague costs their edits only.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, select
from sqlalchemy.exc import NoResultFound

from accountkit.errors import DamagedAccount, InvalidAccount, InvalidEdit
from accountkit.i18n import _
from accountkit.model import Document, Edit, apply, to_json
from accountkit.model.document import D
from accountkit.model.edits import PROTECTED
from accountkit.store.log import edits_between
from accountkit.store.schema import ACCOUNTS, PRACTICE, SNAPSHOTS, STEPS

SNAPSHOT_EVERY = 64
RECENT = 16
"""Snapshots that are kept of the newest revisions; of older ones every `FAR` revisions has one."""
FAR = 1024
KEPT = 512


class Documents(Generic[D]):
    """Documents of one kind by id of their row and revision; the newest that was read of each is kept (of the `KEPT`
    used last). `read` makes one of a snapshot's text.
    """

    def __init__(self, read: Callable[[str], D]) -> None:
        self._read = read
        self._newest: OrderedDict[int, tuple[int, D]] = OrderedDict()
        self._lock = Lock()

    def at(self, connection: Connection, account_id: int, revision: int) -> D:
        """The document as it was at a revision that exists. Raises `DamagedAccount` if it cannot be read."""
        known, document = self._kept(account_id)
        try:
            if document is None or known > revision:
                known, document = self._snapshot(connection, account_id, revision)
            if known < revision:
                document = apply(
                    document, edits_between(connection, account_id, known, revision), logged=True
                )
        except (InvalidAccount, InvalidEdit, ValueError, NoResultFound) as error:
            raise _damaged(connection, account_id, revision, error) from error
        self.keep(account_id, revision, document)
        return document

    def keep(self, account_id: int, revision: int, document: D) -> None:
        """Remember what was read, or has been committed."""
        with self._lock:
            known, _document = self._newest.get(account_id, (0, None))
            if revision >= known:
                self._newest[account_id] = (revision, document)
            self._newest.move_to_end(account_id)
            while len(self._newest) > KEPT:
                self._newest.popitem(last=False)

    def _kept(self, account_id: int) -> tuple[int, D | None]:
        with self._lock:
            return self._newest.get(account_id, (0, None))

    def _snapshot(self, connection: Connection, account_id: int, revision: int) -> tuple[int, D]:
        row = connection.execute(
            select(SNAPSHOTS.c.revision, SNAPSHOTS.c.document)
            .where(SNAPSHOTS.c.account_id == account_id, SNAPSHOTS.c.revision <= revision)
            .order_by(SNAPSHOTS.c.revision.desc())
            .limit(1)
        ).one()
        return row.revision, self._read(row.document)


def save(connection: Connection, account_id: int, revision: int, document: Document) -> None:
    """Write a snapshot."""
    text = to_json(document, with_private=True)
    connection.execute(insert(SNAPSHOTS).values(account_id=account_id, revision=revision, document=text))


def thin(connection: Connection, account_id: int, revision: int) -> None:
    """Let go of the one snapshot that is no longer recent, now that there is one of `revision`."""
    old = revision - RECENT * SNAPSHOT_EVERY
    connection.execute(
        delete(SNAPSHOTS).where(
            SNAPSHOTS.c.account_id == account_id, SNAPSHOTS.c.revision == old, may_go(account_id, revision)
        )
    )


def may_go(account_id: int, newest: int) -> ColumnElement[bool]:
    """That a snapshot is old, is not one in `FAR`, and does not stand for what no edit leads to."""
    steps = select(STEPS.c.revision).where(
        STEPS.c.account_id == account_id, STEPS.c.kind.in_(("create", "replace"))
    )
    return and_(
        SNAPSHOTS.c.revision <= newest - RECENT * SNAPSHOT_EVERY,
        SNAPSHOTS.c.revision % FAR != 0,
        SNAPSHOTS.c.revision.not_in(steps),
    )


def differences(old: D, new: D) -> list[Edit]:
    """The edits that make `old` into `new`: one for each record or field that differs."""
    edits: list[Edit] = []
    for name in type(old).model_fields:
        before, after = getattr(old, name), getattr(new, name)
        if name in PROTECTED or before == after:
            continue
        if isinstance(before, dict):
            edits += [Edit(f"{name}/{key}", remove=True) for key in before if key not in after]
            edits += [Edit(f"{name}/{key}", after[key]) for key in after if before.get(key) != after[key]]
        else:
            edits.append(Edit(name, after))
    return edits


def _damaged(connection: Connection, account_id: int, revision: int, error: Exception) -> DamagedAccount:
    slug = connection.execute(select(ACCOUNTS.c.slug).where(ACCOUNTS.c.id == account_id)).scalar()
    why = f"{str(error).strip().rstrip('.')}."
    if slug == PRACTICE:
        return DamagedAccount(
            _(
                "Our own data (segments, offerings, partners, teams, sellers) are damaged at revision {revision}: "
                "{reason} Accounts are not affected. Load an exported file over them (`accountkit load FILE`), or "
                "restore a backup of the database."
            ).format(revision=revision, reason=why)
        )
    return DamagedAccount(
        _(
            "The stored account “{slug}” is damaged at revision {revision}: {reason} Other accounts are not affected. "
            "Load an exported file over it (`accountkit load FILE`), or restore a backup of the database."
        ).format(slug=slug, revision=revision, reason=why)
    )
