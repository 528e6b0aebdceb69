"""What the five forces say: the sentence to say aloud, those for the brief and those for the customer."""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.i18n import N_, _, clauses, listed
from accountkit.methods import labels
from accountkit.methods.environment.force_drivers import FORCES
from accountkit.methods.environment.force_reading import RATINGS
from accountkit.methods.sentences import Says, Word, label, mean, says
from accountkit.methods.shapes.groups import PRESSING, GroupReading
from accountkit.methods.shapes.scorecard import ScorecardReading
from accountkit.methods.wording import upper_first
from accountkit.model import Finding
from accountkit.model.evidence import Status


def words(reading: ScorecardReading) -> Mapping[str, Word]:
    """The strongest force, its score and the drivers behind it."""
    force = reading.strongest
    if force is None:
        return {}
    return {
        "force": label(force.group.name),
        "score": mean(force.mean),
        "why": lambda: upper_first(pressures(force)),
        "top_drivers": lambda: listed([_(item.name) for item, _rating in force.top]),
    }


def pressures(force: GroupReading) -> str:
    """The drivers behind a force: the strong anchor of a driver rated 4 or 5, else its name."""
    return clauses(_(item.high if rating >= PRESSING else item.name) for item, rating in force.top)


def _strongest(reading: ScorecardReading) -> tuple[Status, str]:
    force = reading.strongest
    return (force.status, f"{RATINGS}/{force.key}") if force else (reading.status, RATINGS)


def _replaced(reading: ScorecardReading) -> tuple[Status, str]:
    marks = [reading.marks[key] for key in ("replacing_threshold", "replaced_threshold")]
    sure = all(mark.status == "confirmed" for mark in marks)
    return "confirmed" if sure else "assumed", f"{RATINGS}/replacing_threshold"


def _replaces(easily: bool, is_easily: bool, text: str) -> Says:
    """How easily the customer replaces others and is replaced, where both are rated."""

    def holds(reading: ScorecardReading) -> bool:
        replacing, replaced = reading.value("replacing_threshold"), reading.value("replaced_threshold")
        rated = replacing is not None and replaced is not None
        return rated and (replacing < 3, replaced < 3) == (easily, is_easily)

    return says(text, when=holds, rests=_replaced)


ON_SCREEN = (says(N_("Strongest competitive pressure: {force} ({score} of 5). {why}.")),)
_PRESSURE = says(
    N_("Strongest competitive pressure: {force} ({score} of 5), mainly {top_drivers}."), rests=_strongest
)
SAYS = (
    _PRESSURE,
    _replaces(True, True, N_("The customer wins buyers from substitutes easily, and is easily replaced.")),
    _replaces(True, False, N_("The customer wins buyers from substitutes easily and is hard to replace.")),
    _replaces(False, True, N_("The customer rarely wins buyers from substitutes and is easily replaced.")),
    _replaces(False, False, N_("The customer rarely wins buyers from substitutes, but is hard to replace.")),
)
TO_CUSTOMER = (
    _PRESSURE,
    _replaces(True, True, N_("You win buyers from substitutes easily, and are easily replaced.")),
    _replaces(True, False, N_("You win buyers from substitutes easily and are hard to replace.")),
    _replaces(False, True, N_("You rarely win buyers from substitutes and are easily replaced.")),
    _replaces(False, False, N_("You rarely win buyers from substitutes, but are hard to replace.")),
)


def note(finding: Finding) -> str:
    """Which force a finding comes from and how it acts: ``Suppliers · threat``."""
    source = next((force.name for force in FORCES if force.key == finding.source_item), N_("Five forces"))
    return f"{_(source)} · {labels.label('effect', finding.effect)}"
