"""What the five forces find: each force and threshold with its drivers, findings and problems. The arithmetic is in `five_forces`."""

from __future__ import annotations

from dataclasses import dataclass

from accountkit.methods.environment.force_drivers import (
    BY_FORCE,
    CROSS_CHECK,
    FORCES,
    POWER_INPUTS,
    POWERS,
    THRESHOLDS,
)
from accountkit.methods.labels import label
from accountkit.methods.marks import ENOUGH, Item, Rated, Tally, band, mean_of, tally
from accountkit.methods.method import Given
from accountkit.methods.own import withheld
from accountkit.model import Account, Answer
from accountkit.model.evidence import Status

KEY = "five_forces"
"""The key of the method; its answer and its findings carry it."""
RATINGS = f"answers/{KEY}/ratings"
"""Where its ratings lie."""
DISAGREE_FROM = 1.5


@dataclass(frozen=True)
class Force:
    """One force: its drivers' tally, the score expected in 12 months, the note on what the customer could change.

    `adapted` is what the adapted reading says the score should be (6 − power or threshold), None where not assessed.
    """

    key: str
    tally: Tally
    expected: float | None
    lever: str
    adapted: float | None
    findings: tuple[str, ...]
    problems: tuple[str, ...]

    @property
    def score(self) -> float | None:
        return self.tally.mean

    @property
    def shown_score(self) -> float | None:
        """The score as far as its verdict stands: None while too few drivers are rated."""
        return self.score if self.band else None

    @property
    def shown_expected(self) -> float | None:
        """What is expected in 12 months; where that is no more than the score, it is withheld with it."""
        return self.expected if self.band or self.expected != self.score else None

    @property
    def band(self) -> str | None:
        """low, middle or high; None while fewer than 60 % of its drivers are rated."""
        return band(self.tally.mean) if self.tally.enough else None

    @property
    def disagrees(self) -> bool:
        """Whether the two readings are 1.5 or more apart."""
        return (
            self.score is not None
            and self.adapted is not None
            and abs(self.score - self.adapted) >= DISAGREE_FROM - 1e-9
        )

    @property
    def verdict(self) -> str:
        """The band in words, or how much is missing."""
        return label("pressure", self.band) if self.band else withheld(self.tally.rated, self.tally.total)

    @property
    def top_drivers(self) -> tuple[tuple[Item, Rated], ...]:
        """Up to three drivers that press hardest (rated 4 or 5), strongest first; if none, the strongest one."""
        pairs = zip(BY_FORCE[self.key], self.tally.ratings, strict=True)
        known = sorted(
            ((r.value, item, r) for item, r in pairs if r.value is not None), key=lambda one: -one[0]
        )
        pressing = [one for one in known if one[0] >= 4][:3] or known[:1]
        return tuple((item, r) for _value, item, r in pressing)


@dataclass(frozen=True)
class Threshold:
    """A rating of the adapted reading; `derived` says that it is the mean of its inputs and was not rated directly."""

    key: str
    value: float | None
    status: Status
    derived: bool = False
    findings: tuple[str, ...] = ()


@dataclass(frozen=True)
class FiveForces:
    """Both readings. `pressure` is the mean of the forces that have a score, `attractiveness` 6 minus it."""

    forces: dict[str, Force]
    adapted: dict[str, Threshold]
    rivals: dict[str, dict]
    pressure: float | None
    confirmed_pressure: float | None

    @property
    def attractiveness(self) -> float | None:
        return None if self.pressure is None else 6 - self.pressure

    @property
    def strongest(self) -> Force | None:
        """The force with the highest score among those that have a verdict."""
        known = [force for force in self.forces.values() if force.band]
        return max(known, key=lambda force: force.score or 0.0, default=None)


def five_forces(analyses: Given) -> FiveForces:
    """What was found, worked out once."""
    return analyses.read(KEY)


def measure(account: Account) -> FiveForces:
    """Both readings of the account's answers."""
    answer = account.answers.get(KEY, Answer())
    adapted = {item.key: _threshold(account, answer, item) for item in (*THRESHOLDS, *POWERS)}
    forces = {key: _force(account, answer, key, adapted) for key in FORCES}
    return FiveForces(
        forces=forces,
        adapted=adapted,
        rivals=dict(answer.records),
        pressure=mean_of(force.score for force in forces.values()),
        confirmed_pressure=mean_of(force.tally.confirmed for force in forces.values()),
    )


def _force(account: Account, answer: Answer, key: str, adapted: dict[str, Threshold]) -> Force:
    drivers = tally(account, BY_FORCE[key], answer.ratings)
    own = answer.ratings.get(key)
    mirror = adapted[CROSS_CHECK[key]].value if key in CROSS_CHECK else None
    findings = _findings(account, key)
    return Force(
        key=key,
        tally=drivers,
        expected=own.expected if own and own.expected else drivers.mean,
        lever=answer.notes.get(f"{key}_lever", ""),
        adapted=None if mirror is None else 6 - mirror,
        findings=findings,
        problems=tuple(
            p for p, problem in account.problems.items() if set(findings) & set(problem.finding_ids)
        ),
    )


def _threshold(account: Account, answer: Answer, item: Item) -> Threshold:
    direct = tally(account, (item,), answer.ratings)
    findings = _findings(account, item.key)
    if direct.mean is not None or item.key not in POWER_INPUTS:
        return Threshold(item.key, direct.mean, direct.status, findings=findings)
    inputs = tally(account, POWER_INPUTS[item.key], answer.ratings)
    return Threshold(
        item.key,
        inputs.mean if inputs.rated >= ENOUGH * inputs.total else None,
        inputs.status,
        True,
        findings,
    )


def _findings(account: Account, item: str) -> tuple[str, ...]:
    return tuple(
        key
        for key, finding in account.findings.items()
        if (finding.source_framework, finding.source_item) == (KEY, item)
    )
