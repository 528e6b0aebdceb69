"""Identity before recency: of several values the one that its own filing's sums refute is refused, and that is said."""

from __future__ import annotations

import pytest

from accountkit import finance, sources
from accountkit.i18n import use_language
from tests.sources.filed import Filed, figures

LAST, BEFORE = "2023-12-31", "2022-12-31"


def notes(imported, end: str = LAST) -> str:
    return " ".join(imported.statements[end].notes).replace("\u202f", " ").replace("\xa0", " ")


def test_assets_that_are_not_liabilities_and_equity_give_way_to_those_that_are():
    # the amendment types 900 as 9,000; its own total of liabilities and equity is 900
    found = Filed().filing(
        "2024-02-20",
        {"Revenues": {LAST: 500}, "NetIncomeLoss": {LAST: 50}},
        {"Assets": {LAST: 900}, "LiabilitiesAndStockholdersEquity": {LAST: 900}},
    )
    found.filing(
        "2024-05-20",
        {"Revenues": {LAST: 510}},
        {"Assets": {LAST: 9000}, "LiabilitiesAndStockholdersEquity": {LAST: 900}},
        form="10-K/A",
    )
    imported = found.read()
    assert figures(imported, LAST)["total_assets"] == 900
    # what nothing refutes is still taken from the later filing
    assert figures(imported, LAST)["revenue"] == 510
    expected = (
        "Total assets of US$ 9 bn (Assets, 10-K/A of 20 May 2024) was refused, because total liabilities and equity are "
        "US$ 900 m. US$ 900 m (Assets, 10-K of 20 February 2024) is used."
    )
    assert expected in notes(imported)
    assert any("was refused" in warning for warning in imported.warnings)
    year = finance.dupont(imported.statements, basis="ending").years[-1]
    assert any("was refused" in note for note in year.notes)


def test_the_reason_is_said_in_chinese():
    with use_language("zh_CN"):
        found = Filed().filing(
            "2024-02-20",
            {"Revenues": {LAST: 500}},
            {"Assets": {LAST: 900}, "LiabilitiesAndStockholdersEquity": {LAST: 900}},
        )
        found.filing(
            "2024-05-20",
            {},
            {"Assets": {LAST: 9000}, "LiabilitiesAndStockholdersEquity": {LAST: 900}},
            form="10-K/A",
        )
        assert "未采用" in notes(found.read())


def test_equity_that_does_not_add_up_gives_way():
    # 300 + 600 = 900; the later filing repeats the year's equity as 30, without a restatement of anything else
    found = Filed().filing(
        "2023-02-20",
        {"Revenues": {BEFORE: 400}},
        {
            "Assets": {BEFORE: 900},
            "LiabilitiesAndStockholdersEquity": {BEFORE: 900},
            "Liabilities": {BEFORE: 600},
            "StockholdersEquity": {BEFORE: 300},
        },
    )
    found.filing(
        "2024-02-20",
        {"Revenues": {LAST: 500, BEFORE: 400}},
        {
            "Assets": {BEFORE: 900},
            "LiabilitiesAndStockholdersEquity": {BEFORE: 900},
            "Liabilities": {BEFORE: 600},
            "StockholdersEquity": {BEFORE: 30},
        },
    )
    imported = found.read()
    assert figures(imported, BEFORE)["equity"] == 300
    assert "liabilities and equity do not add up to US$ 900 m" in notes(imported, BEFORE)


def test_a_restatement_that_adds_up_is_taken():
    found = Filed()
    for filed, equity, liabilities in (("2023-02-20", 300, 600), ("2024-02-20", 280, 620)):
        found.filing(
            filed,
            {"Revenues": {BEFORE: 400}},
            {
                "Assets": {BEFORE: 900},
                "LiabilitiesAndStockholdersEquity": {BEFORE: 900},
                "Liabilities": {BEFORE: liabilities},
                "StockholdersEquity": {BEFORE: equity},
            },
        )
    imported = found.read()
    assert figures(imported, BEFORE)["equity"] == 280
    assert imported.statements[BEFORE].notes == ()


@pytest.mark.parametrize("total", ["SalesRevenueNet", "RevenueFromContractWithCustomerExcludingAssessedTax"])
def test_the_sales_of_a_segment_tagged_revenues_are_not_the_companys(total):
    # US sales of 320 tagged Revenues beside the company's 500
    found = Filed().filing(
        "2024-02-20",
        {"Revenues": {LAST: 320}, total: {LAST: 500}, "NetIncomeLoss": {LAST: 50}},
        {"Assets": {LAST: 900}},
    )
    imported = found.read()
    assert figures(imported, LAST)["revenue"] == 500
    assert f"{total} in the same filing is US$ 500 m" in notes(imported)


def test_contract_revenue_before_hedging_losses_refutes_no_total_that_adds_up():
    # an oil producer: 520 from contracts − 20 of derivative losses = 500 = 90 operating income + 410 costs
    found = Filed().filing(
        "2024-02-20",
        {
            "Revenues": {LAST: 500},
            "RevenueFromContractWithCustomerExcludingAssessedTax": {LAST: 520},
            "OperatingIncomeLoss": {LAST: 90},
            "CostsAndExpenses": {LAST: 410},
        },
        {"Assets": {LAST: 900}},
    )
    assert figures(found.read(), LAST)["revenue"] == 500


