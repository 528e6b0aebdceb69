"""References by the sums that a filing must keep, by hand, and by another publication of the same year.

The totals of the sums are no lines of the reader, or the lines that add up to them are read from other tags.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping

from accountkit.sources.sec.sector import read_sector
from benchmarks import recorded
from benchmarks.checked import Check, Reading, of_quarter, reading
from benchmarks.recorded import DATA

SUMS = {
    "total_assets": (("LiabilitiesAndStockholdersEquity",), ("+total_assets",)),
    "revenue − cost_of_revenue": (("GrossProfit",), ("+revenue", "-cost_of_revenue")),
    "income_before_tax − income_tax": (
        (
            "IncomeLossFromContinuingOperationsIncludingPortionAttributableToNoncontrollingInterest",
            "IncomeLossFromContinuingOperations",
        ),
        ("+income_before_tax", "-income_tax"),
    ),
    "three cash flows": (
        ("CashAndCashEquivalentsPeriodIncreaseDecrease",),
        ("+operating_cash_flow", "+investing_cash_flow", "+financing_cash_flow"),
    ),
}
"""What is checked: the total in the filing, and the lines of the reader that must add up to it."""
WITHIN = 0.0005


def by_sums() -> Iterator[Check]:
    """The sums of the quarter's filings, of the three recorded companyfacts, and of the tables of facts and of companies."""
    for cik, document in recorded.documents().items():
        yield from _summed(of_quarter()[cik], _totals(document))
    for place in sorted((DATA / "companyfacts").glob("*.json.gz")):
        document = json.loads(gzip.decompress(place.read_bytes()))
        yield from _summed(reading(document["entityName"], place), _totals(document))
    totals: dict[str, dict[tuple[str, str], float]] = defaultdict(dict)
    for row in recorded.table("us_10k_facts.csv"):
        totals[row["ticker"]][row["concept"], row["period_end"]] = float(row["value_usd"])
    for ticker, own in totals.items():
        yield from _summed(reading(ticker, DATA / "us_10k_facts.csv", ticker), own)
    yield from _of_companies()


def _of_companies() -> Iterator[Check]:
    """Assets against liabilities and equity, and profit after tax, of each company of the Chinese table."""
    table = read_sector(DATA / "ashare_fy2019.csv").set_index("company")
    for row in recorded.table("ashare_fy2019.csv"):
        for line, (one, sign, other) in CHINESE.items():
            if row[one] and row[other]:
                expected = float(row[one]) + sign * float(row[other])
                read = float(table.at[row["scode"], line])
                yield Check(
                    "sum of the filing",
                    line,
                    row["sname"],
                    row["reportdate"],
                    expected,
                    None if read != read else read,
                    tolerance=WITHIN * abs(expected),
                )


CHINESE = {
    "total_assets": ("sumliab", 1, "sumshequity"),
    "net_income_total": ("sumprofit", -1, "incometax"),
}


def _totals(document: Mapping) -> dict[tuple[str, str], float]:
    """The totals by concept and period: of a year or a day, in an annual report, filed last."""
    found: dict[tuple[str, str], tuple[str, float]] = {}
    tags = document["facts"]["us-gaap"]
    for concept in {c for concepts, _parts in SUMS.values() for c in concepts} & set(tags):
        for row in max(tags[concept]["units"].values(), key=len):
            days = _days(row)
            if row["form"] in recorded.ANNUAL and (days is None or 350 <= days <= 380):
                key, dated = (concept, row["end"]), (row["filed"], float(row["val"]))
                found[key] = max(found.get(key, ("", 0.0)), dated)
    return {key: value for key, (_filed, value) in found.items()}


def _days(row: Mapping) -> int | None:
    if "start" not in row:
        return None
    start, end = (recorded.day(row[key].replace("-", "")) for key in ("start", "end"))
    return (end - start).days


def _summed(own: Reading, totals: Mapping[tuple[str, str], float]) -> Iterator[Check]:
    periods = set(own.imported.statements) if own.imported else set()
    for name, (concepts, parts) in SUMS.items():
        for period in sorted({p for c, p in totals if c in concepts and p in periods}):
            expected = next(totals[c, period] for c in concepts if (c, period) in totals)
            values = [own.value(part[1:], period) for part in parts]
            known = [v for v in values if v is not None]
            exchange = (own.value("exchange_effect", period) or 0.0) if name == "three cash flows" else 0.0
            signed = (
                sum((v if part[0] == "+" else -v) for part, v in zip(parts, known, strict=False)) + exchange
            )
            largest = max((abs(v) for v in known), default=0.0)
            read = signed if len(known) == len(parts) else None
            yield Check(
                "sum of the filing", name, own.company, period, expected, read, tolerance=WITHIN * largest
            )


# By hand, and by another publication ---------------------------------------------------------------------------------

FACTS = {
    "Walmart": (("us_10k_facts.csv", "WMT"), ("walmart_annual_facts.csv", None)),
    "Home Depot": (("us_10k_facts.csv", "HD"),),
    "Amazon": (("us_10k_facts.csv", "AMZN"),),
}
CALLED = {
    "net_income_attributable": "net_income",
    "equity_attributable": "equity",
    "accounts_payable": "payables",
}
MILLION = 1_000_000


def by_hand() -> Iterator[Check]:
    """Values written down from the filings (peers' statements), as far as a recorded file has them; and Vanke's by another
    service."""
    written = [row for row in recorded.table("peer_statements.csv") if row["unit"] == "million"]
    for company, files in FACTS.items():
        for name, ticker in files:
            own = reading(company, DATA / name, ticker)
            held = {
                (row["period_end"], round(float(row["value_usd"]) / MILLION))
                for row in recorded.table(name)
                if row.get("ticker") == ticker
            }
            for row in written:
                value = float(row["value"])
                if row["entity"] == company and (row["period_end"], round(value)) in held:
                    line = CALLED.get(row["line"], row["line"])
                    yield own.check(
                        "by hand", line, row["period_end"], value * MILLION, tolerance=MILLION / 2
                    )
    (vanke,) = (row for row in recorded.table("ashare_fy2019.csv") if row["scode"] == "000002")
    own = reading("万科", DATA / "statements" / "vanke_fy2019.xls")
    for line, column in VANKE.items():
        yield own.check("by hand", line, "2019-12-31", float(vanke[column]), tolerance=MILLION)


VANKE = {
    "net_income": "parentnetprofit",
    "income_before_tax": "sumprofit",
    "income_tax": "incometax",
    "total_assets": "sumasset",
    "total_liabilities": "sumliab",
    "equity_total": "sumshequity",
}


def by_another_form() -> Iterator[Check]:
    """Apple's statements as a workbook against its companyfacts: the same year out of two publications."""
    facts = reading("Apple", DATA / "companyfacts" / "CIK0000320193.json.gz")
    book = reading("Apple", DATA / "statements" / "apple_fy2024.xlsx")
    if facts.imported is None:
        return
    for period in ("2023-09-30", "2024-09-28"):
        for line, figure in facts.imported.statements[period].figures.items():
            if book.value(line, period) is not None:
                yield book.check("another form", line, period, figure.value)
