"""The facts of a company's filings, as the SEC's companyfacts interface gives them.

A fact is keyed by its own period: ``fy`` and ``fp`` belong to the filing that repeats it, not to the fact. Only annual
reports and their amendments make years, and of their durations only those of a year: 350 to 380 days, which holds the
52- and the 53-week year and leaves quarters out. Interim reports are read apart.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from accountkit.errors import StatementError, UnreadableFile
from accountkit.i18n import _
from accountkit.model.reasons import not_json

ANNUAL_FORMS = frozenset(
    [
        "10-K",
        "10-K/A",
        "10-KT",
        "10-KT/A",
        "10-K405",
        "10-K405/A",
        "10-KSB",
        "20-F",
        "20-F/A",
        "20-FR12B",
        "40-F",
        "40-F/A",
    ]
)
INTERIM_FORMS = frozenset(["10-Q", "10-Q/A", "10-QT", "10-QT/A", "6-K", "6-K/A"])
SHORTEST_YEAR, LONGEST_YEAR = 350, 380
TAXONOMIES = ("us-gaap", "ifrs-full")
OWN = "own"
"""In place of a taxonomy: concepts that a filing made itself, which a quarter of the SEC's data sets explains."""
_CURRENCY = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True)
class Fact:
    """One value of one concept: over a year (`start` to `end`), or on a day (`start` is None)."""

    concept: str
    start: dt.date | None
    end: dt.date
    value: float
    currency: str
    form: str
    accession: str
    filed: dt.date

    @property
    def name(self) -> str:
        """The concept without its taxonomy."""
        return self.concept.split(":")[1]

    @property
    def filing(self) -> tuple[dt.date, str]:
        """What tells its filing from another, in the order of filing: day and accession number."""
        return self.filed, self.accession

    @property
    def is_annual(self) -> bool:
        return self.start is not None and is_year(self.start, self.end)


def is_year(start: dt.date, end: dt.date) -> bool:
    """Whether two days are a year apart, as years of 52 and of 53 weeks are."""
    return SHORTEST_YEAR <= (end - start).days <= LONGEST_YEAR


def document(data: bytes, name: str) -> Mapping[str, Any]:
    """The JSON of companyfacts. Raises `UnreadableFile` if it is other JSON, or none."""
    try:
        parsed = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(
            _("{name} is not valid JSON ({reason}). Download it again.").format(
                name=name, reason=not_json(error)
            )
        ) from error
    return with_facts(parsed, name)


def with_facts(parsed: Any, name: str) -> Mapping[str, Any]:
    """A document in the form of companyfacts as it is. Raises `UnreadableFile` if it has no facts of a taxonomy."""
    facts = parsed.get("facts") if isinstance(parsed, dict) else None
    if not isinstance(facts, dict) or not any(isinstance(facts.get(t), dict) for t in TAXONOMIES):
        raise UnreadableFile(
            _("{name} has no us-gaap or ifrs-full facts. Choose a companyfacts JSON file of the SEC.").format(
                name=name
            )
        )
    return parsed


def annual_facts(parsed: Mapping[str, Any], concepts: frozenset[str] | None, name: str) -> Iterator[Fact]:
    """The facts of annual reports in a currency, over a year or on a day: all concepts, or the named ones."""
    return (f for f in _of_annual_reports(parsed, concepts, name) if f.start is None or f.is_annual)


def parts_of_years(parsed: Mapping[str, Any], concepts: frozenset[str], name: str) -> Iterator[Fact]:
    """The flows of annual reports over less than a year: quarters, transition periods, predecessor and successor."""
    return (
        f
        for f in _of_annual_reports(parsed, concepts, name)
        if f.start and (f.end - f.start).days < SHORTEST_YEAR
    )


def interim_facts(parsed: Mapping[str, Any], concepts: frozenset[str], name: str) -> Iterator[Fact]:
    """The facts of interim reports: on a day, or over less than a year."""
    found = _of_reports(parsed, concepts, name, INTERIM_FORMS)
    return (f for f in found if f.start is None or (f.end - f.start).days < SHORTEST_YEAR)


def _of_annual_reports(
    parsed: Mapping[str, Any], concepts: frozenset[str] | None, name: str
) -> Iterator[Fact]:
    """The facts of annual reports in a currency, whatever they cover."""
    return _of_reports(parsed, concepts, name, ANNUAL_FORMS)


def _of_reports(
    parsed: Mapping[str, Any], concepts: frozenset[str] | None, name: str, forms: frozenset[str]
) -> Iterator[Fact]:
    """The facts of reports of these forms in a currency; `concepts` are without taxonomy."""
    for taxonomy in (*TAXONOMIES, OWN):
        tags = parsed["facts"].get(taxonomy)
        for tag, body in tags.items() if isinstance(tags, dict) else ():
            if concepts is not None and tag not in concepts:
                continue
            units = body.get("units") if isinstance(body, dict) else None
            for currency, rows in units.items() if isinstance(units, dict) else ():
                if _CURRENCY.fullmatch(currency) and isinstance(rows, list):
                    yield from _facts(f"{taxonomy}:{tag}", currency, rows, name, forms)


def _facts(concept: str, currency: str, rows: list[Any], name: str, forms: frozenset[str]) -> Iterator[Fact]:
    for position, row in enumerate(rows):
        if not isinstance(row, dict) or row.get("form") not in forms or row.get("val") is None:
            continue
        try:
            start = dt.date.fromisoformat(row["start"]) if row.get("start") else None
            end, filed = dt.date.fromisoformat(row["end"]), dt.date.fromisoformat(row["filed"])
        except (KeyError, TypeError, ValueError) as error:
            raise _bad_fact(name, concept, currency, position, row) from error
        value = row["val"]
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= 1e18:
            raise _bad_fact(name, concept, currency, position, row)
        yield Fact(
            concept, start, end, float(value), currency, row["form"], str(row.get("accn", ""))[:60], filed
        )


def _bad_fact(
    name: str, concept: str, currency: str, position: int, row: Mapping[str, Any]
) -> StatementError:
    shown = {key: row.get(key) for key in ("start", "end", "val", "filed")}
    return StatementError(
        _("{name}, {place}: the fact {value} has no valid date or number. Download the file again.").format(
            name=name, place=f"{concept}/{currency}[{position}]", value=str(shown)[:160]
        )
    )
