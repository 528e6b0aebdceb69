"""What an organisation feels, which problem each feeling leads to, and its adopter class, kept once per account (methods,
organisation_perception)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from accountkit.i18n import N_, _
from accountkit.methods import labels
from accountkit.methods.assessment import Suggestion
from accountkit.methods.findings import proposed
from accountkit.methods.method import Entry
from accountkit.methods.sentences import Word, date, label
from accountkit.methods.shapes.scorecard import ScorecardReading

KEY = "organisation_perception"
ITEMS = (
    Entry("current_position", N_("Current position"), N_("satisfied"), N_("clearly dissatisfied")),
    Entry("target_position", N_("Target position"), N_("no other aim"), N_("a declared aim, still far off")),
    Entry(
        "innovate_conform",
        N_("Attitude to the new"),
        N_("content to lag"),
        N_("wants to lead"),
        middle=N_("follows the mainstream"),
    ),
    Entry("compliance", N_("Compliance"), N_("no open duty"), N_("a dated duty is not met")),
    Entry("window", N_("Window of opportunity"), N_("none seen"), N_("closes within months")),
)
DATED = {"compliance": "compliance_date", "window": "window_date"}
FOUND: dict[str, tuple[str, str, dict[str, Any]]] = {
    "current_position": (N_("The customer is dissatisfied with its current position"), "threat", {}),
    "target_position": (N_("The customer wants a position that it is far from"), "opportunity", {}),
    "compliance": (N_("A compliance duty is not met yet"), "threat", {"risk_trend": 5}),
    "window": (N_("A window of opportunity is closing"), "opportunity", {}),
}
"""What a strong item says, how it acts, and what the problem from it begins with: a duty is one to prevent."""
STRONG = 4


def strongest(reading: ScorecardReading) -> Entry | None:
    """The item that pulls hardest; of equals the first."""
    rated = [one for one in ITEMS if reading.value(one.key) is not None]
    return max(rated, key=lambda one: reading.value(one.key), default=None)


def suggested(reading: ScorecardReading) -> Iterator[Suggestion]:
    for key, (text, effect, fields) in FOUND.items():
        if (reading.value(key) or 0) >= STRONG:
            due = reading.value(DATED.get(key, ""))
            yield from proposed(
                reading,
                key,
                partial(_, text),
                f"{reading.method.answer_path(None)}/ratings/{key}",
                problem={**fields, "expected_by": due},
                effect=effect,
                evidence=reading.marks[key].evidence,
            )


def words(reading: ScorecardReading) -> Mapping[str, Word]:
    item, adopter = strongest(reading), reading.value("adopter")
    return {
        "item": label(item.name) if item else None,
        "date": date(reading.value(DATED.get(item.key, ""))) if item else None,
        "adopter": label(labels.WORDS["adopter"][adopter]) if adopter else None,
    }
