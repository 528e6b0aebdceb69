"""The panels by key, imported when first asked for: those of their own, and the generic ones of screens and methods."""

from __future__ import annotations

from importlib import import_module

from accountkit.errors import AccountkitError
from accountkit.i18n import _, enumerated
from accountkit.methods.registry import REGISTRY
from accountkit.methods.workspaces import tabs

PANELS: dict[str, str] = {
    "overview": "accountkit.panels.own.overview:Overview",
    "pest": "accountkit.panels.own.pest:Pest",
    "five_forces": "accountkit.panels.own.five_forces:FiveForces",
    "dupont_roe": "accountkit.panels.own.dupont_roe:DupontRoe",
    "problem_types": "accountkit.panels.own.problem_types:ProblemTypes",
    "motive_assessment": "accountkit.panels.own.motive_assessment:MotiveAssessment",
    "brief": "accountkit.panels.own.brief:BriefPanel",
}
"""The panels of their own: the tabs that no definition alone could show."""


def panel_class(key: str) -> type:
    """The class of the panel `key`: a panel of its own, a screen of cards, or any registered method's card.

    Raises `AccountkitError` with what there is.
    """
    if key in PANELS:
        module, name = PANELS[key].split(":")
        return getattr(import_module(module), name)
    if key in REGISTRY:
        return import_module("accountkit.panels.method").class_of(REGISTRY[key])
    if key in tabs():
        return import_module("accountkit.panels.workspace").class_for(key)
    raise AccountkitError(
        _("No panel is named “{key}”. Choose one of: {known}.").format(
            key=str(key)[:80], known=enumerated(dict.fromkeys((*PANELS, *tabs(), *REGISTRY)))
        )
    )
