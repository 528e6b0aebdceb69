"""One record with all that the methods say of it: the strip of a screen, where a person works on a record, not on a method."""

from __future__ import annotations

from collections import Counter
from typing import Any

from accountkit.i18n import _
from accountkit.methods import subjects
from accountkit.methods.registry import REGISTRY
from accountkit.methods.wording import upper_first
from accountkit.methods.workspaces import tab_of_method
from accountkit.panels.session import Session


def subject_of_screen(cards: tuple[str, ...]) -> str:
    """What most cards of a screen are about; empty where no two of them are about a record of the same kind."""
    kinds = Counter(
        REGISTRY[key].subject for key in cards if REGISTRY[key].subject in subjects.COLLECTION
    ).most_common(1)
    return kinds[0][0] if kinds and kinds[0][1] > 1 else ""


def record_view(session: Session, subject: str) -> dict[str, Any] | None:
    """The record that is looked at, with a line for every method that has something to say of it.

    None where there is no record, and for who may only read: a screen of records is for those who work on them.
    """
    ids = subjects.ids(session.shown, subject) if subject and session.editable else ()
    if not ids:
        return None
    chosen = session.records.get(subject)
    about = chosen if chosen in ids else ids[0]
    methods = [one for one in REGISTRY.values() if one.subject == subject and not one.core]
    readings = [(one, session.analyses.read(one.key, about)) for one in methods]
    return {
        "kind": upper_first(_(subjects.KINDS[subject])),
        "chosen": about,
        "all": [{"id": key, "name": subjects.name(session.shown, subject, key)} for key in ids],
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
            if reading.begun
        ],
        "silent": [
            {"name": _(method.name), "tab": tab_of_method(method), "path": method.answer_path(about)}
            for method, reading in readings
            if not reading.begun
        ],
    }
