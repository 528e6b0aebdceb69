"""The value rule follows the problem's type."""

from __future__ import annotations

import pytest

from accountkit import finance
from accountkit.model import Problem
from tests.finance.statements import years
from tests.finance.test_peers import OWN, company, many

PAST = dict(revenue=[1000, 1000], net_income=[60, 40], total_assets=[800, 1000], equity=[400, 400])
MARGIN, TURNOVER = Problem(driver="margin"), Problem(driver="turnover")


def history(**lines) -> finance.DuPont:
    return finance.dupont(years(**{**PAST, **lines}), basis="ending")


def test_restore_is_the_gap_to_the_own_past():
    # (6 % − 4 %) × 1000
    found = finance.worth(MARGIN, "restore", history())
    assert (found.amount, found.rule) == (pytest.approx(20), "restore")


def test_restored_turnover_earns_todays_margin_and_frees_assets():
    # (1.25 − 1) × 1000 assets × 4 % a year; once 1000 − 1000 / 1.25
    found = finance.worth(TURNOVER, "restore", history())
    assert (found.amount, found.released) == (pytest.approx(10), pytest.approx(200))


def test_at_a_loss_a_restored_turnover_has_no_yearly_value():
    found = finance.worth(TURNOVER, "restore", history(net_income=[60, -40]))
    assert found.amount is None and found.released and "–" not in found.text


def test_prevent_is_probability_times_loss():
    assert finance.worth(Problem(probability=0.3, loss=90e6), "prevent", history()).amount == pytest.approx(
        27e6
    )


def test_prevent_without_its_two_figures_says_what_is_missing():
    assert "probability and loss" in finance.worth(Problem(loss=5), "prevent", history()).text


def test_pursue_is_the_gap_to_the_best_quartile():
    comparison = finance.compare(OWN, many(9))
    gap = finance.gap(comparison, "best_quartile")
    found = finance.worth(MARGIN, "pursue_ideal", OWN, comparison)
    assert found.amount == pytest.approx(gap.worth_by["net_margin"]) and found.amount > 0


def test_pursue_may_name_a_peer():
    comparison = finance.compare(OWN, {"p": company(0.055, 1.30, 1.90)})
    # margin part 3.7576 points on equity 420
    assert finance.worth(MARGIN, "pursue_ideal", OWN, comparison, peer="p").amount == pytest.approx(
        15.782, abs=5e-4
    )


def test_pursue_without_eight_usable_peers_says_so():
    found = finance.worth(MARGIN, "pursue_ideal", OWN, finance.compare(OWN, many(7)))
    assert found.amount is None and "at least 8" in found.text


@pytest.mark.parametrize("type_", ["restore", "pursue_ideal"])
def test_leverage_is_never_a_target(type_):
    found = finance.worth(Problem(driver="multiplier"), type_, OWN, finance.compare(OWN, many(9)))
    assert found.amount is None and "not a target" in found.text


def test_a_distorted_return_values_nothing():
    assert finance.worth(MARGIN, "restore", history(equity=[400, 30])).amount is None


def test_an_own_estimate_stands_where_no_rule_gives_one_and_says_so():
    found = finance.worth(Problem(worth=1e6), "restore", history())
    assert (found.amount, found.rule) == (1e6, "estimate") and "estimate" in found.text


def test_a_rule_goes_before_an_estimate():
    assert finance.worth(Problem(driver="margin", worth=1e6), "restore", history()).rule == "restore"


def test_without_a_type_there_is_no_value():
    assert finance.worth(Problem(), None, history()).amount is None


def test_a_margin_of_its_own_is_valued_on_revenue():
    # operating margin 11 % once, 8 % now, 10 % wanted: back to what is wanted, 2 points of 1000
    own = Problem(driver="margin", metric="Operating margin", unit="%", past_best=11, current=8, expected=10)
    assert finance.worth(own, "restore", history()).amount == pytest.approx(20)
    # the last statement covers six months: a year's revenue is 2000
    assert finance.worth(own, "restore", history(), revenue=2000).amount == pytest.approx(40)


def test_a_measure_that_only_moves_the_driver_is_not_the_driver():
    late = Problem(
        driver="margin", metric="Delivery on time", unit="%", past_best=96, current=88, expected=96
    )
    found = finance.worth(late, "restore", history())
    assert found.amount is None and "Delivery on time" in found.text
    assert finance.worth(late.model_copy(update={"worth": 5.0}), "restore", history()).rule == "estimate"


def test_a_named_rival_sets_the_level_and_a_wish_alone_does_not():
    wish = Problem(driver="margin", metric="Net margin", unit="%", current=4, expected=6)
    assert finance.worth(wish, "pursue_ideal", history()).amount is None
    rival = wish.model_copy(update={"rival": "TAL"})
    assert finance.worth(rival, "pursue_ideal", history()).amount == pytest.approx(20)


def test_a_turnover_of_its_own_frees_assets_once():
    # 1000 / 1.0 − 1000 / 1.25 = 200
    slow = Problem(
        driver="turnover", metric="Asset turnover", unit="×", past_best=1.25, current=1.0, expected=1.25
    )
    found = finance.worth(slow, "restore", history())
    assert (found.amount, found.released) == (None, pytest.approx(200))


def test_thin_equity_values_no_margin_either():
    own = Problem(driver="margin", unit="%", past_best=6, current=4, expected=6)
    assert finance.worth(own, "restore", history(equity=[400, 30])).amount is None
