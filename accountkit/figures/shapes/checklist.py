"""The steps of a checklist: a circle per condition or stage with its sign, hollow if assumed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from accountkit.figures.shapes.drawing import Drawing, standing, title
from accountkit.figures.style import (
    AMBER,
    AMBER_FAINT,
    BLUE,
    GREEN,
    GREEN_FAINT,
    GREY,
    INK,
    LINE,
    PAPER,
    RED,
    RED_FAINT,
    SMALL,
    Figure,
    Row,
    escaped,
    figure,
    hidden_axis,
    wrapped,
)
from accountkit.i18n import _, listed
from accountkit.methods.shapes.checklist import ChecklistReading, Condition, Stage

PER_ROW = 5
ROW_HEIGHT = 118
SIGNS = {"met": "✓", "not_met": "✕", "unknown": "?"}
LOOKS = {"met": (GREEN, GREEN_FAINT), "not_met": (RED, RED_FAINT), "unknown": (GREY, PAPER)}
BETWEEN = ("…", (AMBER, AMBER_FAINT))
"""How an answer of a condition's own looks, such as "planned"."""


def steps(reading: ChecklistReading, _among: Sequence[ChecklistReading] = ()) -> Drawing:
    """Up to five steps side by side, the next below; a stage is tied to the one after it, the present one has a blue rim."""
    return Drawing(_figure(reading), _text(reading), tuple(_rows(reading)))


def _parts(reading: ChecklistReading) -> list[Condition | Stage]:
    return [*reading.method.conditions, *reading.method.stages]


def _figure(reading: ChecklistReading) -> Figure:
    parts = _parts(reading)
    columns = min(PER_ROW, len(parts)) or 1
    rows = -(-len(parts) // columns)
    xs = [n % columns for n in range(len(parts))]
    ys = [-(n // columns) for n in range(len(parts))]
    found = [reading.outcome(part) for part in parts]
    looks = [LOOKS.get(one, BETWEEN[1]) for one in found]
    sure = [reading.marks[part.key].status == "confirmed" for part in parts]
    current = reading.current.key if reading.current and reading.begun else None
    circles = {
        "type": "scatter",
        "mode": "markers+text",
        "x": xs,
        "y": ys,
        "text": [SIGNS.get(one, BETWEEN[0]) for one in found],
        "textfont": {"size": 15, "color": [look[0] for look in looks]},
        "marker": {
            "size": 38,
            "color": [
                look[1] if known and one != "unknown" else PAPER
                for one, look, known in zip(found, looks, sure, strict=True)
            ],
            "line": {
                "color": [
                    BLUE if part.key == current else look[0] for part, look in zip(parts, looks, strict=True)
                ],
                "width": [2.5 if part.key == current else 1.5 for part in parts],
            },
        },
        "hoverinfo": "text",
        "hovertext": [
            f"{wrapped(_(part.name), 40, 2)}: {escaped(reading.outcome_text(part))} · {standing(reading.marks[part.key])}"
            for part in parts
        ],
        "cliponaxis": False,
    }
    return figure(
        [circles],
        shapes=_ties(reading, xs, ys),
        annotations=[
            _name(_(part.name), x, y, part.key == current) for part, x, y in zip(parts, xs, ys, strict=True)
        ],
        xaxis=hidden_axis(range=[-0.5, columns - 0.5]),
        yaxis=hidden_axis(range=[-rows + 0.28, 0.3]),
        height=ROW_HEIGHT * rows + 20,
    )


def _name(text: str, x: int, y: int, current: bool) -> dict[str, Any]:
    return {
        "text": wrapped(text, 12, 4),
        "x": x,
        "y": y,
        "yshift": -24,
        "yanchor": "top",
        "showarrow": False,
        "font": {"size": SMALL, "color": BLUE if current else INK},
    }


def _ties(reading: ChecklistReading, xs: list[int], ys: list[int]) -> list[dict[str, Any]]:
    """Stages follow one another; conditions stand each for itself."""
    if not reading.method.stages:
        return []
    pairs = zip(xs, ys, xs[1:], ys[1:], strict=False)
    return [
        {
            "type": "line",
            "layer": "below",
            "x0": x0,
            "y0": y0,
            "x1": x1,
            "y1": y1,
            "line": {"color": LINE, "width": 2},
        }
        for x0, y0, x1, y1 in pairs
        if y0 == y1
    ]


def _rows(reading: ChecklistReading) -> list[Row]:
    return [
        {
            _("Condition") if reading.method.conditions else _("Stage"): _(part.name),
            _("Outcome"): reading.outcome_text(part),
            _("Status"): standing(reading.marks[part.key]),
        }
        for part in _parts(reading)
    ]


def _text(reading: ChecklistReading) -> str:
    said = [f"{_(part.name)} ({reading.outcome_text(part)})" for part in _parts(reading)]
    return _("{subject}: {list}.").format(subject=title(reading), list=listed(said))
