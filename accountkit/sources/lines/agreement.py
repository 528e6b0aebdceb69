"""Which values the sums of their own filing refute: identity goes before recency.

Of several values that were filed for a line and a year, the vintage prefers one. It is refused if its own filing does not
agree with it (assets are not liabilities and equity, a part is larger than the whole, the profit is not what the
minorities leave of the total) and another value does agree. A value that stands alone is never refused: the checks of
a statement say what does not add up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from accountkit.finance.statements.checks import EXACT
from accountkit.finance.statements.lines import label
from accountkit.i18n import N_, _, money

NEAR = 0.005
"""Half a per cent: more than rounding, less than any line."""
OTHER_ITEMS = 0.1
"""Other operating income and expense that may stand beside revenue and costs in the operating income."""
BALANCE = frozenset({"total_liabilities", "equity", "equity_total"})
CHECKED = BALANCE | {"total_assets", "revenue", "net_income", "net_income_total"}
"""The lines that a filing has sums for."""
USED = (
    *sorted(CHECKED),
    "liabilities_and_equity",
    "mezzanine_equity",
    "minority_interest",
    "minority_income",
    "gross_profit",
    "cost_of_revenue",
    "operating_income",
    "total_costs",
)
"""The lines that the sums are made of."""
REVENUE_SUMS = (("gross_profit", "cost_of_revenue"), ("operating_income", "total_costs"))
"""Result and costs that add up to the whole revenue."""
REASONS = {
    "whole": N_("total liabilities and equity are {value}"),
    "more": N_("it is more than total assets of {value}"),
    "claims": N_("liabilities and equity do not add up to {value}"),
    "gross": N_("gross profit alone is {value}"),
    "cost": N_("gross profit and cost of revenue add up to {value}"),
    "costs": N_("operating income and total costs add up to {value}"),
    "part": N_("{concept} in the same filing is {value}"),
    "profit": N_("total profit less minorities is {value}"),
    "total": N_("the parent's profit and the minorities' add up to {value}"),
}


@dataclass(frozen=True)
class Refusal:
    """Why a value does not agree with its filing: the kind of sum, what it comes to, and the concept that it was read from."""

    kind: str
    value: float
    concept: str = ""

    def note(self, line: str, refused: str, used: str, currency: str) -> str:
        """What is said of it: `refused` and `used` are the two values as they are written, with their places."""
        value = money(self.value, currency, EXACT)
        return _("{line} of {value} was refused, because {reason}. {used} is used.").format(
            line=label(line),
            value=refused,
            reason=_(REASONS[self.kind]).format(value=value, concept=self.concept),
            used=used,
        )


def near(one: float, other: float, share: float = NEAR) -> bool:
    """Whether two values are the same but for rounding."""
    return abs(one - other) <= share * max(abs(one), abs(other))


def refusal(line: str, value: float, own: Mapping[str, float], *, strict: bool = False) -> Refusal | None:
    """Why `value` does not agree with the other lines of its filing (`own`, by line); None if it does, or nothing tells.

    `strict` is for a revenue whose name does not say that it is the total: it may not be more than its parts either.
    """
    if line == "total_assets":
        total = own.get("liabilities_and_equity")
        return None if total is None or near(value, total) else Refusal("whole", total)
    if line in BALANCE:
        return _balance(line, value, own)
    if line == "revenue":
        return _revenue(value, own, strict)
    if "minority_income" not in own:
        return None
    other, sign, kind = (
        ("net_income_total", -1, "profit") if line == "net_income" else ("net_income", 1, "total")
    )
    if line not in ("net_income", "net_income_total") or other not in own:
        return None
    follows = own[other] + sign * own["minority_income"]
    return None if near(value, follows) else Refusal(kind, follows)


def judged(line: str, own: Mapping[str, float]) -> bool:
    """Whether the filing has a sum that tells of the line."""
    whole = "liabilities_and_equity" in own or "total_assets" in own
    if line == "total_assets":
        return "liabilities_and_equity" in own
    if line in BALANCE:
        return whole and "total_liabilities" in own and bool({"equity", "equity_total"} & set(own))
    if line == "revenue":
        return "gross_profit" in own or {"operating_income", "total_costs"} <= set(own)
    return {"net_income", "net_income_total", "minority_income"} <= set(own)


def _balance(line: str, value: float, own: Mapping[str, float]) -> Refusal | None:
    whole = own.get("liabilities_and_equity", own.get("total_assets"))
    if whole is None:
        return None
    if line != "total_liabilities" and value > whole * (1 + NEAR) and own.get("total_liabilities", 0.0) >= 0:
        return Refusal("more", whole)
    lines = {**own, line: value}
    if "total_liabilities" not in lines:
        return None
    equities = [lines["equity_total"]] if line == "equity_total" else []
    if line != "equity_total" and "equity" in lines:
        equities = [lines["equity"], lines["equity"] + lines.get("minority_interest", 0.0)]
    if line == "total_liabilities" and "equity_total" in lines:
        equities.append(lines["equity_total"])
    sums = [
        lines["total_liabilities"] + equity + between
        for equity in equities
        for between in (0.0, lines.get("mezzanine_equity", 0.0))
    ]
    return None if not sums or any(near(whole, total) for total in sums) else Refusal("claims", whole)


def _revenue(value: float, own: Mapping[str, float], strict: bool) -> Refusal | None:
    gross, cost = own.get("gross_profit"), own.get("cost_of_revenue")
    # a gross profit and a cost that are less than the revenue may be those of a part of the sales: they prove nothing
    if gross is not None and cost is not None and (strict or value < gross + cost):
        return None if near(value, gross + cost) else Refusal("cost", gross + cost)
    if gross is not None and value < gross * (1 - NEAR):
        return Refusal("gross", gross)
    operating, costs = own.get("operating_income"), own.get("total_costs")
    if operating is not None and costs is not None:
        total = operating + costs
        if value < total and not near(value, total, OTHER_ITEMS):
            return Refusal("costs", total)
    return None


def proven(value: float, own: Mapping[str, float]) -> bool:
    """Whether the sums of the filing show that `value` is the whole revenue."""
    return any(a in own and b in own and near(value, own[a] + own[b]) for a, b in REVENUE_SUMS)
