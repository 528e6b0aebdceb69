"""The segments and regions of each year out of the facts of a company's filings.

The parts of a year come from one filing, so that they belong to one division of the company. Of several concepts the one
counts whose parts add up to the company's line. What cannot be made to fit is refused and said, never guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from accountkit.i18n import N_, _, fiscal_year, money
from accountkit.model import Figure, Origin, ReportedSegment, Statement
from accountkit.model.statement import SegmentKind, Vintage
from accountkit.sources.imported import Imported
from accountkit.sources.lines.concepts import ORDER
from accountkit.sources.segments.axes import Place, words_of
from accountkit.sources.tables.facts import Fact

REVENUE = (
    *ORDER["revenue"],
    "SegmentReportingInformationRevenueFromExternalCustomers",
    "SegmentReportingInformationRevenue",
    "RevenueFromExternalCustomers",
)
PROFIT: dict[str, tuple[str, ...]] = {
    "operating_income": (*ORDER["operating_income"], "SegmentReportingInformationOperatingIncomeLoss"),
    "income_before_tax": (
        *ORDER["income_before_tax"],
        "SegmentReportingInformationIncomeLossBeforeIncomeTaxes",
    ),
}
"""The profit of segments: operating, or before tax if the filing has no other."""
CONCEPTS = frozenset((*REVENUE, *(c for names in PROFIT.values() for c in names)))
NEAR = 0.002
"""Of the company's line: how far the sum of rounded parts may be from it."""
MOST_TRIED = 14
"""Members among which sub-totals are looked for: beyond, every choice would have to be tried too often."""
MOST_ABOVE = 2.0
"""Times the company's revenue that its segments may have together before sales among themselves are taken off."""


@dataclass(frozen=True)
class SegmentFact:
    """A fact of a part of the company."""

    place: Place
    fact: Fact


@dataclass(frozen=True)
class _Measure:
    """One concept over the parts: their facts by member, and those that reconcile their sum with the company."""

    parts: dict[str, Fact]
    items: dict[str, Fact]
    whole: float

    @property
    def total(self) -> float:
        return sum(f.value for f in (*self.parts.values(), *self.items.values()))

    @property
    def fits(self) -> bool:
        return abs(self.total - self.whole) <= NEAR * abs(self.whole)

    @property
    def rank(self) -> tuple[bool, int, float]:
        return self.fits, len(self.parts), -abs(self.total - self.whole)


def with_segments(imported: Imported, facts: Iterable[SegmentFact], vintage: Vintage) -> Imported:
    """The import with the segments and regions of its years, and with what had to be refused among its warnings."""
    by_year: dict[str, list[SegmentFact]] = defaultdict(list)
    for one in facts:
        if one.fact.is_annual and one.fact.currency == imported.currency:
            by_year[one.fact.end.isoformat()].append(one)
    warnings: list[str] = []
    statements = dict(imported.statements)
    for end in by_year.keys() & statements.keys():
        found = tuple(_segments(by_year[end], statements[end], vintage, imported.name, warnings))
        if found:
            statements[end] = statements[end].model_copy(update={"segments": found})
    return replace(imported, statements=statements, warnings=(*imported.warnings, *sorted(warnings)))


def _segments(
    facts: list[SegmentFact], statement: Statement, vintage: Vintage, name: str, warnings: list[str]
) -> Iterator[ReportedSegment]:
    revenue = statement.figures.get("revenue")
    kinds: tuple[SegmentKind, ...] = ("business", "region")
    for kind in kinds if revenue and revenue.value > 0 else ():
        own = _of_one_filing([f for f in facts if f.place.kind == kind], vintage)
        sales = _measured(own, REVENUE, revenue.value if revenue else 0.0)
        if sales is None:
            continue
        if problem := _refused(sales, kind):
            warnings.append(_in_words(problem, sales, statement, name))
            continue
        yield from _reported(kind, sales, _profit(own, sales, statement), name)


def _of_one_filing(facts: list[SegmentFact], vintage: Vintage) -> list[SegmentFact]:
    """The facts of the filing that the vintage means: the last one, else the first, which is the year's own report."""
    filings = {f.fact.filing for f in facts}
    if not filings:
        return []
    wanted = max(filings) if vintage == "as_last_filed" else min(filings)
    return [f for f in facts if f.fact.filing == wanted]


