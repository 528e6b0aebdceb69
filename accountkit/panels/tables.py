"""The table behind a figure, as `ak-figure` shows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from accountkit.i18n import _, number
from accountkit.methods.assessment import Assessment, Part

MOST_ROWS = 200
"""Rows that stand below a figure; of more it is said how many they are."""


def table(rows: Sequence[dict[str, Any]]) -> dict[str, list]:
    """Rows as column headings and cells; numbers are written in the reader's locale, a missing one as an en dash."""
    columns = list(rows[0]) if rows else []
    shown = [[_cell(row.get(column)) for column in columns] for row in rows[:MOST_ROWS]]
    if len(rows) > MOST_ROWS:
        more = _("and {n} more").format(n=number(len(rows) - MOST_ROWS, 0))
        shown.append([more, *[""] * (len(columns) - 1)])
    return {"columns": columns, "rows": shown}


def scored(verdict: Assessment) -> dict[str, Any]:
    """A score with its parts and the rule behind it."""
    return {
        "text": verdict.score_text,
        "confirmed": verdict.confirmed_text,
        "band": verdict.band_label,
        "rule": verdict.rule,
        "parts": explained(verdict.parts),
    }


def explained(parts: Iterable[Part]) -> list[dict[str, str]]:
    """The parts of a score, as a panel lists them."""
    return [{"label": part.label, "value": part.value_text, "detail": part.detail} for part in parts]


def _cell(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    return number(value, 0 if float(value).is_integer() else 2)


AT_FIRST = 40
"""Rows of a list that stand on a screen at first; as many more come with each click."""


def first_of(rows: Sequence[Any], most: int, asked_for: str) -> list[Any]:
    """The first rows of a list, and the one that was asked for wherever it stands."""
    return [*rows[:most], *(row for row in rows[most:] if row.id == asked_for)]


def page_of(rows: Sequence[Any], page: int, size: int) -> tuple[Sequence[Any], dict[str, Any]]:
    """The rows of one page, and what is said of it: its number from 0, that of the last one, and which rows these are."""
    last = max(0, (len(rows) - 1) // size)
    page = min(max(0, page), last)
    shown = rows[page * size : (page + 1) * size]
    told = _("Rows {first} to {last} of {total}").format(
        first=number(page * size + 1, 0),
        last=number(page * size + len(shown), 0),
        total=number(len(rows), 0),
    )
    return shown, {"page": page, "last": last, "told": told if last else ""}
