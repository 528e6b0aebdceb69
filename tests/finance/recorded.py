"""The recorded companies under tests/data as statements: what a test of the sentences reads."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pandas as pd

from accountkit import finance, sources
from accountkit.finance.statements.lines import LINES
from accountkit.model import Figure, Statement
from accountkit.samples import sample
from accountkit.sources.sec.sector import read_sector
from tests.finance.statements import DATA, new_oriental

TEN_K = ["AAPL", "ADBE", "AMZN", "CRM", "GOOGL", "HD", "JNJ", "KO", "MA", "NFLX", "NKE", "PG", "V", "WMT"]
PEERS = ["Amazon", "Gaotu Techedu", "Home Depot", "New Oriental", "TAL Education Group", "Walmart"]
FACTS = ["CIK0000320193", "CIK0001640147", "CIK0001652044"]


def companies() -> dict[str, dict[str, Statement]]:
    """The statements of each recorded company, by source and name."""
    found = {f"10-K {ticker}": _read("us_10k_facts.csv", ticker=ticker) for ticker in TEN_K}
    found |= {f"peer {name}": _read("peer_statements.csv", entity=name) for name in PEERS}
    found |= {f"facts {cik}": _read(f"companyfacts/{cik}.json.gz") for cik in FACTS}
    found |= {"sample Walmart": dict(sample("walmart").statements), "20-F New Oriental": new_oriental()}
    return found | _of_a_table("fsds/2010q2.zip")


def _read(name: str, **which: str) -> dict[str, Statement]:
    return dict(sources.read(DATA / name, **which).statements)


def _of_a_table(name: str) -> dict[str, dict[str, Statement]]:
    table = read_sector(DATA / name)
    lines = [key for key in LINES if key in table.columns]
    return {
        f"{name} {company}": {
            s.period_end.isoformat(): s for s in (_statement(row, lines) for _n, row in rows.iterrows())
        }
        for company, rows in table.groupby("company")
    }


def _statement(row: pd.Series, lines: list[str]) -> Statement:
    figures = {key: Figure(value=float(row[key])) for key in lines if pd.notna(row[key])}
    day = pd.Timestamp(row["period_end"]).date()
    return Statement(period_end=day, currency=row["currency"], figures=figures)


def changes(
    statements: dict[str, Statement], steps: int = 3
) -> Iterator[tuple[finance.DuPont, finance.Attribution]]:
    """Every change from one complete year to the next, on average balances, else on ending ones."""
    for basis in ("average", "ending"):
        roe = finance.dupont(statements, steps=steps, basis=basis)
        complete = [year.period_end for year in roe.years if year.complete]
        if len(complete) > 1:
            yield from ((roe, finance.attribution(roe, *pair)) for pair in pairwise(complete))
            return
