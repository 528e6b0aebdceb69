"""Bars that step from one level to another: what all waterfalls share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from accountkit.figures.style import (
    GREEN,
    GREY,
    PAPER,
    RED,
    SLATE,
    SMALL,
    Figure,
    axis,
    escaped,
    figure,
    wrapped,
)

LABEL_COLUMNS = 12
Tone = Literal["level", "good", "bad", "neutral"]


@dataclass(frozen=True)
class Bar:
    """A level (drawn from zero) or a step (drawn from where the one before it ended); `value` in fractions.

    A ``neutral`` step is hatched and grey: it moves the result without being better or worse.
    """

    label: str
    value: float
    text: str
    hover: str
    tone: Tone = "level"


COLOURS = {"level": SLATE, "good": GREEN, "bad": RED, "neutral": GREY}
PATTERNS = {"level": "", "good": "", "bad": "", "neutral": "/"}


def waterfall(bars: list[Bar], height: int = 300) -> Figure:
    """The bars side by side with their texts; levels stand on zero, steps (their texts in points) hang between the levels."""
    bases, ends, running = [], [], 0.0
    for bar in bars:
        base = 0.0 if bar.tone == "level" else running
        running = base + bar.value
        bases.append(base)
        ends.append(running)
    places = list(range(len(bars)))
    low, high = min([0.0, *bases, *ends]), max([0.0, *bases, *ends])
    room = (high - low) * 0.14 or 0.01
    return figure(
        [_drawn(bars, places, bases)],
        annotations=[
            _text(bar, x, max(b, e)) for bar, x, b, e in zip(bars, places, bases, ends, strict=True)
        ],
        shapes=[_joint(x, end) for x, end in zip(places[:-1], ends[:-1], strict=True)] if bars else [],
        xaxis=axis(
            tickmode="array",
            tickvals=places,
            ticktext=[wrapped(bar.label, LABEL_COLUMNS, 3) for bar in bars],
            tickangle=0,
        ),
        yaxis=axis(
            showticklabels=False,
            ticks="",
            showline=False,
            zeroline=True,
            zerolinecolor=GREY,
            range=[low - room * 0.4, high + room],
        ),
        height=height,
        bargap=0.4,
    )


def _drawn(bars: list[Bar], places: list[int], bases: list[float]) -> dict:
    return {
        "type": "bar",
        "x": places,
        "y": [bar.value for bar in bars],
        "base": bases,
        "marker": {
            "color": [COLOURS[bar.tone] for bar in bars],
            "pattern": {"shape": [PATTERNS[bar.tone] for bar in bars], "fgcolor": PAPER, "size": 5},
        },
        "hovertext": [escaped(bar.hover) for bar in bars],
        "hoverinfo": "text",
        "textposition": "none",
    }


def _text(bar: Bar, x: int, top: float) -> dict:
    bold = f"<b>{escaped(bar.text)}</b>" if bar.tone == "level" else escaped(bar.text)
    return {
        "x": x,
        "y": top,
        "text": bold,
        "showarrow": False,
        "yanchor": "bottom",
        "yshift": 2,
        "font": {"size": SMALL + 1, "color": COLOURS[bar.tone]},
    }


def _joint(x: int, level: float) -> dict:
    return {
        "type": "line",
        "x0": x + 0.3,
        "x1": x + 0.7,
        "y0": level,
        "y1": level,
        "line": {"color": GREY, "width": 1, "dash": "dot"},
    }
