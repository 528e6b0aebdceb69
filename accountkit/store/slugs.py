"""The short name of a new account, made from the customer's name."""

from __future__ import annotations

import re
import unicodedata
from typing import Protocol

from accountkit.model import new_id

LONGEST = 50


class Accounts(Protocol):
    """As much of a store as finding a free slug needs."""

    def accounts(self) -> list: ...


def free_slug(store: Accounts, name: str) -> str:
    """A slug that no account has: ``Müller & Söhne AG`` gives ``muller-sohne-ag``, a second one
    ``muller-sohne-ag-2``.

    A name without Latin letters or digits gives ``account-`` and a random id.
    """
    taken = {stored.slug for stored in store.accounts()}
    latin = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", latin).strip("-")[:LONGEST].strip("-") or new_id("account-")
    numbered = (f"{slug}-{count}" for count in range(2, len(taken) + 3))
    return slug if slug not in taken else next(candidate for candidate in numbered if candidate not in taken)
