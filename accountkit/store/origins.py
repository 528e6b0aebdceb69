"""Which file an account of the store was last the same as, so that a folder and the store are not confused."""

from __future__ import annotations

import hashlib
from enum import Enum
from typing import Any, Protocol

from accountkit.errors import AccountNotFound
from accountkit.model import Account, to_json

KIND = "folder"


class Standing(Enum):
    """How an account in a file compares with the store's account of that name."""

    ABSENT = "the store has no such account"
    SAME = "both hold the same"
    STORE = "the store has changed since it was last saved from exactly this file"
    FILE = "the file has changed since"
    BOTH = "both have changed since, or it is not known when they were the same"


class Accounts(Protocol):
    """As much of a store as comparing needs."""

    def load(self, slug: str) -> Account: ...

    def remember(self, kind: str, key: str, value: Any) -> None: ...

    def recall(self, kind: str, key: str) -> Any: ...


def note(store: Accounts, account: Account) -> None:
    """Remember that the store and a file hold this account now."""
    store.remember(KIND, account.slug, fingerprint(account))


def standing(store: Accounts, account: Account) -> Standing:
    """Compare the account of a file with the store."""
    try:
        stored = fingerprint(store.load(account.slug))
    except AccountNotFound:
        return Standing.ABSENT
    in_file, last = fingerprint(account), store.recall(KIND, account.slug)
    if in_file == stored:
        return Standing.SAME
    if in_file == last:
        return Standing.STORE
    return Standing.FILE if stored == last else Standing.BOTH


def fingerprint(account: Account) -> str:
    """A text that is equal for accounts whose shareable parts are equal, however their files are formatted."""
    return hashlib.sha256(to_json(account).encode("utf-8")).hexdigest()
