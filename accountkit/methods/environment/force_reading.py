"""What the five forces find, and where their ratings lie."""

from __future__ import annotations

from accountkit.methods.method import Given
from accountkit.methods.shapes.scorecard import ScorecardReading
from accountkit.model import Account

KEY = "five_forces"
"""The key of the method; its answer and its findings carry it."""
RATINGS = f"answers/{KEY}/ratings"
"""Where its ratings lie."""


def five_forces(analyses: Given) -> ScorecardReading:
    """What was found, worked out once."""
    return analyses.read(KEY)


def is_found(account: Account, item: str) -> bool:
    """Whether a force or a check has a finding already."""
    return any((one.source_framework, one.source_item) == (KEY, item) for one in account.findings.values())
