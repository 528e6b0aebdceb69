"""Scenario and value bridge: levers in, the return, profit and cash out; low, base and high.

The levers change the statement line by line (`simulation`); the change of the return follows, by factor (Shapley) and by
lever (Shapley over the levers, so that their parts add up whatever the order); a tornado shows which assumption matters;
a plan shows ramp-up, outlay and payback year by year.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from accountkit.errors import NotMeaningful
from accountkit.finance.attribution import split
from accountkit.finance.defence import Defence, defence
from accountkit.finance.dupont import DuPont, DuPontYear
from accountkit.finance.formulas import THREE, quotient
from accountkit.finance.peers import Comparison
from accountkit.finance.shapley import MOST_FACTORS, chain, shapley
from accountkit.finance.simulation import (
    SOURCES,
    After,
    Assumptions,
    Case,
    Setting,
    assumptions_of,
    lines_of,
    ramped,
    reason_not_applied,
    setting,
    simulate,
)  # fmt: skip
from accountkit.i18n import N_, _, percent
from accountkit.model import Lever

CASES: tuple[Case, ...] = ("low", "base", "high")
HORIZON = 5
FIFTH = 0.2
"""How far an assumption is moved in the tornado where no range was entered."""
SHAPLEY_LEVERS = 10


@dataclass(frozen=True)
class Outcome:
    """One case. `delta` is the change of the return (None where it has no meaning), `effects` its parts by factor."""

    case: Case
    after: After
    delta: float | None
    effects: dict[str, float] | None

    @property
    def profit(self) -> float:
        """Change of net income a year, in the account's currency."""
        return self.after.profit

    @property
    def cash(self) -> float:
        """Cash freed once, in the account's currency, before its use."""
        return self.after.freed


@dataclass(frozen=True)
class Share:
    """What one lever contributes in the base case; the shares add up to the whole."""

    lever_id: str
    delta: float | None
    profit: float
    cash: float


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


@dataclass(frozen=True)
class PlanYear:
    """A year of the base case after the start: change of profit, cash flow of the year, and the sum so far."""

    year: int
    profit: float
    cash_flow: float
    cumulative: float


@dataclass(frozen=True)
class Scenario:
    """`before` are the factors and the return of the year it starts from; `skipped` names levers left out, and why."""

    period_end: dt.date
    currency: str
    basis: str
    before: dict[str, float | None]
    lines: dict[str, float]
    cases: dict[Case, Outcome]
    shares: tuple[Share, ...]
    tornado: tuple[Swing, ...]
    plan: tuple[PlanYear, ...]
    payback: int | None
    defence: tuple[Defence, ...]
    skipped: dict[str, str]
    assumptions: Assumptions
    notes: tuple[str, ...]


ASSUMPTIONS = {
    "change": N_("How much changes"),
    "share": N_("Share of the business"),
    "one_off": N_("One-off cost"),
    "running_cost": N_("Running cost"),
    "tax_rate": N_("Tax rate"),
    "interest_rate": N_("Interest rate"),
    "reinvestment_return": N_("Return on what is reinvested"),
}


def scenario(
    dupont: DuPont,
    levers: Mapping[str, Lever],
    *,
    period_end: dt.date | None = None,
    assumptions: Assumptions | None = None,
    comparison: Comparison | None = None,
    horizon: int = HORIZON,
) -> Scenario:
    """The levers in the steady year that follows a period (default: the last one with a return).

    Money is in the currency of the statements, on the basis of the decomposition. Raises `NotMeaningful` where there is
    no year to start from. A lever that cannot be worked out is named in `skipped`, never silently dropped.
    """
    year = _start(dupont, period_end)
    lines = lines_of(year)
    rates = assumptions or assumptions_of(year)
    reasons = {key: reason_not_applied(lever, lines) for key, lever in levers.items()}
    used = {key: lever for key, lever in levers.items() if not reasons[key]}
    before = _before(year)
    cases = {case: _outcome(case, before, lines, _settings(used, case), rates) for case in CASES}
    plan = _plan(lines, used, rates, horizon)
    return Scenario(
        period_end=year.period_end,
        currency=dupont.currency,
        basis=dupont.basis,
        before=before,
        lines=lines,
        cases=cases,
        shares=_shares(before, lines, _settings(used, "base"), rates),
        tornado=_tornado(before, lines, used, rates),
        plan=plan,
        payback=next((y.year for y in plan if y.cumulative >= 0), None) if used else None,
        defence=defence(used, before, cases["low"].after, cases["base"].after, comparison),
        skipped={key: reason for key, reason in reasons.items() if reason},
        assumptions=rates,
        notes=_notes(year, before, rates),
    )


def _start(dupont: DuPont, period_end: dt.date | None) -> DuPontYear:
    year = dupont.year(period_end) if period_end else dupont.latest
    if year is None:
        raise NotMeaningful(_("A scenario starts from a year with a return on equity; there is none. Import statements."))
    return year


