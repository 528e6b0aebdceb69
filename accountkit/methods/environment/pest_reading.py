"""What the outside factors find: each factor as it counts, and the sums over them. The arithmetic is in `pest`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from accountkit.i18n import _
from accountkit.methods.environment.pest_prompts import DIMENSIONS, PROMPTS, factor_name
from accountkit.methods.marks import band, mean_of
from accountkit.methods.method import Given
from accountkit.methods.wording import named
from accountkit.model import Account, Finding
from accountkit.model.evidence import Status

KEY = "pest"
"""The key of the method; its findings carry it."""
TIME_FACTOR = {"now": 1.0, "6_12": 0.8, "12_24": 0.5, "over_24": 0.3}
SIGN = {"opportunity": 1, "strength": 1, "threat": -1, "weakness": -1}
FINDING_FROM = 9.0
"""The priority from which a factor is offered as a finding."""


@dataclass(frozen=True)
class Factor:
    """One factor as it counts: `weight` and `priority` are None while impact or likelihood is blank."""

    id: str
    finding: Finding
    status: Status
    stale: bool
    weight: int | None
    priority: float | None
    problems: tuple[str, ...]

    @property
    def counts(self) -> bool:
        """Whether it adds to the balance: rated, and not refuted."""
        return self.priority is not None and self.status != "refuted"

    @property
    def signed(self) -> float:
        """Its part of the balance: the priority with the sign of its effect."""
        return SIGN[self.finding.effect] * (self.priority or 0.0)

    @property
    def is_finding(self) -> bool:
        return self.counts and (self.priority or 0.0) >= FINDING_FROM

    @property
    def is_news(self) -> bool:
        """Rated high, by the mean of its two ratings, while the customer is not aware of it."""
        high = band(mean_of((self.finding.impact, self.finding.likelihood))) == "high"
        return self.counts and high and self.finding.felt == "unaware"

    @property
    def headline(self) -> str:
        """The factor in one line: its statement, else what changed, else its name."""
        f = self.finding
        return named(f.statement or f.change or factor_name(f.factor), _("untitled factor"))


@dataclass(frozen=True)
class Pest:
    """All factors, highest priority first (unrated ones last).

    `sums` holds Σ signed priority by (dimension, sign, confirmed?) of the factors that count; `unexplored` the prompts
    per dimension that no factor was begun from.
    """

    factors: tuple[Factor, ...]
    sums: dict[tuple[str, int, bool], float]
    unexplored: dict[str, tuple[str, ...]]

    @cached_property
    def pressure(self) -> dict[str, float]:
        """Σ priority per dimension, whatever the sign."""
        return {
            d: sum(abs(part) for (at, _sign, _sure), part in self.sums.items() if at == d) for d in DIMENSIONS
        }

    @cached_property
    def balance(self) -> dict[str, float]:
        """Σ signed priority per dimension."""
        return {d: sum(part for (at, _sign, _sure), part in self.sums.items() if at == d) for d in DIMENSIONS}

    @cached_property
    def confirmed(self) -> dict[str, float]:
        """Σ signed priority per dimension over confirmed factors alone."""
        return {
            d: sum(part for (at, _sign, sure), part in self.sums.items() if at == d and sure)
            for d in DIMENSIONS
        }

    @cached_property
    def rated(self) -> tuple[Factor, ...]:
        return tuple(factor for factor in self.factors if factor.counts)

    def strongest(self, sign: int) -> Factor | None:
        """The counted factor of highest priority that opens (+1) or closes (−1) space."""
        return next((f for f in self.rated if SIGN[f.finding.effect] == sign), None)


def priority(impact: int | None, likelihood: int | None, horizon: str) -> float | None:
    """Impact × likelihood × time factor; None while a rating is blank."""
    if impact is None or likelihood is None:
        return None
    return impact * likelihood * TIME_FACTOR[horizon]


def pest(analyses: Given) -> Pest:
    """What was found, worked out once."""
    return analyses.read(KEY)


def measure(account: Account) -> Pest:
    """The factors of the account and their sums."""
    factors = tuple(sorted(_factors(account), key=lambda f: (-(f.priority or -1.0), f.finding.order, f.id)))
    sums: dict[tuple[str, int, bool], float] = defaultdict(float)
    for factor in factors:
        if factor.counts:
            sums[factor.finding.source_item, SIGN[factor.finding.effect], factor.status == "confirmed"] += (
                factor.signed
            )
    return Pest(factors, dict(sums), _unexplored(factors))


def _factors(account: Account) -> Iterator[Factor]:
    problems = defaultdict(list)
    for problem_id, problem in account.problems.items():
        for finding_id in problem.finding_ids:
            problems[finding_id].append(problem_id)
    for key, finding in account.findings.items():
        if finding.source_framework == KEY:
            weight = finding.impact * finding.likelihood if finding.impact and finding.likelihood else None
            yield Factor(
                id=key,
                finding=finding,
                status=account.standing(finding.evidence),
                stale=account.stale(finding.evidence),
                weight=weight,
                priority=priority(finding.impact, finding.likelihood, finding.horizon),
                problems=tuple(problems.get(key, ())),
            )


def _unexplored(factors: tuple[Factor, ...]) -> dict[str, tuple[str, ...]]:
    begun = {f.finding.factor for f in factors}
    return {
        dimension: tuple(key for key in PROMPTS[dimension] if key not in begun) for dimension in DIMENSIONS
    }
