"""Six stages of solution selling: which stage of our own work is this deal in? (seed 000)

Computed from records; the exits are proposals of the methods file. Worked: problem acknowledged, need addressable, proof
accepted, an open concern of who decides: stage 3 of 6, trust.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.deal.facts import deal
from accountkit.methods.method import Flag
from accountkit.methods.overview.road_rules import presented, shown, signed, surveyed, trusted, words_of_deal
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Checklist, Stage
from accountkit.methods.shapes.checklist import COMPLETE, ChecklistReading


def _effective(reading: ChecklistReading) -> bool | None:
    """Whether the delivery is in its last stage; None before the deal is won."""
    if deal(reading).outcome != "won":
        return None
    delivery = reading.analyses.read(reading.method.reads[-1], reading.subject_id)
    return delivery.verdict in (delivery.method.stages[-1].key, COMPLETE)


METHOD = Checklist(
    key="solution_selling_stages",
    name=N_("Stages of solution selling"),
    question=N_("Which stage of our own work is this deal in?"),
    group="plan",
    workspace="overview",
    frames=True,
    source="000",
    rule=N_(
        "The present stage is the first whose exit is not met; each follows from the records. Later stages may be worked on before, but the offer is not presented before the need is known."
    ),
    first=N_("Link the deal to the needs that it serves."),
    subject="opportunity",
    reads=("solution_evaluation", "problem_types", "implementation_stages"),
    stages=(
        Stage(
            "need_survey",
            N_("Need survey"),
            N_("The customer acknowledges a problem, and we can act on its need."),
            of=surveyed,
        ),
        Stage(
            "presentation",
            N_("Presentation of the solution"),
            N_("The customer accepted the proof of one unique value."),
            of=presented,
        ),
        Stage(
            "trust",
            N_("Building the customer's trust"),
            N_("No decision maker has an open concern."),
            of=trusted,
        ),
        Stage("contract_path", N_("Path to the contract"), N_("The contract is signed."), of=signed),
        Stage(
            "implementation",
            N_("Managing the implementation"),
            N_("The solution shows results in daily use."),
            of=_effective,
        ),
        Stage(
            "care",
            N_("Care of the relation"),
            N_("It has no end: repeat purchase, introductions, or an end in time."),
            of=lambda _reading: None,
        ),
    ),
    flags=(
        Flag(
            "speaking_first",
            N_("speaking before asking"),
            lambda r: r.value("need_survey") != "met" and shown(r),
        ),
    ),
    says=(says(N_("{deal} is at stage {n} of 6: {step}. Still to do: {exit}"), internal=True),),
    words=words_of_deal,
    feeds=("account_lifecycle", "plan_tracking"),
)
