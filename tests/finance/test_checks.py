"""Checks before ratios: what is wrong is seen, what is right is left alone."""

from __future__ import annotations

import datetime as dt

import pytest

from accountkit import finance
from tests.finance.statements import by_end, new_oriental, statement, years

SOUND = dict(revenue=100.0, net_income=8.0, total_assets=90.0, total_liabilities=50.0, equity_total=40.0)


def codes(*statements) -> list[str]:
    return [warning.code for warning in finance.checks(by_end(*statements))]


def test_a_sound_statement_has_no_warning():
    assert codes(statement("2020-12-31", **SOUND)) == []


def test_filed_figures_have_no_warning():
    # New Oriental FY2018 balances only with its mezzanine equity: 1,763,017 + 206,624 + 2,008,071 = 3,977,712
    assert finance.checks(new_oriental()) == ()


def test_without_the_mezzanine_it_would_not_balance():
    statements = new_oriental()
    bare = statements["2018-05-31"]
    figures = {key: figure for key, figure in bare.figures.items() if key != "mezzanine_equity"}
    statements["2018-05-31"] = bare.model_copy(update={"figures": figures})
    assert [w.code for w in finance.checks(statements)] == ["balance"]


def test_a_balance_sheet_that_does_not_balance_says_by_how_much():
    (warning,) = finance.checks(by_end(statement("2020-12-31", **{**SOUND, "total_assets": 95})))
    assert warning.code == "balance" and warning.period == dt.date(2020, 12, 31)
    assert "95" in warning.text and "difference US$ 5" in warning.text


def test_rounding_to_millions_is_no_warning():
    # 90.4 + rounding 0.3: a third of a per cent
    assert codes(statement("2020-12-31", **{**SOUND, "total_assets": 90.3})) == []


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (dict(gross_profit=50, cost_of_revenue=40), "sum"),
        (dict(income_before_tax=12, income_tax=2, net_income_total=7), "sum"),
        (dict(minority_interest=5, equity=38), "sum"),
        (dict(cash=30, receivables=30, current_assets=50), "sum"),
        (dict(cost_of_revenue=-60), "sign"),
        (dict(inventory=-3), "sign"),
        (dict(interest_expense=-1), "sign"),
    ],
)
def test_sums_and_signs(lines: dict, code: str):
    assert codes(statement("2020-12-31", **{**SOUND, **lines})) == [code]


def test_negative_equity_is_said():
    assert codes(
        statement("2020-12-31", revenue=100, total_assets=50, total_liabilities=60, equity_total=-10)
    ) == ["sign"]


def test_equity_larger_than_assets_is_said():
    assert "sign" in codes(statement("2020-12-31", total_assets=50, equity=60))


@pytest.mark.parametrize("times", [1000, 10_000, 1 / 1000])
def test_a_unit_that_jumps_is_seen_on_each_line(times: float):
    before = statement("2020-12-31", revenue=100, total_assets=90)
    after = statement("2021-12-31", revenue=100 * times, total_assets=90 * times)
    assert codes(before, after) == ["unit", "unit"]


def test_one_line_in_another_unit_is_seen_in_a_single_year():
    assert codes(statement("2020-12-31", revenue=100_000, total_assets=90)) == ["unit"]


def test_tenfold_growth_is_no_unit():
    assert (
        codes(
            statement("2020-12-31", revenue=1, total_assets=1),
            statement("2021-12-31", revenue=10, total_assets=9),
        )
        == []
    )


def test_periods_closer_than_a_year_and_a_moved_year_end():
    # Walmart-like January year end moved to December: 334 days
    assert codes(statement("2021-01-31"), statement("2021-12-31")) == ["period", "year_end"]


def test_a_missing_year_is_said_and_the_year_end_did_not_move():
    assert codes(statement("2019-12-31"), statement("2021-12-31")) == ["period"]


def test_weeks_of_52_and_53_are_no_warning():
    assert codes(*(statement(end) for end in ("2022-09-24", "2023-09-30", "2024-09-28"))) == []


def test_months_and_currencies():
    assert codes(statement("2020-03-31", months=3)) == ["period"]
    assert codes(statement("2020-12-31", "CNY"), statement("2021-12-31", "USD")) == ["currency"]


def test_a_table_of_the_figures_keeps_missing_apart_from_zero():
    table = finance.frame(
        years(2020, revenue=[1, 2], inventory=[0, 5]) | by_end(statement("2019-12-31", revenue=9))
    )
    assert list(table.index.strftime("%Y")) == ["2019", "2020", "2021"]
    assert table["inventory"].isna().tolist() == [True, False, False]
    assert table["inventory"].iloc[1] == 0
    assert list(table.columns) == ["revenue", "inventory"]


def test_minorities_and_redeemable_interests_beside_the_equity_are_no_alarm():
    # a REIT's form: 50 liabilities, 4 redeemable interests, 30 the parent's equity, 6 minorities = 90
    lines = dict(SOUND, equity=30.0, minority_interest=6.0, mezzanine_equity=4.0)
    del lines["equity_total"]
    assert codes(statement("2020-12-31", **lines)) == []
    # before 2009 minorities stood between liabilities and equity, or within the liabilities
    assert (
        codes(statement("2008-12-31", **{**lines, "total_liabilities": 60.0, "mezzanine_equity": 0.0})) == []
    )


def test_a_balance_that_is_reported_as_balanced_is_no_alarm_for_a_line_that_is_not_read():
    lines = dict(SOUND, total_liabilities=45.0, liabilities_and_equity=90.0)
    assert codes(statement("2020-12-31", **lines)) == []
    assert codes(statement("2020-12-31", **{**lines, "liabilities_and_equity": 80.0})) == ["balance"]
    # what finances the assets cannot be more than all of it
    assert codes(statement("2020-12-31", **{**lines, "total_liabilities": 60.0})) == ["balance"]


def test_a_warning_names_its_year():
    warnings = finance.checks(by_end(statement("2020-12-31", **{**SOUND, "total_assets": 95})))
    assert [w.text[:8] for w in warnings] == ["FY2020: "]


def test_what_stands_below_the_tax_line_is_no_wrong_sum():
    # H&R Block, 10-K for fiscal 2009, US$ k: 839,370 − 326,315 = 513,055 from continuing operations, less 27,382
    # discontinued: 485,673
    lines = dict(income_before_tax=839370.0, income_tax=326315.0, net_income_total=485673.0)
    assert codes(statement("2009-04-30", **lines)) == ["sum"]
    assert codes(statement("2009-04-30", **lines, discontinued_income=-27382.0)) == []
    # a Japanese filer's form: pre-tax 100, tax 40, then its share of affiliates 5: 65
    share = dict(income_before_tax=100.0, income_tax=40.0, associates_income=5.0)
    assert codes(statement("2010-03-31", **share, net_income_total=65.0)) == []
    assert codes(statement("2010-03-31", **share, net_income_total=60.0)) == []
    assert codes(statement("2010-03-31", **share, net_income_total=72.0)) == ["sum"]


def test_redeemable_interests_take_their_share_of_the_profit():
    # ORIX, 20-F for fiscal 2010, ¥ bn: 40.937 − 0.704 minorities − 2.476 redeemable interests = 37.757; the redeemable
    # equity is a round number here
    lines = dict(net_income_total=40937.0, minority_income=704.0, net_income=37757.0)
    assert codes(statement("2010-03-31", **lines)) == ["sum"]
    assert codes(statement("2010-03-31", **lines, mezzanine_equity=30000.0)) == []
