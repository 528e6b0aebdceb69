"""What an answer would be worth, in the words of a table: what it changes, what it costs, the range of its result."""

from __future__ import annotations

from dataclasses import dataclass

from accountkit.brief.story import Story


@dataclass(frozen=True)
class Value:
    """One lever as a reader reads it; an en dash where there is no figure."""

    change: str
    costs: str
    profit: str
    points: str


def value_of(story: Story, key: str) -> Value:
    lever = story.account.levers[key]
    return Value(f"{lever.kind} {lever.change.low}…{lever.change.high}", "–", "–", "–")
