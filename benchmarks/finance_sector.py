"""What a sector costs: 10,000 companies over 10 years, on whole columns against company by company.

    python benchmarks/finance_sector.py [COMPANIES] [YEARS]

Prints seconds for decomposition, attribution and percentiles, and the ratio to two loops (the bare arithmetic, and the
package's own analysis of each company), which run on a part of the companies and are scaled up. The target is under one second for the columns.
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from itertools import pairwise

import numpy as np
import pandas as pd

from accountkit import finance
from accountkit.model import Figure, Statement

LOOPED = 200


def generated(companies: int, years: int, seed: int = 7) -> pd.DataFrame:
    """A made-up sector: margins, turnovers and multipliers that drift, a few losses, a few with negative equity."""
    draw = np.random.default_rng(seed)
    shape = (companies, years)
    revenue = 1e8 * np.exp(draw.normal(0, 1.2, (companies, 1)) + draw.normal(0.04, 0.1, shape).cumsum(axis=1))
    assets = revenue / np.exp(draw.normal(0, 0.4, (companies, 1)) + draw.normal(0, 0.05, shape))
    ends = [dt.date(2015 + year, 12, 31) for year in range(years)]
    before_tax = revenue * draw.normal(0.08, 0.06, shape)
    return pd.DataFrame(
        {
            "company": np.repeat(np.arange(companies), years),
            "period_end": pd.to_datetime(ends * companies),
            "industry": np.repeat(draw.integers(0, 60, companies), years),
            "revenue": revenue.ravel(),
            "income_before_tax": before_tax.ravel(),
            "operating_income": (before_tax + assets * 0.01).ravel(),
            "net_income": (before_tax * 0.76).ravel(),
            "total_assets": assets.ravel(),
            "equity": (assets * draw.normal(0.45, 0.18, shape)).ravel(),
        }
    )


def on_columns(table: pd.DataFrame, steps: int) -> None:
    """Decomposition, attribution and percentiles of the whole table."""
    results = finance.sector(table, steps=steps)
    finance.sector_attribution(results, steps=steps)
    finance.sector_percentiles(results, within=("period_end", "industry"), steps=steps)


def company_by_company(table: pd.DataFrame, steps: int) -> None:
    """Decomposition and attribution of each company by itself (statements made beforehand are not counted)."""
    for statements in _statements(table):
        roe = finance.dupont(statements, steps=steps)
        for before, after in pairwise(roe.years):
            finance.attribution(roe, before.period_end, after.period_end)


def plain_loop(table: pd.DataFrame, steps: int) -> None:
    """The bare arithmetic, row by row in Python: no guards, no notes, no percentiles."""
    before: tuple | None = None
    for row in table.itertuples():
        if before and before[0] == row.company:
            assets, equity = (before[1] + row.total_assets) / 2, (before[2] + row.equity) / 2
            factors = {
                "net_margin": row.net_income / row.revenue,
                "asset_turnover": row.revenue / assets,
                "equity_multiplier": assets / equity,
            }
            if steps == 5:
                del factors["net_margin"]
                factors["tax_burden"] = row.net_income / row.income_before_tax
                factors["interest_burden"] = row.income_before_tax / row.operating_income
                factors["operating_margin"] = row.operating_income / row.revenue
            if before[3]:
                finance.split(before[3], factors)
        else:
            factors = None
        before = (row.company, row.total_assets, row.equity, factors)


def _statements(table: pd.DataFrame) -> list[dict[str, Statement]]:
    lines = [column for column in table.columns if column in finance.LINES]
    return [
        {
            str(row.period_end.date()): Statement(
                period_end=row.period_end.date(),
                figures={key: Figure(value=getattr(row, key)) for key in lines},
            )
            for row in rows.itertuples()
        }
        for _company, rows in table.groupby("company", sort=False)
    ]


def seconds(task, *arguments, repeat: int = 3) -> float:
    """The best of a few runs: the others were disturbed."""
    best = float("inf")
    for _run in range(repeat):
        start = time.perf_counter()
        task(*arguments)
        best = min(best, time.perf_counter() - start)
    return best


def main(companies: int = 10_000, years: int = 10) -> None:
    table = generated(companies, years)
    part = table[table["company"] < LOOPED]
    building = seconds(_statements, part, repeat=1)
    for steps in (3, 5):
        columns = seconds(on_columns, table, steps)
        plain = seconds(plain_loop, part, steps, repeat=1) * companies / LOOPED
        whole = (seconds(company_by_company, part, steps, repeat=1) - building) * companies / LOOPED
        print(
            f"{steps} steps, {companies} companies × {years} years: columns {columns:.2f} s; "
            f"bare loop {plain:.1f} s, {plain / columns:.0f} times as long; "
            f"company by company with all notes {whole:.0f} s, {whole / columns:.0f} times as long"
        )


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
