"""Net present value, internal rate and payback: the textbook's own examples, and what must hold for any flows.

BMA: Brealey, Myers & Allen, *Principles of Corporate Finance*, 10th edition, chapter 5.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountkit.finance.levers.cash_values import (
    internal_rate,
    internal_rates,
    net_present_value,
    payback_months,
)

AMOUNTS = st.integers(-1000, 1000).map(float)


def test_a_conventional_project_has_one_rate():
    # BMA 5.3: −4,000, +2,000, +4,000 has an internal rate of 28.08 %; at 10 %: 2,000/1.1 + 4,000/1.21 − 4,000
    flows = [-4000, 2000, 4000]
    assert internal_rate(flows).status == "one"
    assert internal_rate(flows).value == pytest.approx(0.2808, abs=5e-5)
    assert net_present_value(0.10, flows) == pytest.approx(2000 / 1.1 + 4000 / 1.21 - 4000)


def test_flows_that_change_sign_twice_have_two_rates_and_none_is_picked():
    # BMA 5.3, Helmsley Iron: −3, nine times +1, −6.5 (bn): 3.50 % and 19.54 %, worth +0.253 bn at 10 %
    flows = [-3.0, *[1.0] * 9, -6.5]
    assert [round(100 * rate, 2) for rate in internal_rates(flows)] == [3.50, 19.54]
    assert (internal_rate(flows).value, internal_rate(flows).status) == (None, "several")
    assert net_present_value(0.10, flows) == pytest.approx(0.253, abs=5e-4)


def test_flows_that_no_rate_brings_to_zero_have_none():
    # BMA 5.3: +1,000, −3,000, +2,500 is worth +339 at 10 % and more than nothing at any rate
    flows = [1000, -3000, 2500]
    assert net_present_value(0.10, flows) == pytest.approx(339, abs=0.5)
    for hopeless in (flows, [-10, 0, 0], [10, 20], [0, 0], []):
        assert (internal_rate(hopeless).value, internal_rate(hopeless).status) == (None, "none")


def test_a_rate_of_money_that_is_given_back_is_not_called_a_return():
    # BMA 5.3: +1,000, −1,500 is borrowing at 50 %
    assert internal_rates([1000, -1500]) == pytest.approx((0.5,))
    assert (internal_rate([1000, -1500]).value, internal_rate([1000, -1500]).status) == (None, "borrowing")


def test_a_rate_may_be_negative_and_two_that_coincide_are_one():
    assert internal_rate([-100, 50]).value == pytest.approx(-0.5)
    # −(1 − 1.1 v)² touches zero at 10 % alone
    assert internal_rates([-1, 2.2, -1.21]) == pytest.approx((0.1,), abs=1e-6)


def test_years_without_a_flow_move_no_rate():
    assert internal_rates([0, -100, 0, 121, 0]) == pytest.approx((0.1,))


@given(st.lists(AMOUNTS, min_size=2, max_size=9))
def test_at_an_internal_rate_the_flows_are_worth_nothing(flows: list[float]):
    for rate in internal_rates(flows):
        size = net_present_value(rate, [abs(flow) for flow in flows])
        assert abs(net_present_value(rate, flows)) <= 1e-7 * size


@given(st.lists(st.integers(-1000, 0), min_size=1, max_size=3), st.lists(st.integers(1, 1000), min_size=1))
def test_an_outlay_that_is_followed_by_returns_has_one_rate(paid: list[int], earned: list[int]):
    flows = [-1, *paid, *earned[:8]]
    assert len(internal_rates(flows)) == 1 and internal_rate(flows).status == "one"


def test_payback_is_counted_in_months():
    # −30, then 8.5, 16, 16: after two years 5.5 are missing, a third of a year's 16: 24 + 12 × 5.5 / 16
    assert payback_months([-30, 8.5, 16, 16]) == pytest.approx(28.125)
    assert payback_months([-12, 12]) == 12 and payback_months([0, 5]) == 0
    assert payback_months([-30, 10]) is None


def test_money_that_goes_back_out_has_not_paid_back():
    # back at zero after month 1, short again in year 3: 50 − 60 in year 4 only
    assert payback_months([-50, 600, -600, 20, 60]) == pytest.approx(12 * (3 + 30 / 60))
    assert payback_months([-50, 600, -590]) is None
