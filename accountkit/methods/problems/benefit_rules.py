"""Eight benefits, how important each is and how far it is delivered (methods, benefits_3_plus_5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from accountkit.i18n import N_
from accountkit.methods.marks import Mark, weighted
from accountkit.methods.method import Entry, Reading
from accountkit.methods.people.network import STAGES
from accountkit.methods.sentences import Word, label, listing, text
from accountkit.methods.shapes.scorecard import ScorecardReading

ENDS = (N_("irrelevant"), N_("decisive"))
ENTERPRISE = (
    Entry("for_customers", N_("Customer's customers"), *ENDS),
    Entry("against_rivals", N_("Customer's competitors"), *ENDS),
    Entry("for_itself", N_("Customer itself"), *ENDS),
)
PERSONAL = (
    Entry("physiological", N_("Physical well-being"), *ENDS),
    Entry("safety", N_("Safety"), *ENDS),
    Entry("belonging", N_("Belonging"), *ENDS),
    Entry("esteem", N_("Esteem"), *ENDS),
    Entry("self_actualisation", N_("Self-actualisation"), *ENDS),
)
FROM_NEEDS = {
    "physiological": ("comfort",),
    "safety": ("safety", "income"),
    "esteem": ("power", "achievement"),
    "self_actualisation": ("achievement", "autonomy"),
}
"""Which needs of the person say how important a benefit is: the strongest of them."""
STRONG, GAP = 4, 2


def delivered(items: tuple[Entry, ...]) -> tuple[Entry, ...]:
    low, high = N_("we add nothing"), N_("clearly proven")
    return tuple(replace(one, key=f"delivered_{one.key}", low=low, high=high) for one in items)


def derived(reading: Reading) -> Mapping[str, Any]:
    """Importance from the personal needs; how far belonging is delivered from the stage of the relationship."""
    (needs,) = reading.method.reads
    rated = reading.analyses.read(needs, reading.subject_id)
    known = {key: [rated.value(one) for one in ones if rated.value(one)] for key, ones in FROM_NEEDS.items()}
    stage = reading.record.relationship_stage
    return {
        **{key: max(values) for key, values in known.items() if values},
        **({"delivered_belonging": STAGES.index(stage) + 1} if stage else {}),
    }


def score(marks: Mapping[str, Mark]) -> float | None:
    """How far what is important is delivered, 1 to 5."""
    pairs = ((marks[one.key].value, marks[f"delivered_{one.key}"].value) for one in (*ENTERPRISE, *PERSONAL))
    return weighted((weight, value) for weight, value in pairs if weight is not None)


def unargued(reading: ScorecardReading) -> list[Entry]:
    def gap(one: Entry) -> bool:
        weight, done = reading.value(one.key), reading.value(f"delivered_{one.key}")
        return weight is not None and done is not None and weight >= STRONG and weight - done >= GAP

    return [one for one in (*ENTERPRISE, *PERSONAL) if gap(one)]


def argued(reading: ScorecardReading, items: tuple[Entry, ...]) -> bool:
    return any((reading.value(f"delivered_{one.key}") or 0) >= STRONG for one in items)


def _named(reading: ScorecardReading, items: tuple[Entry, ...]) -> Word:
    """The important benefits, the most important first."""
    heavy = [one for one in items if (reading.value(one.key) or 0) >= STRONG]
    heavy.sort(key=lambda one: -reading.value(one.key))
    return listing(label(one.name) for one in heavy) if heavy else None


def words(reading: ScorecardReading) -> Mapping[str, Word]:
    missing = unargued(reading)
    return {
        "role": text(reading.called),
        "enterprise": _named(reading, ENTERPRISE),
        "personal": _named(reading, PERSONAL),
        "missing": listing(label(one.name) for one in missing) if missing else None,
    }
