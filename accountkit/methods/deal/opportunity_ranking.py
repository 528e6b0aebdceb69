"""Ranking of deals: which of many chances in this account do we pursue? (seed 004/5)

    value to the customer = mean(importance, irreplaceability, share of cost)
    value to us           = mean(reference, profit, contract sum); 3.0 is high

Means, cells and their order are proposals of the methods file. Worked: 3.67 and 3.67, 60 days: full effort.
"""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.i18n import N_, _
from accountkit.methods.deal.facts import is_open
from accountkit.methods.method import Entry
from accountkit.methods.sentences import Word, label, mean, name, says, text
from accountkit.methods.shapes import Axis, Cell, Limit, Matrix
from accountkit.methods.shapes.matrix import MatrixReading

TO_CUSTOMER = (
    Entry("business_importance", N_("Importance to the business"), N_("marginal"), N_("decisive")),
    Entry("irreplaceable", N_("Irreplaceability"), N_("easy to replace"), N_("no substitute")),
    Entry("cost_share", N_("Share of cost"), N_("negligible"), N_("one of the largest costs")),
)
TO_US = (
    Entry("benchmark", N_("Reference value"), N_("no reference value"), N_("opens a market")),
    Entry("profit", N_("Profit on the deal"), N_("no profit"), N_("far above our average")),
    Entry("contract", N_("Contract value"), N_("among our smallest"), N_("among our largest")),
)


def _words(reading: MatrixReading) -> Mapping[str, Word]:
    cell = reading.cell
    if cell is None:
        return {}
    return {
        "opportunity": name(reading.called),
        "cell": label(cell.name),
        "to_customer": mean(reading.y),
        "to_us": mean(reading.x),
        "strategy": lambda: _(cell.strategy),
    }


def _first(readings: tuple[MatrixReading, ...]) -> Mapping[str, Word]:
    first = next((r for r in METHOD.ranked(readings) if r.verdict != "drop"), None)
    return {"opportunity": text(first.called), "cell": label(first.cell.name)} if first and first.cell else {}


METHOD = Matrix(
    key="opportunity_ranking",
    name=N_("Deal ranking"),
    question=N_("Which deals with this customer should we pursue?"),
    group="plan",
    workspace="deal",
    source="004/5",
    rule=N_(
        "Value to the customer and value to us are means of three ratings; 3 or more is high. Within a cell, the larger sum ranks first. Deals beyond our capacity, or beyond the share that the customer gives one supplier, wait."
    ),
    first=N_("Rate the value of each deal to the customer and to us."),
    subject="opportunity",
    uses=("opportunities",),
    settings=(
        Entry("capacity", N_("Our capacity (person-days)"), kind="number"),
        Entry(
            "supplier_share",
            N_("Largest share the customer gives one supplier"),
            kind="percent",
            of_whole=True,
        ),
    ),
    horizontal=Axis("to_us", N_("Value to us"), N_("low"), N_("high"), TO_US),
    vertical=Axis("to_customer", N_("Value to the customer"), N_("low"), N_("high"), TO_CUSTOMER),
    cells=(
        Cell("pursue", N_("full effort"), True, True, N_("Assign our best people.")),
        Cell(
            "serve_smartly",
            N_("serve efficiently"),
            False,
            True,
            N_("Use a standard offering, or a partner."),
        ),
        Cell("raise_value", N_("build value"), True, False, N_("Work on the motive first.")),
        Cell("drop", N_("decline"), False, False, N_("Decline it and explain why.")),
    ),
    extra=(
        Entry("effort", N_("Effort needed (person-days)"), kind="number", counts=False),
        Entry(
            "share_limit",
            N_("Share of the purchase we can expect"),
            kind="percent",
            counts=False,
            of_whole=True,
        ),
    ),
    among=is_open,
    limits=(Limit("effort", "capacity"), Limit("share_limit", "supplier_share", 1.0)),
    says=(
        says(
            N_("{opportunity}: {cell} (value to the customer {to_customer}, to us {to_us}). {strategy}"),
            internal=True,
        ),
    ),
    words=_words,
    says_of_all=(says(N_("Top deal: {opportunity} ({cell})."), internal=True),),
    words_of_all=_first,
    feeds=("sales_objective", "plan_tracking", "resource_grid"),
)
