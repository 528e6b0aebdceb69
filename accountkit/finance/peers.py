"""The customer among its peers: who is usable, medians, quartiles, and where the customer stands.

No median under 3 usable peers, no quartile under 8; a percentile always comes with its n. A peer is usable when its
return and factors are meaningful: *distorted* ones are shown and left out. Medians are per ratio and never multiplied.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

from accountkit.errors import NotMeaningful
from accountkit.finance.dupont import Basis, DuPont, DuPontYear, dupont
from accountkit.finance.obstacles import STATUS_NAMES
from accountkit.i18n import _, day, language
from accountkit.model import Peer

FEWEST_FOR_MEDIAN = 3
FEWEST_FOR_QUARTILE = 8
A_QUARTER = 92
"""Days: year-ends further apart saw different quarters."""
A_YEAR = 366


@dataclass(frozen=True)
class PeerYear:
    """A peer's year nearest to the customer's, or why it has none; `days_apart` is between the two year-ends."""

    key: str
    name: str
    year: DuPontYear | None
    usable: bool
    reason: str
    days_apart: int | None


@dataclass(frozen=True)
class Comparison:
    """The customer's year beside its peers'.

    `medians`, `lower_quartiles` and `upper_quartiles` are per ratio (factors and ``return_on_equity``), None where there
    are too few usable peers; `percentiles` the share of usable peers under the customer (ties count half).
    """

    own: DuPontYear
    currency: str
    peers: tuple[PeerYear, ...]
    medians: dict[str, float] | None
    lower_quartiles: dict[str, float] | None
    upper_quartiles: dict[str, float] | None
    percentiles: dict[str, float]
    notes: tuple[str, ...]

    @property
    def usable(self) -> tuple[PeerYear, ...]:
        return tuple(peer for peer in self.peers if peer.usable)

    @property
    def n(self) -> int:
        return len(self.usable)

    def peer(self, key: str) -> PeerYear:
        """A peer by its key. Raises `NotMeaningful` and lists the keys there are."""
        for peer in self.peers:
            if peer.key == key:
                return peer
        known = ", ".join(peer.key for peer in self.peers) or "–"
        raise NotMeaningful(_("There is no peer '{key}'. Peers: {known}.").format(key=key, known=known))


def peer_returns(peers: Mapping[str, Peer], *, steps: int = 3, basis: Basis = "average") -> dict[str, DuPont]:
    """The decomposition of every peer, on one basis."""
    return {key: dupont(peer.statements, steps=steps, basis=basis) for key, peer in peers.items()}


def peer_names(peers: Mapping[str, Peer]) -> dict[str, str]:
    """The peers' names in the reader's language."""
    chinese = language() == "zh_CN"
    return {key: (peer.name_zh if chinese and peer.name_zh else peer.name) for key, peer in peers.items()}


def compare(
    own: DuPont,
    peers: Mapping[str, DuPont],
    *,
    names: Mapping[str, str] | None = None,
    period_end: dt.date | None = None,
) -> Comparison:
    """The customer's year (default: its last one with a return) beside the nearest year of each peer.

    Raises `NotMeaningful` where the customer has no such year, and where basis or steps of a peer are not the customer's.
    """
    year = own.year(period_end) if period_end else own.latest
    if year is None:
        raise NotMeaningful(
            _("There is no year with a return on equity to compare. Import statements first.")
        )
    _same_basis(own, peers)
    around = tuple(_nearest(year, key, (names or {}).get(key, key), peer) for key, peer in peers.items())
    usable = [peer.year for peer in around if peer.usable and peer.year]
    ratios = _columns(usable, (*year.factors, "return_on_equity"))
    return Comparison(
        own=year,
        currency=own.currency,
        peers=around,
        medians={k: median(c) for k, c in ratios.items()} if len(usable) >= FEWEST_FOR_MEDIAN else None,
        lower_quartiles=_quantiles(ratios, 0.25, len(usable)),
        upper_quartiles=_quantiles(ratios, 0.75, len(usable)),
        percentiles=_percentiles(year, ratios) if usable else {},
        notes=_notes(year, around, len(usable)),
    )


def percentile(value: float, others: Sequence[float]) -> float:
    """The share of `others` under `value`, ties counting half; 0 to 1."""
    return sum(1.0 if o < value else 0.5 if o == value else 0.0 for o in others) / len(others)


def _same_basis(own: DuPont, peers: Mapping[str, DuPont]) -> None:
    for key, peer in peers.items():
        if (peer.basis, peer.steps) != (own.basis, own.steps):
            raise NotMeaningful(
                _(
                    "Peer '{key}' is on {theirs} balances in {steps} steps, the customer is not: use one basis."
                ).format(key=key, theirs=peer.basis, steps=peer.steps)
            )


def _nearest(own: DuPontYear, key: str, name: str, peer: DuPont) -> PeerYear:
    years = [y for y in peer.years if y.return_on_equity is not None] or list(peer.years)
    if not years:
        return PeerYear(key, name, None, False, _("no statements"), None)
    year = min(years, key=lambda y: abs((y.period_end - own.period_end).days))
    apart = abs((year.period_end - own.period_end).days)
    if apart >= A_YEAR:
        reason = _("no statement within a year of {day}").format(day=day(own.period_end))
        return PeerYear(key, name, year, False, reason, apart)
    if year.status != "meaningful" or not year.complete:
        reason = (*year.reasons, *year.notes, _(STATUS_NAMES[year.status]))[0]
        return PeerYear(key, name, year, False, reason, apart)
    return PeerYear(key, name, year, True, "", apart)


def _columns(years: Sequence[DuPontYear], ratios: Sequence[str]) -> dict[str, list[float]]:
    return {
        name: [y.return_on_equity if name == "return_on_equity" else y.factors[name] for y in years]
        for name in ratios
    }


def _quantiles(ratios: Mapping[str, Sequence[float]], share: float, n: int) -> dict[str, float] | None:
    if n < FEWEST_FOR_QUARTILE:
        return None
    return {name: float(np.quantile(column, share)) for name, column in ratios.items()}


def _percentiles(year: DuPontYear, ratios: Mapping[str, Sequence[float]]) -> dict[str, float]:
    own = {**year.factors, "return_on_equity": year.return_on_equity}
    return {name: percentile(own[name], column) for name, column in ratios.items() if own[name] is not None}


def _notes(own: DuPontYear, peers: Sequence[PeerYear], n: int) -> tuple[str, ...]:
    notes = []
    if n < FEWEST_FOR_MEDIAN:
        notes.append(_("{n} usable peers: no median under 3, no quartile under 8.").format(n=n))
    elif n < FEWEST_FOR_QUARTILE:
        notes.append(_("{n} usable peers: medians, but no quartiles under 8.").format(n=n))
    if own.status == "distorted":
        notes.append(_("The customer's own return is distorted by thin equity: compare margin and turnover."))
    for peer in peers:
        if not peer.usable:
            notes.append(_("{name} is left out: {reason}").format(name=peer.name, reason=peer.reason))
        elif peer.days_apart is not None and peer.days_apart > A_QUARTER:
            text = _("{name}: its year-end {day} is {days} days away, more than a quarter.")
            notes.append(text.format(name=peer.name, day=day(peer.year.period_end), days=peer.days_apart))
    return tuple(notes)
