"""The filings of one company: in which currency they are drawn up, and on which days its years end."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import ItemsView, Iterable, Mapping
from dataclasses import dataclass, field

from accountkit.errors import StatementError
from accountkit.i18n import _, day, listed
from accountkit.sources.lines.concepts import YEAR_MARKERS
from accountkit.sources.tables.facts import Fact, is_year

NEAREST_YEARS = 300
"""Days: two ends nearer to each other cannot both be year ends."""
OPENED = ("total_assets", "equity", "equity_total")
"""The balances whose date opens a year."""

Filing = tuple[dt.date, str]
"""What tells one filing from another, in the order of filing: its day and its accession number."""


def filing(fact: Fact) -> Filing:
    """The filing of a fact."""
    return fact.filing


def opens(day: dt.date, end: dt.date) -> bool:
    """Whether a balance on a day opens the year to `end`."""
    return is_year(day, end)


@dataclass
class Filings:
    """The facts of one company by concept and period, in one currency."""

    name: str
    cik: str
    currency: str
    by_concept: dict[str, dict[dt.date, list[Fact]]]
    orders: dict[str, tuple[str, ...]]
    warnings: list[str] = field(default_factory=list)
    parts: list[Fact] = field(default_factory=list)
    """Flows of annual reports over less than a year."""

    def filed(self, concept: str, end: dt.date) -> list[Fact]:
        """The facts of a concept for a period, the last filed last."""
        return self.by_concept.get(concept, {}).get(end, [])


# Currency ------------------------------------------------------------------------------------------------------------


def in_one_currency(
    facts: list[Fact], name: str, cik: str, wanted: str | None, orders: dict[str, tuple[str, ...]]
) -> Filings:
    """The facts in the reporting currency of the latest annual report, from reports in that currency only.

    A filing that is drawn up in yuan and translates its last year into dollars has more periods in yuan. Older reports
    in another currency are left out whole: their dollars are translations too.
    """
    reporting = _reporting_currencies(facts)
    latest = max(facts, key=filing).accession
    currency = wanted or reporting[latest]
    kept = [f for f in facts if f.currency == currency and (wanted or reporting[f.accession] == currency)]
    if not kept:
        raise StatementError(
            _("{name} has no figures in {currency}. Choose {others}.").format(
                name=name, currency=currency, others=listed(sorted({f.currency for f in facts}))
            )
        )
    filings = Filings(name, cik.zfill(10), currency, grouped(kept), orders)
    _mention_currencies(filings, facts, reporting, wanted)
    return filings


def _reporting_currencies(facts: Iterable[Fact]) -> dict[str, str]:
    """For each filing the currency that most of its periods are in; of equals the one that is not the dollar."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for fact in facts:
        counted[fact.accession][fact.currency] += 1
    return {
        accession: max(counts, key=lambda code: (counts[code], code != "USD", code))
        for accession, counts in counted.items()
    }


def _mention_currencies(
    filings: Filings, facts: list[Fact], reporting: Mapping[str, str], wanted: str | None
) -> None:
    others = sorted({f.currency for f in facts} - {filings.currency})
    if wanted and filings.currency not in reporting.values():
        filings.warnings.append(
            _(
                "{name}: {currency} is a convenience translation. The reports are in {others}. Choose that currency."
            ).format(
                name=filings.name, currency=filings.currency, others=listed(sorted(set(reporting.values())))
            )
        )
    elif others and not wanted:
        filings.warnings.append(
            _("{name}: figures in {others} were skipped, because the latest report is in {currency}.").format(
                name=filings.name, others=listed(others), currency=filings.currency
            )
        )


def grouped(facts: Iterable[Fact]) -> dict[str, dict[dt.date, list[Fact]]]:
    """Facts by concept and period end, the last filed last."""
    found: dict[str, dict[dt.date, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in sorted(facts, key=filing):
        found[fact.name][fact.end].append(fact)
    return {concept: dict(periods) for concept, periods in found.items()}


# Years ---------------------------------------------------------------------------------------------------------------


def year_ends(filings: Filings, also: Iterable[dt.date] = ()) -> list[dt.date]:
    """The ends of the company's years, and the balance dates a year before them that open the first.

    `also` are ends of years without flows of a year.

    Where two candidates are nearer than ten months (a restated comparison on another date), the one with more lines
    stays and the other is named.
    """
    support: Counter[dt.date] = Counter()
    for line in YEAR_MARKERS:
        for end in {
            end
            for concept in filings.orders.get(line, ())
            for end, facts in _periods(filings, concept)
            if facts[0].start
        }:
            support[end] += 1
    kept: list[dt.date] = []
    for end in sorted(support, key=lambda e: (-support[e], -e.toordinal())):
        if all(abs((end - other).days) >= NEAREST_YEARS for other in kept):
            kept.append(end)
        else:
            filings.warnings.append(
                _(
                    "{name}: figures for the year to {day} were skipped, because another year ends too close to it."
                ).format(name=filings.name, day=day(end))
            )
    kept += [end for end in also if not _beside(end, kept)]
    return sorted({*kept, *_openings(filings, kept)})


def _periods(filings: Filings, concept: str) -> ItemsView[dt.date, list[Fact]]:
    return filings.by_concept.get(concept, {}).items()


def _openings(filings: Filings, year_ends: list[dt.date]) -> set[dt.date]:
    dates = {end for line in OPENED for c in filings.orders.get(line, ()) for end, _f in _periods(filings, c)}

    unopened = [end for end in year_ends if not any(opens(other, end) for other in year_ends)]
    return {d for d in dates if any(opens(d, end) for end in unopened) and not _beside(d, year_ends)}


BESIDE = 60
"""Days: a balance date nearer to a year end than this is another name for it, not the end of a transition period."""


def _beside(day: dt.date, year_ends: list[dt.date]) -> bool:
    return any(abs((day - end).days) < BESIDE for end in year_ends)
