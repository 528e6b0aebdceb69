"""When a field of the sales objective is clear, and what follows from those that are (methods, sales_objective)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Literal

from accountkit.i18n import N_, _
from accountkit.methods import labels
from accountkit.methods.deal.facts import deal, evidenced
from accountkit.methods.marks import Mark
from accountkit.methods.sentences import Word, count, date, label, money, name, text
from accountkit.methods.shapes.checklist import ChecklistReading

Kind = Literal["line", "money", "date"]
PARTS: dict[str, tuple[str, Kind]] = {
    "who": (N_("To whom"), "line"),
    "what": (N_("What we sell"), "line"),
    "how_much": (N_("For how much"), "money"),
    "when": (N_("Closing date"), "date"),
}
AIM_UNCLEAR = "build"
DIAGNOSES = {
    AIM_UNCLEAR: N_("customer's aim unclear"),
    "weak": N_("our position is weak"),
    "danger": N_("led by a competitor"),
    "lead": N_("we lead"),
    "clear": N_("clear, but not shaped by us"),
    "open": N_("open"),
}

ADVICE = {
    AIM_UNCLEAR: N_("The deal is doubtful or early: build the aim together."),
    "weak": N_("They know their aim, we do not: widen our contacts and support what is assumed."),
    "danger": N_("Change the aim: a deeper need, or another field."),
    "lead": N_("Keep the lead: ask for the next commitment."),
    "clear": N_("Make the aim ours: link it to a deeper need."),
    "open": N_("Ask whether their purchase aim is clear."),
}


def clear(key: str) -> Callable[[ChecklistReading], Mark]:
    """The condition that a field is filled in and evidenced; one that is only assumed counts as empty."""

    def found(reading: ChecklistReading) -> Mark:
        mark = reading.marks[key]
        return replace(mark, value="met" if evidenced(reading, key) else None, shown=None, derived=True)

    return found


def clear_parts(reading: ChecklistReading) -> int:
    return sum(reading.value(f"{key}_clear") == "met" for key in PARTS)


def diagnosis(reading: ChecklistReading) -> str:
    """What the pattern of clear and unclear says; it is open while nobody knows whether the customer's aim is clear."""
    if reading.value("customer_clear") is None:
        return "open"
    if reading.value("customer_clear") == "no":
        return AIM_UNCLEAR
    if clear_parts(reading) < len(PARTS):
        return "weak"
    return {"competitor": "danger", "us": "lead"}.get(reading.value("guided_by") or "", "clear")


def on_second_need(reading: ChecklistReading) -> bool:
    """Whether we serve a need of rank 2 or lower while no deal of ours serves the customer's first."""
    account = reading.account
    ranks = {key: need.rank for key, need in account.needs.items()}
    mine = [rank for key in deal(reading).need_ids if (rank := ranks.get(key)) is not None]
    served = {key for one in account.opportunities.values() if one.outcome != "lost" for key in one.need_ids}
    first_open = any(rank == 1 and key not in served for key, rank in ranks.items())
    return bool(mine) and min(mine) > 1 and first_open


def first_assumed(reading: ChecklistReading) -> str | None:
    """The first of the four fields that is filled in and rests on nothing but our assumption."""
    return next(
        (key for key in PARTS if reading.value(key) is not None and not evidenced(reading, key)), None
    )


def words(reading: ChecklistReading) -> Mapping[str, Word]:
    guided, assumed = reading.value("guided_by"), first_assumed(reading)
    return {
        "who": name(reading.value("who")),
        "what": text(reading.value("what")),
        "how_much": money(reading.value("how_much"), reading.currency),
        "when": date(reading.value("when")),
        "guided_by": label(labels.WORDS["guided_by"][guided]) if guided else None,
        "n": count(clear_parts(reading)),
        "factor": (lambda: _(PARTS[assumed][0])) if assumed else None,
    }
