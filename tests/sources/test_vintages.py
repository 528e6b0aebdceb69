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
    plain = read(b"period_end,revenue\n2023-12-31,1000\n", "plain.csv", vintage="as_first_filed")
    assert plain.statements["2023-12-31"].vintage == ""


def test_a_table_without_filings_says_that_the_vintage_changes_nothing():
    plain = b"period_end,revenue\n2023-12-31,1000\n"
    for vintage in ("as_first_filed", "one_filing"):
        found = read(plain, "plain.csv", vintage=vintage)
        assert said(found, f"does not say when its figures were filed, so {vintage} changes nothing")
    assert not said(read(plain, "plain.csv"), "filed")


def facts_of(rows) -> bytes:
    head = "concept,period_end,value_usd,filed,accession\n"
    return (head + "".join(",".join(map(str, row)) + "\n" for row in rows)).encode()


def table_of_filings() -> bytes:
    """The two reports of `restated` as a table of facts."""
    a, b = ("2024-02-20", "A"), ("2025-02-20", "B")
    years = {
        REVENUE: (
            ("2022-12-31", 900, a),
            ("2023-12-31", 1000, a),
            ("2023-12-31", 950, b),
            ("2024-12-31", 1100, b),
        ),
        PROFIT: (
            ("2022-12-31", 80, a),
            ("2023-12-31", 100, a),
            ("2023-12-31", 60, b),
            ("2024-12-31", 120, b),
        ),
        ASSETS: (
            ("2022-12-31", 1800, a),
            ("2023-12-31", 2000, a),
            ("2023-12-31", 1960, b),
            ("2024-12-31", 2200, b),
        ),
        EQUITY: (
            ("2022-12-31", 700, a),
            ("2023-12-31", 800, a),
            ("2023-12-31", 760, b),
            ("2024-12-31", 880, b),
        ),
    }
    return facts_of(
        (concept, end, value, *report) for concept, rows in years.items() for end, value, report in rows
    )


def test_a_table_that_names_its_filings_gives_each_year_from_its_own_report():
    by_table = read(table_of_filings(), "facts.csv", vintage="one_filing")
    by_facts = restated().read(vintage="one_filing")
    roe = {key: finance.dupont(found.statements) for key, found in (("table", by_table), ("facts", by_facts))}
    assert roe["table"].vintage == "one_filing"
    # 2023 as its own report has it: 100 / ((700 + 800) / 2); 2024 opens with the restated 760: 120 / 820
    returns = {
        key: {year.period_end.year: year.return_on_equity for year in one.years if year.return_on_equity}
        for key, one in roe.items()
    }
    assert returns["table"] == pytest.approx({2023: 100 / 750, 2024: 120 / 820})
    assert {year: returns["facts"][year] for year in (2023, 2024)} == pytest.approx(returns["table"])


def test_a_table_whose_report_has_no_opening_balance_says_that_another_one_was_used():
    a, b = ("2024-02-20", "A"), ("2025-02-20", "B")
    rows = [
        (REVENUE, "2023-12-31", 1000, *a), (PROFIT, "2023-12-31", 100, *a),
        (ASSETS, "2023-12-31", 2000, *a), (EQUITY, "2023-12-31", 800, *a),
        (REVENUE, "2024-12-31", 1100, *b), (PROFIT, "2024-12-31", 120, *b),
        (ASSETS, "2024-12-31", 2200, *b), (EQUITY, "2024-12-31", 880, *b),
    ]  # fmt: skip
    last = finance.dupont(read(facts_of(rows), "facts.csv", vintage="one_filing").statements).years[-1]
    assert last.return_on_equity == pytest.approx(120 / 840)
    assert any("no opening balance" in note for note in last.notes)
