"""The cash flows of levers, and of an alternative, over the years that a business case counts.

Year 0 is today: one-off and switching costs are paid. Each later flow falls at the end of its year, after tax:

    benefit(t) = Δ pre-tax income(t) × (1 − tax) + cash released by the end of t − cash released by the end of t − 1
    cost(t)    = running cost × (1 − tax) − tax × deduction(t)

- The one-off cost is deducted in equal parts over the years of use, the switching cost in the first year.
- A lever ends with its years of use: so do its benefits and running costs, and the working capital that it released or tied
  up comes back (Brealey, Myers & Allen, chapter 6). There is no value after the horizon.
- What the customer does with released cash is no part of its flows: the discount rate values it already.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from accountkit.finance.levers.simulation import (
    OPPOSITE,
    After,
    Assumptions,
    Case,
    Setting,
    amount,
    settings_of,
    simulate,
)
from accountkit.model import Alternative, Lever, Span

QUARTER = 0.25


@dataclass(frozen=True)
class Flows:
    """Benefits and costs of year 0, 1 … after tax; both positive where they add to it. `lasting` is a year's benefit less
    running cost at full effect, after tax, and `released` the cash that is free from then on."""

    benefits: tuple[float, ...]
    costs: tuple[float, ...]
    lasting_benefit: float
    lasting_cost: float
    released: float

    def net(self, share: float = 1.0) -> tuple[float, ...]:
        """Benefits, or a share of them, less costs, by year."""
        return tuple(share * b - c for b, c in zip(self.benefits, self.costs, strict=True))

    def delay(self, rate: float, share: float = 1.0) -> float:
        """The net benefit of a quarter at full effect; cash that is released a quarter later costs the discount rate."""
        waiting = self.released * ((1 + rate) ** QUARTER - 1)
        return share * (self.lasting_benefit * QUARTER + waiting) - self.lasting_cost * QUARTER


def of_levers(
    lines: Mapping[str, float],
    levers: Mapping[str, Lever],
    case: Case,
    rates: Assumptions,
    horizon: int,
    switching: Span,
    scaled: Mapping[str, float] | None = None,
) -> Flows:
    """The flows of levers together in one case. `scaled` multiplies the change of single levers."""
    full = {
        key: replace(one, use_of_cash="hold", change=one.change * (scaled or {}).get(key, 1.0))
        for key, one in settings_of(levers, case).items()
    }
    free = {key: replace(one, one_off=0.0, running_cost=0.0) for key, one in full.items()}

    @cache
    def at(scales: tuple[tuple[str, float], ...]) -> After:
        """The year with these levers, each so far ramped up; most years are alike."""
        return simulate(lines, {key: replace(free[key], scale=scale) for key, scale in scales}, rates)

    benefits, costs, released = [0.0], [_once(full, switching, case)], 0.0
    for year in range(1, horizon + 1):
        grown = {key: ramp(year, levers[key].ramp_years) for key in free}
        earning = {key: scale * alive(free[key].years_of_use, year) for key, scale in grown.items()}
        staying = [key for key, one in free.items() if year < min(horizon, one.years_of_use)]
        now = at(tuple((key, grown[key]) for key in staying)).freed
        benefits.append(at(tuple(earning.items())).profit + now - released)
        released = now
        running = sum(one.running_cost * alive(one.years_of_use, year) for one in full.values())
        deducted = sum(
            one.one_off / one.years_of_use * alive(one.years_of_use, year) for one in full.values()
        )
        costs.append(_after_tax(running, deducted, year, switching, case, rates.tax_rate))
    after = at(tuple(dict.fromkeys(free, 1.0).items()))
    yearly = sum(one.running_cost for one in full.values()) * (1 - rates.tax_rate)
    return Flows(tuple(benefits), tuple(costs), after.profit, yearly, after.freed)


def of_alternative(one: Alternative, case: Case, tax_rate: float, horizon: int) -> Flows:
    """The flows of an alternative, on the same rules. A benefit is a saving or a margin before tax: it ties up nothing."""
    against = OPPOSITE[case]
    benefit, running = amount(one.benefit, case), amount(one.running_cost, against)
    outlay = amount(one.one_off, against)
    benefits, costs = [0.0], [outlay + amount(one.switching_cost, against)]
    for year in range(1, horizon + 1):
        lives = alive(one.years_of_use, year)
        benefits.append(benefit * ramp(year, one.ramp_years) * lives * (1 - tax_rate))
        deducted = outlay / one.years_of_use * lives
        costs.append(_after_tax(running * lives, deducted, year, one.switching_cost, case, tax_rate))
    kept = 1 - tax_rate
    return Flows(tuple(benefits), tuple(costs), benefit * kept, running * kept, 0.0)


def alive(years_of_use: float, year: int) -> float:
    """The part of a year (1, 2 …) in which it is still in use."""
    return max(0.0, min(1.0, years_of_use - (year - 1)))


def ramp(year: int, ramp_years: float) -> float:
    """How much of the full effect a year after the start has (1, 2 …): equal steps until `ramp_years` have passed."""
    return 1.0 if ramp_years <= 0 else min(1.0, year / ramp_years)


def _once(settings: Mapping[str, Setting], switching: Span, case: Case) -> float:
    return sum(one.one_off for one in settings.values()) + amount(switching, OPPOSITE[case])


def _after_tax(
    running: float, deducted: float, year: int, switching: Span, case: Case, tax_rate: float
) -> float:
    if year == 1:
        deducted += amount(switching, OPPOSITE[case])
    return running * (1 - tax_rate) - tax_rate * deducted
