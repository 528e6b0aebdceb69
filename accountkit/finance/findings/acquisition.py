"""Whether the asset turnover fell because of an acquisition: the goodwill and the intangible assets that came with it.

They enter the balance sheet at once, the sales of the company that was bought only from that day on, and no seller and no
customer can make goodwill turn faster.
"""

from __future__ import annotations

from accountkit.finance.returns.dupont import DuPontYear
from accountkit.finance.returns.formulas import unchanged

ACQUIRED = ("goodwill", "intangible_assets")
LEAST_SHARE = 0.5
"""Of a fall of the turnover, acquired assets explain most if without them it is at most half of it."""


def turnover_by_acquisition(first: DuPontYear, last: DuPontYear) -> bool:
    """Whether the turnover fell between two years, and without goodwill and intangible assets by less than half as much."""
    before, after = first.factors["asset_turnover"], last.factors["asset_turnover"]
    own_before, own_after = without_acquired(first), without_acquired(last)
    if before is None or after is None or own_before is None or own_after is None:
        return False
    if after >= before or unchanged("asset_turnover", before, after):
        return False
    return 1 - own_after / own_before < LEAST_SHARE * (1 - after / before)


def without_acquired(year: DuPontYear) -> float | None:
    """Revenue per unit of assets other than goodwill and intangible assets; None if a line is missing."""
    revenue, assets = year.inputs.get("revenue", 0.0), year.inputs.get("total_assets")
    own = None if assets is None else assets - sum(_held(year, key) for key in ACQUIRED)
    return None if own is None or own <= 0 or revenue <= 0 else revenue / own


def _held(year: DuPontYear, key: str) -> float:
    """The balance used; a line that only the closing balance sheet has was bought during the year."""
    if key in year.inputs:
        return year.inputs[key]
    return year.inputs.get(key + "_closing", 0.0) / 2
