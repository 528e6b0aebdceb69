"""The whole workbook: an overview and one tab per analysis, each built when it is first opened."""

from __future__ import annotations

import os
from typing import Any, Literal

import traitlets
from ipywidgets import widget_serialization

from accountkit.i18n import _
from accountkit.methods.registry import REGISTRY
from accountkit.methods.workspaces import apart, screen_of_tab, tabs
from accountkit.panels.events import Event, Path
from accountkit.panels.panel import Panel
from accountkit.panels.registry import PANELS, panel_class
from accountkit.panels.session import Session
from accountkit.panels.workspace import class_for, keys

NOT_AHEAD = "0"
"""What ``ACCOUNTKIT_TABS_AHEAD`` says where no tab is to be built before it is asked for: each page costs less memory then."""
HEAVY = frozenset({"brief"})
"""Tabs that cost as much as all others together: they are built when they are opened."""
MORE = "more."
"""Before a tab's key: the methods that stand below its own panel."""


class OpenTab(Event):
    """Show a tab, and on it the record at `path`; the browser may ask only for tabs that are."""

    tab: str
    path: Path | Literal[""] = ""
    more: bool = False
    """Unfold the methods that stand below the tab's own panel."""


class Prepare(Event):
    """Build a tab that is about to be opened, out of sight."""

    tab: str


class WorkbookPanel(Panel):
    """All panels of one account as tabs. Panels out of sight compute and send nothing."""

    VUE = "workbook.vue"
    EVENTS = {"open": OpenTab, "prepare": Prepare}
    READING = frozenset({"open", "prepare"})

    panels = traitlets.Dict().tag(sync=True, **widget_serialization)

    def __init__(self, session: Session, tab: str = "overview") -> None:
        self.tabs = _tabs(session)
        self.tab = tab if tab in self.tabs else "overview"
        self.unfolded: set[str] = set()
        super().__init__(session, panels={self.tab: panel_class(self.tab)(session)})

    def shown(self) -> dict[str, Any]:
        account = self.session.shown
        ahead = os.environ.get("ACCOUNTKIT_TABS_AHEAD") != NOT_AHEAD
        return {
            "tab": self.tab,
            "tabs": [
                {
                    "key": key,
                    "name": _(name),
                    "screen": screen_of_tab(key),
                    "more": [_(REGISTRY[one].name) for one in keys(key, self.session)]
                    if key in REGISTRY or key in PANELS
                    else [],
                    "unfolded": key in self.unfolded,
                    "ahead": ahead and key not in HEAVY,
                }
                for key, name in self.tabs.items()
            ],
            "apart": list(apart()),
            "name": account.profile.name or account.slug,
            "by": self.session.by,
        }

    def on_open(self, event: OpenTab) -> None:
        if event.tab not in self.tabs:
            return
        self.tab = event.tab
        self._build(event.tab)
        if event.more or self._is_below(event):
            self._unfold(event.tab)
        for key, panel in self.panels.items():
            panel.look(key in (event.tab, MORE + event.tab))
        for key in (event.tab, MORE + event.tab):
            if event.path and key in self.panels and self.panels[key].select(event.path):
                self.panels[key].refresh()
        self.refresh()

    def on_prepare(self, event: Prepare) -> None:
        if event.tab in self.tabs and event.tab not in self.panels:
            self._build(event.tab)
            self.panels[event.tab].look(False)

    def _build(self, tab: str) -> None:
        if tab not in self.panels:
            known = self.session.panels.get(tab)  # an edit from before may have opened it out of sight
            self.panels = {**self.panels, tab: known or panel_class(tab)(self.session)}

    def _is_below(self, event: OpenTab) -> bool:
        """Whether what is to be looked at is the answer of a method that stands below the tab's own panel."""
        collection, _slash, rest = event.path.partition("/")
        method = rest.split("/")[0].split(".")[0]
        return collection in ("answers", "private_answers") and method in keys(event.tab, self.session)

    def _unfold(self, tab: str) -> None:
        self.unfolded.add(tab)
        if MORE + tab not in self.panels and keys(tab, self.session):
            self.panels = {**self.panels, MORE + tab: class_for(tab, more=True)(self.session)}


def _tabs(session: Session) -> dict[str, str]:
    """The tabs that this person sees: a screen whose methods are all private is not for who may only read."""
    own = {*REGISTRY, "overview", "brief"}
    return {key: name for key, name in tabs().items() if key in own or keys(key, session)}
