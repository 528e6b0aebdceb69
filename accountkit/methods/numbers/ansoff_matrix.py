"""Growth routes of the customer: by which route does it want to grow, and what is missing on it? (seeds 004/3, 004/8)

The cells are textbook content. The chief route has the highest intent, of equals the larger target; an intent of 4 or more that
is 2 above readiness is a problem to pursue (proposals of the methods file).
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.method import Flag
from accountkit.methods.numbers.growth_rules import CELLS, REPEAT, ROUTES, at, chief, suggested, words
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Axis, Matrix

METHOD = Matrix(
    key="ansoff_matrix",
    name=N_("Growth routes of the customer"),
    question=N_("By which route does the customer want to grow, and what is missing on it?"),
    group="understand",
    workspace="numbers",
    source="004/3, 004/8",
    rule=N_(
        "The chief route has the highest intent. Where a strong intent is 2 or more above readiness, what is missing is a problem to pursue. Risk grows from penetration to diversification."
    ),
    first=N_("Rate the intent and readiness of each route."),
    uses=("findings", "problems", "currency"),
    horizontal=Axis("products", N_("Products"), N_("present"), N_("new"), of=lambda r: at(r, right=True)),
    vertical=Axis("customers", N_("Customers"), N_("present"), N_("new"), of=lambda r: at(r, right=False)),
    cells=CELLS,
    pick=chief,
    extra=(*ROUTES, REPEAT),
    flags=(
        Flag("rehearse", N_("riskiest route: rehearse what if"), lambda r: r.verdict == "diversification"),
    ),
    also_suggests=suggested,
    says=(
        says(
            N_("The customer wants to grow by {route} ({target} a year); missing: {obstacle}."),
            N_("The customer wants to grow by {route} ({target} a year)."),
            N_("The customer wants to grow by {route}; missing: {obstacle}."),
            N_("The customer wants to grow by {route}."),
            internal=True,
        ),
    ),
    words=words,
    feeds=("problem_types", "question_script", "opportunity_ranking"),
)
