"""Local partner profile: will this small partner last, and is someone in charge? (seed 004/4)

Accepted if ability and will are both 3.5 or more; the split and the cuts are proposals of the methods file. Worked:
4, 4; 3, 4 → ability 4.0, will 3.5: accept.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.method import Entry
from accountkit.methods.team.partner_rules import profile

METHOD = profile(
    key="local_partner_profile",
    name=N_("Local partner profile"),
    question=N_("Will this small partner last, and is someone in charge?"),
    rule=N_(
        "Ability is the mean of cash flow and closeness to customers, will the mean of a dedicated person and integrity; the lower one is the score. Accept if both are 3.5 or more. Integrity of 2 or less, or cash flow of 1, rejects the partner."
    ),
    first=N_("Rate the partner's cash flow, closeness, dedicated person and integrity."),
    reads=("partner_selection",),
    feeds=("partner_agreement", "partner_review"),
    kind="local",
    ability=(
        Entry("cash_flow", N_("Stable cash flow"), N_("hand to mouth"), N_("steady income")),
        Entry(
            "closeness",
            N_("Close to customers"),
            N_("no nearer than we are"),
            N_("faster and cheaper than we are"),
        ),
    ),
    will=(
        Entry("dedicated", N_("Dedicated person"), N_("changing or shared"), N_("stable, named owner")),
        Entry(
            "integrity",
            N_("Honest and lawful"),
            N_("doubts on law, payment, licence or IP"),
            N_("clean record"),
        ),
    ),
    vetoes={"integrity": 2, "cash_flow": 1},
)
