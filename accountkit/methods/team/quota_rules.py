"""The arithmetic of a quota plan: base, projection and the gap to the target (methods, quota_plan)."""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum
from typing import Any

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.marks import mean_of
from accountkit.methods.method import Reading
from accountkit.methods.sentences import Word, money, summed, text
from accountkit.methods.shapes.calculator import CalculatorReading, Input, Stair
from accountkit.methods.shapes.checklist import MET

FINANCIAL = {
    "contract": N_("Contract value"),
    "invoiced": N_("Invoiced amount"),
    "profit": N_("Profit amount"),
    "collected": N_("Collected amount"),
}
OTHER = {
    "conversion": N_("Lead conversion"),
    "win_rate": N_("Win rate"),
    "satisfaction": N_("Satisfaction"),
    "market_share": N_("Market share"),
}
ADJUSTMENTS = {
    "competitiveness": N_("Product against rivals"),
    "proposition": N_("Change of value proposition"),
    "existing": N_("Existing customers and share"),
}
ADDITIONS = {"new_product": N_("Growth from new products"), "new_segment": N_("Growth from new segments")}
CHECKS = {
    "fair": N_("No extra load on the best"),
    "balanced": N_("Short and long term balanced"),
    "win_win": N_("Customer and staff gain"),
    "cycle": N_("Fits the sales cycle"),
    "capacity": N_("Within delivery capacity"),
}
UNMET = {
    "fair": N_("extra load on the best"),
    "balanced": N_("short and long term not balanced"),
    "win_win": N_("customer or staff do not gain"),
    "cycle": N_("does not fit the sales cycle"),
    "capacity": N_("beyond delivery capacity"),
}
RESOURCES = {
    "market_resources": N_("Market and customers"),
    "offer_resources": N_("Products and services"),
    "people_resources": N_("Sales team and partners"),
    "means": N_("Facilities and budget"),
}

ASSIGNED = (("seller", N_("one quota per seller")), ("team", N_("one quota per small team")))
INPUTS = (
    Input("target", N_("Target from management"), "money"),
    Input("history", N_("Average of past years"), "money"),
    Input("growth", N_("Growth"), "percent"),
    Input("team_pay", N_("Team pay"), "money"),
    Input("pay_ratio", N_("Pay as a share of sales"), "percent"),
    Input("by_customers", N_("Size and value of the customers"), "money"),
    *(Input(key, text, "percent", counts=False) for key, text in ADJUSTMENTS.items()),
    *(Input(key, text, "money", counts=False) for key, text in ADDITIONS.items()),
    Input("capacity_limit", N_("Delivery capacity"), "money", counts=False),
    Input("measure", N_("Measure that closes the gap"), "line", counts=False),
    *(
        Input(
            f"weight_{key}",
            text,
            "percent",
            prompt=N_("Weight among the metrics; all weights sum to 100 %"),
            counts=False,
        )
        for key, text in (FINANCIAL | OTHER).items()
    ),
    Input(
        "pay_at_collection",
        N_("Commission paid at the pace of collection"),
        "choice",
        choices=labels.pairs("answered"),
        counts=False,
    ),
    Input(
        "incentive_factor",
        N_("Incentive factor"),
        prompt=N_("1.0 is none; more for wins that are worth more to us"),
        counts=False,
    ),
    Input("assignment", N_("Assignment"), "choice", choices=ASSIGNED, counts=False),
    Input("process_metrics", N_("Signs that the strategy is carried out"), "text", counts=False),
    *(Input(key, text, "text", counts=False) for key, text in RESOURCES.items()),
    *(Input(key, text, "choice", choices=MET, counts=False) for key, text in CHECKS.items()),
)


def by_history(reading: CalculatorReading) -> float | None:
    last, growth = reading.value("history"), reading.value("growth")
    return None if last is None or growth is None else last * (1 + growth)


def by_pay(reading: CalculatorReading) -> float | None:
    pay, ratio = reading.value("team_pay"), reading.value("pay_ratio")
    return pay / ratio if pay is not None and ratio else None


