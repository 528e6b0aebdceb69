"""Levers: what our answer changes in the customer's accounts, line by line, in one steady year.

A lever has a kind, an amount and the share of the business that it reaches. Per-cent kinds are in per cent of the line
(−0.5 is −0.5 %), day kinds in days, money kinds in the account's currency a year (a saving) or once (assets released).

- More revenue at the old terms ties up receivables and brings more deferred revenue (customers' prepayments) in; more
  volume also costs, and ties up inventory and prepayments to suppliers, less what is payable to them.
- Money released from receivables, inventory or fixed assets, or left with us longer by suppliers, becomes cash; what it
  does to the return depends on its use (`accountkit.finance.levers.scenario`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from accountkit.i18n import N_, _

Unit = Literal["percent", "days", "money"]
Books = Mapping[str, float]
Changes = dict[str, float]
DAYS = 365


@dataclass(frozen=True)
class Kind:
    """One kind of lever. `better` is the sign of an improvement; `line` is what it acts on, `driver` the ROE factor."""

    key: str
    name: str
    unit: Unit
    line: str
    driver: Literal["margin", "turnover"]
    better: Literal[-1, 1]
    needs: tuple[str, ...]
    changes: Callable[[Books, float], Changes]

    @property
    def noun(self) -> str:
        """What changes, in the reader's language: ``Inventory days``."""
        return _(self.name)

    @property
    def label(self) -> str:
        """The name with the form of its amount, as a control shows it: ``Cost of revenue (%)``."""
        forms = {"percent": _("{name} (%)"), "days": _("{name} (change)"), "money": "{name}"}
        return forms[self.unit].format(name=self.noun)


def _of(line: str) -> Callable[[Books, float], Changes]:
    """A per-cent change of one line."""
    return lambda books, amount: {line: books[line] * amount / 100}


def _price(books: Books, amount: float) -> Changes:
    """Revenue at unchanged cost; receivables and deferred revenue follow revenue."""
    return _in_step(books, amount, "revenue", "receivables", "deferred_revenue")


def _volume(books: Books, amount: float) -> Changes:
    """Revenue and its cost; what is owed by and to customers follows revenue, what is with suppliers follows cost."""
    following = _in_step(books, amount, "cost_of_revenue", "inventory", "prepayments", "payables")
    return _price(books, amount) | following


def _in_step(books: Books, amount: float, *lines: str) -> Changes:
    """These lines by the same per cent; one that the statement lacks does not move."""
    return {line: books.get(line, 0.0) * amount / 100 for line in lines}


def _days(line: str, per_year: str) -> Callable[[Books, float], Changes]:
    """A change of the days that a balance stands for; no more is released than there is."""

    def changes(books: Books, amount: float) -> Changes:
        wanted = books[per_year] * amount / DAYS
        return {line: max(wanted, -books[line]) if line in books else wanted}

    return changes


def _saving(books: Books, amount: float) -> Changes:
    return {"other_cost": -amount}


def _gain(books: Books, amount: float) -> Changes:
    return {"revenue": amount}


def _released(line: str) -> Callable[[Books, float], Changes]:
    return lambda books, amount: {line: -min(amount, books.get(line, amount))}


COST, REVENUE = ("cost_of_revenue",), ("revenue",)
KINDS: dict[str, Kind] = {
    kind.key: kind
    for kind in (
        Kind("price_percent", N_("Price"), "percent", "revenue", "margin", 1, REVENUE, _price),
        Kind(
            "volume_percent",
            N_("Sales volume"),
            "percent",
            "revenue",
            "margin",
            1,
            (*REVENUE, *COST),
            _volume,
        ),
        Kind("revenue_amount", N_("Annual revenue"), "money", "revenue", "margin", 1, (), _gain),
        Kind(
            "cost_of_revenue_percent",
            N_("Cost of revenue"),
            "percent",
            "cost_of_revenue",
            "margin",
            -1,
            COST,
            _of("cost_of_revenue"),
        ),
        Kind(
            "operating_expense_percent",
            N_("Operating expense"),
            "percent",
            "operating_expense",
            "margin",
            -1,
            ("operating_expense",),
            _of("operating_expense"),
        ),
        Kind(
            "interest_expense_percent",
            N_("Interest expense"),
            "percent",
            "interest_expense",
            "margin",
            -1,
            ("interest_expense",),
            _of("interest_expense"),
        ),
        Kind("saving_amount", N_("Annual cost saving"), "money", "other_cost", "margin", 1, (), _saving),
        Kind(
            "days_sales_outstanding",
            N_("Receivable days"),
            "days",
            "receivables",
            "turnover",
            -1,
            REVENUE,
            _days("receivables", "revenue"),
        ),
        Kind(
            "days_inventory_outstanding",
            N_("Inventory days"),
            "days",
            "inventory",
            "turnover",
            -1,
            COST,
            _days("inventory", "cost_of_revenue"),
        ),
        Kind(
            "days_payables_outstanding",
            N_("Payable days"),
            "days",
            "payables",
            "turnover",
            1,
            COST,
            _days("payables", "cost_of_revenue"),
        ),
        Kind(
            "fixed_assets_percent",
            N_("Fixed assets"),
            "percent",
            "fixed_assets",
            "turnover",
            -1,
            ("fixed_assets",),
            _of("fixed_assets"),
        ),
        Kind(
            "inventory_amount",
            N_("Inventory released"),
            "money",
            "inventory",
            "turnover",
            1,
            (),
            _released("inventory"),
        ),
        Kind(
            "receivables_amount",
            N_("Receivables released"),
            "money",
            "receivables",
            "turnover",
            1,
            (),
            _released("receivables"),
        ),
        Kind(
            "assets_amount",
            N_("Other assets released"),
            "money",
            "other_assets",
            "turnover",
            1,
            (),
            _released("other_assets"),
        ),
    )
}
COSTS = ("cost_of_revenue", "operating_expense", "interest_expense", "other_cost")
ASSETS = ("receivables", "inventory", "prepayments", "fixed_assets", "other_assets")
LIABILITIES = ("payables", "deferred_revenue")
"""What others leave with the company without interest: suppliers by payables, customers by deferred revenue."""
