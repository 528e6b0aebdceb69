"""Sales objective: to whom do we sell what, for how much, when, and how do we know? (seed 001/8)

The four fields are the deal's own; one is clear if evidence A to C is behind it. The warning about the second need is a
proposal of the methods file. Worked: sum only assumed, 3 of 4, customer clear: our position is weak; with all 4 we lead.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.deal.objective_rules import (
    ADVICE,
    AIM_UNCLEAR,
    DIAGNOSES,
    PARTS,
    clear,
    diagnosis,
    first_assumed,
    on_second_need,
    words,
)
from accountkit.methods.method import Entry, Flag, Suggests
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Checklist, Condition

METHOD = Checklist(
    key="sales_objective",
    name=N_("Sales objective"),
    question=N_("To whom do we sell what, for how much, when, and how do we know?"),
    group="plan",
    workspace="deal",
    source="001/8",
    rule=N_(
        "A field is clear if a document, the customer's words or our observation supports it; an assumption counts as empty. Customer's aim clear and ours not: our position is weak. All clear but led by a competitor: change the aim."
    ),
    first=N_("Enter who buys what, for how much and by when, each with its evidence."),
    subject="opportunity",
    uses=("opportunities", "needs", "currency"),
    conditions=tuple(Condition(f"{key}_clear", name, of=clear(key)) for key, (name, _kind) in PARTS.items()),
    extra=(
        *(
            Entry(key, name, kind=kind, counts=False, evidenced=True, on_record=True)
            for key, (name, kind) in PARTS.items()
        ),
        Entry(
            "meaning",
            N_("What the solution means to them"),
            kind="text",
            counts=False,
            on_record=True,
            prompt=N_("For example which part of their process it covers"),
        ),
        Entry(
            "guided_by",
            N_("Who led the customer to this aim"),
            kind="choice",
            choices=labels.known("guided_by"),
            counts=False,
            on_record=True,
        ),
        Entry(
            "customer_clear",
            N_("Customer's own purchase aim is clear"),
            kind="choice",
            choices=labels.known("answered"),
            counts=False,
            on_record=True,
        ),
        Entry("essence", N_("How it reflects the essence of their business"), kind="text", counts=False),
        Entry("differs", N_("How it differs from the rival's aim"), kind="text", counts=False),
        Entry("rival_aim", N_("The rival's other aim"), kind="text", counts=False),
        Entry("our_strength", N_("Which of our strengths it uses"), kind="text", counts=False),
        Entry("improve", N_("How it could be improved"), kind="text", counts=False),
    ),
    judge=diagnosis,
    heads=(*PARTS, "guided_by", "customer_clear"),
    advice=ADVICE,
    outcomes=DIAGNOSES,
    flags=(Flag("second_need", N_("we compete on the second need"), on_second_need),),
    says=(
        says(
            N_(
                "Objective: sell {what} to {who} for {how_much} by {when}. Aim shaped by {guided_by}; {n} of 4 evidenced."
            ),
            N_("Objective: sell {what} to {who} for {how_much} by {when}; {n} of 4 evidenced."),
            N_("Objective: sell {what} to {who}; {n} of 4 evidenced."),
            internal=True,
        ),
    ),
    words=words,
    suggests=(
        Suggests(
            "evidence",
            N_("“{factor}” is assumed. Add evidence."),
            N_("Add evidence"),
            lambda r: first_assumed(r) is not None,
            path=lambda r: f"opportunities/{r.subject_id}/{first_assumed(r)}",
            kind="evidence",
        ),
        Suggests(
            "build",
            N_("The customer's own aim is unclear. Build it together."),
            N_("Plan a visit"),
            lambda r: r.verdict == AIM_UNCLEAR,
            path=lambda r: f"opportunities/{r.subject_id}/customer_clear",
        ),
    ),
    feeds=("funnel_grade", "opportunity_ranking", "quota_plan", "deal_review"),
)
