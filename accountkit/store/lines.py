"""The lines of all accounts: written with each revision, read without a document, and who belongs to whose group.

A line that is missing (the database is older), or of an earlier `FORM`, is made from the document when a list is asked for.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from accountkit.errors import DamagedAccount, InvalidEdit, StoreUnavailable
from accountkit.i18n import _
from accountkit.methods.portfolio.line import line_after, line_of
from accountkit.model import Account
from accountkit.model.account_line import AccountLine
from accountkit.store import agenda, listing
from accountkit.store.agenda import Agenda, Sought
from accountkit.store.database import Database
from accountkit.store.documents import Documents
from accountkit.store.listing import Entry, Listing, Wanted
from accountkit.store.schema import ACCOUNTS, AGENDA, LINES

log = logging.getLogger("accountkit")
FORM = 9
"""Raised whenever `AccountLine` or `LISTED` holds something else, or something is worked out in another way."""


@dataclass(frozen=True)
class Lines:
    """The lines by slug, in the order of the list, and of each account that cannot be read why."""

    lines: tuple[AccountLine, ...]
    damaged: Mapping[str, str]


class LineKeeper:
    """Writes and reads lines; what was read last is kept, by account and revision."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[int, AccountLine]] = {}
        self._lock = Lock()

    def write(
        self, connection: Connection, row_id: int, before: Account | None, account: Account, revision: int
    ) -> None:
        """Keep the line of a revision, in the transaction of its step. Raises `InvalidEdit` where the account would belong
        to itself."""
        if account.profile.parent and (before is None or before.profile.parent != account.profile.parent):
            _demand_no_circle(connection, account)
        _revision, last = self._known.get(row_id, (0, None))
        known = (
            (before, last) if before is not None and last is not None and _revision == revision - 1 else None
        )
        line = line_after(known, account)
        same_week = known is not None and agenda.is_same(known[1], line)
        _store(row_id, account, revision, line, connection, same_week=same_week)
        self._keep(row_id, revision, line)

    def forget(self, database: Database, row_id: int) -> None:
        """Leave out the line of an account whose document cannot be read: the next list says so."""
        gone = delete(LINES).where(LINES.c.account_id == row_id)

        def forget(connection: Connection) -> None:
            connection.execute(gone)
            agenda.forget(connection, row_id)

        _where_it_may(database, forget)
        with self._lock:
            self._known.pop(row_id, None)

    def all(self, database: Database, documents: Documents[Account]) -> Lines:
        """The line of each account."""
        with database.reading() as connection:
            rows = connection.execute(LISTED_ACCOUNTS).all()
            self._read(connection, rows)
        damaged = self._make(database, documents, rows)
        lines = (line for row in rows if (line := self._line(row)))
        return Lines(tuple(lines), damaged)

    def page(
        self,
        database: Database,
        documents: Documents[Account],
        wanted: Wanted,
        among: Callable[[Connection], Select | None],
    ) -> Listing:
        """A page of accounts, of all or of those whose ids `among` finds; the documents of those alone are opened that have no
        line of today yet."""
        with database.reading() as connection:
            seen = among(connection)
            places, found = listing.places(connection, wanted, seen)
            rows = [place.row for place in places]
            lacking = [row for row in rows if row.form != FORM or row.of_line != row.revision]
            with_line = [row.id for row in rows if row not in lacking and self._line(row) is None]
            self._take_in(connection, TEXTS.where(LINES.c.account_id.in_(with_line)))
            texts = listing.hits(connection, wanted, places)
            twins = listing.namesakes(connection, seen, wanted.lang, places)
        damaged = self._make(database, documents, lacking)
        entries = (
            Entry(
                listing.stored(place.row),
                self._line(place.row),
                damaged.get(place.row.slug, ""),
                place.depth,
                texts.get(place.row.id, ""),
                place.unshown,
                place.row.id in twins,
            )
            for place in places
        )
        return replace(found, entries=tuple(entries))

    def catch_up(
        self, database: Database, documents: Documents[Account], after: int, most: int
    ) -> int | None:
        """Make so many of the missing lines of accounts beyond an id; the last id that was looked at, None beyond the last."""
        lacks = or_(LINES.c.form.is_(None), AGENDA.c.form.is_(None))
        missing = WITH_AGENDA.where(lacks, ACCOUNTS.c.id > after).order_by(None).order_by(ACCOUNTS.c.id)
        rows = self._made(database, documents, missing.limit(most))[0]
        return rows[-1].id if rows else None

    def week(
        self,
        database: Database,
        documents: Documents[Account],
        sought: Sought,
        among: Callable[[Connection], Select | None],
    ) -> Agenda:
        """What a week shows of all accounts, or of those whose ids `among` finds; the few that have no row of today get one."""
        with database.reading() as connection:
            missing = agenda.lacking(connection, among(connection), MADE_FOR_ONE)
        damaged: dict[str, str] = {}
        if missing:
            damaged = self._made(database, documents, WITH_AGENDA.where(ACCOUNTS.c.id.in_(missing)))[1]
        with database.reading() as connection:
            found = agenda.read(connection, among(connection), sought, dt.date.today())
            of_these = select(ACCOUNTS.c.name).where(ACCOUNTS.c.slug.in_(damaged)).order_by(ACCOUNTS.c.name)
            unread = tuple(connection.execute(of_these).scalars()) if damaged else ()
            left = agenda.left(connection, among(connection)) - len(damaged) if missing else 0
        return replace(found, unread=unread, left=left)

    def _made(
        self, database: Database, documents: Documents[Account], missing: Select
    ) -> tuple[Sequence[Any], dict[str, str]]:
        """The rows of accounts that lacked a line or what the week asks, made by now; and of each that is damaged why."""
        with database.reading() as connection:
            rows = connection.execute(missing).all()
            self._read(connection, [row for row in rows if row.kept], keep_others=True)
        lines = [(row.id, line) for row in rows if row.kept and (line := self._line(row))]
        if lines:

            def write(connection: Connection) -> None:
                for row_id, line in lines:
                    agenda.write(connection, row_id, line)

            _where_it_may(database, write)
        return rows, self._make(database, documents, rows)

    def _make(self, database: Database, documents: Documents[Account], rows: Iterable[Any]) -> dict[str, str]:
        """Make the lines of these rows that are not known from their documents, and of each that is damaged why."""
        damaged: dict[str, str] = {}
        for row in rows:
            if self._line(row) is not None:
                continue
            try:
                with database.reading() as connection:
                    account = documents.at(connection, row.id, row.revision)
            except DamagedAccount as error:
                damaged[row.slug] = str(error)
                continue
            made = line_of(account)
            self._keep(row.id, row.revision, made)
            _where_it_may(database, partial(_store, row.id, account, row.revision, made))
        return damaged

    def _read(self, connection: Connection, rows: Any, *, keep_others: bool = False) -> None:
        """Take in the lines that are newer than what is kept: the few that changed, or all at once."""
        gone = set() if keep_others else set(self._known) - {row.id for row in rows}
        wanted = [row.id for row in rows if row.kept and self._line(row) is None]
        if wanted:
            few = TEXTS.where(LINES.c.account_id.in_(wanted)) if len(wanted) < MANY else TEXTS
            self._take_in(connection, few)
        with self._lock:
            for row_id in gone:
                self._known.pop(row_id, None)

    def _take_in(self, connection: Connection, texts: Select) -> None:
        for row in connection.execute(texts.where(LINES.c.form == FORM)):
            self._keep(row.account_id, row.revision, AccountLine.model_validate_json(row.line))

    def _line(self, row: Any) -> AccountLine | None:
        revision, line = self._known.get(row.id, (0, None))
        return line if revision == row.revision else None

    def _keep(self, row_id: int, revision: int, line: AccountLine) -> None:
        with self._lock:
            self._known[row_id] = (revision, line)


