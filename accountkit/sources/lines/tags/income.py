"""Costs, profits and taxes of the income statement."""

from __future__ import annotations

INCOME: dict[str, tuple[str, ...]] = {
    "cost_of_revenue": (
        "CostOfRevenue",
        "CostOfGoodsAndServicesSold",
        "CostOfGoodsSold",
        "CostOfServices",
        "CostOfGoodsSoldExcludingDepreciationDepletionAndAmortization",
        "CostOfGoodsAndServiceExcludingDepreciationDepletionAndAmortization",
        "CostOfSales",
        "ContractRevenueCost",
        "CostOfRealEstateRevenue",
        "RefiningAndMarketingCosts",
        "MineralExtractionProcessingAndMarketingCosts",
        "CostOfGoodsAndServicesEnergyCommoditiesAndServices",
    ),
    "gross_profit": ("GrossProfit",),
    "operating_expense": (
        "OperatingExpenses",
        "OperatingExpense",
    ),
    "selling_expense": (
        "SellingAndMarketingExpense",
        "SellingExpense",
        "MarketingExpense",
        "DistributionCosts",
        "SalesAndMarketingExpense",
    ),
    "administrative_expense": (
        "GeneralAndAdministrativeExpense",
        "AdministrativeExpense",
    ),
    "research_expense": (
        "ResearchAndDevelopmentExpense",
        "ResearchAndDevelopmentExpenseExcludingAcquiredInProcessCost",
        "ResearchAndDevelopmentExpenseSoftwareExcludingAcquiredInProcessCost",
    ),
    "total_costs": (
        "CostsAndExpenses",
        "BenefitsLossesAndExpenses",
        "UtilitiesOperatingExpense",
    ),
    "operating_income": (
        "OperatingIncomeLoss",
        "ProfitLossFromOperatingActivities",
    ),
    "interest_expense": (
        "InterestExpense",
        "InterestExpenseNonoperating",
        "InterestExpenseOperating",
        "InterestAndDebtExpense",
        "InterestExpenseDebt",
        "InterestExpenseBorrowings",
        "FinanceCosts",
        "InterestCostsIncurred",
    ),
    "interest_income": (
        "InvestmentIncomeInterest",
        "InterestIncomeOther",
        "InvestmentIncomeInterestAndDividend",
        "FinanceIncome",
    ),
    "associates_income": (
        "IncomeLossFromEquityMethodInvestments",
        "ShareOfProfitLossOfAssociatesAndJointVenturesAccountedForUsingEquityMethod",
    ),
    "income_before_tax": (
        "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest",
        "IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments",
        "IncomeLossFromContinuingOperationsBeforeIncomeTaxes",
        "IncomeLossIncludingPortionAttributableToNoncontrollingInterest",
        "ProfitLossBeforeTax",
    ),
    "income_tax": (
        "IncomeTaxExpenseBenefit",
        "IncomeTaxExpenseContinuingOperations",
    ),
    "continuing_income": (
        "IncomeLossFromContinuingOperationsIncludingPortionAttributableToNoncontrollingInterest",
        "ProfitLossFromContinuingOperations",
    ),
    "discontinued_income": (
        "IncomeLossFromDiscontinuedOperationsNetOfTax",
        "IncomeLossFromDiscontinuedOperationsNetOfTaxAttributableToReportingEntity",
        "ProfitLossFromDiscontinuedOperations",
    ),
    "net_income": (
        "NetIncomeLoss",
        "ProfitLossAttributableToOwnersOfParent",
    ),
    "net_income_total": ("ProfitLoss",),
    "minority_income": (
        "NetIncomeLossAttributableToNoncontrollingInterest",
        "ProfitLossAttributableToNoncontrollingInterests",
    ),
    "net_income_common": (
        "NetIncomeLossAvailableToCommonStockholdersBasic",
        "NetIncomeLossAvailableToCommonStockholdersDiluted",
        "ProfitLossAttributableToOrdinaryEquityHoldersOfParentEntity",
    ),
    "preferred_dividends": (
        "PreferredStockDividendsIncomeStatementImpact",
        "DividendsPreferredStock",
        "PreferredStockDividends",
        "PreferredStockDividendsAndOtherAdjustments",
        "DividendsPreferredStockCash",
    ),
    "depreciation": (
        "DepreciationDepletionAndAmortization",
        "DepreciationAndAmortization",
        "DepreciationAmortizationAndAccretionNet",
        "DepreciationAndAmortisationExpense",
    ),
}
