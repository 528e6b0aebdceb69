"""Supporting teams: who supports sellers, and where do they report? (seed 004/10)

Where presales and the partner ecosystem belong follows from the offer: standard if products are pushed, else differentiated.
No sales operations in a bureaucratic style is an alarm (a proposal of the methods file).
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.method import Flag
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Column, Register
from accountkit.methods.team import working_rules as rules

METHOD = Register(
    key="support_teams",
    name=N_("Supporting teams"),
    question=N_("Who supports sellers, and where do they report?"),
    group="organisation",
    workspace="team",
    source="004/10",
    rule=N_(
        "Marketing is a unit of its own; deal support is central. Presales is a central pool for standard offerings, and inside product or sector units for differentiated ones; partners belong to regions, or to these units. A bureaucratic organisation without sales operations is an alarm."
    ),
    first=N_("Add each team that supports sellers."),
    subject="team",
    reads=("organisation_style",),
    uses=(),
    columns=(
        Column("team", N_("Supporting team"), "choice", tuple(rules.TEAMS.items())),
        Column("exists", N_("Exists"), "choice", rules.EXISTS),
        Column("place", N_("Place in the organisation"), "choice", tuple(rules.PLACES.items())),
        Column("belongs", N_("Belongs to"), "choice", tuple(rules.PLACES.items()), of=rules.belongs),
        Column("headcount", N_("Headcount"), "number"),
        Column("gap", N_("What is missing")),
    ),
    row_flags=(Flag("misplaced", N_("belongs elsewhere"), rules.misplaced),),
    alarms=(Flag("no_operations", N_("bureaucratic without sales operations"), rules.no_operations),),
    total_names={"count": N_("Supporting teams")},
    says=(says(N_("Support available: {teams}; missing: {gap}."), internal=True),),
    words=rules.support_words,
    feeds=("sales_operations", "resource_grid"),
)
