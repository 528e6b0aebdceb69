"""The customer among its peers: who they are, medians with their n, the map, and the distance by factor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from accountkit.errors import AccountkitError
from accountkit.figures.margin_turnover_map import (
    Spot,
    margin_turnover_map,
    margin_turnover_map_table,
    margin_turnover_map_text,
)
from accountkit.figures.peer_gap_waterfall import peer_gap_waterfall, peer_gap_waterfall_table
from accountkit.figures.small_multiples import ratios
from accountkit.figures.style import figure
from accountkit.finance.findings.candidates import ratio
from accountkit.finance.peers.aggregate import aggregate_name
from accountkit.finance.peers.comparison import Comparison, PeerYear, peer_names
from accountkit.finance.peers.gap import TARGETS, Gap, gap
from accountkit.finance.returns.dupont import DuPont, DuPontYear
from accountkit.finance.returns.formulas import named, shown
from accountkit.finance.returns.obstacles import STATUS_NAMES
from accountkit.i18n import ESTIMATE, _, day, money, percent
from accountkit.methods.known_figures import beside_peers, remembered
from accountkit.model import Peer
from accountkit.panels.tables import table


@dataclass(frozen=True)
class Peers:
    """The comparison under the panel's choices, and the distance to `target`; None with `trouble` where there is none."""

    comparison: Comparison | None
    gap: Gap | None
    target: str
    trouble: str = ""


@remembered
def peers(known: Mapping[str, Peer], own: DuPont, end: dt.date | None, target: str) -> Peers:
    """The customer's year `end` (default: the one that peers serve) among its peers; without `target` the median, else
    the first usable peer."""
    if not known or not own.years:
        return Peers(None, None, target)
    try:
        comparison = beside_peers(own, known, period_end=end)
    except AccountkitError as error:
        return Peers(None, None, target, str(error))
    aim = _aim(comparison, target)
    try:
        return Peers(comparison, gap(comparison, aim) if aim else None, aim)
    except AccountkitError as error:
        return Peers(comparison, None, aim, str(error))


def _aim(comparison: Comparison, target: str) -> str:
    known = {peer.key for peer in comparison.peers} | set(TARGETS)
    if target in known:
        return target
    if comparison.medians:
        return "median"
    return next((peer.key for peer in comparison.usable), "")


@remembered
def view(known: Mapping[str, Peer], found: Peers, own: DuPont, own_name: str) -> dict[str, Any]:
    """The peers as rows, what is common to them, and the sentence on the distance."""
    comparison = found.comparison
    if comparison is None:
        called = peer_names(known)
        rows = [
            {"key": key, "name": called[key], "day": "", "usable": False, "reason": "", "cells": []}
            for key in known
        ]
        return {
            "columns": [],
            "rows": rows,
            "notes": [],
            "text": found.trouble,
            "target": "",
            "targets": [],
            "common": [],
            "tables": {"map": table([]), "gap": table([])},
        }
    names = ratios(own)
    return {
        "columns": [{"key": name, "name": named(name)} for name in names],
        "own": {
            "key": "",
            "name": own_name,
            "day": day(comparison.own.period_end),
            "cells": _cells(comparison.own, names),
        },
        "rows": [_row(peer, names) for peer in comparison.peers],
        "common": _common(comparison, names),
        "notes": [*_remarks(comparison), *(found.gap.notes if found.gap else ())],
        "text": found.gap.text if found.gap else found.trouble,
        "target": found.target,
        "targets": [{"value": key, "text": _(name)} for key, name in TARGETS.items()]
        + [{"value": peer.key, "text": peer.name} for peer in comparison.peers],
        "tables": {
            "map": table(margin_turnover_map_table(spots(comparison, own_name))),
            "gap": table(peer_gap_waterfall_table(found.gap, comparison) if found.gap else []),
        },
        "worth": money(found.gap.worth, found.gap.currency, ESTIMATE)
        if found.gap and found.gap.worth
        else "",
    }


@remembered
def drawn(found: Peers, own: DuPont, own_name: str) -> dict[str, tuple[dict, str]]:
    """The map and the waterfall of the distance; blank figures where there is nothing to compare."""
    comparison = found.comparison
    if comparison is None:
        return {"map": (figure([]), ""), "gap": (figure([]), "")}
    places = spots(comparison, own_name)
    trail = [
        spot
        for year in own.years
        if year.period_end <= comparison.own.period_end and (spot := _spot("", own_name, year, own=True))
    ]
    steps = peer_gap_waterfall(found.gap, comparison, own_name) if found.gap else figure([])
    return {
        "map": (margin_turnover_map(places, trail), margin_turnover_map_text(places)),
        "gap": (steps, found.gap.text if found.gap else ""),
    }


def spots(comparison: Comparison, own_name: str) -> list[Spot]:
    """Customer and peers that have a margin and a turnover in the year that is compared."""
    found = [_spot("", own_name, comparison.own, own=True)]
    found += [_spot(peer.key, peer.name, peer.year, own=False) for peer in comparison.peers if peer.year]
    return [spot for spot in found if spot]


def _spot(key: str, name: str, year: DuPontYear, *, own: bool) -> Spot | None:
    margin, turnover = ratio(year, "net_margin"), ratio(year, "asset_turnover")
    if margin is None or turnover is None:
        return None
    loose = bool({"revenue", "net_income", "total_assets"} & set(year.assumed))
    return Spot(name, day(year.period_end), margin, turnover, own=own, assumed=loose, key=key)


def _remarks(comparison: Comparison) -> list[str]:
    """The notes without those about a peer that its own row explains."""
    in_rows = {peer.remark for peer in comparison.peers if not peer.usable}
    return [note for note in comparison.notes if note not in in_rows]


def _row(peer: PeerYear, names: tuple[str, ...]) -> dict[str, Any]:
    return {
        "key": peer.key,
        "name": peer.name,
        "day": day(peer.year.period_end) if peer.year else "",
        "id": peer.year.period_end.isoformat() if peer.year else "",
        "usable": peer.usable,
        "reason": peer.reason,
        "status": _(STATUS_NAMES[peer.year.status]) if peer.year else "",
        "cells": _cells(peer.year, names) if peer.year else [],
    }


def _cells(year: DuPontYear, names: tuple[str, ...]) -> list[dict[str, Any]]:
    return [
        {"key": name, "text": shown(name, value), "loss": (value or 0) < 0}
        for name in names
        for value in (ratio(year, name),)
    ]


def _common(comparison: Comparison, names: tuple[str, ...]) -> list[dict[str, Any]]:
    """Quartiles, median, aggregate and the customer's percentile, each with n; a withheld one is not a row."""
    added = comparison.aggregate
    rows = [
        (_("Best quartile (n = {n})"), comparison.upper_quartiles, shown),
        (_("Median (n = {n})"), comparison.medians, shown),
        (_("Lowest quartile (n = {n})"), comparison.lower_quartiles, shown),
        (
            _("Peers below the customer (n = {n})"),
            comparison.percentiles,
            lambda _name, share: percent(share, 0),
        ),
    ]
    if added:
        rows.insert(3, (aggregate_name(added), added.ratios, shown))
    return [
        {"name": title.format(n=comparison.n), "cells": [write(name, values.get(name)) for name in names]}
        for title, values, write in rows
        if values
    ]
