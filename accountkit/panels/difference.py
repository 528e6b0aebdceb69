"""What changed between two views, so that an edit sends only that."""

from __future__ import annotations

from typing import Any

Change = list  # [path, value] to set, [path, None, "gone"] to take away, [path, order, "order"] to put a list in order


def changes(old: Any, new: Any, path: tuple = ()) -> list[Change]:
    """The smallest list of changes that turns `old` into `new` (plain JSON values).

    Dictionaries and lists of equal length are compared item by item, records by their ``id``: where they moved, came or
    went, their new order is sent first (the place of each before; a new one whole). Anything else that differs is sent
    whole.
    """
    if old is new:  # what was worked out once is handed in again as it is
        return []
    if type(old) is type(new) and isinstance(new, dict):
        found = [[[*path, key], None, "gone"] for key in old if key not in new]
        for key, value in new.items():
            found += changes(old[key], value, (*path, key)) if key in old else [[[*path, key], value]]
        return found
    if type(old) is type(new) and isinstance(new, list) and path:
        before, now = _ids(old), _ids(new)
        if before and now and before != now:
            return _rearranged(old, new, {key: place for place, key in enumerate(before)}, path)
        if len(old) == len(new):
            return [
                change
                for index, pair in enumerate(zip(old, new, strict=True))
                for change in changes(*pair, (*path, index))
            ]
    return [] if old == new and type(old) is type(new) else [[list(path), new]]


def _ids(items: list) -> list[str]:
    """The ids of a list of records; empty where it is none, or where two are the same."""
    found = [item["id"] for item in items if isinstance(item, dict) and isinstance(item.get("id"), str)]
    return found if len(set(found)) == len(items) else []


def _rearranged(old: list, new: list, places: dict[str, int], path: tuple) -> list[Change]:
    order = [places.get(item["id"], item) for item in new]
    found: list[Change] = [[list(path), order, "order"]]
    for index, item in enumerate(new):
        if item["id"] in places:
            found += changes(old[places[item["id"]]], item, (*path, index))
    return found
