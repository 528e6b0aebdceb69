"""The distance to peers, taken apart like a change over time, and what closing it would be worth.

The gap runs from the peer to the customer (``dupont_roe``, rule 2). Median and quartile of the *return* lie at a peer or
between two of them: the gap is attributed to these real companies and weighted as the quantile weights them, so that the
parts add up to the distance and no medians are multiplied. Worth a year = −(margin part + turnover part) × equity, where
the two together are behind; leverage is never a target.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from accountkit.errors import NotMeaningful
from accountkit.finance.peers.comparison import FEWEST_FOR_MEDIAN, FEWEST_FOR_QUARTILE, Comparison, PeerYear
from accountkit.finance.returns.attribution import NO_LOSS_READING, Method, across_loss, split
from accountkit.finance.returns.dupont import DuPontYear
from accountkit.finance.returns.formulas import MATERIAL, within
from accountkit.i18n import ESTIMATE, N_, _, listed, money, paragraph, points

TARGETS = {
    "median": N_("the median of comparable peers"),
    "best_quartile": N_("the top quartile of comparable peers"),
}
NEEDS = {"median": N_("A median"), "best_quartile": N_("A top quartile")}
QUANTILES = {"median": (0.5, FEWEST_FOR_MEDIAN), "best_quartile": (0.75, FEWEST_FOR_QUARTILE)}


@dataclass(frozen=True)
class Gap:
    """`delta` = customer's return − target's; `effects` add up to it. `worth` is money a year in `currency`, or None.

    `worth_by` has each factor that is behind taken alone; where the other is ahead, their sum is more than `worth`.
    """

    target: str
    label: str
    target_return: float
    delta: float
    effects: dict[str, float]
    worth: float | None
    worth_by: dict[str, float]
    currency: str
    n: int
    text: str
    notes: tuple[str, ...]


class Standing(NamedTuple):
    """A peer that makes up the target, its year, and its weight in it."""

    peer: PeerYear
    year: DuPontYear
    weight: float


def gap(comparison: Comparison, target: str = "median", *, method: Method = "shapley") -> Gap:
    """The customer's distance to ``median``, ``best_quartile`` or a peer's key, by factor.

    Raises `NotMeaningful` where there are too few usable peers, the named peer is not usable, or the customer's own
    decomposition has no figure.
    """
    own = comparison.own
    if not own.complete:
        raise NotMeaningful(
            _("The customer's ROE cannot be calculated: {reason}").format(reason=own.notes[0])
        )
    weighted = _standing_at(comparison, target)
    effects = {
        name: sum(one.weight * split(one.year.known, own.known, method=method)[name] for one in weighted)
        for name in own.factors
    }
    level = sum(one.weight * one.year.ratios["return_on_equity"] for one in weighted)
    delta = own.ratios["return_on_equity"] - level
    loss = any(across_loss(one.year, own) for one in weighted)
    counted = _counted(own, effects, loss)
    worth = _worth(counted)
    label = _(TARGETS[target]) if target in TARGETS else weighted[0].peer.name
    return Gap(
        target=target,
        label=label,
        target_return=level,
        delta=delta,
        effects=effects,
        worth=worth,
        worth_by={name: -amount for name, amount in counted.items() if amount < 0},
        currency=comparison.currency,
        n=comparison.n,
        text=_text(label, delta, _explaining(effects, loss), worth, comparison.currency),
        notes=_notes(weighted, own, loss),
    )


def _standing_at(comparison: Comparison, target: str) -> list[Standing]:
    """The peers whose returns make up the target, with weights that add up to one (linear interpolation)."""
    if target not in QUANTILES:
        peer = comparison.peer(target)
        if peer.year is None or not peer.year.complete:
            raise NotMeaningful(
                _("{name} cannot be compared: {reason}").format(name=peer.name, reason=peer.reason)
            )
        return [Standing(peer, peer.year, 1.0)]
    share, fewest = QUANTILES[target]
    if comparison.n < fewest:
        raise NotMeaningful(
            _(
                "{target} needs at least {fewest} peers; comparable so far: {n}. Add peers, or choose one by name."
            ).format(target=_(NEEDS[target]), fewest=fewest, n=comparison.n)
        )
    usable = zip(comparison.usable, comparison.usable_years, strict=True)
    ranked = sorted(usable, key=lambda one: one[1].ratios["return_on_equity"])
    place, between = divmod(share * (len(ranked) - 1), 1)
    pair = [(ranked[int(place)], 1 - between), (ranked[min(int(place) + 1, len(ranked) - 1)], between)]
    return [Standing(*one, weight) for one, weight in pair if weight > 0]


def _counted(own: DuPontYear, effects: dict[str, float], loss: bool) -> dict[str, float]:
    """The parts of margin and turnover in money a year, negative where behind; none where the return is distorted."""
    if own.status == "distorted":
        return {}
    names = [
        name for name in effects if name != "equity_multiplier" and not (loss and name == "asset_turnover")
    ]
    return {name: effects[name] * own.inputs["equity"] for name in names}


def _worth(counted: dict[str, float]) -> float | None:
    """Margin and turnover together: a company that sells cheap and fast is not asked for a high margin as well."""
    together = -sum(counted.values())
    return together if together > 0 else None


def _explaining(effects: dict[str, float], loss: bool) -> dict[str, float]:
    """The effects that may be named as a cause: across a loss those of the margin alone."""
    return {name: effect for name, effect in effects.items() if not (loss and name in NO_LOSS_READING)}


def _text(label: str, delta: float, effects: dict[str, float], worth: float | None, currency: str) -> str:
    widest = min(effects, key=lambda name: effects[name])
    text = (
        _("ROE is level with {target}.")
        if abs(delta) < MATERIAL
        else _("ROE is {gap} above {target}.")
        if delta > 0
        else _("ROE is {gap} below {target}, mainly because of {factor} ({part}).")
    )
    sentence = text.format(
        gap=points(delta, sign=False), target=label, factor=within(widest), part=points(effects[widest])
    )
    if worth is None:
        return sentence
    close = _("Closing the gap in margin and turnover would be worth about {worth} a year.")
    return paragraph(sentence, close.format(worth=money(worth, currency, ESTIMATE)))


def _notes(weighted: Sequence[Standing], own: DuPontYear, loss: bool) -> tuple[str, ...]:
    notes = [_("Leverage is shown for information; it is not a target.")]
    if len(weighted) > 1 or not weighted[0].peer.usable:
        notes.append(
            _("Target taken from {names}.").format(names=listed([one.peer.name for one in weighted]))
        )
    if loss:
        notes.append(_("One side made a loss, so only the gap in margin is valued."))
    if own.status == "distorted" or any(one.year.status == "distorted" for one in weighted):
        notes.append(_("One side's equity is thin, so the gap reflects equity more than the business."))
    return tuple(notes)
