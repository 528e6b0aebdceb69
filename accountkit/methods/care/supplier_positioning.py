"""How the customer positions us: what are we in the buyer's eyes, offer by offer? (seed 004/5)

    hard to replace = as rated in the ranking of deals;  weight = max(importance to the business, share of cost)

The moves are proposals of the methods file. The three facts are entered once, in the ranking. Worked by hand: 2 and
max(4, 3): exploit, aim at partner by unique value.
"""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.i18n import N_
from accountkit.methods.care.sharing import SharedMatrix, shared
from accountkit.methods.method import Reading
from accountkit.methods.sentences import Word, label, name, says, series
from accountkit.methods.shapes import Axis, Cell
from accountkit.methods.shapes.matrix import MatrixReading

HARD, HEAVY = "irreplaceable", ("business_importance", "cost_share")
MOVES = {
    "right": N_("unique value"),
    "up": N_("solving a weightier problem"),
}


def _weight(reading: Reading) -> float | None:
    return max((known for key in HEAVY if (known := shared(key)(reading)) is not None), default=None)


def _words(reading: MatrixReading) -> Mapping[str, Word]:
    cell = reading.cell
    if cell is None:
        return {}
    missing = [move for side, move in MOVES.items() if not getattr(cell, side)]
    return {
        "deal": name(reading.called),
        "position": label(cell.name),
        "target": label(METHOD.verdicts()["partner"]),
        "moves": series(label(one) for one in missing) if missing else None,
    }


METHOD = SharedMatrix(
    key="supplier_positioning",
    name=N_("How the customer positions us"),
    question=N_("What are we in the buyer's eyes?"),
    group="portfolio",
    workspace="care",
    source="004/5",
    rule=N_(
        "Irreplaceability, importance to the business and share of cost are those of the deal ranking; the larger of the last two is the weight. 3 or more is high. High satisfaction yields loyalty only as a partner, and partly as a business risk."
    ),
    first=N_("Rate irreplaceability, importance and share of cost in the deal ranking."),
    subject="opportunity",
    reads=("opportunity_ranking",),
    uses=("opportunities",),
    shares=(HARD, *HEAVY),
    horizontal=Axis("irreplaceable", N_("Hard to replace"), N_("easy"), N_("hard"), of=shared(HARD)),
    vertical=Axis("weight", N_("Importance or share of cost"), N_("light"), N_("heavy"), of=_weight),
    cells=(
        Cell("partner", N_("partner"), True, True, N_("The customer seeks strategic cooperation: offer it.")),
        Cell(
            "exploit",
            N_("supplier to exploit"),
            False,
            True,
            N_("The customer presses the price: add unique value."),
        ),
        Cell(
            "risk",
            N_("business risk"),
            True,
            False,
            N_("The customer prepares alternatives: solve a weightier problem."),
        ),
        Cell(
            "shop",
            N_("supplier to shop from"),
            False,
            False,
            N_("The customer cuts such suppliers: change the offering."),
        ),
    ),
    says=(
        says(
            N_("{deal}: the customer sees us as {position}; aim: {target}, by {moves}."),
            N_("{deal}: the customer sees us as {position}."),
            internal=True,
        ),
    ),
    words=_words,
    feeds=("loyalty_repeat_referral", "opportunity_ranking"),
)
