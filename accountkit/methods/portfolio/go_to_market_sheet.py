"""Go-to-market sheet: could a seller or partner who does not know this offer sell it from one page? (seed 004/4)

Nine blocks, which are fields of the offer in our catalogue; ready with all of them and a case whose customer has agreed; to be
reviewed after 12 months (proposals of the methods file). Worked: all but price strategy and cases, 7 of 9.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.deal.mode_rules import STRATEGY_NAMES
from accountkit.methods.method import Entry, Flag, Suggests
from accountkit.methods.portfolio.sheet_rules import (
    SHEET,
    lacks_segment,
    readiness,
    review_due,
    sheet_words,
    unanswered,
    with_segment,
)
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Block, Canvas

METHOD = Canvas(
    key="go_to_market_sheet",
    name=N_("Go-to-market sheet"),
    question=N_("Could a seller or partner who does not know this offering sell it from one page?"),
    group="portfolio",
    workspace="portfolio",
    source="004/4",
    rule=N_(
        "Ready for sellers and partners with all nine blocks and one case whose customer has agreed. A sheet older than 12 months is due for review. Deals take unique value, answers and cases from here."
    ),
    first=N_("Start with the target customers and their business problem."),
    subject="offer",
    uses=("segments",),
    on_record=True,
    header=(
        Entry("segment_id", N_("Segment"), kind="segment", counts=False, on_record=True),
        Entry("reviewed_on", N_("Reviewed on"), kind="date", counts=False, on_record=True),
        Entry("rival_answers", N_("Answer to each rival"), kind="text", counts=False, on_record=True),
        Entry(
            "case_agreed",
            N_("A customer in the cases has agreed"),
            kind="choice",
            choices=labels.pairs("answered"),
            counts=False,
        ),
    ),
    blocks=(
        Block(
            "target_customers", N_("Target customers"), N_("Who buys it? The first line names the segment")
        ),
        Block("business_problem", N_("Business problem"), N_("Which problem of the customer is it for?")),
        Block("how_solved", N_("How it solves the problem"), N_("In the customer's words, step by step")),
        Block("vision", N_("Vision"), N_("What is different once the problem is solved?")),
        Block("price_strategy", N_("Price strategy"), N_("How is it priced, and what may be conceded?")),
        Block(
            "competitive_strategy",
            N_("Competitive strategy"),
            N_("One of three, and an answer to each rival"),
            choices=tuple(STRATEGY_NAMES.items()),
        ),
        Block("unique_value", N_("Unique value"), N_("One line each: what no rival has")),
        Block("cases", N_("Cases"), N_("Customers who may be named, and what they gained")),
        Block("faq", N_("Frequent questions"), N_("One line each: the question? The answer.")),
    ),
    judge=readiness,
    outcomes=SHEET,
    flags=(
        Flag("review", N_("review is due"), review_due),
        Flag("unanswered", N_("no answer to rivals"), unanswered),
    ),
    says=(
        says(
            N_("Sheet of {offer}: {n} of 9 blocks; missing: {blocks}."),
            when=lambda reading: bool(reading.filled),
            internal=True,
        ),
    ),
    words=sheet_words,
    suggests=(
        Suggests(
            "segment",
            N_("Place {offer} in the segment “{target}”?"),
            N_("Place it there"),
            lacks_segment,
            edits=with_segment,
        ),
    ),
    feeds=("solution_evaluation", "question_script", "sales_mode", "reach_channels", "partner_enablement"),
)
