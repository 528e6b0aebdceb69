"""Strategic partner profile: can and will this big partner really open the segment? (seed 004/4)

Accepted if ability and will are both 3.5 or more; the split and the cuts are proposals of the methods file. Worked by
hand: 5, 4; 4, 3 → ability 4.5, will 3.5: accept.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.method import Entry
from accountkit.methods.team.partner_rules import profile

METHOD = profile(
    key="strategic_partner_profile",
    name=N_("Strategic partner profile"),
    question=N_("Can this big partner open the segment, and does it want to?"),
    rule=N_(
        "Ability is the mean of relations and coverage, will the mean of execution and fit with its strategy; the lower one is the score. Accept if both are 3.5 or more. A fit of 2 or less rejects the partner whatever the rest."
    ),
    first=N_("Rate the partner's relations, coverage, execution and strategy."),
    reads=("partner_selection",),
    feeds=("partner_agreement", "partner_review"),
    kind="strategic",
    ability=(
        Entry(
            "relations",
            N_("Good customer relations"),
            N_("one past deal, replaceable, small"),
            N_("standing business with the right departments"),
        ),
        Entry("coverage", N_("Sales coverage"), N_("single accounts"), N_("covers our segment")),
    ),
    will=(
        Entry(
            "execution",
            N_("Efficient execution"),
            N_("no incentive for new lines"),
            N_("incentives make hard sales pay"),
        ),
        Entry(
            "strategy_fit",
            N_("Fit with its strategy"),
            N_("one person's favour"),
            N_("part of its growth plan"),
        ),
    ),
    vetoes={"strategy_fit": 2},
)
