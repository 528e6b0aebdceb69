"""“Later filings differ” is said if a later filing says otherwise, and never of two concepts that stand in one filing."""

from __future__ import annotations

from accountkit.sources import read
from tests.sources.filed import Filed, M
from tests.sources.tables import said

BALANCES = {"Assets": {"2023-12-31": 900}, "StockholdersEquity": {"2023-12-31": 400}}
LATER = {"Assets": {"2024-12-31": 950}, "StockholdersEquity": {"2024-12-31": 430}}
CONTRACT = "RevenueFromContractWithCustomerExcludingAssessedTax"


def test_two_totals_in_every_filing_are_no_restatement():
    # a retailer: Revenues include membership income, contract revenue does not, in both filings alike
    found = (
        Filed()
        .filing(
            "2024-02-01",
            {
                "Revenues": {"2023-12-31": 105},
                CONTRACT: {"2023-12-31": 100},
                "NetIncomeLoss": {"2023-12-31": 9},
            },
            BALANCES,
        )
        .filing(
            "2025-02-01",
            {
                "Revenues": {"2023-12-31": 105, "2024-12-31": 110},
                CONTRACT: {"2023-12-31": 100, "2024-12-31": 104},
                "NetIncomeLoss": {"2023-12-31": 9, "2024-12-31": 10},
            },
            LATER,
        )
        .read()
    )
    revenue = found.statements["2023-12-31"].figures["revenue"]
    assert (revenue.value, revenue.origin.replaced) == (105 * M, ())
    assert not said(found, "Later filings differ")


def test_a_second_pretax_concept_of_the_later_filing_is_no_restatement():
    before = "IncomeLossFromContinuingOperationsBeforeIncomeTaxes"
    wide, narrow = (
        f"{before}ExtraordinaryItemsNoncontrollingInterest",
        f"{before}MinorityInterestAndIncomeLossFromEquityMethodInvestments",
    )
    flows = {"Revenues": {"2023-12-31": 100}, "NetIncomeLoss": {"2023-12-31": 9}}
    found = (
        Filed()
        .filing("2024-02-01", {**flows, narrow: {"2023-12-31": 12}}, BALANCES)
        .filing("2025-02-01", {**flows, narrow: {"2023-12-31": 12}, wide: {"2023-12-31": 14}}, LATER)
        .read()
    )
    assert not said(found, "Later filings differ")


def test_a_later_filing_that_says_otherwise_is_named_with_both_values():
    flows = {"Revenues": {"2023-12-31": 100}, "NetIncomeLoss": {"2023-12-31": 9}}
    found = (
        Filed()
        .filing("2024-02-01", flows, BALANCES)
        .filing("2025-02-01", {**flows, "Revenues": {"2023-12-31": 93}}, LATER)
        .read()
    )
    revenue = found.statements["2023-12-31"].figures["revenue"]
    assert [r.value for r in revenue.origin.replaced] == [100 * M]
    assert said(found, "Later filings differ", "31 December 2023", "100,000,000 → 93,000,000")


def test_a_value_that_one_filing_gives_twice_is_no_restatement():
    # one filing tags a rounded and an exact revenue for the same year
    filed = Filed().filing(
        "2024-02-01", {"Revenues": {"2023-12-31": 100}, "NetIncomeLoss": {"2023-12-31": 9}}, BALANCES
    )
    row = filed.facts["Revenues"]["units"]["USD"][0]
    filed.facts["Revenues"]["units"]["USD"].append({**row, "val": 93 * M})
    assert not said(filed.read(), "Later filings differ")


TABLE = "concept,period_end,value_usd,filed,accession\n"


def test_a_table_of_filings_names_only_what_another_filing_replaced():
    rows = "Revenues,2023-12-31,{},{},{}\nAssets,2023-12-31,9,2024-02-01,A\n"
    one = TABLE + rows.format(100, "2024-02-01", "A") + "Revenues,2023-12-31,93,2024-02-01,A\n"
    two = TABLE + rows.format(100, "2024-02-01", "A") + "Revenues,2023-12-31,93,2025-02-01,B\n"
    replaced = [
        read(text.encode(), "facts.csv").statements["2023-12-31"].figures["revenue"].origin.replaced
        for text in (one, two)
    ]
    assert [[old.value for old in each] for each in replaced] == [[], [100]]
