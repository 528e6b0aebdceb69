"""Sales operations and standardisation: which working rules exist in practice, beyond labels? (seed 004/10)

A rule counts only if it is lived. What is required follows from the style (a proposed reading of the methods file).
Worked by hand: three lived, two written, one none: 3 of 6.
"""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.method import Entry, Flag
from accountkit.methods.sentences import Word, count, label, listing, says
from accountkit.methods.shapes import Checklist, Condition
from accountkit.methods.shapes.checklist import ChecklistReading

STEPS = (("not_met", N_("none")), ("written", N_("written")), ("met", N_("lived")))
ITEMS = (
    (
        "sales_process",
        N_("Sales process"),
        N_("Our own obstacles as stages, key activities, the next step judges the one before"),
    ),
    ("management_process", N_("Management process"), ""),
    (
        "ability_standard",
        N_("Ability standards"),
        N_(
            "From duty to profile, hiring, training and promotion. Sellers: negotiation, questions, information. Managers: meetings, time, delegation, data"
        ),
    ),
    ("climate", N_("Team climate"), N_("Declare it, repeat it, praise the right act, correct the wrong one")),
    ("collaboration", N_("Collaboration rules"), N_("Reviews and shared experience")),
    ("executive_access", N_("Executive resources"), ""),
)
REQUIRED = {"bureaucratic": ("sales_process", "ability_standard"), "organic": ("collaboration",)}


def _outcome(reading: ChecklistReading) -> str:
    style = reading.analyses.read(reading.method.reads[0], reading.subject_id).verdict
    required = [reading.value(key) for key in REQUIRED.get(style, [key for key, *_rest in ITEMS])]
    if style in REQUIRED and set(required) - {"met", None}:
        return "fail"
    return "pass" if set(required) == {"met"} else "open"


def _words(reading: ChecklistReading) -> Mapping[str, Word]:
    written = [text for key, text, _prompt in ITEMS if reading.value(key) == "written"]
    known = reading.rated > 0
    return {
        "n": count(sum(reading.value(key) == "met" for key, *_rest in ITEMS)) if known else None,
        "written": listing(map(label, written)) if written else None,
    }


METHOD = Checklist(
    key="sales_operations",
    name=N_("Sales operations and standardisation"),
    question=N_("Which working rules exist in practice, beyond labels?"),
    group="organisation",
    workspace="team",
    source="004/10",
    rule=N_(
        "A rule counts only if it is lived. A bureaucratic organisation needs the sales process and ability standards; an organic one replaces detailed process by reviews and shared experience. Do not copy the process of another company."
    ),
    first=N_("Mark for each rule whether it is written, and whether it is lived."),
    subject="team",
    reads=("organisation_style", "support_teams"),
    uses=(),
    conditions=tuple(Condition(*one, choices=STEPS) for one in ITEMS),
    judge=_outcome,
    outcomes={
        "pass": N_("rules in place"),
        "fail": N_("a required rule is missing"),
        "open": N_("in progress"),
    },
    extra=(
        Entry(
            "copied",
            N_("Process copied from another company"),
            kind="choice",
            choices=labels.pairs("answered"),
            counts=False,
        ),
        Entry("example", N_("Where it can be seen"), kind="text", counts=False),
    ),
    flags=(
        Flag("copied", N_("copied process"), lambda r: r.value("copied") == "yes"),
        Flag(
            "no_operations",
            N_("bureaucratic without sales operations"),
            lambda r: "no_operations" in r.analyses.read(r.method.reads[1], r.subject_id).alarms,
        ),
    ),
    says=(
        says(
            N_("Rules lived: {n} of 6. Written but not lived: {written}."),
            N_("Rules lived: {n} of 6."),
            internal=True,
        ),
    ),
    words=_words,
    feeds=("performance_coaching", "value_selling_readiness"),
)
