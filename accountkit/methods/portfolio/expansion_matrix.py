"""Expansion matrix: which of five strategies fits this segment? (seed 004/5)

Potential by difficulty. The seed's drawing is lost: the place of the small pond in the middle (both axes from 2.5 to below 3.5),
the easy side and the cuts at 3 are proposals of the methods file. What is rated on the segment stands before what its scorecards
find.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.method import Entry, Flag
from accountkit.methods.portfolio.segment_rules import contradicted, strategies, strategy_words, worked_out
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Axis, Cell, Matrix

LOW, HIGH = N_("low"), N_("high")
METHOD = Matrix(
    key="expansion_matrix",
    name=N_("Expansion matrix"),
    question=N_("Which of five strategies fits this segment?"),
    group="portfolio",
    workspace="portfolio",
    source="004/5",
    rule=N_(
        "Potential follows from the ideal customer, difficulty from the expansion difficulty, unless the segment itself is rated. Both from 2.5 to below 3.5: a small pond; else each axis is cut at 3."
    ),
    first=N_("Assess the ideal customer and the expansion difficulty, or rate both here."),
    subject="segment",
    reads=("ideal_customer", "expansion_difficulty"),
    uses=(),
    derives=worked_out,
    horizontal=Axis(
        "hard",
        N_("Difficulty"),
        LOW,
        HIGH,
        (Entry("difficulty", N_("Difficulty"), N_("easy"), N_("hard"), on_record=True),),
    ),
    vertical=Axis(
        "worth", N_("Potential"), LOW, HIGH, (Entry("potential", N_("Potential"), LOW, HIGH, on_record=True),)
    ),
    cells=(
        Cell(
            "grow",
            N_("make it big and strong"),
            False,
            True,
            N_("Standardise selling, train staff fast, seek large projects and bundles, widen the segment."),
        ),
        Cell(
            "small_pond",
            N_("run a small pond"),
            None,
            None,
            N_("Use partners, quick wins, cases and word of mouth."),
        ),
        Cell(
            "cast_net",
            N_("cast the net"),
            False,
            False,
            N_("Sell at low cost: beginners, side visits, channel partners, phone."),
        ),
        Cell("storm", N_("storm the fortress"), True, True, N_("Use partners, patience and every opening.")),
        Cell(
            "nurture",
            N_("nurture"),
            True,
            False,
            N_("Offer free trials, open source and self-learning; harvest later."),
        ),
    ),
    flags=(Flag("contradicted", N_("the scorecards say otherwise"), contradicted),),
    says=(
        says(
            N_(
                "{segment}: {strategy}, close to {others} (potential {potential}, difficulty {difficulty}). {measures}"
            ),
            N_("{segment}: {strategy} (potential {potential}, difficulty {difficulty}). {measures}"),
            internal=True,
        ),
    ),
    words=strategy_words,
    says_of_all=(says(N_("Expansion strategies: {list}."), internal=True),),
    words_of_all=strategies,
    feeds=("account_tier", "partner_selection", "resource_grid"),
)
