"""The operating view and the cash flow of each year, as ``roe`` prints them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def views(own: Any, statements: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Both views as plain values by period end; ratios are fractions, ``null`` stands for what is missing."""
    return {"operating_view": _operating_view(own), "cash_flow": _cash_flow(statements)}


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


def _cash_flow(statements: Mapping[str, Any]) -> list[dict[str, Any]]:
    from accountkit.finance.findings.cash_flow import cash_years

    return [
        {
            "period_end": year.period_end.isoformat(),
            **{kind: year.line(f"{kind}_cash_flow") for kind in ("operating", "investing", "financing")},
            "free": year.free,
            "cash_against_profit": year.conversion,
        }
        for year in cash_years(statements)
        if year.line("operating_cash_flow") is not None
    ]


def in_words(own: Any, statements: Mapping[str, Any] | None) -> list[str]:
    """The operating view of the last year that has one, and cash against profit over the years."""
    from accountkit.finance.findings.cash_flow import cash_years
    from accountkit.finance.findings.cash_in_words import cash_over_years
    from accountkit.finance.returns.management import management_form, operating_view

    known = [year for year in management_form(own) if year.known]
    view = operating_view(known[-1], own.currency) if known else ""
    return [view, cash_over_years(cash_years(statements or {}))]
