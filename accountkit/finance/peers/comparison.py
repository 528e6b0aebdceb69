"""The customer among its peers: who is usable, medians, quartiles, and where the customer stands.

No median under 3 usable peers, no quartile under 8; a percentile always comes with its n. A peer is usable when its
return and factors are meaningful: *distorted* ones are shown and left out, each with what would help. Medians are per
ratio and never multiplied; beside them stands the aggregate, sums over sums (`aggregate`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

from accountkit.errors import NotMeaningful
from accountkit.finance.peers.aggregate import Aggregate, aggregate
from accountkit.finance.returns.dupont import BASIS_NAMES, Basis, DuPont, DuPontYear, dupont
from accountkit.finance.returns.obstacles import STATUS_NAMES
from accountkit.i18n import N_, _, clauses, day, enumerated, fiscal_year, language
from accountkit.model import Peer

FEWEST_FOR_MEDIAN = 3
FEWEST_FOR_QUARTILE = 8
A_QUARTER = 92
"""Days: year-ends further apart saw different quarters."""
A_YEAR = 366


@dataclass(frozen=True)
class PeerYear:
    """A peer's year nearest to the customer's, or why it has none; `days_apart` is between the two year-ends.

    `reason` is short enough for the peer's own row; `remark` is a sentence that names the peer, empty if there is nothing
    to say of it.
    """

    key: str
    name: str
    year: DuPontYear | None
    usable: bool
    reason: str
    days_apart: int | None
    remark: str = ""
    currency: str = ""


@dataclass(frozen=True)
class Comparison:
    """The customer's year beside its peers'.

    `medians`, `lower_quartiles` and `upper_quartiles` are per ratio (factors and ``return_on_equity``), None where there
    are too few usable peers; `percentiles` the share of usable peers under the customer (ties count half). `aggregate`
    has the usable peers added up as one company; None under three in one currency.
    """

    own: DuPontYear
    currency: str
    peers: tuple[PeerYear, ...]
    medians: dict[str, float] | None
    lower_quartiles: dict[str, float] | None
    upper_quartiles: dict[str, float] | None
    percentiles: dict[str, float]
    notes: tuple[str, ...]
    aggregate: Aggregate | None = None

    @property
    def usable(self) -> tuple[PeerYear, ...]:
        return tuple(peer for peer in self.peers if peer.usable)

    @property
    def usable_years(self) -> tuple[DuPontYear, ...]:
        """The years of the usable peers: each has every ratio."""
        return _usable_years(self.peers)

    @property
    def general_notes(self) -> tuple[str, ...]:
        """The notes that are not about one peer alone."""
        remarks = {peer.remark for peer in self.peers}
        return tuple(note for note in self.notes if note not in remarks)

    @property
    def n(self) -> int:
        return len(self.usable)

    def peer(self, key: str) -> PeerYear:
        """A peer by its key. Raises `NotMeaningful` and lists the keys there are."""
        for peer in self.peers:
            if peer.key == key:
                return peer
        known = enumerated(peer.key for peer in self.peers) or "–"
        raise NotMeaningful(_("No peer has the key “{key}”. Peers: {known}.").format(key=key, known=known))


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
    """The customer's year beside the nearest year of each peer.

    The default is the last year with a return that has three usable peers, else the last year with a return.
    Raises `NotMeaningful` if the customer has no such year, or if basis or steps of a peer differ from the customer's.
    """
    _same_basis(own, peers)
    year = own.year(period_end) if period_end else _served(own, peers)
    if year is None:
        raise NotMeaningful(_("No year has an ROE to compare. Import statements first."))
    around = _around(year, peers, names or {})
    usable = _usable_years(around)
    wanted = (*year.factors, "return_on_equity")
    ratios = _columns(usable, wanted)
    added = aggregate(((peer.currency, peer.year) for peer in around if peer.usable and peer.year), wanted)
    return Comparison(
        own=year,
        currency=own.currency,
        peers=around,
        medians={k: median(c) for k, c in ratios.items()} if len(usable) >= FEWEST_FOR_MEDIAN else None,
        lower_quartiles=_quantiles(ratios, 0.25, len(usable)),
        upper_quartiles=_quantiles(ratios, 0.75, len(usable)),
        percentiles=_percentiles(year, ratios) if usable else {},
        notes=(
            *_earlier(own, year, period_end),
            *_notes(year, around, len(usable)),
            *_not_added_up(added, len(usable)),
        ),
        aggregate=added,
    )


def _around(year: DuPontYear, peers: Mapping[str, DuPont], names: Mapping[str, str]) -> tuple[PeerYear, ...]:
    return tuple(_nearest(year, key, names.get(key, key), peer) for key, peer in peers.items())


def _served(own: DuPont, peers: Mapping[str, DuPont]) -> DuPontYear | None:
    """The latest year for which peers are enough for a median; the latest one with a return if none has them."""
    for year in reversed(own.years):
        if year.return_on_equity is not None:
            usable = sum(peer.usable for peer in _around(year, peers, {}))
            if usable >= FEWEST_FOR_MEDIAN:
                return year
    return own.latest


def _earlier(own: DuPont, year: DuPontYear, asked: dt.date | None) -> list[str]:
    if asked or year is own.latest:
        return []
    text = _("Compared for {year}, the latest year with 3 comparable peers.")
    return [text.format(year=fiscal_year(year.period_end))]


def _not_added_up(found: Aggregate | None, n: int) -> list[str]:
    if found or n < FEWEST_FOR_MEDIAN:
        return []
    return [_("No aggregate: it needs 3 comparable peers in one currency.")]


def _usable_years(peers: Sequence[PeerYear]) -> tuple[DuPontYear, ...]:
    return tuple(peer.year for peer in peers if peer.usable and peer.year)


def percentile(value: float, others: Sequence[float]) -> float:
    """The share of `others` under `value`, ties counting half; 0 to 1."""
    return sum(1.0 if o < value else 0.5 if o == value else 0.0 for o in others) / len(others)


def _same_basis(own: DuPont, peers: Mapping[str, DuPont]) -> None:
    for key, peer in peers.items():
        if (peer.basis, peer.steps) != (own.basis, own.steps):
            raise NotMeaningful(
                _(
                    "Peer “{key}” uses {theirs} and {steps} factors, the customer does not. Use one basis for both."
                ).format(key=key, theirs=_(BASIS_NAMES[peer.basis]), steps=peer.steps)
            )


def _nearest(own: DuPontYear, key: str, name: str, peer: DuPont) -> PeerYear:
    complete = [y for y in peer.years if y.complete]
    years = complete or [y for y in peer.years if y.return_on_equity is not None] or list(peer.years)
    if not years:
        return _excluded(key, name, None, None, "none")
    year = min(years, key=lambda y: abs((y.period_end - own.period_end).days))
    apart = abs((year.period_end - own.period_end).days)
    if apart >= A_YEAR:
        return _excluded(key, name, year, apart, "early" if year.period_end < own.period_end else "late")
    if year.status == "distorted":
        return _excluded(key, name, year, apart, "thin")
    if year.status != "meaningful" or not year.complete:
        reason = (*year.reasons, *year.notes, _(STATUS_NAMES[year.status]))[0]
        return PeerYear(key, name, year, False, reason, apart, _remark(name, year, reason))
    far = _("{name}'s year ends on {day}, {days} days apart.")
    remark = far.format(name=name, day=day(year.period_end), days=apart) if apart > A_QUARTER else ""
    return PeerYear(key, name, year, True, "", apart, remark, peer.currency)


EXCLUDED = {
    "none": (N_("no statements"), N_("{name} has no statements: import an annual report.")),
    "early": (N_("year ends too early"), N_("{name}'s year ends too early: import a later year.")),
    "late": (N_("year ends too late"), N_("{name}'s year ends too late: import an earlier year.")),
    "thin": (
        N_("equity is too thin for ROE: compare margin and turnover"),
        N_("{name}'s equity is too thin for ROE: compare margin and turnover."),
    ),
}
"""Why a peer is not comparable and what would help: in its own row, and in a sentence."""


def _excluded(key: str, name: str, year: DuPontYear | None, apart: int | None, why: str) -> PeerYear:
    reason, remark = EXCLUDED[why]
    return PeerYear(key, name, year, False, _(reason), apart, _(remark).format(name=name))


def _remark(name: str, year: DuPontYear, reason: str) -> str:
    """The reason as one sentence about the peer. Most reasons say what to do; for the others it is added."""
    why, *helps = [_inside(part) for part in SENTENCE_END.split(reason) if part]
    text = _("{name} cannot be compared ({reason}): {help}.")
    return text.format(name=name, reason=why, help=clauses(helps or [_(_help(year))]))


def _help(year: DuPontYear) -> str:
    if year.status == "missing":
        return N_("add it to its statements")
    blank = {name for name, value in year.factors.items() if value is None}
    return (
        N_("compare 3 factors") if blank <= {"tax_burden", "interest_burden"} else N_("choose another peer")
    )


SENTENCE_END = re.compile(r"(?<=\D)\.\s+|\.$|。")


def _inside(sentence: str) -> str:
    """A sentence as a part of another: without its stop, and small unless it begins with an abbreviation."""
    text = sentence.rstrip(".。")
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _columns(years: Sequence[DuPontYear], ratios: Sequence[str]) -> dict[str, list[float]]:
    return {name: [year.ratios[name] for year in years] for name in ratios}


def _quantiles(ratios: Mapping[str, Sequence[float]], share: float, n: int) -> dict[str, float] | None:
    if n < FEWEST_FOR_QUARTILE:
        return None
    return {name: float(np.quantile(column, share)) for name, column in ratios.items()}


def _percentiles(year: DuPontYear, ratios: Mapping[str, Sequence[float]]) -> dict[str, float]:
    own = year.ratios
    return {name: percentile(own[name], column) for name, column in ratios.items() if name in own}


def _notes(own: DuPontYear, peers: Sequence[PeerYear], n: int) -> tuple[str, ...]:
    notes = []
    remarks = tuple(peer.remark for peer in peers if peer.remark)
    if n == 0 and remarks:
        reasons = clauses(remark.rstrip(".。") for remark in remarks)
        notes, remarks = [_("No peer is comparable yet: {reasons}.").format(reasons=reasons)], ()
    elif n == 0:
        notes.append(_("No peer is comparable yet."))
    elif n < FEWEST_FOR_MEDIAN:
        text = _("{n} comparable peer; a median needs 3.") if n == 1 else _(FEW)
        notes.append(text.format(n=n))
    elif n < FEWEST_FOR_QUARTILE:
        notes.append(_("{n} comparable peers; quartiles need 8.").format(n=n))
    if own.status == "distorted":
        notes.append(_("Equity is thin, so ROE is distorted: compare margin and turnover."))
    return (*notes, *remarks)


FEW = N_("{n} comparable peers; a median needs 3.")
