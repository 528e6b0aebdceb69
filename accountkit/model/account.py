"""The account: one document, frozen, that everything else reads and only edits change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Annotated

from pydantic import Field

from accountkit.model.claims import Answer, Comment, Finding
from accountkit.model.deals import Doubt, Opportunity, PlanAction
from accountkit.model.evidence import Evidence, Status, standing
from accountkit.model.meetings import Contact, Visit
from accountkit.model.people import Commitment, Motive, Pair, Stakeholder
from accountkit.model.problems import Lever, Need, Problem
from accountkit.model.record import Key, Line, Record, Slug, Text
from accountkit.model.statement import Currency, Peer, Statement
from accountkit.model.versions import FIRST_OPPORTUNITY, SCHEMA_VERSION


class Profile(Record):
    """Who the customer is. `fiscal_year_end` is month and day, ``05-31``."""

    name: Line = ""
    name_zh: Line = ""
    industry: Line = ""
    industry_zh: Line = ""
    country: Line = ""
    ticker: Line = ""
    website: Line = ""
    fiscal_year_end: Line = ""
    owner: Line = ""
    summary: Text = ""


class Account(Record):
    """One customer account. Collections are by id, so that every value has a path (``findings/f7k2/impact``).

    `review_date` is the day as of which freshness is judged; evidence older than `stale_after_days` before it is stale.
    `wording` holds texts in a second language, by language and original text; see `accountkit.model.wording`.
    `answers` and `private_answers` are by method (``pest``), or by method and record (``personal_needs.s1``).
    `declined` holds the ids of offers that were turned down, with the day.
    """

    schema_version: Annotated[int, Field(ge=1)] = SCHEMA_VERSION
    slug: Slug
    profile: Profile = Profile()
    currency: Currency = "USD"
    review_date: dt.date | None = None
    stale_after_days: Annotated[int, Field(ge=1, le=3650)] = 365
    statements: dict[Key, Statement] = {}
    peers: dict[Key, Peer] = {}
    findings: dict[Key, Finding] = {}
    problems: dict[Key, Problem] = {}
    needs: dict[Key, Need] = {}
    levers: dict[Key, Lever] = {}
    stakeholders: dict[Key, Stakeholder] = {}
    motives: dict[Key, Motive] = {}
    commitments: dict[Key, Commitment] = {}
    opportunities: dict[Key, Opportunity] = {}
    visits: dict[Key, Visit] = {}
    contacts: dict[Key, Contact] = {}
    doubts: dict[Key, Doubt] = {}
    pairs: dict[Key, Pair] = {}
    plan: dict[Key, PlanAction] = {}
    answers: dict[Key, Answer] = {}
    private_answers: dict[Key, Answer] = {}
    evidence: dict[Key, Evidence] = {}
    comments: dict[Key, Comment] = {}
    declined: dict[Key, Line] = {}
    wording: dict[Key, dict[str, Text]] = {}

    def standing(self, evidence_ids: Collection[str]) -> Status:
        """Whether a claim that rests on these entries is assumed, confirmed or refuted."""
        if not evidence_ids:
            return "assumed"
        return standing(self.evidence[key] for key in evidence_ids if key in self.evidence)

    def stale(self, evidence_ids: Collection[str]) -> bool:
        """Whether a claim has evidence and all of it is older than the account allows as of its review date."""
        if not evidence_ids:
            return False
        known = [self.evidence[key] for key in evidence_ids if key in self.evidence]
        return bool(known) and all(e.is_stale(self.as_of, self.stale_after_days) for e in known)

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
    def objective_id(self) -> str:
        """The id of the opportunity that comes first; the one that the first will get if there is none yet."""
        return min(
            self.opportunities, key=lambda key: self.opportunities[key].order, default=FIRST_OPPORTUNITY
        )

    @property
    def objective(self) -> Opportunity:
        """The opportunity that comes first; a blank one if there is none."""
        return self.opportunities.get(self.objective_id, BLANK)

    @property
    def as_of(self) -> dt.date:
        """The day as of which the account is judged: its review date, else today."""
        return self.review_date or dt.date.today()


BLANK = Opportunity()
