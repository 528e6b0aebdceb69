"""How the organisation feels the change: beyond the accounts, does it feel pushed to move? (seed 004/8)

    pull = mean of the five; an item of 4 or more is a finding and a problem

Both are proposals of the methods file. These judgements are not economic and stand beside the statements.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.method import Entry
from accountkit.methods.numbers.perception_rules import ITEMS, KEY, suggested, words
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Group, Scorecard

METHOD = Scorecard(
    key=KEY,
    name=N_("How the organisation feels the change"),
    question=N_("Beyond the accounts, does this organisation feel pushed to move?"),
    group="understand",
    workspace="numbers",
    source="004/8",
    rule=N_(
        "The pull is the mean of five items. From 4 on, dissatisfaction leads to a problem to restore or prevent, a target or a window to one to pursue, a compliance duty to one to prevent by its date."
    ),
    first=N_("Rate what the organisation feels."),
    uses=("findings", "problems"),
    groups=(Group("pull", N_("Pull to change"), ITEMS),),
    notes=(
        Entry("compliance_date", N_("Duty to be met by"), kind="date", counts=False),
        Entry("window_date", N_("Window closes on"), kind="date", counts=False),
        Entry("adopter", N_("Adopter class"), kind="choice", choices=labels.pairs("adopter"), counts=False),
    ),
    also_suggests=suggested,
    says=(
        says(
            N_("The organisation feels {item} most strongly, deadline {date}; adopter class: {adopter}."),
            N_("The organisation feels {item} most strongly; adopter class: {adopter}."),
            N_("The organisation feels {item} most strongly, deadline {date}."),
            N_("The organisation feels {item} most strongly."),
            when=lambda r: r.verdict is not None,
        ),
    ),
    words=words,
    feeds=("internal_change", "problem_types", "motive_assessment", "sales_mode"),
)
