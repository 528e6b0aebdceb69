"""Five steps from an obstacle to a day of follow-up (methods, part J)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from accountkit.i18n import N_
from accountkit.methods.marks import Mark
from accountkit.methods.sentences import Word, date, label, text
from accountkit.methods.shapes.checklist import COMPLETE, ChecklistReading
from accountkit.methods.team.team_rules import follows

KINDS = {"attitude": N_("attitude"), "skill": N_("skill"), "knowledge": N_("knowledge")}
STEPS: dict[str, tuple[str, tuple[str, ...]]] = {
    "obstacle_known": (N_("Obstacle named"), ("obstacle", "obstacle_kind")),
    "motive_known": (N_("Motive to improve"), ("motive",)),
    "ideas_known": (N_("Ideas by the group"), ("co_create",)),
    "measures_known": (N_("Measures with dates"), ("measures", "due")),
    "followed": (N_("Follow-up dated"), ("pdca",)),
}


def known(keys: tuple[str, ...]) -> Callable[[ChecklistReading], Mark]:
    def found(reading: ChecklistReading) -> Mark:
        given = [reading.value(key) is not None for key in keys]
        met = True if all(given) else False if any(given) else None
        return follows([reading.marks[key] for key in keys], met)

    return found


def at(reading: ChecklistReading) -> str:
    """The first of the five that is not done, since they come in order."""
    return next((key for key in STEPS if reading.value(key) != "met"), COMPLETE)


def words(reading: ChecklistReading) -> Mapping[str, Word]:
    return {
        "obstacle": text(reading.value("obstacle")),
        "kind": label(KINDS.get(reading.value("obstacle_kind") or "")),
        "measure": text(reading.value("measures")),
        "date": date(reading.value("due")),
    }
