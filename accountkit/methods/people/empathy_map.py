"""Empathy map: what is this person's day really about? (seed 004/8)

Each feeling should point to one personal need and one change (a proposal of the methods file).
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.sentences import says, text
from accountkit.methods.shapes import Block, Canvas

METHOD = Canvas(
    key="empathy_map",
    name=N_("Empathy map"),
    question=N_("What is this person's working day really about?"),
    group="understand",
    workspace="people",
    source="004/8",
    rule=N_("Filled over all blocks. Each feeling should point to one personal need and one change."),
    first=N_("Note what this person says and does."),
    subject="stakeholder",
    private=True,
    uses=("stakeholders",),
    blocks=(
        Block("says", N_("Says"), N_("Topics with peers and superiors; they show the content of the job")),
        Block("does", N_("Does"), N_("Main daily work")),
        Block("thinks", N_("Thinks"), N_("About work, self and own wishes")),
        Block("feels", N_("Feels"), N_("Emotions that follow, as a challenge or an opportunity")),
    ),
    says=(
        says(N_("{role} is occupied with {does}; main concern: {feels}."), internal=True),
        says(N_("{role} works mainly on {does}.")),
    ),
    words=lambda reading: {
        "role": text(reading.called),
        "does": text(reading.value("does")),
        "feels": text(reading.value("feels")),
    },
    feeds=("personal_needs", "question_script", "relationship_stages"),
)
