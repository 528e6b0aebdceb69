"""The ratios, each as one quotient.

Three steps: ROE = net margin × asset turnover × equity multiplier. Five steps take the margin apart further:
ROE = tax burden × interest burden × operating margin × asset turnover × equity multiplier.
(Brealey, Myers & Allen; Penman; the five-step form as in the CFA curriculum.)
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from accountkit.i18n import N_, _, language, number, percent
from accountkit.model.record import Driver

THREE = ("net_margin", "asset_turnover", "equity_multiplier")
FIVE = ("tax_burden", "interest_burden", "operating_margin", "asset_turnover", "equity_multiplier")
STEPS = {3: THREE, 5: FIVE}

QUOTIENTS: dict[str, tuple[str, str]] = {
    "net_margin": ("net_income", "revenue"),
    "asset_turnover": ("revenue", "total_assets"),
    "equity_multiplier": ("total_assets", "equity"),
    "tax_burden": ("net_income", "income_before_tax"),
    "interest_burden": ("income_before_tax", "operating_income"),
    "operating_margin": ("operating_income", "revenue"),
    "return_on_equity": ("net_income", "equity"),
}
"""Each ratio as numerator and denominator; `total_assets` and `equity` are balances of the basis that was chosen."""

NAMES = {
    "net_margin": N_("Net margin"),
    "asset_turnover": N_("Asset turnover"),
    "equity_multiplier": N_("Equity multiplier"),
    "tax_burden": N_("Tax burden"),
    "interest_burden": N_("Interest burden"),
    "operating_margin": N_("Operating margin"),
    "return_on_equity": N_("Return on equity"),
}
DRIVERS: dict[str, Driver] = {
    "net_margin": "margin",
    "asset_turnover": "turnover",
    "equity_multiplier": "multiplier",
}
SHARES = frozenset({"net_margin", "operating_margin", "return_on_equity"})
"""Ratios that are read as per cent; the others are read as a multiple."""


def product(factors: Mapping[str, Any]) -> Any:
    """The factors multiplied; works on numbers and on arrays alike."""
    result: Any = 1.0
    for value in factors.values():
        result = result * value
    return result


def known(ratios: Mapping[str, float | None]) -> dict[str, float]:
    """The ratios that have a figure."""
    return {name: value for name, value in ratios.items() if value is not None}


def quotient(name: str, values: Mapping[str, float]) -> float | None:
    """The ratio `name` from lines by key; None where a part is missing or the result is no finite number."""
    above, below = (values.get(key) for key in QUOTIENTS[name])
    if above is None or not below:
        return None
    result = above / below
    return result if math.isfinite(result) else None


def shown(name: str, value: float | None) -> str:
    """A ratio as its reader writes it: margins and returns as per cent, the others with two decimals (under 0.1: three)."""
    if name in SHARES:
        return percent(value)
    return number(value, 3 if value is not None and abs(value) < SMALL else 2)


SMALL = 0.0995
"""Under this a multiple shows three decimals: a bank's asset turnover is 0.052."""


def named(name: str) -> str:
    """The ratio's name in the reader's language."""
    return _(NAMES[name])


def within(name: str) -> str:
    """The ratio's name inside a sentence: English writes it small, a noun that is counted with its article."""
    text = named(name)
    if language() != "en":
        return text
    return ("the " if name in WITH_ARTICLE else "") + text[:1].lower() + text[1:]


WITH_ARTICLE = frozenset({"equity_multiplier", "tax_burden", "interest_burden", "operating_margin"})


MATERIAL = 0.001
"""A tenth of a point: a smaller change of the return, or of a share, is none that a sentence may name."""
MATERIAL_PART = 0.01
"""One per cent of the value: a smaller change of a driver is none."""


def unchanged(name: str, before: float, after: float) -> bool:
    """Whether a ratio moved by less than a sentence may name: 1 % of a driver, 0.1 point of a share, or what its reader
    cannot see."""
    least = 0.0 if name == "return_on_equity" else MATERIAL_PART * abs(before)
    if name in SHARES:
        least = max(least, MATERIAL)
    return abs(after - before) < least - 1e-12 or shown(name, before) == shown(name, after)
