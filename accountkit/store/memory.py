"""What is remembered beside the accounts: mappings of statement files and the like; JSON by kind and
key.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from accountkit.store.schema import MEMORY


def remember(connection: Connection, kind: str, key: str, value: Any) -> None:
    """Keep a JSON value under a kind and a key; an earlier one is replaced, and None forgets it."""
    connection.execute(delete(MEMORY).where(MEMORY.c.kind == kind, MEMORY.c.key == key))
    if value is not None:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
        connection.execute(insert(MEMORY).values(kind=kind, key=key, value=text))


def recall(connection: Connection, kind: str, key: str) -> Any:
    """The value kept under a kind and a key, or None."""
    text = connection.execute(
        select(MEMORY.c.value).where(MEMORY.c.kind == kind, MEMORY.c.key == key)
    ).scalar()
    return None if text is None else json.loads(text)


def recalled(connection: Connection, kind: str) -> dict[str, Any]:
    """All values of a kind by key."""
    rows = connection.execute(
        select(MEMORY.c.key, MEMORY.c.value).where(MEMORY.c.kind == kind).order_by(MEMORY.c.key)
    )
    return {row.key: json.loads(row.value) for row in rows}
