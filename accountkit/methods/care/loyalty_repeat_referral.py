"""Loyalty by repeat and referral: do they come back, and do they send others? (seed 004/5)

Satisfaction follows from value, effort and expectation (`loyalty_rules`); repeat purchase is entered here once, and read by
the loyalty of preference. Worked: received 4, effort 2, expectation 3: perceived value 4.0, satisfaction 3.5.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.care import loyalty_rules as rules
from accountkit.methods.method import Entry, Flag
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Axis, Cell, Matrix

REPEAT = Entry("repeat", N_("Buys only from us again"), N_("no"), N_("always"))
REFERRAL = Entry("referral", N_("Recommends us"), N_("never"), N_("often"))
PARTS = {
    "value_received": N_("Value received"),
    "effort": N_("Effort to get it"),
    "expectation": N_("Expectation"),
    "satisfaction_asked": N_("Satisfaction as the customer states it"),
}

METHOD = Matrix(
    key="loyalty_repeat_referral",
    name=N_("Loyalty by repeat and referral"),
    question=N_("Do they come back, and do they send others?"),
    group="portfolio",
    workspace="care",
    source="004/5",
    rule=N_(
        "Repeat purchase and recommendation, each high from 3. Perceived value is 3 + (value received − effort)/2, satisfaction 3 + (perceived value − expectation)/2; what the customer states itself counts first. Keep expectations in check: do not promise everything when handling complaints."
    ),
    first=N_("Rate whether they buy again and whether they recommend us."),
    reads=("delivered_value", "supplier_positioning"),
    uses=(),
    derives=rules.from_value,
    horizontal=Axis("repeat", N_("Buys again"), N_("no"), N_("always"), (REPEAT,)),
    vertical=Axis("referral", N_("Recommends us"), N_("never"), N_("often"), (REFERRAL,)),
    cells=(
        Cell("steadfast", N_("steadfast"), True, True, N_("Ask for the next referral.")),
        Cell(
            "inert",
            N_("inertial"),
            True,
            False,
            N_("They are too lazy to change: give a reason to recommend us."),
        ),
        Cell(
            "mercenary",
            N_("mercenary"),
            False,
            True,
            N_("They are paid to recommend us: win the next purchase."),
        ),
        Cell("none", N_("no loyalty"), False, False, N_("Learn why before you invest.")),
    ),
    extra=tuple(Entry(key, name, N_("low"), N_("high"), counts=False) for key, name in PARTS.items()),
    flags=(
        Flag("disagree", N_("stated and computed satisfaction disagree"), rules.disagree),
        Flag("not_tied", N_("satisfied, but easy to replace"), rules.satisfied_not_tied),
    ),
    says=(
        says(
            N_("Loyalty type: {type}; satisfaction: {s} of 5."),
            N_("Loyalty type: {type}."),
            internal=True,
        ),
    ),
    words=rules.words,
    feeds=("referral_and_exit", "lifetime_value", "relationship_variables", "loyalty_preference_repeat"),
)
