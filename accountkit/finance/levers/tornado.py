"""The tornado: which assumption of a scenario matters most. One is moved at a time, all others stay at base."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from accountkit.finance.levers.simulation import Assumptions, Setting, settings_of, simulate
from accountkit.i18n import N_, _
from accountkit.model import Lever

FIFTH = 0.2
"""How far an assumption is moved where no range was entered."""

T = TypeVar("T", Setting, Assumptions)
State = tuple[Mapping[str, Setting], Assumptions]
"""The levers' amounts and the rates: all that a scenario assumes."""

ASSUMPTIONS = {
    "change": N_("Size of the change"),
    "share": N_("Share of the business"),
    "one_off": N_("One-off cost"),
    "running_cost": N_("Running cost"),
    "tax_rate": N_("Tax rate"),
    "interest_rate": N_("Interest rate"),
    "reinvestment_return": N_("Reinvestment return"),
}


@dataclass(frozen=True)
class Swing:
    """One bar of the tornado: results with one assumption at its low and at its high end, all others at base.

    `given` is False where no range was entered and the assumption was moved by a fifth either way.
    """

    lever_id: str | None
    assumption: str
    low: float | None
    high: float | None
    profit_low: float
    profit_high: float
    given: bool

    @property
    def label(self) -> str:
        """What was varied, in the reader's language."""
        return _(ASSUMPTIONS[self.assumption])


def tornado(
    before: Mapping[str, float | None],
    lines: Mapping[str, float],
    levers: Mapping[str, Lever],
    rates: Assumptions,
) -> tuple[Swing, ...]:
    """One assumption at a time, the widest swing first; what makes no difference is left out."""
    base = settings_of(levers, "base")

    def swing(key: str | None, name: str, states: Sequence[State], given: bool) -> Swing:
        low, high = (simulate(lines, *state) for state in states)
        meant = before["return_on_equity"] is not None
        return Swing(
            key,
            name,
            low.return_on_equity if meant else None,
            high.return_on_equity if meant else None,
            low.profit,
            high.profit,
            given,
        )

    swings = []
    for key, lever in levers.items():
        for name in ("change", "share", "one_off", "running_cost"):
            low, high, given = _range(lever, name)
            ends = [_with(base[key], name, end) for end in (low, high)]
            swings.append(swing(key, name, [({**base, key: end}, rates) for end in ends], given))
    for name in ("tax_rate", "interest_rate", "reinvestment_return"):
        value = getattr(rates, name)
        shifted = [_with(rates, name, value * factor) for factor in (1 - FIFTH, 1 + FIFTH)]
        swings.append(swing(None, name, [(base, rate) for rate in shifted], False))
    return tuple(sorted((s for s in swings if _width(s) > 0), key=_width, reverse=True))


def _with(one: T, name: str, value: float) -> T:
    change: dict[str, Any] = {name: value}
    return replace(one, **change)


def _range(lever: Lever, name: str) -> tuple[float, float, bool]:
    """The low and the high end of an assumption: as entered, else a fifth either way; a share stays within the whole."""
    if name == "share":
        return lever.share * (1 - FIFTH), min(1.0, lever.share * (1 + FIFTH)), False
    span = getattr(lever, name)
    base = span.base or 0.0
    low = span.low if span.low is not None else base * (1 - FIFTH)
    high = span.high if span.high is not None else base * (1 + FIFTH)
    return low, high, span.low is not None and span.high is not None


def _width(swing: Swing) -> float:
    """How far the return swings; in money where the return has no meaning."""
    if swing.low is None or swing.high is None:
        return abs(swing.profit_high - swing.profit_low)
    return abs(swing.high - swing.low)