def _where_it_may(database: Database, work: Callable[[Connection], object]) -> None:
    """Write what only spares work: who may only read goes without it."""
    try:
        with database.writing() as connection:
            work(connection)
    except (StoreUnavailable, IntegrityError) as error:  # another process was first
        log.info("the lines of accounts cannot be kept: %s", error)


def _store(
    row_id: int,
    account: Account,
    revision: int,
    line: AccountLine,
    connection: Connection,
    *,
    same_week: bool = False,
) -> None:
    """Write a line in the place of the one before; one that is newer by now stays. `same_week`: what the week asks is as before."""
    values = {
        "revision": revision,
        "form": FORM,
        "parent": account.profile.parent,
        "line": line.model_dump_json(exclude_defaults=True),
    }
    here = LINES.c.account_id == row_id
    older = update(LINES).where(here, LINES.c.revision <= revision).values(**values)
    if not connection.execute(older).rowcount:
        if connection.execute(select(LINES.c.form).where(here)).all():
            return
        connection.execute(insert(LINES).values(account_id=row_id, **values))
    listing.write(connection, row_id, account, line)
    if not same_week:
        agenda.write(connection, row_id, line)


MADE_FOR_ONE = 50
"""Missing lines that one who asks for a week waits for; the server makes the others beside."""
MANY = 500
"""From so many lines on, all are read: a statement takes only so many parameters."""
TEXTS = select(LINES.c.account_id, LINES.c.revision, LINES.c.line)
LISTED_ACCOUNTS = (
    select(ACCOUNTS.c.id, ACCOUNTS.c.slug, ACCOUNTS.c.revision, LINES.c.form.label("kept"))
    .select_from(
        ACCOUNTS.outerjoin(
            LINES,
            (LINES.c.account_id == ACCOUNTS.c.id)
            & (LINES.c.revision == ACCOUNTS.c.revision)
            & (LINES.c.form == FORM),
        )
    )
    .where(*listing.OURS)
    .order_by(*listing.NEWEST_FIRST)
)


WITH_AGENDA = LISTED_ACCOUNTS.outerjoin(AGENDA, agenda.JOINED)


def _demand_no_circle(connection: Connection, account: Account) -> None:
    """Refuse a parent that belongs, over any number of steps, to the account itself."""
    above: str | None = account.profile.parent
    seen = [account.slug]
    while above and above not in seen:
        seen.append(above)
        above = connection.execute(
            select(LINES.c.parent)
            .select_from(LINES.join(ACCOUNTS, ACCOUNTS.c.id == LINES.c.account_id))
            .where(ACCOUNTS.c.slug == above)
        ).scalar()
    if above == account.slug:
        raise InvalidEdit(
            _("An account cannot belong to itself: {chain}. Choose another parent company.").format(
                chain=" → ".join([*seen, account.slug])
            )
        )
