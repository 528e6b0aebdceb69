"""Key-account service: what do we do for a key account that others do not get? (seed 001/2)

A key tier needs all four in place or planned, else the gaps are listed (a proposal of the methods file). Worked by hand: one in
place, two planned, one not: 1 of 4, full course missing.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.care.service_rules import HOW_FAR, outcome, without_owner, words
from accountkit.methods.method import Entry, Flag
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Checklist, Condition
from accountkit.methods.shapes.checklist import OUTCOMES

SERVICES = (
    Condition(
        "database",
        N_("Own customer record"),
        N_("People, purchases, wishes and complaints in one place"),
        choices=HOW_FAR,
    ),
    Condition(
        "co_design",
        N_("Customer takes part in design"),
        N_("Workshops, trials, a say in what comes next"),
        choices=HOW_FAR,
    ),
    Condition(
        "delivered_value",
        N_("Higher delivered value"),
        N_("More value or less cost than others get"),
        choices=HOW_FAR,
    ),
    Condition(
        "full_course",
        N_("Service before, during, in use and after"),
        N_("One plan over the whole course"),
        choices=HOW_FAR,
    ),
)
OWNERS = tuple(
    Entry(f"{one.key}_owner", name, kind="line", counts=False)
    for one, name in zip(
        SERVICES,
        (
            N_("Owner: customer record"),
            N_("Owner: design"),
            N_("Owner: delivered value"),
            N_("Owner: full course"),
        ),
        strict=True,
    )
)


METHOD = Checklist(
    key="key_account_service",
    name=N_("Key-account service"),
    question=N_("What do we do for a key account that others do not get?"),
    group="portfolio",
    workspace="care",
    source="001/2",
    rule=N_(
        "A key account needs all four in place or planned, each with an owner. What is missing is the list of gaps."
    ),
    first=N_("Mark what is in place and what is planned for this account."),
    reads=("contact_mechanism",),
    uses=(),
    conditions=SERVICES,
    extra=OWNERS,
    judge=outcome,
    outcomes={**OUTCOMES, "not_required": N_("not required at this tier")},
    flags=(Flag("no_owner", N_("planned without an owner"), without_owner),),
    says=(
        says(
            N_("Key service in place: {n} of 4; missing: {items}."),
            when=lambda reading: reading.verdict is not None,
            internal=True,
        ),
    ),
    words=words,
    feeds=("loyalty_preference_repeat", "delivered_value", "relationship_variables"),
)
