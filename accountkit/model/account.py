"""The account: one document, frozen, that everything else reads and only edits change."""

from __future__ import annotations

from collections.abc import Iterator

from accountkit.i18n import _
from accountkit.model.business_case import Alternative, CaseTerms
from accountkit.model.claims import Comment, Finding
from accountkit.model.crm import CrmRow
from accountkit.model.deals import Doubt, Opportunity, PlanAction
from accountkit.model.document import Document
from accountkit.model.meetings import Contact, Visit
from accountkit.model.people import Commitment, Motive, Pair, Stakeholder, reports_to_itself
from accountkit.model.problems import Lever, Need, Problem
from accountkit.model.record import Day, Key, Line, MaybeSlug, Record, Slug, Text
from accountkit.model.statement import Peer, Statement
from accountkit.model.versions import FIRST_OPPORTUNITY


class Profile(Record):
    """Who the customer is. `fiscal_year_end` is month and day, ``05-31``; `parent` the slug of the group's account.

    `budget_opens` and `budget_closes` are month and day, empty where they are assumed from the year end.
    """

    name: Line = ""
    name_zh: Line = ""
    industry: Line = ""
    industry_zh: Line = ""
    country: Line = ""
    ticker: Line = ""
    website: Line = ""
    fiscal_year_end: Line = ""
    budget_opens: Line = ""
    budget_closes: Line = ""
    next_results: Day | None = None
    owner: Line = ""
    parent: MaybeSlug = ""
    summary: Text = ""


class Account(Document):
    """One customer account. `interim` holds statements of part of a year, from its beginning, apart from those of years."""

    slug: Slug
    profile: Profile = Profile()
    statements: dict[Key, Statement] = {}
    interim: dict[Key, Statement] = {}
    peers: dict[Key, Peer] = {}
    findings: dict[Key, Finding] = {}
    problems: dict[Key, Problem] = {}
    needs: dict[Key, Need] = {}
    levers: dict[Key, Lever] = {}
    business_case: CaseTerms = CaseTerms()
    alternatives: dict[Key, Alternative] = {}
    stakeholders: dict[Key, Stakeholder] = {}
    motives: dict[Key, Motive] = {}
    commitments: dict[Key, Commitment] = {}
    opportunities: dict[Key, Opportunity] = {}
    visits: dict[Key, Visit] = {}
    contacts: dict[Key, Contact] = {}
    doubts: dict[Key, Doubt] = {}
    pairs: dict[Key, Pair] = {}
    plan: dict[Key, PlanAction] = {}
    comments: dict[Key, Comment] = {}
    crm: dict[Key, CrmRow] = {}

    def present_path(self, path: str) -> str:
        """``objective`` goes on meaning the opportunity that comes first."""
        step, slash, rest = path.partition("/")
        if step == "objective":
            return f"opportunities/{self.objective_id}{slash}{rest}"
        return super().present_path(path)

    def contradiction(self, path: str) -> str:
        """Nobody reports to themselves, one need comes first, and a statement stands under its day."""
        collection, _slash, rest = path.partition("/")
        key = rest.split("/")[0]
        if collection == "pairs" and key in self.pairs and reports_to_itself(self.pairs, key):
            return _("this person would report to themselves; change the other tie first")
        firsts = sum(need.rank == 1 for need in self.needs.values())
        if collection == "needs" and firsts > 1 and key in self.needs and self.needs[key].rank == 1:
            return _("another need comes first already; change its rank first")
        written = (reason for place, _day, reason in self.contradictions(path) if _leads_to(path, place))
        return next(written, "")

    def contradictions(self, path: str = "") -> Iterator[tuple[str, str, str]]:
        """Statements that stand under another day than theirs. Rings of reporting and two first needs are none of these: an
        account that has them since before edits refused them comes back from its file, and its open points name them, to
        be mended (methods/chain/gaps.py)."""
        for place, statements in self._books(path):
            for key, statement in statements.items():
                day = statement.period_end.isoformat()
                if key != day:
                    reason = _("the statement ends on {day}, but stands under {key}; make the two the same")
                    yield f"{place}/{key}/period_end", day, reason.format(day=day, key=key)

    def _books(self, path: str) -> Iterator[tuple[str, dict[Key, Statement]]]:
        """The statements that an edit at `path` may have changed, by the path that leads to them; all without a path."""
        collection, _slash, rest = path.partition("/")
        for name in ("statements", "interim"):
            if collection in ("", name):
                yield name, getattr(self, name)
        if collection in ("", "peers"):
            chosen = rest.partition("/")[0]
            for key in [chosen] if chosen in self.peers else self.peers if not chosen else ():
                yield f"peers/{key}/statements", self.peers[key].statements

    def rival_of(self, problem: Problem) -> str | None:
        """The peer that the problem is compared with: the one chosen, else the one its words begin with
        (``Amazon: 38.3 days``); None where there is none."""
        if problem.rival_id is not None:
            return problem.rival_id if problem.rival_id in self.peers else None
        said = problem.rival.casefold()
        for key, peer in self.peers.items():
            if any(name and said.startswith(name.casefold()) for name in (peer.name, peer.name_zh)):
                return key
        return None

    @property
    def statement_currency(self) -> str:
        """The currency of the newest statement; the account's, in which people enter amounts, if there is none."""
        return self.statements[max(self.statements)].currency if self.statements else self.currency

    @property
    def objective_id(self) -> str:
        """The id of the opportunity that comes first; the one that the first will get if there is none yet."""
        return min(
            self.opportunities, key=lambda key: self.opportunities[key].order, default=FIRST_OPPORTUNITY
        )

    @property
    def objective(self) -> Opportunity:
        """The opportunity that comes first; a blank one if there is none."""
        return self.opportunities.get(self.objective_id, BLANK)


BLANK = Opportunity()


def _leads_to(path: str, place: str) -> bool:
    """Whether what was written at `path` holds the value at `place`."""
    return f"{place}/".startswith(f"{path}/")
