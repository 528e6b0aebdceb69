"""From variables to constants: which of the five things that loosen a relation moves, and who does what by when? (seed 000/6)

A variable is constant if it was checked in the last 90 days and has no open record of severity 3 or more (a proposal of the methods
file). Signals are looked up in other records. Worked: 2 of 5 constant; rival, distance; the call by presales 4 days over.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.care import variable_rules as rules
from accountkit.methods.method import Flag
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Column, Register

METHOD = Register(
    key="relationship_variables",
    name=N_("What could loosen the relation"),
    question=N_(
        "Which of the five things that loosen a customer relation is moving, and who does what about it by when?"
    ),
    group="portfolio",
    workspace="care",
    source="000/6",
    rule=N_(
        "A variable is held constant if it was checked in the last 90 days and has no open record of severity 3 or more. Answers: unbroken cooperation, mistakes handled well, attention to problems, buying moves seen in time, rivals watched."
    ),
    first=N_("Note what could loosen the relation, or that you checked and found nothing."),
    reads=("implementation_stages", "contact_mechanism", "market_information", "loyalty_repeat_referral"),
    uses=("stakeholders", "contacts", "visits", "opportunities"),
    columns=(
        Column("variable", N_("Variable"), "choice", tuple(rules.VARIABLES.items())),
        Column("signal", N_("Signal"), "text"),
        Column(
            "severity",
            N_("Severity"),
            "rating",
            low=N_("normal variation"),
            high=N_("the account is at stake"),
        ),
        Column("countermeasure", N_("Countermeasure"), "text"),
        Column("owner", N_("Owner")),
        Column("due", N_("Due"), "date"),
        Column("status", N_("Status"), "choice", rules.STATUS),
        Column("seen_on", N_("Seen on"), "date"),
        Column("closed_on", N_("Closed on"), "date"),
        Column("over", N_("Days overdue"), "number", of=rules.days_over),
    ),
    extra=rules.CHECKS,
    order=rules.order,
    row_flags=(
        Flag("overdue", N_("overdue"), rules.is_overdue),
        Flag("unowned", N_("severe, without owner or date"), rules.unowned),
    ),
    alarms=(
        Flag(
            "alarm", N_("a severe record has no owner or date"), lambda r: any(map(rules.unowned, r.counted))
        ),
        Flag("overdue", N_("overdue"), lambda r: bool(r.totals["overdue"])),
    ),
    totals=rules.totals,
    total_names={"constant": N_("Held constant, of 5"), "overdue": N_("Overdue")},
    says=(
        says(
            N_("Held constant: {n} of 5; moving: {moving}; overdue: {overdue}; unwatched: {unwatched}."),
            when=rules.known,
            internal=True,
        ),
    ),
    words=rules.words,
    also_suggests=rules.suggested,
    feeds=("plan_tracking", "problem_types", "funnel_grade", "account_lifecycle"),
)
