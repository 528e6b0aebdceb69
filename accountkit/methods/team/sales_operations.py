"""Sales operations and standardisation: which working rules exist in practice, beyond labels? (seed 004/10)

A rule counts only if it is lived. What is required follows from the style (a proposed reading of the methods file).
Worked by hand: three lived, two written, one none: 3 of 6.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.method import Entry, Flag
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Checklist, Condition
from accountkit.methods.team import working_rules as rules

METHOD = Checklist(
    key="sales_operations",
    name=N_("Sales operations and standardisation"),
    question=N_("Which working rules exist in practice, beyond labels?"),
    group="organisation",
    workspace="team",
    source="004/10",
    rule=N_(
        "A rule counts only if it is lived. A bureaucratic organisation needs the sales process and ability standards; an organic one replaces detailed process by reviews and shared experience. Do not copy the process of another company."
    ),
    first=N_("Mark for each rule whether it is written, and whether it is lived."),
    subject="team",
    reads=("organisation_style", "support_teams"),
    uses=(),
    conditions=tuple(Condition(*one, choices=rules.RULE_STEPS) for one in rules.RULES),
    judge=rules.in_place,
    outcomes={
        "pass": N_("rules in place"),
        "fail": N_("a required rule is missing"),
        "open": N_("in progress"),
    },
    extra=(
        Entry(
            "copied",
            N_("Process copied from another company"),
            kind="choice",
            choices=labels.pairs("answered"),
            counts=False,
        ),
        Entry("example", N_("Where it can be seen"), kind="text", counts=False),
    ),
    flags=(
        Flag("copied", N_("copied process"), lambda r: r.value("copied") == "yes"),
        Flag(
            "no_operations",
            N_("bureaucratic without sales operations"),
            lambda r: "no_operations" in r.analyses.read(r.method.reads[1], r.subject_id).alarms,
        ),
    ),
    says=(
        says(
            N_("Rules lived: {n} of 6. Written but not lived: {written}."),
            N_("Rules lived: {n} of 6."),
            internal=True,
        ),
    ),
    words=rules.rule_words,
    feeds=("performance_coaching", "value_selling_readiness"),
)
