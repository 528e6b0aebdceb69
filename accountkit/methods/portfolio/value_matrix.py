"""Value matrix: is an account's worth in what it buys, in what else it brings, or in both? (seed 001/2)

Both values are those of lifetime value. From four accounts on, high is at or above the median; below that the ratings decide,
cut at 3.0. Names and strategies are proposals of the methods file; that a value within 5 % of the median lies on the line is
ours. Worked in tests/methods/portfolio: five accounts, cut at 300 k and 90 k.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.portfolio import ranking
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Axis, Cell, Matrix

METHOD = Matrix(
    key="value_matrix",
    name=N_("Customer value matrix"),
    question=N_("Is an account's worth in what it buys, in what else it brings, or in both?"),
    group="portfolio",
    workspace="portfolio",
    source="001/2",
    rule=N_(
        "Current value is what is bought; potential value is word of mouth, information, knowledge and transactions. From four accounts on, high is at or above the median of all; with fewer, ratings of 3 or more are high."
    ),
    first=N_("Enter the value of purchases and of the rest under Lifetime profit and lifetime value."),
    subject="portfolio",
    uses=("accounts", "currency"),
    horizontal=Axis("current_value", N_("Current value"), N_("low"), N_("high")),
    vertical=Axis("potential_value", N_("Potential value"), N_("low"), N_("high")),
    cells=(
        Cell("core", N_("core"), True, True, N_("Invest and protect.")),
        Cell("cash", N_("cash"), True, False, N_("Keep it efficiently.")),
        Cell("seed", N_("seed"), False, True, N_("Develop it.")),
        Cell("minor", N_("minor"), False, False, N_("Serve it at low cost.")),
    ),
    members=ranking.valued,
    says=(
        says(
            N_("Value groups: core {core}; cash {cash}; seed {seed}; minor {minor}."),
            when=lambda reading: bool(reading.rated),
            internal=True,
        ),
    ),
    words=ranking.matrix_words,
    feeds=("value_growth", "account_tier"),
)
