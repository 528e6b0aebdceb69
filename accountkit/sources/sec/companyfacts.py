"""A company's annual statements out of all its filings (SEC companyfacts, US-GAAP and IFRS).

For each line and year: the concepts of `concepts.ORDER` are stitched in that order, the value filed last wins, and the
values that it replaced are kept with their filing. Figures are in the currency that the annual reports are drawn up in;
a convenience translation of one year into dollars is not taken for it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from accountkit.errors import LineNotFound, StatementError
from accountkit.finance.statements.lines import label
from accountkit.i18n import _, day, listed, number
from accountkit.model import Figure, Origin, Restatement, Statement
from accountkit.sources.imported import Imported, Mapped
from accountkit.sources.lines.concepts import BALANCES, BANK_REVENUE, GROSS_BANK_REVENUE, ORDER
from accountkit.sources.sec.filings import Filings, in_one_currency, year_ends
from accountkit.sources.statements.mapping import SETTINGS, missing_core
from accountkit.sources.tables.facts import Fact, annual_facts, document

FRESHEST_FIRST = frozenset({"revenue", "income_before_tax"})
"""Lines whose concepts mean the same total: a restatement under another concept wins over an older filing."""
WORTH_MENTIONING = 0.005
_ARCHIVE = "https://www.sec.gov/Archives/edgar/data/{cik}/{folder}/{accession}-index.htm"


def companyfacts(
    data: bytes, name: str, currency: str | None = None, mapping: Mapping[str, str] | None = None
) -> Imported:
    """The statements in a companyfacts document. `mapping` names for a line the concept to prefer."""
    parsed = document(data, name)
    chosen = {line: concept for line, concept in (mapping or {}).items() if line not in SETTINGS}
    orders = _orders(chosen)
    lines = (c.split(":")[-1] for names in orders.values() for c in names)
    wanted = frozenset((*lines, *BANK_REVENUE, *GROSS_BANK_REVENUE))
    facts = list(annual_facts(parsed, wanted, name))
    if not facts:
        raise StatementError(
            _(
                "{name} has no figures from annual reports (10-K, 20-F, 40-F). Choose another company, or import a file."
            ).format(name=name)
        )
    entity = str(parsed.get("entityName") or "")[:500]
    filings = in_one_currency(facts, name, str(parsed.get("cik", "")), currency, orders)
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
        found,
        mapping_shown,
        tuple(left),
        (*filings.warnings, *missing_core(dict.fromkeys(present), name)),
        entity,
        "companyfacts",
        name,
        filings.currency,
        "",
        entities=(entity,),
    )


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
                _(
                    "{name} has no annual figures for the concept “{concept}”, so {line} was not read. Choose another concept."
                ).format(name=filings.name, concept=concept[:120], line=label(line)),
                tuple(sorted(filings.by_concept)),
            )


# Lines ---------------------------------------------------------------------------------------------------------------


def _statements(filings: Filings) -> dict[str, Statement]:
    ends = year_ends(filings)
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
        end.isoformat(): Statement(
            period_end=end, currency=filings.currency, figures=figures[end], notes=notes[end]
        )
        for end in ends
        if figures[end]
    }


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
        _("{name}, {day}: “Revenues” is smaller than revenue from contracts, which was used instead.").format(
            name=filings.name, day=day(end)
        )
    )
    return contract[0]


def _origin(filings: Filings, fact: Fact, earlier: Iterable[Fact]) -> Origin:
    span = f"{fact.start} – {fact.end}" if fact.start else fact.end.isoformat()
    return Origin(
        source=_("{form} filed with the SEC").format(form=fact.form),
        place=span,
        label=fact.concept.split(":")[1],
        concept=fact.concept,
        accession=fact.accession,
        filed=fact.filed,
        replaced=_replaced(fact, earlier),
        url=_ARCHIVE.format(
            cik=int(filings.cik), folder=fact.accession.replace("-", ""), accession=fact.accession
        )
        if filings.cik.isdigit() and fact.accession
        else "",
    )


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
    """Net interest income plus noninterest income, if both are tagged for the year, the net as such or by its parts."""
    for concepts, signs in ((BANK_REVENUE, (1, 1)), (GROSS_BANK_REVENUE, (1, -1, 1))):
        parts = [_fitting(filings.filed(concept, end), "revenue") for concept in concepts]
        if all(parts):
            return _netted([facts[-1] for facts in parts], concepts, signs, filings)
    return None


def _netted(facts: Sequence[Fact], concepts: Sequence[str], signs: Sequence[int], filings: Filings) -> Figure:
    formula = concepts[0] + "".join(
        f" {'+' if s > 0 else '−'} {c}" for c, s in zip(concepts[1:], signs[1:], strict=True)
    )
    note = _("Sum of {concepts}: a bank's revenue, net of interest expense.").format(concepts=formula)
    origin = _origin(filings, facts[0], ()).model_copy(update={"note": note, "label": formula})
    return Figure(
        value=sum(sign * fact.value for sign, fact in zip(signs, facts, strict=True)), origin=origin
    )


def _bank_notes(filings: Filings, end: dt.date, figures: Mapping[str, Figure]) -> tuple[str, ...]:
    net = "revenue" in figures and (
        "NetOfInterestExpense" in figures["revenue"].origin.concept
        or figures["revenue"].origin.label.startswith(BANK_REVENUE[0])
        or figures["revenue"].origin.label.startswith(GROSS_BANK_REVENUE[0])
        or all(filings.filed(c, end) for c in BANK_REVENUE)
    )
    return (
        (_("This is a bank, so revenue is net of interest expense, a cost of its business."),) if net else ()
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
                _("{line} is combined from {concepts}.").format(line=label(line), concepts=listed(parts))
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
            for line, figure in lines.items()
            for old in figure.origin.replaced[:1]
            if abs(old.value - figure.value) > WORTH_MENTIONING * max(abs(old.value), abs(figure.value))
        ]
        if changed:
            filings.warnings.append(
                _("Later filings differ for {day}: {changes}. The latest value is used.").format(
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
