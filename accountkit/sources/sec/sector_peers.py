"""Companies of a sector file as peers of an account: each figure keeps the file and the company as its origin."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Collection

import pandas as pd

from accountkit.errors import InvalidEdit, StatementError
from accountkit.finance.peers.suggested import SuggestedPeer, suggested_peers
from accountkit.finance.returns.dupont import dupont
from accountkit.finance.statements.lines import LINES
from accountkit.i18n import _
from accountkit.model import Account, Edit, Figure, Origin, Peer, Statement, new_id
from accountkit.sources.lines.vocabulary import TOTALS_FOR


def peers_suggested(account: Account, results: pd.DataFrame, industry: str = "") -> tuple[SuggestedPeer, ...]:
    """The companies that would serve the account as peers; none if its statements give no return to compare."""
    profile = account.profile
    names = (profile.name, profile.name_zh, profile.ticker, profile.industry, profile.industry_zh)
    try:
        own = dupont(account.statements)
    except StatementError:
        return ()
    return suggested_peers(own, results, industry=industry, names=names)


def peers_added(table: pd.DataFrame, name: str, account: Account, companies: Collection[str]) -> list[Edit]:
    """The edits that make companies of a sector file (its `table` and `name`) peers of the account.

    Companies that are peers already are left as they are. Raises `InvalidEdit` if none of them is in the file.
    """
    have = {peer.ticker for peer in account.peers.values() if peer.ticker}
    rows = table[table["company"].isin(companies)]
    if rows.empty:
        raise InvalidEdit(_("None of these companies is in {name}. Choose others.").format(name=name))
    edits = []
    for company, years in rows.groupby("company", sort=False):
        if str(company) in have:
            continue
        called, industry = str(years["name"].iloc[-1]), str(years["industry"].iloc[-1])
        peer = Peer(
            name=called[:500],
            ticker=str(company)[:500],
            industry=industry[:500],
            statements=statements(years, name),
        )
        edits.append(Edit(f"peers/{new_id('peer-')}", peer))
    return edits


def statements(years: pd.DataFrame, source: str) -> dict[str, Statement]:
    """The statements in the rows of one company, by period end."""
    found = (one for _place, row in years.iterrows() for one in _statements(row, source))
    return {one.period_end.isoformat(): one for one in found}


def _statements(row: pd.Series, source: str) -> list[Statement]:
    """The year of a row and, where the file implies them, the opening balances as a statement a year earlier."""
    end = row["period_end"].date()
    rename = TOTALS_FOR if row["owners"] == "total" else {}
    origin = Origin(source=source, place=str(row["company"]), label=str(row["name"]))
    closing = {
        key: row[key] for key in LINES if key in row.index and not (key in rename or key in rename.values())
    }
    closing |= {rename.get(key, key): row[key] for key in TOTALS_FOR}
    year = Statement(period_end=end, currency=row["currency"], figures=_figures(closing, origin))
    before = {key: row.get(f"{key}_opening") for key in ("total_assets", "equity")}
    implied = origin.model_copy(update={"note": _("Calculated from the annual growth given in the file.")})
    figures = _figures({rename.get(key, key): value for key, value in before.items()}, implied)
    if len(figures) < len(before):
        return [year]
    start = (
        end.replace(year=end.year - 1) if (end.month, end.day) != (2, 29) else dt.date(end.year - 1, 2, 28)
    )
    return [Statement(period_end=start, currency=row["currency"], figures=figures), year]


def _figures(values: dict[str, float | None], origin: Origin) -> dict[str, Figure]:
    return {
        key: Figure(value=float(v), origin=origin)
        for key, v in values.items()
        if v is not None and math.isfinite(v)
    }
