"""The problems panel: the register with its gaps drawn, and one problem with its measure, causes and needs."""

from __future__ import annotations

import re
from typing import Any, Literal

from accountkit.errors import DamagedAccount, InvalidEdit
from accountkit.figures.cause_tree import cause_tree, cause_tree_table, cause_tree_text
from accountkit.figures.problem_gap import problem_gap, problem_gap_table, problem_gap_text
from accountkit.i18n import _
from accountkit.methods.problems.reading import Entry
from accountkit.methods.problems.worksheet_methods import METHODS
from accountkit.methods.proposals import lever_from
from accountkit.model import Edit, Node, Offer, Problem, new_id
from accountkit.model.measures import MEASURES
from accountkit.model.record import Key
from accountkit.panels.events import Choose, Event, Write
from accountkit.panels.own import problem_views as views
from accountkit.panels.panel import BLANK, Panel
from accountkit.panels.session import Session
from accountkit.panels.suggestions import suggested
from accountkit.panels.tables import AT_FIRST, first_of, table
from accountkit.store.catalogue import catalogue

_PROBLEM, _ID = r"problems/[^/]+", r"[^/]+"
_MEASURE = (
    "statement|measure|metric|unit|direction|past_best|past_best_on|current|current_on|expected|expected_by|tolerance|risk_trend|rival|rival_id|"
    "layer|admitted|probability|loss|worth|driver|closed"
)


class AddNode(Event):
    """A cause below a node (*why?*) or beside it (*what else?*); at the top where no node is named."""

    problem: Key
    node: Key | None = None
    move: Literal["why", "what_else"] = "why"


class SheetRow(Event):
    """A new row of a worksheet."""

    problem: Key
    method: Key


class Feels(Event):
    """Whether a stakeholder feels the problem, or admits it."""

    problem: Key
    person: Key
    what: Literal["feels", "admits"]
    value: bool


class Answer(Event):
    """Answer a need with an offer of the catalogue."""

    need: Key
    offer: Key


