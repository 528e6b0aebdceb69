"""The meetings panel: a card per visit, with what to know and ask before it and what to record after it."""

from __future__ import annotations

from typing import Any

from accountkit.errors import InvalidEdit
from accountkit.i18n import _
from accountkit.methods.meetings import ground_rules, recording
from accountkit.methods.meetings.script_rules import KEY as SCRIPT
from accountkit.methods.meetings.script_rules import moved, proposed, written
from accountkit.methods.meetings.visit_rules import next_visit
from accountkit.model import Edit, new_id
from accountkit.model.meetings import AskLevel
from accountkit.model.record import Key
from accountkit.panels.events import Choose, Event
from accountkit.panels.own import meeting_views as views
from accountkit.panels.panel import Panel

_ID = r"[^/]+"
_ROW = rf"answers/{SCRIPT}\.{_ID}/rows/{_ID}"
_RULES = "|".join(key for key, _name, _prompt in ground_rules.RULES)


class OfVisit(Event):
    """Something of one visit."""

    visit: Key


class OfPerson(OfVisit):
    """The script of one person, for one visit."""

    person: Key


class Moved(OfPerson):
    """A question that takes the place of another."""

    row: Key
    onto: Key


class Heard(OfPerson):
    """What an answer of a person comes to."""

    row: Key
    what: recording.Heard


class Asked(OfVisit):
    """What came of a request."""

    level: AskLevel
    what: recording.Given


class Meetings(Panel):
    """Visits in the order of their days; the one that is looked at is unfolded."""

    VUE = "meetings.vue"
    WRITABLE = (
        rf"visits/{_ID}/(date|place|by|purpose|status|result|stakeholder_ids|problem_ids|opportunity_id)",
        rf"visits/{_ID}/({'|'.join(views.STEPS)})",
        rf"visits/{_ID}/asks/(high|mid|low)/(action|stakeholder_id)",
        rf"{_ROW}/cells/(question|answer)",
        rf"commitments/{_ID}/(due|place|manner|our_owner|reason)",
        rf"doubts/{_ID}/(signal|stakeholder_id)",
        rf"findings/{_ID}/statement",
        rf"answers/{ground_rules.KEY}\.{_ID}/values/({_RULES})/value",
    )
    REMOVABLE = (rf"(visits|doubts|findings)/{_ID}", _ROW)
    CITABLE = (rf"(visits|commitments)/{_ID}",)
    EVENTS = {
        "choose": Choose,
        "visit": Event,
        "script": OfPerson,
        "question": OfPerson,
        "move": Moved,
        "heard": Heard,
        "asked": Asked,
        "doubt": OfVisit,
        "finding": OfVisit,
        "kept_all": OfVisit,
    }
    READING = frozenset({"choose"})

    def shown(self) -> dict[str, Any]:
        account = self.session.shown
        plan = self.session.analyses.assess("visit_plan", self.chosen).sentence if self.chosen else ""
        return {
            "sentence": plan or _("No visits yet. Add one, then choose whom you meet."),
            "visits": [views.strip(self.session, key) for key in views.in_order(account)],
            "chosen": self.chosen,
            "visit": views.detail(self.session, self.chosen) if self.chosen else None,
            "people": views.people(account),
            "problems": [
                {"id": key, "name": one.statement or _("untitled problem")}
                for key, one in account.problems.items()
                if not one.closed
            ],
            "choices": views.choices(),
        }

    @property
    def chosen(self) -> str:
        """The visit that is looked at: the chosen one, else the next, else the last."""
        account = self.session.account
        known = self.session.records.get("visit", "")
        return (
            known
            if known in account.visits
            else next_visit(account) or next(iter(reversed(views.in_order(account))), "")
        )

    def select(self, path: str) -> bool:
        key = path.split("/")[1] if path.startswith("visits/") else ""
        if key not in self.session.account.visits or key == self.chosen:
            return False
        self.session.choose("visit", key)
        return True

    def shows(self, path: str) -> bool:
        kept = path.startswith((f"answers/{SCRIPT}.", "doubts/", "findings/"))
        return kept or super().shows(path)

    def on_choose(self, event: Choose) -> None:
        if event.value not in self.session.account.visits:
            raise InvalidEdit(_("This visit was deleted. Undo, or choose another."))
        self.session.choose("visit", str(event.value))

    # -- before ---------------------------------------------------------------------------------------------------

    def on_visit(self, _event: Event) -> None:
        key = new_id("v")
        self.session.records["visit"] = key
        self.session.edit(
            [Edit(f"visits/{key}", recording.planned(self.session.account, by=self.session.by))]
        )

    def on_script(self, event: OfPerson) -> str:
        visit = self.session.account.visits.get(event.visit)
        self._person(event.person)
        found = proposed(self.session.shown, event.person, visit.problem_ids if visit else ())
        if not found:
            raise InvalidEdit(_("No more questions follow from the linked records."))
        self.session.edit(written(self.session.account, event.person, found))
        return _("Questions added: {n}.").format(n=len(found))

    def on_question(self, event: OfPerson) -> None:
        self._person(event.person)
        self.session.edit(written(self.session.account, event.person, [{"kind": "open"}]))

    def on_move(self, event: Moved) -> None:
        self._person(event.person)
        edits = moved(self.session.analyses.read(SCRIPT, event.person), event.row, event.onto)
        if not edits:
            raise InvalidEdit(_("A question moves only within its stage."))
        self.session.edit(edits)

    def _person(self, person: str) -> None:
        if person not in self.session.account.stakeholders:
            raise InvalidEdit(_("The person was deleted. Choose whom you met."))

    # -- after ----------------------------------------------------------------------------------------------------

    def on_heard(self, event: Heard) -> None:
        self.session.edit(
            recording.answered(self.session.account, event.visit, event.person, event.row, event.what)
        )

    def on_asked(self, event: Asked) -> None:
        self.session.edit(
            recording.asked(self.session.account, event.visit, event.level, event.what, self.session.by)
        )

    def on_doubt(self, event: OfVisit) -> None:
        self.session.edit(recording.doubted(self.session.account, event.visit))

    def on_finding(self, event: OfVisit) -> None:
        self.session.edit(recording.found(self.session.account, event.visit))

    def on_kept_all(self, event: OfVisit) -> None:
        self.session.edit(recording.all_kept(self.session.account, event.visit))


PANEL = Meetings
