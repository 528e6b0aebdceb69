"""The panel of any method: the generic card, made from the definition alone.

`class_of(method)` gives its class. What it shows is in `method_view`; what may be written is in `methods.paths`.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, ClassVar

from accountkit.errors import InvalidEdit
from accountkit.figures.shapes import Drawing, drawing
from accountkit.i18n import _
from accountkit.methods import subjects
from accountkit.methods.method import Method
from accountkit.methods.paths import checked, paths, subject_of
from accountkit.methods.workspaces import cards, tab_of_method
from accountkit.model import Edit, new_id, remove
from accountkit.panels.events import Choose, Event, Write
from accountkit.panels.method_grid import ROWS_AT_ONCE
from accountkit.panels.method_records import blank
from accountkit.panels.method_view import MethodView
from accountkit.panels.panel import BLANK, Panel
from accountkit.panels.record_view import looked_at, subject_of_screen
from accountkit.panels.session import Session


class MethodPanel(Panel):
    """The card of one method, about the account or about the record that is chosen."""

    VUE = "method.vue"
    METHOD: ClassVar[Method]
    EVENTS = {"choose": Choose, "row": Event, "record": Event}
    READING = frozenset({"choose"})
    page = 0
    """Which part of a long register is shown."""
    turning = False
    """While another part comes into sight the figure stays as it is."""

    def __init__(self, session: Session) -> None:
        session.demand_held(self.METHOD)
        super().__init__(session)

    def shown(self) -> dict[str, Any]:
        if not self.turning:
            self.drawing = self._drawing()
        hidden = self.withheld_from_reader
        view = MethodView(
            self.METHOD,
            self.reading,
            self.session,
            self.subject_id,
            self.drawing,
            hidden=hidden,
            page=self.page,
        )
        return view.shown()

    def drawn(self) -> dict[str, tuple[dict, str]]:
        return {"figure": (self.drawing.figure, self.drawing.text) if self.drawing else BLANK}

    def _drawing(self) -> Drawing | None:
        if self.withheld_from_reader or self.reading is None:
            return None
        return drawing(self.reading, self.session.analyses.readings(self.METHOD.key))

    @property
    def key(self) -> str:
        return self.METHOD.key

    @property
    def subject_id(self) -> str | None:
        """The record that is looked at: the chosen one, else the first; None for the account, and where there is none."""
        return looked_at(self.session, self.METHOD.subject)

    @property
    def reading(self) -> Any:
        """What the method finds; None where there is no record yet that it could be about."""
        if not self.session.analyses.ids(self.METHOD.key):
            return None
        return self.session.analyses.read(self.METHOD.key, self.subject_id)

    @property
    def withheld_from_reader(self) -> bool:
        """What describes real people does not exist for who may only read."""
        return self.METHOD.private and not self.session.editable

    @cached_property
    def collection(self) -> str:
        """Where the records lie that the method is about; empty for the account itself."""
        return subjects.COLLECTION.get(self.METHOD.subject, "")

    # -- which record is looked at --------------------------------------------------------------------------------

    def select(self, path: str) -> bool:
        kind, record = subjects.at(path)
        if kind != self.METHOD.subject and record in subjects.ids(self.session.seen, kind):
            # a picture shows records of a kind that the method is not about: other cards are about them
            fresh = self.session.records.get(kind) != record  # the first card that is asked tells all of them
            if fresh:
                self.session.choose(kind, record)
            return fresh
        about = self._about(path)
        chosen = about not in (None, self.subject_id) and about in self.session.analyses.ids(self.key)
        if chosen:
            self.session.choose(self.METHOD.subject, str(about))
        before, self.page = self.page, self._page_of(path)
        return chosen or self.page != before

    def _page_of(self, path: str) -> int:
        """The part of a register with the row at `path`; the one that is shown where no row lies there."""
        rows = getattr(self.reading, "rows", ()) if not self.withheld_from_reader else ()
        at = next((n for n, row in enumerate(rows) if f"{path}/".startswith(f"{row.path}/")), None)
        return self.page if at is None else at // ROWS_AT_ONCE

    def shows(self, path: str) -> bool:
        own = (f"{self.METHOD.collection}/{self.key}", self.collection, getattr(self.METHOD, "records", ""))
        return any(path == place or path.startswith((f"{place}/", f"{place}.")) for place in own if place)

    def _about(self, path: str) -> str | None:
        kind, record = subjects.at(path)
        return record if kind == self.METHOD.subject else subject_of(self.METHOD, path)

    def on_choose(self, event: Choose) -> None:
        if event.name == "page":
            self._turn(int(event.value) if isinstance(event.value, int | float) else 0)
            return
        if event.value not in self.session.analyses.ids(self.key):
            raise InvalidEdit(_("This record was deleted. Undo, or choose another."))
        self.page = 0
        self.session.choose(self.METHOD.subject, str(event.value))

    def _turn(self, page: int) -> None:
        self.page, self.turning = page, True
        try:
            self.refresh()
        finally:
            self.turning = False

    # -- what is changed ------------------------------------------------------------------------------------------

    def on_write(self, event: Write) -> None:
        self._permit(event.path, self.WRITABLE)
        value = checked(self.session.document, self.METHOD, event.path, event.value)
        place = paths(self.METHOD).place(event.path)
        blank = (
            value is None and place is not None and not place.typed
        )  # of a record: as every new one has it
        self.session.edit([remove(event.path) if blank else Edit(event.path, value)])

    def on_record(self, _event: Event) -> None:
        record = blank(self.session.document, self.collection) if self.collection else None
        if record is None:
            raise InvalidEdit(_(subjects.FIRST.get(self.METHOD.subject, "")) or _("Nothing to add here."))
        key = new_id(self.collection[0])
        self.session.records[self.METHOD.subject] = key
        self.session.edit([Edit(f"{self.collection}/{key}", record)])

    def on_row(self, _event: Event) -> None:
        records, about = getattr(self.METHOD, "records", ""), self.subject_id
        keeps = getattr(self.METHOD, "columns", ()) and getattr(self.METHOD, "adds_rows", False)
        if not keeps or (self.collection and about is None):
            raise InvalidEdit(_("Nothing to add here."))
        if records:
            begins = getattr(self.METHOD, "begins", dict)(self.session.document)
            fields = {f"{self.METHOD.subject}_id": about, **begins, **self._belonging()}
            record = blank(self.session.document, records, **fields)
            if record is None:
                raise InvalidEdit(_("Nothing to add here."))
            self.session.edit([Edit(f"{records}/{new_id(records[0])}", record)])
            return
        order = len(self.reading.rows)
        self.session.edit([Edit(f"{self.METHOD.answer_path(about)}/rows/{new_id('r')}", {"order": order})])

    def _belonging(self) -> dict[str, str | None]:
        """The record that the screen is about, where a row of the card shows which one it belongs to."""
        kind = subject_of_screen(cards(tab_of_method(self.METHOD)))
        shown = any(column.kind == kind for column in getattr(self.METHOD, "columns", ()))
        return {f"{kind}_id": looked_at(self.session, kind)} if shown else {}


def class_of(method: Method) -> type[MethodPanel]:
    """The panel's class of a method, which takes the paths of its definition and no others."""
    found = paths(method)
    own = {
        "METHOD": method,
        "WRITABLE": found.writable,
        "REMOVABLE": found.removable,
        "CITABLE": found.citable,
        "__doc__": MethodPanel.__doc__,
    }
    return type("MethodPanel", (MethodPanel,), own)
