"""The lines that a filing's own tags stand for, by what its statements call them and where (``pre`` of a data set).

A company that tags its total with a name of its own (``NetOperatingRevenues``) still prints it as "Net operating revenues"
above its costs. Counted are names that are known, not those that only resemble one; revenue has to stand above the first
cost or result.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

import pandas as pd

from accountkit.finance.statements.lines import FLOWS, STOCKS
from accountkit.sources.lines.concepts import ORDER, line_of
from accountkit.sources.lines.recognition import recognised

COLUMNS = ("adsh", "report", "line", "stmt", "tag", "version", "plabel")
STATEMENTS = {"IS": FLOWS, "CI": FLOWS, "BS": STOCKS}
BELOW_REVENUE = ("cost_of_revenue", "gross_profit", "total_costs", "operating_income", "income_before_tax")
_TOTAL_REVENUE = re.compile(r"\btotal\b.*\b(?:revenues?|sales)\b", re.IGNORECASE)

Named = dict[str, dict[str, str]]
"""For each filing its own tags and their lines."""


def named_tags(portions: Iterable[pd.DataFrame]) -> Named:
    """The lines of the tags that filings made themselves."""
    found: Named = defaultdict(dict)
    for portion in portions:
        rows = portion[portion["stmt"].isin(STATEMENTS)]
        own = rows[(rows["version"] == rows["adsh"]) & rows["plabel"].notna()]
        columns = (own[c].tolist() for c in ("adsh", "report", "line", "stmt", "tag", "plabel"))
        costs: dict[tuple[str, str], int] | None = None
        for adsh, report, place, statement, tag, label in zip(*columns, strict=True):
            line = _line(label, statement, tag)
            if line == "revenue":
                costs = _first_costs(rows) if costs is None else costs
                if not _number(place) < costs.get((adsh, report), 0):
                    continue
            if line:
                found[adsh].setdefault(tag, line)
    return dict(found)


def _line(label: str, statement: str, tag: str) -> str | None:
    """The line of a tag by its label; None if a line of the other kind is meant, or the tag has a line as a concept."""
    match = recognised(label)
    line = match and (match.either or match.line)
    if match is None or match.reason == "similar":
        line = "revenue" if _TOTAL_REVENUE.search(label) else None
    known = line_of(f"us-gaap:{tag}")
    if line not in ORDER or line not in STATEMENTS[statement] or (known and known[0] != line):
        return None
    return line


def _first_costs(rows: pd.DataFrame) -> dict[tuple[str, str], int]:
    """For each statement the place of its first cost or result."""
    below = {tag for line in BELOW_REVENUE for tag in ORDER[line]}
    costs = rows[rows["tag"].isin(below) | rows["tag"].str.startswith("Cost")]
    places: dict[tuple[str, str], int] = {}
    for adsh, report, place in zip(*(costs[c].tolist() for c in ("adsh", "report", "line")), strict=True):
        key = (adsh, report)
        places[key] = min(places.get(key, _number(place)), _number(place))
    return places


def _number(place: str) -> int:
    return int(place) if str(place).isdigit() else 0
