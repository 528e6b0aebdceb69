"""The concepts of US-GAAP and IFRS filings, stitched to canonical lines in a declared order.

A company changes its concepts over the years (``SalesRevenueNet`` until 2017, contract revenue from 2018), so each line
names all of them; for each period the first that was filed is taken. Owners never mix: ``NetIncomeLoss`` and
``StockholdersEquity`` are the parent's, ``ProfitLoss`` and the equity "including portion attributable to noncontrolling
interest" belong to all owners. Names are those of the FASB and IFRS taxonomies.
"""

from __future__ import annotations

from functools import cache

ORDER: dict[str, tuple[str, ...]] = {
    "revenue": (
        "Revenues",
        "RevenueFromContractWithCustomerExcludingAssessedTax",
        "RevenueFromContractWithCustomerIncludingAssessedTax",
        "SalesRevenueNet",
        "RevenuesNetOfInterestExpense",
        "SalesRevenueGoodsNet",
        "SalesRevenueServicesNet",
        "RevenuesExcludingInterestAndDividends",
        "RegulatedAndUnregulatedOperatingRevenue",
        "HealthCareOrganizationRevenue",
        "RealEstateRevenueNet",
        "ElectricUtilityRevenue",
        "OilAndGasRevenue",
        "Revenue",
        "RevenueFromContractsWithCustomers",
        "RevenueFromSaleOfGoods",
    ),
    "cost_of_revenue": (
        "CostOfRevenue",
        "CostOfGoodsAndServicesSold",
        "CostOfGoodsSold",
        "CostOfServices",
        "CostOfGoodsSoldExcludingDepreciationDepletionAndAmortization",
        "CostOfGoodsAndServiceExcludingDepreciationDepletionAndAmortization",
        "CostOfSales",
    ),
    "gross_profit": ("GrossProfit",),
    "operating_expense": ("OperatingExpenses", "OperatingExpense"),
    "selling_expense": (
        "SellingAndMarketingExpense",
        "SellingExpense",
        "MarketingExpense",
        "DistributionCosts",
        "SalesAndMarketingExpense",
    ),
    "administrative_expense": ("GeneralAndAdministrativeExpense", "AdministrativeExpense"),
    "research_expense": (
        "ResearchAndDevelopmentExpense",
        "ResearchAndDevelopmentExpenseExcludingAcquiredInProcessCost",
        "ResearchAndDevelopmentExpenseSoftwareExcludingAcquiredInProcessCost",
    ),
    "operating_income": ("OperatingIncomeLoss", "ProfitLossFromOperatingActivities"),
    "interest_expense": (
        "InterestExpense",
        "InterestExpenseNonoperating",
        "InterestExpenseOperating",
        "InterestAndDebtExpense",
        "InterestExpenseDebt",
        "InterestExpenseBorrowings",
        "FinanceCosts",
    ),
    "interest_income": (
        "InvestmentIncomeInterest",
        "InterestIncomeOther",
        "InvestmentIncomeInterestAndDividend",
        "FinanceIncome",
    ),
    "income_before_tax": (
        "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest",
        "IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments",
        "IncomeLossFromContinuingOperationsBeforeIncomeTaxes",
        "IncomeLossIncludingPortionAttributableToNoncontrollingInterest",
        "ProfitLossBeforeTax",
    ),
    "income_tax": ("IncomeTaxExpenseBenefit", "IncomeTaxExpenseContinuingOperations"),
    "net_income": (
        "NetIncomeLoss",
        "ProfitLossAttributableToOwnersOfParent",
        "NetIncomeLossAvailableToCommonStockholdersBasic",
    ),
    "net_income_total": ("ProfitLoss",),
    "minority_income": (
        "NetIncomeLossAttributableToNoncontrollingInterest",
        "ProfitLossAttributableToNoncontrollingInterests",
    ),
    "preferred_dividends": ("PreferredStockDividendsIncomeStatementImpact", "DividendsPreferredStock"),
    "total_assets": ("Assets",),
    "total_liabilities": ("Liabilities",),
    "mezzanine_equity": (
        "TemporaryEquityCarryingAmountAttributableToParent",
        "TemporaryEquityCarryingAmountIncludingPortionAttributableToNoncontrollingInterests",
        "RedeemableNoncontrollingInterestEquityCarryingAmount",
    ),
    "equity": ("StockholdersEquity", "EquityAttributableToOwnersOfParent"),
    "equity_total": ("StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest", "Equity"),
    "minority_interest": ("MinorityInterest", "NoncontrollingInterests"),
    "cash": ("CashAndCashEquivalentsAtCarryingValue", "CashAndDueFromBanks", "CashAndCashEquivalents"),
    "short_term_investments": (
        "ShortTermInvestments",
        "MarketableSecuritiesCurrent",
        "AvailableForSaleSecuritiesDebtSecuritiesCurrent",
        "AvailableForSaleSecuritiesCurrent",
    ),
    "receivables": (
        "AccountsReceivableNetCurrent",
        "ReceivablesNetCurrent",
        "AccountsReceivableNet",
        "TradeAndOtherCurrentReceivables",
        "CurrentTradeReceivables",
    ),
    "inventory": ("InventoryNet", "Inventories"),
    "fixed_assets": (
        "PropertyPlantAndEquipmentNet",
        "PropertyPlantAndEquipmentAndFinanceLeaseRightOfUseAssetAfterAccumulatedDepreciationAndAmortization",
        "PropertyPlantAndEquipment",
    ),
    "intangible_assets": (
        "IntangibleAssetsNetExcludingGoodwill",
        "FiniteLivedIntangibleAssetsNet",
        "IntangibleAssetsOtherThanGoodwill",
    ),
    "goodwill": ("Goodwill",),
    "current_assets": ("AssetsCurrent", "CurrentAssets"),
    "current_liabilities": ("LiabilitiesCurrent", "CurrentLiabilities"),
    "payables": ("AccountsPayableCurrent", "AccountsPayableTradeCurrent", "TradeAndOtherCurrentPayables"),
    "short_term_debt": (
        "DebtCurrent",
        "ShortTermBorrowings",
        "CommercialPaper",
        "ShorttermBorrowings",
        "CurrentBorrowings",
    ),
    "long_term_debt": (
        "LongTermDebtNoncurrent",
        "LongTermDebtAndCapitalLeaseObligations",
        "LongtermBorrowings",
        "NoncurrentPortionOfNoncurrentBorrowings",
    ),
    "deferred_revenue": (
        "ContractWithCustomerLiabilityCurrent",
        "DeferredRevenueCurrent",
        "ContractWithCustomerLiability",
        "CurrentContractLiabilities",
    ),
    "depreciation": (
        "DepreciationDepletionAndAmortization",
        "DepreciationAndAmortization",
        "DepreciationAmortizationAndAccretionNet",
        "DepreciationAndAmortisationExpense",
    ),
    "operating_cash_flow": (
        "NetCashProvidedByUsedInOperatingActivities",
        "NetCashProvidedByUsedInOperatingActivitiesContinuingOperations",
        "CashFlowsFromUsedInOperatingActivities",
    ),
    "investing_cash_flow": (
        "NetCashProvidedByUsedInInvestingActivities",
        "NetCashProvidedByUsedInInvestingActivitiesContinuingOperations",
        "CashFlowsFromUsedInInvestingActivities",
    ),
    "financing_cash_flow": (
        "NetCashProvidedByUsedInFinancingActivities",
        "NetCashProvidedByUsedInFinancingActivitiesContinuingOperations",
        "CashFlowsFromUsedInFinancingActivities",
    ),
    "exchange_effect": (
        "EffectOfExchangeRateOnCashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents",
        "EffectOfExchangeRateOnCashAndCashEquivalents",
        "EffectOfExchangeRateChangesOnCashAndCashEquivalents",
    ),
    "capital_expenditure": (
        "PaymentsToAcquirePropertyPlantAndEquipment",
        "PaymentsToAcquireProductiveAssets",
        "PurchaseOfPropertyPlantAndEquipmentClassifiedAsInvestingActivities",
    ),
    "dividends": (
        "PaymentsOfDividends",
        "PaymentsOfDividendsCommonStock",
        "DividendsPaidClassifiedAsFinancingActivities",
    ),
    "buybacks": ("PaymentsForRepurchaseOfCommonStock", "PaymentsToAcquireOrRedeemEntitysShares"),
}

