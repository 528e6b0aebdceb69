"""The rows of a register as its card shows them, a part of them where they are many; and what a cell may be chosen from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from accountkit.i18n import _
from accountkit.methods import findings, subjects
from accountkit.methods.cells import cell_text
from accountkit.methods.method import Method
from accountkit.methods.shapes import Register
from accountkit.methods.shapes.rows import Column, Row
from accountkit.model import Account, Document
from accountkit.model.record import as_json
from accountkit.panels.evidence import claim
from accountkit.panels.method_records import blank
from accountkit.panels.session import Session
from accountkit.panels.tables import page_of

TONES = {"met": "green", "not_met": "red", "pass": "green", "fail": "red", "open": "amber"}
"""Colours of what a checklist finds; elsewhere a verdict is a name, and neither good nor bad."""
ROWS_AT_ONCE = 50
"""Rows of a register that a card shows together; the others are a click away."""


@dataclass(frozen=True)
class Grid:
    """The table of one register for one record, from the row that a page of it begins with."""

    method: Register
    reading: Any
    session: Session
    subject_id: str | None
    page: int = 0

    def shown(self) -> dict[str, Any]:
        """The columns and the rows of the page. A cell that is worked out is text; the others are entered."""
        method = self.method
        shown, page = page_of(self.reading.rows, self.page, ROWS_AT_ONCE)
        return {
            **page,
            "cells": "" if method.records else "cells/",
            "list": method.records or f"{method.answer_path(self.subject_id)}/rows",
            "kept": method.derive is None or bool(method.entered),
            "drops": method.adds_rows,
            "adds": method.adds_rows and self._can_begin(),
            "columns": [self._column(column) for column in method.columns],
            "rows": [self._row(row) for row in shown],
        }

    def _can_begin(self) -> bool:
        """Whether there can be one more row: a record that is nothing without others begins with them, where they are there."""
        document, records = self.session.document, self.method.records
        begins: Callable[[Any], Mapping[str, Any]] = (
            self.method.begins
        )  # of the document that the method is about
        return not records or blank(document, records, **begins(document)) is not None

    def beside(self) -> dict[str, Any] | None:
        """The second table of a register; None without rows."""
        grid = self.method.beside(self.reading)
        if grid is None or not grid.rows:
            return None
        return {"name": _(grid.name), "headings": [_(one) for one in grid.headings], "rows": grid.rows}

    def _column(self, column: Column) -> dict[str, Any]:
        return {
            "key": column.key,
            "name": self.reading.heading(column),
            "kind": "record" if column.kind in (*subjects.COLLECTION, "finding") else column.kind,
            "choices": self._records(column.kind) or choices(column.choices),
            "prompt": _(column.prompt) if column.prompt else "",
            "low": _(column.low) if column.low else "",
            "high": _(column.high) if column.high else "",
            "worked": column.of is not None,
        }

    def _records(self, kind: str) -> list[dict[str, str]]:
        """The records that a cell may name. A finding answers one from elsewhere, never one of the same table."""
        document, method = self.session.seen, self.method
        if kind != "finding" or not isinstance(document, Account):
            return records_of(document, kind)
        own = method.among if method.records == "findings" else lambda _finding: False
        return [
            {"value": key, "title": findings.name(document, key)}
            for key, one in document.findings.items()
            if not own(one)
        ]

    def _row(self, row: Row) -> dict[str, Any]:
        # a row that follows from another record is changed there
        fixed = self.method.entered == "rows" and "/rows/" not in row.path
        return {
            "id": row.id,
            "path": row.path,
            "fixed": fixed,
            "cells": {
                column.key: cell_text(self.session.seen, row[column.key], column.kind, column.choices)
                if column.of or fixed
                else as_json(row[column.key])
                for column in self.method.columns
            },
            "flags": chips(self.method, row.flags),
            "refuted": row.status == "refuted",
            "claim": claim(self.session.document, row.evidence),
        }


def chips(method: Method, flags: Iterable[str]) -> list[dict[str, str]]:
    """The flags of a reading or a row as chips: text and colour."""
    known = method.known_flags()
    return [{"text": _(known[key].name), "tone": known[key].tone} for key in flags]


def records_of(document: Document, kind: str) -> list[dict[str, str]]:
    """The records of a kind, to choose one; none for a kind that is no record."""
    known = [(key, subjects.name(document, kind, key)) for key in subjects.ids(document, kind)]
    return [{"value": key, "title": name} for key, name in known]


def choices(known: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """Choices of keys, by their names."""
    return [{"value": key, "title": _(name), "tone": TONES.get(key, "blue")} for key, name in known]
