"""Names beside dots, so that they cover neither each other nor other dots.

Text is as wide as it is in any window while the axes stretch, so the places are found on a nominal page, the narrowest
at which these pictures are shown; on a wider one there is only more room.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Any

from accountkit.figures.style import GREY, SMALL

PAGE = 300.0
"""Width and height of the nominal page in pixels, for axes from `LOW` to `HIGH`."""
LOW, HIGH = 0.5, 5.6
COLUMN, LINE_HEIGHT = 5.6, 13.5
"""Pixels a column of small text is wide, and a line is high."""

Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels; y counts down."""


@dataclass(frozen=True)
class Dot:
    """A dot with its name (as escaped, wrapped text), its place on the axes, and its radius in pixels."""

    text: str
    x: float
    y: float
    radius: float


def names(dots: list[Dot]) -> list[dict[str, Any]]:
    """One annotation a dot, placed below, above, right or left, where it covers least; earlier dots choose first."""
    taken = [_around(dot) for dot in dots]
    found = []
    for dot in dots:
        places = [(side, shift) for side, shift in product(("below", "above", "right", "left"), (0.0, -34.0, 34.0))]
        best = min(places, key=lambda place: _cost(dot, *place, taken))
        taken.append(_rectangle(dot, *best))
        found.append(_annotation(dot, *best))
    return found


def _pixels(dot: Dot) -> tuple[float, float]:
    unit = PAGE / (HIGH - LOW)
    return (dot.x - LOW) * unit, (HIGH - dot.y) * unit


def _around(dot: Dot) -> Rectangle:
    x, y = _pixels(dot)
    return x - dot.radius, y - dot.radius, x + dot.radius, y + dot.radius


def _extent(text: str) -> tuple[float, float]:
    lines = text.split("<br>")
    widest = max(sum(2 if ord(char) > 0x2E7F else 1 for char in line) for line in lines)
    return widest * COLUMN, len(lines) * LINE_HEIGHT


def _rectangle(dot: Dot, side: str, shift: float) -> Rectangle:
    """Where the name lies: `shift` moves it along the dot's side."""
    (x, y), (width, height) = _pixels(dot), _extent(dot.text)
    if side in ("below", "above"):
        top = y + dot.radius if side == "below" else y - dot.radius - height
        return x + shift - width / 2, top, x + shift + width / 2, top + height
    left = x + dot.radius + 2 if side == "right" else x - dot.radius - 2 - width
    return left, y + shift / 2 - height / 2, left + width, y + shift / 2 + height / 2


def _cost(dot: Dot, side: str, shift: float, taken: list[Rectangle]) -> float:
    """The area covered, plus what sticks out of the page; a shifted name costs a little, so that it is not shifted idly."""
    left, top, right, bottom = box = _rectangle(dot, side, shift)
    outside = max(0.0, -left) + max(0.0, right - PAGE - 14) + max(0.0, -top) + max(0.0, bottom - PAGE)
    return sum(_overlap(box, other) for other in taken) + 60 * outside + abs(shift)


def _overlap(a: Rectangle, b: Rectangle) -> float:
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    return width * height if width > 0 and height > 0 else 0.0


def _annotation(dot: Dot, side: str, shift: float) -> dict[str, Any]:
    across = side in ("below", "above")
    return {
        "text": dot.text, "x": dot.x, "y": dot.y, "showarrow": False, "font": {"size": SMALL, "color": GREY},
        "xanchor": "center" if across else {"right": "left", "left": "right"}[side],
        "yanchor": {"below": "top", "above": "bottom"}.get(side, "middle"), "align": "center" if across else "left",
        "xshift": shift if across else (dot.radius + 2) * (1 if side == "right" else -1),
        "yshift": {"below": -dot.radius, "above": dot.radius}.get(side, -shift / 2),
    }  # fmt: skip
