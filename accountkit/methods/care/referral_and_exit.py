"""Referral and end of the lifecycle: how can they recommend us, or is it time to part? (seed 004/5)

A referral is asked for if loyalty is steadfast, latent or full, or satisfaction is 4 or more, the smallest ask first; a lifetime
value of zero or less proposes exclusion (proposals of the methods file). Worked by hand: named as customer given, steadfast:
next case material.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.care import referral_rules as rules
from accountkit.methods.method import Entry, Flag
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Checklist

METHOD = Checklist(
    key="referral_and_exit",
    name=N_("Referral and end of the lifecycle"),
    question=N_("How can they recommend us, or is it time to part?"),
    group="portfolio",
    workspace="care",
    source="004/5",
    rule=N_(
        "Ask for a referral only if loyalty is steadfast, latent or full, or satisfaction is at least 4; start with the smallest ask. At a lifetime value of zero or less, propose exclusion to the head of sales. Readmit when the reason is gone."
    ),
    first=N_("Mark the referrals that were asked for or given."),
    reads=("loyalty_repeat_referral", "loyalty_preference_repeat", "lifetime_value"),
    uses=(),
    conditions=rules.ASKS,
    extra=(
        Entry("exit", N_("End of the lifecycle"), kind="choice", choices=rules.EXITS, counts=False),
        Entry("exit_reason", N_("Reason for the exit"), kind="choice", choices=rules.REASONS, counts=False),
    ),
    judge=rules.outcome,
    outcomes={"ask": N_("may be asked"), "wait": N_("too early to ask"), "parted": N_("parted")},
    flags=(
        Flag("exclude", N_("lifetime value not positive: exclusion proposed"), rules.costs_more),
        Flag(
            "too_early",
            N_("asked before the customer is loyal or satisfied"),
            lambda r: any(r.value(one.key) == "asked" for one in rules.ASKS) and not rules.may_ask(r),
        ),
    ),
    says=(
        says(
            N_("Referrals given: {given}; next ask: {next}. Exit sign: {exit}."),
            N_("Referrals given: {given}; no ask now. Exit sign: {exit}."),
            when=lambda reading: reading.verdict is not None,
            internal=True,
        ),
    ),
    words=rules.words,
    feeds=("reach_channels", "network_resources", "go_to_market_sheet", "account_tier"),
)
