"""Value and growth: is this account's worth rising, flat or falling? (seed 001/2)

    trend = slope of the least-squares line through three or more years of profit / their mean; over +5 % up, under −5 % down

The slope shows the turn, which the seed's weighted mean smooths away (methods file). High is an account of the groups core and
cash of the value matrix; where few accounts are known it is entered. Worked: 80, 100, 120 k: 20 / 100 = +20 %, up.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from accountkit.i18n import N_
from accountkit.methods.method import Entry, Reading
from accountkit.methods.portfolio.ranking import group_of
from accountkit.methods.sentences import Word, label, says, share
from accountkit.methods.shapes import Axis, Cell, Matrix
from accountkit.methods.shapes.matrix import MatrixReading

TURN = 0.05
LEVELS = {"high": N_("high"), "low": N_("low")}
TRENDS = {"up": N_("up"), "flat": N_("flat"), "down": N_("down")}


def slope(reading: Reading) -> float | None:
    """How much the yearly value changes in a year, as a share of its mean; None for under three years, or a mean of 0."""
    past = reading.analyses.read(reading.method.reads[0]).series("profit_history")
    if len(past) < 3:
        return None
    age, mean = (sum(some) / len(past) for some in (past, past.values()))
    rise = sum((age - at) * (value - mean) for at, value in past.items())
    return rise / sum((at - age) ** 2 for at in past) / abs(mean) if mean else None


def trend(value: float | None) -> str | None:
    return None if value is None else "up" if value > TURN else "down" if value < -TURN else "flat"


def _derived(reading: Any) -> dict[str, Any]:
    found = group_of(reading.analyses.read(reading.method.reads[1]), reading.account.slug)
    return {"value": None if found is None else "high" if found in ("core", "cash") else "low"}


def _pick(reading: MatrixReading) -> str | None:
    level, turn = reading.value("value"), trend(reading.x)
    return CELLS[level, turn] if level and turn else None


def _words(reading: MatrixReading) -> Mapping[str, Word]:
    turn = trend(reading.x)
    return {
        "level": label(LEVELS.get(reading.value("value"))),
        "trend": label(TRENDS.get(turn)) if turn else None,
        "share": share(reading.x),
        "cell": label(reading.cell.name) if reading.cell else None,
    }


CELLS = {
    ("high", "up"): "invest",
    ("high", "flat"): "hold",
    ("high", "down"): "rescue",
    ("low", "up"): "grow",
    ("low", "flat"): "automate",
    ("low", "down"): "release",
}
METHOD = Matrix(
    key="value_growth",
    name=N_("Value and growth matrix"),
    question=N_("Is this account's worth rising, flat or falling?"),
    group="portfolio",
    workspace="portfolio",
    source="001/2",
    rule=N_(
        "The trend is the slope of the yearly profit over three or more years, divided by its mean: above 5 % up, below −5 % down. Value is high in the groups core and cash of the value matrix."
    ),
    first=N_("Enter the profit of three past years under Lifetime profit and lifetime value."),
    reads=("lifetime_value", "value_matrix"),
    uses=("accounts", "currency"),
    horizontal=Axis(
        "trend", N_("Trend"), N_("falling"), N_("rising"), of=slope, cut=0, near=TURN, kind="percent"
    ),
    vertical=Axis(
        "level",
        N_("Value"),
        N_("low"),
        N_("high"),
        of=lambda r: {"high": 4.0, "low": 2.0}.get(r.value("value")),
    ),
    cells=(
        Cell("invest", N_("invest"), True, True, N_("Invest more.")),
        Cell("hold", N_("hold"), False, True, N_("Keep the effort as it is."), middle=True),
        Cell("rescue", N_("rescue"), False, True, N_("Find out what we lost, and restore it.")),
        Cell("grow", N_("cultivate"), True, False, N_("Develop it.")),
        Cell("automate", N_("low-cost service"), False, False, N_("Serve it at low cost."), middle=True),
        Cell("release", N_("withdraw"), False, False, N_("Leave in good order.")),
    ),
    extra=(Entry("value", N_("Value"), kind="choice", choices=tuple(LEVELS.items())),),
    derives=_derived,
    pick=_pick,
    says=(says(N_("Value {level}, trend {trend} ({share} a year): {cell}."), internal=True),),
    words=_words,
    feeds=("account_tier", "referral_and_exit"),
)
