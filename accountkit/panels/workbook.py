"""The whole workbook: an overview and one tab per analysis, each built when it is first opened."""

from __future__ import annotations

from typing import Any, Literal

import traitlets
from ipywidgets import widget_serialization

from accountkit.i18n import _
from accountkit.panels.events import Event, Path
from accountkit.panels.panel import Panel
from accountkit.panels.registry import TABS, panel_class
from accountkit.panels.session import Session


class OpenTab(Event):
    """Show a tab, and on it the record at `path`; the browser may ask only for tabs that are."""

    tab: str
    path: Path | Literal[""] = ""


class WorkbookPanel(Panel):
    """All panels of one account as tabs. Panels out of sight compute and send nothing."""

    VUE = "workbook.vue"
    EVENTS = {"open": OpenTab}
    READING = frozenset({"open"})

    panels = traitlets.Dict().tag(sync=True, **widget_serialization)

    def __init__(self, session: Session, tab: str = "overview") -> None:
        self.tab = tab if tab in TABS else "overview"
        super().__init__(session, panels={self.tab: panel_class(self.tab)(session)})

    def shown(self) -> dict[str, Any]:
        account = self.session.shown
        return {
            "tab": self.tab,
            "tabs": [{"key": key, "name": _(name)} for key, name in TABS.items()],
            "name": account.profile.name or account.slug,
            "by": self.session.by,
        }

    def on_open(self, event: OpenTab) -> None:
        if event.tab not in TABS:
            return
        self.tab = event.tab
        if event.tab not in self.panels:
            known = self.session.panels.get(event.tab)  # an edit from before may have opened it out of sight
            self.panels = {**self.panels, event.tab: known or panel_class(event.tab)(self.session)}
        for key, panel in self.panels.items():
            panel.look(key == event.tab)
        if event.path and self.panels[event.tab].select(event.path):
            self.panels[event.tab].refresh()
        self.refresh()
