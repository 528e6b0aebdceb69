"""The Numbers panel: return on equity taken apart, what changed it, peers, and what our solution would do."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import StringConstraints

from accountkit.errors import AccountkitError, InvalidEdit
from accountkit.finance.peers.comparison import Comparison
from accountkit.i18n import N_, _
from accountkit.methods.known_figures import beside_peers, case_of, returns_of_peers
from accountkit.methods.subjects import customer_name
from accountkit.model import Edit, new_id
from accountkit.model.record import Key
from accountkit.panels.events import Choose, Event, Write
from accountkit.panels.own import numbers_case, numbers_levers, numbers_peers, numbers_view
from accountkit.panels.own.numbers_choices import FIXED, Choices
from accountkit.panels.own.numbers_levers import AddLever
from accountkit.panels.own.numbers_reading import numbers
from accountkit.panels.own.numbers_sources import explained
from accountkit.panels.session import Session
from accountkit.panels.statements.panel import REMOVABLE, STATEMENT_EVENTS, STATEMENT_PASSING, StatementsIn
from accountkit.panels.suggestions import suggested

SCRIPT = "answers/question_script/records"
GIVES = N_(
    "Four lines of two years (revenue, net income, total assets, equity) are enough to show return "
    "on equity, what changed it, and which problem to ask about."
)


class Explain(Event):
    """Show formula, inputs and source of a figure: of the customer, or of the peer `whose`."""

    period: dt.date
    figure: Key
    whose: Annotated[str, StringConstraints(max_length=80)] = ""


class DupontRoe(StatementsIn):
    """The figures of the account, read under choices that every reader has."""

    VUE = "dupont_roe.vue"
    WRITABLE = (*numbers_levers.WRITABLE, *numbers_case.WRITABLE, r"peers/[^/]+/(name|name_zh|note)")
    REMOVABLE = (*REMOVABLE, r"(levers|alternatives)/[^/]+")
    CITABLE = (r"(levers|alternatives)/[^/]+",)
    EVENTS = {
        "choose": Choose,
        "explain": Explain,
        "add_lever": AddLever,
        "add_alternative": Event,
        "ask": Event,
        **STATEMENT_EVENTS,
    }
    READING = frozenset({"choose", "explain"})
    PASSING = STATEMENT_PASSING

    def __init__(self, session: Session) -> None:
        self.choices = Choices()
        self.target, self.whose, self.opened = "", "", False
        self.asked: Explain | None = None
        super().__init__(session)

    def shown(self) -> dict[str, Any]:
        account = self.session.shown
        self.numbers = of = numbers(account, self.choices)
        self.peers = numbers_peers.peers(account.peers, of.dupont, self._end_asked_for(), self.target)
        self.solution = numbers_levers.solution(account, of.dupont, self._comparison_of_levers())
        self.case = case_of(account, of.dupont, account.levers)
        return {
            **numbers_view.shown_of(of),
            "gives": _(GIVES),
            "question": self._question(),
            "suggestions": self._suggestions(),
            "peers": numbers_peers.view(account.peers, self.peers, of.dupont, self._name()),
            "levers": numbers_levers.view(account, self.session.account, self.solution, self.case),
            "case": numbers_case.view(account, self.session.account, self.case, self.solution),
            "explained": self._explained(),
            **self.statements_view(self.whose, self.opened or of.empty or bool(of.trouble)),
        }

    def drawn(self) -> dict[str, tuple[dict, str]]:
        return {
            **numbers_view.drawn_of(self.numbers),
            **numbers_peers.drawn(self.peers, self.numbers.dupont, self._name()),
            "tornado": numbers_levers.drawn(self.solution),
            "case": numbers_case.drawn(self.case),
        }

    # -- what a person chooses and asks --------------------------------------------------------------------------

    def on_choose(self, event: Choose) -> None:
        if event.name in FIXED or event.name in ("start", "end"):
            self.choices = self.choices.choosing(event.name, event.value)
        elif event.name == "target":
            self.target = str(event.value)
        elif event.name == "whose":
            self.whose = str(event.value)
        elif event.name == "statements":
            self.opened = bool(event.value)
        self.refresh()

    def on_explain(self, event: Explain) -> None:
        self._found_out(event)
        self.asked = event
        self.refresh()

    def on_write(self, event: Write) -> None:
        if not event.path.startswith("levers/"):
            super().on_write(event)
            return
        self._permit(event.path, self.WRITABLE)
        self.session.edit(numbers_levers.rewritten(event.path, event.value))

    def on_add_lever(self, event: AddLever) -> None:
        self.session.edit(numbers_levers.added(self.session.account, event))

    def on_add_alternative(self, _event: Event) -> None:
        self.session.edit(numbers_case.added(self.session.account))

    def on_ask(self, _event: Event) -> str:
        """Keep the question for the next talk, with the figures' reading as its occasion."""
        reading = self.numbers.reading
        question = {
            "question": reading.question,
            "asked": reading.asked,
            "stage": "situation",
            "source": "dupont_roe",
        }
        self.session.edit([Edit(f"{SCRIPT}/{new_id('q')}", question)])
        return _("Question saved.")

    # -- parts of the view ---------------------------------------------------------------------------------------

    def _name(self) -> str:
        return customer_name(self.session.shown)

    def _question(self) -> dict[str, Any]:
        reading = self.numbers.reading
        script = self.session.account.answers.get("question_script")
        kept = (
            any(record.get("asked") == reading.asked for record in script.records.values())
            if script
            else False
        )
        return {"text": reading.question, "kept": kept}

    def _suggestions(self) -> list[dict]:
        if self.numbers.empty or self.numbers.trouble:
            return []
        return suggested(self.session.analyses.assess("dupont_roe").suggestions)

    def _end_asked_for(self) -> dt.date | None:
        """The end of the change if a person chose it: the peers are then of that year, else of the one that they serve."""
        change = self.numbers.attribution
        return change.end if change and change.end == self.choices.end else None

    def _comparison_of_levers(self) -> Comparison | None:
        """The comparison that a solution is held against: of the year that peers serve, whichever year is looked at."""
        found, own = self.peers.comparison, self.numbers.dupont
        if found is None or own.latest is None or not self._end_asked_for():
            return found
        return beside_peers(own, self.session.shown.peers)

    def _explained(self) -> dict[str, Any] | None:
        try:
            return self._found_out(self.asked) if self.asked else None
        except AccountkitError:
            return None  # the year or the peer that was asked about is gone meanwhile

    def _found_out(self, asked: Explain) -> dict[str, Any]:
        of = self.numbers
        key = f"{asked.whose}/{asked.period}/{asked.figure}"
        if not asked.whose:
            return {"id": key, **explained(of.statements, of.dupont, asked.period, asked.figure)}
        peers = self.session.shown.peers
        peer = peers.get(asked.whose)
        if peer is None:
            raise InvalidEdit(_("This peer was not found; it may have been deleted. Reload the page."))
        theirs = returns_of_peers(peers, steps=of.dupont.steps, basis=of.dupont.basis)[asked.whose]
        return {
            "id": key,
            "of": peer.name,
            **explained(peer.statements, theirs, asked.period, asked.figure),
        }


PANEL = DupontRoe
