"""Levers, scenarios and the defensibility check: rule 5 of dupont_roe to the digit, and each kind of lever by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountkit import finance
from accountkit.errors import NotMeaningful
from accountkit.finance.levers.defence import significant_digits
from accountkit.model import Lever, Span
from tests.finance.statements import by_end, statement

YEAR_1 = dict(revenue=1050, net_income=42, total_assets=1000, equity=420)
FULL = dict(
    YEAR_1,
    cost_of_revenue=730,
    gross_profit=320,
    operating_expense=236,
    operating_income=84,
    interest_expense=28,
    income_before_tax=56,
    income_tax=14,
    receivables=210,
    inventory=146,
    payables=73,
    fixed_assets=300,
    total_debt=280,
)


def roe(**lines: float) -> finance.DuPont:
    return finance.dupont(by_end(statement("2020-12-31", **lines)), basis="ending")


def rates(year: finance.DuPont, **given: float) -> finance.Assumptions:
    return finance.assumptions_of(year.years[0], **{"tax_rate": 0.25, "interest_rate": 0.05, **given})


def base(lever: Lever, lines: dict | None = None) -> finance.Outcome:
    year = roe(**(lines or FULL))
    return finance.scenario(year, {"l": lever}, assumptions=rates(year)).cases["base"]


def worked(use: str) -> finance.Outcome:
    """Freed inventory 60, savings 12, running cost 3, tax 25 %, interest 5 %: the example of rule 5."""
    levers = {
        "stock": Lever(kind="inventory_amount", change=Span(base=60), use_of_cash=use),
        "planning": Lever(kind="saving_amount", change=Span(base=12), running_cost=Span(base=3)),
    }
    year = roe(**YEAR_1)
    return finance.scenario(year, levers, assumptions=rates(year)).cases["base"]


def test_repaying_debt_with_the_freed_cash():
    outcome = worked("repay")
    # 42 + (12 − 3) × 0.75 + 60 × 5 % × 0.75 = 51.0 on 420
    assert outcome.after.lines["net_income"] == pytest.approx(51.0)
    assert round(100 * outcome.after.return_on_equity, 2) == 12.14
    factors = [
        round(value, digits) for value, digits in zip(outcome.after.factors.values(), (5, 3, 3), strict=True)
    ]
    assert factors == [0.04857, 1.117, 2.238]


def test_returning_the_freed_cash_to_the_owners():
    outcome = worked("return")
    assert outcome.after.lines["net_income"] == pytest.approx(48.75) and outcome.after.lines["equity"] == 360
    assert round(100 * outcome.after.return_on_equity, 2) == 13.54


def test_holding_the_freed_cash():
    outcome = worked("hold")
    assert outcome.profit == pytest.approx(6.75) and outcome.cash == 60
    assert round(100 * outcome.after.return_on_equity, 2) == 11.61
    assert outcome.after.lines["total_assets"] == 1000, "inventory became cash"


def test_reinvesting_the_freed_cash():
    year = roe(**YEAR_1)
    lever = Lever(kind="inventory_amount", change=Span(base=60), use_of_cash="reinvest")
    outcome = finance.scenario(year, {"l": lever}, assumptions=rates(year, reinvestment_return=0.10)).cases[
        "base"
    ]
    # 60 × 10 % × 0.75 = 4.5, assets unchanged
    assert outcome.profit == pytest.approx(4.5) and outcome.after.lines["total_assets"] == 1000


@pytest.mark.parametrize(
    ("kind", "change", "profit", "freed"),
    [
        # cost 730 × −0.5 % × 30 % = −1.095; × 0.75
        ("cost_of_revenue_percent", -0.5, 0.82125, 0),
        # expense 236 × −0.5 % × 30 % = −0.354
        ("operating_expense_percent", -0.5, 0.2655, 0),
        # interest 28 × −10 % × 30 % = −0.84
        ("interest_expense_percent", -10, 0.63, 0),
        # price: revenue 1050 × 2 % × 30 % = 6.3; receivables 210 × 0.6 % = 1.26 tied up
        ("price_percent", 2, 4.725, -1.26),
        # volume: 6.3 − 730 × 0.6 % = 1.92; receivables 1.26 + inventory 0.876 − payables 0.438 tied up
        ("volume_percent", 2, 1.44, -1.698),
        # 1050 × 10 / 365 × 30 %
        ("days_sales_outstanding", -10, 0, 8.630137),
        # 730 × 10 / 365 × 30 %
        ("days_inventory_outstanding", -10, 0, 6.0),
        ("days_payables_outstanding", 10, 0, 6.0),
        # 300 × 5 % × 30 %
        ("fixed_assets_percent", -5, 0, 4.5),
        ("revenue_amount", 100, 22.5, 0),
        ("saving_amount", 100, 22.5, 0),
        ("inventory_amount", 100, 0, 30),
        ("receivables_amount", 100, 0, 30),
        ("assets_amount", 100, 0, 30),
    ],
)
def test_each_kind_on_thirty_per_cent_of_the_business(kind: str, change: float, profit: float, freed: float):
    outcome = base(Lever(kind=kind, change=Span(base=change), share=0.3))
    assert outcome.profit == pytest.approx(profit)
    assert outcome.cash == pytest.approx(freed)


AT_OTHERS = dict(FULL, deferred_revenue=105, prepayments=36.5)


def test_volume_brings_deferred_revenue_in_and_ties_up_prepayments():
    outcome = base(Lever(kind="volume_percent", change=Span(base=2), share=0.3), AT_OTHERS)
    # 0.6 % of each: receivables 1.26 + inventory 0.876 + prepayments 0.219 − payables 0.438 − deferred revenue 0.63
    assert outcome.cash == pytest.approx(-1.287)
    lines = outcome.after.lines
    assert (lines["deferred_revenue"], lines["prepayments"]) == pytest.approx((105.63, 36.719))
    # the balance sheet goes on balancing: assets grow by what others leave with the company
    assert lines["total_assets"] - 1000 == pytest.approx(0.438 + 0.63)
    assert outcome.profit == pytest.approx(1.44), "the same margin as without them"


def test_a_price_collected_in_advance_brings_cash():
    outcome = base(Lever(kind="price_percent", change=Span(base=10)), dict(AT_OTHERS, receivables=0))
    assert outcome.cash == pytest.approx(10.5)


@pytest.mark.parametrize("use", ["hold", "repay", "return", "reinvest"])
def test_the_bridge_to_the_return_is_exact_with_deferred_revenue(use: str):
    year = roe(**AT_OTHERS)
    levers = {
        "volume": Lever(kind="volume_percent", change=Span(base=5), use_of_cash=use),
        "price": Lever(kind="price_percent", change=Span(base=-1), use_of_cash=use),
    }
    result = finance.scenario(year, levers, assumptions=rates(year))
    outcome = result.cases["base"]
    assert sum(outcome.effects.values()) == pytest.approx(outcome.delta, abs=1e-12)
    assert sum(share.delta for share in result.shares) == pytest.approx(outcome.delta, abs=1e-12)
    lines = outcome.after.lines
    # assets less what others left and debt is what the owners have; profit is paid out
    owed = sum(lines[key] - AT_OTHERS[key] for key in ("payables", "deferred_revenue", "total_debt"))
    assert lines["total_assets"] - 1000 == pytest.approx(owed + lines["equity"] - 420)


def test_interest_is_that_of_an_earlier_year_where_the_year_states_none():
    known = {key: value for key, value in FULL.items() if key != "interest_expense"}
    both = finance.dupont(
        by_end(statement("2019-12-31", **{**FULL, "total_debt": 400}), statement("2020-12-31", **known)),
        basis="ending",
    )
    found = finance.scenario(both, {}).assumptions
    # 28 / 400 of 2019
    assert found.interest_rate == pytest.approx(0.07) and found.source["interest_rate"] == "earlier"


def test_every_kind_is_worked_by_hand_above():
    (mark,) = test_each_kind_on_thirty_per_cent_of_the_business.pytestmark
    assert {row[0] for row in mark.args[1]} == set(finance.KINDS)


def test_money_left_longer_by_suppliers_and_repaid_leaves_assets_as_they_were():
    lines = base(
        Lever(kind="days_payables_outstanding", change=Span(base=10), use_of_cash="repay")
    ).after.lines
    assert lines["total_assets"] == 1000 and lines["total_debt"] == pytest.approx(260)
    assert lines["payables"] == pytest.approx(93)


def test_no_more_debt_is_repaid_than_there_is():
    lines = {**FULL, "total_debt": 5}
    outcome = base(Lever(kind="inventory_amount", change=Span(base=60), use_of_cash="repay"), lines)
    assert outcome.after.lines["total_debt"] == 0
    # 5 repaid, 55 held: assets fall by 5 only; profit 5 × 5 % × 0.75
    assert outcome.after.lines["total_assets"] == 995 and outcome.profit == pytest.approx(0.1875)


def test_no_more_is_released_than_there_is():
    assert base(Lever(kind="days_inventory_outstanding", change=Span(base=-400))).cash == pytest.approx(146)


def test_one_off_cost_is_charged_over_the_years_of_use():
    lever = Lever(kind="saving_amount", change=Span(base=10), one_off=Span(base=20), years_of_use=5)
    # (10 − 20 / 5) × 0.75
    assert base(lever).profit == pytest.approx(4.5)


def test_low_base_and_high_take_cost_the_other_way_round():
    lever = Lever(
        kind="saving_amount", change=Span(low=6, base=12, high=15), running_cost=Span(low=2, base=3, high=5)
    )
    cases = finance.scenario(roe(**YEAR_1), {"l": lever}, assumptions=rates(roe(**YEAR_1))).cases
    # (6 − 5), (12 − 3), (15 − 2) × 0.75
    assert [cases[name].profit for name in ("low", "base", "high")] == pytest.approx([0.75, 6.75, 9.75])


def test_the_effects_by_factor_add_up():
    outcome = worked("repay")
    assert sum(outcome.effects.values()) == pytest.approx(outcome.delta, abs=1e-12)


@given(st.lists(st.tuples(st.sampled_from(sorted(finance.KINDS)), st.floats(-5, 5)), min_size=1, max_size=4))
def test_the_shares_of_the_levers_add_up(chosen):
    levers = {f"l{n}": Lever(kind=kind, change=Span(base=change)) for n, (kind, change) in enumerate(chosen)}
    result = finance.scenario(roe(**FULL), levers)
    whole = result.cases["base"]
    assert sum(share.profit for share in result.shares) == pytest.approx(whole.profit, abs=1e-9)
    assert sum(share.cash for share in result.shares) == pytest.approx(whole.cash, abs=1e-9)
    assert sum(share.delta for share in result.shares) == pytest.approx(whole.delta, abs=1e-12)


def test_rates_come_from_the_statement_where_they_are_plausible():
    found = finance.assumptions_of(roe(**FULL).years[0])
    # 14 / 56, 28 / 280, 84 / 1000
    assert (found.tax_rate, found.interest_rate, found.reinvestment_return) == pytest.approx(
        (0.25, 0.10, 0.084)
    )
    assert set(found.source.values()) == {"statement"}


def test_rates_that_the_statement_lacks_are_marked_as_assumed():
    found = finance.assumptions_of(roe(**YEAR_1).years[0])
    assert set(found.source.values()) == {"assumed"}


def test_a_tax_rate_of_everything_is_refused():
    with pytest.raises(NotMeaningful, match="outside 0 to 1"):
        finance.assumptions_of(roe(**YEAR_1).years[0], tax_rate=25)


def test_a_lever_that_lacks_its_line_is_named_and_the_others_count():
    levers = {
        "a": Lever(kind="cost_of_revenue_percent", change=Span(base=-1)),
        "b": Lever(kind="saving_amount", change=Span(base=10)),
        "c": Lever(kind="saving_amount"),
        "d": Lever(kind="magic", change=Span(base=1)),
    }
    result = finance.scenario(roe(**YEAR_1), levers)
    assert set(result.skipped) == {"a", "c", "d"} and "Cost of revenue" in result.skipped["a"]
    assert result.cases["base"].profit == pytest.approx(7.5)


def test_no_levers_change_nothing():
    result = finance.scenario(roe(**FULL), {})
    assert result.cases["base"].delta == 0 and result.defence == ()


def test_without_a_year_there_is_nothing_to_start_from():
    with pytest.raises(NotMeaningful, match="needs a year"):
        finance.scenario(finance.dupont({}), {})


def test_the_tornado_puts_the_widest_swing_first_and_says_what_was_given():
    levers = {
        "l": Lever(kind="saving_amount", change=Span(low=2, base=12, high=15), running_cost=Span(base=3))
    }
    bars = finance.scenario(roe(**YEAR_1), levers, assumptions=rates(roe(**YEAR_1))).tornado
    assert bars[0].assumption == "change" and bars[0].given
    # 42 + (2 − 3) × 0.75 and 42 + (15 − 3) × 0.75 on 420
    assert (bars[0].low, bars[0].high) == pytest.approx((41.25 / 420, 51 / 420))
    cost = next(bar for bar in bars if bar.assumption == "running_cost")
    # a fifth either way: (12 − 2.4) × 0.75 and (12 − 3.6) × 0.75
    assert not cost.given and (cost.profit_low, cost.profit_high) == pytest.approx((7.2, 6.3))


def failed(levers: dict[str, Lever], comparison: finance.Comparison | None = None) -> set[str]:
    result = finance.scenario(roe(**FULL), levers, comparison=comparison)
    return {check.code for check in result.defence if not check.passed}


SOUND = dict(change=Span(low=-0.2, base=-0.5, high=-0.8), running_cost=Span(base=1))


def test_a_sound_lever_passes_every_check():
    assert failed({"l": Lever(kind="cost_of_revenue_percent", **SOUND)}) == set()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (dict(change=Span(low=-0.2, base=-0.537)), "precision"),
        (dict(running_cost=Span()), "cost"),
        (dict(change=Span(base=-0.5)), "downside"),
        (dict(change=Span(low=-0.8, base=-0.5)), "downside"),
        (dict(change=Span(low=0.2, base=0.5)), "direction"),
    ],
)
def test_each_fault_is_flagged(change: dict, code: str):
    assert code in failed({"l": Lever(kind="cost_of_revenue_percent", **{**SOUND, **change})})


def test_the_same_line_improved_twice_is_flagged_unless_the_shares_are_apart():
    def pair(share: float) -> dict[str, Lever]:
        return {name: Lever(kind="cost_of_revenue_percent", share=share, **SOUND) for name in "ab"}

    assert "twice" in failed(pair(0.6)) and "twice" not in failed(pair(0.5))


def test_a_result_beyond_the_best_usable_peer_is_flagged():
    peer = roe(revenue=1050, net_income=45, total_assets=1000, equity=420)
    comparison = finance.compare(roe(**FULL), {"p": peer})
    big, small = (
        Lever(kind="saving_amount", change=Span(low=1, base=b), running_cost=Span(base=1)) for b in (40, 3)
    )
    assert "beyond_peers" in failed({"l": big}, comparison)
    assert "beyond_peers" not in failed({"l": small}, comparison)


@pytest.mark.parametrize(
    ("value", "digits"), [(0.5, 1), (12.5, 3), (1200.0, 2), (-0.537, 3), (10.0, 1), (0.0, 1)]
)
def test_significant_digits(value: float, digits: int):
    assert significant_digits(value) == digits


def test_where_the_return_has_no_meaning_profit_and_cash_remain():
    year = roe(**{**FULL, "equity": -50})
    result = finance.scenario(
        year, {"l": Lever(kind="saving_amount", change=Span(base=12))}, period_end=year.years[0].period_end
    )
    outcome = result.cases["base"]
    assert outcome.delta is None and outcome.effects is None and outcome.profit == pytest.approx(9)
    assert any("ompare profit and cash" in note for note in result.notes)
