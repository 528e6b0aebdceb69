"""PEST factors by impact and likelihood: what is probable and heavy stands top right; hollow is only assumed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import ceil, sqrt
from typing import Any

from accountkit.figures.names import PAGE, Dot, names, ties
from accountkit.figures.style import (
    AMBER,
    FAINT,
    GREEN,
    GREY,
    LINE,
    PAPER,
    RED,
    RED_FAINT,
    SMALL,
    Figure,
    Row,
    axis,
    escaped,
    figure,
    in_words,
    wrapped,
)
from accountkit.i18n import _
from accountkit.methods.environment.pest_reading import SIGN, Pest
from accountkit.methods.labels import label
from accountkit.methods.shapes.rows import Row as Factor
from accountkit.methods.wording import plain

LABELLED = 8
"""So many factors carry their name in the picture; the others say it on hover."""
DRAWN = 60
"""More would cover one another; the list beside the picture has them all."""
SPREAD = 0.34
"""How far factors of the same rating stand apart, in rating points; many stand closer, so that all stay at their rating."""
REACH = 0.4
"""How far from its rating a factor may stand."""


def pest_map(pest: Pest, width: float = PAGE) -> Figure:
    """Impact over likelihood, size by priority, green opens and red closes space, the heavy quadrant tinted.

    `width` is the least that the picture will have, in pixels: names find their places on it.
    """
    drawn = _drawn(pest)
    if not drawn:
        return in_words(pest_map_text(pest))
    places = _places(drawn)
    dots = [Dot(wrapped(f["headline"], 20, 2), *places[f.id], _size(f) / 2) for f in drawn[:LABELLED]]
    unnamed = [Dot("", *places[f.id], _size(f) / 2) for f in drawn[LABELLED:]]
    return figure(
        [_trace(drawn, places)],
        shapes=[_quadrant(), *_frame(), *ties(dots, width, unnamed)],
        annotations=names(dots, width, unnamed),
        xaxis=axis(
            range=[0.5, 5.6],
            tickvals=[1, 3, 5],
            title={"text": _("likelihood →"), "font": {"size": SMALL, "color": GREY}},
        ),
        yaxis=axis(
            range=[0.5, 5.6],
            tickvals=[1, 3, 5],
            title={"text": _("impact →"), "font": {"size": SMALL, "color": GREY}},
        ),
        height=370,
        margin={"l": 8, "r": 8, "t": 12, "b": 8},
    )


def _drawn(pest: Pest) -> list[Factor]:
    """The factors that have a place, the heaviest `DRAWN` of them."""
    return [factor for factor in pest.rows if factor["priority"] is not None][:DRAWN]


def colour(effect: str) -> str:
    """Green for what opens space or wins share, red for what closes or loses it."""
    return GREEN if SIGN[effect] > 0 else RED


def _trace(drawn: list[Factor], places: dict[str, tuple[float, float]]) -> dict[str, Any]:
    hues = [GREY if f.status == "refuted" else colour(f["effect"]) for f in drawn]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [places[f.id][0] for f in drawn],
        "y": [places[f.id][1] for f in drawn],
        "customdata": [f"findings/{f.id}" for f in drawn],
        "hoverinfo": "text",
        "hovertext": [_hover(f) for f in drawn],
        "marker": {
            "size": [_size(f) for f in drawn],
            "symbol": ["x-thin" if f.status == "refuted" else "circle" for f in drawn],
            "color": [hue if f.status == "confirmed" else PAPER for f, hue in zip(drawn, hues, strict=True)],
            "opacity": 0.85,
            "line": {
                "color": [AMBER if f.stale else hue for f, hue in zip(drawn, hues, strict=True)],
                "width": 2,
            },
        },
    }


def _size(factor: Factor) -> float:
    """The diameter in pixels: its area grows with the priority; what does not count is small."""
    return 8 + 4.5 * sqrt(factor["priority"]) if factor.counts else 9


def _places(drawn: list[Factor]) -> dict[str, tuple[float, float]]:
    """Where each factor stands: at its ratings; several at the same ratings side by side, four and more in lines below one
    another.
    """
    cells: dict[tuple[int, int], list[Factor]] = defaultdict(list)
    for factor in drawn:
        cells[factor["likelihood"], factor["impact"]].append(factor)
    return {
        factor.id: (x + across, y - down)
        for (x, y), cell in cells.items()
        for factor, (across, down) in zip(cell, _beside(len(cell)), strict=True)
    }


def _beside(many: int) -> Iterator[tuple[float, float]]:
    """How far each of so many factors stands to the right of their rating, and below it."""
    columns = many if many <= 3 else ceil(sqrt(many))
    lines = ceil(many / columns)
    step = min(SPREAD, 2 * REACH / max(1, columns - 1))
    for n in range(many):
        line, column = divmod(n, columns)
        in_line = min(columns, many - line * columns)
        yield step * (column - (in_line - 1) / 2), step * (line - (lines - 1) / 2)


def _hover(factor: Factor) -> str:
    kinds = (("effect", "effect"), ("party", "affected_party"), ("horizon", "horizon"))
    lines = [
        wrapped(factor["headline"], 44, 3),
        escaped(" · ".join(label(family, factor[column]) for family, column in kinds)),
        escaped(
            _("{impact} × {likelihood}, priority {priority} · {status}").format(
                impact=factor["impact"],
                likelihood=factor["likelihood"],
                priority=plain(factor["priority"]),
                status=label("status", factor.status),
            )
        ),
    ]
    return "<br>".join(lines)


def _quadrant() -> dict[str, Any]:
    return {
        "type": "rect",
        "layer": "below",
        "x0": 3,
        "x1": 5.6,
        "y0": 3,
        "y1": 5.6,
        "fillcolor": RED_FAINT,
        "line": {"width": 0},
    }


def _frame() -> list[dict[str, Any]]:
    line = {"color": LINE, "width": 1}
    return [
        {
            "type": "rect",
            "layer": "below",
            "x0": 0.5,
            "x1": 3,
            "y0": 0.5,
            "y1": 5.6,
            "fillcolor": FAINT,
            "line": {"width": 0},
            "opacity": 0.4,
        },
        {"type": "line", "layer": "below", "x0": 3, "x1": 3, "y0": 0.5, "y1": 5.6, "line": line},
        {"type": "line", "layer": "below", "x0": 0.5, "x1": 5.6, "y0": 3, "y1": 3, "line": line},
    ]


def pest_map_table(pest: Pest) -> list[Row]:
    """The factors drawn, with their ratings, priority and status; what is not rated says so."""
    return [
        {
            _("Factor"): f["headline"],
            _("Dimension"): label("dimension", f["source_item"]),
            _("Nature of effect"): label("effect", f["effect"]),
            _("Affected party"): label("party", f["affected_party"]),
            _("Impact"): plain(f["impact"]),
            _("Likelihood"): plain(f["likelihood"]),
            _("Horizon"): label("horizon", f["horizon"]),
            _("Priority"): plain(f["priority"]),
            _("Status"): label("status", f.status),
        }
        for f in pest.rows[:DRAWN]
    ]


def pest_map_text(pest: Pest) -> str:
    """The picture in a sentence: how many factors, how many weigh, which most."""
    if not pest.rated:
        return _("No factors rated yet. Rate impact and likelihood.")
    first, heavy = pest.summands[0], sum("finding" in factor.flags for factor in pest.rows)
    return _("{n} factors rated, {heavy} with priority 9 or more; highest: {factor} ({priority}).").format(
        n=pest.rated, heavy=heavy, factor=first["headline"], priority=plain(first["priority"])
    )
