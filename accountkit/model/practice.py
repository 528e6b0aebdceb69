"""Our own side: segments, offers, partners, teams and sellers. One document of a store, beside its accounts."""

from __future__ import annotations

from typing import Any, Literal

from accountkit.i18n import _
from accountkit.model.document import Document
from accountkit.model.offers import CatalogueOffer
from accountkit.model.problems import Answered, Share
from accountkit.model.record import Amount, Day, Key, Line, Record, Stars, Text

SalesMode = Literal["demand_creating", "motive_creating", "product_push"]
CompetitiveStrategy = Literal["focus", "differentiation", "cost_leadership"]


class Segment(Record):
    """A market in which buyers have similar needs, take the same proposition and refer to each other (methods,
    segment_positioning).

    `brand` is our brand there, 1 unknown to 5 named first; `potential` 1 low to 5 high; `difficulty` 1 easy to 5 hard:
    the one place where these facts are kept. `activity` is the activity of the value chain that we serve.
    `field_evidence` holds evidence ids per field (``market_share``); `evidence` is about the segment as a whole.
    """

    name: Line = ""
    parent_id: Key | None = None
    basis: Literal["industry", "region"] | None = None
    activity: Literal["primary", "support"] | None = None
    similar_needs: Answered = "unknown"
    same_proposition: Answered = "unknown"
    buyers_refer: Answered = "unknown"
    market_share: Share | None = None
    brand: Stars | None = None
    potential: Stars | None = None
    difficulty: Stars | None = None
    reference_cases: Text = ""
    field_evidence: dict[Key, tuple[Key, ...]] = {}
    evidence: tuple[Key, ...] = ()
    order: Amount = 0


class Offer(CatalogueOffer):
    """An offer with the blocks of its sheet (methods, go_to_market_sheet); `reviewed_on` is the day it was last checked.

    `rival_answers` is what we answer to each rival, `cases` customers who may be named, `faq` standing answers.
    `differentiated`: tailored rather than standard.
    """

    segment_id: Key | None = None
    differentiated: Answered = "unknown"
    target_customers: Text = ""
    business_problem: Text = ""
    how_solved: Text = ""
    vision: Text = ""
    price_strategy: Text = ""
    competitive_strategy: CompetitiveStrategy | None = None
    rival_answers: Text = ""
    unique_value: Text = ""
    cases: Text = ""
    faq: Text = ""
    reviewed_on: Day | None = None
    evidence: tuple[Key, ...] = ()
    order: Amount = 0


class Partner(Record):
    """A company that sells with us or for us. `segment_ids`, `offer_ids` and `region` are the scope of its agreement,
    which holds until `agreed_until`; `seller_id` is who of ours looks after it.
    """

    name: Line = ""
    kind: Literal["strategic", "local"] | None = None
    segment_ids: tuple[Key, ...] = ()
    offer_ids: tuple[Key, ...] = ()
    region: Line = ""
    agreement: Literal["exclusive", "registered", "bulk"] | None = None
    agreed_until: Day | None = None
    seller_id: Key | None = None
    evidence: tuple[Key, ...] = ()
    order: Amount = 0


class Team(Record):
    """A selling team, or the whole selling organisation (one without a parent). `mode` is how it sells."""

    name: Line = ""
    parent_id: Key | None = None
    leader_id: Key | None = None
    mode: SalesMode | None = None
    segment_ids: tuple[Key, ...] = ()
    evidence: tuple[Key, ...] = ()
    order: Amount = 0


class Seller(Record):
    """One of our sellers. `user` is the name under which this person edits; their private answers are for them, and
    coaching for the coach too."""

    name: Line = ""
    user: Line = ""
    role_title: Line = ""
    team_id: Key | None = None
    coach_id: Key | None = None
    segment_ids: tuple[Key, ...] = ()
    in_post_since: Day | None = None
    evidence: tuple[Key, ...] = ()
    order: Amount = 0


class Practice(Document):
    """The seller's own side, which serves all accounts. `document` says in a file what the file is."""

    document: Literal["practice"] = "practice"
    segments: dict[Key, Segment] = {}
    offers: dict[Key, Offer] = {}
    partners: dict[Key, Partner] = {}
    teams: dict[Key, Team] = {}
    sellers: dict[Key, Seller] = {}

    def contradiction(self, path: str) -> str:
        """No segment and no team is a part of itself, over others or at once. One that is when it is loaded is shown all the
        same, to be mended.
        """
        collection, _slash, rest = path.partition("/")
        kept: dict[str, Any] = getattr(self, collection) if collection in ("segments", "teams") else {}
        key, seen = rest.split("/")[0], set()
        above = kept[key].parent_id if key in kept else None
        while above in kept and above not in seen:
            seen.add(above)
            above = kept[above].parent_id
        return _("it would be a part of itself; change the other one first") if key in seen else ""
