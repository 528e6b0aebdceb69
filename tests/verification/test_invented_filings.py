"""Filings made up to hold what real ones hold now and then: a moved year-end, banks, owners, currencies, two scopes."""

import datetime as dt
import json

import pytest

from accountkit import finance, sources
from accountkit.errors import StatementError

M = 1e6


class Filings:
    """A companyfacts document, fact by fact, in millions."""

    def __init__(self) -> None:
        self.facts: dict = {}

    def add(
        self,
        concept: str,
        end: str,
        value: float,
        start: str | None = None,
        form: str = "10-K",
        currency: str = "USD",
    ):
        filed = (dt.date.fromisoformat(end) + dt.timedelta(days=60)).isoformat()
        row = {
            "end": end,
            "val": value * M,
            "accn": f"0000000001-{filed}",
            "fy": 0,
            "fp": "FY",
            "form": form,
            "filed": filed,
        }
        units = self.facts.setdefault(concept, {"units": {}})["units"]
        units.setdefault(currency, []).append(row | ({"start": start} if start else {}))
        return self

    def read(self):
        document = {"cik": 1, "entityName": "Invented", "facts": {"us-gaap": self.facts}}
        return sources.read(json.dumps(document).encode(), "invented.json")


def returns(filings: Filings) -> dict:
    return {y.period_end.isoformat(): y for y in finance.dupont(filings.read().statements).years}


def test_a_year_after_a_moved_year_end_opens_with_the_transition_period():
    filings = Filings()
    for year, equity in ((2018, 390), (2019, 400)):
        filings.add("Revenues", f"{year}-12-31", 1000, f"{year}-01-01").add(
            "NetIncomeLoss", f"{year}-12-31", 80, f"{year}-01-01"
        )
        filings.add("Assets", f"{year}-12-31", 900).add("StockholdersEquity", f"{year}-12-31", equity)
    filings.add("NetIncomeLoss", "2020-06-30", 30, "2020-01-01", "10-KT")
    filings.add("Assets", "2020-06-30", 950, form="10-KT").add(
        "StockholdersEquity", "2020-06-30", 420, form="10-KT"
    )
    filings.add("Revenues", "2021-06-30", 1100, "2020-07-01").add(
        "NetIncomeLoss", "2021-06-30", 90, "2020-07-01"
    )
    filings.add("Assets", "2021-06-30", 1000).add("StockholdersEquity", "2021-06-30", 440)
    years = returns(filings)
    assert years["2021-06-30"].return_on_equity == pytest.approx(90 / 430)
    # the half year has a balance and no result of a year: nothing is made of its 30
    assert years["2020-06-30"].return_on_equity is None and years["2020-06-30"].factors["net_margin"] is None
    codes = {warning.code for warning in finance.checks(filings.read().statements)}
    assert {"period", "year_end"} <= codes


@pytest.mark.parametrize(
    "income",
    [{"InterestIncomeExpenseNet": 60}, {"InterestAndDividendIncomeOperating": 80, "InterestExpense": 20}],
)
def test_a_bank_that_tags_no_revenue_has_net_interest_plus_other_income(income):
    filings = Filings()
    for concept, value in {**income, "NoninterestIncome": 30, "NetIncomeLoss": 18}.items():
        filings.add(concept, "2022-12-31", value, "2022-01-01")
    for end in ("2021-12-31", "2022-12-31"):
        filings.add("Assets", end, 3000).add("StockholdersEquity", end, 300)
    year = returns(filings)["2022-12-31"]
    # 60 + 30 = 90; 18 / 90 × 90 / 3000 × 3000 / 300
    assert year.factors == pytest.approx({"net_margin": 0.2, "asset_turnover": 0.03, "equity_multiplier": 10})
    assert any("bank" in note for note in year.notes)


def test_a_company_that_changes_the_name_of_its_profit_and_has_no_minorities_keeps_its_return():
    filings = Filings()
    for year in (2016, 2017, 2018):
        end, start = f"{year}-12-31", f"{year}-01-01"
        filings.add("Revenues", end, 1000, start).add(
            "NetIncomeLoss" if year < 2018 else "ProfitLoss", end, 80, start
        )
        filings.add("Assets", end, 900).add("StockholdersEquity", end, 400)
    year = returns(filings)["2018-12-31"]
    assert year.return_on_equity == pytest.approx(0.2)
    assert any("not reported and was calculated" in note for note in year.notes)


def test_rows_in_two_currencies_are_never_put_into_one_series():
    table = (
        "period_end,currency,revenue,net_income,total_assets,equity\n"
        "2022-12-31,USD,100,10,200,100\n2023-12-31,USD,100,10,200,100\n2024-12-31,EUR,110,11,210,110\n"
    )
    with pytest.raises(StatementError, match="EUR"):
        sources.read(table.encode(), "two.csv")
    read = sources.read(table.encode(), "two.csv", currency="USD")
    assert list(read.statements) == ["2022-12-31", "2023-12-31"]
    assert all(statement.currency == "USD" for statement in read.statements.values())


def test_a_unit_of_its_own_row_counts():
    table = "period_end,unit,currency,revenue,equity\n2023-12-31,thousand,EUR,100,50\n2024-12-31,million,EUR,0.2,0.1\n"
    read = sources.read(table.encode(), "units.csv")
    assert [s.figures["revenue"].value for s in read.statements.values()] == [100e3, 200e3]
    assert read.currency == "EUR"


def test_of_group_and_parent_company_the_group_is_read():
    table = (
        "报告日,币种,类型,营业收入,归属于母公司所有者的净利润,资产总计,归属于母公司股东权益合计\n"
        "20231231,CNY,合并期末,99000000,11000000,200000000,90000000\n"
        "20221231,CNY,合并期末,89000000,10000000,180000000,82000000\n"
        "20221231,CNY,母公司期末,49000000,6000000,120000000,60000000\n"
    )
    read = sources.read(table.encode(), "sina.csv")
    assert read.statements["2022-12-31"].figures["revenue"].value == 89e6
    assert any("母公司期末" in warning for warning in read.warnings), "what is left out is said"
    assert read.currency == "CNY" and not any("no currency" in warning for warning in read.warnings)
