"""One drawing per shape of a method, made from a reading, and those that a definition names.

from accountkit.figures.shapes import drawing
drawing(reading, all_readings)        # figure, table and words; the drawing is chosen by the method's type
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from accountkit.figures.shapes.calculator import results
from accountkit.figures.shapes.canvas import grid
from accountkit.figures.shapes.checklist import steps
from accountkit.figures.shapes.drawing import Draw, Drawing
from accountkit.figures.shapes.matrix import quadrants
from accountkit.figures.shapes.people import people_map
from accountkit.figures.shapes.register import overview
from accountkit.figures.shapes.scorecard import profile
from accountkit.methods.method import Method
from accountkit.methods.shapes import Calculator, Canvas, Checklist, Matrix, Register, Scorecard

__all__ = ["Drawing", "drawing"]

DRAWN: dict[type[Method], Draw] = {
    Scorecard: profile,
    Matrix: quadrants,
    Register: overview,
    Checklist: steps,
    Canvas: grid,
    Calculator: results,
}
PICTURES: dict[str, Draw] = {"people": people_map}
"""Drawings that a definition asks for by name."""


def drawing(reading: Any, among: Sequence[Any] = ()) -> Drawing:
    """The drawing of a reading; `among` are the readings of all records, which a matrix shows together."""
    own = PICTURES.get(reading.method.picture)
    draw = own or next(draw for shape, draw in DRAWN.items() if isinstance(reading.method, shape))
    return draw(reading, among or (reading,))
