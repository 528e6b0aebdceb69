"""What solving a problem is worth a year: the rule follows the problem's type.

- *restore*: the gap to the own past: the driver back at the best of the three years before;
- *prevent*: probability × loss;
- *pursue ideal*: the part of the gap to the best usable quartile (8 usable peers or more) or to a named peer.

Margin and turnover only: leverage is never a target. A return that is distorted or has no meaning values nothing. Where
no rule gives an amount, a person's own estimate stands, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from accountkit.errors import NotMeaningful
from accountkit.finance.candidates import own_best, ratio
from accountkit.finance.dupont import DuPont, DuPontYear
from accountkit.finance.formulas import STEPS, named, shown
from accountkit.finance.gap import gap
from accountkit.finance.peers import Comparison
from accountkit.i18n import _, money, percent
from accountkit.model import Problem

Type = Literal["restore", "prevent", "pursue_ideal"]
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
    problem: Problem, type_: Type | None, dupont: DuPont, comparison: Comparison | None = None, *, peer: str | None = None
) -> Worth:
    """What the problem is worth a year by the rule of its type. `peer` names the peer to compare with (`Comparison`)."""
    found = None
    if type_ == "restore":
        found = _restored(problem, dupont)
    elif type_ == "prevent":
        found = _prevented(problem, dupont.currency)
    elif type_ == "pursue_ideal":
        found = _pursued(problem, dupont, comparison, peer)
    if found is not None and found.amount is not None:
        return found
    if problem.worth is not None:
        text = _("An estimate of our own: {amount} a year; no rule gives a figure.")
        text = text.format(amount=money(problem.worth, dupont.currency))
        return Worth(problem.worth, "estimate", text, dupont.currency)
    return found or Worth(None, "none", _("No value yet: the type of the problem is not known."), dupont.currency)


def _prevented(problem: Problem, currency: str) -> Worth:
    if problem.probability is None or problem.loss is None:
        return Worth(None, "prevent", _("No value yet: enter how likely it is and what it would cost."), currency)
    amount = problem.probability * problem.loss
    text = _("{probability} likely × {loss} a year = {amount} a year.").format(
        probability=percent(problem.probability, 0), loss=money(problem.loss, currency), amount=money(amount, currency)
    )
    return Worth(amount, "prevent", text, currency)


def _restored(problem: Problem, dupont: DuPont) -> Worth:
    """The margin back at its best: Δmargin × revenue. Turnover back at its best: Δsales at today's margin; cash freed."""
    factor, year = FACTORS.get(problem.driver or ""), dupont.latest
    obstacle = _unusable(problem, factor, year)
    if obstacle or factor is None or year is None:
        return Worth(None, "restore", obstacle, dupont.currency)
    now, best = ratio(year, factor), own_best(dupont, year, factor)
    if now is None or best is None or best[1] <= now:
        text = _("No value: {factor} is at or above the best of the three years before.")
        return Worth(None, "restore", text.format(factor=named(factor)), dupont.currency)
    amount, released = _back(year, factor, now, best[1])
    text = _("{factor} from {now} back to {best}: {amount} a year.").format(
        factor=named(factor), now=shown(factor, now), best=shown(factor, best[1]),
        amount=money(amount, dupont.currency),
    )  # fmt: skip
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
    if obstacle or comparison is None:
        return Worth(None, "pursue_ideal", obstacle or _("No value yet: no peers to compare with."), dupont.currency)
    try:
        distance = gap(comparison, peer or "best_quartile")
    except NotMeaningful as error:
        return Worth(None, "pursue_ideal", str(error), dupont.currency)
    names = [name for name in STEPS[dupont.steps] if name == factor or (factor == "net_margin" and _of_margin(name))]
    amount = sum(distance.worth_by.get(name, 0.0) for name in names)
    if distance.worth_by == {} or amount <= 0:
        text = _("No value: {factor} does not trail {target}.")
        return Worth(None, "pursue_ideal", text.format(factor=named(factor), target=distance.label), dupont.currency)
    text = _("{factor} as at {target}: {amount} a year.").format(
        factor=named(factor), target=distance.label, amount=money(amount, dupont.currency)
    )
    return Worth(amount, "pursue_ideal", text, dupont.currency)


def _of_margin(name: str) -> bool:
    return name not in ("asset_turnover", "equity_multiplier")


def _unusable(problem: Problem, factor: str | None, year: DuPontYear | None) -> str:
    """Why the figures cannot value the problem; empty where they can."""
    if problem.driver == "multiplier":
        return _("No value: leverage is never a target.")
    if factor is None:
        return _("No value yet: name the driver that the problem moves (margin or turnover).")
    if year is None:
        return _("No value yet: there is no year with a return on equity.")
    if year.status == "distorted":
        return _("No value: the return is distorted by thin equity.")
    return ""
