"""One value of a method as a reader reads it, by its kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from accountkit.i18n import N_, _, day, listed, money, percent
from accountkit.methods import findings, subjects
from accountkit.methods.wording import plain
from accountkit.model import Document
from accountkit.model.record import as_day

YES = N_("yes")


def cell_text(document: Document, value: Any, kind: str, choices: Iterable[tuple[str, str]] = ()) -> str:
    """The text of a value; empty if it is blank. A choice reads as its name, a ``person``, or another
    record, as who or what that id is."""
    if value is None or value == "" or value is False:
        return ""
    if kind == "choice":
        return _(dict(choices).get(value, str(value)))
    if kind == "person" or kind in subjects.COLLECTION:
        about = subjects.people(document) if kind == "person" else kind
        return subjects.name(document, about, str(value))
    if kind == "finding":
        return findings.name(document, str(value))
    if kind == "choices":
        return listed([_(dict(choices).get(one, str(one))) for one in value])
    if kind == "people":
        return listed([subjects.name(document, subjects.people(document), one) for one in value])
    if kind == "date":
        return day_text(value)
    if value is True:
        return _(YES)
    if isinstance(value, int | float):
        return _NUMBERS.get(kind, lambda amount, _currency: plain(amount))(value, document.currency)
    return str(value)


def day_text(value: Any) -> str:
    """A day as a reader reads it; anything else as it was written."""
    found = as_day(value)
    return day(found) if found else str(value)


_NUMBERS = {
    "money": money,
    "percent": lambda value, _currency: percent(value, 1),
}
