"""The defensibility check: what a critical CFO would strike out of a value claim first.

False precision, the same line improved twice, no cost, no downside, a result beyond the best usable peer, a change that
makes things worse. Each check is shown, whether it passes or not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from accountkit.finance.findings.candidates import ratio
from accountkit.finance.levers.kinds import KINDS
from accountkit.finance.levers.simulation import After
from accountkit.finance.peers.comparison import Comparison
from accountkit.finance.returns.formulas import named, shown
from accountkit.finance.statements.lines import LINES, label
from accountkit.i18n import N_, _, listed
from accountkit.model import Lever

DIGITS = 2
"""Significant digits that an estimate can carry."""
MARGIN_AND_TURNOVER = ("net_margin", "asset_turnover")
OTHER_LINES = {"other_cost": N_("Other cost"), "other_assets": N_("Other assets")}


@dataclass(frozen=True)
class Defence:
    """One check: `code`, whether it `passed`, and the sentence."""

    code: str
    passed: bool
    text: str


def defence(
    levers: Mapping[str, Lever],
    before: Mapping[str, float | None],
    low: After,
    base: After,
    comparison: Comparison | None,
) -> tuple[Defence, ...]:
    """All checks of a scenario; none where it has no levers."""
    if not levers:
        return ()
    return (
        _precision(levers),
        _twice(levers),
        _cost(levers),
        _downside(levers, low, base),
        _direction(levers),
        *_peers(before, base, comparison),
    )


def significant_digits(value: float) -> int:
    """How many significant digits a number is written with: 0.50 → 1, 12.5 → 3, 1 200 → 2."""
    return len(Decimal(repr(value)).normalize().as_tuple().digits)


def _checked(code: str, at_fault: tuple[str, ...], good: str, bad: str, **values: str) -> Defence:
    return Defence(code, not at_fault, (bad if at_fault else good).format(**values))


def _precision(levers: Mapping[str, Lever]) -> Defence:
    spurious = tuple(
        k for k, lever in levers.items() if significant_digits(lever.change.base or 0.0) > DIGITS
    )
    bad = _("Too precise: give estimates two digits at most.")
    return _checked("precision", spurious, _("Estimates have two digits at most."), bad)


def _twice(levers: Mapping[str, Lever]) -> Defence:
    """Two levers on one line are fine only where the shares of the business they reach add up to no more than all."""
    reach: defaultdict[str, float] = defaultdict(float)
    for lever in levers.values():
        reach[KINDS[lever.kind].line] += lever.share
    twice = [line for line, share in reach.items() if share > 1 + 1e-9 and _many(levers, line)]
    at_fault = tuple(key for key, lever in levers.items() if KINDS[lever.kind].line in twice)
    names = [_(OTHER_LINES[line]) if line in OTHER_LINES else label(line) for line in twice]
    bad = _("The same line is improved twice: {lines}.")
    return _checked("twice", at_fault, _("No line is improved twice."), bad, lines=listed(names))


def _many(levers: Mapping[str, Lever], line: str) -> bool:
    return (
        line in (*LINES, *OTHER_LINES)
        and sum(KINDS[lever.kind].line == line for lever in levers.values()) > 1
    )


def _cost(levers: Mapping[str, Lever]) -> Defence:
    free = tuple(
        key for key, lever in levers.items() if not lever.one_off.base and not lever.running_cost.base
    )
    return _checked(
        "cost", free, _("Every lever has a cost."), _("No cost entered. Add one-off and running costs.")
    )


def _downside(levers: Mapping[str, Lever], low: After, base: After) -> Defence:
    none = tuple(key for key, lever in levers.items() if lever.change.low is None)
    if not none and low.profit >= base.profit and low.freed >= base.freed:
        none = tuple(levers)
    return _checked(
        "downside",
        none,
        _("A low case is entered."),
        _("No low case entered. Add what a poor result would be."),
    )


def _direction(levers: Mapping[str, Lever]) -> Defence:
    worse = tuple(
        k for k, lever in levers.items() if (lever.change.base or 0.0) * KINDS[lever.kind].better < 0
    )
    return _checked(
        "direction",
        worse,
        _("Every lever improves its line."),
        _("A lever makes its line worse. Check the sign."),
    )


def _peers(
    before: Mapping[str, float | None], base: After, comparison: Comparison | None
) -> tuple[Defence, ...]:
    """Whether a result is beyond the best usable peer, where the customer was not so before."""
    if comparison is None or not comparison.usable:
        return ()
    after = {**base.factors, "return_on_equity": base.return_on_equity}
    beyond = []
    for name in (*MARGIN_AND_TURNOVER, "return_on_equity"):
        known = [ratio(year, name) for year in comparison.usable_years]
        best = max((value for value in known if value is not None), default=None)
        now, was = after.get(name), before.get(name)
        if now is not None and best is not None and was is not None and now > best >= was:
            beyond.append(f"{named(name)} {shown(name, now)} > {shown(name, best)}")
    bad = _("Better than the best comparable peer: {ratios}.").format(ratios=listed(beyond))
    return (
        Defence("beyond_peers", not beyond, bad if beyond else _("Within the range of comparable peers.")),
    )
