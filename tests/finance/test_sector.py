"""Whole sectors: the columns give what the single company gives, on made-up and on real figures."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from accountkit import finance
from accountkit.errors import StatementError
from accountkit.sources.sec.sector import read_sector
from tests.finance.statements import DATA, by_end, statement

LINES = (
    "revenue",
    "net_income",
    "income_before_tax",
    "operating_income",
    "interest_expense",
    "total_assets",
    "equity",
)


def awkward(companies: int = 60, years: int = 5) -> pd.DataFrame:
    """Losses, negative and thin equity, equity above assets, missing lines, missing years."""
    draw = np.random.default_rng(11)
    rows = companies * years
    assets = draw.uniform(50, 150, rows)
    table = pd.DataFrame(
        {
            "company": np.repeat([f"c{n:02}" for n in range(companies)], years),
            "period_end": [f"{2018 + y}-12-31" for y in range(years)] * companies,
            "revenue": draw.uniform(-5, 200, rows),
            "net_income": draw.normal(4, 8, rows),
            "income_before_tax": draw.normal(6, 8, rows),
            "operating_income": draw.normal(8, 8, rows),
            "interest_expense": draw.uniform(0, 3, rows),
            "total_assets": assets,
            "equity": assets * draw.choice([-0.2, 0.02, 0.3, 0.5, 0.8, 1.2], rows),
        }
    )
    for column in LINES:
        table.loc[draw.random(rows) < 0.05, column] = np.nan
    return table[draw.random(rows) > 0.1].sample(frac=1, random_state=3)


def singly(table: pd.DataFrame, steps: int, basis: str) -> dict[tuple[str, str], finance.DuPontYear]:
    """The same rows, company by company."""
    found = {}
    for company, rows in table.groupby("company"):
        statements = by_end(
            *(
                statement(
                    row.period_end, **{key: v for key in LINES if not math.isnan(v := getattr(row, key))}
                )
                for row in rows.itertuples()
            )
        )
        for year in finance.dupont(statements, steps=steps, basis=basis, owners="parent").years:
            found[company, year.period_end.isoformat()] = year
    return found


@pytest.mark.parametrize("steps", [3, 5])
@pytest.mark.parametrize("basis", ["average", "ending"])
def test_columns_agree_with_the_single_company(steps: int, basis: str):
    table = awkward()
    results, expected = finance.sector(table, steps=steps, basis=basis), singly(table, steps, basis)
    assert len(results) == len(table) == len(expected)
    assert set(results["status"]) == {"meaningful", "distorted", "not_meaningful", "missing"}
    for row in results.itertuples():
        year = expected[row.company, row.period_end]
        for name, value in {**year.factors, "return_on_equity": year.return_on_equity}.items():
            got = getattr(row, name)
            assert math.isnan(got) if value is None else got == pytest.approx(value), (
                row.company,
                row.period_end,
                name,
            )
        assert row.status == year.status, (row.company, row.period_end, year.notes)


@pytest.mark.parametrize("method", ["shapley", "chain"])
def test_attribution_of_columns_agrees_with_the_single_company(method: str):
    table = awkward()
    results = finance.sector(table)
    changes = finance.sector_attribution(results, method=method).set_index(["company", "period_end"])
    seen = 0
    for company, rows in results.groupby("company"):
        statements = by_end(
            *(
                statement(r.period_end, **{k: v for k in LINES if not math.isnan(v := getattr(r, k))})
                for r in table[table["company"] == company].itertuples()
            )
        )
        roe = finance.dupont(statements, owners="parent")
        for before, after in zip(roe.years, roe.years[1:], strict=False):
            if not (before.complete and after.complete) or (after.period_end - before.period_end).days > 380:
                continue
            change = finance.attribution(roe, before.period_end, after.period_end, method=method)
            got = changes.loc[(company, after.period_end.isoformat())]
            assert got["delta"] == pytest.approx(change.delta)
            assert [got[f"effect_{name}"] for name in change.effects] == pytest.approx(
                list(change.effects.values())
            )
            seen += 1
        assert rows["company"].nunique() == 1
    assert seen > 10


def test_percentiles_have_their_n_and_leave_out_the_unusable():
    rows = [
        dict(company=f"c{n}", period_end="2020-12-31", revenue=100, net_income=n, total_assets=80, equity=40)
        for n in range(1, 6)
    ]
    rows.append(
        dict(company="thin", period_end="2020-12-31", revenue=100, net_income=50, total_assets=80, equity=2)
    )
    results = finance.sector(pd.DataFrame(rows), basis="ending")
    ranked = finance.sector_percentiles(results)
    by_company = dict(zip(results["company"], ranked["return_on_equity"], strict=True))
    # five usable: the lowest has none below it, the third two of the other four
    assert [by_company[f"c{n}"] for n in range(1, 6)] == pytest.approx([0, 0.25, 0.5, 0.75, 1])
    assert math.isnan(by_company["thin"]) and set(ranked["n"].dropna()) == {5}


def test_medians_need_three_and_quartiles_eight():
    def table(n: int) -> pd.DataFrame:
        rows = [
            dict(
                company=f"c{k}",
                period_end="2020-12-31",
                industry="x",
                revenue=100,
                net_income=k,
                total_assets=80,
                equity=40,
            )
            for k in range(1, n + 1)
        ]
        results = finance.sector(pd.DataFrame(rows), basis="ending")
        return finance.sector_medians(results, within=["industry"]).set_index("ratio")

    assert math.isnan(table(2).loc["net_margin", "median"]) and table(2).loc["net_margin", "n"] == 2
    assert table(3).loc["net_margin", "median"] == pytest.approx(0.02) and math.isnan(
        table(7).loc["net_margin", "upper"]
    )
    assert table(9).loc["net_margin", ["lower", "median", "upper"]].tolist() == pytest.approx(
        [0.03, 0.05, 0.07]
    )


def test_a_missing_column_is_named_with_those_that_were_read():
    with pytest.raises(StatementError, match=r"has no columns company, period_end.*Columns read: x"):
        finance.sector(pd.DataFrame({"x": [1]}))


def test_an_empty_table_has_no_rows():
    columns = ["company", "period_end", "revenue", "net_income", "total_assets", "equity"]
    assert finance.sector(pd.DataFrame(columns=columns)).empty


def a_shares() -> pd.DataFrame:
    """FY2019 of 1,037 Chinese listed companies (tests/data/ashare_fy2019.csv), owners in total, yuan.

    Total profit less income tax goes with total equity; opening balances follow from the growth columns.
    """
    raw = pd.read_csv(DATA / "ashare_fy2019.csv", dtype={"scode": str})
    return pd.DataFrame(
        {
            "company": raw["scode"],
            "industry": raw["industry"],
            "period_end": raw["reportdate"],
            "revenue": raw["totaloperatereve"],
            "net_income": raw["sumprofit"] - raw["incometax"],
            "total_assets": raw["sumasset"],
            "equity": raw["sumshequity"],
            "total_assets_opening": raw["sumasset"] / (1 + raw["tsatz"]),
            "equity_opening": raw["sumshequity"] / (1 + raw["sumshequity_tb"]),
        }
    )


def test_a_file_of_one_year_with_opening_balances_has_averages():
    results = finance.sector(a_shares()).set_index("company")
    # 深深房 000029: (731,983,330.76 − 190,786,300.70) / mean of 3,524,983,234.15 and that ÷ (1 + growth)
    closing, growth = 3_524_983_234.15, 0.101304266815236
    expected = (731_983_330.76 - 190_786_300.70) / ((closing / (1 + growth) + closing) / 2)
    assert results.loc["000029", "return_on_equity"] == pytest.approx(expected)


def test_real_industries_have_medians():
    results = finance.sector(a_shares())
    medians = finance.sector_medians(results, within=["industry"])
    estate = medians[medians["industry"] == "房地产"].set_index("ratio")
    assert estate.loc["return_on_equity", "n"] >= 8
    assert 0 < estate.loc["return_on_equity", "lower"] < estate.loc["return_on_equity", "upper"] < 1


def test_no_company_is_looped_over():
    """How long it takes is measured in benchmarks/finance_sector.py; here twice the companies cost hardly more calls."""
    from benchmarks.finance_sector import generated, on_columns

    few, many = (calls_of(lambda n=n: on_columns(generated(n, 4), 5)) for n in (300, 1200))
    assert many < 1.5 * few


def calls_of(work) -> int:
    """How many calls of Python functions a piece of work takes."""
    import cProfile
    import pstats

    profile = cProfile.Profile()
    profile.runcall(work)
    return pstats.Stats(profile).total_calls


def test_operating_income_of_chinese_companies_follows_from_the_finance_expense():
    # 万科 000002, FY2019: EBIT = 76,539,289,517.59 + 5,735,941,711.58, as `dupont` has it for a single company
    shares = read_sector(DATA / "ashare_fy2019.csv")
    results = finance.sector(shares, steps=5).set_index("company")
    vanke = results.loc["000002"]
    assert vanke["operating_margin"] == pytest.approx(82_275_231_229.17 / 367_893_877_538.94)
    assert vanke["interest_burden"] == pytest.approx(76_539_289_517.59 / 82_275_231_229.17)
    assert (results["status"] == "meaningful").sum() > 850


def test_a_balance_between_two_years_does_not_keep_the_first_from_opening_the_second():
    # a moved year-end and back: the balance of June stands between two Decembers
    table = pd.DataFrame(
        [
            dict(company="A", period_end="2020-12-31", revenue=100, net_income=9, total_assets=80, equity=40),
            dict(company="A", period_end="2021-06-30", total_assets=85, equity=41),
            dict(company="A", period_end="2021-12-31", revenue=100, net_income=9, total_assets=90, equity=44),
        ]
    )
    results = finance.sector(table).set_index("period_end")
    assert results.loc["2021-12-31", "return_on_equity"] == pytest.approx(9 / 42)


def test_balances_in_two_currencies_are_not_averaged():
    rows = [
        dict(
            company="A",
            period_end=f"{year}-12-31",
            currency=currency,
            revenue=100,
            net_income=9,
            total_assets=80,
            equity=40,
        )
        for year, currency in ((2020, "CNY"), (2021, "USD"))
    ]
    assert set(finance.sector(pd.DataFrame(rows))["status"]) == {"missing"}


def test_the_aggregate_of_a_sector_divides_sums_by_sums():
    # net income 10 + 20 + 90 on revenue 100 + 200 + 300, assets 100, 100, 300, equity 50, 50, 100
    table = pd.DataFrame(
        {
            "company": ["a", "b", "c"],
            "period_end": pd.to_datetime(["2020-12-31"] * 3),
            "revenue": [100.0, 200.0, 300.0],
            "net_income": [10.0, 20.0, 90.0],
            "total_assets": [100.0, 100.0, 300.0],
            "equity": [50.0, 50.0, 100.0],
        }
    )
    medians = finance.sector_medians(finance.sector(table, basis="ending")).set_index("ratio")
    assert medians["aggregate"]["net_margin"] == pytest.approx(120 / 600)
    assert medians["aggregate"]["return_on_equity"] == pytest.approx(120 / 200)
    assert medians["median"]["return_on_equity"] == pytest.approx(0.4), "20, 40 and 90 %"
    assert set(medians["aggregate_n"]) == {3}
