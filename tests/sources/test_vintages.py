"""Revenue, profit, assets and equity of a year are of one vintage: filed last, filed first, or the year's own report."""

from __future__ import annotations

import pytest

from accountkit import finance
from accountkit.sources import read
from tests.sources.filed import Filed, figures
from tests.sources.tables import DATA, said

REVENUE, PROFIT, ASSETS, EQUITY = "Revenues", "NetIncomeLoss", "Assets", "StockholdersEquity"


def restated() -> Filed:
    """The report for 2024 restates 2023, flows and balances alike, after an error in revenue (10-K, three years)."""
    return (
        Filed()
        .filing(
            "2024-02-20",
            {
                REVENUE: {"2022-12-31": 900, "2023-12-31": 1000},
                PROFIT: {"2022-12-31": 80, "2023-12-31": 100},
            },
            {
                ASSETS: {"2022-12-31": 1800, "2023-12-31": 2000},
                EQUITY: {"2022-12-31": 700, "2023-12-31": 800},
            },
        )
        .filing(
            "2025-02-20",
            {
                REVENUE: {"2022-12-31": 900, "2023-12-31": 950, "2024-12-31": 1100},
                PROFIT: {"2022-12-31": 80, "2023-12-31": 60, "2024-12-31": 120},
            },
            {
                ASSETS: {"2023-12-31": 1960, "2024-12-31": 2200},
                EQUITY: {"2023-12-31": 760, "2024-12-31": 880},
            },
        )
    )


def test_filed_last_is_the_default():
    found = restated().read()
    assert figures(found, "2023-12-31") == {
        "revenue": 950,
        "net_income": 60,
        "total_assets": 1960,
        "equity": 760,
    }
    roe = finance.dupont(found.statements)
    assert roe.vintage == "as_last_filed"
    assert roe.latest.return_on_equity == pytest.approx(120 / 820)
    # flows and balances were restated in one report: nothing to mark
    assert all(not s.caveats for s in found.statements.values())


def test_filed_first():
    found = restated().read(vintage="as_first_filed")
    assert figures(found, "2023-12-31") == {
        "revenue": 1000,
        "net_income": 100,
        "total_assets": 2000,
        "equity": 800,
    }
    roe = finance.dupont(found.statements)
    assert roe.latest.return_on_equity == pytest.approx(120 / 840)
    assert any("filed first" in note for note in roe.notes)
    assert said(found, "The first value is used", "1,000,000,000 → 950,000,000")


def test_one_filing_takes_both_balances_and_the_flows_from_the_years_own_report():
    found = restated().read(vintage="one_filing")
    years = {y.period_end.isoformat(): y for y in finance.dupont(found.statements).years}
    assert figures(found, "2023-12-31")["equity"] == 800
    # 2023 by the report for 2023: 100 on 700 and 800; 2024 by the report for 2024: 120 on 760 (restated) and 880
    assert years["2023-12-31"].return_on_equity == pytest.approx(100 / 750)
    assert years["2024-12-31"].return_on_equity == pytest.approx(120 / 820)
    assert years["2024-12-31"].inputs["total_assets_opening"] == 1960e6
    assert {f.origin.accession for f in found.statements["2024-12-31"].opening.values()} == {
        "0000000001-25-000002"
    }


def test_an_amendment_of_the_year_is_its_own_report():
    found = (
        restated()
        .filing(
            "2025-06-01",
            {REVENUE: {"2024-12-31": 1090}, PROFIT: {"2024-12-31": 110}},
            {
                ASSETS: {"2023-12-31": 1960, "2024-12-31": 2190},
                EQUITY: {"2023-12-31": 760, "2024-12-31": 870},
            },
            form="10-K/A",
        )
        .read(vintage="one_filing")
    )
    assert figures(found, "2024-12-31")["net_income"] == 110


