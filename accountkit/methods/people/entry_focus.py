"""Three entry points: through which door do we enter, and where do we go next? (seed 000/4)

The route leads from who listens over who has the problem to who decides. The facts are fields of the people, one row each;
what a person starts from is private. Missing focus is the next task, asked from the one before.
"""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.i18n import N_
from accountkit.methods.method import Flag
from accountkit.methods.people.naming import roles
from accountkit.methods.sentences import Word, label, says, series
from accountkit.methods.shapes import Column, Register
from accountkit.methods.shapes.register import RegisterReading
from accountkit.methods.shapes.rows import Row

FOCUS = (
    ("receptive", N_("receptive")),
    ("dissatisfied", N_("dissatisfied")),
    ("power", N_("has power")),
)


def at(reading: RegisterReading, focus: str) -> tuple[str, ...]:
    return tuple(row.id for row in reading.counted if focus in row["entry_focus"])


def missing(reading: RegisterReading) -> tuple[str, ...]:
    return tuple(name for key, name in FOCUS if not at(reading, key))


def _all_three(row: Row) -> bool:
    return len(set(row["entry_focus"])) == len(FOCUS)


def _words(reading: RegisterReading) -> Mapping[str, Word]:
    found: dict[str, Word] = {key: roles(reading.account, at(reading, key)) for key, _name in FOCUS}
    return found | {"missing": series(label(name) for name in missing(reading))}


METHOD = Register(
    key="entry_focus",
    name=N_("Three entry points"),
    question=N_("Through whom do we enter, and to whom do we go next?"),
    group="people",
    workspace="people",
    source="000/4",
    rule=N_(
        "Go from a receptive person to a dissatisfied one to one with power; each helps to the next. A missing one is the next task: ask the one before. Do not pitch to a person who has neither problem nor power."
    ),
    first=N_("Choose for each person: receptive, dissatisfied, has power."),
    uses=("stakeholders",),
    records="stakeholders",
    columns=(
        Column("role_title", N_("Role")),
        Column("entry_focus", N_("Entry points"), "choices", FOCUS),
        Column("unit", N_("Unit of the organisation")),
        Column("decision_basis", N_("Basis of decision")),
        Column("decision_stage", N_("Stage of decision")),
        Column("first_concern", N_("First concern"), "text", private=True),
        Column("feeling", N_("Feeling about the matter"), "text", private=True),
        Column("intention", N_("Intention"), "text", private=True),
        Column("view", N_("View of the matter"), "text", private=True),
    ),
    row_flags=(
        Flag("direct", N_("direct entry: all three"), _all_three, tone="green"),
        Flag(
            "no_pitch",
            N_("listens only: do not pitch"),
            lambda row: tuple(row["entry_focus"]) == ("receptive",),
        ),
    ),
    alarms=(Flag("missing", N_("an entry point is missing"), lambda r: len(missing(r)) in (1, 2)),),
    totals=lambda r: {"begun": sum(bool(row["entry_focus"]) for row in r.counted)},
    total_names={"begun": N_("People with an entry point")},
    says=(
        says(
            N_("Entry: {receptive} → {dissatisfied} → {power}; missing: {missing}."),
            when=lambda r: r.totals["begun"] > 0,
            internal=True,
        ),
    ),
    words=_words,
    feeds=("contact_coverage", "action_commitment", "visit_plan", "reach_channels"),
)
