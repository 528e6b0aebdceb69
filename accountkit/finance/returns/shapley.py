"""Two ways to share out the change of a result among the factors that changed.

**Shapley**: a factor's effect is its marginal contribution averaged over all orders in which the factors could have
changed: exact, independent of order, valid with losses (L. S. Shapley, 1953; ``dupont_roe``, rule 2, is its closed form
for a product of three). **Chain substitution** (连环替代法) changes one factor after another in a stated order.

Both add up to the change, for any value function and any number of factors, and work on arrays element by element.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import factorial
from typing import Any

from accountkit.errors import NotMeaningful
from accountkit.i18n import _, enumerated

Factors = Mapping[str, Any]
Value = Callable[[dict[str, Any]], Any]

MOST_FACTORS = 16
"""2¹⁶ states are the most that are tried out: no decomposition here has more than nine factors."""


def shapley(value: Value, start: Factors, end: Factors) -> dict[str, Any]:
    """The effect of each factor on ``value(end) − value(start)``, averaged over all orders.

    Sum over all sets S without i: ``|S|!·(n−|S|−1)!/n! × (value with S and i changed − value with S changed)``.
    """
    names = _same_names(start, end)
    count = len(names)
    states = [_state(value, names, start, end, changed) for changed in range(2**count)]
    weights = [factorial(size) * factorial(count - size - 1) / factorial(count) for size in range(count)]
    return {
        name: sum(
            weights[changed.bit_count()] * (states[changed | 1 << place] - states[changed])
            for changed in range(2**count)
            if not changed >> place & 1
        )
        for place, name in enumerate(names)
    }


def chain(value: Value, start: Factors, end: Factors, order: Sequence[str] | None = None) -> dict[str, Any]:
    """The effect of each factor when they change one after another in `order` (default: as they stand in `start`)."""
    names = in_order(_same_names(start, end), order)
    state, before = dict(start), value(dict(start))
    effects = {}
    for name in names:
        state[name] = end[name]
        after = value(dict(state))
        effects[name], before = after - before, after
    return {name: effects[name] for name in start}


def in_order(names: Sequence[str], order: Sequence[str] | None) -> tuple[str, ...]:
    """The order in full. Raises `NotMeaningful` where it does not name each factor once."""
    if order is None:
        return tuple(names)
    if sorted(order) != sorted(names):
        raise NotMeaningful(
            _("The order “{order}” is incomplete. Name each of these once: {names}.").format(
                order=enumerated(order), names=enumerated(names)
            )
        )
    return tuple(order)


def _same_names(start: Factors, end: Factors) -> tuple[str, ...]:
    if set(start) != set(end) or len(start) > MOST_FACTORS:
        raise NotMeaningful(
            _(
                "An attribution needs the same factors at both ends, at most {most}. Given: {start} and {end}."
            ).format(most=MOST_FACTORS, start=enumerated(start), end=enumerated(end))
        )
    return tuple(start)


def _state(value: Value, names: Sequence[str], start: Factors, end: Factors, changed: int) -> Any:
    return value({name: (end if changed >> place & 1 else start)[name] for place, name in enumerate(names)})
