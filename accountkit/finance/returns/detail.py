"""One level deeper: the margin's part of a change into its cost lines, the turnover's part into its assets.

    net margin     = (gross margin − operating expense − interest and other items, each ÷ revenue) × tax burden
    asset turnover = 1 ÷ (receivables + inventory + fixed assets + other assets) (each ÷ revenue)

The parts of a factor add up to that factor's own effect: it is its change times a weight that the other factors give, so
sharing out the change (Shapley inside the factor: together the Owen value) shares out the effect.

Tax that merely follows profit is not a cause: each line before tax is credited with what the owners keep of it, and tax
and minorities with the change of their share of pre-tax income. If that share has no meaning in a year (a loss, a tax
credit larger than the profit), they are one more line of the margin, ÷ revenue.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from accountkit.finance.returns.attribution import Attribution, split
from accountkit.finance.returns.dupont import DuPont, DuPontYear
from accountkit.finance.returns.formulas import NAMES as RATIOS
from accountkit.finance.returns.formulas import quotient, shown
from accountkit.finance.returns.shapley import chain, shapley
from accountkit.i18n import N_, _, percent

NAMES = {
    "gross": N_("Gross margin"),
    "operating_expense": N_("Operating expense ratio"),
    "operating_cost": N_("Operating margin"),
    "interest": N_("Interest and other items"),
    "tax": N_("Tax and minorities"),
    "tax_burden": RATIOS["tax_burden"],
    "receivables": N_("Receivables"),
    "inventory": N_("Inventory"),
    "fixed_assets": N_("Fixed assets"),
    "loans": N_("Loans to customers"),
    "investment_property": N_("Investment property"),
    "other_assets": N_("Other assets"),
}
MOST_KEPT = 2.0
"""Owners who keep more than twice the pre-tax income had a tax credit or another one-off, so the share has no meaning."""
ASSETS = ("receivables", "inventory", "fixed_assets", "loans", "investment_property")


@dataclass(frozen=True)
class Part:
    """A sub-driver: its ratio to revenue at both ends (costs negative; the tax burden is a multiple of pre-tax income) and
    its share of the change of the return."""

    key: str
    factor: str
    before: float
    after: float
    effect: float

    @property
    def label(self) -> str:
        return _(NAMES[self.key])

    @property
    def ends(self) -> tuple[str, str]:
        """Both values as the reader writes them."""
        before, after = (
            shown(self.key, value) if self.key in RATIOS else percent(value)
            for value in (self.before, self.after)
        )
        return before, after


def detail(dupont: DuPont, attribution: Attribution) -> tuple[Part, ...]:
    """The parts of the margin's and the turnover's effect; a factor whose lines are missing in either year has none.

    In three steps the net margin is taken apart, in five the operating margin (interest and tax are factors there).
    """
    if not attribution.effects:
        return ()
    first, last = dupont.year(attribution.start), dupont.year(attribution.end)
    share = chain if attribution.method == "chain" else shapley
    parts = []
    for factor, value, parts_of in SPLITS:
        if factor in attribution.effects:
            start, end = _both(parts_of(first), parts_of(last))
            start, end = _with_burden(start, end, kept(first), kept(last))
            effects = share(value, start, end) if start else {}
            weight = weight_of(factor, first, last, attribution)
            parts += [Part(key, factor, start[key], end[key], weight * effects[key]) for key in start]
    return tuple(parts)


def margin(parts: Mapping[str, float]) -> float:
    """A margin from its parts, in which costs are negative: their sum, of which the tax burden is kept."""
    lines = sum(value for key, value in parts.items() if key != "tax_burden")
    return lines * parts.get("tax_burden", 1.0)


def kept(year: DuPontYear) -> float | None:
    """The tax burden: what the owners keep of pre-tax income. None if it has no meaning."""
    burden = quotient("tax_burden", year.inputs)
    positive = year.inputs.get("income_before_tax", 0.0) > 0
    return burden if burden is not None and positive and 0 < burden <= MOST_KEPT else None


def kept_of_a_change(first: DuPontYear, last: DuPontYear, method: str) -> float:
    """What the owners keep of one unit of change before tax, as `detail` counts it; all of it if the tax burden has no
    meaning in either year."""
    before, after = kept(first), kept(last)
    if before is None or after is None:
        return 1.0
    return before if method == "chain" else (before + after) / 2


def turnover_of(parts: Mapping[str, float]) -> float:
    """The asset turnover from assets per unit of revenue."""
    return 1 / sum(parts.values())


def operating_parts(year: DuPontYear) -> dict[str, float]:
    """The operating margin as gross margin less operating expense; empty where a line is missing."""
    v = year.inputs
    if not {"gross_profit", "operating_income", "revenue"} <= set(v) or v["revenue"] <= 0:
        return {}
    amounts = {"gross": v["gross_profit"], "operating_expense": v["operating_income"] - v["gross_profit"]}
    return {key: amount / v["revenue"] for key, amount in amounts.items()}


def margin_parts(year: DuPontYear) -> dict[str, float]:
    """The net margin as operating margin (or gross margin and expense), interest and tax; empty where a line is missing."""
    v = year.inputs
    if not {"net_income", "income_before_tax", "operating_income", "revenue"} <= set(v) or v["revenue"] <= 0:
        return {}
    above = operating_parts(year) or {"operating_cost": v["operating_income"] / v["revenue"]}
    below = {
        "interest": v["income_before_tax"] - v["operating_income"],
        "tax": v["net_income"] - v["income_before_tax"],
    }
    return above | {key: amount / v["revenue"] for key, amount in below.items()}


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
    return _folded(start, end), _folded(end, start)


def _with_burden(
    start: dict[str, float], end: dict[str, float], before: float | None, after: float | None
) -> tuple[dict[str, float], dict[str, float]]:
    """The parts of the net margin with the tax burden in place of tax ÷ revenue, if it has a meaning in both years."""
    if "tax" not in start or before is None or after is None:
        return start, end
    return _instead(start, before), _instead(end, after)


def _instead(parts: dict[str, float], burden: float) -> dict[str, float]:
    return {key: value for key, value in parts.items() if key != "tax"} | {"tax_burden": burden}


REMAINDER = {
    "gross": "operating_cost",
    "operating_expense": "operating_cost",
    "operating_cost": "operating_cost",
}


def _folded(parts: dict[str, float], other: dict[str, float]) -> dict[str, float]:
    folded: dict[str, float] = {}
    for key, amount in parts.items():
        home = key if key in other else REMAINDER.get(key, "other_assets")
        folded[home] = folded.get(home, 0.0) + amount
    return folded


SPLITS = (
    ("net_margin", margin, margin_parts),
    ("operating_margin", margin, operating_parts),
    ("asset_turnover", turnover_of, asset_parts),
)


def weight_of(factor: str, first: DuPontYear, last: DuPontYear, attribution: Attribution) -> float:
    """What one unit of change of a factor is worth, given how the others changed: its effect for a change of one."""
    start, end = {**first.known, factor: 0.0}, {**last.known, factor: 1.0}
    return split(start, end, method=attribution.method, order=attribution.order)[factor]
