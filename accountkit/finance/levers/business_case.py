"""The business case: what the levers are worth as an investment, against doing nothing and against the alternatives.

Everything is the difference to doing nothing, whose value is 0. Three cases, and below them the *conservative floor*: the
benefits of the low case × 0.5 at its unchanged costs. Break-even is the share of the base case's benefits at which the net
present value is 0. The net present value decides; an internal rate is given only where exactly one exists.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from accountkit.finance.levers import simulation
from accountkit.finance.levers.case_flows import Flows, of_alternative, of_levers
from accountkit.finance.levers.cash_values import (
    InternalRate,
    internal_rate,
    net_present_value,
    payback_months,
)
from accountkit.finance.levers.scenario import CASES, own_rates, start_year
from accountkit.finance.levers.simulation import Assumptions, Case
from accountkit.finance.returns.dupont import DuPont
from accountkit.i18n import _
from accountkit.model import Alternative, CaseTerms, Lever, Span

DISCOUNT_RATE = 0.10
"""Assumed where none is entered: a round rate of ours; the customer's own hurdle rate is what counts (docs/decisions/0070)."""
HORIZON = 5
"""Years that are counted where none are entered."""
FLOOR = 0.5
"""How much of the low case's benefits the conservative floor counts."""
FURTHEST = 16.0
"""Beyond this multiple of an estimate no break-even is looked for."""
NEAREST = 1e-12
"""Shares that differ by less, relative to their size, are one."""


@dataclass(frozen=True)
class Value:
    """One case: `flows` by year, today's value, internal rate, months to payback, what a quarter's delay costs."""

    flows: tuple[float, ...]
    net_present_value: float
    internal_rate: InternalRate
    payback_months: float | None
    delay: float


@dataclass(frozen=True)
class Valued:
    """What is compared: three cases, the floor, and the share of the base benefits that breaks even (None: no share)."""

    flows: dict[Case, Flows]
    cases: dict[Case, Value]
    floor: Value
    break_even: float | None


@dataclass(frozen=True)
class Option:
    """An alternative, valued on the same rules. `lead` is our net present value less its own, case by case."""

    id: str
    alternative: Alternative
    valued: Valued
    lead: dict[Case, float]


@dataclass(frozen=True)
class BusinessCase:
    """All levers together, each alone, and the alternatives, the most valuable first.

    `break_even_of` is the share of one lever's change at which the whole breaks even, the others as estimated; 0 where they
    carry it alone. `next_best` is the most valuable alternative; None where doing nothing is worth more than each of them.
    `break_even_against` is the share of our benefits at which we are worth as much as it. `source` says whether rate and
    horizon are ``given`` or ``assumed``. `skipped` names levers left out, and why. `switching` is paid once for all levers
    together: `whole` bears it, a lever alone does not.
    """

    period_end: dt.date
    currency: str
    discount_rate: float
    horizon: int
    source: dict[str, str]
    rate_source: str
    tax_rate: float
    whole: Valued
    levers: dict[str, Valued]
    break_even_of: dict[str, float | None]
    options: tuple[Option, ...]
    next_best: Option | None
    break_even_against: float | None
    skipped: dict[str, str]
    switching: Span


