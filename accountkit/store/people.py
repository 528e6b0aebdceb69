"""People, their roles and their invitations.

Who signs in is a person with a name that nobody else has, which stands in the log. The first administrator of a server has
none until they have said it.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, insert, or_, select, update

from accountkit.errors import Forbidden, InvalidEdit
from accountkit.i18n import _
from accountkit.store import link_secrets, people_found, rows, sign_ins
from accountkit.store.database import Database
from accountkit.store.link_secrets import hashed
from accountkit.store.log import moment, now
from accountkit.store.people_found import Found
from accountkit.store.person import (
    LONGEST_EMAIL,
    NAMED,
    Person,
    demand_email,
    demand_name,
    free_name,
    person_of,
)
from accountkit.store.rights import Role, demand_role
from accountkit.store.schema import ACCOUNTS, INVITATIONS, PEOPLE, ROLES, SIGN_INS

INVITED_FOR = dt.timedelta(days=7)


class People:
    """The people of a database. Whoever calls asks first whether that is allowed (`store.rights`, `server.people_page`)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # Who there is

    def all(self) -> list[Person]:
        """Everybody, by name; those who were revoked too."""
        with self._database.reading() as connection:
            return _with_roles(connection, select(PEOPLE).where(NAMED).order_by(PEOPLE.c.name))

    def page(self, search: str, page: int, among: Callable[[Connection], Select | None]) -> Found:
        """`people_found.found`, with `among` asked in the same reading."""
        with self._database.reading() as connection:
            return people_found.found(connection, search, page, among(connection))

    def find(self, word: str) -> Person:
        """The person of an id, a name or an e-mail address. Raises `InvalidEdit` if there is none, or more than one."""
        found = self.matching(word)
        if len(found) != 1:
            raise InvalidEdit(
                _("No one is named “{name}”. `accountkit people` lists everyone.").format(
                    name=word.strip()[:80]
                )
            )
        return found[0]

    def matching(self, word: str) -> list[Person]:
        """Everybody of an id, a name or an e-mail address."""
        wanted = word.replace("\0", " ").strip()
        same = [PEOPLE.c.id == wanted, PEOPLE.c.name == wanted, PEOPLE.c.email == wanted.casefold()]
        if not wanted:
            return []
        with self._database.reading() as connection:
            return _with_roles(connection, select(PEOPLE).where(NAMED, or_(*same)).order_by(PEOPLE.c.name))

    def named(self, name: str) -> str:
        """The id of the person of exactly this name; empty if there is none."""
        with self._database.reading() as connection:
            return connection.execute(select(PEOPLE.c.id).where(PEOPLE.c.name == name)).scalar() or ""

    def is_empty(self) -> bool:
        """True if there is no administrator who could invite others."""
        with self._database.reading() as connection:
            known = (PEOPLE.c.administrator.is_(True), PEOPLE.c.revoked_at.is_(None), NAMED)
            query = select(PEOPLE.c.id).where(*known)
            return connection.execute(query.limit(1)).first() is None

    # Who is let in

    def add(self, name: str, email: str = "", *, administrator: bool = False) -> Person:
        """A new person, without a role. Raises `InvalidEdit` if the name is empty or somebody has it, now or in the log, and
        for an e-mail that is none or another's."""
        with self._database.writing() as connection:
            plain, known = demand_name(connection, name), demand_email(connection, email)
            return self._added(connection, plain, known, administrator=administrator)

    def keep_email(self, person: Person, email: str) -> None:
        """The address by which the organisation's sign-in knows the person. Raises `InvalidEdit` as `add` does."""
        with self._database.writing() as connection:
            known = demand_email(connection, email, person.id)
            connection.execute(update(PEOPLE).where(PEOPLE.c.id == person.id).values(email=known))

    def first(self) -> Person:
        """The first administrator, whose name is asked when the personal link is used; the same each time until then."""
        with self._database.writing() as connection:
            row = connection.execute(select(PEOPLE).where(~NAMED)).first()
            return person_of(row, {}) if row else self._added(connection, "", "", administrator=True)

    def invite(self, person: Person, by: str, valid: dt.timedelta = INVITED_FOR) -> str:
        """The secret of a personal link, which signs this person in once. Who had been revoked may sign in again."""
        secret = link_secrets.new()
        with self._database.writing() as connection:
            connection.execute(update(PEOPLE).where(PEOPLE.c.id == person.id).values(revoked_at=None))
            connection.execute(
                insert(INVITATIONS).values(
                    secret_hash=hashed(secret),
                    person_id=person.id,
                    created_by=by[:200],
                    created_at=moment(now()),
                    expires_at=moment(now() + valid),
                )
            )
        return secret

    def invited(self, secret: str) -> Person:
        """Whom a personal link invites. Raises `Forbidden` if it is unknown, used or expired: the same answer to all."""
        with self._database.reading() as connection:
            return self._invited(connection, secret)

    def accept(self, secret: str, agent: str, name: str = "") -> tuple[Person, str]:
        """Use a personal link up: the person, and the secret of a new sign-in. `name` is of the first administrator. Raises
        `Forbidden`, and `InvalidEdit` for a name that cannot be; then the link was not used."""
        with self._database.writing() as connection:
            person = self._invited(connection, secret)
            used = update(INVITATIONS).where(
                INVITATIONS.c.secret_hash == hashed(secret), INVITATIONS.c.used_at.is_(None)
            )
            if connection.execute(used.values(used_at=moment(now()))).rowcount != 1:
                raise _no_invitation()  # two at the same moment: one of them was first
            if not person.name:
                person = self._name_first(connection, person, name)
            return person, sign_ins.begun(connection, person.id, agent)

    def verified(self, subject: str, name: str, email: str = "") -> Person:
        """Whom the organisation's sign-in has verified: known by `subject`, else by an `email` that it vouches for, else new
        and without a role. Raises `Forbidden` if revoked."""
        with self._database.reading() as connection:
            row = _by_subject(connection, subject)
        if row is None:
            with self._database.writing() as connection:
                row = _by_subject(connection, subject) or self._met(connection, subject, name, email)
        if row.revoked_at:
            raise Forbidden(_("Your access was revoked. Ask an administrator."))
        return person_of(row, {})

    # Roles

    def give(self, person: Person, slug: str, role: str) -> None:
        """Give a role on an account, or on our own side (`PRACTICE`); an empty one takes it. Raises `InvalidEdit`,
        `AccountNotFound`."""
        if role:
            demand_role(role)
        with self._database.writing() as connection:
            row = connection.execute(select(ACCOUNTS.c.id).where(ACCOUNTS.c.slug == slug)).first()
            if row is None:
                raise rows.unknown(slug)
            give(connection, person.id, row.id, role)

    def make_administrator(self, person: Person, yes: bool = True) -> None:
        with self._database.writing() as connection:
            connection.execute(update(PEOPLE).where(PEOPLE.c.id == person.id).values(administrator=yes))

    def revoke(self, person: Person) -> None:
        """Let somebody in no more: sign-ins, invitations and roles end at once. The name stays in the log."""
        at = moment(now())
        with self._database.writing() as connection:
            this = PEOPLE.c.id == person.id
            connection.execute(update(PEOPLE).where(this).values(revoked_at=at, administrator=False))
            for table in (ROLES, INVITATIONS):
                connection.execute(delete(table).where(table.c.person_id == person.id))
            lasting = (SIGN_INS.c.person_id == person.id, SIGN_INS.c.ended_at.is_(None))
            connection.execute(update(SIGN_INS).where(*lasting).values(ended_at=at))

    def _added(
        self,
        connection: Connection,
        name: str,
        email: str,
        subject: str | None = None,
        *,
        administrator: bool = False,
    ) -> Person:
        person = Person(
            secrets.token_hex(8),
            name,
            email.strip().casefold()[:LONGEST_EMAIL],
            administrator,
            revoked=False,
        )
        connection.execute(
            insert(PEOPLE).values(
                id=person.id,
                name=name,
                email=person.email,
                subject=subject,
                administrator=administrator,
                created_at=moment(now()),
            )
        )
        return person

    def _name_first(self, connection: Connection, person: Person, name: str) -> Person:
        """Name the first administrator; links of earlier starts would sign in as the same person, and end."""
        plain = demand_name(connection, name)
        connection.execute(update(PEOPLE).where(PEOPLE.c.id == person.id).values(name=plain))
        others = (INVITATIONS.c.person_id == person.id, INVITATIONS.c.used_at.is_(None))
        connection.execute(delete(INVITATIONS).where(*others))
        return replace(person, name=plain)

    def _met(self, connection: Connection, subject: str, name: str, email: str) -> Row[Any]:
        known = email.strip().casefold()
        if known:
            expected = (PEOPLE.c.email == known, PEOPLE.c.subject.is_(None))
            people = connection.execute(select(PEOPLE.c.id).where(*expected)).scalars().all()
            if len(people) == 1:
                this = PEOPLE.c.id == people[0]
                connection.execute(update(PEOPLE).where(this).values(subject=subject))
        if _by_subject(connection, subject) is None:
            self._added(connection, free_name(connection, name or known or subject), known, subject)
        row = _by_subject(connection, subject)
        assert row is not None
        return row

    def _invited(self, connection: Connection, secret: str) -> Person:
        row = connection.execute(
            select(PEOPLE)
            .select_from(INVITATIONS.join(PEOPLE))
            .where(
                INVITATIONS.c.secret_hash == hashed(secret),
                INVITATIONS.c.used_at.is_(None),
                INVITATIONS.c.expires_at > moment(now()),
                PEOPLE.c.revoked_at.is_(None),
            )
        ).first()
        if row is None:
            raise _no_invitation()
        return person_of(row, {})


