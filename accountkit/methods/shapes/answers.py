"""What all shapes do with an answer: its entries as marks, and the flags of a reading."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from accountkit.methods import subjects
from accountkit.methods.marks import Mark, mark
from accountkit.methods.method import Entry, Given, Method
from accountkit.model import Account, Answer

BLANK = Answer()


def answer_of(method: Method, account: Account, subject_id: str | None) -> Answer:
    """What was entered for one subject; a blank answer where nothing was."""
    return getattr(account, method.collection).get(method.answer_key(subject_id), BLANK)


def marks(
    account: Account, answer: Answer, entries: Iterable[Entry], derived: dict[str, Any] | None = None
) -> dict[str, Mark]:
    """The entries as they count, in the order of the definition; `derived` stands where nothing is entered."""
    return {
        entry.key: mark(
            account,
            entry.key,
            answer.ratings.get(entry.key) if entry.kind == "rating" else answer.values.get(entry.key),
            counts=entry.counts,
            derived=(derived or {}).get(entry.key),
        )
        for entry in entries
    }


def marks_of(
    method: Method, analyses: Given, subject_id: str | None, derived: dict[str, Any] | None = None
) -> dict[str, Any]:
    """The fields that every reading begins with."""
    account = analyses.account
    answer = answer_of(method, account, subject_id)
    return {
        "method": method,
        "analyses": analyses,
        "subject_id": subject_id,
        "called": subjects.name(account, method.subject, subject_id) if subject_id is not None else "",
        "marks": marks(account, answer, method.entries(), derived),
    }
