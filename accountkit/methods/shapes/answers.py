"""What all shapes do with an answer: its entries as marks, and the flags of a reading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
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
    """The entries as they count, in the order of the definition; `derived` stands where nothing is entered, or
    nothing that counts."""
    found = {}
    for entry in entries:
        kept = answer.ratings if entry.kind == "rating" else answer.values
        follows = (derived or {}).get(entry.key)
        one = mark(account, entry.key, kept.get(entry.key), counts=entry.counts, derived=follows)
        value = as_kind(entry, one.value)
        if value is None and follows is not None:
            found[entry.key] = replace(one, value=follows, derived=True)
        else:
            found[entry.key] = replace(one, value=value)
    return found


def as_kind(entry: Entry, value: Any) -> Any:
    """A value as its entry counts it: a day as a date; None where it is not of the entry's kind (a file may hold anything)."""
    if entry.kind == "date" and isinstance(value, str):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            return None
    if entry.kind == "choice" and value not in dict(entry.choices):
        return None
    kinds: dict[str, tuple[type, ...]] = {
        "rating": (int,),
        "date": (dt.date,),
        "people": (tuple,),
        **dict.fromkeys(("number", "money", "percent"), (int, float)),
    }
    fits = isinstance(value, kinds.get(entry.kind, (str,))) and not isinstance(value, bool)
    return value if fits else None


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
