"""Satisfaction, and what it says of loyalty: read from one record by both methods of loyalty (methods, A5).

    perceived value = 3 + (value received − effort) / 2;  satisfaction = 3 + (perceived value − expectation) / 2

What the customer says itself counts before what is computed (a proposal of the methods file).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from accountkit.methods.care.value_rules import COSTS, VALUES, rating_of
from accountkit.methods.method import Reading
from accountkit.methods.sentences import Word, label, mean
from accountkit.methods.shapes.matrix import MatrixReading

DIFFERS_FROM = 1.5
SATISFIED, DISSATISFIED = 3.5, 3.0
TIED = ("partner", "risk")


def from_value(reading: Reading) -> Mapping[str, Any]:
    """What the customer gets and gives, from the delivered value, where nobody rates it here."""
    found = reading.analyses.read(reading.method.reads[0])
    return {"value_received": rating_of(found, VALUES), "effort": rating_of(found, COSTS)}


def perceived(reading: Reading) -> float | None:
    return _less(reading.value("value_received"), reading.value("effort"))


def computed(reading: Reading) -> float | None:
    return _less(perceived(reading), reading.value("expectation"))


def satisfaction(reading: Reading) -> float | None:
    asked = reading.value("satisfaction_asked")
    return computed(reading) if asked is None else float(asked)


def _less(gained: float | None, given: float | None) -> float | None:
    return None if gained is None or given is None else 3 + (gained - given) / 2


def disagree(reading: Reading) -> bool:
    asked, found = reading.value("satisfaction_asked"), computed(reading)
    return asked is not None and found is not None and abs(asked - found) >= DIFFERS_FROM - 1e-9


def satisfied_not_tied(reading: MatrixReading) -> bool:
    """Whether it is satisfied and may leave all the same: none of what it buys ties it to us."""
    positions = {one.verdict for one in reading.analyses.readings(reading.method.reads[1])} - {None}
    return (satisfaction(reading) or 0) >= SATISFIED and bool(positions) and not positions & set(TIED)


def words(reading: MatrixReading) -> Mapping[str, Word]:
    return {"type": label(reading.cell.name) if reading.cell else None, "s": mean(satisfaction(reading))}
