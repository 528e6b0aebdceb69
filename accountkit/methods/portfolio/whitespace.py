"""Whitespace: which units of this account have which of our offers, and who has the others?

Not one of the seeds' methods. A cell follows from levers and deals where there are any, else it is entered.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.portfolio import whitespace_rules as rules
from accountkit.methods.sentences import count, says
from accountkit.methods.shapes import Column, Register

METHOD = Register(
    key=rules.KEY,
    name=N_("Whitespace"),
    question=N_("Which units have which of our offerings, and where is room?"),
    group="portfolio",
    workspace="deal",
    source="",
    rule=N_(
        "Our offerings by the units of the account. An offering is with us where a deal about its need is won, in proposal where a solution names it; everything else is entered, or uncovered."
    ),
    first=N_("Name the unit of each person, or add a row with a unit and an offering."),
    uses=("levers", "needs", "problems", "motives", "stakeholders", "opportunities", "offers"),
    derive=rules.rows,
    entered="rows",
    columns=(
        Column("unit", N_("Unit of the account")),
        Column("offer", N_("Offering"), prompt=N_("Its name in our catalogue")),
        Column("held", N_("Status of the cell"), "choice", tuple(rules.HELD.items())),
        Column("rival", N_("Rival")),
    ),
    totals=rules.totals,
    total_names={**rules.HELD},
    says=(
        says(
            N_("Cells with us: {ours}; in proposal: {proposed}; with a rival: {rival}."),
            when=lambda reading: bool(reading.counted),
            internal=True,
        ),
        says(
            N_("Uncovered: {open} of {all}."),
            when=lambda reading: bool(reading.counted and reading.practice.offers),
            internal=True,
        ),
    ),
    words=lambda reading: {
        **{key: count(value) for key, value in reading.totals.items()},
        "all": count(rules.cells_in_all(reading)),
    },
    feeds=("opportunity_ranking",),
)
