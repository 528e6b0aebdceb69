"""What all panels are: one Vue template whose view is sent out, and a few named events that come in."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from typing import Any, ClassVar

import traitlets
from ipyvue import VueTemplate
from ipywidgets import widget_serialization

from accountkit.errors import Forbidden, InvalidEdit
from accountkit.i18n import _, translated, use_language
from accountkit.methods import REGISTRY, accept
from accountkit.methods.workspaces import screen_name, tabs
from accountkit.model import Document, Edit, remove
from accountkit.panels import vue
from accountkit.panels.answers import log, not_taken, overwrote, read, was_overwritten
from accountkit.panels.compiled import template_of
from accountkit.panels.difference import changes
from accountkit.panels.events import SHARED, Cite, Event, Look, Remove, Settle, Suggested, Uncite, Write
from accountkit.panels.evidence import cited, comments, uncited
from accountkit.panels.figure_view import FigureView
from accountkit.panels.names import by_the_way, place_name, record_name
from accountkit.panels.outcome import made
from accountkit.panels.output_only import OutputOnly
from accountkit.panels.places import panel_title, tab_of
from accountkit.panels.registry import panel_class
from accountkit.panels.session import Session
from accountkit.store import LogEntry

BLANK: tuple[dict, str] = ({"data": [], "layout": {"height": 10}}, "")
"""A figure of which there is nothing to show yet."""
MOST_VIEWS = 500
"""Views of which a panel remembers the revision that they show."""
UNDONE_BY_BUTTON = frozenset({"remove", "uncite", "decline"})
"""Events whose message has a button that takes them back."""


class Panel(OutputOnly, VueTemplate):
    """A panel of one account, or of our own side.

    A subclass names its `.vue` file and its figures, builds its `view` (plain JSON values, texts already translated)
    and the figures' plotly dicts, and says which paths may be written and removed (patterns over the whole path).
    Its own events go into `EVENTS` and are answered by ``on_NAME(event)``. Names in `READING` change nothing of the
    account and are open to readers; those in `PASSING` change nothing either, but belong to who may edit (a file on its
    way). All others are kept by the page until they are answered.
    """

    VUE: ClassVar[str]
    WRITABLE: ClassVar[tuple[str, ...]] = ()
    REMOVABLE: ClassVar[tuple[str, ...]] = ()
    CITABLE: ClassVar[tuple[str, ...]] = ()
    EVENTS: ClassVar[dict[str, type[Event]]] = {}
    READING: ClassVar[frozenset[str]] = frozenset()
    PASSING: ClassVar[frozenset[str]] = frozenset()

    view = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    charts = traitlets.Dict().tag(sync=True, **widget_serialization)

    def __init__(self, session: Session, **kwargs: Any) -> None:
        self.session, self.visible, self._outdated = session, True, False
        self._known = {**SHARED, **self.EVENTS}
        self._revisions = {0: session.revision}
        with use_language(session.lang):
            view, figures = self._built()
            super().__init__(
                template=template_of(self.VUE),
                words={text: translated(text, session.lang) for text in vue.texts(self.VUE)},
                view=view,
                charts={
                    name: FigureView(figure, key=f"{self.key}/{name}", text=text)
                    for name, (figure, text) in figures.items()
                },
                **kwargs,
            )
        self.events = ["say"]
        session.panels[self.key] = self
        session.on_change(self.refresh)

    def __repr__(self) -> str:
        return panel_title(self.key, self.session)

    # -- what a subclass says -------------------------------------------------------------------------------------

    def shown(self) -> dict[str, Any]:
        """The view: plain JSON values, in the reader's language."""
        raise NotImplementedError(f"{type(self).__name__} does not say what it shows")

    def drawn(self) -> dict[str, tuple[dict, str]]:
        """The figures by name: the plotly dict and the sentence that says what it shows."""
        return {}

    # -- going out ------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Build view and figures anew and send what changed; a panel that is not seen waits until it is."""
        if not self.visible:
            self._outdated = True
            return
        self._outdated = False
        with use_language(self.session.lang):
            view, figures = self._built()
        sent = changes(self.view, view)
        if sent:  # numbered, so that a page that has missed one knows it and asks for the whole
            view["patch"] = self.view["patch"] + 1
            sent.append([["patch"], view["patch"]])
        self._revisions[view["patch"]] = self.session.revision
        if len(self._revisions) > MOST_VIEWS:
            del self._revisions[next(iter(self._revisions))]
        # the trait holds the whole view for a page that opens later; pages that are open get the changes alone
        self._trait_values["view"] = view
        if sent:
            self.send({"method": "patch", "args": [sent]})
        for name, (figure, text) in figures.items():
            self.charts[name].show(figure, text)

    def say_overwritten(self, lost: Sequence[LogEntry]) -> None:
        """Tell this person that a colleague changed what they had entered."""
        told = [entry for entry in lost if not by_the_way(entry.path)]
        if not told:
            return
        with use_language(self.session.lang):
            answer = was_overwritten(told[-1], self.session.by, self.session.seen)
        self.send({"method": "done", "args": [answer]})

    def look(self, visible: bool) -> None:
        """Say whether the panel is seen; one that comes into sight catches up."""
        self.visible = visible
        if visible and self._outdated:
            self.refresh()

    def select(self, path: str) -> bool:
        """Let the record at `path` be the one that is looked at; whether the view changes by it. A panel without a choice
        shows all of its records.
        """
        return False

    def shows(self, path: str) -> bool:
        """Whether the record at `path` is worked on here."""
        tab = tab_of(self.session.document, path)
        return tab not in tabs() or self.VUE.startswith(tab)

    def _built(self) -> tuple[dict[str, Any], dict[str, tuple[dict, str]]]:
        view = {
            "patch": self.view.get("patch", 0),
            "editable": self.session.editable,
            "difference": self.session.difference,
            "locale": self.session.lang.replace("_", "-"),
            "reading": sorted(self._reading),
            "kept": {
                "account": self.session.slug,
                "person": self.session.by,
                "panel": self.key,
                "passing": sorted(self.PASSING),
            },
            "comments": comments(self.session.document),
            **self.shown(),
        }
        return view, self.drawn()

    # -- coming in ------------------------------------------------------------------------------------------------

    def _handle_event(self, _widget: Any, content: Any, _buffers: Any) -> None:
        """Take one message from the browser. Nothing but the events named here is answered: ipyvue's own messages
        would import and call what the browser names."""
        said = content.get("data") if isinstance(content, dict) and content.get("event") == "say" else None
        data: dict[str, Any] = said if isinstance(said, dict) else {}
        name = data.get("event")
        panel = self._meant(data.get("panel")) if isinstance(name, str) else self
        if not isinstance(name, str) or name not in panel._known:
            log.warning("refused a message to %s from the browser", type(panel).__name__)
            return
        begun = time.perf_counter()
        sent = {key: value for key, value in data.items() if key not in ("event", "panel")}
        with use_language(self.session.lang):
            answer = panel._answer(name, sent)
        if name not in panel._reading:
            seconds = time.perf_counter() - begun
            done = {"event": name, "outcome": answer["kind"], "seconds": seconds}
            self.session.report({**done, "account": self.session.slug, "revision": self.session.revision})
        self.send({"method": "done", "args": [{**answer, **{key: data.get(key) for key in ("edit", "n")}}]})

    def _meant(self, key: object) -> Panel:
        """The panel that a message is for: this one, or the one that showed the record when it was sent."""
        if not isinstance(key, str) or key == self.key:
            return self
        if key not in self.session.panels and self._may_open(key):
            panel_class(key)(self.session).look(False)
        return self.session.panels.get(key, self)

    def _may_open(self, key: str) -> bool:
        return self.session.holds(REGISTRY[key]) if key in REGISTRY else key in tabs()

    def _answer(self, name: str, data: dict[str, Any]) -> dict[str, Any]:
        before = self.session.document
        try:
            event = self._known[name].model_validate(data)
            if event.again and self.session.has_received(event.edit):
                return {"kind": "saved"}
            if name not in self._reading and not self.session.editable:
                text = _("This page is read-only. Ask the account owner for a link with edit rights.")
                raise Forbidden(text)
            with self.session.answering(event.edit, self._revision_of(event.seen)):
                said = getattr(self, f"on_{name}")(read(event) if isinstance(event, Write) else event)
        except Exception as error:
            return not_taken(error, self.session.seen, f"event {name} of {type(self).__name__}")
        if name == "write" and (lost := self.session.overwritten):
            return overwrote(lost[-1], self.session.by)
        answer = {"kind": "saved", "text": said or "", **self._new(before)}
        return {**answer, "undo": True} if name in UNDONE_BY_BUTTON else answer

    def _new(self, before: Document) -> dict[str, Any]:
        """The record that the event made, if any: it is looked at from now on, here or on its tab."""
        account = self.session.document
        path = made(before, account)
        if not path:
            return {}
        if self.select(path):
            self.refresh()
        if self.shows(path):
            return {"made": path}
        tab = tab_of(account, path)
        return {"made": path, "place": {"tab": tab, "path": path, "name": _(screen_name(tab))}}

    def _revision_of(self, number: int | None) -> int | None:
        """The newest revision that the view of this number shows, or the oldest that is remembered; None without a number."""
        if number is None:
            return None
        return self._revisions.get(number, next(iter(self._revisions.values()), None))

    @property
    def key(self) -> str:
        """The panel's name, which is the tab's where it has one."""
        return self.VUE.removesuffix(".vue")

    @property
    def _reading(self) -> frozenset[str]:
        return self.READING | {"resend", "look"}

    # -- the events that all panels share -------------------------------------------------------------------------

    def on_write(self, event: Write) -> None:
        self._permit(event.path, self.WRITABLE)
        self.session.edit([Edit(event.path, event.value)])

    def on_remove(self, event: Remove) -> str:
        self._permit(event.path, self.REMOVABLE)
        gone = record_name(self.session.seen, event.path)
        self.session.edit([remove(event.path)])
        return _("Deleted: {record}").format(record=gone)

    def on_look(self, event: Look) -> None:
        if self.select(event.path):
            self.refresh()

    def on_cite(self, event: Cite) -> None:
        self._permit(event.target, self.CITABLE)
        self.session.edit(cited(self.session.document, event))

    def on_uncite(self, event: Uncite) -> str:
        self._permit(event.target, self.CITABLE)
        self.session.edit(uncited(self.session.document, event))
        return _("Evidence removed.")

    def on_accept(self, event: Suggested) -> str:
        before = self.session.document
        self.session.edit(accept(self.session.stored, event.suggestion))
        path = made(before, self.session.document)
        return _("Added: {record}").format(record=record_name(self.session.seen, path)) if path else ""

    def on_decline(self, event: Suggested) -> str:
        self.session.edit([Edit(f"declined/{event.suggestion}", self.session.document.as_of.isoformat())])
        return _("Suggestion declined.")

    def on_settle(self, event: Settle) -> None:
        if event.comment not in self.session.account.comments:
            raise InvalidEdit(_("This comment was deleted."))
        self.session.edit([Edit(f"comments/{event.comment}/closed", True)])

    def on_undo(self, _event: Event) -> str:
        return "" if self.session.undo() else _("Nothing to undo.")

    def on_redo(self, _event: Event) -> str:
        return "" if self.session.redo() else _("Nothing to redo.")

    def on_resend(self, event: Event) -> None:
        """A page that may have missed something gets all of it, unless it says that it shows the newest view."""
        if event.seen != self.view["patch"]:
            self.send({"method": "whole", "args": [self.view]})
            for chart in self.charts.values():
                chart.send_state()

    def _permit(self, path: str, patterns: tuple[str, ...]) -> None:
        if not any(re.fullmatch(pattern, path) for pattern in patterns):
            name = place_name(self.session.seen, path)
            raise InvalidEdit(_("{name} cannot be edited here.").format(name=name))
