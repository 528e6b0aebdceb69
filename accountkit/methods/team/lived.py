"""Conditions that are assessed in three steps, of which the highest alone counts as met."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from accountkit.methods.marks import Mark
from accountkit.methods.method import Entry
from accountkit.methods.shapes.checklist import ChecklistReading, Condition
from accountkit.methods.team.team_rules import follows

Item = tuple[str, str, str]
"""Key, name and prompt of an item."""
Steps = tuple[tuple[str, str], ...]


def conditions(items: Iterable[Item], steps: Steps) -> tuple[Condition, ...]:
    """One condition for each item: met at the last of the steps."""
    return tuple(Condition(f"{key}_met", text, of=_at(key, steps[-1][0])) for key, text, _prompt in items)


def entries(items: Iterable[Item], steps: Steps) -> tuple[Entry, ...]:
    return tuple(
        Entry(key, text, kind="choice", choices=steps, prompt=prompt, counts=False)
        for key, text, prompt in items
    )


def _at(key: str, last: str) -> Callable[[ChecklistReading], Mark]:
    def found(reading: ChecklistReading) -> Mark:
        step = reading.value(key)
        return follows([reading.marks[key]], None if step is None else step == last)

    return found


def is_met(reading: ChecklistReading, key: str) -> bool | None:
    """Whether an item is met; None while it is not assessed."""
    return {"met": True, "not_met": False}.get(reading.value(f"{key}_met"))
