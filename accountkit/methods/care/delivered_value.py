"""Customer delivered value: counted as the customer counts it, who leaves more after cost, we or the rival? (seed 000/6, 001/2)

    delivered value = Σ four values − Σ four costs;  lead = ours − the best rival's

The components are Kotler's. The smallest change that makes the lead positive is proposed (methods file); where several would,
that where we lag most. Worked by hand: 15 − 13 against 14 − 12: lead 0, less worry. Promised is what the problem of a lever expects,
delivered what its measure is today.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.care import promise_rules
from accountkit.methods.care import value_rules as rules
from accountkit.methods.method import Flag
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Column, Register

METHOD = Register(
    key="delivered_value",
    name=N_("Customer delivered value"),
    question=N_("As the customer sees it, who leaves more value after cost, we or the rival?"),
    group="portfolio",
    workspace="care",
    source="000/6, 001/2",
    rule=N_(
        "Delivered value is the sum of four values less the sum of four costs, rated from the customer's view: what it defines, can pay for and expects. The lead is ours less the best rival's. Add value or reduce cost: the smallest change that makes the lead positive comes first. A promise of our levers is kept where the measure of its problem today is as expected."
    ),
    first=N_("Rate the four values and four costs for us and for one rival."),
    uses=("problems", "needs", "levers"),
    columns=(
        Column("party", N_("Party"), "choice", rules.PARTIES),
        Column("name", N_("Name")),
        *(Column(key, name, "rating", low=N_("low"), high=N_("high")) for key, name in rules.VALUES.items()),
        *(Column(key, name, "rating", low=N_("low"), high=N_("high")) for key, name in rules.COSTS.items()),
        Column("value", N_("Total value"), "number", of=rules.of_values),
        Column("cost", N_("Total cost"), "number", of=rules.of_costs),
        Column("left", N_("Delivered value"), "number", of=rules.left),
    ),
    bars="left",
    row_flags=(Flag("incomplete", N_("not all eight are rated"), lambda row: rules.left(row) is None),),
    alarms=(
        Flag("behind", N_("the rival leaves more"), lambda r: (r.totals["lead"] or 0) < 0),
        Flag("level", N_("no lead"), lambda r: r.totals["lead"] == 0),
    ),
    totals=rules.totals,
    total_names={"ours": N_("Ours"), "rival": N_("Best rival's"), "lead": N_("Lead")},
    says=(
        says(
            N_("Delivered value: {ours}, best rival {rival}; best move: less {less}."),
            N_("Delivered value: {ours}, best rival {rival}; best move: more {more}."),
            N_("Delivered value: {ours}, best rival {rival}."),
            N_("Delivered value: {ours}."),
            internal=True,
        ),
        says(
            N_(
                "Promised measures reached: {reached} of {promised}; furthest behind: {measure}, {now} against {then}."
            ),
            N_("Promised measures reached: {reached} of {promised}."),
            when=lambda reading: reading.begun,
            internal=True,
        ),
    ),
    words=lambda reading: {**promise_rules.words(reading.account), **rules.words(reading)},
    feeds=(
        "loyalty_repeat_referral",
        "loyalty_preference_repeat",
        "key_account_service",
        "solution_evaluation",
    ),
)
