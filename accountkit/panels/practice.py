"""A page of our own side: the tables of its records, which are the input, then the cards of the methods about them."""

from __future__ import annotations

from typing import Any, ClassVar

import traitlets
from ipywidgets import widget_serialization

from accountkit.errors import InvalidEdit
from accountkit.i18n import _, currency_name
from accountkit.methods import subjects
from accountkit.methods.workspaces import screen_name
from accountkit.model import Edit, new_id
from accountkit.model.record import Key
from accountkit.panels.all_accounts import AllAccounts
from accountkit.panels.events import Event
from accountkit.panels.method_records import blank
from accountkit.panels.panel import Panel
from accountkit.panels.practice_tables import TABLES, Table, shown, tables_of
from accountkit.panels.session import Session
from accountkit.panels.workspace import class_for, keys

LISTS_ACCOUNTS = frozenset({"portfolio"})
"""The pages that begin with all accounts beside each other."""


class Added(Event):
    """A new record of one of the page's tables."""

    list: Key


class PracticePanel(Panel):
    """One page; `PAGE` is its key."""

    VUE = "practice.vue"
    PAGE: ClassVar[str]
    TABLES: ClassVar[tuple[Table, ...]]
    EVENTS = {"record": Added}

    panels = traitlets.Dict().tag(sync=True, **widget_serialization)

    def __init__(self, session: Session) -> None:
        parts: dict[str, Panel] = {"accounts": AllAccounts(session)} if self.PAGE in LISTS_ACCOUNTS else {}
        if keys(self.PAGE, session):
            parts["cards"] = class_for(self.PAGE, more=True)(session)
        super().__init__(session, panels=parts)

    @property
    def key(self) -> str:
        return self.PAGE

    def shown(self) -> dict[str, Any]:
        seen, stored = self.session.seen, self.session.document
        return {
            "page": self.PAGE,
            "name": _(screen_name(self.PAGE)),
            "currency": currency_name(stored.currency),
            "people": [
                {"id": key, "name": subjects.name(seen, "seller", key)}
                for key in subjects.ids(seen, "seller")
            ],
            "tables": [shown(table, seen, stored) for table in self.TABLES],
        }

    def look(self, visible: bool) -> None:
        super().look(visible)
        for panel in self.panels.values():
            panel.look(visible)

    def select(self, path: str) -> bool:
        return any([panel.select(path) for panel in self.panels.values()])

    def shows(self, path: str) -> bool:
        return path.startswith(
            (*(f"{one.records}/" for one in TABLES[self.PAGE]), "answers/", "private_answers/")
        )

    def on_record(self, event: Added) -> None:
        table = next((one for one in self.TABLES if one.records == event.list), None)
        record = blank(self.session.document, event.list) if table else None
        if table is None or record is None:
            raise InvalidEdit(_("Nothing to add here."))
        key = new_id(event.list[0])
        self.session.records[table.subject] = key
        self.session.edit([Edit(f"{event.list}/{key}", record)])


def page_class(page: str) -> type[PracticePanel]:
    """The panel of a page, which takes the fields of its tables and no others."""
    tables = tables_of(page)
    fields = {table.records: "|".join(field.key for field in table.fields) for table in tables}
    own = {
        "PAGE": page,
        "TABLES": tables,
        "WRITABLE": tuple(rf"{records}/[^/]+/({names})" for records, names in fields.items()),
        "REMOVABLE": tuple(rf"{records}/[^/]+" for records in fields),
        "CITABLE": tuple(rf"{records}/[^/]+" for records in fields),
        "__doc__": PracticePanel.__doc__,
    }
    return type("PracticePanel", (PracticePanel,), own)