def base(reading: CalculatorReading) -> float | None:
    """The mean of the methods that are available."""
    return mean_of((by_history(reading), by_pay(reading), reading.value("by_customers")))


def unlimited(reading: CalculatorReading) -> float | None:
    start = base(reading)
    if start is None:
        return None
    change, more = (_sum(reading, keys) for keys in (ADJUSTMENTS, ADDITIONS))
    return start * (1 + change) + more


def projection(reading: CalculatorReading) -> float | None:
    """What can be reached, limited by what can be delivered."""
    found, most = unlimited(reading), reading.value("capacity_limit")
    return found if found is None or most is None else min(found, most)


def gap(reading: CalculatorReading) -> float | None:
    target, reached = reading.value("target"), projection(reading)
    return None if target is None or reached is None else target - reached


def stairs(reading: CalculatorReading) -> tuple[Stair, ...]:
    """From the methods at hand by base and projection to the target; none without a base."""
    start, reached, target = base(reading), projection(reading), reading.value("target")
    if start is None or reached is None:
        return ()
    ways = {
        N_("By history"): by_history(reading),
        N_("By pay"): by_pay(reading),
        N_("By customers"): reading.value("by_customers"),
    }
    found = [Stair(name, value, is_level=True) for name, value in ways.items() if value is not None]
    found.append(Stair(N_("Base of the plan"), start, is_level=True))
    steps = {text: start * (reading.value(key) or 0) for key, text in ADJUSTMENTS.items()}
    steps |= {text: reading.value(key) or 0 for key, text in ADDITIONS.items()}
    if exceeds(reading):
        steps[N_("Delivery capacity")] = reached - (unlimited(reading) or 0)
    found += [Stair(name, value, better=value > 0) for name, value in steps.items() if value]
    found.append(Stair(N_("Projection"), reached, is_level=True))
    missing = gap(reading)
    if missing and target is not None:
        found.append(Stair(N_("Gap to the target"), missing, better=missing < 0))
    return (*found, *([] if target is None else [Stair(N_("Target from management"), target, is_level=True)]))


def pipeline(reading: CalculatorReading) -> float | None:
    """What the open deals of all accounts come to, of those that count in the plan's currency."""
    same = [one.pipeline for one in reading.analyses.accounts if one.currency == reading.currency]
    known = [one for one in same if one is not None]
    return fsum(known) if known else None


def backed(reading: CalculatorReading) -> str | None:
    return None if reading.score is None else "gap" if reading.score > 1e-9 else "backed"


def _sum(reading: CalculatorReading, keys: Mapping[str, str]) -> float:
    return fsum(reading.value(key) or 0 for key in keys)


def weights(reading: Reading) -> float:
    """The sum of all weights that are entered."""
    return fsum(reading.value(f"weight_{key}") or 0 for key in (*FINANCIAL, *OTHER))


def unmet(check: str, reading: CalculatorReading) -> bool:
    return reading.value(check) == "not_met"


def exceeds(reading: CalculatorReading) -> bool:
    """Whether delivery limits the projection."""
    most, found = reading.value("capacity_limit"), unlimited(reading)
    return most is not None and found is not None and found > most + 1e-9


def grid_pay(reading: Reading) -> Mapping[str, Any]:
    """The pay of the team is that of all cells of its grid."""
    paid = reading.analyses.read(reading.method.reads[0], reading.subject_id).totals.get("pay")
    return {"team_pay": paid} if paid else {}


def words(reading: CalculatorReading) -> Mapping[str, Word]:
    amounts = (reading.value("target"), reading.results["projection"], reading.score)
    if reading.verdict == "gap":
        target, projection, gap = summed(amounts, reading.currency)
    else:  # the sentence has no sum
        target, projection, gap = (money(one, reading.currency) for one in amounts)
    return {
        "target": target,
        "projection": projection,
        "gap": gap,
        "measure": text(reading.value("measure")),
    }
