"""Findings and answers: what is said about the customer's world, each with what it rests on."""

from __future__ import annotations

from typing import Literal

from accountkit.model.record import Amount, Day, Key, Line, Record, Scalar, Stars, Text

Dimension = Literal["political", "economic", "social", "technological"]
Party = Literal["customer", "customers_customer", "competitor", "supply_chain"]
Effect = Literal["opportunity", "threat", "strength", "weakness"]
Horizon = Literal["now", "6_12", "12_24", "over_24"]
Felt = Literal["unaware", "aware", "worried", "excited"]
Whose = Literal["customer", "us"]


class Finding(Record):
    """Something that changed or presses: a PEST factor, a force, a DuPont driver, a change inside the customer.

    `source_framework` and `source_item` say which analysis found it (``pest``/``political``, ``five_forces``/``rivalry``,
    ``dupont_roe``/``margin``). A PEST factor uses all fields; impact and likelihood left blank are *not assessed*.
    A change inside the customer has its day, sponsor and departments, and the finding that is its `occasion_id`. `whose` is
    ``us`` for what is said of us at this account: it stays inside.
    """

    statement: Text = ""
    source_framework: Key = "pest"
    source_item: Key = "political"
    factor: Line = ""
    change: Text = ""
    affected_party: Party = "customer"
    effect: Effect = "threat"
    impact: Stars | None = None
    likelihood: Stars | None = None
    horizon: Horizon = "now"
    felt: Felt = "aware"
    priority: Amount | None = None
    since: Day | None = None
    sponsor: Line = ""
    departments: Line = ""
    occasion_id: Key | None = None
    whose: Whose = "customer"
    evidence: tuple[Key, ...] = ()
    note: Text = ""
    order: Amount = 0


class Rating(Record):
    """One rated item of a framework; a blank value is *not assessed* and counts nowhere."""

    value: Stars | None = None
    expected: Stars | None = None
    note: Text = ""
    amount: Amount | None = None
    evidence: tuple[Key, ...] = ()


class Value(Record):
    """One value that is not a rating: a number, a choice, a yes or no, a text, or the ids of some stakeholders."""

    value: Scalar | tuple[Key, ...] = None
    evidence: tuple[Key, ...] = ()


class Row(Record):
    """One row of a method that keeps a table of its own: values by column."""

    cells: dict[Key, Scalar] = {}
    evidence: tuple[Key, ...] = ()
    order: Amount = 0


class Answer(Record):
    """What was entered into one method, by item key: ratings, values, notes, rows, and records without evidence."""

    ratings: dict[Key, Rating] = {}
    values: dict[Key, Value] = {}
    notes: dict[Key, Text] = {}
    rows: dict[Key, Row] = {}
    records: dict[Key, dict[Key, Scalar]] = {}


class Comment(Record):
    """A remark on a claim by somebody who may read but not edit; `target` is the claim's path, `through` the link or the person
    that it came from, by an id."""

    target: Line
    text: Text
    by: Line = ""
    at: Line = ""
    through: Line = ""
    closed: bool = False
