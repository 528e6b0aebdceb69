"""The business case: each flow by hand, the floor, break-even, delay and the alternatives; and what must always hold.

Formulas: Brealey, Myers & Allen, *Principles of Corporate Finance*, chapters 5 and 6 (flows after tax, the deduction of the
outlay, working capital that comes back). Tax 25 %, 10 % a year.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accountkit import finance
from accountkit.errors import NotMeaningful
from accountkit.finance.levers import case_in_words as words
from accountkit.finance.levers.business_case import BusinessCase
from accountkit.finance.levers.cash_values import net_present_value
from accountkit.model import Alternative, CaseTerms, Lever, Span
from tests.finance.test_scenario import FULL, YEAR_1, rates, roe

SAVING = Lever(
    statement="Planning",
    kind="saving_amount",
    change=Span(low=10, base=20, high=24),
    one_off=Span(low=24, base=30, high=36),
    running_cost=Span(base=2),
    ramp_years=2,
    years_of_use=3,
)
TEN = CaseTerms(discount_rate=0.10, horizon_years=5)


def case(*levers: Lever, terms: CaseTerms = TEN, **alternatives: Alternative) -> BusinessCase:
    year = roe(**YEAR_1)
    named = {f"l{place}": lever for place, lever in enumerate(levers, 1)}
    return finance.business_case(year, named, terms, alternatives, assumptions=rates(year))


def test_the_flows_of_a_saving_by_hand():
    base = case(SAVING).whole.flows["base"]
    # year 1: 20 × ½ × 0.75; then 20 × 0.75 until the three years of use are over
    assert base.benefits == pytest.approx((0, 7.5, 15, 15, 0, 0))
    # 30 today; then 2 × 0.75 less the tax on 30 / 3
    assert base.costs == pytest.approx((30, -1, -1, -1, 0, 0))
    assert base.net() == pytest.approx((-30, 8.5, 16, 16, 0, 0))


def test_value_rate_payback_and_delay_of_a_saving_by_hand():
    base = case(SAVING).whole.cases["base"]
    # −30 + 8.5/1.1 + 16/1.21 + 16/1.331
    assert base.net_present_value == pytest.approx(2.971450, abs=1e-6)
    assert net_present_value(base.internal_rate.value, base.flows) == pytest.approx(0, abs=1e-9)
    # 24 months + 5.5 of 16 in the third year
    assert base.payback_months == pytest.approx(28.125)
    # a quarter of (20 − 2) × 0.75
    assert base.delay == pytest.approx(3.375)


def test_low_and_high_take_cost_the_other_way_round():
    cases = case(SAVING).whole.cases
    # low: saving 10, outlay 36: (5 × 0.75 − 1.5 + 3), (7.5 − 1.5 + 3) twice
    assert cases["low"].flows == pytest.approx((-36, 5.25, 9, 9, 0, 0))
    # high: saving 24, outlay 24: 12 × 0.75 − 1.5 + 2, then 18 − 1.5 + 2
    assert cases["high"].flows == pytest.approx((-24, 9.5, 18.5, 18.5, 0, 0))


def test_the_floor_is_half_the_low_benefits_at_the_low_cases_cost():
    found = case(SAVING)
    # 5 × 0.75 / 2 − 1.5 + 3, then 7.5 / 2 − 1.5 + 3
    assert found.whole.floor.flows == pytest.approx((-36, 3.375, 5.25, 5.25, 0, 0))


def test_the_share_that_breaks_even():
    found = case(SAVING)
    # costs today: 30 − 1/1.1 − 1/1.21 − 1/1.331; benefits: 7.5/1.1 + 15/1.21 + 15/1.331
    costs, benefits = 30 - 1 / 1.1 - 1 / 1.21 - 1 / 1.331, 7.5 / 1.1 + 15 / 1.21 + 15 / 1.331
    assert found.whole.break_even == pytest.approx(costs / benefits)
    assert found.break_even_of["l1"] == pytest.approx(costs / benefits), "one lever carries it alone"
    less = SAVING.model_copy(update={"change": Span(base=20 * costs / benefits)})
    assert case(less).whole.cases["base"].net_present_value == pytest.approx(0, abs=1e-9)


def test_a_lever_that_others_carry_is_not_needed_and_the_other_is_by_its_part():
    small = Lever(kind="saving_amount", change=Span(base=4))
    found = case(SAVING, small)
    # the second: 4 × 0.75 a year for five years; what the first must bring besides is the rest of its cost
    other = sum(3 / 1.1**t for t in range(1, 6))
    costs, benefits = 30 - 1 / 1.1 - 1 / 1.21 - 1 / 1.331, 7.5 / 1.1 + 15 / 1.21 + 15 / 1.331
    assert found.break_even_of == pytest.approx({"l1": (costs - other) / benefits, "l2": 0})


def test_released_cash_comes_once_and_goes_back_at_the_end_of_use():
    stock = Lever(kind="inventory_amount", change=Span(base=60), years_of_use=3, ramp_years=2)
    base = case(stock).whole.cases["base"]
    assert base.flows == pytest.approx((0, 30, 30, -60, 0, 0))
    # a quarter's delay of 60 costs 60 × (1.1^¼ − 1)
    assert base.delay == pytest.approx(60 * (1.1**0.25 - 1))
    repaid = stock.model_copy(update={"use_of_cash": "repay"})
    assert case(repaid).whole.cases["base"].flows == base.flows, "the discount rate values the cash already"


def test_working_capital_that_is_tied_up_comes_back_at_the_horizon():
    year = roe(**FULL)
    volume = Lever(kind="volume_percent", change=Span(base=2), years_of_use=10)
    found = finance.business_case(year, {"l": volume}, TEN, assumptions=rates(year))
    # (21 − 14.6) × 0.75 = 4.8 a year; 4.2 + 2.92 − 1.46 = 5.66 tied up from year 1 to the end of year 5
    assert found.whole.cases["base"].flows == pytest.approx((0, -0.86, 4.8, 4.8, 4.8, 4.8 + 5.66))


def test_a_last_part_of_a_year_counts_in_proportion():
    lever = Lever(kind="saving_amount", change=Span(base=8), one_off=Span(base=10), years_of_use=2.5)
    # 8 × 0.75 + 0.25 × 10 / 2.5, half of it in year 3
    assert case(lever).whole.cases["base"].flows == pytest.approx((-10, 7, 7, 3.5, 0, 0))


def test_switching_to_us_is_paid_today_and_deducted_in_year_1():
    terms = TEN.model_copy(update={"switching_cost": Span(low=3, base=4, high=8)})
    plain, found = case(SAVING).whole.cases, case(SAVING, terms=terms)
    apart = [a - b for a, b in zip(found.whole.cases["base"].flows, plain["base"].flows, strict=True)]
    assert apart == pytest.approx([-4, 1, 0, 0, 0, 0])
    assert found.whole.cases["low"].flows[0] == plain["low"].flows[0] - 8
    assert found.levers["l1"].cases["base"].flows == plain["base"].flows, "a lever alone bears none of it"


RIVAL = Alternative(
    name="Suite",
    benefit=Span(low=8, base=16, high=20),
    one_off=Span(base=10),
    running_cost=Span(base=4),
    switching_cost=Span(base=6),
    ramp_years=2,
    years_of_use=5,
)


def test_an_alternative_by_hand_with_its_switching_cost():
    found = case(SAVING, suite=RIVAL)
    (suite,) = found.options
    # today 10 + 6; year 1: 8 × 0.75 − 4 × 0.75 + 0.25 × (10 / 5 + 6); then 16 × 0.75 − 3 + 0.5
    assert suite.valued.cases["base"].flows == pytest.approx((-16, 5, 9.5, 9.5, 9.5, 9.5))
    theirs = -16 + 5 / 1.1 + sum(9.5 / 1.1**t for t in range(2, 6))
    assert suite.valued.cases["base"].net_present_value == pytest.approx(theirs)
    assert suite.lead["base"] == pytest.approx(2.971450 - theirs, abs=1e-6)
    assert found.next_best is suite
    # our costs plus what the rival is worth, by our benefits
    costs, benefits = 30 - 1 / 1.1 - 1 / 1.21 - 1 / 1.331, 7.5 / 1.1 + 15 / 1.21 + 15 / 1.331
    assert found.break_even_against == pytest.approx((costs + theirs) / benefits)
    assert words.against_text(found).startswith("Behind Suite by US$ 13")


def test_without_a_better_alternative_doing_nothing_is_next_best():
    dear = RIVAL.model_copy(update={"one_off": Span(base=500)})
    found = case(SAVING, suite=dear)
    assert found.next_best is None and found.break_even_against is None
    assert [row.best for row in words.rows(found)] == [True, False, False]
    assert words.against_text(found) == "No alternative is worth more than doing nothing."


def test_an_alternative_without_a_benefit_is_named_and_not_compared():
    found = case(SAVING, suite=Alternative(name="Suite", one_off=Span(base=3)))
    assert found.options == () and found.skipped == {"suite": "Enter the annual benefit."}


def test_rate_and_horizon_are_assumed_until_they_are_entered():
    found = case(SAVING, terms=CaseTerms())
    assert (found.discount_rate, found.horizon) == (0.10, 5)
    assert found.source == {"discount_rate": "assumed", "horizon": "assumed"}
    assert words.terms(found)[0].endswith("(assumed).")
    given_ = case(SAVING, terms=CaseTerms(discount_rate=0.12, horizon_years=2, rate_source="Treasury"))
    assert given_.source == {"discount_rate": "given", "horizon": "given"}
    assert words.terms(given_)[0].endswith("(Treasury).") and len(given_.whole.cases["base"].flows) == 3


def test_no_year_no_case():
    with pytest.raises(NotMeaningful, match="needs a year"):
        finance.business_case(finance.dupont({}), {"l": SAVING})


AMOUNT = st.floats(0, 500).map(lambda value: round(value, 2))


@st.composite
def levers(draw) -> Lever:
    """A lever whose low case is the worse and whose high case is the better one."""
    change = sorted(draw(st.lists(AMOUNT, min_size=3, max_size=3)))
    once = sorted(draw(st.lists(AMOUNT, min_size=3, max_size=3)))
    yearly = sorted(draw(st.lists(AMOUNT, min_size=3, max_size=3)))
    low, base, high = range(3)
    return Lever(
        kind=draw(st.sampled_from(["saving_amount", "revenue_amount", "inventory_amount"])),
        change=Span(low=change[low], base=change[base], high=change[high]),
        one_off=Span(low=once[low], base=once[base], high=once[high]),
        running_cost=Span(low=yearly[low], base=yearly[base], high=yearly[high]),
        ramp_years=draw(st.sampled_from([0, 1, 2.5])),
        years_of_use=draw(st.sampled_from([1, 3, 2.5, 8])),
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(levers(), min_size=1, max_size=3), st.floats(0, 0.5))
def test_floor_low_base_and_high_stand_in_this_order(chosen: list[Lever], rate: float):
    found = case(*chosen, terms=CaseTerms(discount_rate=rate, horizon_years=4)).whole
    worths = [found.floor, *(found.cases[name] for name in ("low", "base", "high"))]
    values = [one.net_present_value for one in worths]
    assert all(a <= b + 1e-6 for a, b in pairwise(values))


@settings(max_examples=60, deadline=None)
@given(st.lists(levers(), min_size=1, max_size=3))
def test_at_break_even_nothing_is_left(chosen: list[Lever]):
    found = case(*chosen)
    if found.whole.break_even is None:
        assert net_present_value(0.10, found.whole.flows["base"].benefits) <= 0
        return
    left = net_present_value(0.10, found.whole.flows["base"].net(found.whole.break_even))
    assert left == pytest.approx(0, abs=1e-6)


def test_a_delay_of_nothing_costs_nothing():
    empty = case(Lever(kind="saving_amount", change=Span(base=0))).whole
    assert [one.delay for one in (*empty.cases.values(), empty.floor)] == [0, 0, 0, 0]
    assert words.delay_text(case(Lever(kind="saving_amount", change=Span(base=0)))) == ""
