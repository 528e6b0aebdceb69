"""What a person who is signed in finds of the store."""

from __future__ import annotations

from jupyter_server.auth.identity import User

from accountkit.errors import Forbidden
from accountkit.i18n import _
from accountkit.store import Store
from accountkit.store.personal import PersonalStore


def store_for(whole: Store, sign_in: str, user: User | None) -> Store:
    """The store as somebody may use it. Where a token opens everything that is all of it; where people sign in, nobody who is
    not known has any right."""
    return PersonalStore(whole, user.username if user else "") if sign_in else whole


def demand_administrator(store: Store) -> None:
    """Raise `Forbidden` for who is no administrator."""
    if isinstance(store, PersonalStore) and not store.is_administrator():
        raise Forbidden(_("This page is for administrators."))


def demand_worker(store: Store) -> None:
    """Raise `Forbidden` for who only reads."""
    if isinstance(store, PersonalStore) and not store.works_here():
        raise Forbidden(_("This page is for people who edit an account. Ask an owner for another role."))
