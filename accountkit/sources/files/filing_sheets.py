"""The workbook that the SEC makes of each filing (``Financial_Report.xlsx``): a sheet a statement, then notes and details.

Notes and details repeat the names of the statements with figures of segments and quarters, so only the statements are
read. A sheet says what it is in its first cell: ``CONSOLIDATED BALANCE SHEETS - USD ($) $ in Millions``, or in older
filings ``Consolidated Balance Sheets (USD $)`` with the unit on the next line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from accountkit.sources.tables.table import Table, is_blank

_TITLE = re.compile(
    r"^(?P<title>.+?)(?:\s+-\s+[A-Z]{3}\s*\(.{1,4}\)|\s+\([A-Z]{3}\s*.{0,3}\))(?:\s|$)", re.DOTALL
)
_STATEMENT = re.compile(
    r"\b(income|operations|earnings|profit|loss|balance sheets?|financial (?:position|condition)|cash flows?|condition)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"parenthetical|\(details|\(tables|\(policies|narrative|detail\)|cover page|document and entity|\b(?:note|per share|taxes)\b",
    re.IGNORECASE,
)
_REGISTRANT = "entity registrant name"


def statement_sheets(tables: Sequence[Table]) -> tuple[list[Table], str]:
    """The sheets of the statements and the company's name; all sheets and no name where it is no such workbook."""
    titles = {id(table): _title(table) for table in tables}
    if sum(bool(title) for title in titles.values()) < 2:
        return list(tables), ""
    # a sheet in two currencies names none in its title: CONSOLIDATED BALANCE SHEETS ¥ in Thousands, $ in Thousands
    named = {id(t): titles[id(t)] or str(t.at(0, 0) or "") for t in tables}
    kept = [t for t in tables if _STATEMENT.search(named[id(t)]) and not _OTHER.search(named[id(t)])]
    return [_of_company(t) for t in kept] or list(tables), next(
        (name for t in tables if (name := _registrant(t))), ""
    )


def _title(table: Table) -> str:
    first = table.at(0, 0)
    match = _TITLE.match(first.strip()) if isinstance(first, str) else None
    return match["title"] if match else ""


def _of_company(table: Table) -> Table:
    """The sheet without the blocks of segments, which repeat its lines under a name such as ``Americas [Member]``."""
    parts = (r for r, row in enumerate(table.rows) if r and "[member]" in str(row[0] or "").casefold())
    end = next(parts, len(table.rows))
    return replace(table, rows=table.rows[:end], numbers=table.numbers[:end])


def _registrant(table: Table) -> str:
    for row in table.rows[:80]:
        if isinstance(row[0], str) and row[0].strip().casefold() == _REGISTRANT:
            return next((str(cell).strip()[:500] for cell in row[1:] if not is_blank(cell)), "")
    return ""
