"""Visits, planned and held, and the log of contacts between the customer's people and ours."""

from __future__ import annotations

from typing import Literal

from accountkit.model.record import Amount, Day, Key, Line, Record, Stars, Text

AskLevel = Literal["high", "mid", "low"]


class Ask(Record):
    """One prepared ask of a visit. `commitment_id` names the commitment that it led to."""

    action: Text = ""
    stakeholder_id: Key | None = None
    commitment_id: Key | None = None


class Visit(Record):
    """A visit: its purpose, the steps of the talk (methods, visit_plan), three asks, and what came of it.

    `problem_ids` names what it is about; a visit that names none is about all that its people feel or acknowledge.
    """

    date: Day | None = None
    place: Line = ""
    by: Line = ""
    stakeholder_ids: tuple[Key, ...] = ()
    problem_ids: tuple[Key, ...] = ()
    opportunity_id: Key | None = None
    status: Literal["planned", "held", "cancelled"] = "planned"
    purpose: Text = ""
    prepare: Text = ""
    connect: Text = ""
    verify: Text = ""
    exchange: Text = ""
    agree: Text = ""
    close: Text = ""
    asks: dict[AskLevel, Ask] = {}
    result: Text = ""
    evidence: tuple[Key, ...] = ()
    order: Amount = 0


class Contact(Record):
    """One line of the contact log (methods, contact_mechanism). `mood` is the customer's, 1 angry to 5 delighted; `topic`,
    `kind` and `content` say what was heard where the contact listened (market_information).
    """

    date: Day | None = None
    function: Literal["care", "inform", "advance", "serve", "listen"] | None = None
    by: Line = ""
    stakeholder_ids: tuple[Key, ...] = ()
    channel: Line = ""
    note: Text = ""
    mood: Stars | None = None
    topic: Line = ""
    kind: Literal["complaint", "suggestion", "requirement"] | None = None
    content: Literal["choice_parameter", "rival_offer", "trend", "reason_to_buy"] | None = None
    opportunity_id: Key | None = None
    visit_id: Key | None = None
    evidence: tuple[Key, ...] = ()
    order: Amount = 0
