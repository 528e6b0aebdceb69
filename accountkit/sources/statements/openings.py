"""What a table says of whole statements: opening balances by their growth over the year, and the vintage of filings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from accountkit.i18n import _
from accountkit.model import Figure, Statement
from accountkit.sources.cells.numerals import reading
from accountkit.sources.statements.terms import Terms
from accountkit.sources.tables.layout import Layout, folded

GROWTH_NAMES = {"total_assets": frozenset({"tsatz", "zzctb"}), "equity_total": frozenset({"sumshequity_tb"})}
"""Eastmoney's growth of total assets and total equity over the year: the opening balance is the closing one / (1 + growth)."""


def with_openings(statements: Mapping[str, Statement], form: Layout) -> dict[str, Statement]:
    """The statements, each with the opening balances that the table's growth columns imply."""
    growth = _growth(form)
    return {key: _opened(statement, growth) for key, statement in statements.items()}


def _growth(form: Layout) -> dict[tuple[str, dt.date], float]:
    found = {}
    for series in form.series:
        for line, names in GROWTH_NAMES.items():
            for entry in series.entries if folded(series.label) in names else ():
                read = reading(entry.cell)
                if read.kind == "number" and read.value != -1:
                    found[line, entry.period.end] = read.value
    return found


def _opened(statement: Statement, growth: Mapping[tuple[str, dt.date], float]) -> Statement:
    opening = {}
    for line in GROWTH_NAMES:
        closing = statement.figures.get(line)
        if closing and (line, statement.period_end) in growth:
            note = _("Calculated from the annual growth given in the file.")
            origin = closing.origin.model_copy(update={"note": note})
            value = closing.value / (1 + growth[line, statement.period_end])
            opening[line] = Figure(value=value, origin=origin)
    whole = len(opening) == len(GROWTH_NAMES)
    return statement.model_copy(update={"opening": opening}) if whole else statement


def with_vintage(statements: Mapping[str, Statement], terms: Terms) -> dict[str, Statement]:
    """The statements with the vintage, if the table says when its figures were filed; else a chosen one is said to be void."""
    if any(figure.origin.filed for s in statements.values() for figure in s.figures.values()):
        return {key: s.model_copy(update={"vintage": terms.vintage}) for key, s in statements.items()}
    if terms.vintage != "as_last_filed":
        text = _(
            "{name} does not say when its figures were filed, so {vintage} changes nothing. Add a column “filed”, or import the filings."
        )
        terms.warn(text.format(name=terms.source, vintage=terms.vintage))
    return dict(statements)
