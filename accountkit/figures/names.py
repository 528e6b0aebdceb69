"""Names beside dots, so that they cover neither each other nor other dots.

Text is as wide as it is in any window while the axes stretch, so the places are found on a nominal page, the narrowest
at which these pictures are shown; on a wider one there is only more room. A name that had to move away from its dot is
tied to it by a thin line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import hypot, inf
from typing import Any

from accountkit.figures.style import GREY, SMALL

PAGE = 300.0
"""Width and height of the nominal page in pixels, for axes from `LOW` to `HIGH`."""
NEAR = 6.0
"""Pixels within which a name seems to belong to a dot."""
LOW, HIGH = 0.5, 5.6
COLUMN, LINE_HEIGHT = 5.8, 14.5
"""Pixels a column of small text is wide, and a line is high."""


@dataclass(frozen=True)
class Place:
    """Where a name may stand: the side of its dot, how far it is moved along that side, and how far off it is."""

    side: str
    shift: float
    off: float


PLACES = [
    Place(*place)
    for place in product(
        ("below", "above", "right", "left"), (0.0, -34.0, 34.0, -56.0, 56.0), (0.0, 15.0, 30.0, 46.0, 62.0)
    )
]
BY_EFFORT = sorted((abs(place.shift) + 3 * place.off, number, place) for number, place in enumerate(PLACES))
"""A name far off costs a little, so that none is moved idly: what each place costs by itself, the least first."""

Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels; y counts down."""


@dataclass(frozen=True)
class Dot:
    """A dot with its name (as escaped, wrapped text), its place on the axes, and its radius in pixels."""

    text: str
    x: float
    y: float
    radius: float


def names(dots: list[Dot], width: float = PAGE, unnamed: Iterable[Dot] = ()) -> list[dict[str, Any]]:
    """One annotation a dot, placed below, above, right or left, where it covers least; earlier dots choose first.

    `width` is that of the page in pixels where it is known to be wider than the nominal one; `unnamed` dots have no name and are
    not to be covered either.
    """
    found = _chosen(tuple(dots), width, tuple(unnamed))
    return [_annotation(dot, place) for dot, place in zip(dots, found, strict=True)]


def ties(dots: list[Dot], width: float = PAGE, unnamed: Iterable[Dot] = ()) -> list[dict[str, Any]]:
    """A line from each dot to its name where other things stand between them, as shapes in pixels around the dot."""
    found = zip(dots, _chosen(tuple(dots), width, tuple(unnamed)), strict=True)
    return [
        _tie(dot, rectangle(dot, place, width), width)
        for dot, place in found
        if place.off or abs(place.shift) > 40
    ]


@lru_cache(maxsize=64)
def _chosen(dots: tuple[Dot, ...], width: float, unnamed: tuple[Dot, ...] = ()) -> list[Place]:
    """The best place of each name, given those before it; names and ties ask for it alike, and most edits move no dot."""
    around = [_around(dot, width) for dot in (*dots, *unnamed)]
    named: list[Rectangle] = []
    found = []
    for own, dot in enumerate(dots):
        others = [_wider(box, 0 if n == own else NEAR) for n, box in enumerate(around)]
        best = _best(dot, [*others, *named], width)
        named.append(rectangle(dot, best, width))
        found.append(best)
    return found


def _pixels(dot: Dot, width: float = PAGE) -> tuple[float, float]:
    return (dot.x - LOW) * width / (HIGH - LOW), (HIGH - dot.y) * PAGE / (HIGH - LOW)


def _around(dot: Dot, width: float) -> Rectangle:
    x, y = _pixels(dot, width)
    return x - dot.radius, y - dot.radius, x + dot.radius, y + dot.radius


def _wider(box: Rectangle, by: float) -> Rectangle:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


@lru_cache(maxsize=1024)
def _extent(text: str) -> tuple[float, float]:
    lines = text.split("<br>")
    widest = max(sum(2 if ord(char) > 0x2E7F else 1 for char in line) for line in lines)
    return widest * COLUMN, len(lines) * LINE_HEIGHT


def rectangle(dot: Dot, place: Place, page: float = PAGE) -> Rectangle:
    """What the name covers when it stands there, on a page of this width."""
    (x, y), (width, height) = _pixels(dot, page), _extent(dot.text)
    away = dot.radius + place.off
    if place.side in ("below", "above"):
        left = x + place.shift - width / 2
        top = y + away if place.side == "below" else y - away - height
    else:
        left = x + away + 2 if place.side == "right" else x - away - 2 - width
        top = y + place.shift / 2 - height / 2
    return left, top, left + width, top + height


def _best(dot: Dot, taken: list[Rectangle], page: float) -> Place:
    """Where a name costs least, of equals the first; what costs more by being moved alone is not looked at."""
    found, least = PLACES[0], (inf, 0)
    for moved, number, place in BY_EFFORT:
        if moved > least[0]:
            break
        cost = (_cost(dot, place, taken, page, least[0] - moved) + moved, number)
        if cost < least:
            found, least = place, cost
    return found


def _cost(dot: Dot, place: Place, taken: list[Rectangle], page: float, most: float) -> float:
    """The area covered, plus what sticks out of the page; beyond `most` it is not counted further."""
    left, top, right, bottom = rectangle(dot, place, page)
    outside = max(0.0, -left) + max(0.0, right - page - 4) + max(0.0, -top) + max(0.0, bottom - PAGE)
    cost = 60 * outside
    for other_left, other_top, other_right, other_bottom in taken:
        if left < other_right and other_left < right and top < other_bottom and other_top < bottom:
            width = min(right, other_right) - max(left, other_left)
            cost += width * (min(bottom, other_bottom) - max(top, other_top))
        if cost > most:
            break
    return cost


def _annotation(dot: Dot, place: Place) -> dict[str, Any]:
    across, away = place.side in ("below", "above"), dot.radius + place.off
    return {
        "text": dot.text,
        "x": dot.x,
        "y": dot.y,
        "showarrow": False,
        "font": {"size": SMALL, "color": GREY},
        "xanchor": "center" if across else {"right": "left", "left": "right"}[place.side],
        "yanchor": {"below": "top", "above": "bottom"}.get(place.side, "middle"),
        "align": "center" if across else "left",
        "xshift": place.shift if across else (away + 2) * (1 if place.side == "right" else -1),
        "yshift": {"below": -away, "above": away}.get(place.side, -place.shift / 2),
    }


def _tie(dot: Dot, box: Rectangle, width: float) -> dict[str, Any]:
    """From the rim of the dot to the nearest point of its name; pixels count up from the dot."""
    x, y = _pixels(dot, width)
    across, down = min(max(x, box[0]), box[2]) - x, min(max(y, box[1]), box[3]) - y
    length = hypot(across, down) or 1.0
    start = dot.radius / length
    return {
        "type": "line",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": dot.x,
        "yanchor": dot.y,
        "x0": across * start,
        "y0": -down * start,
        "x1": across,
        "y1": -down,
        "line": {"color": GREY, "width": 0.8},
    }
