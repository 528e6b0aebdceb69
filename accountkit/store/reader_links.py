"""Links for readers: one account, one view, one edition, for a while; and of the week, as a calendar over accounts.

A link that is unknown, expired or revoked gives the same answer, so that nothing can be learnt by trying.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Row, Select, insert, select, update

from accountkit.errors import Forbidden
from accountkit.i18n import _
from accountkit.store import link_secrets
from accountkit.store.link_secrets import hashed
from accountkit.store.log import moment, now
from accountkit.store.schema import ACCOUNTS, READER_LINKS

Edition = Literal["internal", "customer"]
EDITIONS: tuple[Edition, ...] = ("internal", "customer")
CALENDAR = "calendar:"
LONGEST_VIEW = 80
USE_NOTED_EVERY = dt.timedelta(minutes=1)


@dataclass(frozen=True)
class ReaderLink:
    """What a link lets its holder see; `id` names it to its owner and is not the secret."""

    id: str
    slug: str
    view: str
    edition: Edition
    created_by: str
    created_at: dt.datetime
    expires_at: dt.datetime
    revoked_at: dt.datetime | None
    last_used_at: dt.datetime | None

    @property
    def is_calendar(self) -> bool:
        """Whether it opens the calendar of the week, and no page."""
        return self.view.startswith(CALENDAR)

    def is_valid(self, at: dt.datetime) -> bool:
        return self.revoked_at is None and at < self.expires_at


def calendar_of(who: str) -> str:
    """The view of a calendar: whose accounts it is of."""
    return f"{CALENDAR}{who}"[:LONGEST_VIEW]


def create(
    connection: Connection, account_id: int, *, view: str, edition: str, by: str, expires: dt.datetime
) -> tuple[str, str]:
    """Make a link; returns its secret, which cannot be read again, and its id."""
    secret = link_secrets.new()
    connection.execute(
        insert(READER_LINKS).values(
            secret_hash=hashed(secret),
            account_id=account_id,
            view=view,
            edition=edition,
            created_by=by,
            created_at=moment(now()),
            expires_at=moment(expires),
        )
    )
    return secret, link_secrets.id_of(hashed(secret))


def valid(connection: Connection, secret: str) -> ReaderLink:
    """The link of a secret, its use noted. Raises `Forbidden` where there is none that still holds."""
    row = connection.execute(_links().where(READER_LINKS.c.secret_hash == hashed(secret))).first()
    link = _link(row) if row else None
    if link is None or not link.is_valid(now()):
        raise Forbidden(_("This link has expired. Ask the sender for a new one."))
    return link


def needs_noting(link: ReaderLink) -> bool:
    """Whether the last noted use is so long ago that this one is worth a write."""
    return link.last_used_at is None or now() - link.last_used_at > USE_NOTED_EVERY


def note_use(connection: Connection, secret: str) -> None:
    this = READER_LINKS.c.secret_hash == hashed(secret)
    connection.execute(update(READER_LINKS).where(this).values(last_used_at=moment(now())))


def revoke(connection: Connection, link_id: str) -> bool:
    """Revoke a link by its id for good; whether there was one."""
    one = link_secrets.has_id(READER_LINKS.c.secret_hash, link_id)
    return connection.execute(update(READER_LINKS).where(one).values(revoked_at=moment(now()))).rowcount == 1


def of_account(connection: Connection, slug: str) -> list[ReaderLink]:
    """All links of an account, newest first."""
    rows = connection.execute(
        _links().where(ACCOUNTS.c.slug == slug).order_by(READER_LINKS.c.created_at.desc())
    )
    return [_link(row) for row in rows]


def _links() -> Select[Any]:
    return select(READER_LINKS, ACCOUNTS.c.slug).select_from(READER_LINKS.join(ACCOUNTS))


def _link(row: Row) -> ReaderLink:
    created, expires = dt.datetime.fromisoformat(row.created_at), dt.datetime.fromisoformat(row.expires_at)
    return ReaderLink(
        id=link_secrets.id_of(row.secret_hash),
        slug=row.slug,
        view=row.view,
        edition=row.edition,
        created_by=row.created_by,
        created_at=created,
        expires_at=expires,
        revoked_at=_moment(row.revoked_at),
        last_used_at=_moment(row.last_used_at),
    )


def _moment(text: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(text) if text else None
