"""The concepts of US-GAAP and IFRS filings, stitched to canonical lines in a declared order.

A company changes its concepts over the years (``SalesRevenueNet`` until 2017, contract revenue from 2018), so each line
names all of them; for each period the first that was filed is taken. Owners never mix: ``NetIncomeLoss`` and
``StockholdersEquity`` are the parent's, ``ProfitLoss`` and the equity "including portion attributable to noncontrolling
interest" belong to all owners. Names are those of the FASB and IFRS taxonomies.
"""

from __future__ import annotations

from functools import cache

from accountkit.finance.statements.lines import STOCKS
from accountkit.sources.lines.tags import balance, cash_flow, financial, income, one_offs, revenue

ORDER: dict[str, tuple[str, ...]] = {
    "revenue": (*revenue.TOTALS, *revenue.INDUSTRY),
    **income.INCOME,
    **one_offs.ONE_OFFS,
    **financial.FINANCIAL,
    **balance.BALANCE,
    **cash_flow.CASH_FLOW,
}

BANK_REVENUE = ("InterestIncomeExpenseNet", "NoninterestIncome")
"""A bank that tags no total: net interest income plus noninterest income, which is revenue net of interest expense."""

GROSS_BANK_REVENUE = ("InterestAndDividendIncomeOperating", "InterestExpense", "NoninterestIncome")
"""A bank that does not tag the net: interest income less interest expense, plus noninterest income."""

PRE_TAX_PARTS = (
    "IncomeLossFromContinuingOperationsBeforeIncomeTaxesDomestic",
    "IncomeLossFromContinuingOperationsBeforeIncomeTaxesForeign",
)
"""Pre-tax income at home and abroad, which the tax note of every filer tells apart."""

BESIDE = frozenset((*BANK_REVENUE, *GROSS_BANK_REVENUE, *PRE_TAX_PARTS, *revenue.PARTS))
"""Concepts that are read beside those of the lines, because a line may be their sum or turn out to be one of them."""

BALANCES = frozenset(STOCKS)
"""Lines measured on a day; all others are measured over the year."""

YEAR_MARKERS = (
    "net_income",
    "net_income_total",
    "net_income_common",
    "revenue",
    "income_tax",
    "operating_cash_flow",
)
"""Flows that every annual report has: their ends are the company's year ends."""


@cache
def _lines() -> dict[str, tuple[str, int]]:
    return {concept: (line, rank) for line, names in ORDER.items() for rank, concept in enumerate(names)}


def line_of(concept: str) -> tuple[str, int] | None:
    """The line and the place in its order of a concept, with or without its taxonomy (``us-gaap:Assets``)."""
    name = concept.split(":", 1)[-1].removeprefix("us-gaap_").removeprefix("ifrs-full_")
    # "Assets", "Revenue" or "Equity" alone are ordinary words: without their taxonomy only compound names count
    if name == concept and sum(letter.isupper() for letter in name) < 2:
        return None
    return _lines().get(name) if " " not in name else None
