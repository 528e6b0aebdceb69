"""The decomposition as a document of plain values, as ``accountkit roe --format json`` prints it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from accountkit.finance.returns.attribution import Attribution
from accountkit.finance.returns.dupont import DuPont, DuPontYear
from accountkit.finance.returns.formulas import STEPS
from accountkit.finance.returns.trailing import Trailing
from accountkit.finance.statements.books import completed, derivation, in_order
from accountkit.finance.statements.checks import Warning
from accountkit.finance.statements.lines import RATIOS
from accountkit.model import Figure, Statement


def roe_document(
    dupont: DuPont, attribution: Attribution | None = None, *, warnings: Sequence[Warning] = ()
) -> dict[str, Any]:
    """Years ascending and the attribution; ``null`` and a note for what is not meaningful. Ratios are fractions.

    `warnings` (of `accountkit.finance.statements.checks`) join the notes of the year that they are about.
    """
    return {
        "currency": dupont.currency,
        "basis": dupont.basis,
        "years": [_year(year, warnings) for year in dupont.years],
        "attribution": None if attribution is None else _attribution(attribution),
    }


def _year(year: DuPontYear, warnings: Sequence[Warning]) -> dict[str, Any]:
    return {
        "period_end": year.period_end.isoformat(),
        **year.factors,
        "return_on_equity": year.return_on_equity,
        "notes": [*year.notes, *(w.text for w in warnings if w.period == year.period_end)],
    }


def _attribution(attribution: Attribution) -> dict[str, Any]:
    """Notes are added only where the effects are null: they say why."""
    document = {
        "from": attribution.start.isoformat(),
        "to": attribution.end.isoformat(),
        "method": attribution.method,
        "delta": attribution.delta,
        "effects": attribution.effects or dict.fromkeys(STEPS[attribution.steps]),
    }
    return document if attribution.effects else {**document, "notes": list(attribution.notes)}


def interim_document(found: Trailing | None, interim: Mapping[str, Statement]) -> dict[str, Any]:
    """Interim statements by period end (`months` from the year's beginning, `inputs` as of a year), and the trailing
    twelve months: ratios and inputs, or ``null`` and in `missing` why. Empty without interim statements."""
    if not interim:
        return {}
    parts = {s.period_end.isoformat(): {"months": s.months, "inputs": _inputs(s)} for s in in_order(interim)}
    return {"interim": parts, "trailing": found and _trailing(found)}


def _trailing(found: Trailing) -> dict[str, Any]:
    year, statement = found.result, found.statement
    return {
        "period_end": found.now.period_end.isoformat(),
        "year": found.year.period_end.isoformat(),
        "same_period_before": found.before and found.before.period_end.isoformat(),
        **(year.factors if year else {}),
        "return_on_equity": year and year.return_on_equity,
        "notes": list(year.notes) if year else [],
        "missing": found.missing,
        "inputs": _inputs(statement) if statement else {},
    }


def inputs_document(statements: Mapping[str, Statement]) -> dict[str, dict[str, dict[str, Any]]]:
    """What a decomposition rests on, by period end and line: `value` in whole units of the currency (a ratio as a
    fraction), `unit` (the currency, or ``share``), `source` and `status`: ``reported``, ``approximate``, ``assumed``, or
    ``derived`` from other lines, whose `source` says how. An assumed figure may have a range, `low` and `high`.
    """
    return {s.period_end.isoformat(): _inputs(s) for s in in_order(statements)}


def _inputs(statement: Statement) -> dict[str, dict[str, Any]]:
    book = completed(statement)
    lines: dict[str, dict[str, Any]] = {}
    for line, value in book.values.items():
        figure = statement.figures.get(line)
        lines[line] = {
            "value": value,
            "unit": "share" if line in RATIOS else statement.currency,
            "source": derivation(book, line) if figure is None else _source(figure),
            "status": "derived" if figure is None else _status(figure),
            **_range(figure),
        }
    return lines


def _range(figure: Figure | None) -> dict[str, float]:
    """The range of an assumed figure, where it has one."""
    if figure is None or figure.low is None or figure.high is None:
        return {}
    return {"low": figure.low, "high": figure.high}


def _status(figure: Figure) -> str:
    return "assumed" if figure.assumed else "approximate" if figure.approximate else "reported"


def _source(figure: Figure) -> str:
    """Where a figure came from in one text: file or filing, place in it, label, number and day of the filing."""
    origin = figure.origin
    filed = origin.filed.isoformat() if origin.filed else ""
    parts = (origin.source, origin.place, origin.label, origin.accession, filed)
    return " · ".join(dict.fromkeys(part for part in parts if part))
