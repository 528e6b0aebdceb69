"""The contact log of the plant, as the worked examples of care have it (methods, contact_mechanism)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from accountkit.model import Account, Answer, Contact, Value
from tests.methods.people.house import ROLES
from tests.methods.plant import plant


def contact(day: str, function: str, by: str, person: str, **fields: Any) -> Contact:
    return Contact(
        date=dt.date.fromisoformat(day), function=function, by=by, stakeholder_ids=(person,), **fields
    )


LOG = {
    "k1": contact("2026-02-24", "serve", "Presales", "quality"),
    "k2": contact("2026-02-18", "care", "Seller", "operations"),
    "k3": contact("2026-02-10", "serve", "Presales", "coating"),
    "k4": contact("2026-01-20", "advance", "Seller", "purchasing"),
    "k5": contact("2025-12-05", "inform", "Seller", "it"),
}


def account(
    contacts: dict[str, Contact] | None = None, *, tier: str | None = "key_valuable", **update: Any
) -> Account:
    """The plant, a key account, with its log."""
    values = {"tier": Value(value=tier)} if tier else {}
    answers = {"contact_mechanism": Answer(values=values), **update.pop("answers", {})}
    known = plant()
    people = {key: one.model_copy(update=ROLES.get(key, {})) for key, one in known.stakeholders.items()}
    found = {"contacts": LOG if contacts is None else contacts, "answers": answers, "stakeholders": people}
    return known.model_copy(update={**found, **update})
