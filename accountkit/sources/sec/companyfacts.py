"""A company's annual statements out of all its filings (SEC companyfacts, US-GAAP and IFRS).

Which fact stands for a line and a year is decided by `selection`; here it becomes a figure with its filing and the
values that it replaced, and what has to be said about it is said. Figures are in the currency that the annual reports are drawn up in;
a convenience translation of one year into dollars is not taken for it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from accountkit.errors import LineNotFound, StatementError
from accountkit.finance.statements.lines import label
from accountkit.finance.statements.running import has_flows
from accountkit.i18n import N_, _, clauses, day, listed, number
from accountkit.model import Figure, Origin, Restatement, Statement
from accountkit.model.statement import Vintage
from accountkit.sources.imported import Imported, Mapped
from accountkit.sources.lines.concepts import BESIDE, ORDER, YEAR_MARKERS
from accountkit.sources.sec.chosen import Chosen, labels, restated
from accountkit.sources.sec.filings import Filings, in_one_currency
from accountkit.sources.sec.interim import year_to_date
from accountkit.sources.sec.remarks import note_of_sum, notes_of_year
from accountkit.sources.sec.selection import Selected, selected
from accountkit.sources.sec.years import INFLATION
from accountkit.sources.statements.mapping import SETTINGS, missing_core
from accountkit.sources.tables.facts import Fact, annual_facts, document, interim_facts, parts_of_years

_ARCHIVE = "https://www.sec.gov/Archives/edgar/data/{cik}/{folder}/{accession}-index.htm"


def companyfacts(
    data: bytes,
    name: str,
    currency: str | None = None,
    mapping: Mapping[str, str] | None = None,
    vintage: Vintage = "as_last_filed",
) -> Imported:
    """The statements in a companyfacts file; else as `statements_of`."""
    return statements_of(document(data, name), name, currency, mapping, vintage)


def statements_of(
    parsed: Mapping[str, Any],
    name: str,
    currency: str | None = None,
    mapping: Mapping[str, str] | None = None,
    vintage: Vintage = "as_last_filed",
    own: Mapping[str, Sequence[str]] | None = None,
) -> Imported:
    """The statements in a document that has the form of companyfacts. `mapping` names for a line the concept to prefer,
    `own` the concepts that the company made itself; they come after those of the taxonomies."""
    chosen = {line: concept for line, concept in (mapping or {}).items() if line not in SETTINGS}
    orders = orders_of(chosen, own or {})
    lines = (c.split(":")[-1] for names in orders.values() for c in names)
    wanted = BESIDE | frozenset((*lines, INFLATION))
    facts = list(annual_facts(parsed, wanted, name))
    if not facts:
        raise StatementError(
            _(
                "{name} has no figures from annual reports (10-K, 20-F, 40-F). Choose another company, or import a file."
            ).format(name=name)
        )
    entity = str(parsed.get("entityName") or "")[:500]
    filings = in_one_currency(facts, name, str(parsed.get("cik", "")), currency, orders)
    check_chosen(filings, chosen)
    markers = frozenset(c for line in YEAR_MARKERS for c in orders.get(line, ()))
    filings.parts += [f for f in parts_of_years(parsed, markers, name) if f.currency == filings.currency]
    found = _statements(filings, vintage)
    shown = mapping_shown(found, chosen)
    used = {m.label for m in shown}
    left = sorted({f.name for f in annual_facts(parsed, None, name) if f.currency == filings.currency} - used)
    present = {line for statement in found.values() for line in statement.figures}
    return Imported(
        found,
        shown,
        tuple(left),
        (*filings.warnings, *missing_core(dict.fromkeys(present), name)),
        entity,
        "companyfacts",
        name,
        filings.currency,
        "",
        entities=(entity,),
        interim=_interim(filings, found, interim_facts(parsed, wanted, name), vintage),
    )


def orders_of(chosen: Mapping[str, str], own: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    orders = {line: (*names, *own.get(line, ())) for line, names in ORDER.items() if chosen.get(line, line)}
    for line, concept in chosen.items():
        if concept:
            orders[line] = (concept.split(":")[-1],)
    return orders


def check_chosen(filings: Filings, chosen: Mapping[str, str]) -> None:
    for line, concept in chosen.items():
        if concept and concept.split(":")[-1] not in filings.by_concept:
            raise LineNotFound(
                _(
                    "{name} has no annual figures for the concept “{concept}”, so {line} was not read. Choose another concept."
                ).format(name=filings.name, concept=concept[:120], line=label(line)),
                tuple(sorted(filings.by_concept)),
            )


# Statements ----------------------------------------------------------------------------------------------------------


def _statements(filings: Filings, vintage: Vintage) -> dict[str, Statement]:
    years = selected(filings, vintage)
    figures = {end: figures_of(filings, year.lines) for end, year in years.items()}
    _mention_stitches(filings, figures)
    _mention_restatements(filings, years, vintage)
    notes = {end: notes_of_year(filings, end, year.lines) for end, year in years.items()}
    for end, year in years.items():
        if any(c.refused for c in year.lines.values()):
            filings.warnings += [_("{day}: {note}").format(day=day(end), note=note) for note in notes[end]]
    return {
        end.isoformat(): Statement(
            period_end=end,
            currency=filings.currency,
            figures=figures[end],
            notes=notes[end],
            vintage=vintage,
            opening=figures_of(filings, year.opening),
            caveats=year.caveats,
        )
        for end, year in years.items()
    }


def _interim(
    filings: Filings, years: Mapping[str, Statement], facts: Iterable[Fact], vintage: Vintage
) -> dict[str, Statement]:
    """The statements of interim reports since the last year, and of the same periods of the year before."""
    ends = [s.period_end for s in years.values() if has_flows(s)]
    return {
        end.isoformat(): Statement(
            period_end=end,
            months=part.months,
            currency=filings.currency,
            figures=figures_of(filings, part.lines),
            vintage=vintage,
        )
        for end, part in year_to_date(filings, facts, ends, vintage).items()
    }


def figures_of(filings: Filings, lines: Mapping[str, Chosen]) -> dict[str, Figure]:
    return {line: _figure(filings, chosen) for line, chosen in lines.items()}


def _figure(filings: Filings, chosen: Chosen) -> Figure:
    origin = _origin(filings, chosen)
    if len(chosen.facts) > 1:
        origin = origin.model_copy(update={"note": note_of_sum(chosen), "label": labels(chosen)})
    return Figure(value=chosen.value, origin=origin)


def _origin(filings: Filings, chosen: Chosen) -> Origin:
    fact = chosen.fact
    span = f"{fact.start} – {fact.end}" if fact.start else fact.end.isoformat()
    return Origin(
        source=_("{form} filed with the SEC").format(form=fact.form),
        place=span,
        label=fact.name,
        concept=fact.concept,
        accession=fact.accession,
        filed=fact.filed,
        replaced=_replaced(chosen),
        url=_ARCHIVE.format(
            cik=int(filings.cik), folder=fact.accession.replace("-", ""), accession=fact.accession
        )
        if filings.cik.isdigit() and fact.accession
        else "",
    )


def _replaced(chosen: Chosen) -> tuple[Restatement, ...]:
    """The different values that were filed before, in order, each once."""
    values: dict[float, Restatement] = {}
    for old in chosen.others:
        if old.filed <= chosen.fact.filed:
            values.setdefault(
                old.value, Restatement(value=old.value, filed=old.filed, accession=old.accession)
            )
    return tuple(values.values())


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


USED: dict[Vintage, str] = {
    "as_last_filed": N_("Later filings differ for {day}: {changes}. The latest value is used."),
    "as_first_filed": N_("Later filings differ for {day}: {changes}. The first value is used."),
    "one_filing": N_("Filings differ for {day}: {changes}. The value of the year's own report is used."),
}


def _mention_restatements(filings: Filings, years: Selected, vintage: Vintage) -> None:
    for end, lines in ((end, year.lines) for end, year in years.items()):
        changed = [
            _change(line, chosen, other) for line, chosen in lines.items() if (other := restated(chosen))
        ]
        if changed:
            text = _(USED[vintage]).format(day=day(end), changes=clauses(changed))
            filings.warnings.append(text)


def _change(line: str, chosen: Chosen, other: Fact) -> str:
    """Old and new value of a line, in the order of filing."""
    values = [other.value, chosen.value] if other.filed <= chosen.fact.filed else [chosen.value, other.value]
    return f"{label(line)} {number(values[0], 0)} → {number(values[1], 0)}"


def mapping_shown(found: Mapping[str, Statement], chosen: Mapping[str, str]) -> tuple[Mapped, ...]:
    pairs = {
        (line, figure.origin.label): None
        for statement in found.values()
        for line, figure in statement.figures.items()
    }
    return tuple(
        Mapped(line, concept, "chosen" if chosen.get(line) else "concept") for line, concept in sorted(pairs)
    )
