"""Function layers and scope: at which level does a problem live, and which higher goal can carry its budget? (seed 004/8)

The rows are the problems, each with one layer and one scope. Too high: its owner is above everybody we have met. Too low: the
owner neither decides nor signs, and names no budget. Both are proposals of the methods file.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.method import Entry, Flag
from accountkit.methods.numbers.layer_rules import GOALS, LEVELS, goal, level, owner, words
from accountkit.methods.sentences import count, says
from accountkit.methods.shapes import Column, Register

METHOD = Register(
    key="balanced_scorecard",
    name=N_("Function layers and scope"),
    question=N_(
        "At which level and breadth does each problem live, and which higher goal can carry its budget?"
    ),
    group="understand",
    workspace="numbers",
    source="004/8",
    rule=N_(
        "Each problem has one layer and one scope. Every purchase low down serves a goal above: the chain from the problem to the layer's goal and to the strategy must be written."
    ),
    first=N_("Write the strategy and the goal of each layer, and place the problems."),
    uses=("problems", "stakeholders", "motives", "contacts", "visits"),
    records="problems",
    among=lambda problem: not problem.closed,
    extra=tuple(
        Entry(key, title, kind="text", prompt=prompt, counts=False) for key, (title, prompt) in GOALS.items()
    ),
    columns=(
        Column("statement", N_("Problem"), "text"),
        Column("layer", N_("Layer"), "choice", labels.pairs("layer")),
        Column("scope", N_("Scope")),
        Column("goal", N_("Serves the goal"), of=goal),
        Column("owner", N_("Owner"), "person", of=owner),
        Column("level", N_("Level"), "choice", tuple(LEVELS.items()), of=level),
    ),
    order=lambda row: (
        list(labels.WORDS["layer"]).index(row["layer"]) if row["layer"] else 9,
        row.record.order,
    ),
    row_flags=(
        Flag(
            "unlinked",
            N_("upward link missing"),
            lambda row: not (goal(row) and row.reading.value("strategy")),
        ),
    ),
    says=(
        says(N_("Problems with a written upward link: {linked} of {total}."), when=lambda r: bool(r.counted)),
    ),
    words=lambda r: {
        "linked": count(sum(not row.flags for row in r.counted)),
        "total": count(len(r.counted)),
    },
    row_says=(
        says(
            N_("“{problem}” belongs to the layer {layer}, scope {scope}, and serves {goal}."),
            N_("“{problem}” belongs to the layer {layer} and serves {goal}."),
            N_("“{problem}” belongs to the layer {layer}, scope {scope}."),
        ),
    ),
    row_words=words,
    feeds=("problem_types", "key_roles", "dupont_roe", "ansoff_matrix"),
)
