"""A decomposition as text, JSON or CSV. JSON and CSV hold fractions, the text percentages."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from accountkit.commands.comparing import Among, Beside
from accountkit.commands.operating import (
    in_words,
    running_year,
    running_year_in_words,
    segments_in_text,
    views,
)
from accountkit.commands.terminal import table
from accountkit.finance.peers.aggregate import aggregate_name
from accountkit.finance.returns.formulas import named, shown
from accountkit.i18n import N_, _, currency_name, enumerated, labelled, number, paragraph, percent, points

METHODS = {"shapley": N_("Shapley values"), "chain": N_("chain substitution")}


def as_json(
    own: Any,
    change: Any,
    beside: Beside,
    warnings: Sequence[Any],
    statements: Mapping[str, Any] | None = None,
    interim: Mapping[str, Any] | None = None,
) -> str:
    """The document of `finance.roe_document`; peers and sector are added only where asked for, views that have a year.

    With `statements` it also says whose return it is (`owners`), in what the source counts (`unit`, the multiple of the
    currency that its latest year is printed in), and the `inputs` of each year. Values are always in whole units.
    `interim` adds the interim statements and the trailing twelve months; segments and regions stand in `segments`.
    """
    from accountkit.finance import inputs_document, roe_document, segments_document

    document = roe_document(own, change, warnings=warnings)
    if statements is not None:
        latest = max(statements.values(), key=lambda s: s.period_end, default=None)
        document["owners"] = own.owners
        document["vintage"] = own.vintage
        document["unit"] = latest.unit if latest else 1
        document["inputs"] = inputs_document(statements)
        document.update({key: years for key, years in views(own, statements).items() if years})
        document |= running_year(own, statements, interim or {})
        document |= segments_document(statements)
    if beside.peers is not None:
        companies = [_peer(peer) for peer in beside.peers.comparison.peers]
        document["peers"] = {**_compared(beside.peers), "companies": companies}
    if beside.sector is not None:
        document["sector"] = {"file": beside.sector.file, **_compared(beside.sector)}
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)


def _compared(among: Among) -> dict[str, Any]:
    compared = among.comparison
    return {
        "period_end": compared.own.period_end.isoformat(),
        "n": compared.n,
        "medians": compared.medians,
        "lower_quartiles": compared.lower_quartiles,
        "upper_quartiles": compared.upper_quartiles,
        "percentiles": compared.percentiles,
        "aggregate": compared.aggregate and dataclasses.asdict(compared.aggregate),
        "gaps": [
            {"to": gap.target, "delta": gap.delta, "effects": gap.effects, "worth": gap.worth}
            for gap in among.gaps
        ],
        "notes": list(compared.notes),
    }


def _peer(peer: Any) -> dict[str, Any]:
    year = peer.year
    return {
        "key": peer.key,
        "name": peer.name,
        "period_end": year.period_end.isoformat() if year else None,
        **(year.factors if year else {}),
        "return_on_equity": year.return_on_equity if year else None,
        "usable": peer.usable,
        "reason": peer.reason,
        "remark": peer.remark,
    }


def as_csv(own: Any, change: Any, beside: Beside, warnings: Sequence[Any]) -> str:
    """One row a year; the row ``FROM..TO`` holds the effects and, under the return, their sum.

    The last columns keep them apart: `row` is ``year`` or ``attribution``, `from` and `to` are the days of either.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    names = _factors(own)
    writer.writerow(["period_end", *names, "return_on_equity", "notes", "row", "from", "to"])
    for year in own.years:
        writer.writerow(
            [
                year.period_end,
                *(_cell(year.factors[name]) for name in names),
                _cell(year.return_on_equity),
                paragraph(*year.notes),
                "year",
                "",
                year.period_end,
            ]
        )
    if change is not None:
        effects = change.effects or {}
        span = f"{change.start}..{change.end}"
        writer.writerow(
            [
                span,
                *(_cell(effects.get(name)) for name in names),
                _cell(change.delta),
                change.method,
                "attribution",
                change.start,
                change.end,
            ]
        )
    return stream.getvalue().rstrip("\n")


