"""Influence of a person: how influential is this person in this project? (seed 001/3)

    influence = 0.5 × mean(personal) + 0.5 × mean(organisational), over what is rated

The halves and the three flags are proposals of the methods file. Worked: head of operations 5, 4, 4, 3 → 4.0 and 4, 3, 4,
4, blank → 3.75: 3.875, high.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.method import Entry, Flag, Suggests
from accountkit.methods.people.network import politics
from accountkit.methods.people.power_rules import inner_circle
from accountkit.methods.sentences import count, label, mean, says, text
from accountkit.methods.shapes import Group, Scorecard
from accountkit.methods.shapes.scorecard import ScorecardReading
from accountkit.model import Edit

PERSONAL = (
    Entry("willingness", N_("Willingness"), N_("indifferent"), N_("top priority")),
    Entry(
        "temperament",
        N_("Temperament"),
        N_("avoids conflict and gives way"),
        N_("has firm views and promotes them"),
    ),
    Entry("expertise", N_("Expertise"), N_("no expertise"), N_("authority in the field")),
    Entry("history", N_("Past role"), N_("never had a say"), N_("made the last decision")),
)
ORGANISATIONAL = (
    Entry("position", N_("Position"), N_("junior position"), N_("position with the final decision")),
    Entry("politics", N_("Internal politics"), N_("isolated"), N_("close to the inner circle")),
    Entry("process", N_("Role in the process"), N_("no role"), N_("mandatory control point")),
    Entry(
        "amount",
        N_("Size and reach of the project"),
        N_("too small for this level to notice"),
        N_("requires this level's attention"),
    ),
    Entry(
        "culture", N_("Decision culture"), N_("gives this role no say"), N_("gives this role a strong say")
    ),
)


def _at_least(reading: ScorecardReading, key: str, least: int) -> bool:
    value = reading.value(key)
    return value is not None and value >= least


def _at_most(reading: ScorecardReading, key: str, most: int) -> bool:
    value = reading.value(key)
    return value is not None and value <= most


def _supports_us(reading: ScorecardReading) -> bool:
    person = reading.account.stakeholders.get(reading.subject_id or "")
    return person is not None and person.attitude == "for_us"


def _by_ties(reading: ScorecardReading) -> int | None:
    return politics(reading.account, reading.subject_id or "", inner_circle(reading.account))


METHOD = Scorecard(
    key="influence_score",
    name=N_("Personal influence"),
    question=N_("How influential is this person in this project?"),
    group="people",
    workspace="people",
    source="001/3",
    rule=N_(
        "Influence is the average of two means: the personal factors and the organisational ones. Allocate effort by influence, not evenly."
    ),
    first=N_("Rate the factors you know."),
    subject="stakeholder",
    private=True,
    weighs=True,
    uses=("stakeholders", "pairs", "private_answers"),
    groups=(
        Group("personal", N_("Personal factors"), PERSONAL, 0.5),
        Group("organisational", N_("Organisational factors"), ORGANISATIONAL, 0.5),
    ),
    flags=(
        Flag(
            "dormant", N_("dormant"), lambda r: _at_least(r, "position", 4) and _at_most(r, "willingness", 2)
        ),
        Flag(
            "fragile_support",
            N_("fragile support"),
            lambda r: _at_most(r, "temperament", 2) and _supports_us(r),
        ),
        Flag(
            "hidden_opinion_leader",
            N_("hidden opinion leader"),
            lambda r: (
                _at_most(r, "position", 2) and _at_least(r, "expertise", 4) and _at_least(r, "history", 4)
            ),
        ),
    ),
    says=(
        says(
            N_("{role}: influence {score} of 5 ({flag})."),
            N_("{role}: influence {score} of 5."),
            when=lambda reading: reading.verdict is not None,
            internal=True,
        ),
    ),
    words=lambda reading: {
        "role": text(reading.called),
        "score": mean(reading.score),
        "politics": count(_by_ties(reading)),
        "flag": label(reading.method.known_flags()[reading.flags[0]].name) if reading.flags else None,
    },
    suggests=(
        Suggests(
            "politics",
            N_("The ties suggest {politics} for the internal politics of {role}."),
            N_("Accept"),
            lambda r: r.value("politics") is None and _by_ties(r) is not None,
            edits=lambda r: (
                Edit(f"{r.method.answer_path(r.subject_id)}/ratings/politics/value", _by_ties(r)),
            ),
        ),
    ),
    feeds=("power_classes", "supporters", "motive_assessment", "action_commitment"),
)
