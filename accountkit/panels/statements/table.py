"""The statements as a table that is typed into: lines down, years across, every figure with its origin."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from accountkit.errors import InvalidEdit
from accountkit.finance.peers.comparison import peer_names
from accountkit.finance.statements.lines import LINES, label
from accountkit.i18n import N_, _, day, listed, number, percent
from accountkit.model import Account, Edit, Figure, Origin, Statement, remove
from accountkit.model.record import Key, Line
from accountkit.panels.events import Event
from accountkit.panels.statements.origins import origin
from accountkit.sources.cells.typed import typed_reading
from accountkit.sources.statements.edits import first_currency

BY_HAND = N_("Entered by hand")
CORE = (
    "revenue",
    "cost_of_revenue",
    "operating_income",
    "interest_expense",
    "income_before_tax",
    "income_tax",
    "net_income",
    "total_assets",
    "total_liabilities",
    "equity",
)
UNITS = {
    1.0: N_("whole units"),
    1e3: N_("thousands"),
    1e4: N_("ten thousands (万)"),
    1e6: N_("millions"),
    1e8: N_("hundred millions (亿)"),
}
Typed = Annotated[str, StringConstraints(max_length=40)]
Unit = Annotated[float, Field(ge=1, le=1e9)]


class Enter(Event):
    """A figure as it was typed, counted in `unit`; a blank text takes the figure away. `whose` is a peer's key or blank."""

    whose: Annotated[str, StringConstraints(max_length=80)] = ""
    period: dt.date
    line: Key
    text: Typed
    unit: Unit = 1.0
    approximate: bool = False
    assumed: bool = False
    source: Line = ""


class AddYear(Event):
    """A new year with the figures that are known of it."""

    whose: Annotated[str, StringConstraints(max_length=80)] = ""
    period: dt.date
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    unit: Unit = 1.0
    figures: dict[Key, Typed] = {}


def entered(account: Account, event: Enter, by: str) -> list[Edit]:
    """The edits that put the figure into its year, marked as entered by hand."""
    path, statements = _statements(account, event.whose)
    period = next((key for key, s in statements.items() if s.period_end == event.period), None)
    if period is None or event.line not in LINES:
        raise InvalidEdit(_("This year or line was not found; it may have been deleted. Reload the page."))
    place = f"{path}/{period}/figures/{event.line}"
    if not event.text.strip():
        return [remove(place)] if event.line in statements[period].figures else []
    figure = Figure(
        value=_value(event.line, event.text, event.unit),
        approximate=event.approximate,
        assumed=event.assumed,
        origin=_by_hand(event.source, by),
    )
    return [Edit(place, figure)]


def year_added(account: Account, event: AddYear, by: str) -> list[Edit]:
    """The edits for a new year, one step to undo. Raises `InvalidEdit` for a year that is there already."""
    path, statements = _statements(account, event.whose)
    if any(s.period_end == event.period for s in statements.values()):
        raise InvalidEdit(
            _("The year to {day} already exists. Enter the figures in its column.").format(
                day=day(event.period)
            )
        )
    others = {s.currency for s in statements.values()} - {event.currency}
    if others:
        text = _("The other years are in {others}. Use the same currency.")
        raise InvalidEdit(text.format(others=listed(sorted(others))))
    figures = {
        line: Figure(value=_value(line, text, event.unit), origin=_by_hand("", by))
        for line, text in event.figures.items()
        if text.strip() and line in LINES
    }
    first = [] if event.whose else first_currency(account, event.currency)
    statement = Statement(period_end=event.period, currency=event.currency, unit=event.unit, figures=figures)
    return [*first, Edit(f"{path}/{event.period.isoformat()}", statement)]


def view(account: Account, whose: str) -> dict[str, Any]:
    """The statements of the customer (`whose` blank) or of a peer, newest year first, in a unit that reads well."""
    names = peer_names(account.peers)
    whose = whose if whose in account.peers else ""
    statements = account.peers[whose].statements if whose else account.statements
    ordered = sorted(statements.items(), key=lambda pair: pair[1].period_end, reverse=True)
    unit = _unit(statements)
    used = {key for s in statements.values() for key in s.figures}
    return {
        "whose": whose,
        "unit": unit,
        "unit_name": _(UNITS[unit]),
        "options": [
            {"value": "", "text": _("the customer")},
            *({"value": key, "text": name} for key, name in names.items()),
        ],
        "units": [{"value": value, "text": _(name)} for value, name in UNITS.items()],
        "currency": ordered[0][1].currency if ordered else account.currency,
        "core": [
            {"key": key, "name": label(key)}
            for key in CORE
            if key in ("revenue", "net_income", "total_assets", "equity")
        ],
        "columns": [_column(s, key, whose) for key, s in ordered],
        "rows": [_row(key, [s for _key, s in ordered], unit) for key in LINES if key in used or key in CORE],
        "others": [
            {"value": key, "text": line.label}
            for key, line in LINES.items()
            if key not in used and key not in CORE
        ],
    }


def _statements(account: Account, whose: str) -> tuple[str, dict[str, Statement]]:
    if not whose:
        return "statements", account.statements
    if whose not in account.peers:
        raise InvalidEdit(_("This peer was not found; it may have been deleted. Reload the page."))
    return f"peers/{whose}/statements", account.peers[whose].statements


def _by_hand(source: str, by: str) -> Origin:
    return Origin(source=source.strip() or BY_HAND, label=BY_HAND if source.strip() else "", note=by)


def _value(line: str, text: str, unit: float) -> float:
    said = typed_reading(text)
    if said.kind == "percent" and LINES[line].kind == "ratio":
        return said.value
    if said.kind != "number":
        raise InvalidEdit(
            _("“{text}” is not an amount for {line}. Write it as 1,234.5 or −20, or leave it blank.").format(
                text=text[:40], line=label(line)
            )
        )
    return said.value if LINES[line].kind == "ratio" else said.value * (said.scale or unit)


def _unit(statements: dict[str, Statement]) -> float:
    largest = max((abs(f.value) for s in statements.values() for f in s.figures.values()), default=0.0)
    return 1e6 if largest >= 1e8 or not largest else 1e3 if largest >= 1e6 else 1.0


def _column(statement: Statement, key: str, whose: str) -> dict[str, Any]:
    path = f"peers/{whose}/statements/{key}" if whose else f"statements/{key}"
    return {
        "period": statement.period_end.isoformat(),
        "day": day(statement.period_end),
        "months": statement.months,
        "path": path,
        "notes": list(statement.notes),
        "currency": statement.currency,
    }


def _row(key: str, statements: list[Statement], unit: float) -> dict[str, Any]:
    return {
        "key": key,
        "name": label(key),
        "cells": [_cell(key, s.figures.get(key), unit) for s in statements],
    }


def _cell(key: str, figure: Figure | None, unit: float) -> dict[str, Any]:
    if figure is None:
        return {"text": "", "typed": "", "approximate": False, "assumed": False, "origin": None}
    ratio = LINES[key].kind == "ratio"
    text = percent(figure.value, 2) if ratio else number(figure.value / unit, _digits(figure.value, unit))
    return {
        "text": text,
        "typed": f"{figure.value * 100:.10g}%" if ratio else f"{figure.value / unit:.12g}",
        "approximate": figure.approximate,
        "assumed": figure.assumed,
        "origin": origin(figure),
    }


def _digits(value: float, unit: float) -> int:
    return 0 if unit == 1 or abs(value) >= 1000 * unit else 1
