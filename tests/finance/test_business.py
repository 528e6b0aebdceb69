"""Banks, insurers and owners of real estate: their own words, and no interest that is taken for borrowing."""

from __future__ import annotations

import re

import pytest

from accountkit import finance
from accountkit.finance.statements.business import kind_of
from accountkit.i18n import use_language
from tests.finance.statements import years

# Regional bank in the shape of a 10-K, US$ m: net interest income 70 and fees 30; interest expense 40 on deposits of 1,500
BANK = dict(
    revenue=[100.0, 100.0, 100.0],
    net_interest_income=[70.0, 70.0, 66.0],
    noninterest_income=[30.0, 30.0, 34.0],
    interest_expense=[40.0, 40.0, 60.0],
    income_before_tax=[40.0, 40.0, 25.0],
    net_income=[30.0, 30.0, 19.0],
    total_assets=[2000.0, 2000.0, 2100.0],
    equity=[200.0, 200.0, 200.0],
    loans=[1200.0, 1200.0, 1300.0],
    deposits=[1500.0, 1500.0, 1600.0],
)
INSURER = dict(
    revenue=[100.0, 100.0],
    premiums_earned=[85.0, 85.0],
    claims=[60.0, 70.0],
    net_income=[12.0, 4.0],
    total_assets=[300.0, 300.0],
    equity=[80.0, 80.0],
)
LANDLORD = dict(
    revenue=[100.0, 90.0],
    rental_income=[95.0, 85.0],
    net_income=[30.0, 20.0],
    total_assets=[1000.0, 1000.0],
    investment_property=[900.0, 900.0],
    equity=[400.0, 400.0],
)
GOODS = re.compile(
    r"pric(e|ing)|\bmix\b|\bcosts?\b|inventory|invoic|borrow|interest rates|价格|结构|成本|存货|借款|受利率"
)


def said(lines: dict[str, list[float]], steps: int = 3) -> finance.Reading:
    roe = finance.dupont(years(2021, **lines), basis="ending", steps=steps)
    return finance.reading(roe, finance.attribution(roe))


@pytest.mark.parametrize(("lines", "kind"), [(BANK, "bank"), (INSURER, "insurer"), (LANDLORD, "real_estate")])
def test_the_kind_follows_from_the_lines(lines, kind):
    assert kind_of({key: values[0] for key, values in lines.items()}) == kind
    year = finance.dupont(years(2021, **lines), basis="ending").years[-1]
    assert kind_of(year.inputs) == kind


def test_a_retailer_with_a_card_business_is_no_bank():
    # Walmart's form: interest income beside 650 bn of sales
    assert kind_of(dict(revenue=650.0, net_interest_income=3.0, total_assets=260.0, deposits=2.0)) == "other"


@pytest.mark.parametrize("lines", [BANK, INSURER, LANDLORD])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_sentence_speaks_of_prices_inventory_or_borrowing(lines, language):
    with use_language(language):
        found = said(lines)
        text = f"{found.sentence} {found.lever} {found.fragile} {found.question}"
        assert not GOODS.search(text), text


def test_the_lever_and_the_question_of_a_bank():
    found = said(BANK)
    assert "margin on loans and deposits, fees, credit losses, operating expenses" in found.lever
    asked = (
        "What weighed most in FY2023: the margin on loans and deposits, credit losses or operating expenses?"
    )
    assert found.question == asked
    assert not found.fragile.startswith("Highly")


def test_the_interest_of_a_bank_is_not_added_to_its_operating_income():
    year = finance.dupont(years(2021, **BANK), steps=5, basis="ending").years[0]
    assert (year.factors["interest_burden"], year.factors["operating_margin"]) == (1, pytest.approx(0.4))
    assert "EBIT is pre-tax income, because interest or claims are costs of this business." in year.notes


def test_the_assets_of_a_bank_are_its_loans():
    roe = finance.dupont(years(2021, **BANK), basis="ending")
    keys = {
        part.key for part in finance.detail(roe, finance.attribution(roe)) if part.factor == "asset_turnover"
    }
    assert keys == {"loans", "other_assets"}


def test_the_ratios_of_each_business():
    def known(lines: dict[str, list[float]]) -> dict[str, float]:
        year = finance.dupont(years(2021, **lines), basis="ending").years[0]
        return {key: value for key, value in finance.sub_ratios(year).items() if value is not None}

    # 70 / 2,000; 1,200 / 1,500; no interest cover: the interest of a bank is the price of its deposits
    assert known(BANK) == pytest.approx({"net_interest_margin": 0.035, "loan_to_deposit": 0.8})
    assert known(INSURER) == pytest.approx({"loss_ratio": 60 / 85})
    assert known(LANDLORD) == pytest.approx({"rental_yield": 95 / 900})
