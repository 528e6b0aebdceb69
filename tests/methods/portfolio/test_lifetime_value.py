"""Lifetime value, worked by hand (methods.md prints no example).

Past profit, the last full year first: 120 k, 100 k, 80 k; discount 10 %; three years ahead, none forecast.

    usual year    0.5 × 120 + 0.3 × 100 + 0.2 × 80  = 60 + 30 + 16            = 106 k
    future        106 / 1.1 + 106 / 1.21 + 106 / 1.331 = 96.3636 + 87.6033 + 79.6394 = 263.6063 k
    past          120 × 1 + 100 × 1.1 + 80 × 1.21   = 120 + 110 + 96.8        = 326.8 k
    whole         326.8 + 263.6063                                            = 590.4063 k

Values in money: purchase 400 k, word of mouth 60 k, information 20 k, transaction 90 k, knowledge unknown; costs: attract
50 k, sell 120 k, retain 40 k, serve 90 k.

    current       400 k;  potential  60 + 20 + 90 = 170 k
    lifetime      400 + 170 − (50 + 120 + 40 + 90) = 570 − 300                = 270 k

Ratings: word of mouth 4, information 3, knowledge 2; transactions follow from fit 4, 3, 5, 4: mean 4.

    potential     (4 + 3 + 2 + 4) / 4                                         = 3.25, never added to money
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.portfolio.lifetime_rules import forecast
from accountkit.model import Account, Answer, Rating, Value

KEY = "lifetime_value"
PROFITS = {"profit_history.0": 120e3, "profit_history.1": 100e3, "profit_history.2": 80e3, "horizon": 3}
COSTS = {"attract": 50e3, "sell": 120e3, "retain": 40e3, "serve": 90e3}
VALUES = {"purchase": 400e3, "word_of_mouth": 60e3, "information": 20e3, "transaction": 90e3}
RATINGS = {
    "word_of_mouth_rating": 4,
    "information_rating": 3,
    "knowledge_rating": 2,
    "product_fit": 4,
    "brand_fit": 3,
    "loyalty": 5,
    "buying_power": 4,
}
WORKED = PROFITS | COSTS | VALUES
AMOUNT = st.floats(-1e9, 1e9, allow_nan=False)


def account(values: dict[str, float], ratings: dict[str, int] | None = None) -> Account:
    answer = Answer(
        values={key: Value(value=value) for key, value in values.items()},
        ratings={key: Rating(value=value) for key, value in (ratings or {}).items()},
    )
    return Account(slug="a", answers={KEY: answer})


def results(values: dict[str, float], ratings: dict[str, int] | None = None):
    return Analyses(account(values, ratings)).read(KEY).results


def test_the_worked_example():
    reading = Analyses(account(WORKED, RATINGS)).read(KEY)
    assert forecast(reading) == pytest.approx(106e3)
    assert reading.results == {
        "clp_narrow": pytest.approx(263_606.3, abs=0.05),
        "clp_wide": pytest.approx(590_406.3, abs=0.05),
        "clv": pytest.approx(270e3),
        "current": 400e3,
        "potential": pytest.approx(170e3),
        "potential_rating": pytest.approx(3.25),
    }
    assert reading.verdict == "keep"


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        (
            "en",
            "Lifetime value: US$ 270\u202fk. Future lifetime profit: US$ 264\u202fk. Largest value besides purchases: "
            "transaction value.",
        ),
        ("zh_CN", "终身价值27万美元；未来利润26.4万美元；购买以外最大的是交易价值。"),
    ],
)
def test_the_sentence(lang, sentence):
    with use_language(lang):
        verdict = Analyses(account(WORKED, RATINGS)).assess(KEY)
    assert verdict.sentence == sentence
    assert [(said.text, said.internal) for said in verdict.brief] == [(sentence, True)]


@given(past=st.lists(AMOUNT, min_size=1, max_size=10), ahead=st.lists(AMOUNT, min_size=1, max_size=10))
def test_without_discount_profits_are_plainly_summed(past, ahead):
    values = {f"profit_history.{age}": profit for age, profit in enumerate(past)}
    values |= {f"profit_forecast.{year}": profit for year, profit in enumerate(ahead, 1)}
    found = results({**values, "discount": 0, "horizon": len(ahead)})
    assert found["clp_narrow"] == pytest.approx(sum(ahead), abs=1e-3)
    assert found["clp_wide"] == pytest.approx(sum(past) + sum(ahead), abs=1e-3)


def test_where_nothing_is_entered_the_rate_is_10_percent_and_the_horizon_5_years():
    found = results({"profit_history.0": 100e3})
    assert found["clp_narrow"] == pytest.approx(100e3 * (1 - 1.1**-5) / 0.1)


def test_a_forecast_that_is_entered_stands_and_one_beyond_the_horizon_counts_nowhere():
    """106 k, but 50 k in year 2, in two years: 106 / 1.1 + 50 / 1.21 = 96,363.64 + 41,322.31."""
    found = results({**PROFITS, "horizon": 2, "profit_forecast.2": 50e3, "profit_forecast.3": 9e9})
    assert found["clp_narrow"] == pytest.approx(137_685.95, abs=0.01)


def test_with_two_years_known_the_forecast_uses_their_weights_alone():
    """(0.5 × 120 + 0.3 × 100) / 0.8 = 112.5 k."""
    known = {key: value for key, value in PROFITS.items() if key != "profit_history.2"}
    assert forecast(Analyses(account(known)).read(KEY)) == pytest.approx(112_500)


@pytest.mark.parametrize("missing", ["purchase", *COSTS])
def test_a_blank_is_never_zero(missing):
    assert results({key: value for key, value in WORKED.items() if key != missing})["clv"] is None


def test_ratings_are_never_added_to_money():
    assert results(WORKED, RATINGS)["clv"] == results(WORKED)["clv"]
    assert results(COSTS | {"purchase": 1e6}, RATINGS)["clv"] == pytest.approx(700e3)


def test_an_account_that_costs_what_it_brings_is_a_candidate_for_exclusion():
    assert Analyses(account(COSTS | {"purchase": 300e3})).read(KEY).verdict == "blacklist"


def test_where_no_money_is_known_the_best_rated_value_is_named():
    sentence = Analyses(account(PROFITS | COSTS | {"purchase": 1e6}, RATINGS)).assess(KEY).sentence
    assert sentence.endswith("Largest value besides purchases: word-of-mouth value.")


@pytest.mark.parametrize(
    "odd", [{"discount": -1}, {"discount": 1e300}, {"horizon": 1e300}, {"horizon": -3}, {"discount": "x"}]
)
def test_no_input_makes_it_fail(odd):
    found = results({**WORKED, **odd})
    assert found["clv"] == pytest.approx(270e3)
