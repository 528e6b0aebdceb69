"""Tiers: which service and effort does each account get? (seed 004/5)

    proven      the accounts that brought most, as many as make 80 % of all past results
    promising   of the others, by expected contribution × (reference effect + push for our product) / 10
    both        at most 30 % of all accounts; what is beyond is ordinary, lowest first

The arithmetic is a proposal of the methods file; that one account may be key, however few there are, is ours. Worked in
tests/methods/portfolio: ten accounts, two proven, one promising.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.method import Entry, Flag
from accountkit.methods.portfolio import ranking
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Column, Register

METHOD = Register(
    key="account_tier",
    name=N_("Account tier"),
    question=N_("Which tier, and so which service and effort, does each account get?"),
    group="portfolio",
    workspace="portfolio",
    source="004/5",
    rule=N_(
        "The accounts that brought most, up to 80 % of past results, are proven. Of the rest, those with the highest expected contribution × (reference effect + push for our product) / 10 are promising. Both together are at most 30 % of all accounts."
    ),
    first=N_("Enter the profit of past years under Lifetime profit and lifetime value in each account."),
    subject="portfolio",
    uses=("accounts", "currency"),
    derive=ranking.tiered,
    entered="cells",
    columns=(
        Column("account", N_("Account"), of=lambda row: row.cells["account"]),
        Column("tier", N_("Tier"), "choice", tuple(ranking.TIERS.items()), of=lambda row: row.cells["tier"]),
        Column("past", N_("Past contribution"), "money", of=lambda row: row.cells["past"]),
        Column("future", N_("Expected contribution"), "money", of=lambda row: row.cells["future"]),
        Column("benchmark", N_("Reference effect"), "rating", low=N_("none"), high=N_("opens a market")),
        Column(
            "innovation",
            N_("Pushes our product"),
            "rating",
            low=N_("never"),
            high=N_("asks for the next one"),
        ),
        Column("blacklist_reason", N_("Reason for exclusion")),
    ),
    extra=(Entry("next_review", N_("Next review"), kind="date", counts=False),),
    row_flags=(
        Flag("waits", N_("key tiers are full"), lambda row: row["waits"]),
        Flag(
            "currency",
            N_("another currency: not compared"),
            lambda row: row.record.currency != row.reading.currency,
        ),
    ),
    alarms=(
        Flag(
            "no_promising",
            N_("no promising account: they are usually neglected"),
            lambda reading: bool(reading.rows) and not ranking.of_tier(reading, "key_potential"),
        ),
    ),
    totals=lambda reading: {key: len(ranking.of_tier(reading, key)) for key in ranking.TIERS},
    total_names=ranking.TIERS,
    says=(
        says(
            N_("{proven} brought {share} of past results. Key accounts: {key} of {all}."),
            N_("Key accounts: {key} of {all}."),
            N_("No key account among {all}."),
            when=lambda reading: bool(reading.rows),
            internal=True,
        ),
    ),
    words=ranking.tier_words,
    row_says=(
        says(
            N_("{account}: tier {tier}, because of {reason}; next review {date}."),
            N_("{account}: tier {tier}, because of {reason}."),
            when=lambda row: row["tier"] not in (None, "normal"),
            internal=True,
        ),
    ),
    row_words=ranking.tier_row,
    feeds=("key_account_service", "contact_mechanism", "contact_coverage", "resource_grid"),
)