def test_a_revenue_restated_after_the_balance_was_last_filed_is_marked():
    # the report for 2025 has three years of flows and two balance sheets: a business was sold, revenue of 2023 shrinks
    found = (
        restated()
        .filing(
            "2026-02-20",
            {
                REVENUE: {"2023-12-31": 700, "2024-12-31": 1100, "2025-12-31": 1200},
                PROFIT: {"2025-12-31": 130},
            },
            {
                ASSETS: {"2024-12-31": 2200, "2025-12-31": 2300},
                EQUITY: {"2024-12-31": 880, "2025-12-31": 950},
            },
        )
        .read()
    )
    year = finance.dupont(found.statements).years[1]
    assert any("Revenue was restated on 20 February 2026, but total assets" in note for note in year.notes)
    for vintage in ("as_first_filed", "one_filing"):
        other = restated().read(vintage=vintage)
        assert not any(c.kind == "vintages" for s in other.statements.values() for c in s.caveats)


def test_a_balance_restated_without_its_flows_is_marked():
    # a smaller company: the next report has one year of flows, and a new standard changed the opening balance
    found = (
        Filed()
        .filing(
            "2024-02-20",
            {REVENUE: {"2023-12-31": 1000}, PROFIT: {"2023-12-31": 100}},
            {
                ASSETS: {"2022-12-31": 1900, "2023-12-31": 2000},
                EQUITY: {"2022-12-31": 700, "2023-12-31": 800},
            },
        )
        .filing(
            "2025-02-20",
            {REVENUE: {"2024-12-31": 1100}, PROFIT: {"2024-12-31": 120}},
            {
                ASSETS: {"2023-12-31": 2300, "2024-12-31": 2400},
                EQUITY: {"2023-12-31": 800, "2024-12-31": 880},
            },
        )
        .read()
    )
    (caveat,) = found.statements["2023-12-31"].caveats
    assert (caveat.kind, caveat.line, caveat.other) == ("vintages", "total_assets", "revenue")


def test_a_restated_balance_that_later_reports_only_repeat_is_not_marked():
    # the equity of 2023, restated together with the flows, stands once more in the changes in equity of a later report
    found = (
        restated()
        .filing(
            "2027-02-20",
            {REVENUE: {"2026-12-31": 1300}, PROFIT: {"2026-12-31": 140}},
            {ASSETS: {"2026-12-31": 2400}, EQUITY: {"2023-12-31": 760, "2026-12-31": 1000}},
        )
        .read()
    )
    assert not found.statements["2023-12-31"].caveats
    # Apple's 10-K/A of January 2010 restates flows and balances of two years; equity is repeated until 2012
    apple = read(DATA / "companyfacts" / "CIK0000320193.json.gz")
    assert not any(c.kind == "vintages" for s in apple.statements.values() for c in s.caveats)


def test_a_report_without_its_opening_balance_says_that_another_one_was_used():
    found = (
        restated()
        .filing(
            "2026-02-20",
            {REVENUE: {"2025-12-31": 1200}, PROFIT: {"2025-12-31": 130}},
            {ASSETS: {"2025-12-31": 2300}, EQUITY: {"2025-12-31": 950}},
        )
        .read(vintage="one_filing")
    )
    last = finance.dupont(found.statements).years[-1]
    assert last.return_on_equity == pytest.approx(130 / 915)
    assert any("no opening balance" in note for note in last.notes)


FACTS = (
    "concept,period_end,value_usd,filed,accession\n"
    "Revenues,2023-12-31,1000,2024-02-20,A\nRevenues,2023-12-31,950,2025-02-20,B\n"
    "Assets,2023-12-31,2000,2024-02-20,A\n"
)


def test_a_table_of_filings_has_a_vintage_and_any_other_table_none():
    found = {v: read(FACTS.encode(), "facts.csv", vintage=v) for v in ("as_first_filed", "as_last_filed")}
    revenue = {v: one.statements["2023-12-31"].figures["revenue"].value for v, one in found.items()}
    assert revenue == {"as_first_filed": 1000, "as_last_filed": 950}
    assert {one.statements["2023-12-31"].vintage for one in found.values()} == set(found)
    by_filing = read(FACTS.encode(), "facts.csv", vintage="one_filing")
    assert by_filing.statements["2023-12-31"].vintage == "as_last_filed"
    assert said(by_filing, "one_filing needs SEC facts")
    plain = read(b"period_end,revenue\n2023-12-31,1000\n", "plain.csv", vintage="as_first_filed")
    assert plain.statements["2023-12-31"].vintage == ""
