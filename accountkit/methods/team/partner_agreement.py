"""Partner agreement: which type, and is everything in it? (seed 004/4)

Trust grows from a joint project over registered or bulk sales to exclusive ones. Six of six contents to sign is a
proposal of the methods file. Worked by hand: exclusive, six of six, deposit 0: not to be signed.
"""

from __future__ import annotations

from functools import partial

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.method import Entry, Flag, Reading
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Checklist
from accountkit.methods.team.partner_rules import (
    CONTENTS,
    ISSUES,
    TYPES,
    agreement_words,
    has_issue,
    may_be_signed,
)

PROFILES = ("strategic_partner_profile", "local_partner_profile")
NONE = N_("0 if none was agreed")


def _not_accepted(reading: Reading) -> bool:
    found = {reading.analyses.read(key, reading.subject_id).verdict for key in PROFILES}
    return bool(found & {"reject", "develop"}) and "accept" not in found


METHOD = Checklist(
    key="partner_agreement",
    name=N_("Partner agreement"),
    question=N_("Which type of agreement, and is everything in it?"),
    group="organisation",
    workspace="team",
    source="004/4",
    rule=N_(
        "Trust comes in steps: a joint project, then deal registration or bulk sale, then exclusive. Sign with six of six contents. An exclusive agreement fails without quota, floor, deposit or an earlier joint project, or if its scope overlaps another exclusive one."
    ),
    first=N_("Choose the type, and mark what the agreement contains."),
    subject="partner",
    reads=PROFILES,
    uses=(),
    conditions=CONTENTS,
    judge=may_be_signed,
    outcomes={"pass": N_("ready to sign"), "fail": N_("do not sign"), "open": N_("incomplete")},
    extra=(
        Entry(
            "agreement",
            N_("Type of agreement"),
            kind="choice",
            choices=tuple(TYPES.items()),
            counts=False,
            on_record=True,
        ),
        Entry(
            "joint_project",
            N_("Joint project before"),
            kind="choice",
            choices=labels.pairs("answered"),
            counts=False,
        ),
        Entry("quota", N_("Quota"), kind="money", prompt=NONE, counts=False),
        Entry("floor", N_("Floor"), kind="money", prompt=NONE, counts=False),
        Entry("deposit", N_("Deposit"), kind="money", prompt=NONE, counts=False),
        Entry(
            "proof",
            N_("Scope and proof standard"),
            kind="text",
            prompt=N_("Contact record, feedback, customer data"),
            counts=False,
        ),
    ),
    flags=(
        *(Flag(key, text, partial(has_issue, key)) for key, text in ISSUES.items()),
        Flag("profile", N_("profile not accepted"), _not_accepted),
    ),
    says=(
        says(
            N_("Agreement with {partner} ({type}): {n} of 6 contents; {issue}."),
            N_("Agreement with {partner} ({type}): {n} of 6 contents; missing: {missing}."),
            N_("Agreement with {partner} ({type}): {n} of 6 contents."),
            N_("Agreement with {partner}, no type chosen: {n} of 6 contents."),
            when=lambda reading: reading.begun,
            internal=True,
        ),
    ),
    words=agreement_words,
    feeds=("partner_enablement", "partner_review"),
)
