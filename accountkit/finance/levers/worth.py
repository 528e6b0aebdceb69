"""What solving a problem is worth a year: the rule follows the problem's type.

- *restore*: the gap to the own past: the problem's own measure back at its best, else the driver back at the best of the
  three years before in the statements;
- *prevent*: probability × loss;
- *pursue ideal*: the gap to the best usable quartile (8 usable peers or more), to a named peer, or to a rival's level.

Margin and turnover only: leverage is never a target. A margin is valued on revenue; a turnover releases assets once and,
as far as the statements go, sells more on them a year. A problem whose measure is neither (delivery on time) is not the
driver itself: no rule values it. A return that is distorted values nothing. Where no rule gives an amount, a person's own
estimate stands, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from accountkit.errors import NotMeaningful
from accountkit.finance.findings.candidates import own_best, recurring
from accountkit.finance.levers.spans import two_currencies
from accountkit.finance.peers.comparison import Comparison
from accountkit.finance.peers.gap import gap
from accountkit.finance.returns.dupont import DuPont, DuPontYear
from accountkit.finance.returns.formulas import STEPS, named, shown, within
from accountkit.i18n import ESTIMATE, _, decimals, money, number, percent, points
from accountkit.model import Problem
from accountkit.model.measures import MEASURES
from accountkit.model.problems import ProblemType

FACTORS = {"margin": "net_margin", "turnover": "asset_turnover"}


@dataclass(frozen=True)
class Worth:
    """An amount a year in `currency` (None: no rule gives one, `text` says what is missing) and the `rule` behind it.

    `released` is the money that a turnover back at its best would set free once.
    """

    amount: float | None
    rule: Literal["restore", "prevent", "pursue_ideal", "estimate", "none"]
    text: str
    currency: str
    released: float | None = None


def worth(
    problem: Problem,
    type_: ProblemType | None,
    dupont: DuPont,
    comparison: Comparison | None = None,
    *,
    peer: str | None = None,
    revenue: float | None = None,
    currency: str | None = None,
) -> Worth:
    """What the problem is worth a year by the rule of its type.

    `peer` names the peer to compare with (`Comparison`). `revenue` is that of twelve months, for a problem measured in
    its own terms (default: the last year's). `currency` is that of the amounts that people enter (default: that of the
    statements); if the statements are in another one, they value nothing.
    """
    found, currency = None, currency or dupont.currency
    if type_ == "prevent" or (type_ is None and problem.probability is not None and problem.loss is not None):
        found = _prevented(problem, currency)
    elif type_ is not None and dupont.years and currency != dupont.currency:
        found = Worth(None, type_, two_currencies(dupont.currency, currency), currency)
    elif type_ == "restore":
        found = _in_own_terms(problem, type_, dupont, revenue) or _restored(problem, dupont)
    elif type_ == "pursue_ideal":
        found = _in_own_terms(problem, type_, dupont, revenue) or _pursued(problem, dupont, comparison, peer)
    if found is not None and (found.amount is not None or found.released is not None):
        return found
    if problem.worth is not None:
        text = _("Our own estimate: {amount} a year.")
        text = text.format(amount=money(problem.worth, currency, ESTIMATE))
        return Worth(problem.worth, "estimate", text, currency)
    return found or Worth(None, "none", _("No estimate yet. Complete the problem's type."), currency)


COUNTED = {"margin": "percent", "turnover": "turns"}


def measures_driver(problem: Problem) -> bool:
    """Whether the problem's measure, as far as one is chosen, is the driver itself and not something that moves it."""
    measure = problem.measured_by
    if measure is None or (measure == "other" and not problem.metric.strip()):
        return True
    kind = MEASURES[measure]
    return kind.is_driver and kind.driver == problem.driver


def _in_own_terms(
    problem: Problem, type_: ProblemType, dupont: DuPont, revenue: float | None
) -> Worth | None:
    """The gap of the problem's own measure, a margin in per cent or a turnover; None where it is not measured so."""
    now, target = problem.current, _target(problem, type_)
    known = (
        problem.driver in COUNTED and measures_driver(problem) and problem.counted == COUNTED[problem.driver]
    )
    sales = revenue or next(
        (y.inputs["revenue"] for y in reversed(dupont.years) if "revenue" in y.inputs), None
    )
    if not known or now is None or target is None or target <= now or not sales or _distorted(dupont.latest):
        return None
    if problem.driver == "margin":
        amount = (target - now) / 100 * sales
        text = _("gap of {gap} × revenue of {revenue}").format(
            gap=points((target - now) / 100, decimals(round(target - now, 6)), sign=False),
            revenue=money(sales, dupont.currency),
        )
        return Worth(amount, type_, text, dupont.currency)
    if now <= 0:
        return None
    text = _("assets released if turnover goes from {current} to {expected} at revenue of {revenue}").format(
        revenue=money(sales, dupont.currency), current=number(now), expected=number(target)
    )
    return Worth(None, type_, text, dupont.currency, released=sales / now - sales / target)


