"""SWOT and resulting strategies: given market space and share, what should the customer do, and what should we do here?
(seeds 004/8, 004/5, 004/3)

The rows are all findings of the account, and what is said of us in it. Opportunity and threat are market space, strength and
weakness the share against rivals. The larger sums by priority name the cell; equal sums show both (a proposal of the methods
file). PEST factors have their own priority; others are given one here.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods import findings, labels
from accountkit.methods.environment.swot_rules import (
    EFFECTS,
    KEY,
    STRATEGIES,
    WHOSE,
    cells,
    plan,
    to_plan,
    totals,
    weight,
    words,
)
from accountkit.methods.method import Flag, Suggests
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Column, Register

METHOD = Register(
    key=KEY,
    name=N_("SWOT and strategies"),
    question=N_(
        "Given market space and share, what should the customer do, and what should we do in this account?"
    ),
    group="understand",
    workspace="environment",
    source="004/8, 004/5, 004/3",
    rule=N_(
        "All findings, each with its priority. The larger of opportunities and threats and the larger of strengths and weaknesses name the strategy: SO grow, WO turn around, ST diversify or defend, WT retreat or cooperate."
    ),
    first=N_("Give each finding a priority, and add our own strengths and weaknesses."),
    uses=("findings", "plan"),
    records="findings",
    by_record=True,
    begins=lambda _account: {
        "source_framework": KEY,
        "source_item": "us",
        "whose": "us",
        "effect": "strength",
    },
    columns=(
        Column("statement", N_("Finding"), "text"),
        Column("effect", N_("Nature of effect"), "choice", labels.pairs("effect")),
        Column("whose", N_("Whose"), "choice", WHOSE),
        Column("priority", N_("Our priority"), "number"),
        Column("weight", N_("Priority"), "number", of=weight),
        Column("found_by", N_("Found by"), of=lambda row: findings.note(row.record)),
    ),
    order=lambda row: (
        row["whose"],
        list(EFFECTS).index(row["effect"]),
        -(row["weight"] or 0),
        row.record.order,
    ),
    row_flags=(Flag("unweighed", N_("no priority yet"), lambda row: row["weight"] is None),),
    totals=totals,
    total_names={"customer": N_("Sums of the customer"), "us": N_("Our sums")},
    verdict=lambda r: next(iter(cells(r, "customer")), None),
    verdict_names=STRATEGIES,
    says=(
        says(N_("The customer is in the {cell} position: {strategy}."), internal=True),
        says(N_("We are in the {our_cell} position: {our_strategy}."), internal=True),
    ),
    words=words,
    suggests=(
        Suggests(
            "plan",
            N_("Add our strategy “{our_strategy}” to the plan?"),
            N_("Add to plan"),
            to_plan,
            edits=plan,
        ),
    ),
    feeds=("organisation_perception", "opportunity_ranking", "plan_tracking", "ansoff_matrix"),
)
