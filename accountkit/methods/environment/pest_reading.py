"""What an outside factor counts, and when it is a finding or news. The arithmetic is in `pest`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from accountkit.i18n import _
from accountkit.methods.environment.pest_prompts import factor_name
from accountkit.methods.findings import problems_by_finding
from accountkit.methods.marks import band, mean_of
from accountkit.methods.method import Given
from accountkit.methods.shapes.register import RegisterReading
from accountkit.methods.shapes.rows import Row
from accountkit.methods.wording import named
from accountkit.model import Finding

KEY = "pest"
"""The key of the method; its findings carry it."""
TIME_FACTOR = {"now": 1.0, "6_12": 0.8, "12_24": 0.5, "over_24": 0.3}
SIGN = {"opportunity": 1, "strength": 1, "threat": -1, "weakness": -1}
FINDING_FROM = 9.0
"""The priority from which a factor is offered as a finding."""


@dataclass(frozen=True, kw_only=True)
class Pest(RegisterReading):
    """The factors, highest priority first (unrated ones last)."""

    def pressure(self, dimension: str) -> float:
        """Σ priority of a dimension, whatever the sign."""
        return self.summed(dimension, sign=1) - self.summed(dimension, sign=-1)

    @cached_property
    def resting(self) -> dict[str, tuple[str, ...]]:
        """The problems that rest on each finding."""
        return problems_by_finding(self.account)


def pest(analyses: Given) -> Pest:
    """What was found, worked out once."""
    return analyses.read(KEY)


def priority(factor: Row | Finding) -> float | None:
    """Impact × likelihood × time factor; None while a rating is blank."""
    finding: Any = factor.record if isinstance(factor, Row) else factor
    if finding.impact is None or finding.likelihood is None:
        return None
    return finding.impact * finding.likelihood * TIME_FACTOR[finding.horizon]


def signed(factor: Row) -> float | None:
    """Its part of the balance: the priority with the sign of its effect."""
    rank = priority(factor)
    return None if rank is None else SIGN[factor["effect"]] * rank


def headline(factor: Row) -> str:
    """The factor in one line: its statement, else what changed, else its name."""
    text = factor["statement"] or factor["change"] or factor_name(factor["factor"])
    return named(text, _("untitled factor"))


def in_order(factor: Row) -> tuple[float, float, str]:
    """The highest priority first, what is not rated last, else as entered."""
    return -(factor["priority"] or -1.0), factor.record.order, factor.id


def is_finding(factor: Row) -> bool:
    return factor.counts and (factor["priority"] or 0.0) >= FINDING_FROM


def is_news(factor: Row) -> bool:
    """Rated high, by the mean of its two ratings, while the customer is not aware of it."""
    known = factor.counts and factor["priority"] is not None and factor["felt"] == "unaware"
    return known and band(mean_of((factor["impact"], factor["likelihood"]))) == "high"


def problems(factor: Row) -> tuple[str, ...]:
    """The problems that rest on it."""
    return factor.reading.resting.get(factor.id, ())


def tendency(pest: RegisterReading) -> str:
    """Whether more opens than closes."""
    balance = pest.score or 0.0
    return "opportunity" if balance > 0 else "threat" if balance < 0 else "balanced"
