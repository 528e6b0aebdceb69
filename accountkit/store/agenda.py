"""What the week reads of all accounts: from when each has something to show, whose it is, and when it is reviewed. Written with the
line of a revision, and cut in the database, so that the week costs what it shows. Days are numbers, counted from the year 1.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    case,
    delete,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)

from accountkit.methods.week.shown import shown
from accountkit.model.account_line import AccountLine
from accountkit.store import listing
from accountkit.store.listing import NEWEST_FIRST, OURS, stored
from accountkit.store.rows import Stored
from accountkit.store.schema import ACCOUNTS, AGENDA

FORM = 1
"""Raised whenever `AGENDA` holds something else, or something is worked out in another way."""
NAMED = 100
"""Accounts that are named to choose among."""
PINNED = 3


@dataclass(frozen=True)
class Sought:
    """Whose week (`who` owns the accounts, empty: all; None: the person's own, where they own any) as of which day (None: each
    account's own), with the changes since when. `page` counts from 1, of so many accounts each; `lang` says how they are called."""

    person: str
    who: str | None
    on: dt.date | None
    since: dt.datetime
    page: int
    size: int
    lang: str


@dataclass(frozen=True)
class Agenda:
    """The accounts of a page, the worst first, and what is said of all of them: `owners` as stored, with what a reader calls them;
    `named` the first accounts by name, of `count`; `pinned` those judged as of another day; `recent` those changed since; `review`
    the next one to review, with its day; `unread` the names of accounts that cannot be read; `left` how many are not among them
    yet, as after an update of the program."""

    who: str
    owners: Mapping[str, str]
    accounts: tuple[Stored, ...]
    page: int
    pages: int
    found: int
    named: tuple[tuple[str, str], ...]
    count: int
    pinned: tuple[tuple[dt.date, str], ...]
    recent: tuple[str, ...]
    review: tuple[str, str, dt.date] | None
    unread: tuple[str, ...] = ()
    left: int = 0


def values(line: AccountLine) -> dict[str, Any]:
    """The row of an account."""
    days = shown(line)
    names = {
        lang: (line.named(lang).replace("\0", "")[:500], line.said(line.owner, lang).replace("\0", "")[:500])
        for lang in ("en", "zh_CN")
    }
    return {
        "form": FORM,
        "name": names["en"][0],
        "name_zh": names["zh_CN"][0],
        "owner": line.owner.replace("\0", ""),
        "owner_en": names["en"][1],
        "owner_zh": names["zh_CN"][1],
        "day": _number(line.review_date),
        "begins": _number(days.begins),
        "met": _number(days.met),
        "due": _number(days.due),
        "stale": _number(days.stale),
        "review": _number(line.next_review),
        "dated": bool(line.planned_from or line.next_review or any(one.due for one in line.dues)),
    }


ASKED = (
    "name",
    "name_zh",
    "owner",
    "review_date",
    "dues",
    "stale_from",
    "contacts",
    "planned_from",
    "oldest_contact",
    "next_review",
    "wording",
)
"""What of a line the row is made of."""


def is_same(before: AccountLine, line: AccountLine) -> bool:
    """True if the row of an account is the same as before: most edits touch nothing that a week asks."""
    return all(getattr(before, name) == getattr(line, name) for name in ASKED)


def write(connection: Connection, row_id: int, line: AccountLine) -> None:
    """Keep the row of an account, in the transaction of its line."""
    here, row = AGENDA.c.account_id == row_id, values(line)
    if not connection.execute(update(AGENDA).where(here).values(**row)).rowcount:
        connection.execute(insert(AGENDA).values(account_id=row_id, **row))


def forget(connection: Connection, row_id: int) -> None:
    connection.execute(delete(AGENDA).where(AGENDA.c.account_id == row_id))


def read(connection: Connection, among: Select | None, sought: Sought, today: dt.date) -> Agenda:
    """The page of a week, of the accounts with the ids `among` alone."""
    seen = () if among is None else (AGENDA.c.account_id.in_(among),)
    owners = _owners(connection, seen, sought.lang)
    who = (sought.person if sought.person in owners else "") if sought.who is None else sought.who
    mine = (*seen, AGENDA.c.owner == who) if who else seen
    name = AGENDA.c.name_zh if sought.lang == "zh_CN" else AGENDA.c.name
    day: ColumnElement[int] = func.coalesce(AGENDA.c.day, today.toordinal())
    if sought.on is not None:
        day = literal(sought.on.toordinal())
    shows = or_(AGENDA.c.begins <= day, AGENDA.c.met > day)
    one_if_shown = func.sum(case((shows, 1), else_=0))
    count, some = connection.execute(
        select(func.count(), one_if_shown).select_from(AGENDA).where(*mine)
    ).one()
    found = some or 0
    pages = max(1, -(-found // sought.size))
    page = min(max(1, sought.page), pages)
    worst = (_since(AGENDA.c.due, day), _since(AGENDA.c.stale, day), AGENDA.c.account_id.desc())
    # the ids alone first: what is read of all accounts is short
    ids = select(AGENDA.c.account_id).where(shows, *mine).order_by(*worst).limit(sought.size)
    chosen = list(connection.execute(ids.offset((page - 1) * sought.size)).scalars())
    rows = {row.id: row for row in connection.execute(select(ACCOUNTS).where(ACCOUNTS.c.id.in_(chosen)))}
    named = select(AGENDA.c.account_id, name.label("called")).where(*mine).order_by(name, AGENDA.c.account_id)
    first = named.limit(NAMED).subquery()
    by_name = select(ACCOUNTS.c.slug, first.c.called).join(first, first.c.account_id == ACCOUNTS.c.id)
    pinned = select(AGENDA.c.day, name.label("called")).where(
        AGENDA.c.day.is_not(None), AGENDA.c.day != today.toordinal(), *mine
    )
    changed = ACCOUNTS.c.updated_at >= sought.since.astimezone(dt.UTC).isoformat(timespec="microseconds")
    recent = _of(ACCOUNTS.c.slug).where(changed, *mine).order_by(*NEWEST_FIRST).limit(sought.size)
    planned = select(AGENDA.c.account_id, name.label("called"), AGENDA.c.review).where(
        AGENDA.c.review.is_not(None), *mine
    )
    next_one = planned.order_by(AGENDA.c.review, AGENDA.c.account_id).limit(1).subquery()
    with_slug = select(ACCOUNTS.c.slug, next_one).join(next_one, next_one.c.account_id == ACCOUNTS.c.id)
    review = connection.execute(with_slug).first()
    return Agenda(
        who,
        owners,
        tuple(stored(rows[one]) for one in chosen),
        page,
        pages,
        found,
        tuple((row.slug, row.called) for row in connection.execute(by_name.order_by(first.c.called))),
        count,
        tuple(
            (dt.date.fromordinal(row.day), row.called)
            for row in connection.execute(pinned.order_by(AGENDA.c.day, name).limit(PINNED))
        ),
        tuple(connection.execute(recent).scalars()),
        (review.slug, review.called, dt.date.fromordinal(review.review)) if review else None,
    )


def dated(connection: Connection, among: Select | None) -> list[tuple[str, Stored]]:
    """The accounts that have anything for a calendar, each with its owner."""
    seen = () if among is None else (AGENDA.c.account_id.in_(among),)
    rows = _of(*ACCOUNTS.c, AGENDA.c.owner).where(AGENDA.c.dated.is_(True), *seen).order_by(*NEWEST_FIRST)
    return [(row.owner, stored(row)) for row in connection.execute(rows)]


def lacking(connection: Connection, among: Select | None, most: int) -> list[int]:
    """The ids of the first accounts that have no row of today."""
    kept = connection.execute(select(func.count()).where(AGENDA.c.form == FORM)).scalar_one()
    if kept == listing.size(connection, None):  # counting is quicker than looking for each
        return []
    return list(connection.execute(_without(ACCOUNTS.c.id, among=among).limit(most)).scalars())


def left(connection: Connection, among: Select | None) -> int:
    """How many accounts have no row of today."""
    return connection.execute(_without(func.count(), among=among)).scalar_one()


def _without(*columns: Any, among: Select | None) -> Select:
    seen = () if among is None else (ACCOUNTS.c.id.in_(among),)
    pairs = select(*columns).select_from(ACCOUNTS.outerjoin(AGENDA, JOINED))
    return pairs.where(AGENDA.c.form.is_(None), *OURS, *seen)


JOINED = and_(AGENDA.c.account_id == ACCOUNTS.c.id, AGENDA.c.form == FORM)


def _of(*columns: Any) -> Select:
    return (
        select(*columns).select_from(AGENDA.join(ACCOUNTS, AGENDA.c.account_id == ACCOUNTS.c.id)).where(*OURS)
    )


def _owners(connection: Connection, seen: tuple[ColumnElement[bool], ...], lang: str) -> dict[str, str]:
    called = AGENDA.c.owner_zh if lang == "zh_CN" else AGENDA.c.owner_en
    query = select(AGENDA.c.owner, func.min(called).label("called")).where(AGENDA.c.owner != "")
    rows: list[Row[Any]] = list(
        connection.execute(query.where(*seen).group_by(AGENDA.c.owner).order_by(AGENDA.c.owner))
    )
    return {row.owner: row.called for row in rows}


def _since(column: Any, day: Any) -> ColumnElement[int]:
    """How long ago a day is, the longest first; what is not past yet is alike."""
    return case((column < day, column - day), else_=0)


def _number(day: dt.date | None) -> int | None:
    return None if day is None else day.toordinal()
