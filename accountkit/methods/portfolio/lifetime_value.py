"""Lifetime profit and lifetime value: what has this account brought, what will it bring, is it worth keeping? (seed 001/2)

    future lifetime profit  = Σ forecast(t) / (1 + d)^t,  t = 1 … years ahead
    whole lifetime profit   = Σ past(age) × (1 + d)^age + the future one; the last full year has age 0
    lifetime value          = purchase + word of mouth + information + knowledge + transaction − the four costs

A year without a forecast gets 0.5 / 0.3 / 0.2 of the last three years; d = 10 % over 5 years where nothing is entered
(proposals of the methods file). Ratings are never added to money. Worked in tests/methods/portfolio.
"""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.i18n import N_
from accountkit.methods.marks import mean_of
from accountkit.methods.portfolio.lifetime_rules import (
    BESIDE,
    COSTS,
    FIT,
    PURCHASE,
    future_profit,
    lifetime_value,
    potential,
    rating,
    whole_profit,
    words,
)
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Calculator, Input, Result, Series


def _amounts(names: Mapping[str, str]) -> tuple[Input, ...]:
    return tuple(Input(key, name, "money", counts=key in COSTS) for key, name in names.items())


METHOD = Calculator(
    key="lifetime_value",
    name=N_("Lifetime profit and lifetime value"),
    question=N_("What has this account contributed, what will it contribute, and is it worth keeping?"),
    group="portfolio",
    workspace="portfolio",
    source="001/2, 004/5",
    rule=N_(
        "Lifetime value is the value of purchases, word of mouth, information, knowledge and transactions, less the cost to attract, sell, retain and serve. Ratings are shown separately and never added to amounts."
    ),
    first=N_("Enter the profit of past years, the value of purchases and the four costs."),
    uses=("currency",),
    inputs=(
        Input("discount", N_("Discount rate"), "percent", 0.1, counts=False),
        Input("horizon", N_("Years ahead"), "number", 5, counts=False),
        Input(*PURCHASE, "money"),
        *_amounts(COSTS),
        *_amounts(BESIDE),
        *(
            Input(f"{key}_rating", name, "rating", low=N_("none"), high=N_("very high"), counts=False)
            for key, name in (PURCHASE, *BESIDE.items())
        ),
        *(
            Input(key, name, "rating", low=N_("low"), high=N_("high"), counts=False)
            for key, name in FIT.items()
        ),
        Input(
            "information_file",
            N_("Information given at account setup"),
            "text",
            counts=False,
        ),
        Input(
            "information_interaction",
            N_("Complaints, suggestions and requirements"),
            "text",
            prompt=N_("Selection criteria, rival products and their appeal, trends, reasons to buy"),
            counts=False,
        ),
    ),
    series=(
        Series(
            "profit_history", N_("Profit of past years"), tuple(range(10)), N_("Years before the last: {n}")
        ),
        Series("profit_forecast", N_("Forecast profit"), tuple(range(1, 11)), N_("Years ahead: {n}")),
    ),
    results=(
        Result(
            "clv", N_("Lifetime value"), lifetime_value, "money", N_("sum of values − sum of the four costs")
        ),
        Result(
            "clp_narrow",
            N_("Future lifetime profit"),
            future_profit,
            "money",
            N_("Σ forecast / (1 + d)^t, over 20 years at most"),
        ),
        Result(
            "clp_wide",
            N_("Whole lifetime profit"),
            whole_profit,
            "money",
            N_("Σ past × (1 + d)^age + future"),
        ),
        Result(
            "current", N_("Current value"), lambda r: r.value("purchase"), "money", N_("value of purchases")
        ),
        Result("potential", N_("Potential value"), potential, "money", N_("sum of the other four values")),
        Result(
            "potential_rating",
            N_("Potential value (rating)"),
            lambda r: mean_of(rating(r, key) for key in BESIDE),
            says=N_("mean of the four ratings"),
        ),
    ),
    judge=lambda r: None if r.score is None else "keep" if r.score > 0 else "blacklist",
    verdict_names={"keep": N_("worth keeping"), "blacklist": N_("candidate for exclusion")},
    says=(
        says(
            N_(
                "Lifetime value: {clv}. Future lifetime profit: {clp}. Largest value besides purchases: {value}."
            ),
            N_("Lifetime value: {clv}. Future lifetime profit: {clp}."),
            N_("Future lifetime profit: {clp}."),
            internal=True,
        ),
    ),
    words=words,
    feeds=("value_matrix", "value_growth", "account_tier", "key_account_screen", "referral_and_exit"),
)
