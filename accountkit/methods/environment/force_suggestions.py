"""What the five forces offer next: a finding from each strong force and low threshold, a problem from each finding."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from accountkit.i18n import N_, _
from accountkit.methods.assessment import Suggestion, suggestion_id
from accountkit.methods.environment.force_reading import KEY, RATINGS
from accountkit.methods.environment.force_sentences import pressures
from accountkit.methods.findings import problem_from, proposed
from accountkit.methods.shapes.groups import GroupReading
from accountkit.methods.shapes.scorecard import ScorecardReading
from accountkit.methods.wording import named
from accountkit.model import Account, Finding
from accountkit.model.claims import Effect

LOW = 2
"""A threshold of 2 or less is offered as a finding."""
THRESHOLDS: dict[str, tuple[str, Effect]] = {
    "replacing_threshold": (N_("Buyers could switch to the customer's product at once"), "opportunity"),
    "replaced_threshold": (N_("The customer's product is easily replaced"), "threat"),
}


def suggested(reading: ScorecardReading) -> Iterator[Suggestion]:
    """Findings from forces and thresholds, then problems from findings."""
    for force in reading.groups.values():
        if force.band == "high":
            yield from proposed(
                reading, force.key, partial(_force_text, force), f"{RATINGS}/{force.key}", effect="threat"
            )
    for key, (text, effect) in THRESHOLDS.items():
        value = reading.value(key)
        if value is not None and value <= LOW:
            yield from proposed(reading, key, partial(_, text), f"{RATINGS}/{key}", effect=effect)
    yield from _problems(reading.account)


def _force_text(force: GroupReading) -> str:
    return _("{force}, strong pressure: {why}").format(force=force.name, why=pressures(force))


def _problems(account: Account) -> Iterator[Suggestion]:
    taken = {wanted for problem in account.problems.values() for wanted in problem.finding_ids}
    for key, finding in account.findings.items():
        refuted = account.standing(finding.evidence) == "refuted"
        if finding.source_framework == KEY and key not in taken and not refuted and finding.statement:
            yield _problem(key, finding)


def _problem(key: str, finding: Finding) -> Suggestion:
    return Suggestion(
        id=suggestion_id(KEY, "problem", key),
        text=_("Create a problem from “{statement}”?").format(statement=named(finding.statement, "")),
        action=_("Create problem"),
        kind="problem",
        path=f"findings/{key}",
        edits=lambda: (problem_from(key, finding),),
    )
