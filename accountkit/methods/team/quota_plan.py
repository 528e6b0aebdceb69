"""Quota plan: is the target backed by resources, fair, and reachable? (seed 004/9)

    base       = mean of the methods at hand: past × growth, pay / pay ratio, value of the customers
    projection = base × (1 + Σ adjustments) + new products + new segments, limited by capacity
    gap        = target − projection

The arithmetic is a proposal of the methods file. Worked: base 23.0, projection 24.72, target 26: gap 1.28.
"""

from __future__ import annotations

from functools import partial

from accountkit.i18n import N_
from accountkit.methods.method import Flag
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Calculator, Result
from accountkit.methods.team import quota_rules as rules

METHOD = Calculator(
    key="quota_plan",
    name=N_("Quota plan"),
    question=N_("Is the target backed by resources, fair, and reachable?"),
    group="organisation",
    workspace="team",
    source="004/9",
    rule=N_(
        "Base is the mean of the methods at hand; the projection adds the adjustments and new business, limited by capacity. The target comes from management; a target that cannot be projected will hardly be reached: improve the strategy or lower it. Prefer few metrics, contract value first, and turn a non-financial aim into a bonus factor."
    ),
    first=N_("Enter the target and at least one base: history, pay, or customers."),
    subject="team",
    reads=("resource_grid",),
    uses=("accounts", "currency"),
    derives=rules.grid_pay,
    inputs=rules.INPUTS,
    results=(
        Result("gap", N_("Gap to the target"), rules.gap, "money", N_("target − projection")),
        Result(
            "projection",
            N_("Projection"),
            rules.projection,
            "money",
            N_("base × (1 + Σ adjustments) + new business, at most the capacity"),
        ),
        Result("base", N_("Base of the plan"), rules.base, "money", N_("mean of the methods at hand")),
        Result(
            "by_history",
            N_("By history"),
            rules.by_history,
            "money",
            N_("average of past years × (1 + growth)"),
        ),
        Result("pipeline", N_("Open deals of all accounts"), rules.pipeline, "money"),
        Result("by_pay", N_("By pay"), rules.by_pay, "money", N_("team pay / share of sales")),
    ),
    stairs=rules.stairs,
    judge=rules.backed,
    verdict_names={"gap": N_("not backed"), "backed": N_("backed by resources")},
    flags=(
        Flag("limited", N_("limited by delivery capacity"), rules.exceeds),
        Flag(
            "weights",
            N_("weights do not sum to 100 %"),
            lambda r: abs(rules.weights(r) - 1) > 1e-9 and rules.weights(r) > 0,
        ),
        *(Flag(f"un_{key}", text, partial(rules.unmet, key)) for key, text in rules.UNMET.items()),
    ),
    says=(
        says(
            N_("Target {target}, projection {projection}, gap {gap}. Closing measure: {measure}."),
            N_("Target {target}, projection {projection}, gap {gap}."),
            when=lambda reading: reading.verdict == "gap",
            internal=True,
        ),
        says(
            N_("The target of {target} is backed: the projection is {projection}."),
            when=lambda reading: reading.verdict == "backed",
            internal=True,
        ),
    ),
    words=rules.words,
    feeds=("sales_operations", "performance_coaching"),
)
