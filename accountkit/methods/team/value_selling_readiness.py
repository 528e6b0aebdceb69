"""Value-selling readiness: is the organisation, and not only one seller, able to sell value? (seed 004/3)

    readiness = (met + half of partly) / 11, at most 50 % while management is not organised

The cap is a proposal of the methods file: single sellers cannot turn alone. Worked by hand: 6 met, 2 partly is 63.6 %,
capped at 50 %. The brief says nothing of it.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.method import Flag
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Checklist, Condition
from accountkit.methods.team import working_rules as rules

METHOD = Checklist(
    key="value_selling_readiness",
    name=N_("Value-selling readiness"),
    question=N_("Is the organisation, and not only one seller, able to sell value?"),
    group="organisation",
    workspace="team",
    source="004/3",
    rule=N_(
        "Readiness is met plus half of partly met, of eleven. While management is not organised, it is at most 50 %: single sellers cannot change alone."
    ),
    first=N_("Assess the three principles, four mindsets and four processes."),
    subject="team",
    reads=("sales_operations",),
    uses=(),
    conditions=tuple(Condition(*one, choices=rules.ABILITY_STEPS) for one in rules.ABILITIES),
    judge=rules.is_ready,
    outcomes={"pass": N_("ready"), "capped": N_("at most 50 %"), "open": N_("partly ready")},
    flags=(
        Flag("capped", N_("management is not organised"), lambda r: r.value(rules.ORGANISED) == "not_met"),
        Flag(
            "not_lived",
            N_("called organised, but a required rule is missing"),
            lambda r: (
                r.value(rules.ORGANISED) == "met"
                and r.analyses.read(r.method.reads[0], r.subject_id).verdict == "fail"
            ),
        ),
    ),
    on_screen=(says(N_("Ready for value selling: {share}. Missing: {items}.")),),
    words=rules.ready_words,
    feeds=("partner_review", "account_lifecycle", "visit_plan", "opportunity_elements"),
)
