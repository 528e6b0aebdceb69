"""What a part is called: the filing's own name, or the reader's word for a country and for members of the taxonomies."""

from __future__ import annotations

from accountkit.i18n import N_, _, territory

MEMBERS = {
    "Africa": N_("Africa"),
    "AllOther": N_("Other segments"),
    "AllOtherSegments": N_("Other segments"),
    "Americas": N_("Americas"),
    "AmericasSegment": N_("Americas"),
    "Asia": N_("Asia"),
    "AsiaPacific": N_("Asia Pacific"),
    "CountryOfDomicile": N_("Home country"),
    "EMEA": N_("Europe, Middle East and Africa"),
    "Europe": N_("Europe"),
    "EuropeSegment": N_("Europe"),
    "ForeignCountries": N_("Other countries"),
    "GreaterChinaSegment": N_("Greater China"),
    "JapanSegment": N_("Japan"),
    "LatinAmerica": N_("Latin America"),
    "MiddleEast": N_("Middle East"),
    "NonUs": N_("Outside the United States"),
    "NorthAmerica": N_("North America"),
    "OtherCountries": N_("Other countries"),
    "RestOfAsiaPacificSegment": N_("Rest of Asia Pacific"),
    "RestOfWorld": N_("Rest of the world"),
    "SouthAmerica": N_("South America"),
}
"""Members of srt, us-gaap and ifrs-full, and regions as many filers call them."""


def part_name(member: str, name: str) -> str:
    """The name in the reader's language where there is one (``US``, ``AsiaPacific``), else as the filing writes it."""
    if member in MEMBERS:
        return _(MEMBERS[member])
    return (territory(member) if len(member) == 2 else "") or name
