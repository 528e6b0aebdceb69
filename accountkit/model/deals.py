"""Opportunities (deals), the doubts that hold them back, and the account's plan of actions."""

from __future__ import annotations

from typing import Literal

from accountkit.model.problems import Answered
from accountkit.model.record import Amount, Day, Key, Line, Record, Stars, Text
from accountkit.model.statement import Currency

GuidedBy = Literal["us", "competitor", "customer", "unknown"]
Actor = Literal["customer", "joint", "seller"]
BuyingStage = Literal["find_need", "internal_brew", "design", "compare", "commit", "install"]
Outcome = Literal["open", "won", "lost", "stalled"]
DoubtCause = Literal[
    "size", "complexity", "weight", "blame", "quality", "response", "skill", "confidence", "preparation"
]


class Opportunity(Record):
    """One deal: who buys what, for how much, by when, and how we know (methods, sales_objective).

    `how_much` is in `currency`, or in the account's if that is None. `stage` is the
    customer's present stage of buying. `field_evidence` holds evidence ids per field
    (``how_much``); `evidence` is about the deal as a whole. `necessity` and `sameness` describe what is bought.
    """

    name: Line = ""
    who: Line = ""
    what: Line = ""
    how_much: Amount | None = None
    currency: Currency | None = None
    when: Day | None = None
    meaning: Text = ""
    guided_by: GuidedBy = "unknown"
    customer_clear: Answered = "unknown"
    stage: BuyingStage | None = None
    outcome: Outcome = "open"
    closed_on: Day | None = None
    necessity: Stars | None = None
    sameness: Stars | None = None
    need_ids: tuple[Key, ...] = ()
    commitment_ids: tuple[Key, ...] = ()
    field_evidence: dict[Key, tuple[Key, ...]] = {}
    evidence: tuple[Key, ...] = ()
    order: Amount = 0

    @property
    def is_open(self) -> bool:
        """Whether it can still be won: it is open, or it stands still."""
        return self.outcome in ("open", "stalled")


class Doubt(Record):
    """What keeps a person from buying. `signal` is what was said; `hidden_worry` is our private reading of it."""

    stakeholder_id: Key | None = None
    need_id: Key | None = None
    opportunity_id: Key | None = None
    visit_id: Key | None = None
    signal: Text = ""
    hidden_worry: Text = ""
    cause: DoubtCause | None = None
    answer: Text = ""
    status: Literal["open", "eased", "closed"] = "open"
    evidence: tuple[Key, ...] = ()
    order: Amount = 0


class PlanAction(Record):
    """One action of the account's plan. `origin` is the path or the method that it comes from; `worked` whether its result
    is as wanted (methods, plan_tracking)."""

    action: Text = ""
    actor: Actor = "seller"
    owner: Line = ""
    due: Day | None = None
    status: Literal["open", "done", "dropped"] = "open"
    done_on: Day | None = None
    worked: Answered = "unknown"
    result: Text = ""
    adjust: Text = ""
    origin: Line = ""
    opportunity_id: Key | None = None
    evidence: tuple[Key, ...] = ()
    order: Amount = 0
