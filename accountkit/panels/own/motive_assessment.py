"""The motives panel: will this person act, what holds them back, and what we ask for next."""

from __future__ import annotations

from typing import Any

from accountkit import methods
from accountkit.errors import InvalidEdit
from accountkit.figures.importance_urgency import (
    importance_urgency,
    importance_urgency_table,
    importance_urgency_text,
)
from accountkit.figures.motive_balance import motive_balance, motive_balance_table, motive_balance_text
from accountkit.i18n import _, currency_name
from accountkit.methods.motives.motive_assessment import METHOD
from accountkit.methods.motives.reading import MotiveReading
from accountkit.methods.paths import paths
from accountkit.model import Commitment, Edit, Motive, Stakeholder, new_id
from accountkit.model.record import Key
from accountkit.panels.events import Choose, Event
from accountkit.panels.own import motive_views as views
from accountkit.panels.panel import BLANK, Panel
from accountkit.panels.session import Session
from accountkit.panels.suggestions import suggested
from accountkit.panels.tables import table

_ID = r"[^/]+"
_FIELDS = "|".join(field.key for field in METHOD.fields)
_PATHS = paths(METHOD)


class Assess(Event):
    """A new motive: a person and the need (or, where none is known yet, the problem) it is about."""

    person: Key
    need: Key | None = None
    problem: Key | None = None


class MotiveAssessment(Panel):
    """Ten ratings, the money, and whether the need is explicit; ranked by what to open the meeting with."""

    VUE = "motive_assessment.vue"
    WRITABLE = (
        *_PATHS.writable,
        rf"motives/{_ID}/({_FIELDS}|pushed_from_above)",
        rf"stakeholders/{_ID}/(role_title|function|layer|adopter)",
        rf"commitments/{_ID}/(action|level|due|status|stakeholder_id)",
        r"objective/(who|what|how_much|when|guided_by)",
    )
    REMOVABLE = (rf"(motives|stakeholders|commitments)/{_ID}",)
    CITABLE = (
        rf"(motives|stakeholders|commitments)/{_ID}",
        *_PATHS.citable,
        "objective",
    )
    EVENTS = {"choose": Choose, "person": Event, "assess": Assess, "commitment": Event}
    READING = frozenset({"choose"})

    def __init__(self, session: Session) -> None:
        self.chosen = ""
        super().__init__(session)

    def shows(self, path: str) -> bool:
        """People are entered here too, beside the screen that is theirs."""
        return path.startswith("stakeholders/") or super().shows(path)

    def shown(self) -> dict[str, Any]:
        account = self.session.shown
        self.verdict = verdict = self.session.analyses.assess(METHOD.key)
        motive = self.motive()
        needs = [{"id": key, "text": need.statement} for key, need in account.needs.items()]
        return {
            "sentence": verdict.sentence,
            "question": verdict.question,
            "rule": verdict.rule,
            "currency": currency_name(account.currency),
            "rows": [views.row(each) for each in verdict.detail],
            "chosen": motive.id if motive else "",
            "motive": views.detail(account, motive) if motive else None,
            "openers": [
                {
                    "role": opener.role,
                    "subject": opener.subject,
                    "why": opener.why,
                    "question": opener.question,
                    "path": opener.path,
                }
                for opener in methods.openers(self.session.analyses)[:5]
            ],
            "people": views.people(account),
            "needs": needs,
            "problems": [
                {"id": key, "text": problem.statement}
                for key, problem in account.problems.items()
                if not problem.closed
            ],
            "commitments": views.commitments(account),
            "objective": views.objective(account),
            "suggestions": suggested(verdict.suggestions),
            "choices": views.choices(),
            "tables": {
                "balance": table(motive_balance_table(motive, account.currency)) if motive else table([]),
                "importance": table(importance_urgency_table(verdict.detail)),
            },
        }

    def drawn(self) -> dict[str, tuple[dict, str]]:
        motive, currency, reading = self.motive(), self.session.shown.currency, self.verdict.detail
        balance = (
            (motive_balance(motive, currency), motive_balance_text(motive, currency)) if motive else BLANK
        )
        return {
            "balance": balance,
            "importance": (importance_urgency(reading), importance_urgency_text(reading)),
        }

    def motive(self) -> MotiveReading | None:
        """The motive that is looked at: the chosen one, else the readiest."""
        found = self.verdict.detail
        return next((one for one in found if one.id == self.chosen), found[0] if found else None)

    def select(self, path: str) -> bool:
        collection, key, *_rest = (*path.split("/"), "")
        if collection != "motives" or key not in self.session.account.motives or key == self.chosen:
            return False
        self.chosen = key
        return True

    def on_choose(self, event: Choose) -> None:
        self.chosen = str(event.value or "")
        self.refresh()

    def on_person(self, _event: Event) -> None:
        self.session.edit(
            [Edit(f"stakeholders/{new_id('s')}", Stakeholder(order=len(self.session.account.stakeholders)))]
        )

    def on_assess(self, event: Assess) -> None:
        account = self.session.account
        gone = (
            event.person not in account.stakeholders
            or event.need not in (None, *account.needs)
            or event.problem not in (None, *account.problems)
        )
        if gone:
            raise InvalidEdit(_("This person, need or problem was deleted. Undo, or choose another."))
        self.chosen = new_id("m")
        problem = event.problem or (account.needs[event.need].problem_id if event.need else None)
        motive = Motive(
            stakeholder_id=event.person, need_id=event.need, problem_id=problem, order=len(account.motives)
        )
        self.session.edit([Edit(f"motives/{self.chosen}", motive)])

    def on_commitment(self, _event: Event) -> None:
        motive = self.motive()
        asked = (
            Commitment(stakeholder_id=motive.motive.stakeholder_id, motive_id=motive.id)
            if motive
            else Commitment()
        )
        self.session.edit([Edit(f"commitments/{new_id('c')}", asked)])


PANEL = MotiveAssessment