def _before(year: DuPontYear) -> dict[str, float | None]:
    meaningful = year.return_on_equity is not None and year.inputs.get("revenue", 0.0) > 0
    factors = {name: quotient(name, year.inputs) if meaningful else None for name in THREE}
    return {**factors, "return_on_equity": year.return_on_equity}


def _settings(levers: Mapping[str, Lever], case: Case) -> dict[str, Setting]:
    return {key: setting(lever, case) for key, lever in levers.items()}


def _outcome(
    case: Case, before: Mapping[str, float | None], lines: Mapping[str, float], settings: Mapping[str, Setting],
    rates: Assumptions,
) -> Outcome:  # fmt: skip
    after = simulate(lines, settings, rates)
    start = {name: before[name] for name in THREE}
    if before["return_on_equity"] is None or after.return_on_equity is None:
        return Outcome(case, after, None, None)
    known = None not in start.values() and None not in after.factors.values()
    effects = split(start, after.factors) if known else None
    return Outcome(case, after, after.return_on_equity - before["return_on_equity"], effects)


def _shares(
    before: Mapping[str, float | None], lines: Mapping[str, float], settings: Mapping[str, Setting], rates: Assumptions
) -> tuple[Share, ...]:
    """Each lever's part of the whole, over all orders; with very many levers, in the order in which they stand."""

    def results(present: Mapping[str, int]) -> np.ndarray:
        after = simulate(lines, {key: settings[key] for key in settings if present[key]}, rates)
        value = after.return_on_equity
        return np.array([float("nan") if value is None else value, after.profit, after.freed])

    shared = shapley if len(settings) <= min(SHAPLEY_LEVERS, MOST_FACTORS) else chain
    parts = shared(results, dict.fromkeys(settings, 0), dict.fromkeys(settings, 1))
    meaningful = before["return_on_equity"] is not None
    return tuple(
        Share(key, float(roe) if meaningful and np.isfinite(roe) else None, float(profit), float(cash))
        for key, (roe, profit, cash) in parts.items()
    )


def _tornado(
    before: Mapping[str, float | None], lines: Mapping[str, float], levers: Mapping[str, Lever], rates: Assumptions
) -> tuple[Swing, ...]:
    """One assumption at a time, the widest swing first; what makes no difference is left out."""
    base = _settings(levers, "base")

    def swing(key: str | None, name: str, low: Callable, high: Callable, given: bool) -> Swing:
        ends = [simulate(lines, change(base), shift(rates)) for change, shift in (low, high)]
        values = [end.return_on_equity if before["return_on_equity"] is not None else None for end in ends]
        return Swing(key, name, *values, ends[0].profit, ends[1].profit, given)

    same = (lambda settings: settings, lambda r: r)
    swings = []
    for key, lever in levers.items():
        for name in ("change", "share", "one_off", "running_cost"):
            low, high, given = _range(lever, name)
            pair = [(lambda s, k=key, n=name, v=end: {**s, k: replace(s[k], **{n: v})}, same[1]) for end in (low, high)]
            swings.append(swing(key, name, *pair, given))
    for name in ("tax_rate", "interest_rate", "reinvestment_return"):
        value = getattr(rates, name)
        pair = [
            (same[0], lambda r, n=name, v=value * factor: replace(r, **{n: v})) for factor in (1 - FIFTH, 1 + FIFTH)
        ]
        swings.append(swing(None, name, *pair, False))
    return tuple(sorted((s for s in swings if _width(s) > 0), key=_width, reverse=True))


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


def _plan(
    lines: Mapping[str, float], levers: Mapping[str, Lever], rates: Assumptions, horizon: int
) -> tuple[PlanYear, ...]:
    """Profit and cash of the base case, year by year; the outlay falls in year 1, its yearly charge is no cash."""
    base = _settings(levers, "base")
    years, freed, total = [], 0.0, 0.0
    for year in range(1, horizon + 1):
        now = {key: ramped(base[key], year, lever.ramp_years) for key, lever in levers.items()}
        after = simulate(lines, now, rates)
        charged = sum(one.one_off / one.years_of_use for one in now.values() if one.charged)
        outlay = sum(one.one_off for one in base.values()) if year == 1 else 0.0
        flow = after.profit + charged - outlay + after.freed - freed
        freed, total = after.freed, total + flow
        years.append(PlanYear(year, after.profit, flow, total))
    return tuple(years)


def _notes(year: DuPontYear, before: Mapping[str, float | None], rates: Assumptions) -> tuple[str, ...]:
    notes = [
        _("{name}: {rate} ({source}).").format(
            name=_(ASSUMPTIONS[name]), rate=percent(getattr(rates, name)), source=_(SOURCES[source])
        )
        for name, source in rates.source.items()
    ]
    if before["return_on_equity"] is None:
        notes.append(_("The return on equity has no meaning in this year: read profit and cash."))
    if year.status == "distorted":
        notes.append(_("Equity is thin: read profit and cash; the points of return say little."))
    return (*notes, _("One steady year; profit gained is taken as paid out."))
