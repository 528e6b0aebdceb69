"""What is left of the value after the cost, for us and for each rival (methods, delivered_value)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from accountkit.i18n import N_
from accountkit.methods.marks import mean_of
from accountkit.methods.sentences import Word, count, label
from accountkit.methods.shapes.register import RegisterReading
from accountkit.methods.shapes.rows import Row

PARTIES = (("us", N_("us")), ("rival", N_("rival")))
VALUES = {
    "product": N_("Product value"),
    "service": N_("Service value"),
    "personnel": N_("People value"),
    "image": N_("Image value"),
}
COSTS = {
    "money": N_("Money"),
    "time": N_("Time"),
    "energy": N_("Effort"),
    "psychic": N_("Worry"),
}
MOST, LEAST = 5, 1


def of_values(row: Row) -> int | None:
    return _sum(row, VALUES)


def of_costs(row: Row) -> int | None:
    return _sum(row, COSTS)


def _sum(row: Row, keys: Mapping[str, str]) -> int | None:
    """The sum of the ratings; None until all are known, since a part of them compares with nothing."""
    known = [row.value(key) for key in keys]
    return None if None in known else sum(known)


def left(row: Row) -> int | None:
    value, cost = of_values(row), of_costs(row)
    return None if value is None or cost is None else value - cost


def ours(reading: RegisterReading) -> Row | None:
    return next((row for row in reading.counted if row["party"] == "us"), None)


def best_rival(reading: RegisterReading) -> Row | None:
    known = [row for row in reading.counted if row["party"] == "rival" and row["left"] is not None]
    return max(known, key=lambda row: row["left"], default=None)


def totals(reading: RegisterReading) -> Mapping[str, Any]:
    us, rival = ours(reading), best_rival(reading)
    known = us is not None and us["left"] is not None and rival is not None
    return {
        "ours": us["left"] if us else None,
        "rival": rival["left"] if rival else None,
        "lead": us["left"] - rival["left"] if us and rival and known else None,
    }


def best_move(reading: RegisterReading) -> str | None:
    """The component whose smallest change makes us lead; of several that where we lag most, a cost before a value."""
    us, rival, lead = ours(reading), best_rival(reading), reading.totals["lead"]
    if us is None or rival is None or lead is None or lead > 0:
        return None
    step = 1 - lead
    lags = {key: us.value(key) - rival.value(key) for key in COSTS if us.value(key) - step >= LEAST}
    lags |= {key: rival.value(key) - us.value(key) for key in VALUES if us.value(key) + step <= MOST}
    return max(lags, key=lambda key: lags[key], default=None)


def rating_of(reading: RegisterReading, keys: Mapping[str, str]) -> float | None:
    """What the customer gets from us, or gives for it, as one rating."""
    row = ours(reading)
    return mean_of(row.value(key) for key in keys) if row else None


def words(reading: RegisterReading) -> Mapping[str, Word]:
    move = best_move(reading)
    return {
        "ours": count(reading.totals["ours"]),
        "rival": count(reading.totals["rival"]),
        "more": label(VALUES.get(move or "")),
        "less": label(COSTS.get(move or "")),
    }
