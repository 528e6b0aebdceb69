"""The cash flow of each year as a table row, and the years together in a sentence: one form for app, brief and command line."""

from __future__ import annotations

from collections.abc import Sequence

from accountkit.finance.findings.cash_flow import CashYear
from accountkit.finance.statements.lines import label
from accountkit.i18n import N_, _, money, number

FLOWS = {
    "operating_cash_flow": N_("Operating"),
    "investing_cash_flow": N_("Investing"),
    "financing_cash_flow": N_("Financing"),
}


def cash_names(years: Sequence[CashYear]) -> tuple[str, ...]:
    """The columns: the three flows, free cash flow, profit by whose it is, and cash against profit."""
    profit = years[-1].profit_line if years else "net_income"
    return (
        *(_(name) for name in FLOWS.values()),
        _("Free cash flow"),
        label(profit),
        _("Cash against profit"),
    )


def cash_cells(year: CashYear, currency: str) -> tuple[str, ...]:
    """A year's figures in that order; a dash for what is missing or has no meaning (cash against a loss)."""
    flows = (year.line(key) for key in FLOWS)
    amounts = (*flows, year.free, year.profit)
    ratio = "–" if year.conversion is None else number(year.conversion)
    return (*(money(amount, currency) for amount in amounts), ratio)


def cash_over_years(years: Sequence[CashYear]) -> str:
    """Operating cash flow against profit over all years that have both: sums over sums, since cash of one year often
    belongs to the next. Empty under two such years, or if they made no profit together."""
    both = [
        (cash, profit)
        for year in years
        for cash, profit in ((year.line("operating_cash_flow"), year.profit),)
        if cash is not None and profit is not None
    ]
    profits = sum(profit for _cash, profit in both)
    if len(both) < 2 or profits <= 0:
        return ""
    share = sum(cash for cash, _profit in both) / profits
    text = _("Over {n} years, {share} of each 1.00 of profit arrived as cash.")
    return text.format(n=len(both), share=number(share))
