"""What typically moves a business from outside: the prompts of PEST, by dimension (seeds 004/5 and 004/8).

A factor that was begun from a prompt stores the prompt's key; whatever else stands in `Finding.factor` is free text.
"""

from __future__ import annotations

from collections.abc import Iterable

from accountkit.i18n import N_, _

DIMENSIONS = ("political", "economic", "social", "technological")

PROMPTS: dict[str, dict[str, str]] = {
    "political": {
        "industrial_plan": N_("Industrial plans and funding lists"),
        "tax_subsidy": N_("Taxes, subsidies and rebates"),
        "licence_access": N_("Licences and market access"),
        "data_law": N_("Data, privacy and cyber-security law"),
        "carbon_duty": N_("Environmental and carbon rules"),
        "localisation": N_("Procurement and localisation rules"),
        "labour_law": N_("Labour law and social insurance"),
        "trade_policy": N_("Trade policy, tariffs, sanctions"),
        "inspection": N_("Inspections and compliance deadlines"),
        "public_budget": N_("Government budget and investment"),
    },
    "economic": {
        "sector_cycle": N_("Sector growth or decline"),
        "customers_investment": N_("Customers' investment cycle"),
        "interest_credit": N_("Interest rates and credit"),
        "exchange_rate": N_("Exchange rates and export orders"),
        "input_prices": N_("Input and energy prices"),
        "wages": N_("Wages"),
        "financing_climate": N_("Financing conditions"),
        "regional_growth": N_("Regional growth and relocation"),
        "household_income": N_("Household income and confidence"),
        "payment_terms": N_("Payment terms and bad debts"),
    },
    "social": {
        "ageing_births": N_("Ageing and births"),
        "migration": N_("Migration and urbanisation"),
        "online_generation": N_("Habits of the online generation"),
        "younger_buyers": N_("Younger decision makers at buyers"),
        "skill_supply": N_("Skill supply and attitudes to work"),
        "health_safety": N_("Health and safety expectations"),
        "culture_religion": N_("Culture and religion"),
        "public_opinion": N_("Public opinion and reputation"),
        "green_buying": N_("Green and responsible buying"),
    },
    "technological": {
        "computing_cost": N_("Cost of computing and chips"),
        "automation": N_("AI and automation"),
        "new_materials": N_("New materials and processes"),
        "removing_substitute": N_("Substitute technologies"),
        "interoperability": N_("Standards and interoperability"),
        "digital_channels": N_("Platforms and digital channels"),
        "green_technology": N_("Environmental technology"),
        "patents": N_("Patents granted or expiring"),
        "security_threats": N_("Security threats"),
        "product_life": N_("Shorter product life cycles"),
    },
}

IMPACT = (
    N_("within normal variation"),
    N_("decides the future of a business line"),
)
LIKELIHOOD = (N_("rumour"), N_("in force, or visible in figures"))
"""What 1 and 5 mean for the two ratings; 3 is in between or mixed."""


def unexplored(begun: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The prompts of each dimension that no factor was begun from."""
    known = set(begun)
    return {at: tuple(key for key in prompts if key not in known) for at, prompts in PROMPTS.items()}


def factor_name(factor: str) -> str:
    """The name of a factor: the prompt's in the reader's language, or the free text itself."""
    for prompts in PROMPTS.values():
        if factor in prompts:
            return _(prompts[factor])
    return factor
