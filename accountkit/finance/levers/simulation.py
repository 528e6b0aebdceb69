"""One steady year with levers in it (``dupont_roe``, rule 5).

    Δ net income = (Δ revenue − Δ annual cost) × (1 − tax rate)

Freed assets do nothing for the return by themselves: turnover and multiplier cancel. What happens to the cash decides:
`repay` debt (interest saved, assets − freed), `return` to owners (assets and equity − freed), `reinvest` (earns a return,
assets unchanged), `hold` (nothing further). Profit gained is taken as paid out. A one-off outlay is charged as outlay ÷
years of use. Money that is tied up instead of freed takes the same ways in the other direction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from accountkit.errors import NotMeaningful
from accountkit.finance.levers.kinds import ASSETS, COSTS, KINDS, LIABILITIES
from accountkit.finance.returns.dupont import DuPontYear
from accountkit.finance.returns.formulas import THREE, quotient
from accountkit.finance.statements.lines import label
from accountkit.i18n import N_, _, enumerated
from accountkit.model import Lever, Span

Case = Literal["low", "base", "high"]
OPPOSITE: dict[Case, Case] = {"low": "high", "base": "base", "high": "low"}
DEFAULT_TAX, DEFAULT_INTEREST = 0.25, 0.05
HIGHEST_TAX, HIGHEST_INTEREST = 0.5, 0.25

SOURCES = {
    "given": N_("entered manually"),
    "statement": N_("from the year's statement"),
    "earlier": N_("from an earlier year's statement"),
    "assumed": N_("assumed, not in the statement"),
}


@dataclass(frozen=True)
class Assumptions:
    """Rates as fractions; `source` says for each whether it was given, taken from the statement, or assumed."""

    tax_rate: float
    interest_rate: float
    reinvestment_return: float
    source: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Setting:
    """A lever in one case: the amounts that apply. `scale` is how far it has ramped up; costs run in full."""

    kind: str
    change: float
    share: float
    one_off: float
    running_cost: float
    years_of_use: float
    use_of_cash: str
    scale: float = 1.0


@dataclass(frozen=True)
class After:
    """The lines after the levers; `changes` by line, `profit` and `freed` in money, ratios as fractions."""

    lines: dict[str, float]
    changes: dict[str, float]
    profit: float
    freed: float
    factors: dict[str, float | None]
    return_on_equity: float | None


def assumptions_of(
    year: DuPontYear,
    *,
    tax_rate: float | None = None,
    interest_rate: float | None = None,
    reinvestment_return: float | None = None,
    earlier: Sequence[DuPontYear] = (),
) -> Assumptions:
    """The rates of a scenario: as given, else from the year's statement where they are plausible, else assumed.

    Interest is that of the account's own debt: of the year, else of the last of the `earlier` ones with interest and debt.
    Raises `NotMeaningful` for a tax rate that is negative or takes everything.
    """
    if tax_rate is not None and not 0 <= tax_rate < 1:
        text = _("The tax rate is {rate}, outside 0 to 1. Enter 25 % as 0.25.")
        raise NotMeaningful(text.format(rate=tax_rate))
    v = year.inputs
    tax = _rate(v.get("income_tax"), v.get("income_before_tax"), HIGHEST_TAX)
    interest = _own_interest(year)
    before = next(filter(None, (_own_interest(one) for one in reversed(earlier))), None)
    own_rate = interest or before or DEFAULT_INTEREST
    earning = _rate(v.get("operating_income"), v.get("total_assets"), 1.0)
    chosen = {
        "tax_rate": _first(tax_rate, tax, DEFAULT_TAX),
        "interest_rate": _first(interest_rate, interest, own_rate),
        "reinvestment_return": _first(reinvestment_return, earning, interest_rate or own_rate),
    }
    if chosen["interest_rate"][1] == "assumed" and before is not None:
        chosen["interest_rate"] = (before, "earlier")
    return Assumptions(
        **{name: value for name, (value, _source) in chosen.items()},
        source={name: source for name, (_value, source) in chosen.items()},
    )


def _own_interest(year: DuPontYear) -> float | None:
    return _rate(year.inputs.get("interest_expense"), year.inputs.get("total_debt"), HIGHEST_INTEREST)


def _rate(above: float | None, below: float | None, highest: float) -> float | None:
    if above is None or below is None or below <= 0 or not 0 < above / below <= highest:
        return None
    return above / below


def _first(given: float | None, stated: float | None, assumed: float) -> tuple[float, str]:
    if given is not None:
        return given, "given"
    return (stated, "statement") if stated is not None else (assumed, "assumed")


def setting(lever: Lever, case: Case = "base") -> Setting:
    """The lever's amounts in a case: in the low case little change and high cost, in the high case the reverse."""
    return Setting(
        kind=lever.kind,
        change=amount(lever.change, case),
        share=lever.share,
        one_off=amount(lever.one_off, OPPOSITE[case]),
        running_cost=amount(lever.running_cost, OPPOSITE[case]),
        years_of_use=lever.years_of_use,
        use_of_cash=lever.use_of_cash,
    )


