"""The quadrants of a matrix with all its records: the one that is looked at is large, an assumed one hollow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from accountkit.figures.names import PAGE, Dot, names, ties
from accountkit.figures.shapes.drawing import Drawing, standing, title, tone
from accountkit.figures.style import (
    AMBER_SOFT,
    BLUE,
    BLUE_FAINT,
    GREY,
    LINE,
    PAPER,
    SMALL,
    Figure,
    Row,
    figure,
    in_words,
    wrapped,
)
from accountkit.i18n import _, listed
from accountkit.methods.marks import Mark
from accountkit.methods.shapes.matrix import FIELD, NEAR, Axis, Cell, MatrixReading

LOW, HIGH = 0.5, 5.6
"""The nominal axes on which names find their places (`figures.names`)."""
MIDDLE = 3.0
MOST = 60
"""Of more places only those that are highest on the horizontal axis are drawn; the card counts all."""


@dataclass(frozen=True)
class Scale:
    """An axis as it is drawn. Ratings are drawn as they are; another measure is stretched so that its cut stays in the
    middle of the picture.
    """

    axis: Axis
    reach: float

    def at(self, value: float) -> float:
        """Where a value stands on the nominal axis."""
        return value if self.is_rating else MIDDLE + 2 * (value - self.axis.cut) / self.reach

    @property
    def is_rating(self) -> bool:
        return self.reach == 0

    @property
    def cut(self) -> float:
        return self.at(self.axis.cut)


def scale(axis: Axis, values: Sequence[float]) -> Scale:
    """The scale for an axis and what stands on it."""
    if all(1 <= value <= 5 for value in (*values, axis.cut)):
        return Scale(axis, 0)
    return Scale(axis, max([abs(value - axis.cut) for value in values] + [abs(axis.cut), 1e-9]))


def quadrants(reading: MatrixReading, among: Sequence[MatrixReading] = ()) -> Drawing:
    """The cells, named; every record that has a place on both axes. Between the dotted lines a place is on the line."""
    placed = [
        one for one in (reading.members or among or (reading,)) if one.x is not None and one.y is not None
    ]
    if reading.members and placed:
        reading = replace(reading, method=placed[0].method)  # with the cuts of all of them
        placed = sorted(placed, key=lambda one: -(one.x or 0.0))[:MOST]
    return Drawing(_figure(reading, placed), _text(reading, placed), tuple(_rows(reading, placed)))


def _figure(reading: MatrixReading, placed: list[MatrixReading]) -> Figure:
    if not placed:
        return in_words(_text(reading, placed))
    method = reading.method
    places = [(one, one.x, one.y) for one in placed if one.x is not None and one.y is not None]
    across = scale(method.horizontal, [x for _one, x, _y in places])
    upward = scale(method.vertical, [y for _one, _x, y in places])
    drawn = [(one, across.at(x), upward.at(y)) for one, x, y in places]
    spots = [Dot(wrapped(one.called, 18, 2), x, y, 9.0) for one, x, y in drawn if one.called]
    return figure(
        [_points(reading, drawn)],
        shapes=[*_ground(reading, across, upward), *ties(spots)],
        annotations=[*(_cell(cell, reading.cell) for cell in method.cells), *names(spots)],
        xaxis=_axis(method.horizontal),
        yaxis=_axis(method.vertical),
        height=int(PAGE) + 40,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
    )


def _axis(axis: Axis) -> dict[str, Any]:
    # a phone has room for so much in a line
    ends = wrapped(f"{_(axis.low)} ← {_(axis.name)} → {_(axis.high)}", 54)
    return {
        "range": [LOW, HIGH],
        "fixedrange": True,
        "showticklabels": False,
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "title": {"text": ends, "font": {"size": SMALL, "color": GREY}, "standoff": 6},
        "automargin": True,
    }


def _ground(reading: MatrixReading, across: Scale, upward: Scale) -> list[dict[str, Any]]:
    """The cell that the record lies in, the cuts, and the bands in which a place is on the line."""
    shapes: list[dict[str, Any]] = []
    for cell in dict.fromkeys(filter(None, (reading.cell, reading.method.middle))):
        x = FIELD if cell.right is None else (across.cut, HIGH) if cell.right else (LOW, across.cut)
        y = FIELD if cell.up is None else (upward.cut, HIGH) if cell.up else (LOW, upward.cut)
        shapes.append(
            {
                "type": "rect",
                "layer": "below",
                "x0": x[0],
                "x1": x[1],
                "y0": y[0],
                "y1": y[1],
                "fillcolor": BLUE_FAINT if cell is reading.cell else PAPER,
                "line": {"width": 0 if cell.right is not None else 1, "color": LINE},
            }
        )
    line: dict[str, Any] = {"type": "line", "layer": "below"}
    solid, dotted = {"color": LINE, "width": 1.5}, {"color": AMBER_SOFT, "width": 1, "dash": "dot"}
    for scale_, upright in ((across, True), (upward, False)):
        near = (
            [scale_.at(scale_.axis.cut - scale_.axis.near), scale_.at(scale_.axis.cut + scale_.axis.near)]
            if scale_.is_rating or scale_.axis.near != NEAR
            else []
        )
        for at, look in ((scale_.cut, solid), *((one, dotted) for one in near)):
            ends = {"x0": at, "x1": at, "y0": LOW, "y1": HIGH}
            if not upright:
                ends = {"x0": LOW, "x1": HIGH, "y0": at, "y1": at}
            shapes.append({**line, **ends, "line": look})
    return shapes


def _cell(cell: Cell, chosen: Cell | None) -> dict[str, Any]:
    name = wrapped(_(cell.name), 20, 2)
    place: dict[str, Any] = {
        "x": 0.5 if cell.middle else 0.99 if cell.right else 0.01,
        "y": 0.99 if cell.up else 0.01,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "center" if cell.middle else "right" if cell.right else "left",
        "yanchor": "top" if cell.up else "bottom",
        "align": "right" if cell.right else "left",
    }
    if cell.right is None:
        place = {"x": MIDDLE, "y": FIELD[0], "yanchor": "top"}
    return {
        "text": f"<b>{name}</b>" if cell is chosen else name,
        **place,
        "showarrow": False,
        "font": {"size": SMALL + 1, "color": BLUE if cell is chosen else GREY},
    }


def _points(reading: MatrixReading, drawn: list[tuple[MatrixReading, float, float]]) -> dict[str, Any]:
    placed = [one for one, _x, _y in drawn]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [x for _one, x, _y in drawn],
        "y": [y for _one, _x, y in drawn],
        "customdata": [one.subject_id for one in placed],
        "hoverinfo": "text",
        "hovertext": [f"{wrapped(title(one), 40, 2)}: {_place(one)} · {_standing(one)}" for one in placed],
        "marker": {
            "size": [16 if one.subject_id == reading.subject_id else 11 for one in placed],
            "color": [tone(one.stale) if one.status == "confirmed" else PAPER for one in placed],
            "line": {"color": [tone(one.stale) for one in placed], "width": 2},
        },
    }


def _place(reading: MatrixReading) -> str:
    axes = ((reading.method.horizontal, reading.x), (reading.method.vertical, reading.y))
    return " / ".join(axis.text(at, reading.currency) for axis, at in axes)


def _standing(reading: MatrixReading) -> str:
    return standing(Mark("", value=True, status=reading.status))


def _rows(reading: MatrixReading, placed: list[MatrixReading]) -> list[Row]:
    method = reading.method
    return [
        {
            _("Record"): title(one),
            _(method.horizontal.name): one.method.horizontal.text(one.x, one.currency),
            _(method.vertical.name): one.method.vertical.text(one.y, one.currency),
            _("Verdict"): method.verdict_text(one),
            _("Status"): _standing(one),
        }
        for one in placed
    ]


def _text(reading: MatrixReading, placed: list[MatrixReading]) -> str:
    method = reading.method
    if not placed:
        return _("{subject}: not enough is known for a place in the picture.").format(subject=title(reading))
    places = [f"{title(one)} ({_place(one)}, {method.verdict_text(one)})" for one in placed]
    return _("{across} and {upward}: {list}.").format(
        across=_(method.horizontal.name), upward=_(method.vertical.name), list=listed(places)
    )
