"""Discontinued operations, one-off items, and the profit that is left after preferred dividends."""

from __future__ import annotations

import pytest

from accountkit import finance
from accountkit.finance.findings.candidates import own_best, recurring
from accountkit.finance.statements.books import completed, derivation
from accountkit.finance.statements.one_offs import one_off_notes
from accountkit.i18n import use_language
from tests.finance.statements import statement, years

# General Electric, 10-K for 2008 and 2007, USD million: net earnings 17,410 and 22,208, of which discontinued
# operations −679 and −260; here the scale is kept and the balances are round
WITH_SALE = years(
    2019,
    revenue=[1000.0, 1000.0, 1000.0],
    net_income=[80.0, 180.0, 78.0],
    discontinued_income=[0.0, 100.0, 0.0],
    total_assets=[900.0, 900.0, 900.0],
    equity=[400.0, 400.0, 400.0],
)


def test_the_gain_on_a_business_that_was_sold_is_no_best_year():
    found = finance.dupont(WITH_SALE, basis="ending")
    last = found.years[-1]
    # 2020: (180 − 100) ÷ 1,000; the year before: 80 ÷ 1,000
    assert own_best(found, last, "net_margin")[1] == pytest.approx(0.08)
    assert finance.candidates(found, finance.attribution(found)) == ()
    # an offer to restore 18 % would ask for the business that was sold
    assert finance.attribution(found).delta == pytest.approx((78 - 180) / 400)


def test_the_return_keeps_all_profit_and_says_what_of_it_was_discontinued():
    year = finance.dupont(WITH_SALE, basis="ending").years[1]
    assert year.return_on_equity == pytest.approx(180 / 400)
    assert recurring(year, "return_on_equity") == pytest.approx(80 / 400)
    assert "Profit includes US$ 100 from discontinued operations." in year.notes


def test_a_loss_of_discontinued_operations_hides_no_margin():
    lines = dict(total_assets=[900.0, 900.0], equity=[400.0, 400.0], revenue=[1000.0, 1000.0])
    found = finance.dupont(
        years(2022, net_income=[80.0, 30.0], discontinued_income=[0.0, -50.0], **lines), basis="ending"
    )
    year = found.years[-1]
    assert recurring(year, "net_margin") == pytest.approx(0.08)
    assert [c.reason for c in finance.candidates(found, period_end=year.period_end)] == []
    assert "Profit is after a loss of US$ 50 from discontinued operations." in year.notes


def test_discontinued_operations_follow_from_the_total_and_what_continues():
    books = completed(statement("2020-12-31", net_income_total=50.0, continuing_income=70.0))
    assert books.values["discontinued_income"] == -20


def test_one_off_items_are_listed_with_their_amounts():
    lines = dict(net_income=500e6, goodwill_impairment=120e6, restructuring=30e6, disposal_gains=4e6)
    books = completed(statement("2020-12-31", **lines))
    # 4 m is under a hundredth of the profit
    assert tuple(note.replace("\u202f", " ") for note in one_off_notes(books)) == (
        "One-off items: impairment of goodwill US$ 120 m and restructuring costs US$ 30 m.",
    )
    with use_language("zh_CN"):
        assert one_off_notes(books) == ("一次性项目：商誉减值1.2亿美元和重组费用3,000万美元。",)


def test_pre_tax_income_less_tax_is_completed_by_discontinued_operations():
    lines = dict(income_before_tax=100.0, income_tax=25.0, discontinued_income=-15.0)
    books = completed(statement("2020-12-31", **lines))
    assert books.values["net_income_total"] == 60
    assert derivation(books, "net_income_total").endswith(
        "Income before tax − Income tax + Result of discontinued operations."
    )


def test_total_profit_less_minorities_comes_before_profit_after_preferred_dividends():
    lines = dict(net_income_total=100.0, minority_income=10.0, net_income_common=83.0)
    assert completed(statement("2020-12-31", **lines)).values["net_income"] == 90


def test_profit_after_preferred_dividends_is_never_attributable_profit_unsaid():
    # Citigroup's form: income available to common shareholders 83, preferred dividends 7
    lines = dict(net_income_common=83.0, revenue=1000.0, total_assets=900.0, equity=400.0)
    with_dividends = finance.dupont(
        {"2020-12-31": statement("2020-12-31", preferred_dividends=7.0, **lines)}, basis="ending"
    ).years[0]
    assert with_dividends.inputs["net_income"] == 90
    alone = finance.dupont({"2020-12-31": statement("2020-12-31", **lines)}, basis="ending").years[0]
    assert alone.inputs["net_income"] == 83
    assert "Net income is not reported and was calculated as Profit after preferred dividends." in alone.notes


def test_pre_tax_income_follows_from_profit_and_tax_and_is_said_in_five_factors():
    lines = dict(revenue=1000.0, net_income_total=60.0, income_tax=20.0, interest_expense=20.0)
    whole = {"2020-12-31": statement("2020-12-31", total_assets=900.0, equity_total=400.0, **lines)}
    year = finance.dupont(whole, steps=5, basis="ending").years[0]
    # 60 + 20 = 80; EBIT 80 + 20 = 100
    assert year.factors["tax_burden"] == pytest.approx(60 / 80)
    assert year.factors["operating_margin"] == pytest.approx(0.1)
    said = "Income before tax is not reported and was calculated as Net income including minorities + Income tax."
    assert said in year.notes


def test_five_factors_say_that_the_tax_burden_holds_what_was_discontinued():
    lines = dict(income_before_tax=100.0, income_tax=25.0, discontinued_income=20.0, net_income=95.0)
    lines |= dict(revenue=1000.0, total_assets=900.0, equity=400.0, interest_expense=20.0)
    year = finance.dupont({"2020-12-31": statement("2020-12-31", **lines)}, steps=5, basis="ending").years[0]
    assert "Tax burden includes discontinued operations, which are reported after tax." in year.notes
