"""Deal review: what did we expect, what happened, why, and what do we do differently from now on? (seeds 004/3, 004/10)

    slip = days from the expected to the actual close      deviation = actual / expected sum − 1

All but the idea of a joint review is standard or a proposal of the methods file. The work is reviewed, never the person.
Worked: 77 days late, −20 %, reviewed within 14 days, complete.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.deal.review_rules import (
    CAUSES,
    OCCASIONS,
    OUTCOMES,
    action,
    deviation,
    incomplete,
    late,
    review_due,
    row_words,
    slip,
    to_plan,
    words,
)
from accountkit.methods.method import Entry, Flag, Suggests
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Column, Register

METHOD = Register(
    key="deal_review",
    name=N_("Deal review"),
    question=N_("What did we expect, what happened, why, and what do we do differently from now on?"),
    group="plan",
    workspace="deal",
    source="004/3, 004/10",
    rule=N_(
        "A review is due within 14 days of a win, a loss or a stall. It is complete when all questions are answered and the change has an owner and a date. The work is reviewed, never the person; people are named by role."
    ),
    first=N_("Review the deal within 14 days of its end."),
    subject="opportunity",
    uses=("opportunities", "currency", "plan"),
    extra=(
        Entry("outcome", N_("Outcome"), kind="choice", choices=OUTCOMES, counts=False, on_record=True),
        Entry("closed_on", N_("Closed on"), kind="date", counts=False, on_record=True),
    ),
    columns=(
        Column("occasion", N_("Occasion"), "choice", OCCASIONS),
        Column("happened", N_("What happened"), "text"),
        Column("why", N_("Why"), "text"),
        Column("change", N_("What to change"), "text"),
        Column("due", N_("Due"), "date"),
        Column("owner", N_("Owner")),
        Column("held_on", N_("Held on"), "date"),
        Column("expected", N_("What we expected"), "text"),
        Column("expected_close", N_("Expected close"), "date"),
        Column("expected_sum", N_("Expected amount"), "money"),
        Column("actual_sum", N_("Actual amount"), "money"),
        Column("slip", N_("Days late"), "number", of=slip),
        Column("deviation", N_("Deviation of the amount"), "percent", of=deviation),
        Column("cause", N_("Cause"), "choice", CAUSES),
        Column("keep", N_("What to keep"), "text"),
        Column("shared_with", N_("Shared with")),
    ),
    order=lambda row: str(row["held_on"] or ""),
    row_flags=(
        Flag("late", N_("held more than 14 days later"), late),
        Flag("incomplete", N_("not complete"), incomplete),
    ),
    alarms=(Flag("review_due", N_("review is due"), review_due),),
    says=(
        says(
            N_(
                "{deal}, review of the {occasion} deal: {result}, because {why}. From now on: {change} ({owner}, {due})."
            ),
            N_("{deal}, review of the {occasion} deal: {result}, because {why}. From now on: {change}."),
            N_("{deal}, review of the {occasion} deal: {result}, because {why}."),
            internal=True,
        ),
    ),
    words=words,
    row_words=row_words,
    row_suggests=(
        Suggests(
            "plan",
            N_("Add to the plan: {change} ({owner}, {due})."),
            N_("Add action"),
            to_plan,
            edits=action,
            kind="action",
        ),
    ),
    feeds=("plan_tracking", "performance_coaching", "sales_operations", "go_to_market_sheet"),
)
