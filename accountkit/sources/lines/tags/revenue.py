"""Revenue: the tags that name the total, those that name it in one industry, and those that are often a part of it.

A total is taken as it is, unless the filing's own sums refute it. Of the tags of an industry the largest is taken (a
utility tags ``UtilityRevenue`` and its electricity and gas beside it). A part counts only if the filing's sums prove it to
be the whole. The list was made from every income statement of a quarter of the SEC's data sets (2010q2: 53 of 515
filings had no revenue that was known) and from the FASB taxonomies of 2009 to 2024 and the IFRS taxonomy.
"""

from __future__ import annotations

TOTALS = (
    "Revenues",
    "RevenueFromContractWithCustomerExcludingAssessedTax",
    "RevenueFromContractWithCustomerIncludingAssessedTax",
    "SalesRevenueNet",
    "RevenuesNetOfInterestExpense",
    "Revenue",
    "RevenueFromContractsWithCustomers",
    "RevenueAndOperatingIncome",
    "RevenuesExcludingInterestAndDividends",
)

INDUSTRY = (
    # utilities, the whole before electricity, gas and water
    "RegulatedAndUnregulatedOperatingRevenue",
    "UtilityRevenue",
    "RegulatedOperatingRevenue",
    "UnregulatedOperatingRevenue",
    "ElectricUtilityRevenue",
    "ElectricDomesticRegulatedRevenue",
    "ElectricWorldwideUnregulatedRevenue",
    "ElectricalGenerationRevenue",
    "ElectricalTransmissionAndDistributionRevenue",
    "ElectricalDistributionRevenue",
    "GasDomesticRegulatedRevenue",
    "RegulatedOperatingRevenueElectricNonNuclear",
    "RegulatedOperatingRevenueGas",
    "RegulatedOperatingRevenueWater",
    "UnregulatedOperatingRevenueElectric",
    "CompetitiveEnergyRevenue",
    "SalesRevenueEnergyServices",
    "SalesRevenueFromEnergyCommoditiesAndServices",
    # oil, gas, refining and the services to them
    "OilAndGasRevenue",
    "OilAndGasSalesRevenue",
    "RefiningAndMarketingRevenue",
    "RevenueOilAndGasServices",
    "GasGatheringTransportationMarketingAndProcessingRevenue",
    "NaturalGasMidstreamRevenue",
    "NaturalGasProductionRevenue",
    "OilAndCondensateRevenue",
    # mining and coal
    "RevenueMineralSales",
    "CoalProductsAndServicesRevenue",
    "GoldProductsAndServicesRevenue",
    # contractors and builders
    "ContractsRevenue",
    "HomeBuildingRevenue",
    # health care
    "HealthCareOrganizationRevenue",
    "HealthCareOrganizationRevenueNetOfPatientServiceRevenueProvisions",
    "HealthCareOrganizationPatientServiceRevenueLessProvisionForBadDebts",
    "HealthCareOrganizationPatientServiceRevenue",
    "HealthCareOrganizationResidentServiceRevenue",
    # real estate and hotels
    "RealEstateRevenueNet",
    "RevenueFromLeasedAndOwnedHotels",
    # transport
    "CargoAndFreightRevenue",
    "MarineServicesRevenue",
    # technology and services
    "TechnologyServicesRevenue",
    "InsuranceServicesRevenue",
    "FinancialServicesRevenue",
    # goods or services, each of which may be all that a company sells
    "SalesRevenueGoodsNet",
    "SalesRevenueServicesNet",
    "RevenueFromSaleOfGoods",
    "RevenueFromRenderingOfServices",
    "SalesRevenueGoodsGross",
    "SalesRevenueServicesGross",
)

PARTS = (
    "OperatingLeaseLeaseIncome",
    "OperatingLeasesIncomeStatementLeaseRevenue",
    "PassengerRevenue",
    "AdvertisingRevenue",
    "AdmissionsRevenue",
    "CasinoRevenue",
    "FoodAndBeverageRevenue",
    "OccupancyRevenue",
    "TimeShareRevenue",
    "SalesOfRealEstate",
    "LandSales",
    "FranchiseRevenue",
    "RoyaltyRevenue",
    "LicensesRevenue",
    "LicenseAndServicesRevenue",
    "LicenseAndMaintenanceRevenue",
    "MaintenanceRevenue",
    "SubscriptionRevenue",
    "ManagementFeesRevenue",
    "BrokerageCommissionsRevenue",
    "InvestmentBankingRevenue",
    "RevenueOtherFinancialServices",
    "HealthCareOrganizationPremiumRevenue",
    "RevenueFromPurchasedOilAndGas",
    "NaturalGasStorageRevenue",
    "FractionationRevenue",
    "RevenueSteamProductsAndServices",
    "OtherSalesRevenueNet",
)
"""Names that one company uses for everything and another for a corner of its business."""

NET_OF_TAXES = frozenset(TOTALS[:2] + TOTALS[3:4] + INDUSTRY) - {
    "SalesRevenueGoodsGross",
    "SalesRevenueServicesGross",
}
"""Revenue without sales taxes and before interest is taken off: of these none can be larger than the total."""
