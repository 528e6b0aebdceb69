"""An account as of a revision: the newest snapshot before it and the edits logged since.

A snapshot is written every so many revisions, so that an edit writes a line of the log and not the whole
document, and a reader never replays more than that many steps. What was read last is kept, because accounts
are frozen: catching up with a colleague costs their edits only.
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import NoResultFound

from accountkit.errors import DamagedAccount, InvalidAccount, InvalidEdit
from accountkit.i18n import _
from accountkit.model import Account, Edit, apply, from_json, to_json
from accountkit.store.log import edits_between
from accountkit.store.schema import ACCOUNTS, SNAPSHOTS

SNAPSHOT_EVERY = 64
KEPT = 512


class Documents:
    """Accounts by id and revision; the newest that was read of each is kept (of the `KEPT` used last)."""

    def __init__(self) -> None:
        self._newest: OrderedDict[int, tuple[int, Account]] = OrderedDict()
        self._lock = Lock()

    def at(self, connection: Connection, account_id: int, revision: int) -> Account:
        """The account as it was at a revision that exists. Raises `DamagedAccount` if it cannot be read."""
        known, account = self._kept(account_id)
        try:
            if account is None or known > revision:
                known, account = _snapshot(connection, account_id, revision)
            if known < revision:
                account = apply(account, edits_between(connection, account_id, known, revision), logged=True)
        except (InvalidAccount, InvalidEdit, ValueError, NoResultFound) as error:
            raise _damaged(connection, account_id, revision, error) from error
        self.keep(account_id, revision, account)
        return account

    def keep(self, account_id: int, revision: int, account: Account) -> None:
        """Remember what was read, or has been committed."""
        with self._lock:
            known, _account = self._newest.get(account_id, (0, None))
            if revision >= known:
                self._newest[account_id] = (revision, account)
            self._newest.move_to_end(account_id)
            while len(self._newest) > KEPT:
                self._newest.popitem(last=False)

    def _kept(self, account_id: int) -> tuple[int, Account | None]:
        with self._lock:
            return self._newest.get(account_id, (0, None))


def save(connection: Connection, account_id: int, revision: int, account: Account) -> None:
    """Write a snapshot."""
    document = to_json(account, with_private=True)
    connection.execute(insert(SNAPSHOTS).values(account_id=account_id, revision=revision, document=document))


def differences(old: Account, new: Account) -> list[Edit]:
    """The edits that make `old` into `new`: one for each record or field that differs."""
    edits: list[Edit] = []
    for name in type(old).model_fields:
        before, after = getattr(old, name), getattr(new, name)
        if name in ("slug", "schema_version") or before == after:
            continue
        if isinstance(before, dict):
            edits += [Edit(f"{name}/{key}", remove=True) for key in before if key not in after]
            edits += [Edit(f"{name}/{key}", after[key]) for key in after if before.get(key) != after[key]]
        else:
            edits.append(Edit(name, after))
    return edits


def _damaged(connection: Connection, account_id: int, revision: int, error: Exception) -> DamagedAccount:
    slug = connection.execute(select(ACCOUNTS.c.slug).where(ACCOUNTS.c.id == account_id)).scalar()
    return DamagedAccount(
        _(
            "The stored account “{slug}” is damaged at revision {revision}: {reason} Other accounts are not affected. "
            "Load an exported file over it (`accountkit load FILE`), or restore a backup of the database."
        ).format(slug=slug, revision=revision, reason=f"{str(error).strip().rstrip('.')}.")
    )


def _snapshot(connection: Connection, account_id: int, revision: int) -> tuple[int, Account]:
    row = connection.execute(
        select(SNAPSHOTS.c.revision, SNAPSHOTS.c.document)
        .where(SNAPSHOTS.c.account_id == account_id, SNAPSHOTS.c.revision <= revision)
        .order_by(SNAPSHOTS.c.revision.desc())
        .limit(1)
    ).one()
    return row.revision, from_json(row.document)
