"""The decomposition as a document of plain values, as ``accountkit roe --format json`` prints it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from accountkit.finance.returns.attribution import Attribution
from accountkit.finance.returns.dupont import DuPont, DuPontYear
from accountkit.finance.returns.formulas import STEPS
from accountkit.finance.statements.checks import Warning


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
