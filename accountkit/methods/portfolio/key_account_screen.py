"""Screen of key accounts: who is worth scarce effort at all? (seed 001/2, marginal analysis)

    surplus = the five values − the four costs of lifetime value; at or below 0: drop
    key candidates: the fifth of the rest with the largest surplus; on ties those where both gain come first

Values and costs have one input, lifetime value. Worked in tests/methods/portfolio: six accounts, one candidate.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.portfolio import ranking
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Column, Register

METHOD = Register(
    key="key_account_screen",
    name=N_("Key-account screen"),
    question=N_("Which accounts are worth scarce effort at all?"),
    group="portfolio",
    workspace="portfolio",
    source="001/2",
    rule=N_(
        "Accounts that bring no more than serving them costs are dropped. Of the rest, the 20 % with the largest surplus are key candidates; on ties, those where both sides gain come first."
    ),
    first=N_("Enter values and costs under Lifetime profit and lifetime value in each account."),
    subject="portfolio",
    uses=("accounts", "currency", "offers"),
    derive=ranking.screened,
    entered="cells",
    columns=(
        Column("account", N_("Account"), of=lambda row: row.cells["account"]),
        Column(
            "verdict",
            N_("Verdict"),
            "choice",
            tuple(ranking.WORTH.items()),
            of=lambda row: row.cells["verdict"],
        ),
        Column("brings", N_("Extra contribution of serving"), "money", of=lambda row: row.cells["brings"]),
        Column("costs", N_("Extra cost"), "money", of=lambda row: row.cells["costs"]),
        Column("left", N_("Marginal surplus"), "money", of=lambda row: row.cells["left"]),
        Column("open", N_("Uncovered offerings"), "number", of=ranking.uncovered),
        Column("cooperation", N_("Who gains by cooperating"), "choice", tuple(ranking.GAINS.items())),
    ),
    says=(
        says(
            N_("Key candidates: {candidates}. Serving costs more than it brings: {drop}."),
            N_("Key candidates: {candidates}."),
            N_("Serving costs more than it brings: {drop}."),
            internal=True,
        ),
    ),
    words=ranking.screen_words,
    row_says=(
        says(
            N_("{account}: marginal surplus {x}; {verdict}."),
            when=lambda row: row["verdict"] in ("candidate", "drop"),
            internal=True,
        ),
    ),
    row_words=ranking.screen_row,
    feeds=("account_tier", "key_account_service"),
)
