"""The gap of one problem: where the measure is now, where it was at its best, where it should be."""

from __future__ import annotations

from typing import Any

from accountkit.figures.style import (
    BLUE,
    FAINT,
    GREEN,
    GREY,
    INK,
    PAPER,
    RED,
    SMALL,
    Figure,
    Row,
    escaped,
    figure,
    hidden_axis,
    in_words,
)
from accountkit.i18n import _, clauses
from accountkit.methods.problems.reading import Entry
from accountkit.methods.problems.sentences import difference, measured, measures, metric
from accountkit.methods.wording import upper_first

BAR_COLOUR = {"restore": RED, "prevent": GREY, "pursue_ideal": BLUE, None: GREY}


def problem_gap(entry: Entry) -> Figure:
    """A bar to the present value, a mark at the past best and one at what is wanted; empty where nothing is measured."""
    p = entry.problem
    known = [value for value in (p.past_best, p.current, p.expected) if value is not None]
    if not known:
        return in_words(problem_gap_text(entry), height=60)
    low, high = min([0.0, *known]), max([0.0, *known]) or 1.0
    reach = (high - low) * 1.12
    marks = [
        (p.past_best, GREY, _("best {value}").format(value=measured(p.past_best, p.unit)), "bottom"),
        (p.expected, GREEN, _("target {value}").format(value=measured(p.expected, p.unit)), "top"),
    ]
    present = [(value, hue, text, side) for value, hue, text, side in marks if value is not None]
    return figure(
        [_track(low, low + reach), _bar(entry)],
        barmode="overlay",
        shapes=[_mark(value, hue) for value, hue, _text, _side in present],
        annotations=[_label(value, text, side, (value - low) / reach) for value, _hue, text, side in present],
        xaxis=hidden_axis(range=[low, low + reach]),
        yaxis=hidden_axis(range=[-1.4, 1.4]),
        height=92,
        margin={"l": 4, "r": 4, "t": 2, "b": 2},
    )


def _track(low: float, high: float) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "y": [0],
        "base": [low],
        "x": [high - low],
        "width": [0.5],
        "hoverinfo": "skip",
        "marker": {"color": FAINT},
    }


def _bar(entry: Entry) -> dict[str, Any]:
    p = entry.problem
    return {
        "type": "bar",
        "orientation": "h",
        "y": [0],
        "x": [p.current],
        "width": [0.5],
        "text": [
            escaped(_("now {value}").format(value=measured(p.current, p.unit)))
            if p.current is not None
            else ""
        ],
        "textposition": "auto",
        "insidetextanchor": "start",
        "constraintext": "none",
        "textangle": 0,
        "insidetextfont": {"color": PAPER, "size": SMALL},
        "outsidetextfont": {"color": INK, "size": SMALL},
        "hoverinfo": "skip",
        "customdata": [f"problems/{entry.id}"],
        "marker": {"color": BAR_COLOUR[entry.gap.primary]},
    }


def _mark(value: float, colour: str) -> dict[str, Any]:
    return {
        "type": "line",
        "x0": value,
        "x1": value,
        "y0": -0.45,
        "y1": 0.45,
        "line": {"color": colour, "width": 3},
    }


def _label(value: float, text: str, side: str, share: float) -> dict[str, Any]:
    """A mark's text; near an edge (`share` of the width) it goes inward."""
    return {
        "x": value,
        "y": 0.5 if side == "bottom" else -0.5,
        "text": escaped(text),
        "showarrow": False,
        "yanchor": side,
        "xanchor": "left" if share < 1 / 3 else "right" if share > 2 / 3 else "center",
        "font": {"size": SMALL, "color": GREY},
    }


def problem_gap_table(entry: Entry) -> list[Row]:
    """The values of the measure and the parts of the gap."""
    p, gap = entry.problem, entry.gap
    rows = [
        (_("Best"), measured(p.past_best, p.unit)),
        (_("Current"), measured(p.current, p.unit)),
        (_("Target"), measured(p.expected, p.unit)),
        (_("Tolerance"), "–" if gap.tolerance is None else difference(gap.tolerance, p.unit)),
        (_("To restore"), "–" if gap.restore_part is None else difference(gap.restore_part, p.unit)),
        (_("Beyond the best"), "–" if gap.ideal_part is None else difference(gap.ideal_part, p.unit)),
    ]
    return [{_("Measure"): name, metric(p) or _("Indicator"): value} for name, value in rows]


def problem_gap_text(entry: Entry) -> str:
    """The gap in words: best, now, wanted."""
    said = clauses(measures(entry))
    return (
        _("{facts}.").format(facts=upper_first(said))
        if said
        else _("No values yet. Enter current, best and target.")
    )
