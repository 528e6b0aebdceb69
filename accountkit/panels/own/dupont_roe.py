"""The Numbers panel: return on equity taken apart, what changed it, peers, and what our solution would do."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import StringConstraints

from accountkit.errors import AccountkitError, InvalidEdit
from accountkit.figures.dupont_tree import dupont_tree, dupont_tree_table, dupont_tree_text
from accountkit.figures.roe_waterfall import roe_waterfall, roe_waterfall_table, roe_waterfall_text, rule
from accountkit.figures.small_multiples import small_multiples, small_multiples_table, small_multiples_text
from accountkit.figures.style import figure
from accountkit.finance.peers.comparison import Comparison
from accountkit.i18n import N_, _
from accountkit.methods.known_figures import beside_peers, case_of, returns_of_peers
from accountkit.methods.subjects import customer_name
from accountkit.model import Edit, new_id
from accountkit.model.record import Key
from accountkit.panels.events import Choose, Event, Write
from accountkit.panels.offers import offered as offers
from accountkit.panels.own import numbers_case, numbers_levers, numbers_peers, numbers_view
from accountkit.panels.own.numbers_choices import FIXED, Choices, offered
from accountkit.panels.own.numbers_levers import AddLever
from accountkit.panels.own.numbers_reading import basis_line, numbers
from accountkit.panels.own.numbers_sources import explained
from accountkit.panels.session import Session
from accountkit.panels.statements.panel import REMOVABLE, STATEMENT_EVENTS, STATEMENT_PASSING, StatementsIn
from accountkit.panels.tables import table

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
        self.peers = numbers_peers.peers(account, of.dupont, self._end_asked_for(), self.target)
        self.solution = numbers_levers.solution(account, of.dupont, self._comparison_of_levers())
        self.case = case_of(account, of.dupont, account.levers)
        return {
            "empty": of.empty,
            "gives": _(GIVES),
            "trouble": of.trouble,
            "choices": offered(self.choices, of.dupont),
            "said": {
                "sentence": of.reading.sentence,
                "lever": of.reading.lever,
                "fragile": of.reading.fragile,
            },
            "basis": basis_line(of),
            "question": self._question(),
            "offers": self._offers(),
            "tree": numbers_view.tree(of),
            "years": numbers_view.years(of),
            "management": numbers_view.management(of),
            "cash": numbers_view.cash(of),
            "trailing": numbers_view.trailing_year(of) if not of.trouble else {"rows": []},
            "notes": numbers_view.notes(of),
            "warnings": list(of.warnings),
            "rule": rule(of.attribution) if of.attribution else "",
            "has_effects": bool(of.attribution and of.attribution.effects),
            "peers": numbers_peers.view(account, self.peers, of.dupont, self._name()),
            "levers": numbers_levers.view(account, self.session.account, self.solution, self.case),
            "case": numbers_case.view(account, self.session.account, self.case, self.solution),
            "explained": self._explained(),
            "tables": self._tables(),
            **self.statements_view(self.whose, self.opened or of.empty or bool(of.trouble)),
        }

    def drawn(self) -> dict[str, tuple[dict, str]]:
        of = self.numbers
        change = of.attribution
        blank = (figure([]), "")
        return {
            "tree": (dupont_tree(of.dupont, change), dupont_tree_text(of.dupont, change)),
            "change": (roe_waterfall(of.dupont, change), roe_waterfall_text(of.dupont, change))
            if change
            else blank,
            "years": (small_multiples(of.dupont), small_multiples_text(of.dupont))
            if of.dupont.years
            else blank,
            **numbers_peers.drawn(self.peers, of.dupont, self._name()),
            "tornado": numbers_levers.drawn(self.solution),
            "case": numbers_case.drawn(self.case),
        }

    def shows(self, path: str) -> bool:
        """The question that was kept stands here, as kept: its method has no screen yet."""
        return super().shows(path) or path.startswith(f"{SCRIPT}/")

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

    def _offers(self) -> list[dict]:
        if self.numbers.empty or self.numbers.trouble:
            return []
        return offers(self.session.analyses.assess("dupont_roe").offers)

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
            return {"id": key, **explained(of.account.statements, of.dupont, asked.period, asked.figure)}
        peer = of.account.peers.get(asked.whose)
        if peer is None:
            raise InvalidEdit(_("This peer was not found; it may have been deleted. Reload the page."))
        theirs = returns_of_peers(of.account.peers, steps=of.dupont.steps, basis=of.dupont.basis)[asked.whose]
        return {
            "id": key,
            "of": peer.name,
            **explained(peer.statements, theirs, asked.period, asked.figure),
        }

    def _tables(self) -> dict[str, Any]:
        of = self.numbers
        change = of.attribution
        return {
            "tree": table(dupont_tree_table(of.dupont, change)),
            "change": table(roe_waterfall_table(of.dupont, change) if change else []),
            "years": table(small_multiples_table(of.dupont)),
        }


PANEL = DupontRoe
