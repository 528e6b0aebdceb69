"""What the ledger of a sample must say of a source, worked out from the sourced facts in ``tests/data/sample_facts.json``.

The rules of docs/decisions/0007: every source is a document, grade A. One that was read (*primary_read*) is confirmed, by the
analyst who read it; *secondary_read* is confirmed where two sources of different publishers say it, else it stays assumed;
*single_unsure* is never confirmed, grade D.
"""

from __future__ import annotations

import calendar
import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import Any

from accountkit.model import Evidence

FACTS = Path(__file__).parents[1] / "data" / "sample_facts.json"
READER = "Financial analyst, who read the document"
RESEARCHER = "Account researcher: two sources agree"
TEAM = "Account team"
ONE_SOURCE = "One source only, not confirmed."
UNSURE = "One source of unknown reliability; verify before use."


@cache
def facts() -> dict[str, dict[str, Any]]:
    """The sourced facts by their number (``EDU-22``)."""
    document = json.loads(FACTS.read_text(encoding="utf-8"))
    return {fact["id"]: fact for found in document["accounts"].values() for fact in found}


@cache
def entries() -> dict[str, Evidence]:
    """Every entry that a ledger may hold of the facts, by its key: two sources of a fact at most (``edu-22a``, ``edu-22b``)."""
    return {
        f"{number.lower()}{letter}": entry(fact, source)
        for number, fact in facts().items()
        for letter, source in zip("ab", fact["sources"], strict=False)
    }


def together(key: str) -> set[str]:
    """The keys of all sources of the fact that an entry is one source of."""
    return {other for other in entries() if other[:-1] == key[:-1]}


def entry(fact: dict[str, Any], source: dict[str, Any]) -> Evidence:
    """The entry of one source of a fact."""
    publishers = {other["publisher"] for other in fact["sources"]}
    said: dict[str, Any] = {
        "source": f"{source['publisher']}: {source['title']}"[:500],
        "url": source["url"] if " " not in source["url"] and "{" not in source["url"] else "",
        "date": last_day(source["date"]),
    }
    if fact["confidence"] == "single_unsure":
        return Evidence(**said, grade="D", note=UNSURE)
    if fact["confidence"] == "primary_read":
        return Evidence(**said, grade="A", status="confirmed", confirmed_by=READER)
    if len(publishers) > 1:
        return Evidence(**said, grade="A", status="confirmed", confirmed_by=RESEARCHER)
    return Evidence(**said, grade="A", note=ONE_SOURCE)


def last_day(date: str | None) -> dt.date | None:
    """The day of a source that may be dated to the month or the year only: then its last day; none where undated."""
    if not date:
        return None
    year, *rest = map(int, date.split("-"))
    month = rest[0] if rest else 12
    day = rest[1] if len(rest) > 1 else calendar.monthrange(year, month)[1]
    return dt.date(year, month, day)
