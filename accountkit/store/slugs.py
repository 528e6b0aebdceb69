"""The short name of a new account, made from the customer's name."""

from __future__ import annotations

from typing import Protocol

from accountkit.model.slugs import slug_of


class Accounts(Protocol):
    """As much of a store as finding a free slug needs."""

    def slugs(self, beginning: str) -> set[str]: ...


def free_slug(store: Accounts, name: str) -> str:
    """A slug that no account has (`slug_of`); a second account of the same name gets ``-2`` behind it."""
    slug = slug_of(name)
    taken = store.slugs(slug)
    numbered = (f"{slug}-{count}" for count in range(2, len(taken) + 3))
    return slug if slug not in taken else next(candidate for candidate in numbered if candidate not in taken)
