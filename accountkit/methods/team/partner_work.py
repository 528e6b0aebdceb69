"""How far a partner is trained, and whether we go on with it (methods, part J)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from accountkit.i18n import N_
from accountkit.methods.marks import Mark
from accountkit.methods.method import Reading
from accountkit.methods.sentences import Word, count, label, listing, name, share
from accountkit.methods.shapes.checklist import ChecklistReading
from accountkit.methods.team.partner_rules import is_current

# -- training and support --------------------------------------------------------------------------------------------

TRAININGS = {
    "technical": N_("Technical training"),
    "go_to_market": N_("Go-to-market training"),
    "process": N_("Shared sales process"),
    "market_support": N_("Market activities"),
    "technical_help": N_("Technical answers"),
    "sales_help": N_("Sales answers and coaching"),
}
NEEDED = ("technical", "go_to_market")
PROMPTS = {
    "go_to_market": N_(
        "Target customers, their problem, how it is solved, vision, price, rivals, unique value, cases, FAQ"
    )
}


def done(key: str) -> Callable[[ChecklistReading], Mark]:
    def found(reading: ChecklistReading) -> Mark:
        mark = reading.marks[f"{key}_on"]
        on = None if mark.value is None or mark.value > reading.document.as_of else mark.value
        state = None if on is None else "met" if is_current(reading, on) else "not_met"
        return replace(mark, value=state, shown=None, derived=True)

    return found


def alone(reading: ChecklistReading) -> str:
    able = all(
        reading.value(f"{key}_done") == "met" and reading.value(f"{key}_certified") == "yes" for key in NEEDED
    )
    return "alone" if able else "with_us"


def sheet_missing(reading: ChecklistReading) -> bool:
    """Whether someone who does not know an offering of its scope could not sell it from one page."""
    known = (one for one in getattr(reading.record, "offer_ids", ()) if one in reading.practice.offers)
    return any(reading.analyses.read(reading.method.reads[1], one).verdict != "ready" for one in known)


def training_words(reading: ChecklistReading) -> Mapping[str, Word]:
    waiting = [key for key in TRAININGS if reading.value(f"{key}_done") != "met"]
    return {
        "partner": name(reading.called),
        "n": count(len(TRAININGS) - len(waiting)),
        "item": label(TRAININGS[waiting[0]]) if waiting else None,
        "verdict": label(reading.method.outcomes.get(reading.verdict or "")),
    }


# -- renewal ---------------------------------------------------------------------------------------------------------

LINE = 0.8
VIEW = {
    "product": N_("Product"),
    "margin": N_("Margin"),
    "competitiveness": N_("Competitiveness"),
    "support": N_("Support"),
}
DAILY = (
    ("registration", N_("Deal registration kept")),
    ("conflict", N_("Conflicts settled")),
    ("appraisal", N_("Performance appraised")),
    ("audit", N_("Qualification audited")),
)


def performance(reading: Reading) -> float | None:
    """What was sold of the quota that the agreement names."""
    sold = reading.value("sold")
    quota = reading.analyses.read(reading.method.reads[0], reading.subject_id).value("quota")
    return sold / quota if sold is not None and (quota or 0) > 0 else None


def performance_met(reading: Reading) -> Mapping[str, Any]:
    done, line = performance(reading), reading.value("line")
    if done is None:
        return {}
    return {"performance_met": "met" if done >= (LINE if line is None else line) - 1e-9 else "not_met"}


def renewal_words(reading: ChecklistReading) -> Mapping[str, Word]:
    unmet = [one for one in reading.unmet if one.required]
    return {
        "partner": name(reading.called),
        "verdict": label(reading.method.outcomes.get(reading.verdict or "")),
        "done": share(performance(reading)),
        "unmet": listing(label(one.name) for one in unmet) if unmet else None,
    }
