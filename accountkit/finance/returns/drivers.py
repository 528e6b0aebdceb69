"""Where to look next: the sub-ratios of each driver (``dupont_roe``, rule 4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from accountkit.finance.returns.dupont import DuPontYear
from accountkit.finance.returns.operating_income import came_from
from accountkit.finance.statements.business import Kind, kind_of
from accountkit.i18n import N_, _, number, percent

Books = Mapping[str, float]
DAYS = 365


@dataclass(frozen=True)
class SubRatio:
    """A ratio under a driver; `needs` are the lines of its formula, stocks on the basis of the decomposition, and `kinds`
    the businesses in which it means something. `before`: what is above is meant before what is below, which is added where
    the format of the statements has deducted it."""

    key: str
    name: str
    driver: Literal["margin", "turnover", "multiplier"]
    unit: Literal["percent", "days", "times"]
    needs: tuple[str, str]
    formula: Callable[[float, float], float]
    kinds: tuple[Kind, ...] = ("other", "real_estate")
    before: bool = False

    @property
    def label(self) -> str:
        """The name in the reader's language."""
        return _(self.name)

    def value(self, v: Books) -> float | None:
        """The ratio; None where a line is missing, the denominator is zero or negative, or it has no meaning."""
        if kind_of(v) not in self.kinds:
            return None
        above, below = (v.get(key) for key in self.needs)
        if above is None or below is None or below <= 0:
            return None
        return self.formula(above + below if self.adds_back(v) else above, below)

    def adds_back(self, v: Books) -> bool:
        """Whether what is above is after what is below in these lines, so that it is added again."""
        return self.before and came_from(v) == "finance_expense_deducted"

    def text(self, v: Books) -> str:
        """The ratio as its reader writes it."""
        value = self.value(v)
        if value is None or self.unit == "percent":
            return percent(value)
        return number(value, 0 if self.unit == "days" else 2)


def _ratio(above: float, below: float) -> float:
    return above / below


def _in_days(balance: float, per_year: float) -> float:
    return balance / per_year * DAYS


EVERY: tuple[Kind, ...] = ("bank", "insurer", "real_estate", "other")
OF_MONEY = (
    SubRatio(
        "net_interest_margin",
        N_("Net interest income to assets"),
        "margin",
        "percent",
        ("net_interest_income", "total_assets"),
        _ratio,
        ("bank",),
    ),
    SubRatio(
        "credit_loss_rate",
        N_("Credit losses to loans"),
        "margin",
        "percent",
        ("credit_losses", "loans"),
        _ratio,
        ("bank",),
    ),
    SubRatio(
        "loss_ratio",
        N_("Loss ratio"),
        "margin",
        "percent",
        ("claims", "premiums_earned"),
        _ratio,
        ("insurer",),
    ),
    SubRatio(
        "rental_yield",
        N_("Rental yield"),
        "turnover",
        "percent",
        ("rental_income", "investment_property"),
        _ratio,
        ("real_estate",),
    ),
    SubRatio(
        "loan_to_deposit",
        N_("Loans to deposits"),
        "multiplier",
        "percent",
        ("loans", "deposits"),
        _ratio,
        ("bank",),
    ),
)
"""Ratios of banks, insurers and owners of real estate."""

SUB_RATIOS: dict[str, SubRatio] = {
    ratio.key: ratio
    for ratio in (
        SubRatio(
            "gross_margin", N_("Gross margin"), "margin", "percent", ("gross_profit", "revenue"), _ratio
        ),
        SubRatio(
            "expense_ratio",
            N_("Expense ratio"),
            "margin",
            "percent",
            ("operating_expense", "revenue"),
            _ratio,
        ),
        SubRatio(
            "tax_share",
            N_("Tax rate"),
            "margin",
            "percent",
            ("income_tax", "income_before_tax"),
            _ratio,
            EVERY,
        ),
        SubRatio(
            "inventory_days",
            N_("Inventory days"),
            "turnover",
            "days",
            ("inventory", "cost_of_revenue"),
            _in_days,
        ),
        SubRatio(
            "receivable_days", N_("Receivable days"), "turnover", "days", ("receivables", "revenue"), _in_days
        ),
        SubRatio(
            "fixed_asset_turnover",
            N_("Fixed-asset turnover"),
            "turnover",
            "times",
            ("revenue", "fixed_assets"),
            _ratio,
        ),
        SubRatio(
            "debt_ratio",
            N_("Debt ratio"),
            "multiplier",
            "percent",
            ("total_liabilities", "total_assets"),
            _ratio,
            EVERY,
        ),
        SubRatio(
            "payable_days",
            N_("Payable days"),
            "multiplier",
            "days",
            ("payables", "cost_of_revenue"),
            _in_days,
        ),
        SubRatio(
            "interest_cover",
            N_("Interest cover"),
            "multiplier",
            "times",
            ("operating_income", "interest_expense"),
            _ratio,
            before=True,
        ),
        *OF_MONEY,
    )
}


def sub_ratios(year: DuPontYear, driver: str | None = None) -> dict[str, float | None]:
    """The sub-ratios of a year (of one driver, or all); None where the lines are missing."""
    return {r.key: r.value(year.inputs) for r in SUB_RATIOS.values() if driver in (None, r.driver)}
