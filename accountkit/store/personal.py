"""The store as one person may use it: every access to a document asks `store.rights` in the transaction that makes it.

A kernel has nothing else (`open_store` gives it where the environment names a person), and no page of a signed-in person has
either. What is asked is the newest state: who was revoked a moment ago stores nothing any more.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from accountkit.errors import AccountExists, AccountNotFound
from accountkit.model import Account, Comment, Practice, shareable
from accountkit.store import link_secrets, people, rights, rows
from accountkit.store.accounts import Store
from accountkit.store.lines import Lines
from accountkit.store.practices import Practices
from accountkit.store.reader_links import ReaderLink
from accountkit.store.rights import Deed
from accountkit.store.rows import Applied
from accountkit.store.schema import ACCOUNTS, PRACTICE, PRACTICE_ID, READER_LINKS
from accountkit.store.slugs import free_slug


class PersonalStore(Store):
    """What `store` holds, as far as the person of an id may `edit` it; what may only be read comes by `shared` and `listing`."""

    def __init__(self, store: Store, person_id: str, listed: Deed = "edit") -> None:
        vars(self).update(vars(store))  # the same connections, and what was read last
        self._whole, self.person_id, self._listed = store, person_id, listed
        self.practices = PersonalPractices(store.practices, person_id)

    def role(self, slug: str) -> str:
        """The role of this person on an account. Raises `AccountNotFound` as well where there is none."""
        with self._database.reading() as connection:
            find = rows.practice_row if slug == PRACTICE else rows.account_row
            return self._role(connection, find(connection, slug), slug)

    def demand(self, slug: str, deed: Deed) -> None:
        """Raise `Forbidden` if this person may not do that, and `AccountNotFound` if not even look."""
        role = self.role(slug)
        if not rights.may(role, deed):
            raise rights.refused(role)

    def may(self, slug: str, deed: Deed) -> bool:
        return rights.may(self.role(slug), deed)

    def works_here(self) -> bool:
        with self._database.reading() as connection:
            return rights.works_here(connection, self.person_id)

    def is_administrator(self) -> bool:
        with self._database.reading() as connection:
            return rights.is_administrator(connection, self.person_id)

    @property
    def listing(self) -> PersonalStore:
        return PersonalStore(self._whole, self.person_id, "read")

    @property
    def managed(self) -> PersonalStore:
        return PersonalStore(self._whole, self.person_id, "manage")

    def lines(self) -> Lines:
        with self._database.reading() as connection:
            seen = rights.accounts_of(connection, self.person_id, self._listed)
        found = self._whole.lines()
        if seen is None:
            return found
        damaged = {slug: why for slug, why in found.damaged.items() if slug in seen}
        return Lines(tuple(line for line in found.lines if line.slug in seen), damaged)

    def shared(self, slug: str) -> Applied[Account]:
        self.demand(slug, "read")
        return self._whole.shared(slug)

    def comment(self, slug: str, comment: Comment, by: str) -> None:
        self.demand(slug, "comment")
        self._whole.comment(slug, comment, by)

    def create(self, account: Account, by: str) -> Applied[Account]:
        """Store a new account, of which this person is the owner. Where the slug is that of an account that this person may
        not see, the next free one is taken: nobody learns whom we work for. Raises `Forbidden` for who only reads,
        `AccountExists`."""
        self._demand_worker()
        try:
            return super().create(account, by)
        except AccountExists:
            if self._sees(account.slug):
                raise
        return self.create(account.model_copy(update={"slug": free_slug(self, account.slug)}), by)

    def delete(self, slug: str) -> None:
        self.demand(slug, "manage")
        super().delete(slug)

    def links(self, slug: str) -> list[ReaderLink]:
        self.demand(slug, "edit")
        return super().links(slug)

    def calendars(self, by: str) -> list[ReaderLink]:
        return self._whole.calendars(by)

    def revoke_link(self, link_id: str) -> bool:
        """Revoke a link of an account that this person edits, or a calendar of their own."""
        one = link_secrets.has_id(READER_LINKS.c.secret_hash, link_id)
        with self._database.reading() as connection:
            row = connection.execute(
                select(ACCOUNTS.c.slug, READER_LINKS.c.created_by)
                .select_from(READER_LINKS.join(ACCOUNTS))
                .where(one)
            ).first()
            if row is None:
                return False
            if row.slug != PRACTICE:
                self._row(connection, row.slug)
            elif row.created_by != self._name(connection) and not rights.is_administrator(
                connection, self.person_id
            ):
                return False
        return super().revoke_link(link_id)

    def create_calendar(self, who: str, *, by: str, expires: dt.datetime) -> tuple[str, ReaderLink]:
        self._demand_worker()
        return super().create_calendar(who, by=by, expires=expires)

    def _moved(
        self, connection: Connection, row_id: int, before: Account | None, document: Account, revision: int
    ) -> None:
        super()._moved(connection, row_id, before, document, revision)
        if revision == 1:
            people.give(connection, self.person_id, row_id, "owner")

    def _row(self, connection: Connection, slug: str, *, lock: bool = False) -> Row[Any]:
        row = super()._row(connection, slug, lock=lock)
        role = self._role(connection, row, slug)
        if not rights.may(role, "edit"):
            raise rights.refused(role)
        return row

    def _role(self, connection: Connection, row: Row[Any], slug: str) -> str:
        role = rights.role_of(connection, self.person_id, row.id)
        if not rights.may(role, "read"):
            raise rows.unknown(
                slug
            )  # the same as of an account that is not there: nobody learns whom we work for
        return role

    def _sees(self, slug: str) -> bool:
        try:
            return bool(self.role(slug))
        except AccountNotFound:
            return False

    def _among(self, connection: Connection) -> Select | None:
        return rights.ids_of(connection, self.person_id, self._listed)

    def _demand_worker(self) -> None:
        if not self.works_here():
            raise rights.refused("reader")

    def _name(self, connection: Connection) -> str:
        return people.name_of(connection, self.person_id)


class PersonalPractices(Practices):
    """Our own side: whole for who may edit it; without what is private beside the accounts of who edits one."""

    def __init__(self, practices: Practices, person_id: str) -> None:
        vars(self).update(vars(practices))
        self._whole, self.person_id = practices, person_id

    def may(self, deed: Deed) -> bool:
        with self._database.reading() as connection:
            return rights.may(rights.role_of(connection, self.person_id, PRACTICE_ID), deed)

    def loaded(self, slug: str) -> Applied[Practice]:
        found = self._whole.loaded(slug)
        if self.may("edit"):
            return found
        with self._database.reading() as connection:
            if not rights.works_here(connection, self.person_id):
                raise rights.refused("")
        return Applied(shareable(found.document), found.revision)

    def revision(self, slug: str) -> int:
        return self._whole.revision(slug)

    def demand_edit(self) -> None:
        with self._database.reading() as connection:
            self._row(connection, PRACTICE)

    def _row(self, connection: Connection, slug: str, *, lock: bool = False) -> Row[Any]:
        row = super()._row(connection, slug, lock=lock)
        role = rights.role_of(connection, self.person_id, PRACTICE_ID)
        if not rights.may(role, "edit"):
            raise rights.refused(role)
        return row
