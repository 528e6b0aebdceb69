"""A company's annual statements out of all its filings (SEC companyfacts, US-GAAP and IFRS).

For each line and year: the concepts of `concepts.ORDER` are stitched in that order, the value filed last wins, and the
values that it replaced are kept with their filing. Figures are in the currency that the annual reports are drawn up in;
a convenience translation of one year into dollars is not taken for it.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from accountkit.errors import LineNotFound, StatementError
from accountkit.finance.lines import label
from accountkit.i18n import _, day, listed, number
from accountkit.model import Figure, Origin, Restatement, Statement
from accountkit.sources.concepts import BALANCES, BANK_REVENUE, ORDER, YEAR_MARKERS
from accountkit.sources.facts import LONGEST_YEAR, SHORTEST_YEAR, Fact, annual_facts, document
from accountkit.sources.imported import Imported, Mapped
from accountkit.sources.mapping import SETTINGS, missing_core

FRESHEST_FIRST = frozenset({"revenue", "income_before_tax"})
"""Lines whose concepts mean the same total: a restatement under another concept wins over an older filing."""
NEAREST_YEARS = 300
WORTH_MENTIONING = 0.005
_ARCHIVE = "https://www.sec.gov/Archives/edgar/data/{cik}/{folder}/{accession}-index.htm"


@dataclass
class Filings:
    """The facts of one company by concept and period, in one currency."""

    name: str
    cik: str
    currency: str
    by_concept: dict[str, dict[dt.date, list[Fact]]]
    orders: dict[str, tuple[str, ...]]
    warnings: list[str] = field(default_factory=list)

    def filed(self, concept: str, end: dt.date) -> list[Fact]:
        """The facts of a concept for a period, the last filed last."""
        return self.by_concept.get(concept, {}).get(end, [])


def companyfacts(
    data: bytes, name: str, currency: str | None = None, mapping: Mapping[str, str] | None = None
) -> Imported:
    """The statements in a companyfacts document. `mapping` names for a line the concept to prefer."""
    parsed = document(data, name)
    chosen = {line: concept for line, concept in (mapping or {}).items() if line not in SETTINGS}
    orders = _orders(chosen)
    wanted = frozenset(c.split(":")[-1] for names in orders.values() for c in names) | frozenset(BANK_REVENUE)
    facts = list(annual_facts(parsed, wanted, name))
    if not facts:
        raise StatementError(
            _("{name} has no figures from annual reports (10-K, 20-F, 40-F).").format(name=name)
        )
    entity = str(parsed.get("entityName") or "")[:500]
    filings = _in_one_currency(facts, name, str(parsed.get("cik", "")), currency, orders)
    _check_chosen(filings, chosen)
    found = _statements(filings)
    mapping_shown = _mapping(found, chosen)
    used = {m.label for m in mapping_shown}
    left = sorted(
        {f.concept.split(":")[1] for f in annual_facts(parsed, None, name) if f.currency == filings.currency}
        - used
    )
    present = {line for statement in found.values() for line in statement.figures}
    return Imported(
        found, mapping_shown, tuple(left), (*filings.warnings, *missing_core(dict.fromkeys(present), name)), entity,
        "companyfacts", name, filings.currency, "", entities=(entity,),
    )  # fmt: skip


def _orders(chosen: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    orders = {line: names for line, names in ORDER.items() if chosen.get(line, line)}
    for line, concept in chosen.items():
        if concept:
            orders[line] = (concept.split(":")[-1],)
    return orders


def _check_chosen(filings: Filings, chosen: Mapping[str, str]) -> None:
    for line, concept in chosen.items():
        if concept and concept.split(":")[-1] not in filings.by_concept:
            raise LineNotFound(
                _("{name} has no annual figures of the concept '{concept}' to read {line} from.").format(
                    name=filings.name, concept=concept[:120], line=label(line)
                ),
                tuple(sorted(filings.by_concept)),
            )


# Currency ------------------------------------------------------------------------------------------------------------


def _in_one_currency(facts: list[Fact], name: str, cik: str, wanted: str | None, orders) -> Filings:
    """The facts in the reporting currency of the latest annual report, from reports in that currency only.

    A filing that is drawn up in yuan and translates its last year into dollars has more periods in yuan. Older reports
    in another currency are left out whole: their dollars are translations too.
    """
    reporting = _reporting_currencies(facts)
    latest = max(facts, key=lambda f: (f.filed, f.accession)).accession
    currency = wanted or reporting[latest]
    kept = [f for f in facts if f.currency == currency and (wanted or reporting[f.accession] == currency)]
    if not kept:
        raise StatementError(
            _("{name} has no figures in {currency}; it has {others}.").format(
                name=name, currency=currency, others=listed(sorted({f.currency for f in facts}))
            )
        )
    filings = Filings(name, cik.zfill(10), currency, _by_concept(kept), orders)
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
                "{name}: {currency} is a convenience translation; the reports are drawn up in {others}."
            ).format(
                name=filings.name, currency=filings.currency, others=listed(sorted(set(reporting.values())))
            )
        )
    elif others and not wanted:
        filings.warnings.append(
            _(
                "{name}: figures in {others} were left out; the latest report is drawn up in {currency}."
            ).format(name=filings.name, others=listed(others), currency=filings.currency)
        )


def _by_concept(facts: Iterable[Fact]) -> dict[str, dict[dt.date, list[Fact]]]:
    found: dict[str, dict[dt.date, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in sorted(facts, key=lambda f: (f.filed, f.accession)):
        found[fact.concept.split(":")[1]][fact.end].append(fact)
    return {concept: dict(periods) for concept, periods in found.items()}


# Years ---------------------------------------------------------------------------------------------------------------


def _year_ends(filings: Filings) -> list[dt.date]:
    """The ends of the company's years, and the balance dates a year before them that open the first.

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
                    "{name}: figures for the year to {day} were left out; another year ends too near to it."
                ).format(name=filings.name, day=day(end))
            )
    return sorted({*kept, *_openings(filings, kept)})


