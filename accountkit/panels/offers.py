"""Offers as the panels show them."""

from __future__ import annotations

from collections.abc import Iterable

from accountkit.methods.assessment import Suggestion

BY_HAND = frozenset({"rate", "evidence", "worksheet"})
"""Kinds that only a person can fulfil: accepting leads to the place."""


def offered(offers: Iterable[Suggestion]) -> list[dict]:
    """The offers for `ak-offers`: those that a person fulfils lead to their `path`; making a record stands out."""
    return [
        {
            "id": offer.id,
            "text": offer.text,
            "action": offer.action,
            "kind": offer.kind,
            "main": offer.kind in ("problem", "finding"),
            "path": offer.path if offer.kind in BY_HAND else "",
            "about": offer.path,
        }
        for offer in offers
    ]
