"""The store: every account, its edits, and what may be done with them.

Each method is one transaction. What it returns is a frozen account and its revision; a page that holds an
older revision asks `history(slug, since=revision)` for what happened since.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select
from sqlalchemy.exc import IntegrityError

from accountkit.errors import AccountExists, DamagedAccount, InvalidEdit
from accountkit.i18n import _
from accountkit.model import Account, Edit
from accountkit.store import log, memory, reader_links, received, rows
from accountkit.store.database import Database
from accountkit.store.documents import Documents, differences, save
from accountkit.store.log import LogEntry, Step
from accountkit.store.reader_links import ReaderLink
from accountkit.store.rows import Applied, Stored
from accountkit.store.schema import ACCOUNTS
from accountkit.store.undoing import FARTHEST, done_and_undone, reversal


def open_store(url: str | None = None) -> Store:
    """The store at a database URL or path; without one ``ACCOUNTKIT_DB``, else a file in the user's data
    directory.
    """
    return Store(Database(url))


class Store:
    """Accounts in one database. Safe to use from several threads, and from several processes at once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._documents = Documents()

    @property
    def url(self) -> str:
        """The address of the database, to hand to another process; it may hold a password, so it is not for
        showing.
        """
        return self._database.url.render_as_string(hide_password=False)

    def close(self) -> None:
        """Let go of the database's connections."""
        self._database.engine.dispose()

    # What is stored

    def accounts(self) -> list[Stored]:
        """All accounts, the one edited last first."""
        with self._database.reading() as connection:
            found = connection.execute(
                select(ACCOUNTS).order_by(ACCOUNTS.c.updated_at.desc(), ACCOUNTS.c.slug)
            ).all()
        return [
            Stored(r.slug, r.name, r.revision, dt.datetime.fromisoformat(r.updated_at), r.updated_by)
            for r in found
        ]

    def load(self, slug: str) -> Account:
        """The account as it is now. Raises `AccountNotFound`."""
        return self.loaded(slug).account

    def loaded(self, slug: str) -> Applied:
        """The account as it is now with its revision, read together. Raises `AccountNotFound`."""
        with self._database.reading() as connection:
            row = rows.account_row(connection, slug)
            return Applied(self._documents.at(connection, row.id, row.revision), row.revision)

    def revision(self, slug: str) -> int:
        """The number of the newest step. Raises `AccountNotFound`."""
        with self._database.reading() as connection:
            return rows.account_row(connection, slug).revision

    def at(self, slug: str, when: int | dt.date) -> Account:
        """The account as it was at a revision, a moment, or the end of a day (UTC). Raises
        `AccountNotFound`.
        """
        with self._database.reading() as connection:
            row = rows.account_row(connection, slug)
            return self._documents.at(connection, row.id, rows.revision_at(connection, row, when))

    def history(self, slug: str, since: int | dt.date | None = None) -> list[LogEntry]:
        """The edits of an account, oldest first: all, those after a revision, or those from a day or moment
        on.
        """
        with self._database.reading() as connection:
            return log.entries(connection, rows.account_row(connection, slug).id, since)

    def overwritten(self, slug: str, by: str, since: int) -> list[LogEntry]:
        """What colleagues wrote after a revision over values that `by` had written: what this person must be
        told.
        """
        with self._database.reading() as connection:
            row = rows.account_row(connection, slug)
            others = [entry for entry in log.entries(connection, row.id, since) if entry.by != by]
            return [e for e in others if log.last_writer(connection, row.id, e.path, e.revision) == by]

    # What changes it

    def create(self, account: Account, by: str) -> Applied:
        """Store a new account. Raises `AccountExists` where its slug is taken."""
        try:
            with self._database.writing() as connection:
                account_id = connection.execute(
                    insert(ACCOUNTS).values(slug=account.slug, **rows.summary_of(account, 1, by))
                ).inserted_primary_key[0]
                save(connection, account_id, 1, account)
                log.write(connection, account_id, Step(1, "create", rows.person(by), log.now()), (), ())
        except IntegrityError as error:
            raise AccountExists(
                _(
                    "The account “{slug}” already exists. Choose another name, or load the file over it."
                ).format(slug=account.slug)
            ) from error
        self._documents.keep(account_id, 1, account)
        return Applied(account, 1)

    def replace(self, account: Account, by: str, label: str = "") -> Applied:
        """Put a document in the place of the stored account of its slug, as one step that can be undone.

        A stored account that is damaged is replaced too; then there is nothing that undo could bring back.
        """

        def work(connection: Connection, row: Row, before: Account) -> Applied:
            step = rows.next_step(row, "replace", by, label)
            return rows.written(connection, row, before, differences(before, account), step)

        try:
            return self._change(account.slug, work)
        except DamagedAccount:
            return self._restored(account, by, label)

    def delete(self, slug: str) -> None:
        """Delete an account with its log and its links, for good. Raises `AccountNotFound`."""
        with self._database.writing() as connection:
            connection.execute(delete(ACCOUNTS).where(ACCOUNTS.c.id == rows.account_row(connection, slug).id))

    def apply(
        self,
        slug: str,
        edits: Sequence[Edit],
        by: str,
        seen: int | None = None,
        label: str = "",
        event: str = "",
    ) -> Applied:
        """Apply edits as one step: all or none. Raises `InvalidEdit`, `AccountNotFound`.

        `event` is an id of the sender's own: what comes again under it is not applied again, also after a restart.

        `seen` is the revision that the editor looked at; colleagues' edits of the same values since then are
        returned as `overwritten`. `label` says what the step was, for undo and for the history.
        """

        def work(connection: Connection, row: Row, before: Account) -> Applied:
            if not edits:
                return Applied(before, row.revision)
            newer = seen is not None and seen < row.revision
            lost = log.by_others(connection, row.id, seen, by, [edit.path for edit in edits]) if newer else ()
            applied = rows.written(connection, row, before, edits, rows.next_step(row, "edit", by, label))
            return replace(applied, overwritten=lost)

        return self._change(slug, work, event)

    def undo(self, slug: str, by: str, event: str = "") -> Applied | None:
        """Take back this person's newest step that still holds; None where there is none."""
        return self._reverse(slug, by, "undo", event)

    def redo(self, slug: str, by: str, event: str = "") -> Applied | None:
        """Take back this person's newest undo, unless they have edited since; None where there is none."""
        return self._reverse(slug, by, "redo", event)

    def has_received(self, slug: str, event: str) -> bool:
        """Whether what was sent under this id has been applied."""
        with self._database.reading() as connection:
            return received.is_known(connection, rows.account_row(connection, slug).id, event)

    # What is remembered beside the accounts

    def remember(self, kind: str, key: str, value: Any) -> None:
        """Keep a JSON value under a kind and a key (None forgets it)."""
        with self._database.writing() as connection:
            memory.remember(connection, kind, key, value)

    def recall(self, kind: str, key: str) -> Any:
        """The value kept under a kind and a key, or None."""
        with self._database.reading() as connection:
            return memory.recall(connection, kind, key)

    def recalled(self, kind: str) -> dict[str, Any]:
        """All values of a kind, by key."""
        with self._database.reading() as connection:
            return memory.recalled(connection, kind)

    # Links for readers

    def create_link(
        self, slug: str, *, view: str = "brief", edition: str = "customer", by: str, expires: dt.datetime
    ) -> tuple[str, ReaderLink]:
        """A link for readers and its secret, which is shown once and never again."""
        if edition not in reader_links.EDITIONS:
            raise InvalidEdit(
                _("“{edition}” is not an edition. Choose internal or customer.").format(edition=edition[:40])
            )
        with self._database.writing() as connection:
            account_id = rows.account_row(connection, slug).id
            secret, link_id = reader_links.create(
                connection, account_id, view=view, edition=edition, by=rows.person(by), expires=expires
            )
            link = next(link for link in reader_links.of_account(connection, slug) if link.id == link_id)
        return secret, link

    def link_for(self, secret: str) -> ReaderLink:
        """What a secret opens. Raises `Forbidden` where it is unknown, expired or revoked."""
        with self._database.reading() as connection:
            link = reader_links.valid(connection, secret)
        if reader_links.needs_noting(link):
            with self._database.writing() as connection:
                reader_links.note_use(connection, secret)
        return link

    def revoke_link(self, link_id: str) -> bool:
        """Revoke a link for good; whether there was one of that id."""
        with self._database.writing() as connection:
            return reader_links.revoke(connection, link_id)

    def links(self, slug: str) -> list[ReaderLink]:
        """All links of an account, newest first; none of them holds its secret."""
        with self._database.reading() as connection:
            return reader_links.of_account(connection, slug)

    def _change(
        self, slug: str, work: Callable[[Connection, Row, Account], Applied | None], event: str = ""
    ) -> Applied | None:
        with self._database.writing() as connection:
            row = rows.account_row(connection, slug, lock=True)
            before = self._documents.at(connection, row.id, row.revision)
            if event and received.is_known(connection, row.id, event):
                return Applied(before, row.revision, is_repeat=True)
            applied = work(connection, row, before)
            if event:
                received.note(connection, row.id, event)
        if applied is not None:  # only now, when it is committed
            self._documents.keep(row.id, applied.revision, applied.account)
        return applied

    def _restored(self, account: Account, by: str, label: str) -> Applied:
        """Go on from a whole document: what is before it in the log is not read any further."""
        with self._database.writing() as connection:
            row = rows.account_row(connection, account.slug, lock=True)
            step = rows.next_step(row, "replace", by, label)
            log.write(connection, row.id, step, (), ())
            save(connection, row.id, step.revision, account)
            rows.move_on(connection, row, account, step)
        self._documents.keep(row.id, step.revision, account)
        return Applied(account, step.revision, label=label)

    def _reverse(self, slug: str, by: str, kind: log.Kind, event: str) -> Applied | None:
        def work(connection: Connection, row: Row, account: Account) -> Applied | None:
            done, undone = done_and_undone(log.steps_by(connection, row.id, rows.person(by), FARTHEST))
            candidates = done if kind == "undo" else undone
            if not candidates:
                return None
            target = candidates[-1]
            then = self._documents.at(connection, row.id, target.revision)
            edits, kept = reversal(log.edits_of(connection, row.id, target.revision), then, account)
            step = rows.next_step(row, kind, by, target.label, reverses=target.revision)
            others = log.by_others(connection, row.id, target.revision, by, kept)
            return replace(rows.written(connection, row, account, edits, step), overwritten=others)

        return self._change(slug, work, event)
