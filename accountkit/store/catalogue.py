"""The catalogue of our own offers as a store remembers it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from accountkit.model.offers import CatalogueOffer
from accountkit.model.record import as_json

KIND = "offer"


class Memory(Protocol):
    """As much of a store as the catalogue needs."""

    def recalled(self, kind: str) -> dict[str, Any]: ...

    def remember(self, kind: str, key: str, value: Any) -> None: ...


def catalogue(store: Memory) -> dict[str, CatalogueOffer]:
    """The offers by id; they belong to no account and serve all of them."""
    return {key: CatalogueOffer.model_validate(value) for key, value in store.recalled(KIND).items()}


def keep(store: Memory, offers: Mapping[str, CatalogueOffer]) -> None:
    """Put offers into the catalogue; one with a known id is replaced."""
    for key, offer in offers.items():
        store.remember(KIND, key, as_json(offer))