def _measured(
    facts: list[SegmentFact], concepts: tuple[str, ...], whole: float, members: frozenset[str] | None = None
) -> _Measure | None:
    """The concept whose parts fit the company's line best; `members` limits the parts. None under two parts."""
    found = []
    for concept in concepts:
        named = [f for f in facts if f.fact.name == concept]
        items = {f.place.member: f.fact for f in named if f.place.reconciling}
        for operating in (False, True):
            parts = {
                f.place.member: f.fact
                for f in named
                if not f.place.reconciling
                and f.place.operating == operating
                and (members is None or f.place.member in members)
            }
            if len(parts) > 1:
                found += [_Measure(parts, {}, whole), _Measure(parts, items, whole)]
    found += [m for one in found if members is None and (m := _without_totals(one))]
    return max(found, key=lambda one: one.rank, default=None)


def _without_totals(measure: _Measure) -> _Measure | None:
    """The parts without sub-totals of others of them, if the rest fits the company: as many parts as possible."""
    if measure.fits or measure.total < measure.whole or not 2 < len(measure.parts) <= MOST_TRIED:
        return None
    for size in range(len(measure.parts) - 1, 1, -1):
        for kept in combinations(measure.parts.items(), size):
            tried = replace(measure, parts=dict(kept))
            if tried.fits:
                return tried
    return None


OVERLAP = {
    "business": N_(
        "{name}, {year}: the segments' revenue adds up to {sum}, more than the company's {whole}. Segments of this year were not read. Check the filing's note on segments."
    ),
    "region": N_(
        "{name}, {year}: the regions' revenue adds up to {sum}, more than the company's {whole}. Regions of this year were not read. Check the filing's note on regions."
    ),
}
LARGER = N_(
    "{name}, {year}: revenue of the part “{part}” is {value}, more than the company's {whole}. Segments of this year were not read. Check the filing's note on segments."
)


def _refused(sales: _Measure, kind: SegmentKind) -> str:
    """Why the parts cannot be those of the company; empty if they can. Segments may sell to each other, regions cannot."""
    limit = sales.whole * (1 + NEAR)
    if sales.fits or (sales.total <= limit and max(f.value for f in sales.parts.values()) <= limit):
        return ""
    if max(f.value for f in sales.parts.values()) > limit:
        return LARGER
    return "" if kind == "business" and sales.total <= MOST_ABOVE * sales.whole else OVERLAP[kind]


def _in_words(problem: str, sales: _Measure, statement: Statement, name: str) -> str:
    largest = max(sales.parts, key=lambda member: sales.parts[member].value)
    return _(problem).format(
        name=name,
        year=fiscal_year(statement.period_end),
        part=words_of(largest),
        value=money(sales.parts[largest].value, statement.currency),
        sum=money(sales.total, statement.currency),
        whole=money(sales.whole, statement.currency),
    )


def _profit(facts: list[SegmentFact], sales: _Measure, statement: Statement) -> dict[str, _Measure]:
    """The profit of the parts that have revenue, by line: the first line that as many of them have as any."""
    found: dict[str, _Measure] = {}
    for line, concepts in PROFIT.items():
        whole = statement.figures.get(line)
        measure = _measured(facts, concepts, whole.value if whole else 0.0, frozenset(sales.parts))
        if measure and all(len(measure.parts) > len(other.parts) for other in found.values()):
            found = {line: measure}
    return found


def _reported(
    kind: SegmentKind, sales: _Measure, profit: Mapping[str, _Measure], name: str
) -> Iterator[ReportedSegment]:
    measures = {"revenue": sales, **profit}
    for reconciling in (False, True):
        chosen = {line: m.items if reconciling else m.parts for line, m in measures.items()}
        for member in dict.fromkeys(member for facts in chosen.values() for member in facts):
            figures = {
                line: _figure(facts[member], name) for line, facts in chosen.items() if member in facts
            }
            yield ReportedSegment(
                kind=kind,
                member=member,
                name=words_of(member),
                reconciling=reconciling,
                figures=figures,
            )


def _figure(fact: Fact, name: str) -> Figure:
    origin = Origin(
        source=name[:500],
        place=f"{fact.start} – {fact.end}",
        label=fact.name,
        concept=fact.concept,
        accession=fact.accession,
        filed=fact.filed if fact.accession else None,
    )
    return Figure(value=fact.value, origin=origin)
