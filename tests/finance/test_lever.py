"""The lever is an own, recurring, operating movement; leverage is a warning only if it is high and costs interest."""

from __future__ import annotations

import pytest

from accountkit import finance
from accountkit.samples import sample
from tests.finance.statements import years

BASE = dict(
    revenue=[1000, 1000],
    operating_income=[100, 100],
    income_before_tax=[90, 90],
    net_income=[60, 60],
    total_assets=[800, 800],
    equity=[400, 400],
)


def said(medians: dict | None = None, **lines) -> finance.Reading:
    columns = {key: column for key, column in {**BASE, **lines}.items() if column}
    roe = finance.dupont(years(**columns), basis="ending")
    return finance.reading(roe, finance.attribution(roe), peer_medians=medians)


def test_tax_is_no_lever():
    reading = said(net_income=[60, 40])
    assert "on tax and minorities" in reading.sentence and reading.driver is None
    assert reading.lever == "Operations did not weaken. Ask what the customer wants to reach next."
    assert reading.question == "What would it take to improve ROE next year?"


def test_a_turnover_that_fell_is_the_lever_where_the_margin_fell_on_tax():
    reading = said(net_income=[60, 40], total_assets=[800, 1000], equity=[400, 500])
    assert reading.driver == "turnover"


def test_the_operating_margin_is_the_lever_though_the_net_margin_rose():
    reading = said(operating_income=[100, 90], income_before_tax=[90, 92], net_income=[60, 70])
    assert reading.driver == "margin"
    # 1 point of margin × 2.5, of which 60 of 90 and 70 of 92 are kept: 71.4 %
    assert reading.lever == (
        "Most actionable lever: operating margin (price, mix, costs). "
        "Operating margin fell from 10.0\u202f% to 9.0\u202f%, lowering ROE by 1.8 points."
    )


def test_walmarts_lever_is_the_operating_margin_that_fell():
    roe = finance.dupont(sample("walmart").statements)
    reading = finance.reading(roe, finance.attribution(roe))
    assert "on non-operating items; operations cost 1.1 points" in reading.sentence
    assert "Operating margin fell from 4.3\u202f% to 4.2\u202f%" in reading.lever
    assert reading.asked.startswith("operating_expense")


def test_without_operating_income_a_margin_that_held_before_tax_is_no_lever():
    lines = dict(operating_income=None, net_income=[60, 40])
    assert said(**lines).driver is None
    assert said(**lines, income_before_tax=[90, 70]).driver == "margin"
    assert said(**lines, income_before_tax=None).driver == "margin"


def test_a_turnover_bent_by_an_acquisition_is_no_lever():
    # Assets 800 to 1000, of which goodwill 0 to 180: turnover 1.25 to 1.00, without goodwill 1.25 to 1.22
    bought = dict(total_assets=[800, 1000], equity=[400, 500])
    reading = said(**bought, goodwill=[0, 180])
    assert reading.driver is None
    assert reading.lever == (
        "Operations did not weaken. Ask what the customer wants to reach next. Asset turnover fell because of an "
        "acquisition: without goodwill and intangible assets it is 1.22."
    )
    assert said(**bought, goodwill=[0, 80]).driver == "turnover"  # 1.25 to 1.09: more than half of the fall


def test_of_two_the_larger_in_points_is_the_lever():
    # Margin 10 to 9.6 %: −1.0 point; turnover 1.25 to 1.00: −3.0
    both = dict(operating_income=[100, 96], income_before_tax=[90, 86], net_income=[60, 56])
    assert said(**both).driver == "margin"
    assert said(**both, total_assets=[800, 1000], equity=[400, 500]).driver == "turnover"


def test_a_lag_behind_the_peers_is_counted_in_points_of_the_return():
    # Margin 6 of 8 %: 2 × 1.25 × 2 = 5 points; turnover 1.25 of 1.40: 0.15 × 6 % × 2 = 1.8
    reading = said({"net_margin": 0.08, "asset_turnover": 1.4})
    assert reading.driver == "margin" and "median of comparable peers is 8.0" in reading.lever


def test_a_best_year_that_was_best_by_its_tax_sets_no_lever():
    # Net margin 8 to 6 % with the same operating margin
    assert said(net_income=[80, 60]).driver is None


def test_a_loss_below_the_operating_line_is_no_lever():
    reading = said(income_before_tax=[90, -20], net_income=[60, -30])
    assert "turned negative" in reading.sentence and reading.driver is None
    assert "Operations did not weaken" in reading.lever


def test_a_loss_from_operations_is_the_lever():
    reading = said(operating_income=[100, -20], income_before_tax=[90, -30], net_income=[60, -30])
    assert reading.driver == "margin" and "points" not in reading.lever


INDEBTED = dict(equity=[200, 160], total_debt=[300, 400], cash=[50, 50])


def test_fragile_needs_a_high_multiplier_and_interest():
    # 800 on 160 is 5; interest of 20 on operating income of 100 is the fifth
    assert said(**INDEBTED, interest_expense=[20, 20]).fragile.startswith("Highly leveraged")
    assert said(**INDEBTED, interest_expense=[20, 19]).fragile == "Leverage rose to 5.00×."
    assert said(**INDEBTED).fragile == "Leverage rose to 5.00×."


def test_a_lenders_leverage_is_its_business():
    # Turnover 1000 / 8000: assets are money that was lent
    lent = dict(total_assets=[8000, 8000], equity=[1000, 800], interest_expense=[300, 400])
    assert said(**lent).fragile == "Leverage rose to 10.00×."


def test_high_is_high_for_the_kind_of_business():
    # 1.5 times the peers' 3.4 is 5.1
    interest = dict(interest_expense=[20, 20])
    assert "Highly" not in said({"equity_multiplier": 3.4}, **INDEBTED, **interest).fragile
    assert "Highly" in said({"equity_multiplier": 3.3}, **INDEBTED, **interest).fragile


def test_interest_rates_matter_only_to_who_pays_interest():
    risen = dict(equity=[400, 320])
    assert "interest rates" in said(**risen, interest_expense=[20, 25]).fragile
    assert (
        said(**risen, total_debt=[100, 100], cash=[200, 200]).fragile
        == "Leverage rose to 2.50×, without net debt."
    )


@pytest.mark.parametrize("profit", [[60, -30], [-30, 60]])
def test_across_a_loss_leverage_is_a_movement(profit):
    assert said(net_income=profit, equity=[400, 320]).fragile == "Equity multiplier rose from 2.00 to 2.50."


def test_thin_equity_is_said_to_distort():
    assert "Equity is thin" in said(equity=[30, 30]).fragile


def test_a_one_off_is_no_lever_and_is_said():
    # Operating income 100 and 60 after 40 of restructuring
    reading = said(
        operating_income=[100, 60], income_before_tax=[90, 50], net_income=[60, 30], restructuring=[0, 40]
    )
    assert (
        "fell by 7.5 points to 7.5\u202f% in FY2021, on non-operating and one-off items" in reading.sentence
    )
    assert reading.driver is None and "Operations did not weaken" in reading.lever


def test_a_margin_behind_a_disposal_is_the_lever():
    reading = said(disposal_gains=[0, 40])
    assert "Operating margin before one-offs fell from 10.0\u202f% to 6.0\u202f%" in reading.lever


def test_deposits_are_not_borrowing():
    held = dict(equity=[200, 160], deposits=[500, 500], interest_expense=[30, 30])
    assert said(**held).fragile == "Leverage rose to 5.00×."
