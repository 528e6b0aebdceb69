"""One record with all that the methods say of it: the strip of a screen, where a person works on a record, not on a method."""

from __future__ import annotations

from collections import Counter
from typing import Any

from accountkit.i18n import _
from accountkit.methods import subjects
from accountkit.methods.method import Method
from accountkit.methods.registry import REGISTRY
from accountkit.methods.wording import upper_first
from accountkit.methods.workspaces import tab_of_method
from accountkit.panels.method_view import MethodView
from accountkit.panels.session import Session


def subject_of_screen(cards: tuple[str, ...]) -> str:
    """What most cards of a screen are about; empty where no two of them are about a record of the same kind, or more are
    about the account itself."""
    counted = Counter(REGISTRY[key].subject for key in cards)
    own = counted.pop("account", 0)
    kinds = Counter({kind: n for kind, n in counted.items() if kind in subjects.COLLECTION}).most_common(1)
    return kinds[0][0] if kinds and kinds[0][1] > max(1, own) else ""


def looked_at(session: Session, subject: str) -> str | None:
    """The record of a kind that is looked at: the chosen one, else the first; None where there is none."""
    ids, chosen = subjects.ids(session.seen, subject), session.records.get(subject)
    return chosen if chosen in ids else next(iter(ids), None)


def record_view(session: Session, subject: str) -> dict[str, Any] | None:
    """The record that is looked at, with a line for every method that has something to say of it.

    None where there is no record, and for who may only read: a screen of records is for those who work on them.
    """
    ids = subjects.ids(session.seen, subject) if subject and session.editable else ()
    if not ids:
        return None
    about = looked_at(session, subject)
    methods = [one for one in REGISTRY.values() if one.subject == subject and not one.core]
    readings = [(one, session.analyses.read(one.key, about)) for one in methods]
    return {
        "kind": upper_first(_(subjects.KINDS[subject])),
        "chosen": about,
        "all": [{"id": key, "name": subjects.name(session.seen, subject, key)} for key in ids],
        "says": [
            {
                "key": method.key,
                "name": _(method.name),
                "verdict": method.verdict_text(reading),
                "text": method.sentence(reading),
                "tab": tab_of_method(method),
                "path": method.answer_path(about),
            }
            for method, reading in readings
            if reading.begun and not method.heads
        ],
        "silent": [
            {"name": _(method.name), "tab": tab_of_method(method), "path": method.answer_path(about)}
            for method, reading in readings
            if not reading.begun and not method.heads
        ],
        "head": next((_head(session, *one) for one in readings if one[0].heads), None),
    }


def _head(session: Session, method: Method, reading: Any) -> dict[str, Any]:
    """What the record is about, field by field, and the verdict on it; a box for each field that needs evidence."""
    view = MethodView(method, reading, session, reading.subject_id, None, hidden=False)
    entries = {entry.key: entry for entry in method.entries()}
    fields = [view.entry(entries[key]) for key in method.heads]
    return {
        "name": _(method.name),
        "text": method.sentence(reading),
        "fields": fields,
        "boxes": [
            "assumed" if field["empty"] else "blank" if field["value"] is None else "confirmed"
            for field in fields
            if entries[field["key"]].evidenced
        ],
        "score": method.score_text(reading, reading.score),
        "verdict": method.verdict_text(reading),
        "advice": _(method.advice[reading.verdict]) if reading.verdict in method.advice else "",
    }
