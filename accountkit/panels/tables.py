"""The table behind a figure, as `ak-figure` shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from accountkit.i18n import number


def table(rows: Sequence[dict[str, Any]]) -> dict[str, list]:
    """Rows as column headings and cells; numbers are written in the reader's locale, a missing one as an en dash."""
    columns = list(rows[0]) if rows else []
    return {"columns": columns, "rows": [[_cell(row.get(column)) for column in columns] for row in rows]}


def _cell(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    return number(value, 0 if float(value).is_integer() else 2)
