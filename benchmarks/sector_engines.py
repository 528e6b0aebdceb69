"""Pandas or DuckDB for sectors: the same work by both, best of three, in seconds.

    python -m benchmarks.sector_engines [COMPANIES] [YEARS]

Reading: one quarter of the SEC's data sets (tests/data/fsds/2010q2.zip). The product's reader does more (concepts are
stitched, owners matched, checks made); DuckDB here only unpacks, joins and takes the value filed last. Computing:
three-step decomposition on average balances, Shapley attribution, and percentiles by period, without the product's
guards in DuckDB's SQL. Both are given to Python as a data frame, which is what the panel and the command need.
"""

from __future__ import annotations

import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import duckdb
import pandas as pd

from accountkit import finance
from accountkit.sources.sec.sector import read_sector
from benchmarks.finance_sector import generated

QUARTER = Path(__file__).parents[1] / "tests" / "data" / "fsds" / "2010q2.zip"
TABLE = "read_csv('{folder}/{name}', delim='\t', quote='', all_varchar=true)"
READ = """
    select sub.cik, num.ddate, num.tag, arg_max(num.value, sub.filed) as value
    from {num} num join {sub} sub using (adsh) where sub.form in ('10-K', '20-F', '40-F') group by all
"""
COMPUTE = """
    with balances as (
        select *, (total_assets + lag(total_assets) over own) / 2 as assets, (equity + lag(equity) over own) / 2 as held
        from sector window own as (partition by company order by period_end)),
    ratios as (
        select company, period_end, net_income / revenue as m, revenue / assets as t, assets / held as e,
            net_income / held as roe from balances),
    both_years as (
        select *, lag(m) over own as m0, lag(t) over own as t0, lag(e) over own as e0
        from ratios window own as (partition by company order by period_end)),
    effects as (
        select *, (m - m0) * (t0 * e0 / 3 + (t * e0 + t0 * e) / 6 + t * e / 3) as by_margin,
            (t - t0) * (m0 * e0 / 3 + (m * e0 + m0 * e) / 6 + m * e / 3) as by_turnover,
            (e - e0) * (m0 * t0 / 3 + (m * t0 + m0 * t) / 6 + m * t / 3) as by_multiplier from both_years)
    select *, percent_rank() over (partition by period_end order by m), percent_rank() over (partition by period_end order by t),
        percent_rank() over (partition by period_end order by e), percent_rank() over (partition by period_end order by roe)
    from effects
"""


def read_by_duckdb() -> pd.DataFrame:
    """The quarter's annual figures, unpacked beside and joined; DuckDB cannot read inside a zip."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(QUARTER) as packed:
        packed.extractall(folder)
        found = {path.stem: path.relative_to(folder) for path in Path(folder).rglob("*.t*")}
        tables = {name: TABLE.format(folder=folder, name=found[name]) for name in ("num", "sub")}
        return duckdb.sql(READ.format(**tables)).df()


def computed_by_pandas(sector: pd.DataFrame) -> None:
    results = finance.sector(sector)
    finance.sector_attribution(results)
    finance.sector_percentiles(results)


def computed_by_duckdb(sector: pd.DataFrame) -> pd.DataFrame:
    with duckdb.connect() as connection:
        connection.register("sector", sector)
        return connection.sql(COMPUTE).df()


def seconds(work: Callable[[], object]) -> float:
    """The best of three runs."""
    taken = []
    for _run in range(3):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def main(companies: int = 10_000, years: int = 10) -> None:
    sector = generated(companies, years)
    works = {
        "reading the quarter, pandas (all of it)": lambda: read_sector(QUARTER),
        "reading the quarter, DuckDB (join only)": read_by_duckdb,
        f"{companies} companies × {years} years, pandas": lambda: computed_by_pandas(sector),
        f"{companies} companies × {years} years, DuckDB": lambda: computed_by_duckdb(sector),
    }
    for name, work in works.items():
        print(f"{name}: {seconds(work):.2f} s")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
