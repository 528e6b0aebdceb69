"""What the five forces find, and where their ratings lie."""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.methods.method import Given, Reading
from accountkit.methods.shapes.scorecard import ScorecardReading

KEY = "five_forces"
"""The key of the method; its answer and its findings carry it."""
RATINGS = f"answers/{KEY}/ratings"
"""Where its ratings lie."""


def five_forces(analyses: Given) -> ScorecardReading:
    """What was found, worked out once."""
    return analyses.read(KEY)


CONCENTRATION = (0.1, 0.2, 0.3, 0.5)
"""The shares of the three largest buyers above which their concentration is rated 2, 3, 4 and 5: cuts of ours."""


def concentration(reading: Reading) -> Mapping[str, int]:
    """The buyers' concentration as the strategic customers give it, where nobody rated it."""
    (customers,) = reading.method.reads
    share = reading.analyses.read(customers).totals["top_three"]
    return (
        {} if share is None else {"buyer_concentration": 1 + sum(share > cut + 1e-9 for cut in CONCENTRATION)}
    )
