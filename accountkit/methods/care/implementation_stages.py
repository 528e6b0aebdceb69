"""Implementation stages: which phase of getting used to it is the customer in, after signing? (seed 000/5)

The ends of the stages, the drop of mood by two, contacts below half of those before signing (over 90 days) and five working days
are proposals of the methods file. The moods are those of the contact log. Worked by hand: mood 5, then 2: dropped, falling.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.care import implementation_rules as rules
from accountkit.methods.method import Flag
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Checklist
from accountkit.methods.shapes.checklist import COMPLETE

METHOD = Checklist(
    key="implementation_stages",
    name=N_("Implementation stages"),
    question=N_("The contract is signed: how far has the customer got used to the solution?"),
    group="portfolio",
    workspace="care",
    source="000/5",
    rule=N_(
        "New-toy stage: spirits are high, extra effort is due now. Learning stage: effort is high, results are low, motivation dips. Effectiveness stage: results show. It is an alarm if the mood drops by two in the learning stage, if contacts fall below half of those before signing, or if an issue waits five working days."
    ),
    first=N_("Mark the stages that have ended, and log contacts with the customer's mood."),
    subject="opportunity",
    reads=("contact_mechanism",),
    uses=("opportunities", "contacts"),
    stages=rules.STAGES,
    extra=rules.ENTRIES,
    derives=rules.from_log,
    flags=(
        Flag("mood_drop", N_("the mood has dropped in the learning stage"), rules.mood_dropped),
        Flag("neglected", N_("less than half the contacts of before signing"), rules.neglected),
        Flag("escalate", N_("an issue waits five working days: escalate"), rules.escalates),
        Flag(
            "not_signed",
            N_("the deal is not won yet"),
            lambda r: r.begun and r.account.opportunities[r.subject_id].outcome != "won",
        ),
    ),
    says=(
        says(
            N_("{deal}: all stages of implementation are complete."),
            when=lambda r: r.verdict == COMPLETE,
            internal=True,
        ),
        says(
            N_("{deal} is in the {stage}; mood: {trend}; next contact due {date}."),
            N_("{deal} is in the {stage}; next contact due {date}."),
            N_("{deal} is in the {stage}."),
            internal=True,
        ),
    ),
    words=rules.words,
    feeds=("contact_mechanism", "relationship_variables", "loyalty_repeat_referral", "referral_and_exit"),
)
