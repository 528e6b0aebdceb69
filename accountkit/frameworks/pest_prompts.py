"""What typically moves a business from outside: the prompts of PEST, by dimension (seeds 004/5 and 004/8).

A factor that was begun from a prompt stores the prompt's key; whatever else stands in `Finding.factor` is free text.
"""

from __future__ import annotations

from accountkit.i18n import N_, _

DIMENSIONS = ("political", "economic", "social", "technological")

PROMPTS: dict[str, dict[str, str]] = {
    "political": {
        "industrial_plan": N_("industrial plans and support lists"),
        "tax_subsidy": N_("tax, subsidy and rebate"),
        "licence_access": N_("licences and market access"),
        "data_law": N_("data, privacy and cyber-security law"),
        "carbon_duty": N_("environmental and carbon duty"),
        "localisation": N_("procurement and localisation rules"),
        "labour_law": N_("labour law and social insurance"),
        "trade_policy": N_("trade policy, tariffs, sanctions"),
        "inspection": N_("inspection campaigns and compliance deadlines"),
        "public_budget": N_("government budget and investment"),
    },
    "economic": {
        "sector_cycle": N_("sector growth or decline"),
        "customers_investment": N_("customers' investment cycle"),
        "interest_credit": N_("interest rate and credit"),
        "exchange_rate": N_("exchange rate and export orders"),
        "input_prices": N_("input and energy prices"),
        "wages": N_("wages"),
        "financing_climate": N_("financing climate"),
        "regional_growth": N_("regional growth and relocation"),
        "household_income": N_("household income and confidence"),
        "payment_terms": N_("payment terms and bad debt in the chain"),
    },
    "social": {
        "ageing_births": N_("ageing and births"),
        "migration": N_("migration and urbanisation"),
        "online_generation": N_("habits of the online generation"),
        "younger_buyers": N_("younger decision makers at buyers"),
        "skill_supply": N_("skill supply and attitude to work"),
        "health_safety": N_("health and safety expectation"),
        "culture_religion": N_("culture and religion"),
        "public_opinion": N_("public opinion and reputation risk"),
        "green_buying": N_("green and responsible buying"),
    },
    "technological": {
        "computing_cost": N_("cost curve of computing and chips"),
        "automation": N_("AI and automation"),
        "new_materials": N_("new materials and processes"),
        "removing_substitute": N_("substitutes that remove a market"),
        "interoperability": N_("standards and interoperability"),
        "digital_channels": N_("platforms and digital channels"),
        "green_technology": N_("environmental technology"),
        "patents": N_("patents granted or expiring"),
        "security_threats": N_("security threats"),
        "product_life": N_("shorter product life"),
    },
}

IMPACT = (
    N_("lost in normal variation"),
    N_("decides whether a business line grows, stops or must be rebuilt"),
)
LIKELIHOOD = (N_("talk only"), N_("in force or already visible in figures"))
"""What 1 and 5 mean for the two ratings; 3 is in between or mixed."""


def factor_name(factor: str) -> str:
    """The name of a factor: the prompt's in the reader's language, or the free text itself."""
    for prompts in PROMPTS.values():
        if factor in prompts:
            return _(prompts[factor])
    return factor
