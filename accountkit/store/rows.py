"""The row of an account: found, locked, and moved on by one step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select, update

from accountkit.errors import AccountNotFound
from accountkit.i18n import _
from accountkit.model import Account, Edit, apply, inverse, presently
from accountkit.store import log, received
from accountkit.store.documents import SNAPSHOT_EVERY, save
from accountkit.store.log import LogEntry, Step
from accountkit.store.schema import ACCOUNTS

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
class Applied:
    """What a change made. `overwritten` are colleagues' edits that this one replaced, or (undo) that it left
    alone. `is_repeat`: nothing, because the edit had been received before.
    """

    account: Account
    revision: int
    overwritten: tuple[LogEntry, ...] = ()
    label: str = ""
    is_repeat: bool = False


def written(connection: Connection, row: Row, before: Account, edits: Sequence[Edit], step: Step) -> Applied:
    """Write a step: its log, now and then a snapshot, and the row itself. Raises `InvalidEdit`."""
    account = apply(before, edits, logged=step.kind != "edit")
    edits = [presently(before, edit) for edit in edits]
    log.write(connection, row.id, step, edits, inverse(before, edits)[::-1])
    if step.revision % SNAPSHOT_EVERY == 0:
        save(connection, row.id, step.revision, account)
        received.forget(connection, row.id)
    move_on(connection, row, account, step)
    return Applied(account, step.revision, label=step.label)


def move_on(connection: Connection, row: Row, account: Account, step: Step) -> None:
    """Bring the row to a step that was logged."""
    summary = summary_of(account, step.revision, step.by)
    connection.execute(update(ACCOUNTS).where(ACCOUNTS.c.id == row.id).values(**summary))


def next_step(row: Row, kind: log.Kind, by: str, label: str, reverses: int | None = None) -> Step:
    """The step after the newest one of this row."""
    return Step(row.revision + 1, kind, person(by), log.now(), label[:LONGEST_LABEL], reverses)


def account_row(connection: Connection, slug: str, *, lock: bool = False) -> Row:
    """The row of a slug; `lock` keeps others from writing to it until the transaction ends. Raises
    `AccountNotFound`.
    """
    wanted = select(ACCOUNTS).where(ACCOUNTS.c.slug == slug)
    row = connection.execute(wanted.with_for_update() if lock else wanted).first()
    if row is None:
        raise AccountNotFound(
            _("No account is named “{slug}”. `accountkit list` shows all.").format(slug=slug[:60])
        )
    return row


def revision_at(connection: Connection, row: Row, when: int | dt.date) -> int:
    """The revision that a number, a moment or a day means. Raises `AccountNotFound` where there was none
    yet.
    """
    found = log.revision_at(connection, row.id, when)
    if found is None:
        raise AccountNotFound(
            _(
                "The account “{slug}” has no state {when}. `accountkit history` shows all from revision 1."
            ).format(slug=row.slug, when=when)
        )
    return found


def summary_of(account: Account, revision: int, by: str) -> dict[str, Any]:
    """What the row says of the account: PostgreSQL takes no NUL in text, and a name has no use for one."""
    name = (account.profile.name or account.slug).replace("\0", "")
    return {
        "name": name,
        "revision": revision,
        "updated_at": log.moment(log.now()),
        "updated_by": person(by),
    }


def person(by: str) -> str:
    """A person's name as it is stored."""
    return by[:LONGEST_NAME]