def _target(problem: Problem, type_: ProblemType) -> float | None:
    """Where the own measure is to go: back to its best but not beyond what is wanted; or to a named rival's level."""
    if type_ == "restore":
        ends = [value for value in (problem.past_best, problem.expected) if value is not None]
        return min(ends) if problem.past_best is not None else None
    return problem.expected if problem.rival else None


def _distorted(year: DuPontYear | None) -> bool:
    return year is not None and year.status == "distorted"


def _prevented(problem: Problem, currency: str) -> Worth:
    if problem.probability is None or problem.loss is None:
        return Worth(None, "prevent", _("No estimate yet. Enter probability and loss."), currency)
    amount = problem.probability * problem.loss
    text = _("probability of {p} × loss of {loss} a year").format(
        p=percent(problem.probability, 0), loss=money(problem.loss, currency)
    )
    return Worth(amount, "prevent", text, currency)


def _restored(problem: Problem, dupont: DuPont) -> Worth:
    """The margin back at its best: Δmargin × revenue. Turnover back at its best: Δsales at today's margin; cash freed."""
    factor, year = FACTORS.get(problem.driver or ""), dupont.latest
    obstacle = _unusable(problem, factor, year)
    if obstacle or factor is None or year is None:
        return Worth(None, "restore", obstacle, dupont.currency)
    now, best = recurring(year, factor), own_best(dupont, year, factor)
    if now is None or best is None or best[1] <= now:
        text = _("No gap: {factor} is at its three-year best.")
        return Worth(None, "restore", text.format(factor=within(factor)), dupont.currency)
    amount, released = _back(year, factor, now, best[1])
    text = _("{factor} back from {now} to {best}: {amount} a year.")
    if amount is None:
        text = _("{factor} back from {now} to {best}.")
    text = text.format(
        factor=named(factor),
        now=shown(factor, now),
        best=shown(factor, best[1]),
        amount=money(amount, dupont.currency, ESTIMATE),
    )
    return Worth(amount, "restore", text, dupont.currency, released)


def _back(year: DuPontYear, factor: str, now: float, best: float) -> tuple[float | None, float | None]:
    v = year.inputs
    if factor == "net_margin":
        return (best - now) * v["revenue"], None
    released = v["total_assets"] - v["revenue"] / best
    margin = v.get("net_income", 0.0) / v["revenue"]
    return ((best - now) * v["total_assets"] * margin if margin > 0 else None), released


def _pursued(problem: Problem, dupont: DuPont, comparison: Comparison | None, peer: str | None) -> Worth:
    factor = FACTORS.get(problem.driver or "")
    year = comparison.own if comparison else dupont.latest
    obstacle = _unusable(problem, factor, year)
    if obstacle or factor is None or comparison is None:
        return Worth(
            None,
            "pursue_ideal",
            obstacle or _("No estimate yet. Add peers to compare with."),
            dupont.currency,
        )
    try:
        distance = gap(comparison, peer or "best_quartile")
    except NotMeaningful as error:
        return Worth(None, "pursue_ideal", str(error), dupont.currency)
    names = [
        name
        for name in STEPS[dupont.steps]
        if name == factor or (factor == "net_margin" and _of_margin(name))
    ]
    amount = sum(distance.worth_by.get(name, 0.0) for name in names)
    if distance.worth_by == {} or amount <= 0:
        text = _("No gap: {factor} is not below {target}.")
        return Worth(
            None, "pursue_ideal", text.format(factor=within(factor), target=distance.label), dupont.currency
        )
    text = _("{factor} at the level of {target}: {amount} a year.").format(
        factor=named(factor), target=distance.label, amount=money(amount, dupont.currency, ESTIMATE)
    )
    return Worth(amount, "pursue_ideal", text, dupont.currency)


def _of_margin(name: str) -> bool:
    return name not in ("asset_turnover", "equity_multiplier")


def _unusable(problem: Problem, factor: str | None, year: DuPontYear | None) -> str:
    """Why the figures cannot value the problem; empty where they can."""
    if problem.driver == "multiplier":
        return _("Leverage is not a target, so it has no estimate.")
    measure = problem.measured_by
    if not measures_driver(problem):
        return _(
            "{metric} is neither net margin nor asset turnover, so no rule applies. Enter your own estimate."
        ).format(metric=problem.metric or (_(MEASURES[measure].name) if measure else ""))
    if factor is None:
        return _("No estimate yet. Choose the driver that the problem affects: margin or turnover.")
    if year is None:
        return _("No estimate yet. Import statements first.")
    if _distorted(year):
        return _("Equity is thin and ROE is distorted, so no rule applies. Enter your own estimate.")
    return ""
