"""Five forces: how hard is this customer squeezed, by whom, and who could replace it or be replaced?

Two readings side by side: Porter's drivers (`force_drivers`) and the seed's adapted reading. Arithmetic (methods):

    force score = mean of its rated drivers         weak < 2.5, moderate < 3.5, strong ≥ 3.5
    industry pressure = mean of the forces,         attractiveness = 6 − pressure
    power = mean of its three inputs, unless rated directly
    cross-check: buyers ≈ 6 − power over customers, suppliers ≈ 6 − power over suppliers,
                 substitutes ≈ 6 − threshold to be replaced; a difference ≥ 1.5: "two readings disagree"

Answers are in ``account.answers["five_forces"]``: ratings by driver key; per force ``ratings[FORCE].expected`` (in
12 months, as now where blank) and ``notes["FORCE_lever"]``; rivals as records.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accountkit.i18n import N_, _, number
from accountkit.methods.assessment import Part
from accountkit.methods.environment import force_sentences
from accountkit.methods.environment import force_suggestions as force_offers
from accountkit.methods.environment.force_drivers import (
    BY_FORCE,
    CROSS_CHECK,
    DRIVERS,
    FORCES,
    LANDSCAPE,
    POWER_INPUTS,
    POWERS,
    THRESHOLDS,
)
from accountkit.methods.labels import label
from accountkit.methods.marks import ENOUGH, Item, Rated, Tally, band, mean_of, tally
from accountkit.methods.own import Own, Score, coverage_text, withheld
from accountkit.model import Account, Answer
from accountkit.model.evidence import Status

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
        known = sorted(
            ((item, r) for item, r in zip(BY_FORCE[self.key], self.tally.ratings, strict=True) if r.value),
            key=lambda pair: -pair[1].value,
        )
        return tuple(pair for pair in known if pair[1].value >= 4)[:3] or tuple(known[:1])


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
        return max(known, key=lambda force: force.score, default=None)


def measure(account: Account) -> FiveForces:
    """Both readings of the account's answers."""
    answer = account.answers.get("five_forces", Answer())
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
        if (finding.source_framework, finding.source_item) == ("five_forces", item)
    )


def score(reading: FiveForces) -> Score:
    """Industry pressure, 1 to 5, over all drivers and over the confirmed ones."""
    rated = sum(force.tally.rated for force in reading.forces.values())
    level = band(reading.pressure)
    return Score(
        value=reading.pressure,
        confirmed=reading.confirmed_pressure,
        scale="/5",
        text=number(reading.pressure, 1),
        confirmed_text=number(reading.confirmed_pressure, 1),
        rated=rated,
        total=len(DRIVERS),
        band=level,
        band_label=label("pressure", level) if level else "",
    )


def parts(reading: FiveForces) -> Iterator[Part]:
    """One part per force: score and verdict, with the drivers that press and how much is rated."""
    for force in reading.forces.values():
        detail = [coverage_text(force.tally.rated, force.tally.total)]
        detail += [f"{_(item.name)} {rating.value}" for item, rating in force.top_drivers]
        if force.disagrees:
            detail.append(_("cross-check differs: {value}").format(value=number(force.adapted, 1)))
        text = f"{number(force.score, 1)} {force.verdict}" if force.band else force.verdict
        yield Part(_(FORCES[force.key]), text, " · ".join(detail))


METHOD = Own(
    of_shape="scorecard",
    workspace="environment",
    enough=True,
    key="five_forces",
    name=N_("Competitive forces"),
    question=N_("How strong is competition, where does it come from, and who could replace whom?"),
    group="understand",
    source="004/5, 004/8",
    rule=N_(
        "A force is the mean of its rated drivers: weak below 2.5, moderate below 3.5, strong from 3.5. "
        "Industry pressure is the mean of the forces; attractiveness is 6 minus the pressure. A "
        "cross-check that differs by 1.5 or more is reported."
    ),
    items=(*DRIVERS, *THRESHOLDS, *POWERS, *(item for inputs in POWER_INPUTS.values() for item in inputs)),
    fields=LANDSCAPE,
    feeds=("dupont_roe", "problem_types", "swot", "supplier_positioning", "sales_mode"),
    measure=measure,
    scored=score,
    explained=parts,
    spoken=force_sentences.sentence,
    offered=force_offers.offers,
    written=force_sentences.brief,
)
