"""Division of labour matrix: divide sellers by industry or by region? (seed 004/10)

Creating a motive or demand for a primary activity: by industry; pushing products for a support activity: by region. The
mixed cells are proposals of the methods file. Worked by hand: motive-creating and primary: by industry.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from accountkit.i18n import N_, _
from accountkit.methods.method import Entry, Reading
from accountkit.methods.portfolio.segment_rules import ACTIVITIES
from accountkit.methods.sentences import Word, label, says
from accountkit.methods.shapes import Axis, Cell, Matrix
from accountkit.methods.shapes.matrix import MatrixReading
from accountkit.methods.team.team_rules import CREATING, MODE, segments

LOW, HIGH = 1.0, 5.0


def _derived(reading: Reading) -> Mapping[str, Any]:
    """The activity that all segments of the team have in common."""
    known = {one.activity for one in segments(reading)} - {None}
    return {"activity": known.pop()} if len(known) == 1 else {}


def _side(key: str, *high: str) -> Callable[[Reading], float | None]:
    """Which end of its axis a choice is."""
    return lambda reading: None if (one := reading.value(key)) is None else HIGH if one in high else LOW


def _words(reading: MatrixReading) -> Mapping[str, Word]:
    cell = reading.cell
    return {"basis": label(cell.name), "strategy": lambda: _(cell.strategy)} if cell else {}


METHOD = Matrix(
    key="sales_division",
    name=N_("Division of labour matrix"),
    question=N_("Should sellers be divided by industry or by region?"),
    group="organisation",
    workspace="team",
    source="004/10",
    rule=N_(
        "Creating demand or a motive for a primary activity: by industry. Pushing products for a support activity: by region. Creating for a support activity: by region with industry specialists. Pushing for a primary activity: by region, and by industry once a sector fills a seller's year."
    ),
    first=N_("Choose the sales mode of the team, and the activity that it serves."),
    subject="team",
    uses=("segments",),
    derives=_derived,
    horizontal=Axis(
        "activity_side",
        N_("Activity of the value chain"),
        N_("support activity"),
        N_("primary activity"),
        of=_side("activity", "primary"),
    ),
    vertical=Axis(
        "mode_side",
        N_("Sales mode"),
        N_("product push"),
        N_("creating demand or a motive"),
        of=_side("mode", *CREATING),
    ),
    cells=(
        Cell("industry", N_("industry"), True, True, N_("One seller knows one industry.")),
        Cell(
            "specialists",
            N_("region, with industry specialists"),
            False,
            True,
            N_("Specialists support the sellers of each region."),
        ),
        Cell(
            "region_first",
            N_("region at first"),
            True,
            False,
            N_("Change to industry once a sector fills a seller's year."),
        ),
        Cell("region", N_("region"), False, False, N_("One seller covers one region.")),
    ),
    extra=(
        replace(MODE, counts=True),
        Entry("activity", N_("Activity that we serve"), kind="choice", choices=ACTIVITIES),
    ),
    says=(says(N_("Sellers divided by {basis}. {strategy}"), internal=True),),
    words=_words,
    feeds=("sales_team_structure",),
)
