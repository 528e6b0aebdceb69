"""Segments and regions as plain values, as ``accountkit roe --format json`` prints them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from accountkit.finance.segments.years import (
    Parts,
    SegmentGrowth,
    SegmentYear,
    segment_growth,
    segments_by_kind,
)
from accountkit.model import Statement


def segments_document(statements: Mapping[str, Statement]) -> dict[str, Any]:
    """The key `segments`: by kind (``business``, ``region``) years and growth from year to year, in whole units.

    `rest` belongs to no part: company − parts. `shares` are fractions of the company's change, null if that is under 1 %.
    Empty without segments.
    """
    kinds = segments_by_kind(statements)
    return {"segments": {kind: _kind(years) for kind, years in kinds.items()}} if kinds else {}


def _kind(years: list[SegmentYear]) -> dict[str, Any]:
    growth = [
        {"line": line, **_growth(found)}
        for before, after in pairwise(years)
        for line in ("revenue", after.profit)
        if line and (found := segment_growth(before, after, line))
    ]
    return {"years": [_year(year) for year in years], "growth": growth}


def _year(year: SegmentYear) -> dict[str, Any]:
    lines = {"revenue": year.revenue, **({year.profit: year.earned} if year.profit else {})}
    return {
        "period_end": year.end.isoformat(),
        "names": year.names,
        **{line: _parts(parts) for line, parts in lines.items()},
    }


def _parts(parts: Parts) -> dict[str, Any]:
    return {"parts": parts.parts, "sum": parts.sum, "rest": parts.rest, "company": parts.whole}


def _growth(found: SegmentGrowth) -> dict[str, Any]:
    return {
        "from": found.start.isoformat(),
        "to": found.end.isoformat(),
        "parts": found.parts,
        "rest": found.rest,
        "company": found.whole,
        "shares": found.shares or None,
    }
