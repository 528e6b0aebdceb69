"""The canonical lines of a statement: one key each, whatever a file or a filing calls it.

A *flow* is earned or spent over the period (revenue), a *stock* is held at its end (total assets), a *ratio* is printed
by the company itself. Costs, expenses, taxes and payments are positive where they cost money. Lines without a suffix
belong to the owners of the parent company; `_total` lines include the minorities.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from accountkit.i18n import N_, _

Kind = Literal["flow", "stock", "ratio"]


@dataclass(frozen=True)
class Line:
    """One line: its key, its English name (the key of its translation) and whether it is a flow or a stock."""

    key: str
    name: str
    kind: Kind

    @property
    def label(self) -> str:
        """The name in the reader's language."""
        return _(self.name)


FLOWS = {
    "revenue": N_("Revenue"),
    "total_operating_revenue": N_("Total operating revenue"),
    "cost_of_revenue": N_("Cost of revenue"),
    "gross_profit": N_("Gross profit"),
    "operating_expense": N_("Operating expense"),
    "selling_expense": N_("Selling expense"),
    "administrative_expense": N_("Administrative expense"),
    "research_expense": N_("Research and development expense"),
    "finance_expense": N_("Finance expense"),
    "total_costs": N_("Total costs and expenses"),
    "operating_income": N_("Operating income"),
    "interest_expense": N_("Interest expense"),
    "interest_income": N_("Interest income"),
    "associates_income": N_("Share of profit of associates"),
    "income_before_tax": N_("Income before tax"),
    "income_tax": N_("Income tax"),
    "continuing_income": N_("Profit from continuing operations"),
    "discontinued_income": N_("Result of discontinued operations"),
    "net_income": N_("Net income"),
    "net_income_total": N_("Net income including minorities"),
    "minority_income": N_("Profit of minorities"),
    "net_income_common": N_("Profit after preferred dividends"),
    "preferred_dividends": N_("Preferred dividends"),
    "goodwill_impairment": N_("Impairment of goodwill"),
    "impairment": N_("Other impairments"),
    "restructuring": N_("Restructuring costs"),
    "disposal_gains": N_("Gains on disposals"),
    "debt_extinguishment": N_("Gains on debt extinguishment"),
    "litigation_settlement": N_("Gains from legal settlements"),
    "one_off_tax": N_("Tax effect of changed tax law"),
    "net_interest_income": N_("Net interest income"),
    "noninterest_income": N_("Non-interest income"),
    "credit_losses": N_("Provision for credit losses"),
    "premiums_earned": N_("Premiums earned"),
    "claims": N_("Claims and benefits"),
    "rental_income": N_("Rental income"),
    "depreciation": N_("Depreciation and amortisation"),
    "operating_cash_flow": N_("Operating cash flow"),
    "investing_cash_flow": N_("Investing cash flow"),
    "financing_cash_flow": N_("Financing cash flow"),
    "exchange_effect": N_("Effect of exchange rates on cash"),
    "capital_expenditure": N_("Capital expenditure"),
    "dividends": N_("Dividends"),
    "buybacks": N_("Share buybacks"),
}
STOCKS = {
    "total_assets": N_("Total assets"),
    "current_assets": N_("Current assets"),
    "cash": N_("Cash"),
    "short_term_investments": N_("Short-term investments"),
    "receivables": N_("Receivables"),
    "inventory": N_("Inventory"),
    "prepayments": N_("Prepayments"),
    "fixed_assets": N_("Fixed assets"),
    "intangible_assets": N_("Intangible assets"),
    "goodwill": N_("Goodwill"),
    "loans": N_("Loans to customers"),
    "investment_property": N_("Investment property"),
    "total_liabilities": N_("Total liabilities"),
    "current_liabilities": N_("Current liabilities"),
    "payables": N_("Payables"),
    "deferred_revenue": N_("Deferred revenue"),
    "short_term_debt": N_("Short-term debt"),
    "long_term_debt": N_("Long-term debt"),
    "total_debt": N_("Total debt"),
    "deposits": N_("Customer deposits"),
    "mezzanine_equity": N_("Mezzanine equity"),
    "equity": N_("Equity"),
    "equity_total": N_("Equity including minorities"),
    "minority_interest": N_("Minority interest"),
    "liabilities_and_equity": N_("Total liabilities and equity"),
}
RATIOS = {
    "weighted_average_roe": N_("Published weighted-average return on equity"),
}

OF_KIND: dict[Kind, dict[str, str]] = {"flow": FLOWS, "stock": STOCKS, "ratio": RATIOS}
LINES: dict[str, Line] = {
    key: Line(key, name, kind) for kind, names in OF_KIND.items() for key, name in names.items()
}


def within(key: str) -> str:
    """The name of a line inside a sentence: English writes it small unless it is an abbreviation (``EBIT``)."""
    text = label(key)
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def label(key: str) -> str:
    """The name of a line in the reader's language; the key itself for a line that is not canonical."""
    return LINES[key].label if key in LINES else key