def settings_of(levers: Mapping[str, Lever], case: Case) -> dict[str, Setting]:
    """All levers in one case."""
    return {key: setting(lever, case) for key, lever in levers.items()}


def amount(span: Span, case: Case) -> float:
    """The span's value in a case; the base where that end is blank, 0 where nothing was entered."""
    value = getattr(span, case)
    return value if value is not None else span.base if span.base is not None else 0.0


def lines_of(year: DuPontYear) -> dict[str, float]:
    """The lines that levers act on, on the basis of the decomposition."""
    keep = (
        "revenue",
        "net_income",
        "total_assets",
        "equity",
        "total_debt",
        "income_before_tax",
        *LIABILITIES,
        *COSTS,
    )
    lines = {key: year.inputs[key] for key in (*keep, *ASSETS) if key in year.inputs}
    if "operating_expense" not in lines and {"gross_profit", "operating_income"} <= set(year.inputs):
        lines["operating_expense"] = year.inputs["gross_profit"] - year.inputs["operating_income"]
    return lines


def reason_not_applied(lever: Lever, lines: Mapping[str, float]) -> str:
    """Why a lever cannot be worked out on these lines; empty where it can."""
    if lever.kind not in KINDS:
        return _("“{kind}” is not a kind of lever. Choose one of: {kinds}.").format(
            kind=lever.kind, kinds=enumerated(KINDS)
        )
    if lever.change.base is None:
        return _("Enter the size of the change.")
    missing = [label(key) for key in KINDS[lever.kind].needs if key not in lines]
    if missing:
        return _("The statement has no {lines}. Enter an amount instead, or import the line.").format(
            lines=enumerated(missing)
        )
    return ""


def simulate(lines: Mapping[str, float], settings: Mapping[str, Setting], assumptions: Assumptions) -> After:
    """The year with all the levers, applied one after another: each works on what the one before left."""
    state = dict(lines)
    profit = freed = 0.0
    for one in settings.values():
        before_tax, released = _apply(state, one)
        financing = _use(state, one.use_of_cash, released, assumptions)
        profit += (before_tax + financing) * (1 - assumptions.tax_rate)
        freed += released
    state["net_income"] = state.get("net_income", 0.0) + profit
    if "income_before_tax" in state:
        state["income_before_tax"] += profit / (1 - assumptions.tax_rate)
    changes = {key: state[key] - lines.get(key, 0.0) for key in state if state[key] != lines.get(key, 0.0)}
    usable = (
        state.get("equity", 0.0) > 0 and state.get("total_assets", 0.0) > 0 and state.get("revenue", 0.0) > 0
    )
    factors = {name: quotient(name, state) if usable else None for name in THREE}
    result = quotient("return_on_equity", state) if state.get("equity", 0.0) > 0 else None
    return After(state, changes, profit, freed, factors, result)


def _apply(state: dict[str, float], one: Setting) -> tuple[float, float]:
    """Change the lines by one lever; its effect on pre-tax income a year, and the cash it frees."""
    changes = KINDS[one.kind].changes(state, one.change * one.share * one.scale)
    for line, change in changes.items():
        if line in state or line == "other_cost":
            state[line] = state.get(line, 0.0) + change
    charge = one.one_off / one.years_of_use
    cost = sum(changes.get(line, 0.0) for line in COSTS) + one.running_cost + charge
    state["other_cost"] = state.get("other_cost", 0.0) + one.running_cost + charge
    assets = sum(changes.get(line, 0.0) for line in ASSETS)
    released = sum(changes.get(line, 0.0) for line in LIABILITIES) - assets
    if "total_assets" in state:
        state["total_assets"] += assets
    return changes.get("revenue", 0.0) - cost, released


def _use(state: dict[str, float], use: str, released: float, assumptions: Assumptions) -> float:
    """Put the released cash to its use; what that adds to pre-tax income a year."""
    repaid = min(released, state.get("total_debt", released)) if use == "repay" else 0.0
    leaves = repaid if use == "repay" else released if use == "return" else 0.0
    if "total_assets" in state:
        state["total_assets"] += released - leaves
    if use == "return" and "equity" in state:
        state["equity"] -= released
    if repaid and "total_debt" in state:
        state["total_debt"] -= repaid
    earned = released * assumptions.reinvestment_return if use == "reinvest" else 0.0
    return repaid * assumptions.interest_rate + earned