def _periods(filings: Filings, concept: str):
    return filings.by_concept.get(concept, {}).items()


def _openings(filings: Filings, year_ends: list[dt.date]) -> set[dt.date]:
    dates = {
        end
        for line in ("total_assets", "equity", "equity_total")
        for c in filings.orders.get(line, ())
        for end, _f in _periods(filings, c)
    }
    far = {d for d in dates if all(abs((d - end).days) >= NEAREST_YEARS for end in year_ends)}
    return {d for d in far if any(SHORTEST_YEAR <= (end - d).days <= LONGEST_YEAR for end in year_ends)}


# Lines ---------------------------------------------------------------------------------------------------------------


def _statements(filings: Filings) -> dict[str, Statement]:
    ends = _year_ends(filings)
    figures: dict[dt.date, dict[str, Figure]] = {end: {} for end in ends}
    notes: dict[dt.date, tuple[str, ...]] = {}
    for line in filings.orders:
        for end in ends:
            if figure := _figure(filings, line, end):
                figures[end][line] = figure
    for end in ends:
        notes[end] = _bank_notes(filings, end, figures[end])
    _mention_stitches(filings, figures)
    _mention_restatements(filings, figures)
    return {
        end.isoformat(): Statement(period_end=end, currency=filings.currency, figures=figures[end], notes=notes[end])
        for end in ends if figures[end]
    }  # fmt: skip


def _figure(filings: Filings, line: str, end: dt.date) -> Figure | None:
    series = [_fitting(filings.filed(concept, end), line) for concept in filings.orders[line]]
    series = [facts for facts in series if facts]
    if not series:
        return _bank_revenue(filings, end) if line == "revenue" else None
    facts = max(series, key=lambda f: f[-1].filed) if line in FRESHEST_FIRST else series[0]
    earlier = (
        [f for other in series for f in other if f is not facts[-1]] if line in FRESHEST_FIRST else facts[:-1]
    )
    facts = _whole_revenue(filings, facts, series, end) if line == "revenue" else facts
    return Figure(value=facts[-1].value, origin=_origin(filings, facts[-1], earlier))


def _fitting(facts: list[Fact], line: str) -> list[Fact]:
    """Balances on a day, flows over a year."""
    return [f for f in facts if (f.start is None) == (line in BALANCES)]


def _whole_revenue(filings: Filings, facts: list[Fact], series: list[list[Fact]], end: dt.date) -> list[Fact]:
    """``Revenues`` is the total; where a filing tags it smaller than its contract revenue, it tags a part with it."""
    chosen = facts[-1]
    larger = [s for s in series if s[-1].accession == chosen.accession and s[-1].value > chosen.value * 1.02]
    contract = [s for s in larger if "ExcludingAssessedTax" in s[-1].concept]
    if not chosen.concept.endswith(":Revenues") or not contract:
        return facts
    filings.warnings.append(
        _(
            "{name}, {day}: 'Revenues' is smaller than the revenue from contracts, which was taken instead."
        ).format(name=filings.name, day=day(end))
    )
    return contract[0]


