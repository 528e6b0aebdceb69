"""Several sheets of one workbook (income statement, balance sheet, cash flow) as one set of lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from accountkit.sources.cells.units import currencies_of, unit_of
from accountkit.sources.tables.layout import Layout, Series


def merged(forms: Sequence[Layout]) -> Layout:
    """One layout out of all: each sheet's own title unit and currency go to its cells, because sheets may differ."""
    first = forms[0]
    titles = tuple(text for form in forms for text in (form.table.sheet, *form.titles) if text)
    if len(forms) == 1:
        return replace(first, titles=titles)
    series = tuple(_with_terms(series, form) for form in forms for series in form.series)
    left_out = tuple(item for form in forms for item in form.left_out)
    loose = tuple(place for form in forms for place in form.loose)
    return replace(first, series=series, titles=titles, left_out=left_out, loose=loose)


def _with_terms(series: Series, form: Layout) -> Series:
    texts = (*form.titles, form.table.sheet)
    unit = next((size for text in texts if (size := unit_of(text)) is not None), 1.0)
    named = tuple(dict.fromkeys(code for text in texts for code in currencies_of(text)))
    entries = tuple(
        replace(
            e,
            unit=e.unit if e.unit is not None else unit,
            currencies=e.currencies or (named if len(named) == 1 else ()),
        )
        for e in series.entries
    )
    return replace(series, entries=entries)
