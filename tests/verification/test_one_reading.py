"""`sector` and `roe` read one filing alike: every company of a recorded quarter, and every company of a sector table."""

from __future__ import annotations

import csv
import io
import math
import zipfile

import pytest

from accountkit import finance, sources
from accountkit.errors import StatementError
from accountkit.finance.returns.formulas import STEPS
from accountkit.sources.sec.sector import read_sector
from accountkit.sources.tables.facts import ANNUAL_FORMS
from tests.sources.tables import DATA

QUARTER = DATA / "fsds" / "2010q2.zip"
WAYS = [(steps, basis) for steps in (3, 5) for basis in ("average", "ending")]


@pytest.fixture(scope="module")
def companies() -> dict[str, dict]:
    """The statements of each company of the quarter, read one by one."""
    found = {}
    with zipfile.ZipFile(QUARTER) as archive:
        text = io.TextIOWrapper(archive.open("sub.txt"), "utf-8")
        filings = list(csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE))
    for cik in {filing["cik"] for filing in filings if filing["form"] in ANNUAL_FORMS}:
        try:
            found[cik] = sources.read(QUARTER, entity=cik).statements
        except StatementError:  # a filing without any figures, such as MTS's
            found[cik] = {}
    return found


@pytest.fixture(scope="module")
def quarter():
    return read_sector(QUARTER)


def differences(results, statements: dict[str, dict], steps: int, basis: str) -> list[str]:
    """Where a ratio of a year is not the same by both ways, as ``company year ratio: one, other``."""
    found = []
    table = {(r["company"], r["period_end"].date()): r for r in results.to_dict("records")}
    for company, own in statements.items():
        roe = finance.dupont(own, steps=steps, basis=basis)
        assert {end for name, end in table if name == company} == {y.period_end for y in roe.years}
        for year in roe.years:
            row = table[company, year.period_end]
            for name in (*STEPS[steps], "return_on_equity"):
                single, among = year.ratios.get(name, math.nan), row[name]
                if not (math.isclose(single, among, rel_tol=1e-12) or (single != single and among != among)):
                    found.append(f"{company} {year.period_end} {name}: {single}, {among}")
            if row["owners"] and year.return_on_equity is not None and row["owners"] != roe.owners:
                found.append(f"{company} {year.period_end} owners: {roe.owners}, {row['owners']}")
    return found


@pytest.mark.parametrize(("steps", "basis"), WAYS)
def test_every_company_of_the_quarter(companies, quarter, steps, basis):
    assert len(companies) == 39
    assert {company for company, own in companies.items() if own} == set(quarter["company"])
    assert differences(finance.sector(quarter, steps=steps, basis=basis), companies, steps, basis) == []


def test_the_quarter_has_returns(quarter):
    returns = finance.sector(quarter, basis="ending")["return_on_equity"]
    assert returns.notna().sum() > 60, "equal because both are empty would prove nothing"


@pytest.fixture(scope="module")
def some_shares() -> dict[str, dict]:
    """Every 40th of 1,037 Chinese companies, read one by one."""
    codes = sorted(read_sector(DATA / "ashare_fy2019.csv")["company"])[::40]
    return {code: sources.read(DATA / "ashare_fy2019.csv", entity=code).statements for code in codes}


@pytest.mark.parametrize(("steps", "basis"), WAYS)
def test_companies_of_a_table_whose_opening_balances_follow_from_growth(some_shares, steps, basis):
    results = finance.sector(read_sector(DATA / "ashare_fy2019.csv"), steps=steps, basis=basis)
    results = results[results["company"].isin(some_shares)]
    assert differences(results, some_shares, steps, basis) == []
    assert results["return_on_equity"].notna().mean() > 0.95
