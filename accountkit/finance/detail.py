"""One level deeper: the margin's part of a change into its cost lines, the turnover's part into its assets.

    net margin     = gross margin − operating expense − interest and other items − tax and minorities (each ÷ revenue)
    asset turnover = 1 ÷ (receivables + inventory + fixed assets + other assets) (each ÷ revenue)

The parts of a factor add up to that factor's own effect: it is its change times a weight that the other factors give, so
sharing out the change (Shapley inside the factor: together the Owen value) shares out the effect.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from accountkit.finance.attribution import Attribution
from accountkit.finance.dupont import DuPont, DuPontYear
from accountkit.finance.formulas import THREE, net_margin, product
from accountkit.finance.shapley import chain, shapley
from accountkit.i18n import N_, _

NAMES = {
    "gross": N_("Gross margin"),
    "operating_expense": N_("Operating expense ratio"),
    "operating_cost": N_("Operating margin"),
    "interest": N_("Interest and other items"),
    "tax": N_("Tax and minorities"),
    "receivables": N_("Receivables"),
    "inventory": N_("Inventory"),
    "fixed_assets": N_("Fixed assets"),
    "other_assets": N_("Other assets"),
}
ASSETS = ("receivables", "inventory", "fixed_assets")


@dataclass(frozen=True)
class Part:
    """A sub-driver: its ratio to revenue at both ends (costs negative) and its share of the change of the return."""

    key: str
    factor: str
    before: float
    after: float
    effect: float

    @property
    def label(self) -> str:
        return _(NAMES[self.key])


def detail(dupont: DuPont, attribution: Attribution) -> tuple[Part, ...]:
    """The parts of the margin's and the turnover's effect; a factor whose lines are missing in either year has none.

    Works for an attribution of three or five steps; the margin is the net margin in both.
    """
    if attribution.effects is None:
        return ()
    first, last = dupont.year(attribution.start), dupont.year(attribution.end)
    share = chain if attribution.method == "chain" else shapley
    before, after = _three(first), _three(last)
    weights = _weights(before, after, share)
    parts = []
    for factor, value, split in (
        ("net_margin", sum_of, margin_parts),
        ("asset_turnover", turnover_of, asset_parts),
    ):
        start, end = _both(split(first), split(last))
        effects = share(lambda state, value=value: value(state), start, end) if start else {}
        parts += [Part(key, factor, start[key], end[key], weights[factor] * effects[key]) for key in start]
    return tuple(parts)


def sum_of(parts: Mapping[str, float]) -> float:
    """The net margin from its parts, in which costs are negative."""
    return sum(parts.values())


def turnover_of(parts: Mapping[str, float]) -> float:
    """The asset turnover from assets per unit of revenue."""
    return 1 / sum(parts.values())


def margin_parts(year: DuPontYear) -> dict[str, float]:
    """The net margin as gross margin less costs, each per unit of revenue; empty where the lines are missing."""
    v = year.inputs
    profit, before_tax = v.get("net_income"), v.get("income_before_tax")
    operating = v.get("operating_income")
    if None in (profit, before_tax, operating) or v.get("revenue", 0) <= 0:
        return {}
    below = {"interest": before_tax - operating, "tax": profit - before_tax}
    gross = v.get("gross_profit")
    above = (
        {"operating_cost": operating}
        if gross is None
        else {"gross": gross, "operating_expense": operating - gross}
    )
    return {key: amount / v["revenue"] for key, amount in (above | below).items()}


def asset_parts(year: DuPontYear) -> dict[str, float]:
    """Assets per unit of revenue by kind; empty where none of the kinds is known."""
    v = year.inputs
    known = {key: v[key] for key in ASSETS if key in v}
    if not known or v.get("revenue", 0) <= 0 or v.get("total_assets", 0) <= 0:
        return {}
    kinds = known | {"other_assets": v["total_assets"] - sum(known.values())}
    return {key: amount / v["revenue"] for key, amount in kinds.items()}


def _both(start: dict[str, float], end: dict[str, float]) -> tuple[dict[str, float], dict[str, float]]:
    """The parts at both ends, with what only one year tells apart folded into its remainder."""
    if not start or not end:
        return {}, {}
    rest = {"gross": "operating_cost", "operating_expense": "operating_cost"}
    return _folded(start, end, rest), _folded(end, start, rest)


def _folded(parts: dict[str, float], other: dict[str, float], rest: Mapping[str, str]) -> dict[str, float]:
    folded: dict[str, float] = {}
    for key, amount in parts.items():
        home = key if key in other else rest.get(key, "other_assets")
        folded[home] = folded.get(home, 0.0) + amount
    return folded


def _three(year: DuPontYear) -> dict[str, float]:
    margin = net_margin(year.inputs["net_income"], year.inputs["revenue"])
    return {"net_margin": margin} | {name: year.factors[name] for name in THREE[1:]}


def _weights(before: dict[str, float], after: dict[str, float], share) -> dict[str, float]:
    """What one unit of change of a factor is worth, given how the others changed: its effect for a change of one."""
    return {name: share(product, {**before, name: 0.0}, {**after, name: 1.0})[name] for name in THREE}
