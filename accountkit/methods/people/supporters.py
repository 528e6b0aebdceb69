"""Insider, sponsor, coach: whom do we have on our side, and in what quality? (seed 001/4)

A role holds only with all its conditions. The words for the coverage and their scale are a proposal of the methods file, after
a case of eight votes to three and no knowledge. Worked: insiders 1, sponsors 1, coaches 0: unverified.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.method import Entry, Flag
from accountkit.methods.people.supporter_rules import (
    NOT_A_COACH,
    ROLES,
    is_coach,
    is_insider,
    is_sponsor,
    outcome,
    words,
)
from accountkit.methods.sentences import label, says, text
from accountkit.methods.shapes import Checklist, Condition

METHOD = Checklist(
    key="supporters",
    name=N_("Insider, sponsor, coach"),
    question=N_("Whom do we have on our side, and in what quality?"),
    group="people",
    workspace="people",
    source="001/4",
    rule=N_(
        "A role holds only if all its conditions are met: two of three is not a coach. Information from one insider needs a second source. Seek a net of coaches for repeat business."
    ),
    first=N_("Mark what this person does for us."),
    subject="stakeholder",
    private=True,
    reads=("power_classes",),
    uses=("stakeholders",),
    conditions=(
        Condition("shares", N_("Shares information with us"), N_("Insider, if at least watching")),
        Condition(
            "wishes_success", N_("Wishes us success"), N_("Sponsor, if with us and with power or authority")
        ),
        Condition("authority", N_("Has personal authority"), N_("Counts like power")),
        Condition(
            "trusts_us",
            N_("Trusts our ability"),
            N_("Coach: verifies the project, reports attitudes, plans with us"),
        ),
        Condition(
            "trusted_inside", N_("Is trusted by the organisation"), N_("Coach, like the condition above")
        ),
        Condition("wants_our_win", N_("Wants us to win"), N_("Coach, like the condition above")),
    ),
    extra=(
        Entry(
            "attitude",
            N_("Attitude to us"),
            kind="choice",
            choices=labels.known("attitude"),
            counts=False,
            on_record=True,
        ),
        Entry("not_coach", N_("Why not a coach"), kind="choice", choices=NOT_A_COACH, counts=False),
    ),
    judge=outcome,
    outcomes=ROLES,
    flags=(
        Flag("insider", ROLES["insider"], is_insider, tone="green"),
        Flag("sponsor", ROLES["sponsor"], is_sponsor, tone="green"),
        Flag("coach", ROLES["coach"], is_coach, tone="green"),
    ),
    says=(says(N_("{role} as a supporter: {kind}."), internal=True),),
    words=lambda reading: {
        "role": text(reading.called),
        "kind": label(ROLES.get(reading.verdict or "")),
    },
    says_of_all=(
        says(
            N_("Support: insiders {insiders}, sponsors {sponsors}, coaches {coaches}; {verdict}."),
            when=lambda readings: any(reading.begun for reading in readings),
            internal=True,
        ),
    ),
    words_of_all=words,
    feeds=("sales_objective", "internal_politics", "opportunity_elements", "action_commitment"),
)
