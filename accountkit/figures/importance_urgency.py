"""Motives by importance and urgency: what is important and urgent opens the meeting; hollow is only assumed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from accountkit.figures.names import Dot, names
from accountkit.figures.style import (
    BLUE,
    BLUE_FAINT,
    GREY,
    LINE,
    PAPER,
    SMALL,
    Figure,
    Row,
    axis,
    escaped,
    figure,
    in_words,
    note,
    wrapped,
)
from accountkit.i18n import _, bracketed, clauses, labelled, number
from accountkit.methods.labels import label
from accountkit.methods.motives.reading import MotiveReading


def importance_urgency(motives: Sequence[MotiveReading]) -> Figure:
    """Importance (mean of the four effects) over urgency, 1 to 5; size by score; the quadrant to begin with tinted."""
    drawn = [m for m in motives if m.importance is not None and m.urgency is not None]
    if not drawn:
        return in_words(importance_urgency_text(motives))
    places = _places(drawn)
    return figure(
        [_trace(drawn, places)],
        shapes=_frame(),
        annotations=[
            note(_("start here"), 5.5, 5.55, xanchor="right", yanchor="top"),
            *names([Dot(wrapped(m.role, 24, 1), *places[m.id], _size(m) / 2) for m in drawn]),
        ],
        xaxis=axis(
            range=[0.5, 5.6],
            tickvals=[1, 3, 5],
            title={"text": _("urgency →"), "font": {"size": SMALL, "color": GREY}},
        ),
        yaxis=axis(
            range=[0.5, 5.6],
            tickvals=[1, 3, 5],
            title={"text": _("importance →"), "font": {"size": SMALL, "color": GREY}},
        ),
        height=360,
    )


def _places(drawn: list[MotiveReading]) -> dict[str, tuple[float, float]]:
    """Where each motive stands; several at one place stand one under the other."""
    seen: dict[tuple[float, float], int] = defaultdict(int)
    places = {}
    for motive in drawn:
        urgency, importance = motive.urgency, motive.importance
        if urgency is not None and importance is not None:
            places[motive.id] = (urgency, importance - 0.34 * seen[urgency, importance])
            seen[urgency, importance] += 1
    return places


def _size(motive: MotiveReading) -> float:
    """The diameter in pixels: it grows with the score."""
    return 10 + (motive.score or 0.0) / 5


def _trace(drawn: list[MotiveReading], places: dict[str, tuple[float, float]]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [places[m.id][0] for m in drawn],
        "y": [places[m.id][1] for m in drawn],
        "customdata": [f"motives/{m.id}" for m in drawn],
        "hoverinfo": "text",
        "hovertext": [escaped(labelled(m.role, f"{m.about} · {number(m.shown, 0)}")) for m in drawn],
        "marker": {
            "size": [_size(m) for m in drawn],
            "opacity": 0.9,
            "color": [BLUE if m.status == "confirmed" else PAPER for m in drawn],
            "line": {"color": BLUE, "width": 2},
        },
    }


def _frame() -> list[dict[str, Any]]:
    line = {"color": LINE, "width": 1}
    return [
        {
            "type": "rect",
            "layer": "below",
            "x0": 3,
            "x1": 5.6,
            "y0": 3,
            "y1": 5.6,
            "fillcolor": BLUE_FAINT,
            "line": {"width": 0},
        },
        {"type": "line", "layer": "below", "x0": 3, "x1": 3, "y0": 0.5, "y1": 5.6, "line": line},
        {"type": "line", "layer": "below", "x0": 0.5, "x1": 5.6, "y0": 3, "y1": 3, "line": line},
    ]


def importance_urgency_table(motives: Sequence[MotiveReading]) -> list[Row]:
    """Every motive with its importance, urgency, score, state and status."""
    return [
        {
            _("Stakeholder"): m.role,
            _("Need"): m.about,
            _("Importance"): number(m.importance, 1),
            _("Urgency"): number(m.urgency, 1),
            _("Score"): number(m.shown, 0),
            _("Need state"): label("need_state", m.state),
            _("Status"): label("status", m.status),
        }
        for m in motives
    ]


def importance_urgency_text(motives: Sequence[MotiveReading]) -> str:
    """Who stands in the quadrant to begin with, in a sentence."""
    first = [m for m in motives if (m.importance or 0) >= 3 and (m.urgency or 0) >= 3]
    if not first:
        return _("No motive is both important and urgent yet.")
    return _("Important and urgent: {list}.").format(list=clauses(m.role + bracketed(m.about) for m in first))
