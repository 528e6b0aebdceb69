"""Product-to-business canvas: where are we on the road from knowing this customer's business to being judged on our merits?
(seeds 004/8, 004/3)

Five steps, each with its exit (proposed); the present step is the first whose exit is not met. All follows from records.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.method import Flag
from accountkit.methods.overview.road_rules import (
    analysed,
    discovered,
    evaluated,
    moved,
    understood,
    words_of_account,
)
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Checklist, Stage
from accountkit.methods.shapes.checklist import COMPLETE

METHOD = Checklist(
    key="product_business_canvas",
    name=N_("From product to business"),
    question=N_("Where are we between knowing this business and having our solution judged on its merits?"),
    group="understand",
    workspace="overview",
    frames=True,
    source="004/8, 004/3",
    rule=N_(
        "The present step is the first whose exit is not met; each follows from the records. Creating the motive and evaluating may repeat: talks with suppliers alone do not prove resolve."
    ),
    first=N_("Start with findings about this customer's business."),
    reads=("business_model_canvas", "solution_evaluation", "problem_types", "motive_assessment"),
    stages=(
        Stage(
            "understand_business",
            N_("Understand the business"),
            N_("One function is drawn, and three findings have evidence."),
            of=understood,
        ),
        Stage(
            "discover_problem",
            N_("Discover problems"),
            N_("A person at the customer acknowledges a problem."),
            of=discovered,
        ),
        Stage("analyse_problem", N_("Analyse problems"), N_("We can act on one need."), of=analysed),
        Stage("create_motive", N_("Create the motive"), N_("One person is motivated."), of=moved),
        Stage(
            "evaluate_solution",
            N_("Evaluate the solution"),
            N_("The indicators of a need are weighted and scored."),
            of=evaluated,
        ),
    ),
    flags=(
        Flag(
            "motive_again",
            N_("evaluated before anyone is motivated"),
            lambda r: bool(r.value("evaluate_solution") == "met") and r.value("create_motive") != "met",
        ),
    ),
    says=(
        says(
            N_(
                "Step {n} of 5: {step}. Findings: {findings}; acknowledged problems: {problems}; needs we can act on: {needs}; motivated people: {people}."
            ),
            internal=True,
        ),
        says(
            N_(
                "All steps are complete. Findings: {findings}; acknowledged problems: {problems}; needs we can act on: {needs}; motivated people: {people}."
            ),
            when=lambda r: r.verdict == COMPLETE,
            internal=True,
        ),
    ),
    words=words_of_account,
    feeds=("opportunity_elements", "sales_mode"),
)
