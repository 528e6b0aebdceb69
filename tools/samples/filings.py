"""Statements out of the recorded filings in ``tests/data``; every figure says where it was read.

Three shapes are read: ``new_oriental.json`` (USD thousand, ``~2447000 S6`` marks a figure that its source rounds),
facts of 10-K filings (concept, period end, value in dollars), and ``peer_statements.csv`` (one line of one period a
row, with unit, source and precision). The first one that has a figure wins; later ones only add what is missing.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from accountkit.model import Figure, Origin, Statement
from accountkit.sources.sec.sector import read_sector

DATA = Path(__file__).parents[2] / "tests" / "data"

UNITS = {"unit": 1, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}

LINE_OF_KEY = {
    "net_income_attrib": "net_income",
    "net_income_attributable": "net_income",
    "pretax_income": "income_before_tax",
    "mezzanine": "mezzanine_equity",
    "equity_attrib": "equity",
    "equity_attributable": "equity",
    "accounts_payable": "payables",
}
"""Where the recorded files name a line differently from ``finance.lines``."""

LINE_OF_CONCEPT = {
    "Revenues": "revenue",
    "CostOfRevenue": "cost_of_revenue",
    "CostOfGoodsAndServicesSold": "cost_of_revenue",
    "GrossProfit": "gross_profit",
    "OperatingExpenses": "operating_expense",
    "OperatingIncomeLoss": "operating_income",
    "InterestExpenseNonoperating": "interest_expense",
    "InvestmentIncomeInterest": "interest_income",
    "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest": "income_before_tax",
    "IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments": (
        "income_before_tax"
    ),
    "IncomeTaxExpenseBenefit": "income_tax",
    "NetIncomeLoss": "net_income",
    "ProfitLoss": "net_income_total",
    "Assets": "total_assets",
    "Liabilities": "total_liabilities",
    "StockholdersEquity": "equity",
    "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest": "equity_total",
    "MinorityInterest": "minority_interest",
    "CashAndCashEquivalentsAtCarryingValue": "cash",
    "ReceivablesNetCurrent": "receivables",
    "AccountsReceivableNetCurrent": "receivables",
    "InventoryNet": "inventory",
    "PropertyPlantAndEquipmentNet": "fixed_assets",
    "Goodwill": "goodwill",
    "AssetsCurrent": "current_assets",
    "LiabilitiesCurrent": "current_liabilities",
    "AccountsPayableCurrent": "payables",
    "LongTermDebtNoncurrent": "long_term_debt",
    "DepreciationAmortizationAndAccretionNet": "depreciation",
    "DepreciationDepletionAndAmortization": "depreciation",
    "NetCashProvidedByUsedInOperatingActivities": "operating_cash_flow",
    "PaymentsToAcquirePropertyPlantAndEquipment": "capital_expenditure",
    "PaymentsToAcquireProductiveAssets": "capital_expenditure",
    "PaymentsForRepurchaseOfCommonStock": "buybacks",
}
CONTRACT_REVENUE = "RevenueFromContractWithCustomerExcludingAssessedTax"
"""Revenue only where no ``Revenues`` is tagged: Walmart's contract revenue leaves out its membership income."""

SELLING_AND_ADMINISTRATIVE = "SellingGeneralAndAdministrativeExpense"
"""All operating expense only where no ``OperatingExpenses`` is tagged: Walmart's one line, a part of Home Depot's."""

EXACT = ("filed figure", "data service after the filing, to the unit")


class Reading(NamedTuple):
    """One figure as it was read: which period, which line, in which currency and unit."""

    period_end: dt.date
    line: str
    figure: Figure
    currency: str = "USD"
    unit: float = 1


def statements(readings: Iterable[Reading], *, since: str = "", until: str = "9999") -> dict[str, Statement]:
    """The statements of one company by period end; the first reading of a figure wins."""
    periods: dict[str, list[Reading]] = {}
    for reading in readings:
        if since <= reading.period_end.isoformat() <= until:
            periods.setdefault(reading.period_end.isoformat(), []).append(reading)
    return {end: _statement(periods[end]) for end in sorted(periods)}


def _statement(readings: list[Reading]) -> Statement:
    figures: dict[str, Figure] = {}
    for reading in readings:
        figures.setdefault(reading.line, reading.figure)
    first = readings[0]
    return Statement(period_end=first.period_end, currency=first.currency, unit=first.unit, figures=figures)


def new_oriental() -> Iterator[Reading]:
    """FY2018 to FY2024 of New Oriental (year ends 31 May)."""
    document = json.loads((DATA / "new_oriental.json").read_text(encoding="utf-8"))
    for year, figures in document["years"].items():
        for key, stated in figures.items():
            if key != "src":
                yield _stated(document["sources"], year, key, stated, figures["src"])


