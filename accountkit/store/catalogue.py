"""The catalogue of our own offers: a part of our practice, in and out as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from accountkit.model import Edit, Offer, Practice
from accountkit.model.offers import CatalogueOffer
from accountkit.store.schema import PRACTICE


class Practices(Protocol):
    """As much of a store's practices as the catalogue needs."""

    def load(self, slug: str) -> Practice: ...

    def apply(self, slug: str, edits: Sequence[Edit], by: str) -> Any: ...


class Keeper(Protocol):
    """As much of a store as the catalogue needs."""

    @property
    def practices(self) -> Practices: ...


def catalogue(store: Keeper) -> dict[str, Offer]:
    """The offers by id, sorted; they belong to no account and serve all of them. Raises `DamagedAccount`."""
    return dict(sorted(store.practices.load(PRACTICE).offers.items()))


def keep(store: Keeper, offers: Mapping[str, CatalogueOffer], by: str) -> None:
    """Put offers into the catalogue, as one step. One with a known id gets what the catalogue says; the rest of it, such
    as the blocks of its sheet, stays."""
    known = store.practices.load(PRACTICE).offers
    edits: list[Edit] = []
    for key, offer in offers.items():
        if key not in known:
            edits.append(Edit(f"offers/{key}", offer))
            continue
        for name in CatalogueOffer.model_fields:
            if getattr(offer, name) != getattr(known[key], name):
                edits.append(Edit(f"offers/{key}/{name}", getattr(offer, name)))
    store.practices.apply(PRACTICE, edits, by)
