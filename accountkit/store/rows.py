"""The row of an account, or of our own practice: found, locked, and moved on by one step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic

from sqlalchemy import Connection, Row, select, update

from accountkit.errors import AccountNotFound, DamagedAccount
from accountkit.i18n import _
from accountkit.model import Account, Document, Edit, apply, inverse, presently
from accountkit.model.document import D
from accountkit.store import log, received
from accountkit.store.documents import SNAPSHOT_EVERY, save, thin
from accountkit.store.log import LogEntry, Step
from accountkit.store.schema import ACCOUNTS, PRACTICE
from accountkit.store.watching import announce

LONGEST_NAME = 200
LONGEST_LABEL = 500


@dataclass(frozen=True)
class Stored:
    """An account in the list of all: enough for a row, without reading the document."""

    slug: str
    name: str
    revision: int
    updated_at: dt.datetime
    updated_by: str


@dataclass(frozen=True)
class Applied(Generic[D]):
    """What a change made. `overwritten` are colleagues' edits that this one replaced, or (undo) that it left
    alone. `is_repeat`: nothing, because the edit had been received before.
    """

    document: D
    revision: int
    overwritten: tuple[LogEntry, ...] = ()
    label: str = ""
    is_repeat: bool = False

    @property
    def account(self) -> D:
        """The document, where it is an account."""
        return self.document


def written(
    connection: Connection, row: Row[Any], before: D, edits: Sequence[Edit], step: Step
) -> Applied[D]:
    """Write a step: its log, now and then a snapshot, and the row itself. Raises `InvalidEdit`."""
    document = apply(before, edits, logged=step.kind != "edit")
    edits = [presently(before, edit) for edit in edits]
    log.write(connection, row.id, step, edits, inverse(before, edits)[::-1])
    if step.revision % SNAPSHOT_EVERY == 0:
        save(connection, row.id, step.revision, document)
        thin(connection, row.id, step.revision)
        received.forget(connection, row.id)
    move_on(connection, row, document, step)
    return Applied(document, step.revision, label=step.label)


def move_on(connection: Connection, row: Row[Any], document: Document, step: Step) -> None:
    """Bring the row to a step that was logged, and have those who watch be told."""
    summary = summary_of(document, step.revision, step.by)
    connection.execute(update(ACCOUNTS).where(ACCOUNTS.c.id == row.id).values(**summary))
    announce(connection, row.slug, step.revision)


def next_step(row: Row[Any], kind: log.Kind, by: str, label: str, reverses: int | None = None) -> Step:
    """The step after the newest one of this row."""
    return Step(row.revision + 1, kind, person(by), log.now(), label[:LONGEST_LABEL], reverses)


def account_row(connection: Connection, slug: str, *, lock: bool = False) -> Row[Any]:
    """The row of a slug; `lock` keeps others from writing to it until the transaction ends. Raises
    `AccountNotFound`.
    """
    row = None if slug == PRACTICE else _row(connection, slug, lock)
    if row is None:
        raise unknown(slug)
    return row


def practice_row(connection: Connection, slug: str, *, lock: bool = False) -> Row[Any]:
    """The row of our own practice, which is the only one of its kind. Raises `AccountNotFound` for any other slug, and
    `DamagedAccount` where the row that every database is made with is gone.
    """
    if slug != PRACTICE:
        raise unknown(slug)
    row = _row(connection, slug, lock)
    if row is None:
        raise DamagedAccount(
            _(
                "Our own data are missing from the database. Restore a backup of it; accounts are not affected."
            )
        )
    return row


def unknown(slug: str) -> AccountNotFound:
    """That no account of this name is stored."""
    return AccountNotFound(
        _("No account is named “{slug}”. `accountkit list` shows all.").format(slug=slug[:60]), slug[:60]
    )


def _row(connection: Connection, slug: str, lock: bool) -> Row[Any] | None:
    wanted = select(ACCOUNTS).where(ACCOUNTS.c.slug == slug)
    return connection.execute(wanted.with_for_update() if lock else wanted).first()


def revision_at(connection: Connection, row: Row[Any], when: int | dt.date) -> int:
    """The revision that a number, a moment or a day means. Raises `AccountNotFound` where there was none
    yet.
    """
    found = log.revision_at(connection, row.id, when)
    if found is None and row.slug == PRACTICE:
        raise AccountNotFound(
            _(
                "Our own data have no state {when}. `accountkit history --practice` shows all from revision 1."
            ).format(when=when)
        )
    if found is None:
        raise AccountNotFound(
            _(
                "The account “{slug}” has no state {when}. `accountkit history` shows all from revision 1."
            ).format(slug=row.slug, when=when)
        )
    return found


def summary_of(document: Document, revision: int, by: str) -> dict[str, Any]:
    """What the row says of its document: PostgreSQL takes no NUL in text, and a name has no use for one."""
    name = document.profile.name or document.slug if isinstance(document, Account) else ""
    return {
        "name": name.replace("\0", ""),
        "revision": revision,
        "updated_at": log.moment(log.now()),
        "updated_by": person(by),
    }


def person(by: str) -> str:
    """A person's name as it is stored."""
    return by[:LONGEST_NAME]