def _stated(sources: dict[str, str], year: str, key: str, stated: float | str, read_in: str) -> Reading:
    """A figure such as ``-982513`` (exact, in the sources of its year) or ``"~6035000 S6"`` (rounded, in S6)."""
    text = str(stated)
    amount = re.match(r"~?(-?\d+)", text)
    codes = re.findall(r"\bS\d\b", text if isinstance(stated, str) else read_in)
    origin = Origin(
        source="; ".join(sources[code] for code in codes)[:500],
        place=f"FY{year}",
        label=key,
        url=_address(sources[codes[0]]) if len(codes) == 1 else "",
        note=text if isinstance(stated, str) else read_in,
    )
    figure = Figure(value=float(amount[1]) * 1_000, approximate=text.startswith("~"), origin=origin)
    return Reading(dt.date(int(year), 5, 31), LINE_OF_KEY.get(key, key), figure, unit=1_000)


def _address(source: str) -> str:
    """The web address at the start of a source's description, if it is complete."""
    place = source.split(" ")[0]
    return f"https://{place}" if re.match(r"[\w.]+/\S+$", place) else ""


def tagged(ticker: str) -> Iterator[Reading]:
    """The annual facts that a company tagged in its own 10-K (``us_10k_facts.csv``)."""
    with (DATA / "us_10k_facts.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["ticker"] == ticker]
    filed = dt.date.fromisoformat(rows[0]["filing"][-10:])
    source = f"{ticker} 10-K, {filed.isoformat()}"
    yield from _facts(rows, lambda row: Origin(source=source, concept=row["concept"], filed=filed))


def walmart_annual() -> Iterator[Reading]:
    """The same of Walmart's 10-K for the year to January 2026, with its accession number."""
    with (DATA / "walmart_annual_facts.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    yield from _facts(
        rows,
        lambda row: Origin(
            source=f"WMT 10-K, {row['filed']}",
            concept=row["concept"],
            accession=row["accession"],
            filed=dt.date.fromisoformat(row["filed"]),
            url=_filing_page("104169", row["accession"]),
        ),
    )


def _filing_page(cik: str, accession: str) -> str:
    return f"https://www.sec.gov/Archives/edgar/data/{cik}/{accession.replace('-', '')}/{accession}-index.htm"


def _facts(rows: list[dict[str, str]], origin_of) -> Iterator[Reading]:
    lines = dict(LINE_OF_CONCEPT)
    concepts = {row["concept"] for row in rows}
    if "Revenues" not in concepts:
        lines[CONTRACT_REVENUE] = "revenue"
    if "OperatingExpenses" not in concepts:
        lines[SELLING_AND_ADMINISTRATIVE] = "operating_expense"
    for row in rows:
        if row["concept"] in lines:
            figure = Figure(value=float(row["value_usd"]), origin=origin_of(row))
            yield Reading(dt.date.fromisoformat(row["period_end"]), lines[row["concept"]], figure)
    yield from _debt_within_a_year(rows, origin_of)


def _debt_within_a_year(rows: list[dict[str, str]], origin_of) -> Iterator[Reading]:
    """Short-term debt = short-term borrowings + long-term debt due within a year, where both are tagged."""
    parts = ("ShortTermBorrowings", "LongTermDebtCurrent")
    tagged_values = {(row["concept"], row["period_end"]): row for row in rows if row["concept"] in parts}
    for end in sorted({end for _concept, end in tagged_values}):
        found = [tagged_values.get((part, end)) for part in parts]
        if all(found):
            origin = origin_of(found[0]).model_copy(update={"concept": " + ".join(parts)})
            total = sum(float(row["value_usd"]) for row in found)
            yield Reading(dt.date.fromisoformat(end), "short_term_debt", Figure(value=total, origin=origin))


def peer_lines(entity: str) -> Iterator[Reading]:
    """The lines of one company in ``peer_statements.csv``; a vendor's own normalisation of a line is left out."""
    with (DATA / "peer_statements.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["entity"] == entity and not row["line"].endswith("_normalised"):
                yield _peer_line(row)


@cache
def chinese_companies() -> pd.DataFrame:
    """The companies of ``ashare_fy2019.csv`` (East Money), as the sector reader reads them."""
    return read_sector(DATA / "ashare_fy2019.csv")


def _peer_line(row: dict[str, str]) -> Reading:
    source, _colon, address = row["source"].partition(": http")
    unit = UNITS[row["unit"]]
    figure = Figure(
        value=float(Decimal(row["value"]) * unit),
        approximate=not row["precision"].startswith(EXACT),
        assumed="single unsure" in row["precision"],
        origin=Origin(
            source=source[:500],
            label=row["line"],
            url=f"http{address}".split(",")[0] if address else "",
            note=row["precision"],
        ),
    )
    line = LINE_OF_KEY.get(row["line"], row["line"])
    return Reading(dt.date.fromisoformat(row["period_end"]), line, figure, row["currency"], unit)
