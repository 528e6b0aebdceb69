"""What several methods ask of one deal, read in one place: is it open, what is evidenced, how far the need has come."""

from __future__ import annotations

from accountkit.methods.marks import grade
from accountkit.methods.method import Reading
from accountkit.methods.motives.reading import STATES, MotiveReading, motives
from accountkit.model import Opportunity


def deal(reading: Reading) -> Opportunity:
    """The deal that a reading is about; a blank one if it is gone."""
    return reading.account.opportunities.get(reading.subject_id or "", Opportunity())


def is_open(reading: Reading) -> bool:
    return deal(reading).is_open


def evidenced(reading: Reading, key: str) -> bool:
    """Whether an entry is filled in with evidence A to C; an assumption counts as empty."""
    mark = reading.marks[key]
    return mark.value is not None and grade(reading.account, mark) != "D"


def motives_of(reading: Reading) -> tuple[MotiveReading, ...]:
    """The motives for the needs that the deal serves."""
    needs = deal(reading).need_ids
    return tuple(one for one in motives(reading.analyses) if one.motive.need_id in needs)


def need_state(reading: Reading) -> str | None:
    """How far the need of the deal has come with whoever is furthest; None while no motive for it is assessed."""
    return max((one.state for one in motives_of(reading)), key=STATES.index, default=None)


def budget_named(reading: Reading) -> bool:
    return any(one.motive.budget is not None for one in motives_of(reading))
