"""Which form suits a sales team, and what would change it (methods, sales_team_structure)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from accountkit.i18n import N_
from accountkit.methods.marks import Mark
from accountkit.methods.method import Reading
from accountkit.methods.sentences import Word, label
from accountkit.methods.shapes.checklist import ChecklistReading
from accountkit.methods.team.team_rules import follows, segments

FORMS = {
    "single": N_("single team"),
    "tiered": N_("tiered regions"),
    "matrix": N_("matrix"),
    "branch": N_("branch companies"),
}
TRIGGERS = {
    "single": N_("the team reaches ten sellers in more than one region"),
    "tiered": N_("regional sellers no longer drive all products and sectors"),
    "matrix": N_("margin, execution, range or repeat sales fall below 4"),
    "branch": N_("margin, execution, range and repeat sales all reach 4"),
}
STRENGTHS = {
    "margin": N_("Profit level"),
    "execution": N_("Execution"),
    "product_range": N_("Richness of the product range"),
    "repeat_share": N_("Repeat sales"),
}
SMALL, MATRIX_FROM = 10, 4


def derived(reading: Reading) -> Mapping[str, Any]:
    """What our own side knows: who belongs to the team or to one below it, and how many offerings and markets there are."""
    practice, served = reading.practice, segments(reading)
    mine = {reading.subject_id} | {
        k for k, one in practice.teams.items() if one.parent_id == reading.subject_id
    }
    found = {
        "headcount": sum(one.team_id in mine for one in practice.sellers.values()),
        "products": len(practice.offers),
        "sectors": sum(one.basis == "industry" for one in served),
        "regions": sum(one.basis == "region" for one in served),
    }
    return {key: n for key, n in found.items() if n}


def _above(reading: Reading, key: str, most: float) -> Mark:
    value = reading.value(key)
    return follows([reading.marks[key]], None if value is None else value > most)


def ten(reading: Reading) -> Mark:
    return _above(reading, "headcount", SMALL - 1)


def spread(reading: Reading) -> Mark:
    return _above(reading, "regions", 1)


def outgrown(reading: Reading) -> Mark:
    """Whether there are several products or sectors, and regional sellers do not drive them all."""
    several = any((reading.value(key) or 0) > 1 for key in ("products", "sectors"))
    driven = {"yes": True, "no": False}.get(reading.value("driven"))
    return follows([reading.marks["driven"]], None if driven is None else several and not driven)


def strong(reading: Reading) -> Mark:
    """Whether a matrix would pay: one that is too low decides, one that is not rated leaves it open."""
    rated = [reading.value(key) for key in STRENGTHS]
    known = [one for one in rated if one is not None]
    whole = None if None in rated else True
    return follows(
        [reading.marks[key] for key in STRENGTHS], False if any(one < MATRIX_FROM for one in known) else whole
    )


def form(reading: ChecklistReading) -> str | None:
    holds = {one.key: reading.value(one.key) for one in reading.method.conditions}
    if holds["ten"] != "met":
        return "single" if holds["ten"] else None
    if holds["outgrown"] == "met":
        return {"met": "matrix", "not_met": "branch"}.get(holds["strong"])
    return {"met": "tiered", "not_met": "single"}.get(holds["spread"])


def is_other(reading: ChecklistReading) -> bool:
    today = reading.value("form")
    return bool(today and reading.verdict) and today != reading.verdict


def by_industry(reading: ChecklistReading) -> bool:
    """Who is divided by industry needs colleagues of the same industry, not a seller alone somewhere."""
    return reading.analyses.read(reading.method.reads[0], reading.subject_id).verdict == "industry"


def words(reading: ChecklistReading) -> Mapping[str, Word]:
    found = reading.verdict or ""
    return {"form": label(FORMS.get(found)), "trigger": label(TRIGGERS.get(found))}
