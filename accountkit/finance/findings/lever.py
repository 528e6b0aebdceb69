"""The lever: the largest shortfall of the customer's own, recurring operations, in points of the return.

Counted are the operating margin (the net margin if operating income is not known) and the asset turnover: what fell this year,
or lags behind an own best or the peers. Not counted are tax and items below the operating line, leverage, a movement too
small to name, and a turnover that fell because of an acquisition. Across a loss the margin alone is a lever.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from accountkit.finance.findings import kinds_of_business as kinds
from accountkit.finance.findings.acquisition import turnover_by_acquisition
from accountkit.finance.findings.candidates import YEARS_BACK, Candidate, best_of_three_years, own_best, ratio
from accountkit.finance.returns.attribution import SENTENCES, Attribution
from accountkit.finance.returns.detail import kept
from accountkit.finance.returns.dupont import DuPont, DuPontYear
from accountkit.finance.returns.formulas import MATERIAL, named, shown, unchanged
from accountkit.finance.returns.operations import (
    margin_of,
    one_offs_of,
    operations_and_rest,
    recurring_margin,
)
from accountkit.finance.statements.business import Kind, kind_of
from accountkit.i18n import N_, _, paragraph, points

Factor = Literal["net_margin", "asset_turnover"]

LEVERS = {
    "net_margin": N_("Most actionable lever: net margin (price, mix, costs)."),
    "operating_margin": N_("Most actionable lever: operating margin (price, mix, costs)."),
    "asset_turnover": N_(
        "Most actionable lever: asset turnover (inventory, receivables, idle sites and equipment)."
    ),
}


@dataclass(frozen=True)
class Lever:
    """`ratio` is what is named (``operating_margin``), `factor` the driver it belongs to; `points` of the return that it
    took or lacks; `fell`: whether it fell this year; `reason` says so with its figures; `kind` of business."""

    factor: Factor
    ratio: str
    points: float
    fell: bool
    reason: str
    kind: Kind = "other"

    @property
    def text(self) -> str:
        return paragraph(_(kinds.LEVERS.get(self.kind, LEVERS)[self.ratio]), self.reason)


def lever(
    dupont: DuPont, attribution: Attribution | None, year: DuPontYear, offered: Sequence[Candidate]
) -> Lever | None:
    """The lever of a year; None if operations neither weakened nor lag. `offered` are the candidates of that year."""
    found = [*_fallen(dupont, attribution), *_lagging(dupont, year, offered), *_negative(year)]
    if attribution and attribution.across_loss:
        found = [one for one in found if one.factor == "net_margin"]
    most = max(found, key=lambda one: one.points, default=None)
    fell = any(one.fell and most and one.factor == most.factor for one in found)
    return most and replace(most, fell=fell, kind=kind_of(year.inputs))


def _fallen(dupont: DuPont, attribution: Attribution | None) -> Iterator[Lever]:
    """What fell between the two years and took at least a tenth of a point."""
    if attribution is None or not attribution.effects:
        return
    first, last = dupont.year(attribution.start), dupont.year(attribution.end)
    split = operations_and_rest(dupont, attribution)
    margin = split.part("operating_margin") if split else None
    if margin is not None:
        if margin.moved == "fell" and margin.effect <= -MATERIAL:
            ends, name = (margin.before, margin.after), _margin_name(first, last)
            yield _fell("net_margin", margin.key, ends, margin.effect, attribution, name)
    elif "net_margin" in attribution.reading and _margin_fell(first, last) is not False:
        yield from _factor_fell(attribution, "net_margin")
    if not turnover_by_acquisition(first, last):
        yield from _factor_fell(attribution, "asset_turnover")


def _factor_fell(attribution: Attribution, factor: Factor) -> Iterator[Lever]:
    move = attribution.reading[factor]
    if move.moved == "fell" and move.effect <= -MATERIAL:
        yield _fell(factor, factor, (move.before, move.after), move.effect, attribution)


def _margin_fell(first: DuPontYear, last: DuPontYear) -> bool | None:
    """Whether the operating margin fell, else the margin before tax; None if neither is known for both years."""
    for margin in (recurring_margin, partial(margin_of, "income_before_tax")):
        before, after = (margin(year) for year in (first, last))
        if before is not None and after is not None:
            return after < before and not unchanged("operating_margin", before, after)
    return None


def _fell(
    factor: Factor,
    ratio_: str,
    ends: tuple[float, float],
    effect: float,
    attribution: Attribution,
    name: str = "",
) -> Lever:
    said = "none" if attribution.across_loss else "lowered"
    reason = _(SENTENCES["fell", said]).format(
        factor=name or named(ratio_),
        before=shown(ratio_, ends[0]),
        after=shown(ratio_, ends[1]),
        effect=points(effect, sign=False),
    )
    return Lever(factor, ratio_, -effect, True, reason)


def _lagging(dupont: DuPont, year: DuPontYear, offered: Sequence[Candidate]) -> Iterator[Lever]:
    """What is at least 10 % below the own best or the peers, by what the gap is worth in points of the return."""
    for candidate in offered:
        if candidate.reason == "peer_median":
            yield from _candidate(year, candidate)
        elif candidate.reason == "own_best" and candidate.factor == "net_margin":
            yield from _margin_behind(dupont, year, candidate)
        elif candidate.reason == "own_best":
            best = own_best(dupont, year, candidate.factor)
            if best and not turnover_by_acquisition(dupont.year(best[0]), year):
                yield from _candidate(year, candidate)


def _candidate(year: DuPontYear, candidate: Candidate) -> Iterator[Lever]:
    factor = candidate.factor
    if candidate.expected is not None and factor != "equity_multiplier":
        gap = (candidate.expected - candidate.current) / (100 if candidate.unit == "%" else 1)
        yield Lever(factor, factor, gap * _weight(year, factor), False, candidate.text)


def _margin_behind(dupont: DuPont, year: DuPontYear, candidate: Candidate) -> Iterator[Lever]:
    """The operating margin if it is behind its own best; the net margin if operating income is not known, unless the
    margin before tax held."""
    name, now = "operating_margin", recurring_margin(year)
    before = [y for y in dupont.years if y.period_end < year.period_end][-YEARS_BACK:]
    known = [(margin, y) for y in before if (margin := recurring_margin(y)) is not None]
    best = max(known, key=lambda one: one[0], default=None)
    if best is None or now is None:
        reference = own_best(dupont, year, "net_margin")
        if reference and _margin_fell(dupont.year(reference[0]), year) is not False:
            yield from _candidate(year, candidate)
    elif now < best[0] and not unchanged(name, best[0], now):
        text = best_of_three_years(name, now, (best[1].period_end, best[0]), _margin_name(best[1], year))
        after_tax = (best[0] - now) * (kept(year) or 1.0)
        yield Lever("net_margin", name, after_tax * _weight(year, "net_margin"), False, text)


def _margin_name(first: DuPontYear, last: DuPontYear) -> str:
    """The operating margin, marked if one-offs were taken out of either year."""
    if one_offs_of(first) or one_offs_of(last):
        return _("Operating margin before one-offs")
    return named("operating_margin")


def _weight(year: DuPontYear, factor: str) -> float:
    """What one unit of a factor is worth in the return of this year."""
    others = [name for name in ("net_margin", "asset_turnover") if name != factor]
    values = [ratio(year, name) for name in (*others, "equity_multiplier")]
    return (values[0] or 0.0) * (values[1] or 0.0)


def _negative(year: DuPontYear) -> Iterator[Lever]:
    """A loss from operations is the lever even if nothing else is known to compare it with."""
    margin, operating = ratio(year, "net_margin"), ratio(year, "operating_margin")
    if margin is not None and margin < 0 and (operating is None or operating < 0):
        name = "net_margin" if operating is None else "operating_margin"
        value = margin if operating is None else operating
        reason = _("{factor} is {value}.").format(factor=named(name), value=shown(name, value))
        yield Lever("net_margin", name, 0.0, False, reason)
