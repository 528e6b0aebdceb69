"""What a row of cash flows is worth: net present value, internal rate of return, payback.

    NPV = Σ flow(t) / (1 + r)^t,  t = 0, 1 … years        NPV at the internal rate = 0

`flows` holds the outlay of today first (t = 0), then the flow at the end of each year. Source: Brealey, Myers & Allen,
*Principles of Corporate Finance*, chapters 5 and 6; Norstrøm (1972) for several internal rates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np

MONTHS = 12
SAME = 1e-9
"""Rates and amounts that differ by less, relative to their size, are one."""


def net_present_value(rate: float, flows: Sequence[float]) -> float:
    """Today's value of the flows, in their currency."""
    return sum(flow / (1 + rate) ** t for t, flow in enumerate(flows))


@dataclass(frozen=True)
class InternalRate:
    """The rate at which the flows are worth nothing, where exactly one exists and means a return on an outlay.

    `status` says why `value` is None otherwise: ``none`` (no rate does it), ``several`` (each of them is misleading: the
    flows change sign more than once), or ``borrowing`` (money comes first and is given back later).
    """

    value: float | None
    status: Literal["one", "none", "several", "borrowing"]


def internal_rate(flows: Sequence[float]) -> InternalRate:
    """The internal rate of return. All real rates above −100 % are looked for, so that none is picked out of several."""
    found = internal_rates(flows)
    if len(found) != 1:
        return InternalRate(None, "several" if found else "none")
    first = next(flow for flow in flows if abs(flow) > _scale(flows) * SAME)
    return InternalRate(found[0], "one") if first < 0 else InternalRate(None, "borrowing")


def internal_rates(flows: Sequence[float]) -> tuple[float, ...]:
    """All rates above −100 % at which the flows are worth nothing, ascending.

    With v = 1 / (1 + r) the value is a polynomial in v. Its real roots lie between those of its derivative, so each is
    bracketed by two ends and halved down to; a root that only touches zero is an end itself.
    """
    scale = _scale(flows)
    if not scale:
        return ()
    return tuple(sorted(1 / v - 1 for v in _roots(np.array([flow / scale for flow in flows], dtype=float))))


def _roots(terms: np.ndarray) -> list[float]:
    """The positive roots of Σ terms[i] vⁱ: each lies between two neighbouring roots of the derivative, or beyond them."""
    terms = np.trim_zeros(terms)  # v = 0 is no rate, and a shift in time moves none
    if len(terms) < 2:
        return []
    highest = 1 + float(np.max(np.abs(terms[:-1])) / abs(terms[-1]))  # Cauchy's bound
    turns = [v for v in _roots(terms[1:] * np.arange(1, len(terms))) if 0 < v < highest]
    found: list[float] = []
    for low, high in pairwise([0.0, *sorted(turns), highest]):
        root = _between(terms, low, high)
        if root is not None and not any(abs(root - known) <= SAME * root for known in found):
            found.append(root)
    return found


def _between(terms: np.ndarray, low: float, high: float) -> float | None:
    """The root in an interval in which the value only rises or only falls; None where it does not reach zero."""
    for end in (low, high):
        if end > 0 and _touches(terms, end):
            return end
    each = terms.tolist()  # numpy is slow with one number at a time
    at_low, at_high = _value(each, low), _value(each, high)
    if at_low * at_high >= 0:
        return None
    while high - low > 1e-15 * high:
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if (_value(each, middle) > 0) == (at_low > 0):
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _value(terms: Sequence[float], v: float) -> float:
    value = 0.0
    for term in reversed(terms):
        value = value * v + term
    return value


def _touches(terms: np.ndarray, v: float) -> bool:
    """Whether the value is zero as far as the arithmetic can tell."""
    return abs(_value(terms.tolist(), v)) <= 1e-13 * _value(np.abs(terms).tolist(), v)


def _scale(flows: Sequence[float]) -> float:
    return max((abs(flow) for flow in flows), default=0.0)


def payback_months(flows: Sequence[float]) -> float | None:
    """Months until the sum of the flows is back at zero for good; None where it is not by the end.

    Undiscounted, each year's flow spread evenly over its months. Money that comes back out later (released working
    capital) does not count as paid back.
    """
    sums = np.cumsum(flows)
    nothing = -_scale(flows) * SAME
    if not len(sums) or sums[-1] < nothing:
        return None
    short = [year for year, total in enumerate(sums) if total < nothing]
    if not short:
        return 0.0
    last = short[-1]
    return MONTHS * float(last - sums[last] / (sums[last + 1] - sums[last]))
