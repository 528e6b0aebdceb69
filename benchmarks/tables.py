"""Tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A Markdown table, numbers to the right; an en dash for what was not measured."""
    head = list(head)
    lines = [" | ".join(head), " | ".join(["---"] + ["---:"] * (len(head) - 1))]
    lines += [" | ".join("–" if cell is None else str(cell) for cell in row) for row in rows]
    return "\n".join(f"| {line} |" for line in lines) + "\n"


def ratio(value: float | None, other: float | None) -> str:
    """One figure over another; an en dash where either is missing."""
    return "–" if not value or not other else f"{value / other:.2f}"
