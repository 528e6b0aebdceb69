"""Sign-ins: who is signed in, in which browser, until when. The secret is in a cookie (`store.link_secrets`)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select, update

from accountkit.i18n import _
from accountkit.store import link_secrets
from accountkit.store.database import Database
from accountkit.store.link_secrets import hashed
from accountkit.store.log import moment, now
from accountkit.store.schema import PEOPLE, SIGN_INS

IDLE = dt.timedelta(days=7)
"""After so long without any use a sign-in is over, unless the operator says otherwise."""
LONGEST = dt.timedelta(days=90)
SEEN_NOTED_EVERY = dt.timedelta(minutes=1)
BROWSERS = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "SamsungBrowser/": "Samsung Internet",
    "Firefox/": "Firefox",
    "FxiOS/": "Firefox",
    "CriOS/": "Chrome",
    "Chrome/": "Chrome",
    "Safari/": "Safari",
}
"""By what each says in its User-Agent; the first that fits, for most say that they are Chrome and Safari as well."""
SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "Mac OS X": "macOS",
    "CrOS": "ChromeOS",
    "Linux": "Linux",
}


@dataclass(frozen=True)
class SignIn:
    """One browser in which somebody is signed in; `id` names it and is not its secret."""

    id: str
    person_id: str
    person: str
    agent: str
    created_at: dt.datetime
    seen_at: dt.datetime

    @property
    def browser(self) -> str:
        """The browser and its system in words; what it says itself where one of them is not known."""
        browser = next((name for sign, name in BROWSERS.items() if sign in self.agent), "")
        system = next((name for sign, name in SYSTEMS.items() if sign in self.agent), "")
        if not (browser and system):
            return self.agent
        return _("{browser} on {system}").format(browser=browser, system=system)


class SignIns:
    """The sign-ins of a database; one that was not used for as long as `idle` is over."""

    def __init__(self, database: Database, idle: dt.timedelta = IDLE) -> None:
        self._database, self.idle = database, idle

    def begin(self, person_id: str, agent: str) -> str:
        """The secret of a new sign-in."""
        with self._database.writing() as connection:
            return begun(connection, person_id, agent)

    def person_of(self, secret: str) -> tuple[str, str] | None:
        """The id and the name of who is signed in with a secret; None if nobody is, or no longer. Its use is noted, once a minute."""
        this = SIGN_INS.c.secret_hash == hashed(secret)
        with self._database.reading() as connection:
            row = connection.execute(
                select(SIGN_INS.c.person_id, SIGN_INS.c.seen_at, PEOPLE.c.name)
                .select_from(SIGN_INS.join(PEOPLE))
                .where(this, self._lasting())
            ).first()
        if row is None:
            return None
        if now() - dt.datetime.fromisoformat(row.seen_at) > SEEN_NOTED_EVERY:
            with self._database.writing() as connection:
                connection.execute(update(SIGN_INS).where(this).values(seen_at=moment(now())))
        return row.person_id, row.name

    def sign_out(self, secret: str) -> None:
        """End the sign-in of a secret."""
        with self._database.writing() as connection:
            this = SIGN_INS.c.secret_hash == hashed(secret)
            connection.execute(update(SIGN_INS).where(this).values(ended_at=moment(now())))

    def end(self, sign_in: str, person_id: str | None = None) -> bool:
        """End a sign-in by its id, of this person alone if one is named; whether there was one."""
        one = [link_secrets.has_id(SIGN_INS.c.secret_hash, sign_in), SIGN_INS.c.ended_at.is_(None)]
        if person_id is not None:
            one.append(SIGN_INS.c.person_id == person_id)
        with self._database.writing() as connection:
            ended = update(SIGN_INS).where(*one).values(ended_at=moment(now()))
            return connection.execute(ended).rowcount == 1

    def whose(self, sign_in: str) -> str:
        """The id of whose sign-in it is; empty if there is none of that id that lasts."""
        one = link_secrets.has_id(SIGN_INS.c.secret_hash, sign_in)
        query = select(SIGN_INS.c.person_id).select_from(SIGN_INS.join(PEOPLE)).where(one, self._lasting())
        with self._database.reading() as connection:
            return connection.execute(query).scalar() or ""

    def all(self, *person_ids: str) -> list[SignIn]:
        """The sign-ins that last, of these people or of all, the one used last first."""
        query = select(SIGN_INS, PEOPLE.c.name).select_from(SIGN_INS.join(PEOPLE)).where(self._lasting())
        if person_ids:
            query = query.where(PEOPLE.c.id.in_(person_ids))
        with self._database.reading() as connection:
            found = connection.execute(query.order_by(SIGN_INS.c.seen_at.desc())).all()
        return [
            SignIn(
                link_secrets.id_of(row.secret_hash),
                row.person_id,
                row.name,
                row.agent,
                dt.datetime.fromisoformat(row.created_at),
                dt.datetime.fromisoformat(row.seen_at),
            )
            for row in found
        ]

    def _lasting(self) -> Any:
        at = now()
        return (
            SIGN_INS.c.ended_at.is_(None)
            & (SIGN_INS.c.seen_at > moment(at - self.idle))
            & (SIGN_INS.c.created_at > moment(at - LONGEST))
            & PEOPLE.c.revoked_at.is_(None)
        )


def begun(connection: Connection, person_id: str, agent: str) -> str:
    """The secret of a new sign-in, made in the caller's transaction."""
    secret, at = link_secrets.new(), moment(now())
    connection.execute(
        insert(SIGN_INS).values(
            secret_hash=hashed(secret),
            person_id=person_id,
            agent=agent.replace("\0", "")[:200],
            created_at=at,
            seen_at=at,
        )
    )
    return secret
