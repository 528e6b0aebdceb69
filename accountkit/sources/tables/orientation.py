"""Which way round a table stands: the form under which more of its labels are recognised is taken."""

from __future__ import annotations

from accountkit.sources.tables.compound_headers import compound_layout
from accountkit.sources.tables.layout import Layout
from accountkit.sources.tables.long_table import long_layout
from accountkit.sources.tables.period_columns import period_columns
from accountkit.sources.tables.period_rows import period_rows
from accountkit.sources.tables.table import Table


def layout_of(table: Table, chosen: frozenset[str] = frozenset()) -> Layout | None:
    """The table understood: long, else the better of the wide forms; None where no periods are found."""
    long = long_layout(table) or compound_layout(table)
    if long is not None:
        return long
    forms = layouts(table, chosen)
    return forms[0] if forms else None


def layouts(table: Table, chosen: frozenset[str] = frozenset()) -> list[Layout]:
    """The forms under which the table can be read, the one with more recognised (or `chosen`) labels first."""
    found = [form for form in (period_columns(table), period_rows(table, chosen)) if form is not None]
    return sorted(found, key=lambda form: -_score(form, chosen))


def _score(form: Layout, chosen: frozenset[str]) -> float:
    """Recognised lines and chosen labels; a form without figures counts nothing."""
    figures = sum(series.has_figures for series in form.series)
    hits = form.recognised + sum(series.label in chosen for series in form.series)
    return (hits + 0.01 * min(figures, 20)) if figures else 0.0