def give(connection: Connection, person_id: str, account_id: int, role: str) -> None:
    """Give a role in the caller's transaction; an empty one takes it."""
    here = (ROLES.c.person_id == person_id, ROLES.c.account_id == account_id)
    connection.execute(delete(ROLES).where(*here))
    if role:
        connection.execute(insert(ROLES).values(person_id=person_id, account_id=account_id, role=role))


def name_of(connection: Connection, person_id: str) -> str:
    """The name of a person, as it stands in the log; empty if there is none."""
    return connection.execute(select(PEOPLE.c.name).where(PEOPLE.c.id == person_id)).scalar() or ""


def _with_roles(connection: Connection, wanted: Select) -> list[Person]:
    """The people of a query with all their roles."""
    found = connection.execute(wanted).all()
    held = select(ROLES.c.person_id, ROLES.c.role, ACCOUNTS.c.slug).select_from(ROLES.join(ACCOUNTS))
    ids = wanted.with_only_columns(PEOPLE.c.id).order_by(None)
    roles: dict[str, dict[str, Role]] = {}
    for row in connection.execute(held.where(ROLES.c.person_id.in_(ids))):
        roles.setdefault(row.person_id, {})[row.slug] = row.role
    return [person_of(row, roles.get(row.id, {})) for row in found]


def _by_subject(connection: Connection, subject: str) -> Row[Any] | None:
    return connection.execute(select(PEOPLE).where(PEOPLE.c.subject == subject[:500])).first()


def _no_invitation() -> Forbidden:
    return Forbidden(_("This invitation was used or has expired. Ask the sender for a new one."))
