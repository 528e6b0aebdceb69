"""Partner training and support: can the partner present, sell and support without us? (seed 004/4)

It may sell alone once the technical and the go-to-market training are certified; both expire after 12 months (proposals
of the methods file). Worked by hand: both certified in the last year, nothing else: 2 of 6, may sell alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.marks import Mark
from accountkit.methods.method import Entry, Flag
from accountkit.methods.sentences import Word, count, label, name, says
from accountkit.methods.shapes import Checklist, Condition
from accountkit.methods.shapes.checklist import ChecklistReading
from accountkit.methods.team.partner_rules import is_current

ITEMS = {
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


def _done(key: str) -> Callable[[ChecklistReading], Mark]:
    def found(reading: ChecklistReading) -> Mark:
        mark = reading.marks[f"{key}_on"]
        on = None if mark.value is None or mark.value > reading.document.as_of else mark.value
        state = None if on is None else "met" if is_current(reading, on) else "not_met"
        return replace(mark, value=state, shown=None, derived=True)

    return found


def _alone(reading: ChecklistReading) -> str:
    able = all(
        reading.value(f"{key}_done") == "met" and reading.value(f"{key}_certified") == "yes" for key in NEEDED
    )
    return "alone" if able else "with_us"


def _sheet_missing(reading: ChecklistReading) -> bool:
    """Whether someone who does not know an offering of its scope could not sell it from one page."""
    known = (one for one in getattr(reading.record, "offer_ids", ()) if one in reading.practice.offers)
    return any(reading.analyses.read("go_to_market_sheet", one).verdict != "ready" for one in known)


def _words(reading: ChecklistReading) -> Mapping[str, Word]:
    waiting = [key for key in ITEMS if reading.value(f"{key}_done") != "met"]
    return {
        "partner": name(reading.called),
        "n": count(len(ITEMS) - len(waiting)),
        "item": label(ITEMS[waiting[0]]) if waiting else None,
        "verdict": label(reading.method.outcomes.get(reading.verdict or "")),
    }


METHOD = Checklist(
    key="partner_enablement",
    name=N_("Partner training and support"),
    question=N_("Can the partner present, sell and support without us?"),
    group="organisation",
    workspace="team",
    source="004/4",
    rule=N_(
        "Training and support count for 12 months. The partner may sell alone if the technical and the go-to-market training are certified."
    ),
    first=N_("Enter when each training was held, and who was certified."),
    subject="partner",
    reads=("partner_agreement", "go_to_market_sheet"),
    uses=("offers",),
    conditions=tuple(
        Condition(f"{key}_done", text, required=key in NEEDED, of=_done(key)) for key, text in ITEMS.items()
    ),
    judge=_alone,
    outcomes={"alone": N_("may sell alone"), "with_us": N_("sells with us")},
    extra=tuple(
        entry
        for key, text in ITEMS.items()
        for entry in (
            Entry(f"{key}_on", text, kind="date", prompt=PROMPTS.get(key, ""), counts=False),
            Entry(f"{key}_by", N_("Held by"), kind="line", counts=False),
            Entry(
                f"{key}_certified",
                N_("Certified"),
                kind="choice",
                choices=labels.pairs("answered"),
                counts=False,
            ),
        )
    ),
    flags=(
        Flag("expired", N_("training expired"), lambda r: bool(r.unmet)),
        Flag(
            "agreement",
            N_("agreement incomplete"),
            lambda r: r.analyses.read("partner_agreement", r.subject_id).verdict in ("fail", "open"),
        ),
        Flag("sheet", N_("a sheet in its scope is not ready"), _sheet_missing),
    ),
    says=(
        says(
            N_("{partner} is enabled in {n} of 6 and {verdict}. Next: {item}."),
            N_("{partner} is enabled in {n} of 6 and {verdict}."),
            internal=True,
        ),
    ),
    words=_words,
    feeds=("partner_review",),
)