class ProblemTypes(Panel):
    """A problem names its measure, from which its type follows; its tree leads to the needs."""

    VUE = "problem_types.vue"
    WRITABLE = (
        rf"{_PROBLEM}/({_MEASURE})",
        rf"{_PROBLEM}/nodes/{_ID}/(text|addressable|smart)",
        rf"{_PROBLEM}/worksheets/({'|'.join(METHODS)})/(conclusion|rows/{_ID}/[a-z_]+)",
        rf"needs/{_ID}/(statement|rank|smart|addressable|indicators)",
    )
    REMOVABLE = (
        _PROBLEM,
        rf"{_PROBLEM}/nodes/{_ID}",
        rf"{_PROBLEM}/worksheets/[a-z_]+/rows/{_ID}",
        rf"needs/{_ID}",
    )
    CITABLE = (_PROBLEM, rf"{_PROBLEM}/nodes/{_ID}", rf"needs/{_ID}")
    EVENTS = {
        "choose": Choose,
        "add": Event,
        "node": AddNode,
        "sheet_row": SheetRow,
        "feels": Feels,
        "answer": Answer,
    }
    READING = frozenset({"choose"})

    def __init__(self, session: Session) -> None:
        self.chosen, self.most = "", AT_FIRST
        super().__init__(session)

    def shown(self) -> dict[str, Any]:
        account = self.session.shown
        self.verdict = verdict = self.session.analyses.assess("problem_types")
        entry = self.entry()
        about = f"problems/{entry.id}" if entry else ""
        offers, damage = self._offers()
        return {
            "sentence": verdict.sentence,
            "question": verdict.question,
            "rule": verdict.rule,
            "score": {
                "text": verdict.score_text,
                "confirmed": verdict.confirmed_text,
                "total": verdict.total,
                "band": verdict.band_label,
            },
            "rows": [
                views.row(account, each)
                for each in first_of(verdict.detail.entries, self.most, entry.id if entry else "")
            ],
            "hidden": max(0, len(verdict.detail.entries) - self.most),
            "closed": views.closed(account, verdict.detail.closed),
            "chosen": entry.id if entry else "",
            "measure": views.measure(account, entry) if entry else None,
            "tree": views.tree(account, entry) if entry else [],
            "analysed": entry.tree.analysed if entry else False,
            "sheets": views.sheets(self.session.analyses, entry) if entry else [],
            "needs": views.needs(account, self.session.account, entry, offers) if entry else [],
            "difference": self.session.difference or damage,
            "suggestions": [
                one for one in suggested(verdict.suggestions) if self._concerns(one["about"], about, entry)
            ],
            "choices": views.choices(),
            "tables": {
                "gap": table(problem_gap_table(entry)) if entry else table([]),
                "tree": table(cause_tree_table(account, entry)) if entry else table([]),
            },
        }

    def drawn(self) -> dict[str, tuple[dict, str]]:
        entry = self.entry()
        if entry is None:
            return {"gap": BLANK, "tree": BLANK}
        return {
            "gap": (problem_gap(entry), problem_gap_text(entry)),
            "tree": (cause_tree(self.session.shown, entry), cause_tree_text(entry)),
        }

    def entry(self) -> Entry | None:
        """The problem that is looked at: the chosen one, else the first of the register."""
        reading = self.verdict.detail
        return reading.entry(self.chosen) or (reading.entries[0] if reading.entries else None)

    def select(self, path: str) -> bool:
        account, (collection, key, *_rest) = self.session.account, (*path.split("/"), "")
        if collection == "needs" and key in account.needs:
            key = account.needs[key].problem_id or ""
        if collection not in ("problems", "needs") or key not in account.problems or key == self.chosen:
            return False
        self.chosen = key
        return True

    def on_choose(self, event: Choose) -> None:
        if event.name == "most":
            self.most += AT_FIRST
        else:
            self.chosen = str(event.value or "")
        self.refresh()

    def on_add(self, _event: Event) -> None:
        self.chosen = new_id("p")
        self.session.edit(
            [
                Edit(
                    f"problems/{self.chosen}",
                    Problem(measure="other", order=len(self.session.account.problems)),
                )
            ]
        )

    def on_write(self, event: Write) -> None:
        """A measure that is chosen brings its unit, its direction and its driver along, where none is entered."""
        if not re.fullmatch(rf"{_PROBLEM}/measure", event.path):
            return super().on_write(event)
        place = event.path.removesuffix("/measure")
        problem = self._problem(place.split("/")[1])
        kind = next((kind for key, kind in MEASURES.items() if key == event.value), None)
        edits = [Edit(event.path, event.value)]
        if kind is not None:
            if not problem.unit and kind.unit:
                edits.append(Edit(f"{place}/unit", kind.unit))
            if problem.current is None and kind.direction != problem.direction:
                edits.append(Edit(f"{place}/direction", kind.direction))
            if problem.driver is None and kind.driver:
                edits.append(Edit(f"{place}/driver", kind.driver))
        self.session.edit(edits)

    def on_node(self, event: AddNode) -> None:
        nodes = self._problem(event.problem).nodes
        parent = event.node
        if event.node is not None:
            if event.node not in nodes:
                raise InvalidEdit(_("This cause was deleted. Undo, or choose another."))
            parent = event.node if event.move == "why" else nodes[event.node].parent
        node = Node(parent=parent, move=event.move, order=len(nodes))
        self.session.edit([Edit(f"problems/{event.problem}/nodes/{new_id('c')}", node)])

    def on_sheet_row(self, event: SheetRow) -> None:
        self._problem(event.problem)
        if event.method not in METHODS:
            raise InvalidEdit(
                _("No method is named “{method}”. Choose one of the methods shown.").format(
                    method=event.method
                )
            )
        path = f"problems/{event.problem}/worksheets/{event.method}/rows/{new_id('r')}"
        first = METHODS[event.method].columns[0]
        self.session.edit([Edit(path, {first.key: None if first.kind == "date" else ""})])

    def on_feels(self, event: Feels) -> None:
        if event.person not in self.session.account.stakeholders:
            raise InvalidEdit(_("This person was deleted. Undo, or choose another."))
        if event.what == "feels":
            path, have, item = (
                f"problems/{event.problem}/felt_by",
                self._problem(event.problem).felt_by,
                event.person,
            )
        else:
            path, item = f"stakeholders/{event.person}/admits", event.problem
            have = self.session.account.stakeholders[event.person].admits
        kept = [key for key in have if key != item]
        self.session.edit([Edit(path, [*kept, item] if event.value else kept)])

    def on_answer(self, event: Answer) -> str:
        self.session.edit(
            lever_from(self.session.account, event.need, event.offer, catalogue(self.session.store))
        )
        return _("Lever added. Its value is under Numbers.")

    def _offers(self) -> tuple[dict[str, Offer], str]:
        """Our offers; none and the reason where they are damaged, which keeps no account from opening."""
        try:
            return catalogue(self.session.store), ""
        except DamagedAccount as error:
            return {}, str(error)

    def _problem(self, key: str) -> Problem:
        if key not in self.session.account.problems:
            raise InvalidEdit(_("This problem was deleted. Undo, or choose another."))
        return self.session.account.problems[key]

    @staticmethod
    def _concerns(path: str, about: str, entry: Entry | None) -> bool:
        """Whether an offer is about the problem that is looked at, or about none of the register in particular."""
        needs = entry.needs if entry else ()
        return not path or path.startswith(about) or path.removeprefix("needs/") in needs


PANEL = ProblemTypes
