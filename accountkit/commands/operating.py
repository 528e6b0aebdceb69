"""The operating view and the cash flow of each year, the running year, and segments, as ``roe`` prints them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def views(own: Any, statements: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Both views as plain values by period end; ratios are fractions, ``null`` stands for what is missing."""
    return {"operating_view": _operating_view(own), "cash_flow": _cash_flow(own, statements)}


def _operating_view(own: Any) -> list[dict[str, Any]]:
    from accountkit.finance.returns.management import management_form

    return [
        {
            "period_end": year.period_end.isoformat(),
            "rnoa": year.return_on_net_operating_assets,
            "operating_margin_after_tax": year.operating_margin_after_tax,
            "turnover": year.turnover,
            "turnover_without_goodwill": year.turnover_without_goodwill,
            "net_debt": year.net_debt,
            "financial_leverage": year.financial_leverage,
            "spread": year.spread,
        }
        for year in management_form(own)
        if year.known
    ]


def _cash_flow(own: Any, statements: Mapping[str, Any]) -> list[dict[str, Any]]:
    from accountkit.finance.findings.cash_flow import cash_years

    return [
        {
            "period_end": year.period_end.isoformat(),
            **{kind: year.line(f"{kind}_cash_flow") for kind in ("operating", "investing", "financing")},
            "free": year.free,
            "cash_against_profit": year.conversion,
        }
        for year in cash_years(statements, own.owners)
        if year.line("operating_cash_flow") is not None
    ]


def in_words(own: Any, statements: Mapping[str, Any] | None) -> list[str]:
    """The operating view of the last year that has one, and cash against profit over the years."""
    from accountkit.finance.findings.cash_flow import cash_years
    from accountkit.finance.findings.cash_in_words import cash_over_years
    from accountkit.finance.returns.management import management_form, operating_view

    known = [year for year in management_form(own) if year.known]
    view = operating_view(known[-1], own.currency) if known else ""
    return [view, cash_over_years(cash_years(statements or {}, own.owners))]


def running_year(own: Any, statements: Mapping[str, Any], interim: Mapping[str, Any]) -> dict[str, Any]:
    """The keys `interim` and `trailing` of the document; none without interim statements."""
    from accountkit.finance import interim_document

    return interim_document(_trailing(own, statements, interim), interim)


def running_year_in_words(own: Any, statements: Mapping[str, Any], interim: Mapping[str, Any]) -> list[str]:
    """The interim statements beside the last year, and the trailing twelve months."""
    from accountkit.commands.terminal import table
    from accountkit.finance.returns.trailing_in_words import trailing_in_words, trailing_names, trailing_rows

    found = _trailing(own, statements, interim)
    if found is None:
        return []
    return [table(trailing_names(), trailing_rows(found, own), numbers=True), trailing_in_words(found, own)]


def segments_in_text(statements: Mapping[str, Any]) -> list[str]:
    """Segments and regions as a table, and which of them carry growth and profit; none where no filing gives them."""
    from accountkit.commands.terminal import table
    from accountkit.finance.segments.in_words import segment_tables

    blocks = []
    for one in segment_tables(statements):
        blocks += [table(one.columns, one.rows, numbers=True), one.text]
    return blocks


def _trailing(own: Any, statements: Mapping[str, Any], interim: Mapping[str, Any]) -> Any:
    from accountkit.finance import trailing

    return trailing(statements, interim, steps=own.steps, basis=own.basis, owners=own.owners)
