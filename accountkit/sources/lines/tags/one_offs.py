"""What happens once: impairments, restructuring, disposals, settlements, changes of tax law."""

from __future__ import annotations

ONE_OFFS: dict[str, tuple[str, ...]] = {
    "goodwill_impairment": (
        "GoodwillImpairmentLoss",
        "GoodwillAndIntangibleAssetImpairment",
        "ImpairmentLossRecognisedInProfitOrLossGoodwill",
    ),
    "impairment": (
        "AssetImpairmentCharges",
        "ImpairmentOfLongLivedAssetsHeldForUse",
        "OtherAssetImpairmentCharges",
        "ImpairmentOfIntangibleAssetsExcludingGoodwill",
        "ImpairmentOfIntangibleAssetsIndefinitelivedExcludingGoodwill",
        "ImpairmentOfIntangibleAssetsFinitelived",
        "ImpairmentOfOilAndGasProperties",
        "ImpairmentOfRealEstate",
        "ImpairmentOfLongLivedAssetsToBeDisposedOf",
        "UtilitiesOperatingExpenseImpairments",
        "ImpairmentLossRecognisedInProfitOrLoss",
    ),
    "restructuring": (
        "RestructuringCharges",
        "RestructuringCosts",
        "RestructuringAndRelatedCostIncurredCost",
        "RestructuringSettlementAndImpairmentProvisions",
        "RestructuringCostsAndAssetImpairmentCharges",
        "ExpenseOfRestructuringActivities",
    ),
    "disposal_gains": (
        "GainLossOnSaleOfBusiness",
        "GainLossOnDispositionOfAssets1",
        "GainLossOnDispositionOfAssets",
        "DisposalGroupNotDiscontinuedOperationGainLossOnDisposal",
        "GainsLossesOnSalesOfAssets",
        "GainLossOnSaleOfPropertyPlantEquipment",
        "GainsLossesOnDisposalsOfNoncurrentAssets",
    ),
    "debt_extinguishment": ("GainsLossesOnExtinguishmentOfDebt",),
    "litigation_settlement": ("GainLossRelatedToLitigationSettlement",),
    "one_off_tax": (
        "TaxCutsAndJobsActOf2017IncompleteAccountingIncomeTaxExpenseBenefit",
        "EffectiveIncomeTaxRateReconciliationTaxCutsAndJobsActOf2017Amount",
        "TaxCutsAndJobsActOf2017IncompleteAccountingProvisionalIncomeTaxExpenseBenefit",
        "IncomeTaxReconciliationChangeInEnactedTaxRate",
        "DeferredTaxExpenseIncomeRelatingToTaxRateChangesOrImpositionOfNewTaxes",
    ),
}
