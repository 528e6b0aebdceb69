"""What the decomposition offers as a problem: rule 3 of ``dupont_roe``.

- margin or turnover at least 10 % below the best of the three years before, or its part at most −0.5 point while the
  driver itself fell: a *restore* candidate;
- margin or turnover at least 10 % below the median of the usable peers: a candidate for comparison with them;
- the multiplier is never a goal: a *prevent* candidate only, when it rises while margin or turnover falls.

Relative tests need a positive reference. Across a loss the parts of turnover and multiplier create no candidate.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from accountkit.finance.returns.attribution import SENTENCES, Attribution, across_loss
from accountkit.finance.returns.dupont import DuPont, DuPontYear
from accountkit.finance.returns.formulas import DRIVERS, QUOTIENTS, named, quotient, shown, unchanged
from accountkit.finance.statements.business import kind_of
from accountkit.finance.statements.one_offs import discontinued, recurring_income
from accountkit.i18n import _, fiscal_year, points
from accountkit.model.problems import ProblemType
from accountkit.model.record import Driver

Tested = Literal["net_margin", "asset_turnover", "equity_multiplier"]
Reason = Literal["own_best", "part", "peer_median", "leverage"]
SHORTFALL = 0.10
PART = -0.005
ROUNDING = 1e-9
"""A value that stands on the line counts as beyond it, however its binary fraction was rounded."""
YEARS_BACK = 3
TESTED: tuple[Tested, ...] = ("net_margin", "asset_turnover")


@dataclass(frozen=True)
class Candidate:
    """A problem that the figures suggest. `type` is the problem type, `method` the analysis that fits.

    `past_best`, `current` and `expected` are the measure in `unit` (margins in per cent), ready for the problem's own
    fields; `text` says what was seen, with its figures, and `title` names the problem in a few words.
    """

    id: str
    driver: Driver
    factor: Tested
    type: ProblemType
    reason: Reason
    method: str
    period_end: dt.date
    metric: str
    unit: str
    past_best: float | None
    current: float
    expected: float | None
    text: str
    title: str


def candidates(
    dupont: DuPont,
    attribution: Attribution | None = None,
    *,
    period_end: dt.date | None = None,
    peer_medians: Mapping[str, float] | None = None,
) -> tuple[Candidate, ...]:
    """The candidates of a year (default: the end of the attribution, else the last year with a return).

    `peer_medians` are medians per factor over at least three usable peers (`Comparison.medians`), else None.
    """
    year = _judged(dupont, attribution, period_end)
    if year is None:
        return ()
    found: list[Candidate] = []
    for factor in TESTED:
        value = ratio(year, factor)
        if value is None:
            continue
        own = recurring(year, factor)
        restore = _below_own_best(dupont, year, factor, value if own is None else own) or _lost(
            dupont, attribution, year, factor, value
        )
        trailing = _below_peers(year, factor, value, peer_medians or {})
        found += [candidate for candidate in (restore, trailing) if candidate]
    leverage = _leverage(dupont, attribution, year)
    return (*found, leverage) if leverage else tuple(found)


def ratio(year: DuPontYear, factor: str) -> float | None:
    """A factor of the three-step form, also for a year that was taken apart in five, or the return; None where it has no
    figure."""
    if factor == "return_on_equity":
        return year.return_on_equity
    if factor in year.factors:
        return year.factors[factor]
    return quotient(factor, year.inputs) if year.inputs.get("revenue", 0) > 0 else None


def recurring(year: DuPontYear, factor: str) -> float | None:
    """A ratio as `ratio` gives it, its profit without discontinued operations: what years are compared by and aim at."""
    value = ratio(year, factor)
    if value is None or QUOTIENTS[factor][0] != "net_income" or not discontinued(year.inputs):
        return value
    return quotient(factor, {**year.inputs, "net_income": recurring_income(year.inputs) or 0.0})


def own_best(dupont: DuPont, year: DuPontYear, factor: str) -> tuple[dt.date, float] | None:
    """The best of the three years before, without discontinued operations, and its day; None where none has a figure."""
    before = [y for y in dupont.years if y.period_end < year.period_end][-YEARS_BACK:]
    known = [(value, y.period_end) for y in before if (value := recurring(y, factor)) is not None]
    return (max(known)[1], max(known)[0]) if known else None


def _judged(dupont: DuPont, attribution: Attribution | None, period_end: dt.date | None) -> DuPontYear | None:
    end = period_end or (attribution.end if attribution else None)
    if end:
        return dupont.year(end)
    return dupont.latest or (dupont.years[-1] if dupont.years else None)


def _below_own_best(dupont: DuPont, year: DuPontYear, factor: Tested, value: float) -> Candidate | None:
    best = own_best(dupont, year, factor)
    if best is None or not _falls_short(factor, best[1], value):
        return None
    text = best_of_three_years(factor, value, best)
    title = _("{factor}: {value}; {best} reached in {year}").format(
        factor=named(factor),
        value=shown(factor, value),
        best=shown(factor, best[1]),
        year=fiscal_year(best[0]),
    )
    return _candidate(
        year, factor, "restore", "own_best", value, (title, text), past_best=best[1], expected=best[1]
    )


def best_of_three_years(factor: str, value: float, best: tuple[dt.date, float], name: str = "") -> str:
    """A ratio beside its own best, in words."""
    return _("{factor} is {value}; the best of the last three years was {best} ({year}).").format(
        factor=name or named(factor),
        value=shown(factor, value),
        best=shown(factor, best[1]),
        year=fiscal_year(best[0]),
    )


def _falls_short(factor: Tested, reference: float, value: float) -> bool:
    """At least 10 % below a positive reference, and by as much as a sentence may name."""
    short = reference > 0 and value <= reference * (1 - SHORTFALL) + ROUNDING
    return short and not unchanged(factor, reference, value)


def _lost(
    dupont: DuPont, attribution: Attribution | None, year: DuPontYear, factor: Tested, value: float
) -> Candidate | None:
    """The factor's part of the change is at least half a point down, and the factor itself fell, not only its discontinued
    operations."""
    if attribution is None or attribution.end != year.period_end or not attribution.effects:
        return None
    ends = (dupont.year(attribution.start), year)
    if any(recurring(end, factor) != ratio(end, factor) for end in ends):
        return None
    part, before = _part(attribution, factor), ratio(dupont.year(attribution.start), factor) or 0.0
    if part is None or part > PART + ROUNDING or not _fell(dupont.year(attribution.start), year, factor):
        return None
    if factor != "net_margin" and attribution.across_loss:
        return None
    text = _(SENTENCES["fell", "lowered"]).format(
        factor=named(factor),
        before=shown(factor, before),
        after=shown(factor, value),
        effect=points(part, sign=False),
    )
    title = _("{factor} fell from {before} to {after}").format(
        factor=named(factor), before=shown(factor, before), after=shown(factor, value)
    )
    return _candidate(
        year, factor, "restore", "part", value, (title, text), past_best=before, expected=before
    )


def _part(attribution: Attribution, factor: str) -> float | None:
    """The factor's effect; the net margin's is the sum of the three it has in five steps."""
    effects = attribution.effects
    if factor == "net_margin" and attribution.steps == 5:
        return sum(effects[name] for name in ("tax_burden", "interest_burden", "operating_margin"))
    return effects.get(factor)


def _below_peers(
    year: DuPontYear, factor: Tested, value: float, medians: Mapping[str, float]
) -> Candidate | None:
    median = medians.get(factor)
    if median is None or not _falls_short(factor, median, value):
        return None
    text = _("{factor} is {value}; the median of comparable peers is {median}.").format(
        factor=named(factor), value=shown(factor, value), median=shown(factor, median)
    )
    title = _("{factor}: {value}; peer median {median}").format(
        factor=named(factor), value=shown(factor, value), median=shown(factor, median)
    )
    return _candidate(
        year, factor, "pursue_ideal", "peer_median", value, (title, text), past_best=None, expected=median
    )


def _leverage(dupont: DuPont, attribution: Attribution | None, year: DuPontYear) -> Candidate | None:
    """Leverage that rises while margin or turnover falls, at any height: it prevents. A bank's deposits are not borrowing."""
    earlier = [y for y in dupont.years if y.period_end < year.period_end]
    if not earlier:
        return None
    start = (
        dupont.year(attribution.start) if attribution and attribution.end == year.period_end else earlier[-1]
    )
    before, after = start.factors["equity_multiplier"], year.factors["equity_multiplier"]
    if before is None or after is None or after <= before or across_loss(start, year):
        return None
    if unchanged("equity_multiplier", before, after) or kind_of(year.inputs) in ("bank", "insurer"):
        return None
    if not any(_fell(start, year, factor) for factor in TESTED):
        return None
    text = _("Equity multiplier rose from {before} to {value} while margin or turnover fell.")
    if _fell(start, year, "return_on_equity"):
        text = _(
            "Equity multiplier rose from {before} to {value} while margin or turnover fell, masking part of the decline."
        )
    text = text.format(before=shown("equity_multiplier", before), value=shown("equity_multiplier", after))
    title = _("{factor} rose from {before} to {after}").format(
        factor=named("equity_multiplier"),
        before=shown("equity_multiplier", before),
        after=shown("equity_multiplier", after),
    )
    return _candidate(
        year,
        "equity_multiplier",
        "prevent",
        "leverage",
        after,
        (title, text),
        past_best=before,
        expected=None,
    )


def _fell(start: DuPontYear, end: DuPontYear, factor: str) -> bool:
    before, after = ratio(start, factor), ratio(end, factor)
    return (
        before is not None and after is not None and after < before and not unchanged(factor, before, after)
    )


METHODS = {
    "own_best": "composition",
    "part": "composition",
    "peer_median": "difference",
    "leverage": "simulation",
}
UNITS = {"net_margin": "%", "asset_turnover": "×", "equity_multiplier": "×"}


def _candidate(
    year: DuPontYear,
    factor: Tested,
    type_: ProblemType,
    reason: Reason,
    value: float,
    said: tuple[str, str],
    *,
    past_best: float | None,
    expected: float | None,
) -> Candidate:
    scale = 100 if UNITS[factor] == "%" else 1
    driver = DRIVERS[factor]
    return Candidate(
        id=f"dupont_{driver}_{type_}_{year.period_end.isoformat()}",
        driver=driver,
        factor=factor,
        type=type_,
        reason=reason,
        method=METHODS[reason],
        period_end=year.period_end,
        metric=named(factor),
        unit=UNITS[factor],
        past_best=None if past_best is None else past_best * scale,
        current=value * scale,
        expected=None if expected is None else expected * scale,
        title=said[0],
        text=said[1],
    )