def test_of_the_tags_of_an_industry_the_one_that_holds_the_others_is_taken():
    # DTE Energy's form: UtilityRevenue beside electricity and gas
    parts = {"ElectricDomesticRegulatedRevenue": {LAST: 300}, "GasDomesticRegulatedRevenue": {LAST: 100}}
    found = Filed().filing("2024-02-20", {"UtilityRevenue": {LAST: 400}, **parts}, {"Assets": {LAST: 900}})
    assert figures(found.read(), LAST)["revenue"] == 400


def test_parts_that_are_tagged_without_their_total_give_the_sum_that_the_costs_prove():
    # electricity 300 and gas 100; operating income 80 + costs 320 = 400
    found = Filed().filing(
        "2024-02-20",
        {
            "ElectricDomesticRegulatedRevenue": {LAST: 300},
            "GasDomesticRegulatedRevenue": {LAST: 100},
            "OperatingIncomeLoss": {LAST: 80},
            "CostsAndExpenses": {LAST: 320},
        },
        {"Assets": {LAST: 900}},
    )
    imported = found.read()
    assert figures(imported, LAST)["revenue"] == 400
    origin = imported.statements[LAST].figures["revenue"].origin
    assert origin.note == "Sum of OperatingIncomeLoss + CostsAndExpenses, because the filing tags no total."


def test_a_name_that_is_often_a_part_counts_if_the_sums_prove_it():
    flows = {"SubscriptionRevenue": {LAST: 200}, "GrossProfit": {LAST: 150}, "CostOfRevenue": {LAST: 50}}
    flows["NetIncomeLoss"] = {LAST: 5}
    whole = Filed().filing("2024-02-20", flows, {"Assets": {LAST: 900}}).read()
    assert figures(whole, LAST)["revenue"] == 200
    alone = Filed().filing(
        "2024-02-20",
        {"SubscriptionRevenue": {LAST: 200}, "NetIncomeLoss": {LAST: 5}},
        {"Assets": {LAST: 900}},
    )
    assert "revenue" not in figures(alone.read(), LAST)


def test_pre_tax_income_of_which_only_the_parts_are_tagged_is_their_sum_and_says_so():
    prefix = "IncomeLossFromContinuingOperationsBeforeIncomeTaxes"
    found = Filed().filing(
        "2024-02-20",
        {f"{prefix}Domestic": {LAST: 70}, f"{prefix}Foreign": {LAST: 30}, "Revenues": {LAST: 500}},
        {"Assets": {LAST: 900}},
    )
    imported = found.read()
    assert figures(imported, LAST)["income_before_tax"] == 100
    assert (
        "because the filing tags no total"
        in imported.statements[LAST].figures["income_before_tax"].origin.note
    )


def test_parent_profit_that_is_not_total_less_minorities_gives_way():
    flows = {"ProfitLoss": {LAST: 100}, "NetIncomeLossAttributableToNoncontrollingInterest": {LAST: 10}}
    found = Filed().filing(
        "2024-02-20", {**flows, "NetIncomeLoss": {LAST: 90}, "Revenues": {LAST: 500}}, {"Assets": {LAST: 900}}
    )
    found.filing("2025-02-20", {**flows, "NetIncomeLoss": {LAST: 9}}, {})
    assert figures(found.read(), LAST)["net_income"] == 90


def test_a_tag_of_an_industry_that_holds_sales_taxes_gives_way_to_gross_profit_and_cost():
    # National Steel (CSN), 20-F for 2009, US$ m: 6,341 before sales taxes are tagged RegulatedOperatingRevenue;
    # gross profit of 1,764 and cost of products sold of 3,250 are those of the net operating revenues of 5,014
    found = Filed().filing(
        "2010-05-20",
        {
            "RegulatedOperatingRevenue": {LAST: 6341},
            "GrossProfit": {LAST: 1764},
            "CostOfGoodsSold": {LAST: 3250},
            "NetIncomeLoss": {LAST: 100},
        },
        {"Assets": {LAST: 900}},
    )
    imported = found.read()
    assert figures(imported, LAST)["revenue"] == 5014
    assert "gross profit and cost of revenue add up to US$ 5.014 bn" in notes(imported)


def test_a_table_of_facts_with_their_filings_is_read_by_the_same_rule():
    rows = ["entity,period_end,concept,value,currency,filed,accession"]
    for filed, accession, assets in (("2024-02-20", "A-1", 900), ("2024-05-20", "A-2", 9000)):
        for concept, value in (
            ("Assets", assets),
            ("LiabilitiesAndStockholdersEquity", 900),
            ("Revenues", 500),
        ):
            rows.append(f"X,{LAST},{concept},{value}000000,USD,{filed},{accession}")
    imported = sources.read("\n".join(rows).encode(), "facts.csv")
    assert figures(imported, LAST)["total_assets"] == 900
    assert "Total assets of US$ 9 bn (A-2) was refused" in notes(imported)
    assert imported.statements[LAST].figures["total_assets"].origin.accession == "A-1"


@pytest.mark.parametrize(
    ("operating", "revenue"),
    [
        (50, 450),  # 400 + 50 is the revenue after sales taxes
        (70, 500),  # 400 + 70 is neither: nothing is refused
        (100, 500),
    ],
)
def test_a_smaller_revenue_is_taken_only_if_costs_and_operating_income_prove_it(operating, revenue):
    flows = {"SalesRevenueNet": 500, "RegulatedOperatingRevenue": 450, "CostsAndExpenses": 400}
    found = Filed().filing(
        "2024-02-20",
        {concept: {LAST: value} for concept, value in {**flows, "OperatingIncomeLoss": operating}.items()},
        {"Assets": {LAST: 900}},
    )
    assert figures(found.read(), LAST)["revenue"] == revenue
