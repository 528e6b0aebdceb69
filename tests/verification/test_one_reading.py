"""`sector` and `roe` read one filing alike: every company of a recorded quarter, and every company of a sector table."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import math
import zipfile
from collections.abc import Iterator

import pytest

from accountkit import finance, sources
from accountkit.finance.returns.formulas import STEPS
from accountkit.sources.sec.sector import read_sector
from accountkit.sources.tables.facts import ANNUAL_FORMS
from tests.sources.tables import DATA

QUARTER = DATA / "fsds" / "2010q2.zip"
WAYS = [(steps, basis) for steps in (3, 5) for basis in ("average", "ending")]


def rows(archive: zipfile.ZipFile, name: str) -> Iterator[dict[str, str]]:
    text = io.TextIOWrapper(archive.open(name), "utf-8")
    return csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE)


def day(number: str) -> dt.date:
    return dt.date(int(number[:4]), int(number[4:6]), int(number[6:]))


@pytest.fixture(scope="module")
def companies() -> dict[str, dict]:
    """The statements of each company, its rows of num.txt given as the companyfacts of its filings."""
    documents: dict[str, dict] = {}
    with zipfile.ZipFile(QUARTER) as archive:
        filings = {r["adsh"]: r for r in rows(archive, "sub.txt") if r["form"] in ANNUAL_FORMS}
        for row in rows(archive, "num.txt"):
            filing = filings.get(row["adsh"])
            part = row["segments"] or row["coreg"] or not row["version"].startswith(("us-gaap", "ifrs"))
            if filing is None or part or not row["value"] or row["qtrs"] not in ("0", "4"):
                continue
            end = day(row["ddate"])
            start = {"start": (end - dt.timedelta(days=364)).isoformat()} if row["qtrs"] == "4" else {}
            about = {
                "form": filing["form"],
                "accn": row["adsh"],
                "filed": day(filing["filed"]).isoformat(),
                "end": end.isoformat(),
            }
            units = documents.setdefault(filing["cik"], {}).setdefault(row["tag"], {"units": {}})["units"]
            units.setdefault(row["uom"], []).append({**about, **start, "val": float(row["value"])})
    return {
        cik: sources.read(
            json.dumps({"cik": int(cik), "entityName": cik, "facts": {"us-gaap": facts}}).encode(),
            f"{cik}.json",
        ).statements
        for cik, facts in documents.items()
    }


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
