"""What kind of business a statement shows: a bank, an insurer, an owner of real estate, or another company.

Ratios mean other things there: a bank's interest is the price of what it sells, deposits are not borrowing, and neither has
inventory or idle machines. The kind follows from the lines that only such a business reports, not from its name or code.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import numpy as np

Kind = Literal["bank", "insurer", "real_estate", "other"]
NET_INTEREST = 0.25
"""Of revenue: less net interest income than this is that of a company with a bank in it."""
PREMIUMS = 0.3
"""Of revenue, for premiums as for claims."""
DEPOSITS = 0.2
"""Of total assets."""
PROPERTY = 0.5
"""Of total assets; of revenue for rents, which the owners of machines and masts earn too."""
MONEY_LINES = ("net_interest_income", "premiums_earned", "claims")


def deals_in_money(lines: Mapping[str, Any]) -> Any:
    """Whether a business lends or insures, by its income: numbers or columns alike."""
    revenue = lines.get("revenue", np.nan)
    interest, premiums, claims = (lines.get(key, np.nan) for key in MONEY_LINES)
    insures = (premiums >= PREMIUMS * revenue) | (claims >= PREMIUMS * revenue)
    return (revenue > 0) & (insures | (interest >= NET_INTEREST * revenue))


def kind_of(values: Mapping[str, float]) -> Kind:
    """The kind of a business from its lines; balances may stand with ``_closing``, as in the inputs of a decomposition."""
    revenue = values.get("revenue", 0.0)
    assets = _closing(values, "total_assets")
    if revenue > 0 and any(values.get(key, 0.0) >= PREMIUMS * revenue for key in MONEY_LINES[1:]):
        return "insurer"
    if revenue > 0 and values.get("net_interest_income", 0.0) >= NET_INTEREST * revenue:
        return "bank"
    if assets > 0 and _closing(values, "deposits") >= DEPOSITS * assets:
        return "bank"
    property_ = _closing(values, "investment_property")
    rents = property_ > 0 and revenue > 0 and values.get("rental_income", 0.0) >= PROPERTY * revenue
    return "real_estate" if rents or (assets > 0 and property_ >= PROPERTY * assets) else "other"


def _closing(values: Mapping[str, float], line: str) -> float:
    return values.get(line + "_closing", values.get(line, 0.0))
