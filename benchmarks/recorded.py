"""The filings recorded in tests/data as they were published: rows of tab-separated files, without the package's vocabulary."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

DATA = Path(__file__).parents[1] / "tests" / "data"
QUARTER = DATA / "fsds" / "2010q2.zip"
ANNUAL = frozenset({"10-K", "10-K/A", "10-KT", "10-KT/A", "20-F", "20-F/A", "40-F", "40-F/A"})
Row = Mapping[str, str]


def rows(archive: zipfile.ZipFile, name: str) -> Iterator[Row]:
    """The rows of one file of a quarter."""
    with io.TextIOWrapper(archive.open(name), "utf-8") as text:
        yield from csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE)


def table(name: str) -> list[Row]:
    """The rows of a CSV file of tests/data."""
    with (DATA / name).open(encoding="utf-8-sig") as stream:
        return list(csv.DictReader(stream))


def day(number: str) -> dt.date:
    """The day of ``20101231``."""
    return dt.date(int(number[:4]), int(number[4:6]), int(number[6:]))


def annual_filings() -> dict[str, Row]:
    """The annual reports of the quarter by accession number."""
    with zipfile.ZipFile(QUARTER) as archive:
        return {r["adsh"]: r for r in rows(archive, "sub.txt") if r["form"] in ANNUAL}


def values() -> list[Row]:
    """The values of whole companies in annual reports, over a year or on a day, by any tag, their own ones too."""
    filings = annual_filings()
    with zipfile.ZipFile(QUARTER) as archive:
        return [
            row
            for row in rows(archive, "num.txt")
            if row["adsh"] in filings
            and row["qtrs"] in ("0", "4")
            and row["value"]
            and not (row["segments"] or row["coreg"])
        ]


def documents() -> dict[str, dict]:
    """The filings of each company of the quarter in the form of companyfacts, by CIK."""
    filings = annual_filings()
    facts: dict[str, dict] = defaultdict(dict)
    for row in values():
        if not row["version"].startswith(("us-gaap", "ifrs")):
            continue
        filing, end = filings[row["adsh"]], day(row["ddate"])
        fact = {
            "form": filing["form"],
            "accn": row["adsh"],
            "filed": day(filing["filed"]).isoformat(),
            "end": end.isoformat(),
            "val": float(row["value"]),
        }
        if row["qtrs"] == "4":
            fact["start"] = (end - dt.timedelta(days=364)).isoformat()
        units = facts[filing["cik"]].setdefault(row["tag"], {"units": {}})["units"]
        units.setdefault(row["uom"], []).append(fact)
    names = {filing["cik"]: filing["name"] for filing in filings.values()}
    return {
        cik: {"cik": int(cik), "entityName": names[cik], "facts": {"us-gaap": own}}
        for cik, own in facts.items()
    }
