"""The store: every account, our own practice, their edits, and what may be done with them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable
from functools import partial
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, insert, select
from sqlalchemy.exc import IntegrityError

from accountkit.errors import AccountExists, DamagedAccount, InvalidEdit
from accountkit.i18n import _
from accountkit.model import Account, Comment, Edit, Practice, from_json, new_id, shareable
from accountkit.store import agenda, listing, log, memory, reader_links, rows
from accountkit.store.agenda import Agenda, Sought
from accountkit.store.database import Database
from accountkit.store.documents import save
from accountkit.store.ledger import Ledger
from accountkit.store.lines import LineKeeper, Lines
from accountkit.store.listing import Listing, Wanted
from accountkit.store.log import Step
from accountkit.store.people import People
from accountkit.store.practices import Practices
from accountkit.store.reader_links import ReaderLink
from accountkit.store.rights import Deed
from accountkit.store.rows import Applied, Stored
from accountkit.store.schema import ACCOUNTS, PRACTICE
from accountkit.store.sign_ins import SignIns
from accountkit.store.watching import Tell, Watch, watch


class Store(Ledger[Account]):
    """The accounts in one database, by slug. `practices` holds our own practice in the same way, under `PRACTICE`."""

    person_id = ""
    """Whose the store is; empty where it is whole."""

    def __init__(self, database: Database) -> None:
        super().__init__(database, partial(from_json, stored=True))
        self._lines = LineKeeper()
        self.practices = Practices(database)
        self.people, self.sign_ins = People(database), SignIns(database)

    @property
    def url(self) -> str:
        """The address of the database, to hand to another process; it may hold a password, so it is not for
        showing.
        """
        return self._database.url.render_as_string(hide_password=False)

    def close(self) -> None:
        """Let go of the database's connections."""
        self._database.close()

    def watch(self, tell: Tell) -> Watch | None:
        """Tell of every change of a document from now on, whoever makes it (`store.watching`); close what comes back."""
        return watch(self._database.engine, tell)

    def accounts(self) -> list[Stored]:
        """All accounts, the one edited last first."""
        with self._database.reading() as connection:
            among = self._among(connection)
            seen = () if among is None else (ACCOUNTS.c.id.in_(among),)
            wanted = select(ACCOUNTS).where(*listing.OURS, *seen).order_by(*listing.NEWEST_FIRST)
            found = connection.execute(wanted).all()
        return [listing.stored(row) for row in found]

    def first_named(self, most: int) -> dict[str, str]:
        """The first accounts by their names: slugs and names."""
        with self._database.reading() as connection:
            return listing.first_named(connection, self._among(connection), most)

    def slug_of(self, text: str) -> str:
        """The slug of the account that has this slug, or alone has this name; else the text itself."""
        with self._database.reading() as connection:
            return listing.slug_of(connection, self._among(connection), text) or text

    def of_name(self, name: str, most: int) -> list[Stored]:
        """The accounts of this name in either language, the one changed last first."""
        with self._database.reading() as connection:
            return listing.of_name(connection, self._among(connection), name, most)

    def among(self, connection: Connection) -> Select | None:
        """What finds the ids of the accounts that lists name, in the caller's transaction; None for all."""
        return self._among(connection)

    def page(self, wanted: Wanted) -> Listing:
        """A page of accounts, searched and sorted in the database."""
        return self._lines.page(self._database, self._documents, wanted, self._among)

    def agenda(self, sought: Sought) -> Agenda:
        """What a week shows of all accounts."""
        return self._lines.week(self._database, self._documents, sought, self._among)

    def agenda_size(self) -> int:
        """How many accounts there are, of those that lists name."""
        with self._database.reading() as connection:
            return listing.size(connection, self._among(connection))

    def dated(self) -> list[tuple[str, Stored]]:
        """The accounts that have anything for a calendar, each with its owner."""
        with self._database.reading() as connection:
            return agenda.dated(connection, self._among(connection))

    def catch_up(self, after: int = 0, most: int = 20) -> int | None:
        """Make so many of the lines that an earlier version has not written, of accounts beyond an id; the last id that was
        looked at, None where none is missing any more."""
        return self._lines.catch_up(self._database, self._documents, after, most)

    def slugs(self, beginning: str) -> set[str]:
        """The slugs that begin so."""
        with self._database.reading() as connection:
            like = ACCOUNTS.c.slug.startswith(beginning, autoescape=True)
            return set(connection.execute(select(ACCOUNTS.c.slug).where(*listing.OURS, like)).scalars())

    def is_empty(self) -> bool:
        """Whether there is no account."""
        with self._database.reading() as connection:
            return connection.execute(select(ACCOUNTS.c.id).where(*listing.OURS).limit(1)).first() is None

    def state(self) -> Hashable:
        """What differs whenever an account is made, changed or deleted."""
        with self._database.reading() as connection:
            return listing.state(connection)

    @property
    def listing(self) -> Store:
        """The store whose lists name all that may be read."""
        return self

    @property
    def managed(self) -> Store:
        """The store whose lists name all whose roles may be given."""
        return self

    def works_here(self) -> bool:
        """True if more than reading may be done; of a whole store everything may be."""
        return True

    def is_administrator(self) -> bool:
        """True if everything may be done."""
        return True

    def may(self, slug: str, deed: Deed) -> bool:
        """True if that may be done with an account; of a whole store everything may be."""
        return True

    def demand(self, slug: str, deed: Deed) -> None:
        """Raise `Forbidden` if that may not be done with an account; of a whole store everything may be."""

    def comment(self, slug: str, comment: Comment, by: str) -> None:
        """Put a comment to an account."""
        self.apply(slug, [Edit(f"comments/{new_id('c')}", comment)], by=by)

    def shared(self, slug: str) -> Applied[Account]:
        """An account without what is private, for who may read it. Raises `AccountNotFound`."""
        found = self.loaded(slug)
        return Applied(shareable(found.document), found.revision)

    def lines(self) -> Lines:
        """A line of each account, the one edited last first; no document is opened but those that have none yet."""
        return self._lines.all(self._database, self._documents)

    def practice(self) -> Practice:
        """Our own side as it is now. Raises `DamagedAccount`."""
        return self.practices.load(PRACTICE)

    def create(self, account: Account, by: str) -> Applied[Account]:
        """Store a new account. Raises `AccountExists` where its slug is taken."""
        try:
            with self._database.writing() as connection:
                connection.execute(
                    insert(ACCOUNTS).values(slug=account.slug, **rows.summary_of(account, 1, by))
                )
                account_id = rows.account_row(connection, account.slug).id
                save(connection, account_id, 1, account)
                log.write(connection, account_id, Step(1, "create", rows.person(by), log.now()), (), ())
                self._moved(connection, account_id, None, account, 1)
        except IntegrityError as error:
            raise AccountExists(
                _(
                    "The account “{slug}” already exists. Choose another name, or load the file over it."
                ).format(slug=account.slug)
            ) from error
        self._documents.keep(account_id, 1, account)
        return Applied(account, 1)

    def delete(self, slug: str) -> None:
        """Delete an account with its log and its links, for good. Raises `AccountNotFound`."""
        with self._database.writing() as connection:
            connection.execute(delete(ACCOUNTS).where(ACCOUNTS.c.id == self._row(connection, slug).id))

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
            return self._linked(connection, self._row(connection, slug), view, edition, by, expires)

    def create_calendar(self, who: str, *, by: str, expires: dt.datetime) -> tuple[str, ReaderLink]:
        """A secret for the calendar of the week, of the accounts of one owner (empty: of all), and its link."""
        with self._database.writing() as connection:
            row = rows.practice_row(connection, PRACTICE)
            return self._linked(connection, row, reader_links.calendar_of(who), "internal", by, expires)

    def calendars(self, by: str) -> list[ReaderLink]:
        """The calendar links that a person made, newest first."""
        found = self.links(PRACTICE)
        return [one for one in found if one.is_calendar and one.created_by == rows.person(by)]

    def _linked(
        self, connection: Connection, row: Row[Any], view: str, edition: str, by: str, expires: dt.datetime
    ) -> tuple[str, ReaderLink]:
        secret, link_id = reader_links.create(
            connection, row.id, view=view, edition=edition, by=rows.person(by), expires=expires
        )
        found = reader_links.of_account(connection, row.slug)
        return secret, next(link for link in found if link.id == link_id)

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

    def loaded(self, slug: str) -> Applied[Account]:
        try:
            return super().loaded(slug)
        except DamagedAccount:
            with self._database.reading() as connection:  # its line is as it was before the damage
                row_id = self._row(connection, slug).id
            self._lines.forget(self._database, row_id)
            raise

    def _among(self, connection: Connection) -> Select | None:
        """What finds the ids of the accounts that lists name; None for all."""
        return None

    def _moved(
        self, connection: Connection, row_id: int, before: Account | None, document: Account, revision: int
    ) -> None:
        self._lines.write(connection, row_id, before, document, revision)

    def _row(self, connection: Connection, slug: str, *, lock: bool = False) -> Row[Any]:
        return rows.account_row(connection, slug, lock=lock)

    def _slug(self, document: Account) -> str:
        return document.slug
