"""The panels by key, imported when first asked for."""

from __future__ import annotations

from importlib import import_module

from accountkit.errors import AccountkitError
from accountkit.i18n import N_, _

PANELS: dict[str, str] = {
    "overview": "accountkit.panels.own.overview:Overview",
    "pest": "accountkit.panels.own.pest:Pest",
    "five_forces": "accountkit.panels.own.five_forces:FiveForces",
    "dupont_roe": "accountkit.panels.own.dupont_roe:DupontRoe",
    "problem_types": "accountkit.panels.own.problem_types:ProblemTypes",
    "motive_assessment": "accountkit.panels.own.motive_assessment:MotiveAssessment",
    "brief": "accountkit.panels.own.brief:BriefPanel",
}
TABS: dict[str, str] = {
    "overview": N_("Overview"),
    "pest": N_("Environment"),
    "five_forces": N_("Forces"),
    "dupont_roe": N_("Numbers"),
    "problem_types": N_("Problems"),
    "motive_assessment": N_("Motives"),
    "brief": N_("Brief"),
}


def panel_class(key: str) -> type:
    """The class of the panel `key`."""
    if key not in PANELS:
        raise AccountkitError(
            _("No panel is named “{key}”. Choose one of: {known}.").format(
                key=str(key)[:80], known=", ".join(PANELS)
            )
        )
    module, name = PANELS[key].split(":")
    return getattr(import_module(module), name)
