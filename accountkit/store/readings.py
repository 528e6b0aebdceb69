"""What the methods find in a stored document, with what it is read beside: our own side, or a line of each account."""

from __future__ import annotations

from typing import Any, Protocol

from accountkit.errors import DamagedAccount
from accountkit.methods import Analyses
from accountkit.model import Account, Practice, in_language
from accountkit.model.account_line import AccountLine
from accountkit.store.accounts import Store
from accountkit.store.practices import Practices
from accountkit.store.schema import PRACTICE


class Lined(Protocol):
    """As much of a store as the lines need."""

    def lines(self) -> Any: ...


class Around(Lined, Protocol):
    """As much of a store as an account is read beside."""

    @property
    def practices(self) -> Practices: ...


def of_account(store: Store, slug: str, lang: str) -> Analyses:
    """The readings of an account in a language. Raises `AccountNotFound`, `DamagedAccount`."""
    return of_loaded(store, store.load(slug), lang)


def of_loaded(store: Store, account: Account, lang: str) -> Analyses:
    """The readings of an account that was loaded, in a language."""
    return Analyses(in_language(account, lang), **around(store, lang))


def around(store: Around, lang: str) -> dict[str, Any]:
    """What an account is read beside, in the app and in a brief alike: our own side, and a line of each account when asked."""
    return {"practice": beside(store.practices, lang), "accounts": lambda: lines(store, lang)}


def of_practice(store: Store, lang: str) -> Analyses:
    """The readings of our own side in a language. Raises `DamagedAccount`."""
    return Analyses(in_language(store.practice(), lang), accounts=lines(store, lang))


def beside(practices: Practices, lang: str) -> Practice:
    """Our own side as an account's methods look at it: an empty one where it is damaged, which keeps no account from being
    read; its own pages say so."""
    try:
        return in_language(practices.load(PRACTICE), lang)
    except DamagedAccount:
        return Practice()


def lines(store: Lined, lang: str) -> tuple[AccountLine, ...]:
    """A line of each account that can be read, in the order of their names."""
    return tuple(sorted(store.lines().lines, key=lambda line: (line.named(lang).casefold(), line.slug)))
