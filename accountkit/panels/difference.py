"""What changed between two views, so that an edit sends only that."""

from __future__ import annotations

from typing import Any

Change = list  # [path, value] to set, [path, None, True] to take away


def changes(old: Any, new: Any, path: tuple = ()) -> list[Change]:
    """The smallest list of changes that turns `old` into `new` (plain JSON values).

    Dictionaries and lists of equal length are compared item by item; anything else that differs is sent whole.
    """
    if type(old) is type(new) and isinstance(new, dict):
        found = [[[*path, key], None, True] for key in old if key not in new]
        for key, value in new.items():
            found += changes(old[key], value, (*path, key)) if key in old else [[[*path, key], value]]
        return found
    if type(old) is type(new) and isinstance(new, list) and len(old) == len(new) and path:
        return [change for index, pair in enumerate(zip(old, new, strict=True)) for change in changes(*pair, (*path, index))]
    return [] if old == new and type(old) is type(new) else [[list(path), new]]