BANK_REVENUE = ("InterestIncomeExpenseNet", "NoninterestIncome")
"""A bank that tags no total: net interest income plus noninterest income, which is revenue net of interest expense."""

GROSS_BANK_REVENUE = ("InterestAndDividendIncomeOperating", "InterestExpense", "NoninterestIncome")
"""A bank that does not tag the net: interest income less interest expense, plus noninterest income."""

BALANCES = frozenset(
    [
        "total_assets",
        "total_liabilities",
        "mezzanine_equity",
        "equity",
        "equity_total",
        "minority_interest",
        "cash",
        "short_term_investments",
        "receivables",
        "inventory",
        "fixed_assets",
        "intangible_assets",
        "goodwill",
        "current_assets",
        "current_liabilities",
        "payables",
        "short_term_debt",
        "long_term_debt",
        "total_debt",
        "deferred_revenue",
    ]
)
"""Lines measured on a day; all others are measured over the year."""

YEAR_MARKERS = ("net_income", "net_income_total", "revenue", "income_tax", "operating_cash_flow")
"""Flows that every annual report has: their ends are the company's year ends."""


@cache
def _lines() -> dict[str, tuple[str, int]]:
    return {concept: (line, rank) for line, names in ORDER.items() for rank, concept in enumerate(names)}


def line_of(concept: str) -> tuple[str, int] | None:
    """The line and the place in its order of a concept, with or without its taxonomy (``us-gaap:Assets``)."""
    name = concept.split(":", 1)[-1].removeprefix("us-gaap_").removeprefix("ifrs-full_")
    # "Assets", "Revenue" or "Equity" alone are ordinary words: without their taxonomy only compound names count
    if name == concept and sum(letter.isupper() for letter in name) < 2:
        return None
    return _lines().get(name) if " " not in name else None
