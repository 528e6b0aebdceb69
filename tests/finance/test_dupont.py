"""Basis, owners, EBIT, and every guard of the decomposition; arithmetic in the comments."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountkit import finance
from accountkit.errors import NotMeaningful, StatementError
from accountkit.finance.returns.formulas import product
from tests.finance.statements import by_end, statement, years

SOUND = dict(revenue=[1000, 1050], net_income=[60, 42], total_assets=[800, 1000], equity=[400, 420])


def only(steps: int = 3, **lines: float) -> finance.DuPontYear:
    return finance.dupont(by_end(statement("2020-12-31", **lines)), steps=steps, basis="ending").years[0]


def test_ending_balances_as_in_the_methods():
    # year 0: 6 % × 1.25 × 2.00 = 15 %; year 1: 4 % × 1.05 × 2.381 = 10 %
    first, second = finance.dupont(years(**SOUND), basis="ending").years
    assert list(first.factors.values()) == pytest.approx([0.06, 1.25, 2.0])
    assert list(second.factors.values()) == pytest.approx([0.04, 1.05, 1000 / 420])
    assert (first.return_on_equity, second.return_on_equity) == pytest.approx((0.15, 0.10))


def test_average_balances_are_averaged_on_both_sides():
    # 1050 / 900, 900 / 410, 42 / 410
    second = finance.dupont(years(**SOUND)).years[1]
    assert list(second.factors.values()) == pytest.approx([0.04, 1050 / 900, 900 / 410])
    assert second.return_on_equity == pytest.approx(42 / 410)
    assert second.inputs["equity_opening"] == 400 and second.inputs["equity_closing"] == 420


def test_basis_is_said():
    assert "Basis: ending balances." in finance.dupont(years(**SOUND), basis="ending").notes


def test_a_missing_year_between_gives_no_opening_balance():
    gapped = by_end(
        statement("2018-12-31", revenue=1000, net_income=60, total_assets=800, equity=400),
        statement("2020-12-31", revenue=1050, net_income=42, total_assets=1000, equity=420),
    )
    last = finance.dupont(gapped).years[-1]
    assert last.return_on_equity is None and last.status == "missing"


@pytest.mark.parametrize("end", ["2023-09-30", "2024-09-28"])
def test_weeks_of_52_and_53_are_a_year(end: str):
    opening = {"2023-09-30": "2022-09-24", "2024-09-28": "2023-09-30"}[end]
    pair = by_end(
        statement(opening, total_assets=800, equity=400),
        statement(end, revenue=1050, net_income=42, total_assets=1000, equity=420),
    )
    assert finance.dupont(pair).years[-1].return_on_equity == pytest.approx(42 / 410)


def test_two_currencies_are_never_averaged():
    pair = by_end(
        statement("2019-12-31", "CNY", total_assets=800, equity=400),
        statement("2020-12-31", "USD", revenue=1050, net_income=42, total_assets=1000, equity=420),
    )
    roe = finance.dupont(pair)
    assert roe.years[-1].return_on_equity is None
    assert any("CNY and USD" in note for note in roe.notes)


def test_two_statements_of_one_day_are_an_error():
    twice = {"a": statement("2020-12-31", revenue=1), "b": statement("2020-12-31", revenue=2)}
    with pytest.raises(StatementError, match="31 December 2020"):
        finance.dupont(twice)


def test_no_statements_are_no_years():
    assert finance.dupont({}).years == ()
    assert finance.dupont({}).latest is None


@pytest.mark.parametrize("wrong", [{"steps": 4}, {"basis": "median"}, {"owners": "both"}])
def test_an_unknown_choice_names_the_choices(wrong: dict):
    with pytest.raises(NotMeaningful, match="Choose one of"):
        finance.dupont(years(**SOUND), **wrong)


def test_owners_in_total_where_the_file_has_only_totals():
    roe = finance.dupont(
        years(revenue=[100], net_income_total=[8], total_assets=[90], equity_total=[40]), basis="ending"
    )
    assert roe.owners == "total" and any("totals" in note for note in roe.notes)
    assert roe.years[0].return_on_equity == pytest.approx(0.2)


def test_parent_profit_never_goes_with_total_equity():
    # total profit 20 − tax 5 = 15 goes with total equity 100; the parent's 12 does not
    lines = dict(
        revenue=200, net_income=12, income_before_tax=20, income_tax=5, total_assets=180, equity_total=100
    )
    year = only(**lines)
    assert year.return_on_equity == pytest.approx(0.15)
    assert any("Income before tax − Income tax" in note for note in year.notes)


def test_a_profit_and_an_equity_of_different_names_need_a_proof_that_there_are_no_minorities():
    bare = dict(revenue=[100], net_income=[8], total_assets=[90], equity_total=[40])
    roe = finance.dupont(years(**bare), basis="ending")
    assert roe.years[0].return_on_equity is None
    assert any("different owners" in note for note in roe.notes)
    # pre-tax 10 − tax 2 = 8: all of the profit is the parent's
    proven = finance.dupont(years(**bare, income_before_tax=[10], income_tax=[2]), basis="ending")
    assert proven.years[0].return_on_equity == pytest.approx(0.2)
    assert any("No minorities" in note for note in proven.notes)


def test_a_discontinued_business_is_not_taken_for_the_minorities():
    # year 1 proves that nobody shares: 10 − 2 = 8. In year 2 the sale of a business adds 12 to 10 − 2: profit 20, not 8
    roe = finance.dupont(
        years(
            revenue=[100, 100],
            income_before_tax=[10, 10],
            income_tax=[2, 2],
            net_income=[8, 20],
            total_assets=[90, 90],
            equity_total=[40, 40],
        )
    )
    assert roe.years[1].return_on_equity == pytest.approx(0.5)


def test_minority_factor_is_the_quotient_of_the_two_returns():
    lines = dict(
        net_income=12, net_income_total=15, equity=80, equity_total=100, revenue=200, total_assets=180
    )
    # (12 / 80) / (15 / 100) = 1.0; with equity 96: (12 / 96) / 0.15 = 0.8333
    assert only(**lines).minority_factor == pytest.approx(1.0)
    assert only(**{**lines, "equity": 96}).minority_factor == pytest.approx(0.125 / 0.15)


def test_parent_equity_follows_from_total_less_minority():
    year = only(revenue=200, net_income=12, total_assets=180, equity_total=100, minority_interest=20)
    assert year.return_on_equity == pytest.approx(12 / 80)
    assert any("Equity is not reported" in note for note in year.notes)


def test_ebit_is_the_reported_operating_income():
    year = only(
        5,
        revenue=100,
        operating_income=12,
        income_before_tax=10,
        interest_expense=4,
        net_income=7,
        total_assets=80,
        equity=40,
    )
    assert year.factors["operating_margin"] == pytest.approx(0.12)
    assert "EBIT is the reported operating income." in year.notes


def test_ebit_is_else_pre_tax_income_plus_interest():
    year = only(
        5, revenue=100, income_before_tax=10, interest_expense=4, net_income=7, total_assets=80, equity=40
    )
    assert year.factors["operating_margin"] == pytest.approx(0.14)
    assert year.factors["interest_burden"] == pytest.approx(10 / 14)
    assert any("pre-tax income plus interest" in note for note in year.notes)


def test_five_factors_each_by_hand():
    year = only(
        5, revenue=100, operating_income=12, income_before_tax=10, net_income=7, total_assets=80, equity=40
    )
    expected = {
        "tax_burden": 0.7,
        "interest_burden": 10 / 12,
        "operating_margin": 0.12,
        "asset_turnover": 1.25,
        "equity_multiplier": 2.0,
    }
    assert year.factors == pytest.approx(expected)


@pytest.mark.parametrize(
    ("opening", "closing", "says"),
    [(-10, 420, "Opening"), (400, -5, "Closing"), (0, 420, "Opening")],
)
def test_equity_at_or_under_zero_on_any_balance_used(opening: float, closing: float, says: str):
    year = finance.dupont(years(**{**SOUND, "equity": [opening, closing]})).years[1]
    assert year.status == "not_meaningful"
    assert year.return_on_equity is None and year.factors["equity_multiplier"] is None
    assert says in year.reasons[0]
    assert year.factors["net_margin"] == pytest.approx(0.04), "margin and turnover alone still mean something"
    assert year.factors["asset_turnover"] == pytest.approx(1050 / 900)


def test_a_loss_on_negative_equity_is_no_good_return():
    assert only(revenue=100, net_income=-20, total_assets=80, equity=-40).return_on_equity is None


@pytest.mark.parametrize("revenue", [0, -5])
def test_revenue_at_or_under_zero(revenue: float):
    year = only(revenue=revenue, net_income=-3, total_assets=80, equity=40)
    assert year.status == "not_meaningful" and "Revenue" in year.reasons[0]
    assert year.factors["net_margin"] is None and year.factors["asset_turnover"] is None


def test_a_missing_line_leaves_its_ratios_blank_and_is_named():
    year = only(net_income=7, total_assets=80, equity=40)
    assert year.factors == {"net_margin": None, "asset_turnover": None, "equity_multiplier": 2.0}
    assert year.return_on_equity == pytest.approx(0.175)
    assert year.status == "missing" and year.notes == ("Missing: revenue.",)


def test_missing_is_not_zero():
    year = only(5, revenue=100, income_before_tax=10, net_income=7, total_assets=80, equity=40)
    assert year.factors["operating_margin"] is None and year.factors["tax_burden"] == pytest.approx(0.7)


@pytest.mark.parametrize(
    ("lines", "none"),
    [
        (dict(operating_income=12, income_before_tax=-2, net_income=-3), {"tax_burden", "interest_burden"}),
        (dict(operating_income=-12, income_before_tax=2, net_income=1), {"interest_burden"}),
        (dict(operating_income=12, income_before_tax=2, net_income=-1), {"tax_burden"}),
    ],
)
def test_burdens_on_losses_have_no_meaning(lines: dict, none: set):
    year = only(5, revenue=100, total_assets=80, equity=40, **lines)
    assert {name for name, value in year.factors.items() if value is None} == none
    assert year.status == "not_meaningful"


def test_a_tax_burden_above_one_on_a_profit_stands():
    # a tax credit: 11 / 10
    year = only(
        5, revenue=100, operating_income=12, income_before_tax=10, net_income=11, total_assets=80, equity=40
    )
    assert year.factors["tax_burden"] == pytest.approx(1.1)


@pytest.mark.parametrize(("equity", "status"), [(4.9, "distorted"), (5.0, "meaningful"), (5.1, "meaningful")])
def test_equity_under_five_per_cent_of_assets_is_distorted_and_shown(equity: float, status: str):
    year = only(revenue=100, net_income=2, total_assets=100, equity=equity)
    assert year.status == status and year.return_on_equity == pytest.approx(2 / equity)


def test_thin_equity_on_one_balance_used_is_enough():
    year = finance.dupont(years(**{**SOUND, "equity": [10, 420]})).years[1]
    assert year.status == "distorted" and any("distorted" in note for note in year.notes)


def test_the_thin_balance_is_named_in_each_year():
    """10-K of Home Depot, fiscal 2023 and 2024: equity of 1,044 at the end of the first, 6,640 at the end of the second."""
    found = finance.dupont(
        by_end(
            statement("2023-01-29", revenue=157_403, net_income=17_105, total_assets=76_445, equity=1_562),
            statement("2024-01-28", revenue=152_669, net_income=15_143, total_assets=76_530, equity=1_044),
            statement("2025-02-02", revenue=159_514, net_income=14_806, total_assets=96_119, equity=6_640),
        )
    )
    assert any(note.startswith("Closing equity is only 1.4") for note in found.years[1].notes)
    assert any(note.startswith("Opening equity is only 1.4") for note in found.years[2].notes)


def test_a_part_of_a_year_is_said():
    year = finance.dupont(
        by_end(statement("2020-03-31", months=3, revenue=100, net_income=7, total_assets=80, equity=40)),
        basis="ending",
    ).years[0]
    assert any("3 months" in note for note in year.notes)


def test_asking_for_a_day_that_is_not_there_lists_the_days():
    with pytest.raises(NotMeaningful, match="2020-12-31 and 2021-12-31"):
        finance.dupont(years(**SOUND)).year(dt.date(1999, 1, 1))


AMOUNT = st.floats(1, 1e12)
PROFIT = st.floats(-1e12, 1e12)


@given(AMOUNT, PROFIT, st.floats(0.06, 1), st.floats(0.06, 1), AMOUNT, AMOUNT)
def test_the_factors_multiply_to_the_return(revenue, profit, first, second, opening, closing):
    roe = finance.dupont(
        by_end(
            statement("2019-12-31", total_assets=opening, equity=opening * first),
            statement(
                "2020-12-31",
                revenue=revenue,
                net_income=profit,
                total_assets=closing,
                equity=closing * second,
            ),
        )
    )
    year = roe.years[-1]
    assert product(year.factors) == pytest.approx(year.return_on_equity, rel=1e-9)


@given(AMOUNT, AMOUNT, AMOUNT, st.floats(0.01, 2), st.floats(0.01, 2))
def test_the_five_factors_multiply_to_the_return(revenue, operating, assets, interest, tax):
    lines = dict(
        revenue=revenue,
        operating_income=operating,
        income_before_tax=operating * interest,
        net_income=operating * interest * tax,
        total_assets=assets,
        equity=assets / 2,
    )
    year = only(5, **lines)
    assert product(year.factors) == pytest.approx(year.return_on_equity, rel=1e-9)


@given(
    st.dictionaries(
        st.sampled_from(sorted(finance.LINES)), st.floats(allow_nan=False, allow_infinity=False), max_size=9
    )
)
def test_no_figures_whatever_raise_or_give_an_infinite_ratio(lines):
    for steps in (3, 5):
        year = finance.dupont(by_end(statement("2020-12-31", **lines)), steps=steps, basis="ending").years[0]
        for value in (*year.factors.values(), year.return_on_equity):
            assert value is None or abs(value) < float("inf")
        assert year.complete or year.notes, "a figure that is absent has a reason"
