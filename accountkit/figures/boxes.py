"""Boxes with two lines of text and curved edges between them: what the chain and the tree of causes are drawn of.

Places are in data coordinates: x is the column, y counts rows downward.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from accountkit.figures.style import GREY, INK, LINE, PAPER, SMALL, wrapped

WIDTH = 0.86
HEIGHT = 0.72
"""A box as a share of its column and row."""


@dataclass(frozen=True)
class Placed:
    """A box on the page: its column and row, its texts, its colours, and the record that a click opens."""

    id: str
    x: float
    y: float
    title: str
    note: str
    path: str
    fill: str = PAPER
    line: str = LINE
    dashed: bool = False
    ink: str = INK


def outline(box: Placed, height: float = HEIGHT) -> dict[str, Any]:
    """The box itself; dashed where it stands for something that is still to establish."""
    return {
        "type": "rect",
        "layer": "below",
        "x0": box.x,
        "x1": box.x + WIDTH,
        "y0": box.y - height / 2,
        "y1": box.y + height / 2,
        "fillcolor": box.fill,
        "line": {"color": box.line, "width": 1.2, "dash": "dash" if box.dashed else "solid"},
    }


def words(box: Placed, columns: int, lines: int = 1) -> dict[str, Any]:
    """The text of a box: the title on one or two lines, the note in grey under it on so many."""
    title = wrapped(box.title, columns, 2)
    note = wrapped(box.note, columns - 1, lines)
    return {
        "x": box.x + WIDTH * 0.05,
        "y": box.y,
        "xanchor": "left",
        "yanchor": "middle",
        "align": "left",
        "showarrow": False,
        "text": title + (f'<br><span style="color:{GREY}">{note}</span>' if note else ""),
        "font": {"size": SMALL, "color": box.ink},
    }


def edge(
    source: Placed, target: Placed, colour: str, *, dashed: bool = False, line_width: float = 2.0
) -> dict[str, Any]:
    """A curve from the right side of one box to the left side of another."""
    x0, x1 = source.x + WIDTH, target.x
    middle = (x0 + x1) / 2
    return {
        "type": "path",
        "layer": "below",
        "path": f"M {x0},{source.y} C {middle},{source.y} {middle},{target.y} {x1},{target.y}",
        "line": {"color": colour, "width": line_width, "dash": "dot" if dashed else "solid"},
    }


def facing(source: Placed, target: Placed, height: float = HEIGHT) -> tuple[float, float, float, float]:
    """Where a line leaves one box and meets the other: at the sides that face each other, up and down or side by side."""
    if source.y == target.y:
        right = target.x > source.x
        return source.x + WIDTH * right, source.y, target.x + WIDTH * (not right), target.y
    half = height / 2 if target.y > source.y else -height / 2
    return source.x + WIDTH / 2, source.y + half, target.x + WIDTH / 2, target.y - half


def small(text: str, y: float) -> dict[str, Any]:
    """A small grey text at the left edge: the name of a row, or a legend."""
    return {
        "x": -0.05,
        "y": y,
        "text": text,
        "showarrow": False,
        "xanchor": "left",
        "font": {"size": SMALL, "color": GREY},
    }


def targets(boxes: list[Placed], width: float = WIDTH) -> dict[str, Any]:
    """An unseen point on each box, to hover over and to click: `customdata` is the path of its record."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [box.x + width / 2 for box in boxes],
        "y": [box.y for box in boxes],
        "customdata": [box.path for box in boxes],
        "hovertext": [wrapped(f"{box.title}. {box.note}", 48, 4) for box in boxes],
        "hoverinfo": "text",
        "marker": {"size": 44, "opacity": 0, "symbol": "square"},
    }
