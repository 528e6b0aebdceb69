"""The five stages of a working relationship, what ends each, and what it is too early for (methods, relationship_stages)."""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.people.network import STAGES as KEYS
from accountkit.methods.people.network import recent
from accountkit.methods.shapes import Stage
from accountkit.methods.shapes.checklist import ChecklistReading

_TOLD = (
    (N_("First impression"), N_("A second meeting is agreed.")),
    (N_("Attraction"), N_("The person talks about own views unprompted.")),
    (N_("Mutual trust"), N_("The person shares strategy or problems that are not public.")),
    (N_("Communication and persuasion"), N_("The person changed a view after talking with us.")),
    (N_("Question and inspire"), N_("The person states a need in own words.")),
)
STAGES = tuple(Stage(key, name, ends) for key, (name, ends) in zip(KEYS, _TOLD, strict=True))
NAMED = tuple((stage.key, stage.name) for stage in STAGES)


def to_check(reading: ChecklistReading) -> bool:
    """Whether a relationship had no contact for 60 days."""
    entered = reading.value(reading.method.stage_field)
    return entered is not None and not recent(reading.account, reading.subject_id or "")


def shown(reading: ChecklistReading) -> str | None:
    """The stage that is shown: one lower while it is to re-check."""
    entered = reading.value(reading.method.stage_field)
    if entered is None or not to_check(reading):
        return entered
    return KEYS[max(0, KEYS.index(entered) - 1)]


def before(reading: ChecklistReading, stage: str) -> bool:
    """Whether the relationship is not yet at a stage."""
    at = reading.verdict
    return at is None or KEYS.index(at) < KEYS.index(stage)
