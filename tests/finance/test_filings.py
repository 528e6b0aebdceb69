"""Home Depot and Walmart by hand, from their 10-Ks of 2025 (tests/data/us_10k_facts.csv), USD million."""

from __future__ import annotations

import datetime as dt

import pytest

from accountkit import finance
from tests.finance.statements import DATA, by_end, statement

CONCEPTS = {
    "NetIncomeLoss": "net_income",
    "ProfitLoss": "net_income_total",
    "Assets": "total_assets",
    "StockholdersEquity": "equity",
    "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest": "equity_total",
    "OperatingIncomeLoss": "operating_income",
    "IncomeTaxExpenseBenefit": "income_tax",
    "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest": "income_before_tax",
    "InterestExpenseNonoperating": "interest_expense",
    "InventoryNet": "inventory",
    "CostOfRevenue": "cost_of_revenue",
    "ReceivablesNetCurrent": "receivables",
    "AccountsReceivableNetCurrent": "receivables",
    "PropertyPlantAndEquipmentNet": "fixed_assets",
    "Liabilities": "total_liabilities",
}
REVENUE = {"HD": "RevenueFromContractWithCustomerExcludingAssessedTax", "WMT": "Revenues"}


def filed(ticker: str) -> dict:
    years: dict[str, dict[str, float]] = {}
    for row in (DATA / "us_10k_facts.csv").read_text(encoding="utf-8").splitlines()[1:]:
        who, _filing, concept, end, value = row.split(",")
        line = "revenue" if concept == REVENUE[ticker] else CONCEPTS.get(concept)
        if who == ticker and line:
            years.setdefault(end, {})[line] = float(value)
    return by_end(*(statement(end, **lines) for end, lines in years.items()))


def test_walmart_in_five_factors():
    # year to January 2025: 19,436 / 26,309; 26,309 / 29,348; 29,348 / 680,985; 680,985 / 256,611; 256,611 / 87,437
    year = finance.dupont(filed("WMT"), steps=5).year(dt.date(2025, 1, 31))
    assert list(year.factors.values()) == pytest.approx(
        [0.738758, 0.896450, 0.0430964, 2.653764, 2.934810], rel=2e-6
    )
    assert year.return_on_equity == pytest.approx(19_436 / 87_437)


def test_walmart_for_all_owners_and_the_minority_factor():
    total = finance.dupont(filed("WMT"), owners="total").year(dt.date(2025, 1, 31))
    # 20,157 / ((90,349 + 97,421) / 2); 22.2286 % / 21.4699 %
    assert total.return_on_equity == pytest.approx(20_157 / 93_885)
    assert total.minority_factor == pytest.approx(0.222286 / 0.214699, rel=1e-5)


def test_home_depots_return_is_exact_and_distorted():
    # year to February 2025: 14,806 / ((1,044 + 6,640) / 2) = 385 %; equity opened at 1.4 % of assets
    year = finance.dupont(filed("HD"), steps=5).year(dt.date(2025, 2, 2))
    assert year.return_on_equity == pytest.approx(14_806 / 3_842)
    assert list(year.factors.values()) == pytest.approx(
        [0.762960, 0.901515, 0.134947, 1.847842, 22.46864], rel=5e-6
    )
    assert year.status == "distorted" and any("1.4" in note for note in year.notes)


def test_a_year_of_53_weeks_has_its_opening_balance():
    # Home Depot: 2024-01-28 to 2025-02-02 are 371 days
    assert finance.dupont(filed("HD")).year(dt.date(2025, 2, 2)).complete


def test_home_depot_never_enters_walmarts_medians_and_may_be_named():
    comparison = finance.compare(finance.dupont(filed("WMT")), {"HD": finance.dupont(filed("HD"))})
    assert comparison.n == 0 and comparison.medians is None
    gap = finance.gap(comparison, "HD")
    assert gap.delta == pytest.approx(19_436 / 87_437 - 14_806 / 3_842)
    assert any("thin" in note for note in gap.notes)


def test_filed_statements_pass_the_checks():
    # Walmart's lines hold together; Home Depot's too
    assert finance.checks(filed("HD")) == ()
    assert [w.code for w in finance.checks(filed("WMT"))] == []


def test_walmarts_rise_goes_down_to_its_lines():
    roe = finance.dupont(filed("WMT"), basis="ending")
    change = finance.attribution(roe, dt.date(2024, 1, 31), dt.date(2025, 1, 31))
    parts = {part.key: part for part in finance.detail(roe, change)}
    # gross margin 24.3753 % → 24.8510 %; inventory 8.4693 % → 8.2873 % of sales
    assert parts["gross"].before == pytest.approx(1 - 490_142 / 648_125)
    assert parts["gross"].after == pytest.approx(1 - 511_753 / 680_985)
    assert parts["inventory"].effect > 0, "less inventory per unit of sales lifts the return"
    assert sum(p.effect for p in parts.values()) == pytest.approx(
        change.delta - change.effects["equity_multiplier"]
    )
