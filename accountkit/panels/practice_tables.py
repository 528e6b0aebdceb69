"""The tables of a page of our own side: which records stand on it, and what is entered of each in the table itself.

What a method judges of a record is entered on its card; here are the facts that make the record what it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from accountkit.i18n import N_, _, clauses
from accountkit.methods import REGISTRY, subjects
from accountkit.methods.portfolio.segment_rules import BASES
from accountkit.methods.proposals import separated
from accountkit.methods.team.partner_rules import TYPES
from accountkit.methods.team.team_rules import MODES
from accountkit.methods.wording import upper_first
from accountkit.methods.workspaces import cards
from accountkit.model import Document
from accountkit.model.record import as_json
from accountkit.panels.evidence import claim


@dataclass(frozen=True)
class Field:
    """A field of a record: its kind, the choices of a choice, or the subject whose records it names (`of`).

    `several` says that a line holds texts with a semicolon between them.
    """

    key: str
    name: str
    kind: str = "line"
    choices: tuple[tuple[str, str], ...] = ()
    of: str = ""
    several: bool = False

    def shown(self, record: Any) -> Any:
        """What a record has in it, as the table shows and takes it."""
        value = getattr(record, self.key)
        return clauses(separated(value)) if self.several else as_json(value)


@dataclass(frozen=True)
class Table:
    """The records of one subject: title, what one of them is, and what to do first where there is none."""

    subject: str
    title: str
    first: str
    verb: str
    fields: tuple[Field, ...]

    @property
    def records(self) -> str:
        return subjects.COLLECTION[self.subject]


SEGMENTS = Table(
    "segment",
    N_("Segments"),
    N_("No segments yet. Add a market whose buyers have similar needs and refer to each other."),
    N_("Add segment"),
    (
        Field("name", N_("Segment")),
        Field("parent_id", N_("Parent segment"), "record", of="segment"),
        Field("basis", N_("Divided by"), "choice", BASES),
        Field("reference_cases", N_("Reference cases"), "text"),
    ),
)
OFFERS = Table(
    "offer",
    N_("Offerings"),
    N_("No offerings yet. Add what we sell, with the measure that it changes at a customer."),
    N_("Add offering"),
    (
        Field("name", N_("Offering")),
        Field("segment_id", N_("Segment"), "record", of="segment"),
        Field("metric", N_("Measures that it changes"), "line", several=True),
        Field("case", N_("Reference case"), "text"),
    ),
)
PARTNERS = Table(
    "partner",
    N_("Partners"),
    N_("No partners yet. Add a company that sells with us or for us."),
    N_("Add partner"),
    (
        Field("name", N_("Partner")),
        Field(
            "kind",
            N_("Kind of partner"),
            "choice",
            (("strategic", N_("strategic partner")), ("local", N_("local partner"))),
        ),
        Field("segment_ids", N_("Segments"), "choices", of="segment"),
        Field("region", N_("Region")),
        Field("agreement", N_("Kind of agreement"), "choice", tuple(TYPES.items())),
        Field("agreed_until", N_("Agreed until"), "date"),
        Field("seller_id", N_("Looked after by"), "record", of="seller"),
    ),
)
TEAMS = Table(
    "team",
    N_("Teams"),
    N_("No teams yet. Add the selling organisation first, then its teams."),
    N_("Add team"),
    (
        Field("name", N_("Team")),
        Field("parent_id", N_("Part of"), "record", of="team"),
        Field("leader_id", N_("Leader"), "record", of="seller"),
        Field("mode", N_("Way of selling"), "choice", tuple(MODES.items())),
        Field("segment_ids", N_("Segments"), "choices", of="segment"),
    ),
)
SELLERS = Table(
    "seller",
    N_("Our sellers"),
    N_("No sellers yet. Add the roles that sell; names are not needed."),
    N_("Add seller"),
    (
        Field("role_title", N_("Role")),
        Field("name", N_("Name")),
        Field("user", N_("Signs in as")),
        Field("team_id", N_("Team"), "record", of="team"),
        Field("coach_id", N_("Coach"), "record", of="seller"),
        Field("in_post_since", N_("In this post since"), "date"),
    ),
)
TABLES: dict[str, tuple[Table, ...]] = {"portfolio": (SEGMENTS, OFFERS), "team": (PARTNERS, TEAMS, SELLERS)}
"""The tables of each page, in the order in which they stand."""


def tables_of(page: str) -> tuple[Table, ...]:
    """The tables of a page, but for records that a card of it lists and takes itself."""
    listed = {getattr(REGISTRY[key], "records", "") for key in cards(page)}
    return tuple(table for table in TABLES[page] if table.records not in listed)


def shown(table: Table, seen: Document, stored: Document) -> dict[str, Any]:
    """A table as the page draws it: the grid of a register over the records."""
    kept: dict[str, Any] = getattr(seen, table.records)
    return {
        "list": table.records,
        "title": _(table.title),
        "one": upper_first(_(subjects.KINDS[table.subject])),
        "first": _(table.first),
        "verb": _(table.verb),
        "grid": {
            "page": 0,
            "last": 0,
            "told": "",
            "cells": "",
            "list": table.records,
            "kept": True,
            "adds": False,
            "columns": [_column(one, seen) for one in table.fields],
            "rows": [_row(table, key, kept[key], stored) for key in subjects.ids(seen, table.subject)],
        },
    }


def _column(field: Field, seen: Document) -> dict[str, Any]:
    records = [
        {"value": key, "title": subjects.name(seen, field.of, key)}
        for key in (subjects.ids(seen, field.of) if field.of else ())
    ]
    return {
        "key": field.key,
        "name": _(field.name),
        "kind": field.kind,
        "choices": records or [{"value": key, "title": _(name)} for key, name in field.choices],
        "prompt": "",
        "worked": False,
    }


def _row(table: Table, key: str, record: Any, stored: Document) -> dict[str, Any]:
    return {
        "id": key,
        "path": f"{table.records}/{key}",
        "cells": {field.key: field.shown(record) for field in table.fields},
        "flags": [],
        "refuted": stored.standing(record.evidence) == "refuted",
        "claim": claim(stored, record.evidence),
    }
