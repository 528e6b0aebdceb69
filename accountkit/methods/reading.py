"""What a method finds for one subject, and what a rule may ask to find it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from accountkit.methods import subjects
from accountkit.methods.marks import Marked, mark
from accountkit.methods.subjects import OURS
from accountkit.model import Account, Document, Practice
from accountkit.model.account_line import AccountLine


class Given(Protocol):
    """What a rule may ask: the documents, and what other methods read. `Analyses` gives it."""

    @property
    def account(self) -> Account:
        """The account; our own side has none, and asking it for one is an error."""

    @property
    def practice(self) -> Practice:
        """Our own side; an empty one where nobody has written any."""

    @property
    def accounts(self) -> tuple[AccountLine, ...]:
        """A summary line of each account."""

    @property
    def kept_rows(self) -> dict[str, Any]:
        """What registers keep of their rows, by method."""

    def read(self, key: str, subject_id: str | None = None) -> Any:
        """The reading of one method for one subject."""

    def readings(self, key: str) -> tuple[Any, ...]:
        """The readings of one method for all its subjects."""


def read_in(method: Any, analyses: Given) -> Account | Practice:
    """The document in which the records and answers of a `Method` lie."""
    return analyses.practice if method.subject in OURS else analyses.account


@dataclass(frozen=True, kw_only=True)
class Reading(Marked):
    """What a method finds for one subject: keys and numbers, no words.

    `method` is the `Method` that found it; `marks` are the entries as they count; `score` and `confirmed` over all of them and over the confirmed ones; `verdict`
    the key of the band, cell, stage or outcome, None while too little is assessed; `facts` whatever else the rule found.
    """

    method: Any
    analyses: Given = field(repr=False, compare=False)
    subject_id: str | None = None
    called: str = ""
    score: float | None = None
    confirmed: float | None = None
    verdict: str | None = None
    flags: tuple[str, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def account(self) -> Account:
        return self.analyses.account

    @property
    def practice(self) -> Practice:
        return self.analyses.practice

    @property
    def document(self) -> Document:
        """What it was read in: the account, or our own side."""
        return read_in(self.method, self.analyses)

    @property
    def record(self) -> Any:
        """The record that it is about; None for the document itself."""
        return subjects.record(self.document, self.method.subject, self.subject_id or "")

    @property
    def is_refuted(self) -> bool:
        """Whether the record that it is about is refuted."""
        return self.document.standing(getattr(self.record, "evidence", ())) == "refuted"

    @property
    def begun(self) -> bool:
        """Whether anything has been entered."""
        return any(mark.shown is not None for mark in self.marks.values())

    @property
    def stale(self) -> bool:
        """Whether something that counts is older than the document allows."""
        return any(mark.stale for mark in self.known)

    @property
    def currency(self) -> str:
        """The currency of its amounts: that of the record where it names one, that of the statements if it reads them, else
        the document's."""
        if "statements" in (self.method.uses or ()):
            return self.account.statement_currency
        return getattr(self.record, "currency", None) or self.document.currency

    def setting(self, key: str) -> Any:
        """The value of a setting, which holds for all records of the method."""
        answer = getattr(self.document, self.method.collection).get(self.method.key)
        return mark(self.document, key, answer.values.get(key) if answer else None).value
