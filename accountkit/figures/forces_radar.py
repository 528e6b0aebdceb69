"""The five forces now and in 12 months; a force that is only assumed has a hollow corner, one not rated
enough has none."""

from __future__ import annotations

from typing import Any

from accountkit.figures.style import (
    BLUE,
    GREY,
    LINE,
    PAPER,
    SIZE,
    SMALL,
    Figure,
    Row,
    escaped,
    figure,
    in_words,
    wrapped,
)
from accountkit.i18n import _, labelled, listed, number
from accountkit.methods.labels import label
from accountkit.methods.shapes.groups import GroupReading
from accountkit.methods.shapes.scorecard import ScorecardReading
from accountkit.methods.wording import joined

NAME_COLUMNS = 11
FILL = "rgba(29, 78, 216, 0.22)"


def forces_radar(reading: ScorecardReading) -> Figure:
    """A pentagon from 0 to 5, of five corners however many are rated: filled is now, dashed what is expected in 12 months where that differs."""
    forces = list(reading.groups.values())
    if all(force.shown is None for force in forces):
        return in_words(forces_radar_text(reading))
    traces = [_now(forces)]
    if any(force.shown_expected != force.shown for force in forces):
        traces.append(_expected(forces))
    return figure(
        traces,
        polar={
            "gridshape": "linear",
            "bgcolor": "rgba(0,0,0,0)",
            "radialaxis": {
                "range": [0, 5],
                "tickvals": [2.5, 3.5, 5],
                "showticklabels": False,
                "gridcolor": LINE,
                "linecolor": LINE,
            },
            "angularaxis": {
                "categoryorder": "array",
                "categoryarray": [_corner(force) for force in forces],
                "direction": "clockwise",
                "rotation": 90,
                "gridcolor": LINE,
                "linecolor": LINE,
                "tickfont": {"size": SIZE, "color": GREY},
            },
        },
        margin={"l": 84, "r": 84, "t": 68, "b": 48},
        height=360,
    )


def _corner(force: GroupReading) -> str:
    """The name at a corner, under it the score; how much is rated while that is too little for a verdict."""
    name = wrapped(force.name, NAME_COLUMNS)
    if force.mean is None:
        return name
    share = _("{rated} of {total} rated").format(rated=force.rated, total=force.total)
    return f"{name}<br>" + (f"<b>{number(force.mean, 1)}</b>" if force.band else escaped(share))


def _now(forces: list[GroupReading]) -> dict[str, Any]:
    known = [force for force in forces if force.shown is not None]
    ring = [*known, known[0]]
    return {
        "type": "scatterpolar",
        "mode": "lines+markers",
        "fill": "toself" if len(known) > 2 else "none",
        "fillcolor": FILL,
        "theta": [_corner(f) for f in ring],
        "r": [f.mean for f in ring],
        "customdata": [f.key for f in ring],
        "line": {"color": BLUE, "width": 1.5},
        "marker": {
            "size": 9,
            "color": [BLUE if f.status == "confirmed" else PAPER for f in ring],
            "line": {"color": BLUE, "width": 2},
        },
        "hoverinfo": "text",
        "hovertext": [
            labelled(escaped(f.name), f"{number(f.mean, 1)} · {label('status', f.status)}") for f in ring
        ],
    }


def _expected(forces: list[GroupReading]) -> dict[str, Any]:
    known = [force for force in forces if force.shown_expected is not None]
    ring = [*known, known[0]]
    return {
        "type": "scatterpolar",
        "mode": "lines",
        "theta": [_corner(f) for f in ring],
        "r": [f.expected for f in ring],
        "line": {"color": BLUE, "width": 1.5, "dash": "dash"},
        "hoverinfo": "text",
        "hovertext": [_("in 12 months: {value}").format(value=number(f.expected, 1)) for f in ring],
        "textfont": {"size": SMALL},
    }


def forces_radar_table(reading: ScorecardReading) -> list[Row]:
    """Per force: score now and in 12 months, verdict, how much is rated, what the adapted reading says."""
    return [
        {
            _("Force"): force.name,
            _("Now"): number(force.shown, 1),
            _("In 12 months"): number(force.shown_expected, 1),
            _("Verdict"): force.verdict,
            _("Rated"): f"{force.rated} / {force.total}",
            _("Cross-check"): number(force.mirror, 1),
            _("Status"): label("status", force.status),
        }
        for force in reading.groups.values()
    ]


def forces_radar_text(reading: ScorecardReading) -> str:
    """The forces from strongest to weakest, in a sentence, and how much is rated of those that have no score yet."""
    known = sorted(
        (f for f in reading.groups.values() if f.shown is not None), key=lambda f: -(f.mean or 0.0)
    )
    begun = [f for f in reading.groups.values() if f.mean is not None and f.shown is None]
    if not known and not begun:
        return _("No drivers rated yet. Rate the ones you know.")
    said = []
    if known:
        forces = [_valued(f, number(f.mean, 1)) for f in known]
        said.append(_("Pressure now, out of 5: {list}.").format(list=listed(forces)))
    if begun:
        forces = [_valued(f, f"{f.rated}/{f.total}") for f in begun]
        said.append(_("Too few drivers rated for a score: {list}.").format(list=listed(forces)))
    return joined(said)


def _valued(force: GroupReading, value: str) -> str:
    return _("{ratio} {value}").format(ratio=force.name, value=value)
