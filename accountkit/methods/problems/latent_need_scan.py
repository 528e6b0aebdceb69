"""Latent need scan: if the customer's strategy meets this market, what will not hold? (seed 004/5)

Each doubt becomes a problem: a hidden risk one to prevent, since its risk rises; a business problem asks for its best level, an
opportunity for its target (the mapping is a proposal of the methods file). It stays latent until the customer confirms it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from accountkit.i18n import N_, _
from accountkit.methods import labels
from accountkit.methods.assessment import Suggestion
from accountkit.methods.findings import proposed
from accountkit.methods.method import Entry
from accountkit.methods.sentences import name, says, series
from accountkit.methods.shapes import Checklist, Condition
from accountkit.methods.shapes.checklist import ChecklistReading

HOLDS = {
    "strategy_effective": (N_("Strategy fits market and competitors"), N_("Doubt about the strategy")),
    "management": (N_("Management can steer it"), N_("Doubt about management")),
    "people": (N_("Staff can carry it out"), N_("Doubt about staff")),
    "culture": (N_("Culture rewards the new behaviour"), N_("Doubt about culture")),
    "institution": (N_("Rules and systems support it"), N_("Doubt about rules and systems")),
}
SOURCES: dict[str, tuple[str, dict[str, Any]]] = {
    "problem": (N_("business problem"), {}),
    "opportunity": (N_("business opportunity"), {}),
    "risk": (N_("hidden risk"), {"risk_trend": 4}),
}
"""Where a doubt comes from, and what the problem from it begins with."""


def _doubt(reading: ChecklistReading, key: str) -> str:
    """What does not hold, in the seller's words; else which condition is in doubt."""
    return reading.value(f"{key}_doubt") or _(HOLDS[key][1])


def _suggested(reading: ChecklistReading) -> Iterator[Suggestion]:
    for one in reading.unmet:
        source = reading.value(f"{one.key}_source") or "problem"
        yield from proposed(
            reading,
            one.key,
            partial(_doubt, reading, one.key),
            f"{reading.method.answer_path(None)}/values/{one.key}",
            problem=SOURCES[source][1],
            effect="opportunity" if source == "opportunity" else "threat",
            evidence=reading.marks[one.key].evidence,
        )


def _told(reading: ChecklistReading, key: str) -> str:
    source = SOURCES[reading.value(f"{key}_source") or "problem"][0]
    sure = reading.marks[key].status == "confirmed"
    return _("{doubt} ({source}, {status})").format(
        doubt=name(_doubt(reading, key)),
        source=_(source),
        status=labels.label("status", "confirmed") if sure else _("to confirm"),
    )


METHOD = Checklist(
    key="latent_need_scan",
    name=N_("Latent need scan"),
    question=N_("If the customer's strategy meets this market, what will not hold?"),
    group="discover",
    workspace="problems",
    source="004/5",
    rule=N_(
        "What does not hold becomes a problem: a business problem to restore, an opportunity to pursue, a hidden risk to prevent. It stays latent until the customer confirms it; do not pitch before."
    ),
    first=N_("Ask of each condition whether it holds."),
    uses=("findings", "problems"),
    conditions=tuple(Condition(key, name) for key, (name, _doubt_name) in HOLDS.items()),
    extra=tuple(
        entry
        for key, (_name, doubt) in HOLDS.items()
        for entry in (
            Entry(f"{key}_doubt", doubt, kind="line", counts=False),
            Entry(
                f"{key}_source",
                N_("Source"),
                kind="choice",
                choices=tuple((one, name) for one, (name, _fields) in SOURCES.items()),
                counts=False,
            ),
        )
    ),
    outcomes={"pass": N_("holds"), "fail": N_("does not hold"), "open": N_("open")},
    also_suggests=_suggested,
    says=(
        says(N_("Likely latent need: {doubts}."), when=lambda r: bool(r.unmet)),
        says(N_("The strategy holds in this market."), when=lambda r: r.verdict == "pass"),
    ),
    words=lambda r: {"doubts": series(partial(_told, r, one.key) for one in r.unmet)},
    feeds=("problem_types", "question_script"),
)
