"""Value proposition: does each thing of ours meet a job, a pain or a gain of theirs, and what is left unmet? (seed 004/8)

    fit = importance of the pains and gains that are met / importance of all

The pairing is what counts, so it is a list of pairs: what is theirs, what of ours meets it. What private notes tell stays
out. The arithmetic is a proposal of the methods file. Worked: 12 of 18, 67 %; open: fines; nobody asked: dashboard.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.deal.value_rules import (
    OURS,
    SIDES,
    followed,
    is_open,
    missing,
    missing_ours,
    offered,
    totals,
    unasked,
    words,
)
from accountkit.methods.method import Flag, Suggests
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Column, Register

METHOD = Register(
    key="value_proposition_canvas",
    name=N_("Value proposition"),
    question=N_(
        "Does each thing we offer meet a job, a pain or a gain of the customer, and what is left unmet?"
    ),
    group="evaluate",
    workspace="deal",
    source="004/8",
    rule=N_(
        "Fit is the importance of the pains and gains that we meet, over that of all. One rated 4 or more that nothing meets is open; something we offer without a counterpart was not asked for. Below half, go back to the problem for another need."
    ),
    first=N_("Enter the customer's pains and gains, and what we have to meet each."),
    subject="opportunity",
    uses=("opportunities", "needs", "problems", "doubts", "levers", "offers"),
    columns=(
        Column("side", N_("Job, pain or gain"), "choice", SIDES),
        Column("theirs", N_("Of the customer")),
        Column(
            "importance",
            N_("Importance"),
            "rating",
            low=N_("would not be missed"),
            high=N_("the purchase depends on it"),
        ),
        Column("ours", N_("Met by")),
        Column("how", N_("How we meet it"), "choice", OURS),
        Column("source", N_("Follows from")),
    ),
    order=lambda row: -(row.value("importance") or 0),
    row_flags=(
        Flag("open", N_("not met"), is_open),
        Flag("unasked", N_("not asked for"), unasked),
    ),
    alarms=(
        Flag("low_fit", N_("fit below half: back to the problem"), lambda r: (r.totals["fit"] or 1) < 0.5),
    ),
    totals=totals,
    says=(
        says(N_("{deal} meets {fit} of what matters to the customer; open: {entries}."), internal=True),
        says(N_("Not asked for: {extras}."), internal=True),
    ),
    words=words,
    suggests=(
        Suggests(
            "entries",
            N_("Add what the problems and doubts of this deal say: {list}."),
            N_("Add rows"),
            lambda r: bool(missing(r)),
            edits=followed,
        ),
        Suggests(
            "ours",
            N_("Add what our sheets offer: {ours}."),
            N_("Add rows"),
            lambda r: bool(missing_ours(r)),
            edits=offered,
        ),
    ),
    feeds=("solution_evaluation", "go_to_market_sheet", "question_script"),
)
