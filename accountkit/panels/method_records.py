"""New records for a card: as empty as the document's model lets them be."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import ValidationError

from accountkit.model import Account, Document, Practice
from accountkit.model.record import Record


def kind_of(collection: str) -> type[Record]:
    """What a collection of the account, or of our own side, holds."""
    home = Practice if collection in Practice.model_fields else Account
    return get_args(home.model_fields[collection].annotation)[1]


def blank(document: Document, collection: str, **fields: Any) -> Record | None:
    """A new last record; `fields` that its kind does not have, or that are None, are left out.

    None where a record of that kind is nothing without something that only a person can say: a tie needs two people.
    """
    kind = kind_of(collection)
    known: dict[str, Any] = {name: "" for name in kind.model_fields if name == "name"} | {
        name: value for name, value in fields.items() if value is not None and name in kind.model_fields
    }
    known["order"] = len(getattr(document, collection))
    try:
        return kind(**known)
    except ValidationError:
        return None
