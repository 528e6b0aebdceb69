"""The panels by key, imported when first asked for: those of their own, and the generic ones of screens and methods."""

from __future__ import annotations

from importlib import import_module

from accountkit.errors import AccountkitError
from accountkit.i18n import _, enumerated
from accountkit.methods.registry import REGISTRY
from accountkit.methods.workspaces import tabs
from accountkit.panels import vue

PANELS: tuple[str, ...] = tuple(
    name.removesuffix(".vue") for name, place in vue.panels().items() if place.startswith("own/")
)
"""The panels of their own, for tabs that no definition alone could show: each is the `PANEL` of the module in `own` that has
the tab's key as its name.
"""


def panel_class(key: str) -> type:
    """The class of the panel `key`: a panel of its own, a screen of cards, or any registered method's card.

    Raises `AccountkitError` with what there is.
    """
    if key in PANELS:
        return import_module(f"accountkit.panels.own.{key}").PANEL
    if key in REGISTRY:
        return import_module("accountkit.panels.method").class_of(REGISTRY[key])
    if key in tabs():
        return import_module("accountkit.panels.workspace").class_for(key)
    raise AccountkitError(
        _("No panel is named “{key}”. Choose one of: {known}.").format(
            key=str(key)[:80], known=enumerated(dict.fromkeys((*tabs(), *REGISTRY)))
        )
    )
