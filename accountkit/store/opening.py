"""How a store is opened: whole, or as one person may use it."""

from __future__ import annotations

import os

from accountkit.store.accounts import Store
from accountkit.store.database import Database
from accountkit.store.personal import PersonalStore


def open_store(url: str | None = None) -> Store:
    """The store at a database URL or path; without one ``ACCOUNTKIT_DB``, else a file in the user's data directory. Where
    ``ACCOUNTKIT_PERSON`` names a person, as in the kernels of a served page, it is theirs.
    """
    store = Store(Database(url))
    person = os.environ.get("ACCOUNTKIT_PERSON", "")
    return PersonalStore(store, person) if person else store
