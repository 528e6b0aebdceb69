"""A figure of a statement as its reader reads it, and where it came from."""

from __future__ import annotations

from typing import Any

from accountkit.finance.statements.lines import LINES
from accountkit.i18n import N_, _, day, money, number, percent, significant
from accountkit.model import Figure, Origin

ALL_DIGITS = 12
"""Significant figures that no statement exceeds and that are exact in binary arithmetic."""


def line_value(key: str, value: float, currency: str) -> str:
    """A figure of a statement with all its digits, to be checked against the file; published ratios are per cent."""
    if key in LINES and LINES[key].kind == "ratio":
        share = significant(value * 100, ALL_DIGITS)
        return percent(value, max(1, len(f"{share:.{ALL_DIGITS}g}".partition(".")[2])))
    return money(value, currency, ALL_DIGITS)


def origin(figure: Figure | None) -> dict[str, Any]:
    """Where a figure came from, for a reader: marks, text, filing, link, and what was filed before."""
    if figure is None:
        return {"text": "", "marks": [], "details": [], "url": "", "replaced": []}
    source = figure.origin
    return {
        "text": " · ".join(part for part in (source.source, source.place, source.label) if part)
        or _("Source not stated"),
        "marks": [
            _(word)
            for word, on in ((N_("approximate"), figure.approximate), (N_("assumed"), figure.assumed))
            if on
        ],
        "details": [*_range(figure), *_details(source)],
        "url": source.url if source.url.startswith(("https://", "http://")) else "",
        "replaced": [
            _("{value}, filed on {day}").format(value=number(r.value, 0), day=day(r.filed))
            for r in source.replaced
        ],
    }


def _range(figure: Figure) -> list[str]:
    if figure.low is None or figure.high is None:
        return []
    return [_("Range: {low} to {high}").format(low=number(figure.low, 0), high=number(figure.high, 0))]


def _details(source: Origin) -> list[str]:
    return [
        text
        for text in (
            _("Filing tag: {name}").format(name=source.concept) if source.concept else "",
            _("Filing: {number}, {day}").format(number=source.accession, day=day(source.filed))
            if source.accession
            else "",
            source.note,
        )
        if text
    ]
