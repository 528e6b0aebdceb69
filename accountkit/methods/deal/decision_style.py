"""Decision style: how does this organisation really decide? (seed 001/3)

It starts at mixed. Two precedents with one decider are individual, written rules that are applied are collective
(proposals of the methods file): how the last similar project was decided says most.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.marks import Mark
from accountkit.methods.method import Entry, Reading
from accountkit.methods.sentences import Word, label, says, text
from accountkit.methods.shapes import Checklist, Condition
from accountkit.methods.shapes.checklist import ChecklistReading

STYLES = {"individual": N_("individual"), "collective": N_("collective"), "mixed": N_("mixed")}
RULES = (
    ("unanimity", N_("unanimity")),
    ("prevailing", N_("the prevailing side")),
    ("majority", N_("majority")),
)
CULTURE = (("democratic", N_("democratic")), ("authoritarian", N_("authoritarian")))
DEBATE = (("quiet", N_("quiet")), ("debating", N_("debating")))


def _derived(reading: Reading) -> Mapping[str, Any]:
    if (reading.value("one_decider") or 0) >= 2:
        return {"style": "individual"}
    if reading.value("written_rules") == "yes":
        return {"style": "collective"}
    return {"style": "mixed"} if reading.value("precedent") else {}


def _known(key: str) -> Callable[[ChecklistReading], Mark]:
    def found(reading: ChecklistReading) -> Mark:
        mark = reading.marks[key]
        return replace(mark, value=None if mark.value is None else "met", shown=None, derived=True)

    return found


def _words(reading: ChecklistReading) -> Mapping[str, Word]:
    return {"style": label(STYLES.get(reading.verdict or "")), "precedent": text(reading.value("precedent"))}


METHOD = Checklist(
    key="decision_style",
    name=N_("Decision style"),
    question=N_("How does this organisation really decide?"),
    group="people",
    workspace="deal",
    source="001/3",
    rule=N_(
        "Start at mixed, and ask for the precedent first: a logic once formed is usually kept, and a customer who hides the present process often tells the past one. Two precedents with one decider are individual; written rules that are applied are collective."
    ),
    first=N_("Ask how the last similar project was decided."),
    uses=(),
    derives=_derived,
    conditions=(
        Condition("precedent_known", N_("Precedent known"), of=_known("precedent")),
        Condition("style_known", N_("Style known"), of=_known("style")),
        Condition("steps_known", N_("Decision steps known"), of=_known("steps")),
    ),
    extra=(
        Entry("precedent", N_("How the last similar project was decided"), kind="text", counts=False),
        Entry("style", N_("Style"), kind="choice", choices=tuple(STYLES.items()), counts=False),
        Entry("one_decider", N_("Precedents with one decider"), kind="number", counts=False),
        Entry(
            "written_rules",
            N_("Written rules are applied"),
            kind="choice",
            choices=labels.pairs("answered"),
            counts=False,
        ),
        Entry(
            "collective_rule", N_("Rule of a collective decision"), kind="choice", choices=RULES, counts=False
        ),
        Entry("steps", N_("Decision steps"), kind="text", counts=False),
        Entry("culture", N_("Culture"), kind="choice", choices=CULTURE, counts=False),
        Entry("debate", N_("Manner of debate"), kind="choice", choices=DEBATE, counts=False),
    ),
    judge=lambda r: r.value("style"),
    outcomes=STYLES,
    says=(
        says(
            N_("The customer's decision style is {style}. Last time: {precedent}."),
            N_("The customer's decision style is {style}."),
            internal=True,
        ),
    ),
    words=_words,
    feeds=("key_roles", "influence_score", "buying_process"),
)
