"""A sector file in the panel: peers chosen from it, or its medians and quartiles where the customer has no filings.

What is taken from the file keeps its name and company as origin; what stands in for unknown figures is marked assumed.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from typing import Annotated, Any

import pandas as pd
from pydantic import Field, StringConstraints

from accountkit import finance
from accountkit.errors import InvalidEdit
from accountkit.finance.returns.formulas import named, shown
from accountkit.i18n import _, day, number
from accountkit.model import Account, Edit
from accountkit.model.record import Line
from accountkit.panels.events import Event
from accountkit.panels.statements.table import Typed, Unit
from accountkit.sources.cells.typed import typed_reading
from accountkit.sources.sec.sector import read_sector
from accountkit.sources.sec.sector_peers import peers_suggested
from accountkit.sources.statements.edits import first_currency

SHOWN = 40
MOST_PEERS = 40
RATIOS = ("return_on_equity", "net_margin", "asset_turnover", "equity_multiplier")


class ChoosePeers(Event):
    """Companies of the file, by their code."""

    companies: Annotated[list[Line], Field(min_length=1, max_length=MOST_PEERS)]


class Assume(Event):
    """A first statement from the medians and quartiles: the revenue as typed, and the day that the year ends on."""

    revenue: Typed
    unit: Unit = 1.0
    period: dt.date
    known: bool = False


class Narrow(Event):
    """Which industry, and which companies by a part of their name or code."""

    industry: Line = ""
    search: Annotated[str, StringConstraints(max_length=80)] = ""


@dataclass(frozen=True)
class Sector:
    """A sector file that is open: its table, the decomposition of each company, and what is looked at."""

    name: str
    table: pd.DataFrame
    results: pd.DataFrame
    industry: str = ""
    search: str = ""

    @property
    def chosen(self) -> pd.DataFrame:
        """The results of the industry, the last year of each company."""
        last = self.results.drop_duplicates("company", keep="last")
        return last[last["industry"] == self.industry] if self.industry else last


def opened(data: bytes, name: str) -> Sector:
    """The sector file; its industry is left open."""
    table = read_sector(data, name)
    return Sector(name, table, finance.sector(table))


def assumed(account: Account, sector: Sector, event: Assume) -> list[Edit]:
    """The edits for a first statement of the customer out of the medians and quartiles of the industry."""
    said = typed_reading(event.revenue)
    if said.kind != "number" or said.value <= 0:
        raise InvalidEdit(
            _("“{text}” is not an amount. Write it as 1,234.5.").format(text=event.revenue[:40])
        )
    medians = finance.sector_medians(sector.chosen).set_index("ratio")
    currency = str(sector.chosen["currency"].mode().iloc[0]) if len(sector.chosen) else "USD"
    statement = finance.assumed_statement(
        said.value * (said.scale or event.unit),
        {str(name): float(value) for name, value in medians["median"].items()},
        period_end=event.period,
        currency=currency,
        sector=sector.industry or sector.name,
        n=int(medians["n"].max()) if len(medians) else 0,
        revenue_known=event.known,
        quartiles={
            str(name): (float(row["lower"]), float(row["upper"]))
            for name, row in medians.dropna(subset=["lower", "upper"]).iterrows()
        },
    )
    return [*first_currency(account, currency), Edit(f"statements/{event.period.isoformat()}", statement)]


def view(sector: Sector, account: Account) -> dict[str, Any]:
    """The file for the panel: industries, medians with n, suggested peers, and the companies that match, the largest first."""
    chosen = sector.chosen
    folded = sector.search.casefold()
    if folded:
        match = chosen["name"].str.casefold().str.contains(folded, regex=False) | chosen[
            "company"
        ].str.contains(folded, regex=False)
        companies = chosen[match]
    else:
        companies = chosen
    companies = companies.sort_values("revenue", ascending=False)
    return {
        "name": sector.name,
        "count": len(sector.results["company"].unique()),
        "found": len(companies),
        "industries": sorted(i for i in sector.results["industry"].unique() if i),
        "industry": sector.industry,
        "search": sector.search,
        "columns": [named(name) for name in RATIOS],
        "medians": _medians(chosen),
        "suggested": [
            {"company": peer.company, "name": peer.name, "reason": peer.reason}
            for peer in peers_suggested(account, sector.results, sector.industry)
        ],
        "rows": [_row(row) for _place, row in companies.head(SHOWN).iterrows()],
    }


def _medians(chosen: pd.DataFrame) -> list[dict[str, str]]:
    table = finance.sector_medians(chosen).set_index("ratio") if len(chosen) else pd.DataFrame()
    if table.empty:
        return []
    return [
        {
            "name": named(name),
            "text": shown(name, _known(table["median"][name])),
            "n": number(float(table["n"][name]), 0),
            "quartiles": _span(name, table["lower"][name], table["upper"][name]),
            "aggregate": shown(name, _known(table["aggregate"][name])),
        }
        for name in RATIOS
        if name in table.index
    ]


def _span(name: str, low: float, high: float) -> str:
    """The first and the third quartile; a dash under eight companies."""
    if math.isnan(low):
        return "–"
    return _("{low} to {high}").format(low=shown(name, low), high=shown(name, high))


def _row(row: pd.Series) -> dict[str, Any]:
    return {
        "company": row["company"],
        "name": row["name"],
        "industry": row["industry"],
        "day": day(row["period_end"].date()),
        "cells": [shown(name, _known(row[name])) for name in RATIOS],
        "status": row["status"],
    }


def _known(value: float) -> float | None:
    return None if math.isnan(value) else float(value)