def _origin(filings: Filings, fact: Fact, earlier: Iterable[Fact]) -> Origin:
    span = f"{fact.start} – {fact.end}" if fact.start else fact.end.isoformat()
    return Origin(
        source=_("{form} filed with the SEC").format(form=fact.form), place=span, label=fact.concept.split(":")[1],
        concept=fact.concept, accession=fact.accession, filed=fact.filed, replaced=_replaced(fact, earlier),
        url=_ARCHIVE.format(cik=int(filings.cik), folder=fact.accession.replace("-", ""), accession=fact.accession)
        if filings.cik.isdigit() and fact.accession else "",
    )  # fmt: skip


def _replaced(fact: Fact, earlier: Iterable[Fact]) -> tuple[Restatement, ...]:
    """The different values that were filed before, in order, each once."""
    values: dict[float, Restatement] = {}
    for old in sorted(earlier, key=lambda f: f.filed):
        if old.value != fact.value and old.filed <= fact.filed:
            values.setdefault(
                old.value, Restatement(value=old.value, filed=old.filed, accession=old.accession)
            )
    return tuple(values.values())


def _bank_revenue(filings: Filings, end: dt.date) -> Figure | None:
    """Net interest income plus noninterest income, if one filing tags both for the year."""
    parts = [_fitting(filings.filed(concept, end), "revenue") for concept in BANK_REVENUE]
    if not all(parts):
        return None
    last = [facts[-1] for facts in parts]
    note = _("Sum of {concepts}: the revenue of a bank, net of interest expense.").format(
        concepts=" + ".join(BANK_REVENUE)
    )
    origin = _origin(filings, last[0], ()).model_copy(
        update={"note": note, "label": " + ".join(BANK_REVENUE)}
    )
    return Figure(value=sum(f.value for f in last), origin=origin)


def _bank_notes(filings: Filings, end: dt.date, figures: Mapping[str, Figure]) -> tuple[str, ...]:
    net = "revenue" in figures and (
        "NetOfInterestExpense" in figures["revenue"].origin.concept
        or all(filings.filed(c, end) for c in BANK_REVENUE)
    )
    return (
        (
            _(
                "A bank: its revenue is net of interest expense, which is a cost of its business and not of its funding."
            ),
        )
        if net
        else ()
    )


# What is said about it -----------------------------------------------------------------------------------------------


def _mention_stitches(filings: Filings, figures: Mapping[dt.date, Mapping[str, Figure]]) -> None:
    for line in filings.orders:
        spans: dict[str, list[dt.date]] = {}
        for end, lines in figures.items():
            if line in lines:
                spans.setdefault(lines[line].origin.label, []).append(end)
        if len(spans) > 1:
            parts = [f"{concept} ({_years(ends)})" for concept, ends in spans.items()]
            filings.warnings.append(
                _("{line} is stitched from {concepts}.").format(line=label(line), concepts=listed(parts))
            )


def _years(ends: list[dt.date]) -> str:
    """Years in short: ``2007–2015, 2018``."""
    runs: list[list[int]] = []
    for year in sorted(end.year for end in ends):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _mention_restatements(filings: Filings, figures: Mapping[dt.date, Mapping[str, Figure]]) -> None:
    for end, lines in figures.items():
        changed = [
            f"{label(line)} {number(old.value, 0)} → {number(figure.value, 0)}"
            for line, figure in lines.items() for old in figure.origin.replaced[:1]
            if abs(old.value - figure.value) > WORTH_MENTIONING * max(abs(old.value), abs(figure.value))
        ]  # fmt: skip
        if changed:
            filings.warnings.append(
                _("Filed differently later, {day}: {changes}. The value filed last is taken.").format(
                    day=day(end), changes="; ".join(changed)
                )
            )


def _mapping(found: Mapping[str, Statement], chosen: Mapping[str, str]) -> tuple[Mapped, ...]:
    pairs = {
        (line, figure.origin.label): None
        for statement in found.values()
        for line, figure in statement.figures.items()
    }
    return tuple(
        Mapped(line, concept, "chosen" if chosen.get(line) else "concept") for line, concept in sorted(pairs)
    )
