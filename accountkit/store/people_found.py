"""A page of people: by name, or those that a search finds, each with the first of their roles."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Select, func, or_, select

from accountkit.store.person import NAMED, Person, person_of
from accountkit.store.rights import Role
from accountkit.store.schema import ACCOUNTS, PEOPLE, PRACTICE, ROLES

A_PAGE = 25
ROLES_SHOWN = 10
"""Roles of one person that a page of people names, by the names of the accounts."""


@dataclass(frozen=True)
class Held:
    """A person on a page of people: the first roles by the names of their accounts, and how many more there are."""

    person: Person
    roles: tuple[tuple[str, Role], ...] = ()
    more: int = 0


@dataclass(frozen=True)
class Found:
    """A page of people: its number, of how many pages, how many were found."""

    people: tuple[Held, ...]
    page: int = 1
    pages: int = 1
    found: int = 0


def found(connection: Connection, search: str, page: int, among: Select | None) -> Found:
    """A page of all people, or of those whose name or address holds a text, with their roles on the accounts whose ids
    `among` finds (all if None), and on our own side."""
    here = [NAMED]
    search = search.replace("\0", " ")
    if word := search.strip().casefold():
        texts = (PEOPLE.c.name, func.lower(PEOPLE.c.name), PEOPLE.c.email)
        words = (search.strip(), word, word)
        here.append(
            or_(*(one.contains(text, autoescape=True) for one, text in zip(texts, words, strict=True)))
        )
    many = connection.execute(select(func.count()).select_from(PEOPLE).where(*here)).scalar_one()
    pages = max(1, -(-many // A_PAGE))
    page = min(max(1, page), pages)
    wanted = select(PEOPLE).where(*here).order_by(PEOPLE.c.name).limit(A_PAGE)
    shown = connection.execute(wanted.offset((page - 1) * A_PAGE)).all()
    held = _first_roles(connection, [row.id for row in shown], among)
    people = (Held(person_of(row, {}), *held.get(row.id, ((), 0))) for row in shown)
    return Found(tuple(people), page, pages, many)


def _first_roles(
    connection: Connection, ids: list[str], among: Select | None
) -> dict[str, tuple[tuple[tuple[str, Role], ...], int]]:
    """The first roles of each person, and how many more there are; our own side is named by its slug."""
    here = [ROLES.c.person_id.in_(ids)]
    if among is not None:
        here.append(ROLES.c.account_id.in_(among))
    order = func.row_number().over(partition_by=ROLES.c.person_id, order_by=(ACCOUNTS.c.name, ACCOUNTS.c.id))
    count = func.count().over(partition_by=ROLES.c.person_id)
    columns = (ROLES.c.person_id, ROLES.c.role, ACCOUNTS.c.slug, ACCOUNTS.c.name)
    each = (
        select(*columns, order.label("place"), count.label("n"))
        .select_from(ROLES.join(ACCOUNTS))
        .where(*here)
    )
    rows_of = each.subquery()
    first = (
        select(rows_of).where(rows_of.c.place <= ROLES_SHOWN).order_by(rows_of.c.person_id, rows_of.c.place)
    )
    found: dict[str, tuple[tuple[tuple[str, Role], ...], int]] = {}
    for row in connection.execute(first):
        named = row.slug if row.slug == PRACTICE else row.name
        roles, _more = found.get(row.person_id, ((), 0))
        found[row.person_id] = ((*roles, (named, row.role)), max(0, row.n - ROLES_SHOWN))
    return found
