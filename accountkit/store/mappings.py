"""Mappings of a file's labels to lines that somebody corrected, remembered for the next file of the same shape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

KIND = "mapping"


class Memory(Protocol):
    """As much of a store as remembering needs."""

    def recall(self, kind: str, key: str) -> Any: ...

    def remember(self, kind: str, key: str, value: Any) -> None: ...


def remembered_mapping(store: Memory, shape: str) -> dict[str, str]:
    """The mapping for files of this shape (`sources.shape_of`); empty if none is known."""
    return dict(store.recall(KIND, shape) or {}) if shape else {}


def remember_mapping(store: Memory, shape: str, chosen: Mapping[str, str]) -> None:
    """Keep what was chosen for files of this shape; nothing for a file without one."""
    if shape and chosen:
        store.remember(KIND, shape, dict(chosen))
