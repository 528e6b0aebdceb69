"""Funnel grade: how soon can this close, and how much effort is right now? (seed 001/7)

    A within 6 months, B within 12, C within 18, else D, by the calendar; a date without evidence: at best C; just signed
    with another: D. Months shown = days / 30.44; order within a grade = chance × attractiveness

The cuts by signs and the product are proposals of the methods file. Worked: 30 September from 1 March, evidence B: B, 7.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.deal.funnel_rules import (
    GRADES,
    TRIGGERS,
    date_passed,
    first_come,
    graded,
    held_by_date,
    held_by_signing,
    months,
    priority,
    regrade,
    trigger,
    words,
)
from accountkit.methods.labels import pairs
from accountkit.methods.method import Flag
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Calculator, Input, Result

METHOD = Calculator(
    key="funnel_grade",
    name=N_("Funnel grade"),
    question=N_("How soon can this close, and how much effort is right now?"),
    group="plan",
    workspace="deal",
    source="001/7",
    rule=N_(
        "A closes within 6 months, B within 12, C within 18, D later. A closing date without evidence is at best C; a customer who has just signed with another supplier is D. Within a grade, the likelier and more attractive deal comes first."
    ),
    first=N_("Enter the expected closing date with its evidence."),
    subject="opportunity",
    uses=("opportunities", "stakeholders"),
    derives=trigger,
    inputs=(
        Input("when", N_("Closing date"), "date", on_record=True),
        Input("signs", N_("Signs"), "text", counts=False),
        Input(
            "elsewhere",
            N_("Just signed with another supplier"),
            "choice",
            choices=pairs("answered"),
            counts=False,
        ),
        Input("success_chance", N_("Chance of success"), "rating", low=N_("slim"), high=N_("nearly certain")),
        Input("attractiveness", N_("Attractiveness of the market"), "rating", low=N_("low"), high=N_("high")),
        Input("trigger", N_("Trigger event"), "choice", choices=TRIGGERS, counts=False),
    ),
    results=(
        Result(
            "months", N_("Months to closing"), months, "count", says=N_("days to the closing date / 30.44")
        ),
        Result(
            "priority", N_("Priority within the grade"), priority, "count", says=N_("chance × attractiveness")
        ),
    ),
    judge=graded,
    verdict_names=GRADES,
    order_of_all=first_come,
    flags=(
        Flag("date_assumed", N_("date only assumed: at best C"), held_by_date),
        Flag("signed_elsewhere", N_("signed with another supplier: D"), held_by_signing),
        Flag("regrade", N_("grade again after this event"), regrade),
        Flag("date_passed", N_("closing date has passed"), date_passed),
    ),
    says=(
        says(
            N_("{deal} is grade {grade}, closing in {months} months. Treatment: {treatment}."),
            N_("{deal} is grade {grade}, closing within a month. Treatment: {treatment}."),
            internal=True,
        ),
        says(
            N_("By its date {deal} would be {by_date}; it stays {grade} until the date is evidenced."),
            when=held_by_date,
            internal=True,
        ),
        says(
            N_(
                "By its date {deal} would be {by_date}; it is {grade} because the customer has just signed with another supplier."
            ),
            when=held_by_signing,
            internal=True,
        ),
    ),
    words=words,
    feeds=("quota_plan", "opportunity_ranking", "relationship_win_rate", "deal_review"),
)
