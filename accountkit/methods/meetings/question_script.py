"""SPIN and questioning script: what shall I ask, in what order, so that the customer finds the problem? (seed 000/1, 004/8)

The seed spells out the S alone; the other three letters are the standard. Which record gives which question, the four
warnings, and the first three unanswered as the next ones are proposals of the methods file.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.chain.questions import STAGES, TECHNIQUES
from accountkit.methods.meetings.script_rules import (
    KEY,
    KINDS,
    TOPICS,
    implies_too_early,
    is_blunt,
    is_open,
    lacks_confirmation,
    linked,
    openers,
    opens_too_far,
    order,
    proposed,
    words,
    written,
)
from accountkit.methods.method import Flag, Suggests
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Column, Register

METHOD = Register(
    key=KEY,
    name=N_("Question script"),
    question=N_("What do we ask, and in what order, so that the customer names the problem?"),
    group="discover",
    workspace="meetings",
    source="000/1, 004/8",
    rule=N_(
        "Situation, problem, implication, need-payoff, then a question that sums up. Ask about implications only after the person acknowledges the problem."
    ),
    first=N_("Add the questions that follow from the linked records, or write one."),
    subject="stakeholder",
    columns=(
        Column("question", N_("Question"), "text"),
        Column("stage", N_("Stage"), "choice", tuple(STAGES.items())),
        Column("kind", N_("Kind"), "choice", KINDS),
        Column("technique", N_("Technique"), "choice", tuple(TECHNIQUES.items())),
        Column("topic", N_("Delicate topic"), "choice", TOPICS),
        Column("record", N_("Linked record"), "text", of=linked),
        Column("answer", N_("Customer's answer"), "text"),
        Column("answered_on", N_("Answered on"), "date"),
    ),
    order=order,
    alarms=(
        Flag("open_first", N_("open question about strategy comes first"), opens_too_far),
        Flag("implication_early", N_("implication before the problem is acknowledged"), implies_too_early),
        Flag("no_confirmation", N_("no confirming question at the end"), lacks_confirmation),
        Flag("not_humble", N_("delicate question without a tentative opening"), is_blunt),
    ),
    totals=lambda reading: {
        "open": sum(is_open(row) for row in reading.counted),
        "answered": sum(bool(row["answer"]) for row in reading.counted),
    },
    total_names={"open": N_("Questions to ask"), "answered": N_("Questions answered")},
    says=(
        says(
            N_("Next questions for {role}: {three}"),
            N_("All questions to {role} are answered."),
            when=lambda reading: bool(reading.counted),
            internal=True,
        ),
    ),
    words=words,
    suggests=(
        Suggests(
            "generate",
            N_("Questions for {role} that follow from the linked records: {n}."),
            N_("Add to the script"),
            when=lambda reading: bool(proposed(reading.account, reading.subject_id or "")),
            edits=lambda reading: written(
                reading.account, reading.subject_id, proposed(reading.account, reading.subject_id)
            ),
        ),
        Suggests(
            "openers",
            N_("Ask {role} about what our offerings are for: {ours}"),
            N_("Add to the script"),
            when=lambda reading: bool(openers(reading)),
            edits=lambda reading: written(reading.account, reading.subject_id, openers(reading)),
        ),
    ),
    feeds=("problem_types", "visit_plan"),
)
