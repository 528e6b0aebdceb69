"""Internal politics: who stands close to whom, who is at odds, and through whom do we reach the one who decides? (seed 001/3,
004/5)

The rows are the ties themselves, notes on work alone; the rules of the way are proposals of the methods file (network.py).
Nobody reports to themselves, over others or at once: the account refuses it, and a ring that a file brings in is flagged. Worked: head of IT leads to the general manager.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.method import Flag
from accountkit.methods.people import politics_rules as rules
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Column, Register

SAYS = (
    says(
        N_("Way to {role}: {path}; tense: {tense}; alone: {alone}."),
        N_("No way to {unreached} yet; tense: {tense}; alone: {alone}."),
        N_("{direct} is reached directly; tense: {tense}; alone: {alone}."),
        N_("Tense: {tense}; alone: {alone}."),
        when=lambda reading: bool(reading.counted),
        internal=True,
    ),
    says(N_("Reporting runs in a circle: {people}. Change one of the ties."), internal=True),
    says(N_("Next we ask {asked} to bring in {next}.")),
)

METHOD = Register(
    key="internal_politics",
    name=N_("Internal politics map"),
    question=N_("Who is close to whom, who is at odds, and through whom do we reach the decision maker?"),
    group="people",
    workspace="people",
    source="001/3, 004/5",
    rule=N_(
        "A way leads along reporting, closeness and influence, never along tension, and not through a person who is against us. It starts from a person we have access to, from the stage “attraction” on. Strong ties are short; the shortest way counts."
    ),
    first=N_("Add the people who take part, then the ties between them."),
    private=True,
    picture="people",
    reads=("supporters",),
    uses=("stakeholders", "pairs", "contacts", "visits"),
    records="pairs",
    begins=rules.next_two,
    columns=(
        Column("from_id", N_("From person"), "person"),
        Column("tie", N_("Tie"), "choice", labels.pairs("tie")),
        Column("to_id", N_("To person"), "person"),
        Column("strength", N_("Strength of the tie"), "rating"),
        Column(
            "basis", N_("Basis at work"), "text", prompt=N_("Unit, project or past decision; nothing private")
        ),
        Column("date", N_("Date"), "date"),
    ),
    row_flags=(
        Flag("no_sides", N_("do not speak for one before the other"), rules.tense_pair),
        Flag("ring", N_("reporting runs in a circle: change one of the ties"), rules.in_ring),
        Flag("two_superiors", N_("reports to two people"), rules.two_superiors),
    ),
    alarms=(
        Flag("no_way", N_("no way in yet: widen contact coverage"), rules.no_way),
        Flag("recheck", N_("re-check the first person of the way"), rules.to_check),
        Flag(
            "through_tension", N_("a way leads through a person at odds with another"), rules.through_tension
        ),
    ),
    totals=rules.totals,
    total_names={
        "ties": N_("Ties"),
        "reached": N_("Decision makers we can reach"),
        "deciders": N_("Decision makers"),
        "alone": N_("Isolated supporters"),
    },
    says=SAYS,
    on_screen=(
        *SAYS,
        says(N_("Add a tie between two people."), when=rules.waits_for_a_tie, internal=True),
    ),
    words=rules.words,
    feeds=("influence_score", "entry_focus", "contact_coverage", "three_c_scan", "visit_plan"),
)
