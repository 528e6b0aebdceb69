"""Qualification: should we spend another hour on this prospect? (seed 003)

The questions are asked in order; the first clear "no" ends the talk. How strong a "yes" is says its evidence: the weakest
counts. The last two questions, and the same questions about the strongest rival, are proposals.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.deal.facts import budget_named, need_state
from accountkit.methods.marks import grade
from accountkit.methods.method import Entry, Flag, Reading
from accountkit.methods.sentences import Word, count, label, name, says
from accountkit.methods.shapes import Checklist, Condition
from accountkit.methods.shapes.checklist import MET, ChecklistReading

QUESTIONS = (
    Condition("need", N_("Needs it")),
    Condition("want", N_("Wants it"), N_("Lack of interest is not yet a no: ask the next question once.")),
    Condition("afford", N_("Can pay")),
    Condition("terms", N_("Accepts our basic conditions")),
    Condition("order", N_("Ready to order if all is agreed")),
)
RIVAL = {
    "need": N_("Rival: its offering meets the need"),
    "want": N_("Rival: the customer wants it"),
    "afford": N_("Rival: the customer can pay its price"),
    "terms": N_("Rival: the customer accepts its conditions"),
    "order": N_("Rival: the customer is ready to order"),
}


def _derived(reading: Reading) -> Mapping[str, Any]:
    return {
        "need": "met" if need_state(reading) not in (None, "none") else None,
        "afford": "met" if budget_named(reading) else None,
    }


def _yes(reading: ChecklistReading) -> list[str]:
    return [one.key for one in QUESTIONS if reading.value(one.key) == "met"]


def _of_rival(reading: ChecklistReading) -> int:
    return sum(reading.value(f"rival_{key}") == "met" for key in RIVAL)


def _words(reading: ChecklistReading) -> Mapping[str, Word]:
    stopped = next(iter(reading.unmet), None)
    asked = next(iter(reading.unknown), None)
    weakest = max((grade(reading.account, reading.marks[key]) for key in _yes(reading)), default=None)
    return {
        "deal": name(reading.called),
        "n": count(len(_yes(reading))),
        "item": label(stopped.name) if stopped else None,
        "next": label(asked.name) if asked else None,
        "grade": label(labels.WORDS["grade"][weakest]) if weakest else None,
        "rival": name(reading.value("rival")),
        "m": count(_of_rival(reading)),
    }


METHOD = Checklist(
    key="high_probability_qualification",
    name=N_("Qualification"),
    question=N_("Should we spend another hour on this prospect?"),
    group="plan",
    workspace="deal",
    source="003",
    rule=N_(
        "Ask in order. The first clear no ends the talk with thanks, and no proposal is written. If all five are met, the order follows without pushing. The weakest evidence says how much a yes is worth."
    ),
    first=N_("Ask the five questions in order."),
    subject="opportunity",
    reads=("motive_assessment",),
    uses=("opportunities",),
    derives=_derived,
    conditions=QUESTIONS,
    extra=(
        Entry("rival", N_("Strongest rival"), kind="line", counts=False),
        *(
            Entry(f"rival_{key}", text, kind="choice", choices=MET, counts=False)
            for key, text in RIVAL.items()
        ),
    ),
    flags=(Flag("rival_ahead", N_("the rival is ahead"), lambda r: _of_rival(r) > len(_yes(r))),),
    says=(
        says(
            N_("{deal} qualifies on {n} of 5; stopped at: {item}."),
            N_("{deal} qualifies on {n} of 5; ask next: {next}."),
            N_("{deal} qualifies on {n} of 5."),
            when=lambda r: r.verdict is not None or r.rated,
            internal=True,
        ),
        says(N_("Weakest evidence for {deal}: {grade}."), internal=True),
        says(N_("Strongest rival for {deal}, {rival}: {m} of 5."), internal=True),
    ),
    words=_words,
    feeds=("funnel_grade", "account_tier"),
)
