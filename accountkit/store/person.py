"""A person, and the name that nobody else has."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select

from accountkit.errors import InvalidEdit
from accountkit.i18n import _
from accountkit.store.rights import Role
from accountkit.store.schema import PEOPLE

LONGEST_NAME = 80
LONGEST_EMAIL = 320
NAMED = PEOPLE.c.name != ""


@dataclass(frozen=True)
class Person:
    """Somebody who may sign in; `roles` by slug. The name is empty until the first administrator has said it."""

    id: str
    name: str
    email: str
    administrator: bool
    revoked: bool
    roles: dict[str, Role] = field(default_factory=dict)


def person_of(row: Row[Any], roles: dict[str, Role]) -> Person:
    """The person of a row."""
    return Person(row.id, row.name, row.email, row.administrator, bool(row.revoked_at), roles)


def _is_taken(connection: Connection, name: str) -> bool:
    same = or_(PEOPLE.c.name == name, func.lower(PEOPLE.c.name) == name.lower())
    return connection.execute(select(PEOPLE.c.id).where(same)).first() is not None


def _plain(name: str) -> str:
    return " ".join("".join(one for one in name if one.isprintable() or one.isspace()).split())[:LONGEST_NAME]


def demand_name(connection: Connection, name: str) -> str:
    """The name without what cannot be seen. Raises `InvalidEdit` if it is empty or somebody has it, now or in the log."""
    plain = _plain(name)
    if not plain:
        raise InvalidEdit(_("The name is empty. Enter the person's name, as the history shows it."))
    if _is_taken(connection, plain):
        raise InvalidEdit(
            _(
                "“{name}” is taken. Add a first name or a department, so that the history can tell them apart."
            ).format(name=plain)
        )
    return plain


def demand_email(connection: Connection, email: str, person_id: str = "") -> str:
    """The address as it is compared; blank stays blank. Raises `InvalidEdit` if it is none, or another person's."""
    plain = email.strip().casefold()[:LONGEST_EMAIL]
    if plain and not re.fullmatch(r"[^\s@]+@[^\s@]+", plain):
        raise InvalidEdit(
            _("“{email}” is not an e-mail address. Enter one like ann@example.com.").format(email=plain[:80])
        )
    others = select(PEOPLE.c.name).where(PEOPLE.c.email == plain, PEOPLE.c.id != person_id)
    if plain and (other := connection.execute(others).scalar()) is not None:
        raise InvalidEdit(
            _(
                "The e-mail address {email} is that of {name}. Invite them by that name, or enter another."
            ).format(email=plain[:80], name=other)
        )
    return plain


def free_name(connection: Connection, name: str) -> str:
    """The name, or the name with a number if somebody has it."""
    plain = _plain(name) or "?"
    numbered = (f"{plain} {count}" for count in range(2, 10_000))
    return (
        plain
        if not _is_taken(connection, plain)
        else next(n for n in numbered if not _is_taken(connection, n))
    )