def _cell(value: float | None) -> str:
    return "" if value is None else repr(value)


def _factors(own: Any) -> tuple[str, ...]:
    from accountkit.finance.returns.formulas import STEPS

    return STEPS[own.steps]


def as_text(
    own: Any,
    change: Any,
    beside: Beside,
    warnings: Sequence[Any],
    statements: Mapping[str, Any] | None = None,
    interim: Mapping[str, Any] | None = None,
) -> str:
    """The years as a table, what changed the return, and the sentence to say aloud."""
    from accountkit.finance import reading

    names = _factors(own)
    head = (_("Year to"), *(named(name) for name in names), _("ROE"))
    rows = [
        (
            year.period_end.isoformat(),
            *(shown(name, year.factors[name]) for name in names),
            percent(year.return_on_equity),
        )
        for year in own.years
    ]
    said = reading(own, change)
    blocks = [
        currency_name(own.currency),
        table(head, rows, numbers=True),
        *_notes(own),
        *(_changed(change) if change is not None and change.delta is not None else ()),
        said.sentence,
        said.lever,
        said.fragile,
        said.question,
        *in_words(own, statements),
        *running_year_in_words(own, statements or {}, interim or {}),
        *segments_in_text(statements or {}),
        *(_beside_peers(beside.peers, names) if beside.peers is not None else ()),
        *(_in_sector(beside.sector) if beside.sector is not None else ()),
    ]
    return "\n".join(block for block in blocks if block)


def _notes(own: Any) -> list[str]:
    """What holds for all years, then what holds for some, each note once with its years."""
    years: dict[str, list[str]] = {}
    for year in own.years:
        for note in year.notes:
            years.setdefault(note, []).append(year.period_end.isoformat())
    return [*own.notes, *(labelled(enumerated(ends), note) for note, ends in years.items())]


def _changed(change: Any) -> list[str]:
    text = _("Change of ROE from {start} to {end}: {delta} ({method})").format(
        start=change.start, end=change.end, delta=points(change.delta, 2), method=_(METHODS[change.method])
    )
    parts = [
        "  " + labelled(named(name), points(effect, 2)) for name, effect in (change.effects or {}).items()
    ]
    return [text, *parts, *change.notes]


def _beside_peers(among: Among, names: Sequence[str]) -> list[str]:
    head = (_("Peer"), _("Year to"), *(named(name) for name in names), _("ROE"))
    rows = [
        (
            peer.name,
            peer.year.period_end.isoformat() if peer.year else "–",
            *(shown(name, peer.year.factors[name]) if peer.year else "–" for name in names),
            percent(peer.year.return_on_equity) if peer.year else "–",
        )
        for peer in among.comparison.peers
    ]
    common = _common(among.comparison, names)
    return [table(head, [*rows, *common], numbers=True), *_distances(among)]


def _common(compared: Any, names: Sequence[str]) -> list[tuple[str, ...]]:
    """The median and the aggregate of the peers, where there are enough of them."""
    added = compared.aggregate
    rows = [
        (_("Median (n = {n})").format(n=compared.n), compared.medians),
        (aggregate_name(added) if added else "", added and added.ratios),
    ]
    return [
        (name, "", *(shown(ratio, values.get(ratio)) for ratio in (*names, "return_on_equity")))
        for name, values in rows
        if values
    ]


def _in_sector(among: Among) -> list[str]:
    compared = among.comparison
    head = _("Compared with {n} companies of {file}, year to {day}:").format(
        n=number(compared.n, 0), file=among.file, day=compared.own.period_end.isoformat()
    )
    parts = [
        _("  {ratio}: above {share} of them").format(ratio=named(name), share=percent(share, 0))
        for name, share in compared.percentiles.items()
    ]
    return [head, *parts, *_distances(among)]


def _distances(among: Among) -> list[str]:
    """What each gap says, the parts of it by factor, and what to know about the comparison."""
    said = []
    for gap in among.gaps:
        parts = [f"{named(name)} {points(effect, 2)}" for name, effect in gap.effects.items()]
        said += [gap.text, "  " + "  ".join(parts)]
    return [*said, *among.comparison.notes]
