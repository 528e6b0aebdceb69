"""Operating income (EBIT): as reported, else pre-tax income plus interest, else plus finance expense.

Where money is lent or insured, interest is a cost of the business: there it is not added. Chinese statements name the finance expense, net of interest income, and leave the interest in it to the notes. One
formula serves the single company and whole sectors.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from accountkit.finance.statements.business import deals_in_money

REPORTED = "operating_income"
STAND_INS = ("interest_expense", "finance_expense")
"""What is added to pre-tax income, the first that is known."""


def operating_income(lines: Mapping[str, Any]) -> Any:
    """EBIT from lines by key, numbers or columns alike; NaN where it is neither reported nor follows."""
    interest, finance = (lines.get(key, np.nan) for key in STAND_INS)
    added = np.where(deals_in_money(lines), 0.0, np.where(np.isnan(interest), finance, interest))
    stand_in = lines.get("income_before_tax", np.nan) + added
    reported = lines.get(REPORTED, np.nan)
    return np.where(np.isnan(reported), stand_in, reported)


def came_from(lines: Mapping[str, float]) -> str | None:
    """Where the EBIT of a company came from: ``reported``, or the line that was added; None if there is none."""
    if REPORTED in lines:
        return "finance_expense_deducted" if "finance_expense" in lines else "reported"
    if "income_before_tax" not in lines:
        return None
    return "income_before_tax" if deals_in_money(lines) else next((k for k in STAND_INS if k in lines), None)
