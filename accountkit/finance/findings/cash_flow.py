"""The cash flow statement: what of the profit arrives as cash, where it goes and what it could pay for.

    net change = operating + investing + financing + exchange effect      free cash flow = operating − capital expenditure
    conversion = operating / net income     cash margin = operating / revenue     self-funding = operating / capital expenditure

A line that is missing leaves its result blank; only an exchange effect that is not reported is none. Ratios and sign patterns
are textbook content, the cuts proposals (methods, cash_flow_reading).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from accountkit.errors import StatementError
from accountkit.finance.findings.candidates import ROUNDING, SHORTFALL, YEARS_BACK
from accountkit.finance.peers.comparison import A_YEAR, FEWEST_FOR_MEDIAN
from accountkit.finance.statements import owners as ownership
from accountkit.finance.statements.books import Books, completed, in_order
from accountkit.model import Peer, Statement

ADDS_UP = 0.01
"""Share of revenue by which the change in cash may differ from the balance sheets'."""


@dataclass(frozen=True)
class CashYear:
    """One year; `opening` holds the books it began with, None where they are not known. `profit_line` is the profit of
    the owners whose return is told."""

    period_end: dt.date
    values: Mapping[str, float]
    opening: Mapping[str, float] | None
    assumed: bool
    profit_line: str = "net_income"

    @property
    def profit(self) -> float | None:
        return self.line(self.profit_line)

    def line(self, key: str) -> float | None:
        return self.values.get(key)

    def change(self, key: str) -> float | None:
        """The increase of a stock over the year."""
        end, start = self.line(key), (self.opening or {}).get(key)
        return None if end is None or start is None else end - start

    def _over(self, below: str) -> float | None:
        cash, base = self.line("operating_cash_flow"), self.line(below)
        return None if cash is None or base is None or base <= 0 else cash / base

    @property
    def conversion(self) -> float | None:
        return self._over(self.profit_line)

    @property
    def cash_margin(self) -> float | None:
        return self._over("revenue")

    @property
    def self_funding(self) -> float | None:
        return self._over("capital_expenditure")

    @property
    def free(self) -> float | None:
        cash, spent = self.line("operating_cash_flow"), self.line("capital_expenditure")
        return None if cash is None or spent is None else cash - spent

    @property
    def flows(self) -> tuple[float, float, float] | None:
        """Operating, investing and financing; None where one is missing."""
        cash, invested, financed = (
            self.line(f"{kind}_cash_flow") for kind in ("operating", "investing", "financing")
        )
        return None if cash is None or invested is None or financed is None else (cash, invested, financed)

    @property
    def net_change(self) -> float | None:
        return None if self.flows is None else sum(self.flows) + self.values.get("exchange_effect", 0.0)

    @property
    def pattern(self) -> str | None:
        """The signs of the three flows, such as ``+-+``; a zero belongs to no pattern."""
        if self.flows is None or 0 in self.flows:
            return None
        return "".join("+" if flow > 0 else "-" for flow in self.flows)

    @property
    def contradicts(self) -> bool:
        """Whether the flows and the balance sheets tell two changes in cash."""
        change, cash, revenue = self.net_change, self.change("cash"), self.line("revenue")
        if change is None or cash is None or revenue is None:
            return False
        return abs(change - cash) > ADDS_UP * abs(revenue) + ROUNDING

    @property
    def bridge(self) -> dict[str, float]:
        """What leads from profit to operating cash flow, as far as it is known; `other` is the rest once all else is."""
        known = {
            "net_income": self.profit,
            "depreciation": self.line("depreciation"),
            "receivables": _minus(self.change("receivables")),
            "inventory": _minus(self.change("inventory")),
            "payables": self.change("payables"),
        }
        found = {key: value for key, value in known.items() if value is not None}
        cash = self.line("operating_cash_flow")
        return (
            {**found, "other": cash - sum(found.values())}
            if cash is not None and len(found) == len(known)
            else found
        )

    @property
    def eater(self) -> str | None:
        """The largest deduction of the bridge."""
        taken = {key: value for key, value in self.bridge.items() if key != "net_income" and value < 0}
        return min(taken, key=lambda key: taken[key], default=None)


def cash_years(
    statements: Mapping[str, Statement], owners: ownership.Owners | None = None
) -> tuple[CashYear, ...]:
    """The years by period end; none where the statements contradict each other. `owners` are those of the decomposition
    beside it (default: those that an account shows)."""
    try:
        books = [completed(one) for one in in_order(statements)]
    except StatementError:
        return ()
    profit = ownership.profit_line(books, owners)
    pairs = pairwise([None, *ownership.shared(books)])
    return tuple(_year(now, before, profit) for before, now in pairs if now is not None)


def _year(now: Books, before: Books | None, profit: str) -> CashYear:
    opening = before.values if before is not None and before.opens(now) else None
    return CashYear(now.period_end, now.values, opening, bool(now.marked("assumed")), profit)


def _minus(value: float | None) -> float | None:
    return None if value is None else -value


def shortfalls(
    years: tuple[CashYear, ...], peers: Mapping[str, Peer]
) -> dict[tuple[str, str], tuple[float, float]]:
    """By ratio and reference (``own`` best of three years before, ``peers`` median): the value and what it falls short of."""
    *_rest, last = years
    found = {}
    for ratio in ("conversion", "cash_margin"):
        own = [value for year in years[-1 - YEARS_BACK : -1] if (value := getattr(year, ratio)) is not None]
        others = [
            value for peer in peers.values() if (value := _near(peer, last.period_end, ratio)) is not None
        ]
        references = {
            "own": max(own, default=None),
            "peers": median(others) if len(others) >= FEWEST_FOR_MEDIAN else None,
        }
        value = getattr(last, ratio)
        for name, reference in references.items():
            if (
                value is not None
                and reference
                and reference > 0
                and value <= reference * (1 - SHORTFALL) + ROUNDING
            ):
                found[ratio, name] = (value, reference)
    return found


def _near(peer: Peer, day: dt.date, ratio: str) -> float | None:
    """A peer's ratio in the year nearest to a day."""
    known = [year for year in cash_years(peer.statements) if getattr(year, ratio) is not None]
    year = min(known, key=lambda one: abs((one.period_end - day).days), default=None)
    return getattr(year, ratio) if year and abs((year.period_end - day).days) < A_YEAR else None


def borrowed(years: tuple[CashYear, ...]) -> int:
    """How many years running up to the last one the free cash flow was negative while financing brought cash in."""
    count = 0
    for year in reversed(years):
        if year.free is None or year.flows is None or not (year.free < 0 < year.flows[2]):
            break
        count += 1
    return count
