"""What an account and our own practice have in common: one frozen document that only edits change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from typing import Annotated, TypeVar

from pydantic import Field

from accountkit.model.claims import Answer
from accountkit.model.evidence import Evidence, Status, judged
from accountkit.model.kept_private import private_path
from accountkit.model.record import Day, Key, Line, Record, Text
from accountkit.model.statement import Currency
from accountkit.model.versions import SCHEMA_VERSION


class Document(Record):
    """One document. Collections are by id, so that every value has a path (``findings/f7k2/impact``).

    `review_date` is the day as of which freshness is judged; evidence older than `stale_after_days` before it is stale.
    `wording` holds texts in a second language, by language and original text; see `accountkit.model.wording`.
    `answers` and `private_answers` are by method (``pest``), or by method and record (``personal_needs.s1``).
    `declined` holds the ids of suggestions that were turned down, with the day.
    """

    schema_version: Annotated[int, Field(ge=1)] = SCHEMA_VERSION
    currency: Currency = "USD"
    review_date: Day | None = None
    stale_after_days: Annotated[int, Field(ge=1, le=3650)] = 365
    answers: dict[Key, Answer] = {}
    private_answers: dict[Key, Answer] = {}
    evidence: dict[Key, Evidence] = {}
    declined: dict[Key, Line] = {}
    wording: dict[Key, dict[str, Text]] = {}

    def present_path(self, path: str) -> str:
        """A path as it is spelled today, and where answers of private methods stay."""
        return private_path(path)

    def contradiction(self, path: str) -> str:
        """Why what was written at `path` cannot stand beside the rest of the document; empty where it can."""
        return ""

    def contradictions(self, path: str = "") -> Iterator[tuple[str, str, str]]:
        """What of the whole document, or of the collection that `path` begins in, cannot stand together: path, value and why.
        Neither a file nor an edit that says so is taken in."""
        yield from ()

    def standing(self, evidence_ids: Collection[str]) -> Status:
        """Whether a claim that rests on these entries is assumed, confirmed or refuted."""
        return judged(self.evidence).standing(tuple(evidence_ids)) if evidence_ids else "assumed"

    def stale(self, evidence_ids: Collection[str]) -> bool:
        """Whether a claim has evidence and all of it is older than allowed as of the review date."""
        day = self.stale_from(evidence_ids)
        return day is not None and day <= self.as_of

    def stale_from(self, evidence_ids: Collection[str]) -> dt.date | None:
        """The first day on which all evidence of a claim is older than allowed; None where it has none, or some without a
        date."""
        if not evidence_ids:
            return None
        return judged(self.evidence).stale_from(tuple(evidence_ids), self.stale_after_days)

    @property
    def as_of(self) -> dt.date:
        """The day as of which the document is judged: its review date, else today."""
        return self.review_date or dt.date.today()


D = TypeVar("D", bound=Document)
"""An account or a practice, whichever is handed in."""
