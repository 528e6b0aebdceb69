"""Account management process: which phase of life is this account in, and which activity is due? (seed 004/5)

A stage ends when it is marked; that a latent need is found follows from the problems and needs. The activity that is due is
the first of the stage's methods that is not begun.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from accountkit.i18n import N_
from accountkit.methods.method import Entry, Flag, Reading
from accountkit.methods.registry import REGISTRY
from accountkit.methods.sentences import Word, label, says
from accountkit.methods.shapes import Checklist, Stage
from accountkit.methods.shapes.checklist import COMPLETE, ChecklistReading

ACTIVITIES = {
    "new_strategy": ("segment_positioning", "ideal_customer", "expansion_difficulty", "expansion_matrix"),
    "prospect": ("reach_channels", "relationship_stages", "three_c_scan", "latent_need_scan"),
    "large_account": ("account_tier", "internal_change", "opportunity_ranking", "plan_tracking"),
    "maintenance": ("loyalty_repeat_referral", "market_information", "referral_and_exit"),
}
AIMS = {
    "aim_repeat": N_("Repeat purchase"),
    "aim_introduce": N_("Introduces new customers"),
    "aim_end": N_("Relation ended in time"),
}
PURSUED = (("active", N_("active")), ("not_pursued", N_("not pursued")))


def _found(reading: Reading) -> Mapping[str, Any]:
    """A latent need is found with the first problem or need that is not refuted."""
    account = reading.account
    grounds = [one.evidence for one in account.problems.values()]
    grounds += [one.evidence for one in account.needs.values()]
    live = any(account.standing(ids) != "refuted" for ids in grounds)
    return {"prospect": "met" if live else None}


def _due(reading: ChecklistReading) -> Word:
    keys = ACTIVITIES.get(reading.current.key if reading.current else "", ())
    named = (key for key in keys if key in REGISTRY)
    open_ = (key for key in named if not any(one.begun for one in reading.analyses.readings(key)))
    first = next(open_, None)
    return label(REGISTRY[first].name) if first else None


def _pushed(reading: ChecklistReading) -> bool:
    return reading.value("prospect") != "met" and bool(reading.account.opportunities)


METHOD = Checklist(
    key="account_lifecycle",
    name=N_("Account life cycle"),
    question=N_("Which phase of life is this account in, and which activity is due?"),
    group="portfolio",
    workspace="overview",
    source="004/5",
    rule=N_(
        "The present stage is the first that has not ended. A latent need is found with the first problem. Product and technical staff come in only after a latent need is found."
    ),
    first=N_("Mark what has ended: first the standard for pursuing such customers."),
    stages=(
        Stage(
            "new_strategy", N_("New-customer strategy"), N_("The standard for active pursuit is explicit.")
        ),
        Stage("prospect", N_("Prospect development"), N_("A latent need is found.")),
        Stage("large_account", N_("Large-account planning"), N_("Large or many latent needs are found.")),
        Stage("maintenance", N_("Existing-customer care"), N_("The customer is gone, or no longer pursued.")),
    ),
    extra=tuple(
        entry
        for key, name in AIMS.items()
        for entry in (
            Entry(key, name, kind="choice", choices=PURSUED, counts=False),
            Entry(f"{key}_next", N_("Next step"), kind="line", counts=False),
        )
    ),
    derives=_found,
    flags=(Flag("pushed", N_("a product is offered before a latent need is found"), _pushed),),
    says=(
        says(N_("The account relation has ended."), when=lambda r: r.verdict == COMPLETE, internal=True),
        says(
            N_("Account stage: {stage}. Due: {activity}."),
            N_("Account stage: {stage}."),
            internal=True,
        ),
    ),
    words=lambda r: {
        "stage": label(r.current.name) if r.current and r.verdict else None,
        "activity": _due(r),
    },
    feeds=("buying_process", "account_tier"),
)
