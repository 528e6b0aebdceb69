"""Scenario and value bridge: levers in, the return, profit and cash out; low, base and high.

The levers change the statement line by line (`simulation`); the change of the return follows, by factor (Shapley) and by
lever (Shapley over the levers, so that their parts add up whatever the order); a tornado shows which assumption matters.
What the levers are worth as an investment over the years is the `business_case`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from accountkit.errors import NotMeaningful
from accountkit.finance.levers import simulation
from accountkit.finance.levers.defence import Defence, defence
from accountkit.finance.levers.simulation import After, Assumptions, Case, Setting, settings_of, simulate
from accountkit.finance.levers.spans import two_currencies
from accountkit.finance.levers.tornado import ASSUMPTIONS, Swing, tornado
from accountkit.finance.peers.comparison import Comparison
from accountkit.finance.returns.attribution import split
from accountkit.finance.returns.dupont import DuPont, DuPontYear
from accountkit.finance.returns.formulas import THREE, known, quotient
from accountkit.finance.returns.shapley import chain, shapley
from accountkit.i18n import _, percent
from accountkit.model import Lever

CASES: tuple[Case, ...] = ("low", "base", "high")
SHAPLEY_LEVERS = 10
"""More levers than this are shared out in the order in which they stand: 2¹⁰ states are enough to try."""


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
    defence: tuple[Defence, ...]
    skipped: dict[str, str]
    assumptions: Assumptions
    notes: tuple[str, ...]


def scenario(
    dupont: DuPont,
    levers: Mapping[str, Lever],
    *,
    period_end: dt.date | None = None,
    assumptions: Assumptions | None = None,
    comparison: Comparison | None = None,
    currency: str | None = None,
) -> Scenario:
    """The levers in the steady year that follows a period (default: the last one with a return).

    Money is in the currency of the statements, on the basis of the decomposition; `currency` is that of the levers' amounts
    (default: the same). Raises `NotMeaningful` where there is no year to start from, or the two currencies differ. A lever that cannot be worked out is named in `skipped`, never silently dropped.
    """
    year = start_year(dupont, period_end, currency)
    lines = simulation.lines_of(year)
    rates = assumptions or own_rates(dupont, year)
    reasons = {key: simulation.reason_not_applied(lever, lines) for key, lever in levers.items()}
    used = {key: lever for key, lever in levers.items() if not reasons[key]}
    before = _before(year)
    cases = {case: _outcome(case, before, lines, settings_of(used, case), rates) for case in CASES}
    return Scenario(
        period_end=year.period_end,
        currency=dupont.currency,
        basis=dupont.basis,
        before=before,
        lines=lines,
        cases=cases,
        shares=_shares(before, lines, settings_of(used, "base"), rates),
        tornado=tornado(before, lines, used, rates),
        defence=defence(used, before, cases["low"].after, cases["base"].after, comparison),
        skipped={key: reason for key, reason in reasons.items() if reason},
        assumptions=rates,
        notes=_notes(year, before, rates),
    )


def own_rates(dupont: DuPont, year: DuPontYear) -> Assumptions:
    """The rates of the account in a year, its own interest of an earlier year where this one has none."""
    earlier = [one for one in dupont.years if one.period_end < year.period_end]
    return simulation.assumptions_of(year, earlier=earlier)


def start_year(dupont: DuPont, period_end: dt.date | None, currency: str | None) -> DuPontYear:
    year = dupont.year(period_end) if period_end else dupont.latest
    if year is None:
        raise NotMeaningful(_("A scenario needs a year with an ROE. Import statements first."))
    if reason := two_currencies(dupont.currency, currency or dupont.currency):
        raise NotMeaningful(reason)
    return year


def _before(year: DuPontYear) -> dict[str, float | None]:
    meaningful = year.return_on_equity is not None and year.inputs.get("revenue", 0.0) > 0
    factors = {name: quotient(name, year.inputs) if meaningful else None for name in THREE}
    return {**factors, "return_on_equity": year.return_on_equity}


def _outcome(
    case: Case,
    before: Mapping[str, float | None],
    lines: Mapping[str, float],
    settings: Mapping[str, Setting],
    rates: Assumptions,
) -> Outcome:
    after = simulate(lines, settings, rates)
    start, end = known({name: before[name] for name in THREE}), known(after.factors)
    if before["return_on_equity"] is None or after.return_on_equity is None:
        return Outcome(case, after, None, None)
    effects = split(start, end) if len(start) == len(end) == len(THREE) else None
    return Outcome(case, after, after.return_on_equity - before["return_on_equity"], effects)


def _shares(
    before: Mapping[str, float | None],
    lines: Mapping[str, float],
    settings: Mapping[str, Setting],
    rates: Assumptions,
) -> tuple[Share, ...]:
    """Each lever's part of the whole, over all orders; with very many levers, in the order in which they stand."""

    def results(present: Mapping[str, int]) -> np.ndarray:
        after = simulate(lines, {key: settings[key] for key in settings if present[key]}, rates)
        value = after.return_on_equity
        return np.array([float("nan") if value is None else value, after.profit, after.freed])

    shared = shapley if len(settings) <= SHAPLEY_LEVERS else chain
    parts = shared(results, dict.fromkeys(settings, 0), dict.fromkeys(settings, 1))
    meaningful = before["return_on_equity"] is not None
    return tuple(
        Share(key, float(roe) if meaningful and np.isfinite(roe) else None, float(profit), float(cash))
        for key, (roe, profit, cash) in parts.items()
    )


def _notes(year: DuPontYear, before: Mapping[str, float | None], rates: Assumptions) -> tuple[str, ...]:
    notes = [
        _("{name}: {rate} ({source}).").format(
            name=_(ASSUMPTIONS[name]),
            rate=percent(getattr(rates, name)),
            source=_(simulation.SOURCES[source]),
        )
        for name, source in rates.source.items()
    ]
    if before["return_on_equity"] is None:
        notes.append(_("ROE has no meaning in this year. Compare profit and cash."))
    if year.status == "distorted":
        notes.append(_("Equity is thin, so ROE is distorted: compare profit and cash."))
    return (*notes, _("One steady year; additional profit is assumed to be paid out."))
