"""One company out of a quarter of the SEC's Financial Statement Data Sets, read as its companyfacts are."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from accountkit.errors import StatementError
from accountkit.i18n import _, listed
from accountkit.model.statement import Vintage
from accountkit.sources.imported import Imported
from accountkit.sources.limits import LARGEST_SECTOR_EXPANSION, check_expansion
from accountkit.sources.sec.companyfacts import statements_of
from accountkit.sources.sec.data_sets import (
    annual_reports,
    facts_by_company,
    own_concepts,
    own_tags,
    values_of,
)
from accountkit.sources.segments.axes import members_in, place_of
from accountkit.sources.segments.chosen import CONCEPTS, SegmentFact, with_segments
from accountkit.sources.tables.companies import to_choose
from accountkit.sources.tables.facts import Fact, with_facts


def one_of_data_set(
    opened: zipfile.ZipFile,
    name: str,
    entity: str | None,
    currency: str | None = None,
    mapping: Mapping[str, str] | None = None,
    vintage: Vintage = "as_last_filed",
) -> Imported:
    """The statements of the company with that name or CIK. Raises `EntityNeeded` where it is not one company of the
    quarter's annual reports, with those that it could be."""
    check_expansion(opened, name, LARGEST_SECTOR_EXPANSION)
    reports = annual_reports(opened, name)
    companies = dict(zip(reports["cik"], reports["name"], strict=True))
    cik = _chosen(companies, name, entity)
    facts, own, parts = facts_of(opened, name, reports[reports["cik"] == cik])
    document = with_facts({"cik": cik, "entityName": companies[cik], "facts": _facts(facts)}, name)
    found = statements_of(document, name, currency, mapping, vintage, own)
    found = replace(found, entities=tuple(sorted(companies.values())))
    return with_segments(found, parts, vintage)


def _chosen(companies: Mapping[str, str], name: str, entity: str | None) -> str:
    wanted = (entity or "").strip().casefold()
    exact = [
        c for c, title in companies.items() if wanted in (title.casefold(), c) or wanted.lstrip("0") == c
    ]
    part = [c for c, title in companies.items() if len(wanted) >= 3 and wanted in title.casefold()]
    found = exact or part
    if len(found) == 1:
        return found[0]
    titles = tuple(sorted(companies[c] for c in (found or companies)))
    if not found and wanted:
        raise StatementError(
            _("{name} has no annual report of “{entity}”. It has {examples}.").format(
                name=name, entity=wanted[:60], examples=listed([*titles[:8]]) + " …"
            )
        )
    raise to_choose(name, titles)


def facts_of(
    opened: zipfile.ZipFile, name: str, reports: pd.DataFrame
) -> tuple[list[Fact], dict[str, list[str]], list[SegmentFact]]:
    """The facts of a company's reports (`annual_reports`), of the whole company, for a year or a day, by line the tags that
    it made itself, and the facts of its segments and regions."""
    named = own_tags(opened, name, reports)
    values = values_of(opened, name, reports, named, parts=CONCEPTS)
    whole = values["segments"].isna()
    facts = [fact for own in facts_by_company(values[whole], reports).values() for fact in own]
    return facts, own_concepts(facts, named), list(_of_segments(values[~whole], reports))


def _of_segments(values: pd.DataFrame, reports: pd.DataFrame) -> Iterator[SegmentFact]:
    for text, rows in values.groupby("segments"):
        place = place_of(members_in(str(text)))
        for facts in facts_by_company(rows, reports).values() if place else ():
            yield from (SegmentFact(place, fact) for fact in facts if place)


def _facts(facts: list[Fact]) -> dict[str, Any]:
    """Facts in the form in which companyfacts has them."""
    found: dict[str, Any] = {}
    for fact in facts:
        taxonomy, concept = fact.concept.split(":", 1)
        units = found.setdefault(taxonomy, {}).setdefault(concept, {"units": {}})["units"]
        row = {
            "end": fact.end.isoformat(),
            "val": fact.value,
            "form": fact.form,
            "accn": fact.accession,
            "filed": fact.filed.isoformat(),
        }
        units.setdefault(fact.currency, []).append(
            row if fact.start is None else {**row, "start": fact.start.isoformat()}
        )
    return found
