"""A screen of cards: the methods of a tab that have no panel of their own, each built when it is first seen."""

from __future__ import annotations

from typing import Any, ClassVar

import traitlets
from ipywidgets import widget_serialization

from accountkit.errors import InvalidEdit
from accountkit.i18n import _, currency_name
from accountkit.methods import subjects
from accountkit.methods.registry import REGISTRY
from accountkit.methods.workspaces import cards, in_sight, is_begun
from accountkit.model.record import Key
from accountkit.panels.events import Choose, Cite, Event, Uncite, Write
from accountkit.panels.method import class_of
from accountkit.panels.panel import Panel
from accountkit.panels.record_view import record_view, subject_of_screen
from accountkit.panels.session import Session

WIDE = frozenset({"register", "calculator"})
"""Shapes that need the width of the page."""


class See(Event):
    """A card has come into sight."""

    card: Key


class Workspace(Panel):
    """The cards of one tab; `TAB` is the tab's key, and `MORE` says that they stand below another panel."""

    VUE = "workspace.vue"
    TAB: ClassVar[str]
    MORE: ClassVar[bool] = False
    EVENTS = {"see": See, "choose": Choose}
    READING = frozenset({"see", "choose"})

    cards = traitlets.Dict().tag(sync=True, **widget_serialization)

    def __init__(self, session: Session) -> None:
        known = keys(self.TAB, session)
        begun = {key for key in known if _begun(key, session)}
        self._order = tuple(sorted(known, key=lambda key: (not REGISTRY[key].picture, key not in begun)))
        """What is begun stands before what is not, as it was when the screen was opened: no card moves under the hand."""
        first = in_sight(known, session.analyses)
        self._wide = {key for key in known if len(known) == 1 or REGISTRY[key].shape in WIDE}
        self._wide |= {key for key in known if key not in begun and key not in first}
        """What was folded keeps the line of its own: as a narrow card it would leave for a gap further up."""
        super().__init__(session, cards={key: class_of(REGISTRY[key])(session) for key in first})

    @property
    def key(self) -> str:
        return f"more.{self.TAB}" if self.MORE else self.TAB

    def shown(self) -> dict[str, Any]:
        known = self._order
        return {
            "cards": [
                {
                    "key": key,
                    "name": _(REGISTRY[key].name),
                    "wide": key in self._wide,
                    "leads": bool(REGISTRY[key].picture),
                    "question": _(REGISTRY[key].question),
                    "begun": key in self.cards or _begun(key, self.session),
                }
                for key in known
            ],
            "currency": currency_name(self.session.seen.currency),
            "record": record_view(self.session, subject_of_screen(known)),
        }

    def on_choose(self, event: Choose) -> None:
        subject = subject_of_screen(keys(self.TAB, self.session))
        if event.value not in subjects.ids(self.session.seen, subject):
            raise InvalidEdit(_("This record was deleted. Undo, or choose another."))
        self.session.choose(subject, str(event.value))

    def on_write(self, event: Write) -> None:
        self._head(event.path).on_write(event)

    def on_cite(self, event: Cite) -> None:
        self._head(event.target).on_cite(event)

    def on_uncite(self, event: Uncite) -> str:
        return self._head(event.target).on_uncite(event)

    def _head(self, path: str) -> Panel:
        """The card whose entries stand at the head of the screen: it says what may be written there."""
        key = next((one for one in keys(self.TAB, self.session) if REGISTRY[one].heads), None)
        if key is None:
            self._permit(path, ())
        return self._meant(key)

    def on_see(self, event: See) -> None:
        if event.card not in self.cards and event.card in keys(self.TAB, self.session):
            known = self.session.panels.get(event.card)  # an edit from before may have opened it out of sight
            self.cards = {**self.cards, event.card: known or class_of(REGISTRY[event.card])(self.session)}
            self.cards[event.card].look(True)

    def look(self, visible: bool) -> None:
        super().look(visible)
        for card in self.cards.values():
            card.look(visible)

    def select(self, path: str) -> bool:
        """Look at the record at `path` on all cards; the card that an answer is on is built."""
        for key in keys(self.TAB, self.session):
            method = REGISTRY[key]
            if path == method.collection + "/" + key or path.startswith(
                (f"{method.collection}/{key}/", f"{method.collection}/{key}.")
            ):
                self.on_see(See(card=key))
        return any([card.select(path) for card in self.cards.values()])


def _begun(key: str, session: Session) -> bool:
    return is_begun(key, session.analyses, session.records.get(REGISTRY[key].subject))


def keys(tab: str, session: Session) -> tuple[str, ...]:
    """The cards of a tab that this person may see: what describes real people is not for who may only read."""
    return tuple(key for key in cards(tab) if session.editable or not REGISTRY[key].private)


def class_for(tab: str, *, more: bool = False) -> type[Workspace]:
    """The screen of a tab; with `more` as it stands below the tab's own panel."""
    return type("Workspace", (Workspace,), {"TAB": tab, "MORE": more, "__doc__": Workspace.__doc__})
