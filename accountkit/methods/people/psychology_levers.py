"""Six points of sales psychology: which human factor is not prepared yet for this person? (seed 004/2)

Each point belongs before a stage of the relationship; the one before the next stage is to prepare now (a proposal of the
methods file). Where several people decide, group influence is required too.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.method import Entry, Flag
from accountkit.methods.people.network import STAGES, deciders
from accountkit.methods.sentences import label, says, text
from accountkit.methods.shapes import Checklist, Condition
from accountkit.methods.shapes.checklist import ChecklistReading

LEVERS = (
    Condition(
        "network", N_("Network"), N_("Shared contacts lend credit; best is a customer of the same segment")
    ),
    Condition("cognitive_bias", N_("Cognitive bias"), N_("What the customer perceives is not what we claim")),
    Condition(
        "character",
        N_("Character"),
        N_("Preferred way to take information and to act; correct it by observation"),
    ),
    Condition(
        "emotional_skill", N_("Emotional intelligence"), N_("Govern own feelings, take in the customer's")
    ),
    Condition(
        "inner_motive",
        N_("Inner motive"),
        N_("Gap of actual self to ideal and ought self; too wide a gap makes people withdraw"),
    ),
    Condition(
        "group_influence",
        N_("Group influence"),
        N_("The group decides in our absence: equip the person who will speak"),
    ),
)
COLLECTIVE = LEVERS[-1]


def due(reading: ChecklistReading) -> Condition:
    """The point before the next stage of the relationship."""
    stage = reading.account.stakeholders[reading.subject_id or ""].relationship_stage
    return LEVERS[STAGES.index(stage) + 1] if stage else LEVERS[0]


def open_now(reading: ChecklistReading) -> Condition | None:
    """What is to prepare now: the point that is due, then group influence where several people decide."""
    asked = (due(reading), *((COLLECTIVE,) if len(deciders(reading.account)) > 1 else ()))
    return next((one for one in asked if reading.value(one.key) != "met"), None)


def _outcome(reading: ChecklistReading) -> str:
    return "prepare" if open_now(reading) else "prepared"


METHOD = Checklist(
    key="psychology_levers",
    name=N_("Six points of sales psychology"),
    question=N_("Which human factor is not prepared yet for this person?"),
    group="people",
    workspace="people",
    source="004/2",
    rule=N_(
        "Each point belongs before a stage of the relationship; prepare the one before the next stage. If several people decide, prepare group influence too."
    ),
    first=N_("Mark what is prepared for this person."),
    subject="stakeholder",
    uses=("stakeholders",),
    conditions=LEVERS,
    extra=(Entry("note", N_("Preparation note"), kind="text", counts=False),),
    judge=_outcome,
    outcomes={"prepare": N_("to prepare"), "prepared": N_("prepared")},
    flags=(
        Flag(
            "collective",
            N_("several people decide: prepare group influence"),
            lambda r: len(deciders(r.account)) > 1 and r.value(COLLECTIVE.key) != "met",
        ),
    ),
    says=(
        says(
            N_("Prepare {item} before the next step with {role}."),
            when=lambda reading: reading.begun,
            internal=True,
        ),
        says(
            N_("{role}: all six points are prepared."),
            when=lambda reading: reading.begun and not reading.unmet and not reading.unknown,
            internal=True,
        ),
    ),
    words=lambda reading: {
        "role": text(reading.called),
        "item": label(one.name) if (one := open_now(reading)) else None,
    },
    feeds=("relationship_stages", "first_impression", "decision_style", "network_resources"),
)
