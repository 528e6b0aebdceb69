"""The concepts of filings by line: what a utility, a miner or a partnership calls its total."""

from __future__ import annotations

from collections import Counter

import pytest

from accountkit.sources.lines.concepts import ORDER, line_of
from accountkit.sources.lines.recognition import recognised
from tests.sources.test_companyfacts import fact, imported, year

END = "2010-12-31"


def test_a_concept_belongs_to_one_line():
    counted = Counter(concept for names in ORDER.values() for concept in names)
    assert [concept for concept, times in counted.items() if times > 1] == []


# Tags of the income statements of the recorded quarter (tests/data/fsds/2010q2.zip) whose filers had no revenue before:
# DTE Energy, Edison Mission Energy, Southern California Edison, Wisconsin Energy, Valero, Smith International, ENSCO,
# Newmont, Arch Coal, Foster Wheeler, DaVita, GulfMark; and of later taxonomies
@pytest.mark.parametrize(
    "tag",
    [
        "UtilityRevenue",
        "ElectricalGenerationRevenue",
        "ElectricDomesticRegulatedRevenue",
        "SalesRevenueEnergyServices",
        "RefiningAndMarketingRevenue",
        "OilAndGasSalesRevenue",
        "RevenueOilAndGasServices",
        "RevenueMineralSales",
        "CoalProductsAndServicesRevenue",
        "ContractsRevenue",
        "HealthCareOrganizationPatientServiceRevenue",
        "MarineServicesRevenue",
        "GasGatheringTransportationMarketingAndProcessingRevenue",
        "HomeBuildingRevenue",
        "CargoAndFreightRevenue",
    ],
)
def test_the_revenue_of_an_industry_is_revenue(tag):
    assert line_of(f"us-gaap:{tag}")[0] == "revenue"
    found = imported(**{tag: [year(END, 500.0)], "Assets": [fact(END, 900.0)]})
    assert found.statements[END].figures["revenue"].value == 500


def test_the_capital_of_partners_and_members_is_equity():
    for tag in ("PartnersCapital", "MembersEquity"):
        found = imported(**{tag: [fact(END, 300.0)], "NetIncomeLoss": [year(END, 30.0)]})
        assert found.statements[END].figures["equity"].value == 300
    tag = "PartnersCapitalIncludingPortionAttributableToNoncontrollingInterest"
    assert line_of(tag)[0] == "equity_total"


@pytest.mark.parametrize(
    ("label", "line"),
    [
        ("Net income available to common stockholders", "net_income_common"),
        ("Net income attributable to Citigroup common shareholders", "net_income_common"),
        ("Net income attributable to Citigroup", "net_income"),
        ("Income (loss) from discontinued operations, net of tax", "discontinued_income"),
        ("终止经营净利润", "discontinued_income"),
        ("Goodwill impairment", "goodwill_impairment"),
        ("Total liabilities and stockholders' equity", "liabilities_and_equity"),
        ("负债和所有者权益总计", "liabilities_and_equity"),
        ("Net interest income", "net_interest_income"),
        ("吸收存款", "deposits"),
        ("已赚保费", "premiums_earned"),
        ("Investment properties", "investment_property"),
    ],
)
def test_lines_that_few_statements_have_are_known_by_name(label, line):
    assert recognised(label).line == line


def test_profit_after_preferred_dividends_is_a_line_of_its_own_in_filings():
    found = imported(
        NetIncomeLossAvailableToCommonStockholdersBasic=[year(END, 83.0)], Assets=[fact(END, 900.0)]
    )
    assert set(found.statements[END].figures) == {"net_income_common", "total_assets"}
