"""Contact coverage: in how many functions and how high are we in live contact, and does it all hang on one person? (seed
004/5, 001/8)

A person is live from the stage `liking` on with a contact in the last 60 days; the words for it are proposals of the methods
file. Nothing is entered: a row is a function, its cells are live over known people by layer. A deal's next stage of buying
adds the groups for which nobody is named. Worked: 2 of 6 functions, 3 of 7 cells, up to the middle layer.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.method import Flag
from accountkit.methods.people import coverage_rules as rules
from accountkit.methods.people.network import decision_level_open, single_thread, unplaced
from accountkit.methods.people.stages import NAMED
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Column, Register

METHOD = Register(
    key="contact_coverage",
    name=N_("Contact coverage"),
    question=N_(
        "In how many functions and how high are we in live contact, and does it all depend on one person?"
    ),
    group="people",
    workspace="people",
    source="004/5, 001/8",
    rule=N_(
        "A person is in live contact from the stage “attraction” on, with a contact in the last 60 days. Breadth is functions with a live contact over functions known or needed; below half is poor."
    ),
    first=N_("Add people with their function and layer, and note who met them."),
    reads=("buying_process",),
    on_slide=True,
    uses=("stakeholders", "contacts", "visits", "opportunities"),
    derive=rules.functions,
    columns=(
        Column("function", N_("Function"), of=lambda row: row.cells["function"]),
        Column("top", labels.WORDS["rank"]["top"], of=rules.at("top")),
        Column("middle", labels.WORDS["rank"]["middle"], of=rules.at("middle")),
        Column("operational", labels.WORDS["rank"]["operational"], of=rules.at("operational")),
        Column("stage", N_("Furthest stage"), "choice", NAMED, of=rules.furthest),
        Column("days", N_("Days since the last contact"), "number", of=rules.days),
        Column("ours", N_("Our people in contact"), of=rules.ours),
    ),
    row_flags=(
        Flag("live", N_("live contact"), rules.is_live, tone="green"),
        Flag("needed", N_("needed: no person named"), lambda row: not rules.cells(row)),
    ),
    alarms=(
        Flag("poor", rules.POOR, rules.poor),
        Flag("single_thread", rules.WARNINGS["single_thread"], lambda r: single_thread(r.account)),
        Flag("not_reached", rules.WARNINGS["not_reached"], lambda r: decision_level_open(r.account)),
        Flag("unplaced", N_("people without function or layer"), lambda r: any(unplaced(r.account))),
    ),
    beside=rules.by_us,
    totals=rules.totals,
    total_names={
        "live": N_("Functions in live contact"),
        "functions": N_("Functions known or needed"),
        "cells_live": N_("Cells in live contact"),
        "cells": N_("Cells known or needed"),
    },
    says=(
        says(
            N_("Live contact in {n} of {m} functions, up to {layer}; {warning}."),
            N_("Live contact in {n} of {m} functions; {warning}."),
            when=lambda reading: bool(reading.rows),
            internal=True,
        ),
    ),
    words=rules.words,
    feeds=("sales_objective", "opportunity_elements", "visit_plan", "relationship_variables"),
)
