"""The six shapes that a method can have."""

from accountkit.methods.shapes.calculator import Calculator, Input, Result, Series
from accountkit.methods.shapes.canvas import Block, Canvas
from accountkit.methods.shapes.checklist import Checklist, Condition, Stage
from accountkit.methods.shapes.groups import Check, Gate, Group
from accountkit.methods.shapes.matrix import Axis, Cell, Limit, Matrix
from accountkit.methods.shapes.register import Register
from accountkit.methods.shapes.rows import Column
from accountkit.methods.shapes.scorecard import Scorecard

__all__ = [
    "Axis",
    "Block",
    "Calculator",
    "Canvas",
    "Cell",
    "Check",
    "Checklist",
    "Column",
    "Condition",
    "Gate",
    "Group",
    "Input",
    "Limit",
    "Matrix",
    "Register",
    "Result",
    "Scorecard",
    "Series",
    "Stage",
]
