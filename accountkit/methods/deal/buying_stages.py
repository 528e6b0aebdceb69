"""The stages of buying, our steps beside them, whose word counts in each, and what is read from them."""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.i18n import N_
from accountkit.methods.people.met import met
from accountkit.methods.sentences import Word, label, name, text
from accountkit.methods.shapes import Stage
from accountkit.methods.shapes.checklist import ChecklistReading

STAGES = (
    Stage("find_need", N_("Need identification"), N_("Users state the need."), ("users",)),
    Stage("internal_brew", N_("Internal discussion"), N_("Project and budget are approved."), ("decision",)),
    Stage("design", N_("System design"), N_("The tender document is issued."), ("technical",)),
    Stage(
        "compare",
        N_("Evaluation and comparison"),
        N_("The suppliers are ranked."),
        ("technical", "procurement", "users"),
    ),
    Stage(
        "commit",
        N_("Purchase commitment"),
        N_("The contract is signed."),
        ("decision", "procurement", "finance"),
    ),
    Stage(
        "install",
        N_("Installation"),
        N_("The delivery is accepted and paid."),
        ("users", "technical", "decision"),
    ),
)
ORDER = tuple(stage.key for stage in STAGES)
NAMED = tuple((stage.key, stage.name) for stage in STAGES)
STEPS = {
    "prepare": N_("Preparation"),
    "approach": N_("First approach"),
    "analyse": N_("Need analysis"),
    "position": N_("Positioning"),
    "win": N_("Winning the order"),
    "follow": N_("Follow-up"),
}
GROUPS = {
    "users": N_("User department"),
    "decision": N_("Decision makers"),
    "technical": N_("Technical experts"),
    "procurement": N_("Procurement"),
    "finance": N_("Finance department"),
}
WHO = {stage.key: stage.who for stage in STAGES}
"""Whose word counts in each stage."""
TUNES = {-1: N_("behind the customer"), 0: N_("in step with the customer"), 1: N_("ahead of the customer")}


def who_counts(reading: ChecklistReading) -> tuple[str, ...]:
    """The people whose word counts now, as they were named."""
    groups = WHO[reading.current.key] if reading.current else ()
    return tuple(dict.fromkeys(person for group in groups for person in _people(reading, group)))


def ahead(reading: ChecklistReading) -> int | None:
    """By how many stages our step is ahead of the customer; negative where it is behind."""
    if reading.current is None or reading.value("step") is None:
        return None
    return list(STEPS).index(reading.value("step")) - ORDER.index(reading.current.key)


def _people(reading: ChecklistReading, group: str) -> tuple[str, ...]:
    return tuple(one for one in reading.value(group) or () if one in reading.account.stakeholders)


def _unmet(reading: ChecklistReading, people: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(person for person in people if not met(reading.account, person))


def first_meeting_open(reading: ChecklistReading) -> bool:
    return reading.verdict == "internal_brew" and bool(_unmet(reading, _people(reading, "decision")))


def tender_without_decider(reading: ChecklistReading) -> bool:
    deciders = _people(reading, "decision")
    return reading.value("design") == "met" and bool(deciders) and _unmet(reading, deciders) == deciders


def words(reading: ChecklistReading) -> Mapping[str, Word]:
    people, distance = who_counts(reading), ahead(reading)
    first = next(iter((*_unmet(reading, people), *people)), None)
    return {
        "deal": name(reading.called),
        "stage": label(reading.current.name) if reading.current and reading.verdict else None,
        "role": text(reading.account.stakeholders[first].role_title) if first else None,
        "step": label(STEPS.get(reading.value("step") or "")),
        "tune": None if distance is None else label(TUNES[(distance > 0) - (distance < 0)]),
    }
