"""What a change of the return is attributed to in a sentence: the factors, or operations and non-operating items.

A cause is named only if it is material: 0.1 point of return, through a ratio that itself moved by 1 %. What is smaller is one
sum, so that the parts of a sentence still add up to the change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accountkit.finance.returns.attribution import Attribution
from accountkit.finance.returns.dupont import DuPont
from accountkit.finance.returns.formulas import MATERIAL, within
from accountkit.finance.returns.operations import Contribution, OperationsAndRest, operations_and_rest
from accountkit.i18n import N_, _

SIDES = {"operations": N_("Operations"), "non_operating": N_("non-operating items")}
ITEMS = {
    (False, False): SIDES["non_operating"],
    (True, False): N_("non-operating and one-off items"),
    (False, True): N_("non-operating items, tax and minorities"),
    (True, True): N_("non-operating and one-off items, tax and minorities"),
}
"""What the items below the operating line are called: whether one-offs, and tax and minorities, are among them."""
TAX = N_("tax and minorities")
SMALL = N_("small changes")


@dataclass(frozen=True)
class Cause:
    """A factor, a side, or the sum of small changes; `label` is its name inside a sentence, `moved` whether the ratio
    behind it moved by as much as a sentence may name."""

    key: str
    label: str
    effect: float
    moved: bool


def factors(attribution: Attribution) -> tuple[Cause, ...]:
    """The factors of the decomposition as causes."""
    return tuple(
        Cause(name, within(name), effect, attribution.reading[name].moved != "unchanged")
        for name, effect in attribution.effects.items()
    )


def material(causes: Sequence[Cause]) -> tuple[Cause, ...]:
    """The causes that a sentence may name, the largest first; the others as one sum if that is material."""
    named = [cause for cause in causes if cause.moved and abs(cause.effect) >= MATERIAL]
    small = sum(cause.effect for cause in causes if cause not in named)
    ordered = sorted(named, key=lambda cause: -abs(cause.effect))
    return (*ordered, Cause("small", _(SMALL), small, False)) if abs(small) >= MATERIAL else tuple(ordered)


def causes(dupont: DuPont, attribution: Attribution) -> tuple[Cause, ...]:
    """The causes whose sum is the change: operations, non-operating items and leverage if these tell more than the
    factors do, else the factors.

    They tell more if operations and non-operating items ran against each other, or if the net margin moved mostly on
    non-operating items. Leverage as the main cause is told by factor.
    """
    split = None if attribution.across_loss else operations_and_rest(dupont, attribution)
    if split is None or not split.pure:
        return factors(attribution)
    sides = _sides(split)
    named = {cause.key: cause.effect * (1 if attribution.rose else -1) for cause in material(sides)}
    operations, below, leverage = (named.get(side.key, 0.0) for side in sides)
    if leverage >= max(operations, below):
        return factors(attribution)
    return (
        sides if operations * below < 0 or _mostly_below(attribution, split, below) else factors(attribution)
    )


def _mostly_below(attribution: Attribution, split: OperationsAndRest, below: float) -> bool:
    """Whether the net margin would be named for what happened below the operating line. In five factors it is not a factor."""
    if attribution.steps == 5 or below <= 0:
        return False
    way = 1 if attribution.rose else -1
    leading = max(attribution.effects, key=lambda name: attribution.effects[name] * way)
    return below > split.part("operating_margin").effect * way and leading == "net_margin"


def main_cause(dupont: DuPont, attribution: Attribution) -> Cause | None:
    """The cause that moved the return most in the direction in which it went; across a loss the net margin. None if
    each moved by less than a sentence may name."""
    way = 1 if attribution.rose else -1
    found = causes(dupont, attribution)
    if attribution.across_loss:
        return next(cause for cause in found if cause.key == "net_margin")
    leading = [cause for cause in material(found) if cause.key != "small" and cause.effect * way > 0]
    return max(leading, key=lambda cause: abs(cause.effect), default=None)


def _sides(split: OperationsAndRest) -> tuple[Cause, Cause, Cause]:
    leverage = split.part("equity_multiplier")
    below = [part for part in split.other if part is not leverage]
    return (
        Cause("operations", _inside(SIDES["operations"]), split.operations, _any_moved(split.operating)),
        Cause("non_operating", _items(below), split.non_operating, _any_moved(below)),
        Cause(leverage.key, within(leverage.key), leverage.effect, leverage.moved != "unchanged"),
    )


def _inside(label: str) -> str:
    """A side's name inside a sentence."""
    text = _(label)
    return text[:1].lower() + text[1:]


def _items(below: Sequence[Contribution]) -> str:
    """A name for the items below the operating line, by those that a sentence may name."""
    told = {part.key for part in below if part.moved != "unchanged" and abs(part.effect) >= MATERIAL}
    taxed = bool(told & {"tax", "tax_burden"})
    if taxed and len(told) == 1:
        return _(TAX)
    return _(ITEMS["one_off" in told, taxed])


def _any_moved(parts: Sequence[Contribution]) -> bool:
    return any(part.moved != "unchanged" for part in parts)
