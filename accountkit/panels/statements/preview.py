"""A file before it is stored: how its lines were understood, what is doubtful, and the table that would result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, Literal

from pydantic import StringConstraints

from accountkit.errors import (
    AccountkitError,
    EntityNeeded,
    FileTooLarge,
    InvalidEdit,
    LineNotFound,
    Unavailable,
)
from accountkit.finance.statements.lines import LINES, label
from accountkit.i18n import N_, _, day, known_language, language
from accountkit.model import Account, Statement
from accountkit.model.record import Key, Line
from accountkit.panels.events import Event
from accountkit.panels.statements.origins import line_value, origin
from accountkit.sources import Imported, paste, read, shape_of
from accountkit.sources.apart import apart
from accountkit.sources.statements.points import points_to_check

SETTINGS = ("unit", "currency", "fiscal_year_end", "entity")
UNITS = {
    "": N_("As in the file"),
    "1": N_("whole units"),
    "1000": N_("thousands"),
    "1000000": N_("millions"),
    "10000": N_("ten thousands (万)"),
    "100000000": N_("hundred millions (亿)"),
}
MOST_ENTITIES = 2000


class Correct(Event):
    """A correction: `line` is read from the label, from nothing (blank), or a setting has that value."""

    line: Key
    label: Annotated[str, StringConstraints(max_length=500)]


class Adopt(Event):
    """Store what is shown: for the customer, or for the peer of that name."""

    target: Literal["customer", "peer"]
    peer: Line = ""


@dataclass(frozen=True)
class Incoming:
    """A file that is looked at. `chosen` holds corrections and settings, `trouble` why it cannot be read as it is."""

    content: bytes | str
    name: str
    chosen: Mapping[str, str] = field(default_factory=dict)
    imported: Imported | None = None
    trouble: str = ""
    labels: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    shape: str = ""

    @property
    def corrections(self) -> dict[str, str]:
        """What is worth remembering for the next file of this shape: lines that were chosen or declined, and settings."""
        return {line: column for line, column in self.chosen.items() if line != "entity"}


Remembered = Callable[[str], dict[str, str]]
"""Finds the mapping that was saved for a shape."""
PACKED = (b"PK", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")
"""How archives, gzip and old workbooks begin: what can hold much more than it weighs."""
LARGE = 1_000_000


def examined(incoming: Incoming, account: Account, remembered: Remembered | None = None) -> Incoming:
    """The file read under its corrections; `remembered` finds the mapping that was saved for a shape."""
    try:
        if remembered is not None and not incoming.chosen:
            incoming = replace(incoming, chosen=_saved(incoming, remembered))
        imported = _read(incoming, account)
    except LineNotFound as error:
        return replace(incoming, imported=None, trouble=str(error), labels=error.labels, shape=error.shape)
    except EntityNeeded as error:
        return replace(incoming, imported=None, trouble=str(error), entities=error.entities[:MOST_ENTITIES])
    except AccountkitError as error:
        return replace(incoming, imported=None, trouble=str(error))
    found = tuple(dict.fromkeys([*(m.label for m in imported.mapping), *imported.unmapped]))
    return replace(
        incoming,
        imported=imported,
        trouble="",
        labels=found,
        shape=imported.shape,
        entities=imported.entities[:MOST_ENTITIES] or incoming.entities,
    )


def corrected(incoming: Incoming, event: Correct) -> Incoming:
    """The file with one correction; a label that is given to one line is taken from the others."""
    if event.line not in LINES and event.line not in SETTINGS:
        raise InvalidEdit(_("“{line}” is not a statement line.").format(line=event.line[:80]))
    chosen = dict(incoming.chosen)
    if event.line in SETTINGS:
        chosen.pop(event.line, None)
        return replace(incoming, chosen=chosen | ({event.line: event.label} if event.label else {}))
    if event.label and event.label not in incoming.labels:
        raise InvalidEdit(
            _("The file does not contain the line “{label}”. Reload the page and choose again.").format(
                label=event.label[:80]
            )
        )
    given = {
        line
        for line in LINES
        if event.label and line != event.line and _label_of(incoming, line) == event.label
    }
    return replace(incoming, chosen=chosen | dict.fromkeys(given, "") | {event.line: event.label})


def _label_of(incoming: Incoming, line: str) -> str:
    if line in incoming.chosen:
        return incoming.chosen[line]
    mapped = incoming.imported.mapping if incoming.imported else ()
    return next((m.label for m in mapped if m.line == line and m.reason != "stand_in"), "")


def _saved(incoming: Incoming, remembered: Remembered) -> dict[str, str]:
    content = incoming.content
    try:
        if isinstance(content, str):
            shape = shape_of(content.encode(), incoming.name)
        elif content.startswith(PACKED) or len(content) > LARGE:
            # the first look at it; one that passes the limits is read again here with each correction
            shape = apart(shape_of, content, incoming.name, name=incoming.name)
        else:
            shape = shape_of(content, incoming.name)
    except (FileTooLarge, Unavailable):
        raise
    except AccountkitError:
        return {}  # the reading that follows says what is wrong with the file
    return remembered(shape)


def _read(incoming: Incoming, account: Account) -> Imported:
    year_end = _year_end(incoming, account)
    if isinstance(incoming.content, str):
        return paste(incoming.content, incoming.name, mapping=incoming.chosen, fiscal_year_end=year_end)
    return read(incoming.content, incoming.name, mapping=incoming.chosen, fiscal_year_end=year_end)


def _year_end(incoming: Incoming, account: Account) -> str | None:
    return incoming.chosen.get("fiscal_year_end") or account.profile.fiscal_year_end or None


def view(incoming: Incoming, account: Account) -> dict[str, Any]:
    """The file for the panel: settings, mapping, what was not taken, warnings, and the table."""
    imported = incoming.imported
    return {
        "name": incoming.name,
        "trouble": incoming.trouble,
        "labels": list(incoming.labels),
        "settings": {name: incoming.chosen.get(name, "") for name in SETTINGS},
        "year_end": _year_end(incoming, account) or "",
        "units": [{"value": key, "text": _(name)} for key, name in UNITS.items()],
        "entities": list(incoming.entities),
        "entity": imported.entity if imported else "",
        "lines": [{"value": key, "text": line.label} for key, line in LINES.items()],
        "mapping": _mapping(incoming),
        "unmapped": _unmapped(incoming),
        "warnings": points_to_check(imported) if imported else [],
        "table": _table(imported) if imported else None,
        "currency": imported.currency if imported else "",
        "replaces": _replaced(imported, account) if imported else [],
        "peers": [
            peer.name_zh if known_language(language()) == "zh_CN" and peer.name_zh else peer.name
            for peer in account.peers.values()
        ],
    }


def _mapping(incoming: Incoming) -> list[dict[str, Any]]:
    mapped = incoming.imported.mapping if incoming.imported else ()
    rows = [
        {"line": m.line, "name": label(m.line), "label": m.label, "why": m.why, "doubtful": m.confidence < 1}
        for m in mapped
    ]
    known = {m.line for m in mapped}
    declined = [
        line for line, column in incoming.chosen.items() if line in LINES and not column and line not in known
    ]
    return rows + [
        {"line": line, "name": label(line), "label": "", "why": _("not used"), "doubtful": False}
        for line in declined
    ]


def _unmapped(incoming: Incoming) -> list[dict[str, Any]]:
    if incoming.imported is None:
        return [{"label": text, "proposals": []} for text in incoming.labels]
    proposals = incoming.imported.proposals
    return [
        {
            "label": text,
            "proposals": [{"line": line, "name": label(line)} for line in proposals.get(text, ())],
        }
        for text in incoming.imported.unmapped
    ]


def _table(imported: Imported) -> dict[str, Any]:
    """The figures as they would be stored: a row a line, a column a year, each cell with its place in the file. Of an
    interim report alone its periods are the columns."""
    shown = imported.statements or imported.interim
    periods = sorted(shown)
    used = {key for statement in shown.values() for key in statement.figures}
    return {
        "columns": [day(shown[period].period_end) for period in periods],
        "rows": [
            {"name": line.label, "cells": [_cell(shown[period], key) for period in periods]}
            for key, line in LINES.items()
            if key in used
        ],
    }


def _cell(statement: Statement, key: str) -> dict[str, str]:
    figure = statement.figures.get(key)
    if figure is None:
        return {"text": "–", "where": ""}
    return {"text": line_value(key, figure.value, statement.currency), "where": origin(figure)["text"]}


def _replaced(imported: Imported, account: Account) -> list[str]:
    """Years of the customer that are there already: figures of the file replace theirs, others stay."""
    return [
        day(s.period_end) for period, s in sorted(imported.statements.items()) if period in account.statements
    ]
