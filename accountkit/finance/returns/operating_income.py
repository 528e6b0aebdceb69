"""Operating income (EBIT): as reported, else pre-tax income plus interest, else plus finance expense.

Chinese statements name the finance expense, net of interest income, and leave the interest in it to the notes. One
formula serves the single company and whole sectors.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

REPORTED = "operating_income"
STAND_INS = ("interest_expense", "finance_expense")
"""What is added to pre-tax income, the first that is known."""


def operating_income(lines: Mapping[str, Any]) -> Any:
    """EBIT from lines by key, numbers or columns alike; NaN where it is neither reported nor follows."""
    interest, finance = (lines.get(key, np.nan) for key in STAND_INS)
    stand_in = lines.get("income_before_tax", np.nan) + np.where(np.isnan(interest), finance, interest)
    reported = lines.get(REPORTED, np.nan)
    return np.where(np.isnan(reported), stand_in, reported)


def came_from(lines: Mapping[str, float]) -> str | None:
    """Where the EBIT of a company came from: ``reported``, or the line that was added; None if there is none."""
    if REPORTED in lines:
        return "finance_expense_deducted" if "finance_expense" in lines else "reported"
    return next((key for key in STAND_INS if key in lines), None) if "income_before_tax" in lines else None
