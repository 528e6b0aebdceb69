"""Our own practice in a store: one document beside the accounts, with the same log, undo and history."""

from __future__ import annotations

from functools import partial
from typing import Any

from sqlalchemy import Connection, Row

from accountkit.model import Practice, practice_from_json
from accountkit.store import rows
from accountkit.store.database import Database
from accountkit.store.ledger import Ledger
from accountkit.store.rights import Deed
from accountkit.store.schema import PRACTICE


class Practices(Ledger[Practice]):
    """The practice of a store, under the slug `PRACTICE`; there is one from the beginning, and it cannot be deleted."""

    def __init__(self, database: Database) -> None:
        super().__init__(database, partial(practice_from_json, stored=True))

    def may(self, deed: Deed) -> bool:
        """True if that may be done with our own side; of a whole store everything may be."""
        return True

    def demand_edit(self) -> None:
        """Raise `Forbidden` if our own side is not to be edited; of a whole store it is."""

    def _row(self, connection: Connection, slug: str, *, lock: bool = False) -> Row[Any]:
        return rows.practice_row(connection, slug, lock=lock)

    def _slug(self, document: Practice) -> str:
        return PRACTICE
