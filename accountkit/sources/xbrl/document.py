"""An XBRL filing as the document that companyfacts has, so that both are put together by one set of rules."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from accountkit.errors import StatementError, UnreadableFile
from accountkit.i18n import _, listed
from accountkit.sources.tables.facts import ANNUAL_FORMS, INTERIM_FORMS, LONGEST_YEAR, is_year
from accountkit.sources.xbrl.amounts import amount, precision
from accountkit.sources.xbrl.events import (
    INLINE,
    INSTANCE,
    Collector,
    Context,
    Written,
    collected,
    day_of,
    is_about_the_document,
)

_TAXONOMIES = (
    (re.compile(r"fasb\.org/us-gaap/|xbrl\.us/us-gaap/"), "us-gaap"),
    (re.compile(r"xbrl\.(?:ifrs|iasb)\.org/taxonomy/.*/ifrs"), "ifrs-full"),
)
_CURRENCY = re.compile(r"(?:.*[:#])?([A-Z]{3})")
_ANNUAL = "10-K"
"""The form under which a report is read whose file names none (an annual report under ESEF)."""


def is_xbrl(text: str) -> bool:
    """Whether markup is an XBRL instance or a page with inline XBRL."""
    return INSTANCE in text and (any(space in text for space in INLINE) or "contextRef" in text)


@dataclass(frozen=True)
class Filed:
    """A filing in the form of companyfacts, what could not be read of it, its form, and what the parser found.

    `interim` says that it is a report of part of a year; `year_end` is the day on which the company's years end
    (``09-28``), blank if the filing does not say it.
    """

    document: dict[str, Any]
    warnings: list[str]
    form: str
    found: Collector
    interim: bool = False
    year_end: str = ""


def filed(data: bytes, name: str) -> Filed:
    """The filing. Raises `UnreadableFile` if the file is hostile or damaged or has no facts of US-GAAP or IFRS,
    `StatementError` if it is neither an annual nor an interim report.
    """
    found = collected(data, name)
    identifier, rows, unread = _rows(found)
    if not rows:
        raise UnreadableFile(
            _(
                "{name} has no us-gaap or ifrs-full facts of a whole company. Choose its annual report."
            ).format(name=name)
        )
    about = {
        fact.name: fact.text for fact in found.facts if is_about_the_document(fact.namespace) and fact.text
    }
    named = about.get("DocumentType", "")
    annual = any(_is_annual(row) for row in rows.values())
    interim = any(row.get("start") and not _is_annual(row) for row in rows.values())
    interim = interim and (named in INTERIM_FORMS or (not named and not annual))
    form = (named or "6-K") if interim else named if named in ANNUAL_FORMS else _ANNUAL
    latest = max(row["end"] for row in rows.values())
    facts: dict[str, dict[str, Any]] = {}
    for (taxonomy, concept, currency, _start, _end), row in rows.items():
        units = facts.setdefault(taxonomy, {}).setdefault(concept, {"units": {}})["units"]
        units.setdefault(currency, []).append(
            {key: value for key, value in row.items() if key != "precision"}
            | {"form": form, "accn": "", "filed": latest}
        )
    if not interim and (not annual or named in INTERIM_FORMS):
        raise StatementError(
            _(
                "{name} has no figures of a full year ({form}). Choose the annual report (10-K, 20-F, 40-F)."
            ).format(name=name, form=named or _("no form named"))
        )
    document = {
        "cik": identifier if identifier.isdigit() else "",
        "entityName": re.sub(r"\s+", " ", about.get("EntityRegistrantName", "")),
        "ticker": about.get("TradingSymbol", ""),
        "facts": facts,
    }
    warning = _("{name}: these facts are no readable numbers and were skipped: {concepts}.").format(
        name=name, concepts=listed(unread[:4]) + (" …" if len(unread) > 4 else "")
    )
    year_end = about.get("CurrentFiscalYearEndDate", "").lstrip("-")
    return Filed(document, [warning] if unread else [], form, found, interim, year_end)


def _is_annual(row: Mapping[str, Any]) -> bool:
    start, end = row.get("start"), row["end"]
    return bool(start) and is_year(dt.date.fromisoformat(str(start)), dt.date.fromisoformat(end))


Key = tuple[str, str, str, str, str]


def identifier_of(found: Collector) -> str:
    """The identifier of the company that most facts without dimensions are about; blank if there are none."""
    whole = _of_whole_companies(found)
    counted = Counter(found.contexts[fact.context].identifier for fact, *_rest in whole)
    return max(counted, key=lambda key: counted[key], default="")


def _rows(found: Collector) -> tuple[str, dict[Key, dict[str, Any]], list[str]]:
    """The identifier of the company, and its facts of years and days, the most exact of each."""
    identifier = identifier_of(found)
    rows: dict[Key, dict[str, Any]] = {}
    unread: dict[str, None] = {}
    for fact, taxonomy, currency, start, end in _of_whole_companies(found):
        if found.contexts[fact.context].identifier != identifier:
            continue
        value = amount(fact)
        if value is None:
            unread[fact.name] = None
            continue
        key = (taxonomy, fact.name, currency, start.isoformat() if start else "", end.isoformat())
        row = {"end": end.isoformat(), "val": value, "precision": precision(fact)}
        if start:
            row["start"] = start.isoformat()
        if key not in rows or rows[key]["precision"] < row["precision"]:
            rows[key] = row
    return identifier, rows, list(unread)


def _of_whole_companies(found: Collector) -> Iterator[tuple[Written, str, str, dt.date | None, dt.date]]:
    """The facts in a currency of contexts without dimensions that are of a day or of a year at most."""
    for fact in found.facts:
        context = found.contexts.get(fact.context)
        if fact.nil or context is None or context.part:
            continue
        known, period = in_currency(found, fact), period_of(context)
        if known and period:
            yield fact, *known, *period


def in_currency(found: Collector, fact: Written) -> tuple[str, str] | None:
    """Taxonomy and currency of a fact; None if it is of another taxonomy or no amount of money."""
    taxonomy = next((key for pattern, key in _TAXONOMIES if pattern.search(fact.namespace)), "")
    measures = found.units.get(fact.unit, []) if fact.unit else []
    currency = _CURRENCY.fullmatch(measures[0]) if len(measures) == 1 else None
    return (taxonomy, currency[1]) if taxonomy and currency else None


def period_of(context: Context) -> tuple[dt.date | None, dt.date] | None:
    """Start (None for a day) and end of a context; None if its dates are none or it is longer than a year."""
    start, end = _start(context.start), day_of(context.end)
    if (
        end is None
        or (context.start and start is None)
        or (start and not 0 < (end - start).days <= LONGEST_YEAR)
    ):
        return None
    return start, end


def _start(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text.strip()[:10]) if text else None
    except ValueError:
        return None
