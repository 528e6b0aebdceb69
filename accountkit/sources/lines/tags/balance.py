"""Assets, liabilities and equity. Partners and members of a company that is no corporation hold its equity."""

from __future__ import annotations

BALANCE: dict[str, tuple[str, ...]] = {
    "total_assets": ("Assets",),
    "total_liabilities": ("Liabilities",),
    "liabilities_and_equity": (
        "LiabilitiesAndStockholdersEquity",
        "LiabilitiesAndPartnersCapital",
        "EquityAndLiabilities",
    ),
    "mezzanine_equity": (
        "TemporaryEquityCarryingAmountAttributableToParent",
        "TemporaryEquityCarryingAmountIncludingPortionAttributableToNoncontrollingInterests",
        "RedeemableNoncontrollingInterestEquityCarryingAmount",
        "TemporaryEquityCarryingAmount",
        "TemporaryEquityRedemptionValue",
        "RedeemableNoncontrollingInterestEquityCommonCarryingAmount",
        "RedeemableNoncontrollingInterestEquityPreferredCarryingAmount",
        "RedeemableNoncontrollingInterestEquityOtherCarryingAmount",
        "RedeemableNoncontrollingInterestEquityFairValue",
        "RedeemableNoncontrollingInterestEquityRedemptionValue",
        "TemporaryEquityAggregateAmountOfRedemptionRequirement",
        "RedeemableConvertiblePreferredStockCarryingAmount",
    ),
    "equity": (
        "StockholdersEquity",
        "EquityAttributableToOwnersOfParent",
        "PartnersCapital",
        "MembersEquity",
        "MembersCapital",
        "LimitedLiabilityCompanyLLCMembersEquity",
        "CommonStockholdersEquity",
        "AssetsNet",
    ),
    "equity_total": (
        "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest",
        "Equity",
        "PartnersCapitalIncludingPortionAttributableToNoncontrollingInterest",
        "LimitedLiabilityCompanyLlcMembersEquityIncludingPortionAttributableToNoncontrollingInterest",
    ),
    "minority_interest": (
        "MinorityInterest",
        "NoncontrollingInterests",
        "PartnersCapitalAttributableToNoncontrollingInterest",
        "MinorityInterestInOperatingPartnerships",
        "MinorityInterestInLimitedPartnerships",
    ),
    "cash": (
        "CashAndCashEquivalentsAtCarryingValue",
        "CashAndDueFromBanks",
        "CashAndCashEquivalents",
    ),
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
    "inventory": (
        "InventoryNet",
        "Inventories",
    ),
    "prepayments": ("PrepaidExpenseCurrent", "AdvancesToSuppliers", "CurrentPrepayments"),
    "fixed_assets": (
        "PropertyPlantAndEquipmentNet",
        "PropertyPlantAndEquipmentAndFinanceLeaseRightOfUseAssetAfterAccumulatedDepreciationAndAmortization",
        "PropertyPlantAndEquipment",
        "PublicUtilitiesPropertyPlantAndEquipmentNet",
        "OilAndGasPropertyFullCostMethodNet",
        "OilAndGasPropertySuccessfulEffortMethodNet",
    ),
    "intangible_assets": (
        "IntangibleAssetsNetExcludingGoodwill",
        "FiniteLivedIntangibleAssetsNet",
        "IntangibleAssetsOtherThanGoodwill",
    ),
    "goodwill": ("Goodwill",),
    "current_assets": (
        "AssetsCurrent",
        "CurrentAssets",
    ),
    "current_liabilities": (
        "LiabilitiesCurrent",
        "CurrentLiabilities",
    ),
    "payables": (
        "AccountsPayableCurrent",
        "AccountsPayableTradeCurrent",
        "TradeAndOtherCurrentPayables",
    ),
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
}