def business_case(
    dupont: DuPont,
    levers: Mapping[str, Lever],
    terms: CaseTerms | None = None,
    alternatives: Mapping[str, Alternative] | None = None,
    *,
    period_end: dt.date | None = None,
    assumptions: Assumptions | None = None,
    currency: str | None = None,
) -> BusinessCase:
    """The case of the levers on the year that a scenario starts from (default: the last one with a return).

    `currency` is that of the amounts entered (default: that of the statements). Raises `NotMeaningful` where there is no year
    to start from, or the two currencies differ.
    """
    terms = terms or CaseTerms()
    year = start_year(dupont, period_end, currency)
    lines = simulation.lines_of(year)
    rates = assumptions or own_rates(dupont, year)
    rate = DISCOUNT_RATE if terms.discount_rate is None else terms.discount_rate
    horizon = terms.horizon_years or HORIZON
    reasons = {key: simulation.reason_not_applied(lever, lines) for key, lever in levers.items()}
    used = {key: lever for key, lever in levers.items() if not reasons[key]}

    def together(which: Mapping[str, Lever], switching: Span) -> Valued:
        flows = {case: of_levers(lines, which, case, rates, horizon, switching) for case in CASES}
        return valued(flows, rate)

    whole = together(used, terms.switching_cost)
    unknown = {key for key, one in (alternatives or {}).items() if one.benefit.base is None}
    known = {key: one for key, one in (alternatives or {}).items() if key not in unknown}
    options = _options(known, whole, rates.tax_rate, rate, horizon)
    best = options[0] if options and options[0].valued.cases["base"].net_present_value > 0 else None
    aim = best.valued.cases["base"].net_present_value if best else 0.0

    def scaled(key: str) -> Callable[[float], float]:
        def worth(share: float) -> float:
            one = of_levers(lines, used, "base", rates, horizon, terms.switching_cost, {key: share})
            return net_present_value(rate, one.net())

        return worth

    return BusinessCase(
        period_end=year.period_end,
        currency=dupont.currency,
        discount_rate=rate,
        horizon=horizon,
        source={
            "discount_rate": "assumed" if terms.discount_rate is None else "given",
            "horizon": "assumed" if terms.horizon_years is None else "given",
        },
        rate_source=terms.rate_source,
        tax_rate=rates.tax_rate,
        whole=whole,
        levers={key: together({key: lever}, Span()) for key, lever in used.items()},
        break_even_of={key: _share_needed(scaled(key)) for key in used},
        options=options,
        next_best=best,
        break_even_against=_break_even(whole.flows["base"], rate, aim) if best else None,
        skipped={key: reason for key, reason in reasons.items() if reason}
        | {key: _("Enter the annual benefit.") for key in unknown},
        switching=terms.switching_cost,
    )


def valued(flows: dict[Case, Flows], rate: float) -> Valued:
    """The three cases of something, its floor and its break-even. A benefit that is a loss is not halved to less of one."""
    low = flows["low"]
    half = FLOOR if net_present_value(rate, low.benefits) > 0 else 1.0
    cases = {case: value(flows[case], rate) for case in CASES}
    return Valued(flows, cases, value(low, rate, half), _break_even(flows["base"], rate))


def value(flows: Flows, rate: float, share: float = 1.0) -> Value:
    """What flows are worth, counting a share of their benefits."""
    net = flows.net(share)
    return Value(
        net, net_present_value(rate, net), internal_rate(net), payback_months(net), flows.delay(rate, share)
    )


def _break_even(flows: Flows, rate: float, aim: float = 0.0) -> float | None:
    """The share of the benefits at which the value is `aim`: (value of the costs + aim) / value of the benefits."""
    gain = net_present_value(rate, flows.benefits)
    return (net_present_value(rate, flows.costs) + aim) / gain if gain > 0 else None


def _share_needed(worth: Callable[[float], float]) -> float | None:
    """The smallest share of an estimate at which the value is no longer negative; None beyond `FURTHEST`.

    The value is nearly a straight line: where that crosses zero is tried from just below and just above, so that both ends
    close in, and every third time the middle, which needs no line.
    """
    low, high = 0.0, 1.0
    lost = worth(low)
    if lost >= 0:
        return 0.0
    while (gained := worth(high)) < 0:
        low, lost, high = high, gained, high * 2
        if high > FURTHEST:
            return None
    tries = 0
    while high - low > NEAREST * high:
        tries += 1
        crossing = low + (high - low) * lost / (lost - gained)
        nearby = NEAREST / 4 * high
        share = crossing + (nearby if high - crossing > crossing - low else -nearby)
        if tries % 3 == 0 or not low < share < high:
            share = (low + high) / 2
        found = worth(share)
        if found < 0:
            low, lost = share, found
        else:
            high, gained = share, found
    return high


def _options(
    alternatives: Mapping[str, Alternative], ours: Valued, tax_rate: float, rate: float, horizon: int
) -> tuple[Option, ...]:
    found = []
    for key, one in alternatives.items():
        theirs = valued({case: of_alternative(one, case, tax_rate, horizon) for case in CASES}, rate)
        lead = {
            case: ours.cases[case].net_present_value - theirs.cases[case].net_present_value for case in CASES
        }
        found.append(Option(key, one, theirs, lead))
    return tuple(sorted(found, key=lambda option: -option.valued.cases["base"].net_present_value))
