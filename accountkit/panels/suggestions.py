"""Suggestions as the panels show them."""

from __future__ import annotations

from collections.abc import Iterable

from accountkit.methods.assessment import Suggestion

BY_HAND = frozenset({"rate", "evidence", "worksheet"})
"""Kinds that only a person can fulfil: accepting leads to the place."""


def suggested(suggestions: Iterable[Suggestion]) -> list[dict]:
    """The suggestions for `ak-suggestions`: those that a person fulfils lead to their `path`; making a record stands out."""
    return [
        {
            "id": one.id,
            "text": one.text,
            "action": one.action,
            "kind": one.kind,
            "main": one.kind in ("problem", "finding"),
            "path": one.path if one.kind in BY_HAND else "",
            "about": one.path,
        }
        for one in suggestions
    ]
