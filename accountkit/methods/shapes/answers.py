"""What all shapes do with an answer: its entries as marks, and the flags of a reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from accountkit.methods import subjects
from accountkit.methods.marks import Mark, mark
from accountkit.methods.method import Given, Method, Reading, read_in
from accountkit.model import Answer, Document, Edit, Value, field_evidence, new_id
from accountkit.model.reasons import out_of_reach
from accountkit.model.record import as_day, as_rating

BLANK = Answer()


def answer_of(method: Method, document: Document, subject_id: str | None) -> Any:
    """What was entered for one subject, which may be the record itself; a blank answer where nothing was."""
    if method.in_record:
        return subjects.record(document, method.subject, subject_id or "") or BLANK
    return getattr(document, method.collection).get(method.answer_key(subject_id), BLANK)


def marks(method: Method, document: Document, subject_id: str | None) -> dict[str, Mark]:
    """The entries as they count, in the order of the definition."""
    answer = answer_of(method, document, subject_id)
    record = subjects.record(document, method.subject, subject_id or "")
    found = {}
    for entry in method.entries():
        kept = answer.ratings if entry.kind == "rating" else answer.values
        held = _field(record, entry.key) if entry.on_record else kept.get(entry.key)
        one = mark(document, entry.key, held, counts=entry.counts)
        found[entry.key] = replace(one, value=as_kind(entry, one.value))
    return found


def _field(record: Any, key: str) -> Value | None:
    """A field of a record as an entry; blank while it is what every new record has."""
    if record is None:
        return None
    value = getattr(record, key)
    blank = value == type(record).model_fields[key].default
    return Value.model_construct(value=None if blank else value, evidence=field_evidence(record, key))


def with_derived(found: dict[str, Mark], derived: Mapping[str, Any]) -> dict[str, Mark]:
    """What follows from other records stands where nothing is entered, or nothing that counts."""
    return {
        key: replace(one, value=derived[key], derived=True)
        if one.value is None and derived.get(key) is not None
        else one
        for key, one in found.items()
    }


class Kinded(Protocol):
    """What says of which kind a value is: an entry, or a column of a register."""

    @property
    def kind(self) -> str: ...

    @property
    def choices(self) -> tuple[tuple[str, str], ...]: ...


def as_kind(entry: Kinded, value: Any) -> Any:
    """A value as its entry counts it: a day as a date; None where it is not of the entry's kind (a file may hold anything)."""
    if entry.kind == "date":
        day = as_day(value)
        return None if out_of_reach(day) else day
    if entry.kind == "choice" and value not in dict(entry.choices):
        return None
    if entry.kind == "rating":
        return as_rating(value)
    kinds: dict[str, tuple[type, ...]] = {
        "people": (tuple,),
        **dict.fromkeys(("number", "money", "percent"), (int, float)),
    }
    fits = isinstance(value, kinds.get(entry.kind, (str,))) and not isinstance(value, bool)
    return value if fits else None


def marks_of(
    method: Method, analyses: Given, subject_id: str | None, derived: dict[str, Any] | None = None
) -> dict[str, Any]:
    """The fields that every reading begins with."""
    document = read_in(method, analyses)
    head: dict[str, Any] = {
        "method": method,
        "analyses": analyses,
        "subject_id": subject_id,
        "called": subjects.name(document, method.subject, subject_id) if subject_id is not None else "",
        "marks": marks(method, document, subject_id),
    }
    follows = {**(derived or {}), **method.derives(Reading(**head))}
    return {**head, "marks": with_derived(head["marks"], follows)}


def added_rows(path: str, after: int, cells: Iterable[Mapping[str, Any]]) -> tuple[Edit, ...]:
    """The edits that put rows into the answer at `path`, after so many that stand there."""
    return tuple(
        Edit(f"{path}/rows/{new_id('r')}", {"cells": dict(one), "order": after + n})
        for n, one in enumerate(cells)
    )


def with_rows(reading: Any, cells: Iterable[Mapping[str, Any]]) -> tuple[Edit, ...]:
    """The edits that put rows into a register, after its own."""
    return added_rows(reading.method.answer_path(reading.subject_id), len(reading.rows), cells)
