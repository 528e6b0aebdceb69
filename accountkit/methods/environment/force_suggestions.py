"""What the five forces offer next: a finding from each strong force and low threshold, a problem from each finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from accountkit.i18n import N_, _, number
from accountkit.methods.assessment import Suggestion, suggestion_id
from accountkit.methods.environment.force_drivers import BY_FORCE, CROSS_CHECK, FORCES, LOW_THRESHOLD
from accountkit.methods.environment.force_reading import KEY, RATINGS, FiveForces, Force, Threshold
from accountkit.methods.environment.force_sentences import pressures
from accountkit.methods.own import RATE_THE_REST, seconds_for
from accountkit.methods.wording import named, worded
from accountkit.model import Account, Edit, Finding, Problem, new_id
from accountkit.model.claims import Effect

SAYS = {
    "replacing_threshold": N_("Buyers could switch to the customer's product at once"),
    "replaced_threshold": N_("The customer's product is easily replaced"),
}
EFFECT: dict[str, Effect] = {"replacing_threshold": "opportunity", "replaced_threshold": "threat"}


def offers(account: Account, reading: FiveForces) -> Iterator[Suggestion]:
    """Findings first, then problems from findings, readings that disagree, and forces with too few ratings."""
    for force in reading.forces.values():
        if force.band == "high" and not force.findings:
            yield _finding(force.key, "threat", partial(_force_text, force))
    for threshold in reading.adapted.values():
        low = threshold.key in SAYS and threshold.value is not None and threshold.value <= LOW_THRESHOLD
        if low and not threshold.findings:
            yield _finding(threshold.key, EFFECT[threshold.key], partial(_said, threshold.key))
    yield from _problems(account)
    for force in reading.forces.values():
        if force.disagrees:
            yield _disagreement(force, reading.adapted[CROSS_CHECK[force.key]])
        if force.tally.rated and not force.tally.enough:
            yield _rate(force)


def _said(threshold: str) -> str:
    return _(SAYS[threshold])


def _finding(key: str, effect: Effect, write: Callable[[], str]) -> Suggestion:
    def edits() -> tuple[Edit, ...]:
        text, other_language = worded(write)
        finding = Finding(statement=text, source_framework=KEY, source_item=key, effect=effect)
        return (Edit(f"findings/{new_id('f')}", finding), *other_language)

    return Suggestion(
        id=suggestion_id(KEY, "finding", key),
        text=_("Save “{statement}” as a finding?").format(statement=write()),
        action=_("Save finding"),
        kind="finding",
        path=f"{RATINGS}/{key}",
        edits=edits,
    )


def _force_text(force: Force) -> str:
    return _("{force}, strong pressure: {why}").format(force=_(FORCES[force.key]), why=pressures(force))


def _problems(account: Account) -> Iterator[Suggestion]:
    taken = {wanted for problem in account.problems.values() for wanted in problem.finding_ids}
    for key, finding in account.findings.items():
        refuted = account.standing(finding.evidence) == "refuted"
        if finding.source_framework == KEY and key not in taken and not refuted and finding.statement:
            yield _problem(key, finding)


def _problem(key: str, finding: Finding) -> Suggestion:
    def edits() -> tuple[Edit, ...]:
        return (
            Edit(
                f"problems/{new_id('p')}",
                Problem(statement=finding.statement, measure="other", finding_ids=(key,)),
            ),
        )

    return Suggestion(
        id=suggestion_id(KEY, "problem", key),
        text=_("Create a problem from “{statement}”?").format(statement=named(finding.statement, "")),
        action=_("Create problem"),
        kind="problem",
        path=f"findings/{key}",
        edits=edits,
    )


def _disagreement(force: Force, threshold: Threshold) -> Suggestion:
    return Suggestion(
        id=suggestion_id(KEY, "disagree", force.key),
        text=_("{force}: the drivers give {score}, the cross-check {adapted}.").format(
            force=_(FORCES[force.key]), score=number(force.score, 1), adapted=number(force.adapted, 1)
        ),
        action=_("Compare"),
        kind="rate",
        path=f"{RATINGS}/{threshold.key}",
    )


def _rate(force: Force) -> Suggestion:
    rated, total = force.tally.rated, force.tally.total
    blank = next(
        item.key
        for item, rating in zip(BY_FORCE[force.key], force.tally.ratings, strict=True)
        if rating.value is None
    )
    text = _(RATE_THE_REST).format(rated=rated, total=total, seconds=seconds_for(total - rated))
    return Suggestion(
        id=suggestion_id(KEY, "rate", force.key),
        text=_("{force}: {text}").format(force=_(FORCES[force.key]), text=text),
        action=_("Rate"),
        kind="rate",
        path=f"{RATINGS}/{blank}",
    )
