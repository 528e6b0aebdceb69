"""What a person who is signed in finds of the store."""

from __future__ import annotations

from jupyter_server.auth.identity import User

from accountkit.errors import Forbidden
from accountkit.i18n import N_, _
from accountkit.store import Store
from accountkit.store.personal import PersonalStore

PAGES = {
    "week": N_("This week"),
    "": N_("Accounts"),
    "portfolio": N_("Portfolio"),
    "team": N_("Partners & team"),
}
EDITORS_ONLY = N_("This page is for people who edit an account. Ask an owner for another role.")
NEW_ACCOUNTS = N_(
    "New accounts are begun by people who edit one. Ask an owner or an administrator for a role as editor."
)
"""Why who only reads begins none."""


def store_for(whole: Store, sign_in: str, user: User | None) -> Store:
    """The store as somebody may use it. Where a token opens everything that is all of it; where people sign in, nobody who is
    not known has any right."""
    return PersonalStore(whole, user.username if user else "") if sign_in else whole


def demand_administrator(store: Store) -> None:
    """Raise `Forbidden` for who is no administrator."""
    if not store.is_administrator():
        raise Forbidden(_("This page is for administrators."))


def pages_for(store: Store, works: bool) -> list[tuple[str, str]]:
    """The pages about no single account that the bar leads to, by path and name: those that this person may open, who `works`
    here or only reads."""
    ours = works and store.practices.may("edit")
    shown = {"week": works, "": True, "portfolio": ours, "team": ours}
    return [(path, _(PAGES[path])) for path, is_shown in shown.items() if is_shown]
