"""The sums of strengths, weaknesses, opportunities and threats, and the cells and strategy they name (methods, swot)."""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum
from typing import Any

from accountkit.i18n import N_, _
from accountkit.methods.environment import pest_reading
from accountkit.methods.sentences import Word
from accountkit.methods.shapes.register import RegisterReading
from accountkit.methods.shapes.rows import Row
from accountkit.methods.wording import plain, worded
from accountkit.model import Edit, new_id
from accountkit.model.deals import PlanAction

KEY = "swot"
EFFECTS = {"strength": "S", "weakness": "W", "opportunity": "O", "threat": "T"}
STRATEGIES = {
    "SO": N_("grow"),
    "WO": N_("turn around"),
    "ST": N_("diversify or defend"),
    "WT": N_("retreat or cooperate"),
}
WHOSE = (("customer", N_("the customer")), ("us", N_("us in this account")))


def weight(row: Row) -> float | None:
    rated = pest_reading.priority(row.record)
    return row["priority"] if rated is None else rated


def totals(reading: RegisterReading) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    for whose, _name in WHOSE:
        sums = {
            letter: fsum(
                row["weight"] or 0
                for row in reading.counted
                if (row["whose"], row["effect"]) == (whose, effect)
            )
            for effect, letter in EFFECTS.items()
        }
        found |= {f"{whose}.{letter}": value for letter, value in sums.items()}
        if any(sums.values()):
            found[whose] = " · ".join(f"{letter} {plain(value)}" for letter, value in sums.items())
    return found


def cells(reading: RegisterReading, whose: str) -> list[str]:
    """The cells that the sums name: one, or two or four if sums are equal; none while nothing weighs."""
    sums = {letter: reading.totals[f"{whose}.{letter}"] for letter in EFFECTS.values()}
    if not any(sums.values()):
        return []
    larger = [[one for one in pair if sums[one] == max(sums[two] for two in pair)] for pair in ("SW", "OT")]
    return [share + space for share in larger[0] for space in larger[1]]


def strategy(found: list[str]) -> str:
    return " / ".join(_(STRATEGIES[cell]) for cell in found)


def words(reading: RegisterReading) -> Mapping[str, Word]:
    customer, us = (cells(reading, whose) for whose, _name in WHOSE)
    return {
        "cell": " / ".join(customer),
        "strategy": strategy(customer),
        "our_cell": " / ".join(us),
        "our_strategy": strategy(us),
    }


def plan(reading: RegisterReading) -> tuple[Edit, ...]:
    text, other = worded(
        lambda: _("Account strategy: {strategy}").format(strategy=strategy(cells(reading, "us")))
    )
    action = PlanAction(action=text, origin=KEY, order=len(reading.account.plan))
    return (Edit(f"plan/{new_id('a')}", action), *other)


def to_plan(reading: RegisterReading) -> bool:
    return bool(cells(reading, "us")) and all(one.origin != KEY for one in reading.account.plan.values())
