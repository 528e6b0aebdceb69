"""The lines of banks, insurers and owners of real estate."""

from __future__ import annotations

FINANCIAL: dict[str, tuple[str, ...]] = {
    "net_interest_income": (
        "InterestIncomeExpenseNet",
        "InterestRevenueExpense",
    ),
    "noninterest_income": ("NoninterestIncome",),
    "credit_losses": (
        "ProvisionForLoanLeaseAndOtherLosses",
        "ProvisionForLoanAndLeaseLosses",
        "ProvisionForLoanLossesExpensed",
        "FinancingReceivableCreditLossExpenseReversal",
        "ProvisionForCreditLosses",
    ),
    "premiums_earned": (
        "PremiumsEarnedNet",
        "PremiumsEarnedNetPropertyAndCasualty",
        "PremiumsEarnedNetAccidentAndHealth",
        "PremiumsEarnedNetLife",
        "PremiumsEarnedNetFeesAndCommissions",
        "HealthCareOrganizationPremiumRevenue",
        "InsuranceRevenue",
    ),
    "claims": (
        "PolicyholderBenefitsAndClaimsIncurredNet",
        "PolicyholderBenefitsAndClaimsIncurredHealthCare",
        "IncurredClaimsPropertyCasualtyAndLiability",
    ),
    "rental_income": (
        "OperatingLeaseLeaseIncome",
        "OperatingLeasesIncomeStatementLeaseRevenue",
        "OperatingLeaseLeaseIncomeLeasePayments",
        "RentalIncomeFromInvestmentProperty",
    ),
    "loans": (
        "LoansAndLeasesReceivableNetReportedAmount",
        "FinancingReceivableExcludingAccruedInterestAfterAllowanceForCreditLoss",
        "LoansAndLeasesReceivableNetOfDeferredIncome",
        "LoansReceivableNet",
        "LoansAndAdvancesToCustomers",
    ),
    "deposits": (
        "Deposits",
        "DepositsFromCustomers",
        "InterestBearingDepositLiabilities",
    ),
    "investment_property": (
        "RealEstateInvestmentPropertyNet",
        "RealEstateInvestments",
        "InvestmentProperty",
    ),
}
