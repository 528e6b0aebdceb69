"""What levers and questions are called where the business lends, insures or lets: they have no inventory and no price list."""

from __future__ import annotations

from accountkit.finance.statements.business import Kind
from accountkit.i18n import N_

LEVERS: dict[Kind, dict[str, str]] = {
    "bank": {
        "net_margin": N_(
            "Most actionable lever: net margin (margin on loans and deposits, fees, credit losses, operating expenses)."
        ),
        "operating_margin": N_(
            "Most actionable lever: operating margin (margin on loans and deposits, fees, credit losses, operating expenses)."
        ),
        "asset_turnover": N_(
            "Most actionable lever: income on assets (loan volume, fee business, idle liquidity)."
        ),
    },
    "insurer": {
        "net_margin": N_("Most actionable lever: net margin (premium rates, claims, operating expenses)."),
        "operating_margin": N_(
            "Most actionable lever: operating margin (premium rates, claims, operating expenses)."
        ),
        "asset_turnover": N_(
            "Most actionable lever: income on assets (premium volume, return on investments)."
        ),
    },
    "real_estate": {
        "net_margin": N_("Most actionable lever: net margin (rents, occupancy, property expenses)."),
        "operating_margin": N_(
            "Most actionable lever: operating margin (rents, occupancy, property expenses)."
        ),
        "asset_turnover": N_(
            "Most actionable lever: income on assets (vacant space, properties that earn little)."
        ),
    },
}

_BANK_ASSETS = N_("Which assets grew faster than income: loans, securities or liquidity?")
_BANK_MARGIN = N_(
    "What weighed most in {year}: the margin on loans and deposits, credit losses or operating expenses?"
)
_INSURER_ASSETS = N_(
    "Which investments earn less than a year ago, and which lines grew slower than their capital?"
)
_INSURER_MARGIN = N_("What weighed most in {year}: premium rates, claims or operating expenses?")
_PROPERTY_ASSETS = N_("Which properties earn less than a year ago, and how much space is vacant?")
_PROPERTY_MARGIN = N_("What weighed most in {year}: rents, occupancy or property expenses?")
_OF_MARGIN = ("gross", "operating_expense", "operating_cost", "net_margin")
_OF_ASSETS = (
    "receivables",
    "inventory",
    "fixed_assets",
    "loans",
    "investment_property",
    "other_assets",
    "asset_turnover",
)


def _questions(margin: str, assets: str) -> dict[str, str]:
    return {**dict.fromkeys(_OF_MARGIN, margin), **dict.fromkeys(_OF_ASSETS, assets)}


QUESTIONS: dict[Kind, dict[str, str]] = {
    "bank": _questions(_BANK_MARGIN, _BANK_ASSETS),
    "insurer": _questions(_INSURER_MARGIN, _INSURER_ASSETS),
    "real_estate": _questions(_PROPERTY_MARGIN, _PROPERTY_ASSETS),
}
