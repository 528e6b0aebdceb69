"""The distance to the peers, shared out among the factors, as steps from the reference to the customer."""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.figures.style import Figure, Row
from accountkit.figures.waterfall import Bar, waterfall
from accountkit.finance.formulas import named, shown
from accountkit.i18n import _, percent, points

Factors = Mapping[str, float]


def peer_gap_waterfall(
    reference_name: str, own_name: str, reference: Factors, own: Factors, effects: Factors, *, across_loss: bool = False
) -> Figure:
    """`effects` share out the customer's return less the reference's; both levels are the products of their factors.

    At a loss on either side, turnover and leverage are hatched: their steps are neither better nor worse.
    """
    start = _product(reference)
    return waterfall(
        [
            _level(reference_name, start),
            *(_step(name, reference[name], own[name], effects[name], across_loss) for name in effects),
            _level(own_name, start + sum(effects.values())),
        ]
    )


def peer_gap_waterfall_table(reference_name: str, own_name: str, reference: Factors, own: Factors, effects: Factors) -> list[Row]:
    """Factor, the reference's value, the customer's, and the points of the distance that it explains."""
    return [
        {_("Factor"): named(name), reference_name: shown(name, reference[name]), own_name: shown(name, own[name]),
         _("Part of the distance"): points(effects[name])}
        for name in effects
    ]  # fmt: skip


def peer_gap_waterfall_text(reference_name: str, own_name: str, effects: Factors) -> str:
    """What the steps show, in a sentence."""
    total = sum(effects.values())
    parts = ", ".join(f"{named(name)} {points(effect)}" for name, effect in effects.items())
    return _("{own} is {gap} from {reference}: {parts}.").format(own=own_name, reference=reference_name, gap=points(total), parts=parts)


def _level(name: str, value: float) -> Bar:
    hover = _("Return on equity of {name}: {value}").format(name=name, value=percent(value))
    return Bar(name, value, percent(value), hover)


def _step(name: str, reference: float, own: float, effect: float, across_loss: bool) -> Bar:
    hover = _("{factor}: {own} here, {reference} there; {effect} of the distance").format(
        factor=named(name), own=shown(name, own), reference=shown(name, reference), effect=points(effect)
    )
    neutral = across_loss and name in ("asset_turnover", "equity_multiplier")
    return Bar(named(name), effect, points(effect), hover, "neutral" if neutral else "good" if effect > 0 else "bad")


def _product(factors: Factors) -> float:
    result = 1.0
    for value in factors.values():
        result *= value
    return result
