"""Roles and what each may do: the one rule that every page, kernel, list and brief asks.

    reader      read                            as a reader's link shows it: nothing private
    commenter   read, comment
    editor      read, comment, edit             everything of the account, its links for readers too
    owner       read, comment, edit, manage     who has which role
    administrator                               all of this on every account, and people

A role is one person's on one account, or on our own side. The answer is read from the database with each use, so that it
is true from the moment when it was changed.
"""

from __future__ import annotations

from typing import Literal, get_args

from sqlalchemy import Connection, Select, select

from accountkit.errors import Forbidden, InvalidEdit
from accountkit.i18n import N_, _
from accountkit.store.schema import ACCOUNTS, PEOPLE, PRACTICE_ID, ROLES

Deed = Literal["read", "comment", "edit", "manage"]
Role = Literal["owner", "editor", "commenter", "reader"]
ROLE_NAMES: dict[Role, str] = {
    "owner": N_("owner"),
    "editor": N_("editor"),
    "commenter": N_("commenter"),
    "reader": N_("reader"),
}
ADMINISTRATOR = "administrator"
MAY: dict[str, frozenset[Deed]] = {
    "": frozenset(),
    "reader": frozenset({"read"}),
    "commenter": frozenset({"read", "comment"}),
    "editor": frozenset({"read", "comment", "edit"}),
    "owner": frozenset({"read", "comment", "edit", "manage"}),
    ADMINISTRATOR: frozenset(get_args(Deed)),
}


def may(role: str, deed: Deed) -> bool:
    """True if a role allows a deed. A role that is not known allows nothing."""
    return deed in MAY.get(role, frozenset())


def roles_for(deed: Deed) -> list[Role]:
    """The roles that allow a deed."""
    return [role for role in ROLE_NAMES if may(role, deed)]


def role_of(connection: Connection, person_id: str, account_id: int) -> str:
    """The role of a person on an account: `ADMINISTRATOR` on all of them, empty if there is none or the person is revoked."""
    here = (ROLES.c.person_id == PEOPLE.c.id) & (ROLES.c.account_id == account_id)
    row = connection.execute(
        select(PEOPLE.c.administrator, PEOPLE.c.revoked_at, ROLES.c.role)
        .select_from(PEOPLE.outerjoin(ROLES, here))
        .where(PEOPLE.c.id == person_id)
    ).first()
    if row is None or row.revoked_at:
        return ""
    return ADMINISTRATOR if row.administrator else row.role or ""


def is_administrator(connection: Connection, person_id: str) -> bool:
    """True if a person is an administrator, and not revoked."""
    active = (PEOPLE.c.id == person_id, PEOPLE.c.revoked_at.is_(None))
    return bool(connection.execute(select(PEOPLE.c.administrator).where(*active)).scalar())


def accounts_of(connection: Connection, person_id: str, deed: Deed) -> frozenset[str] | None:
    """The slugs of the accounts on which a person may do something; None if on all of them."""
    ids = ids_of(connection, person_id, deed)
    if ids is None:
        return None
    return frozenset(connection.execute(select(ACCOUNTS.c.slug).where(ACCOUNTS.c.id.in_(ids))).scalars())


def ids_of(connection: Connection, person_id: str, deed: Deed) -> Select | None:
    """What finds the ids of the accounts on which a person may do something, none of who is revoked; None if on all of them."""
    if is_administrator(connection, person_id):
        return None
    return (
        select(ROLES.c.account_id)
        .select_from(ROLES.join(PEOPLE))
        .where(
            ROLES.c.person_id == person_id,
            ROLES.c.role.in_(roles_for(deed)),
            ROLES.c.account_id != PRACTICE_ID,
            PEOPLE.c.revoked_at.is_(None),
        )
    )


def works_here(connection: Connection, person_id: str) -> bool:
    """True if a person is more than a reader: an administrator, or an editor or owner of anything. They begin new accounts, send
    files, and see the week and our own side."""
    edits = select(ROLES.c.role).where(ROLES.c.person_id == PEOPLE.c.id, ROLES.c.role.in_(roles_for("edit")))
    works = PEOPLE.c.administrator.is_(True) | edits.exists()
    this = select(PEOPLE.c.id).where(PEOPLE.c.id == person_id, PEOPLE.c.revoked_at.is_(None), works)
    return connection.execute(this).first() is not None


def demand_role(role: str) -> None:
    """Raise `InvalidEdit` for a word that is no role."""
    if role not in ROLE_NAMES:
        raise InvalidEdit(
            _("“{role}” is not a role. Choose owner, editor, commenter or reader.").format(role=role[:40])
        )


def refused(role: str) -> Forbidden:
    """Why somebody who may not do something here may not."""
    if role not in ROLE_NAMES:
        return Forbidden(_("You have no role here. Ask an owner or an administrator for one."))
    return Forbidden(
        _(
            "Your role here is {role}, so nothing was changed. Ask an owner of the account for another role."
        ).format(role=_(ROLE_NAMES[role]))
    )
