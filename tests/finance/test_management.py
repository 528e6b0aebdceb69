"""ROE = RNOA + FLEV × SPREAD by hand, and the return that companies publish beside ours."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountkit import finance
from accountkit.finance.returns.management import operating_view
from tests.finance.statements import by_end, statement, years

# EBIT 100, pre-tax 80, tax 20 (25 %), net 60; debt 300, cash 100; equity 400: operating assets 400 + 200
FIRM = dict(
    revenue=1000,
    operating_income=100,
    income_before_tax=80,
    income_tax=20,
    net_income=60,
    total_assets=900,
    equity=400,
    total_debt=300,
    cash=80,
    short_term_investments=20,
)


def plain(text: str) -> str:
    """A sentence with ordinary spaces in it."""
    return re.sub(r"\s", " ", text)


def form(**lines: float) -> finance.ManagementYear:
    roe = finance.dupont(by_end(statement("2020-12-31", **{**FIRM, **lines})), basis="ending")
    return finance.management_form(roe)[0]


def test_each_part_by_hand():
    year = form()
    # 75 of 1,000 in revenue; equity of 400 and net obligations of 200
    assert (year.operating_margin_after_tax, year.net_operating_assets) == pytest.approx((0.075, 600))
    # 75 / 600; 200 / 400; (75 − 60) / 200; 12.5 − 7.5
    parts = (year.return_on_net_operating_assets, year.financial_leverage, year.borrowing_rate, year.spread)
    assert parts == pytest.approx((0.125, 0.5, 0.075, 0.05))
    assert year.return_on_equity == pytest.approx(0.125 + 0.5 * 0.05) == pytest.approx(60 / 400)


@given(st.floats(1, 500), st.floats(-200, 400), st.floats(0, 800), st.floats(1, 700), st.floats(10, 900))
def test_the_identity_holds_whatever_the_figures(operating, before_tax, debt, cash, equity):
    lines = dict(
        operating_income=operating,
        income_before_tax=before_tax,
        total_debt=debt,
        cash=cash,
        equity=equity,
        net_income=before_tax - 20,
        total_assets=2000,
    )
    year = form(**lines)
    if (
        year.spread is not None
        and abs(year.net_operating_assets - equity) > 1
        and year.net_operating_assets > 1
    ):
        total = year.return_on_net_operating_assets + year.financial_leverage * year.spread
        assert total == pytest.approx(year.return_on_equity, rel=1e-6, abs=1e-6)


def test_the_reclassification_is_shown_line_by_line():
    sides = {(item.line, item.side): item.amount for item in form(minority_interest=30).reclassified}
    assert sides == {
        ("cash", "financial_asset"): 80,
        ("short_term_investments", "financial_asset"): 20,
        ("total_debt", "financial_obligation"): 300,
        ("minority_interest", "financial_obligation"): 30,
        ("equity", "equity"): 400,
        ("net_operating_assets", "operating"): 630,
    }


def test_where_equity_is_negative_the_operating_return_still_means_something():
    year = form(equity=-50)
    assert year.financial_leverage is None and year.return_on_equity is None
    # 75 / (−50 + 200)
    assert year.return_on_net_operating_assets == pytest.approx(0.5)


def test_missing_debt_is_not_taken_as_none():
    roe = finance.dupont(
        by_end(statement("2020-12-31", **{k: v for k, v in FIRM.items() if k != "total_debt"})),
        basis="ending",
    )
    year = finance.management_form(roe)[0]
    assert year.return_on_net_operating_assets is None and any(
        "Debt is missing" in note for note in year.notes
    )


def test_only_long_term_debt_is_counted_and_said():
    lines = {**{k: v for k, v in FIRM.items() if k != "total_debt"}, "long_term_debt": 250}
    year = finance.management_form(finance.dupont(by_end(statement("2020-12-31", **lines)), basis="ending"))[
        0
    ]
    assert year.net_operating_assets == 400 + 150 and any("Short-term debt" in note for note in year.notes)


def test_on_a_loss_all_tax_is_charged_to_operations():
    year = form(income_before_tax=-10, income_tax=5, net_income=-15)
    assert year.operating_margin_after_tax == pytest.approx(95 / 1000) and any(
        "tax rate has no meaning" in note for note in year.notes
    )


def published(value: float) -> finance.PublishedReturn:
    statements = years(
        net_income=[50, 60],
        equity=[380, 420],
        total_assets=[800, 900],
        revenue=[900, 1000],
        weighted_average_roe=[0.14, value],
    )
    return finance.published_returns(statements, finance.dupont(statements))[-1]


def test_the_published_return_stands_beside_ours_with_the_difference_explained():
    found = published(0.1463)
    # ours 60 / 400 = 15 %; with nothing raised or paid out 60 / (380 + 30) = 14.634 %
    assert (found.ours, found.difference) == pytest.approx((0.15, -0.0037))
    assert "weights equity by months" in found.explanation and "14.63" in found.explanation


def test_an_equal_one_is_said_to_be_equal():
    assert "equal to the calculated" in published(0.15).explanation


def test_years_without_a_published_return_are_left_out():
    statements = years(net_income=[60], equity=[420])
    assert finance.published_returns(statements, finance.dupont(statements)) == ()


def test_the_operating_view_by_hand():
    # operating profit after tax 75 on revenue 1,000; net operating assets 600, of which goodwill 100; debt 300 less cash 100
    year = form(goodwill=100)
    assert year.operating_margin_after_tax == pytest.approx(0.075)
    assert year.turnover == pytest.approx(1000 / 600)
    assert year.operating_margin_after_tax * year.turnover == pytest.approx(
        year.return_on_net_operating_assets
    )
    assert year.turnover_without_goodwill == pytest.approx(1000 / 500)
    assert year.net_debt == pytest.approx(200)
    assert plain(operating_view(year, "USD")) == (
        "FY2020: return on net operating assets 12.5 % = operating margin after tax 7.5 % × turnover 1.67 (2.00 without goodwill). Net debt is US$ 200."
    )


def test_net_debt_is_that_of_the_year_end_and_may_be_cash():
    lines = {**FIRM, "total_debt": 50}
    roe = finance.dupont(by_end(statement("2019-12-31", **FIRM), statement("2020-12-31", **lines)))
    last = finance.management_form(roe)[-1]
    # on averages net obligations are (200 + −50) / 2, but what is owed is owed at the end
    assert last.net_operating_assets == pytest.approx(400 + 75) and last.net_debt == pytest.approx(-50)
    assert "Cash exceeds debt by" in operating_view(last, "USD")


def test_without_debt_or_cash_nothing_is_said():
    lines = {key: value for key, value in FIRM.items() if key not in ("total_debt", "cash")}
    roe = finance.dupont(by_end(statement("2020-12-31", **lines)), basis="ending")
    year = finance.management_form(roe)[0]
    assert not year.known and operating_view(year, "USD") == ""
