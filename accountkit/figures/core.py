"""The figures of a core analysis that are worth waiting for, chosen by the type of its reading.

from accountkit.figures.core import drawn
drawn(reading)        # name -> figure and the words that say what it shows
"""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from accountkit.figures.forces_radar import forces_radar, forces_radar_text
from accountkit.figures.importance_urgency import importance_urgency, importance_urgency_text
from accountkit.figures.pest_balance import pest_balance, pest_balance_text
from accountkit.figures.pest_map import pest_map, pest_map_text
from accountkit.figures.problem_gap import problem_gap, problem_gap_text
from accountkit.figures.roe_waterfall import roe_waterfall, roe_waterfall_text
from accountkit.methods.environment.pest_reading import Pest
from accountkit.methods.numbers.dupont_roe import ReturnOnEquity
from accountkit.methods.problems.reading import Problems
from accountkit.methods.shapes.scorecard import ScorecardReading

Drawn = dict[str, tuple[dict, str]]


@singledispatch
def drawn(_reading: Any) -> Drawn:
    """By the names that the live panel has them under; none for a reading that no figure here knows."""
    return {}


@drawn.register
def _(reading: Pest) -> Drawn:
    return {
        "map": (pest_map(reading), pest_map_text(reading)),
        "balance": (pest_balance(reading), pest_balance_text(reading)),
    }


@drawn.register
def _(reading: ScorecardReading) -> Drawn:
    return {"radar": (forces_radar(reading), forces_radar_text(reading))}


@drawn.register
def _(reading: ReturnOnEquity) -> Drawn:
    change = reading.change
    if change is None:
        return {}
    return {"change": (roe_waterfall(reading.dupont, change), roe_waterfall_text(reading.dupont, change))}


@drawn.register
def _(reading: Problems) -> Drawn:
    if not reading.entries:
        return {}
    first = reading.entries[0]
    return {"gap": (problem_gap(first), problem_gap_text(first))}


@drawn.register
def _(readings: tuple) -> Drawn:  # the core analysis that is about several records: the motives
    return {"importance": (importance_urgency(readings), importance_urgency_text(readings))}
