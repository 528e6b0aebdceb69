"""The DuPont tree as one picture: for the brief, for a slide, for the clipboard."""

from __future__ import annotations

import datetime as dt

from accountkit.figures.dupont_nodes import Node, nodes
from accountkit.figures.style import (
    BLUE,
    GREEN,
    GREY,
    INK,
    LINE,
    PAPER,
    RED,
    SLATE,
    SMALL,
    Figure,
    Row,
    escaped,
    figure,
    hidden_axis,
)
from accountkit.finance.returns.attribution import Attribution
from accountkit.finance.returns.dupont import DuPont
from accountkit.i18n import _, day, labelled, language, listed
from accountkit.methods.wording import lower_first

WIDTH = 30.0
"""Of a box, in hundredths of the picture."""
TONES = {"bad": RED, "good": GREEN, "neutral": GREY}


def dupont_tree(dupont: DuPont, attribution: Attribution | None = None, end: dt.date | None = None) -> Figure:
    """The return at the top, its factors under it, each with value, change and effect; five steps have a third row.

    The drawing area is 100 × 100 with the origin at the lower left; a figure without years has no boxes.
    """
    boxes = [node for node in nodes(dupont, attribution, end) if node.is_ratio]
    depth = max((node.level for node in boxes), default=0) + 1
    places = {node.key: _place(node, depth) for node in boxes}
    return figure(
        [_sparkline(node, places[node.key]) for node in boxes if len(_known(node)) > 1]
        + [_targets(boxes, places)],
        shapes=[*_edges(boxes, places), *(_box(places[node.key]) for node in boxes)],
        annotations=[text for node in boxes for text in _texts(node, places[node.key])],
        xaxis=hidden_axis(range=[0, 100]),
        yaxis=hidden_axis(range=[0, 100]),
        height=110 * depth + 10,
        hovermode="closest",
    )


def dupont_tree_table(
    dupont: DuPont, attribution: Attribution | None = None, end: dt.date | None = None
) -> list[Row]:
    """The tree as rows: ratio, value, value before, effect on the return."""
    return [
        {
            _("Ratio"): _("{line} to revenue").format(line=node.name) if node.of_revenue else node.name,
            _("Value"): node.text,
            _("Before"): node.was,
            _("Effect on return on equity"): node.effect,
        }
        for node in nodes(dupont, attribution, end)
    ]


def dupont_tree_text(
    dupont: DuPont, attribution: Attribution | None = None, end: dt.date | None = None
) -> str:
    """What the tree shows, in a sentence."""
    boxes = nodes(dupont, attribution, end)
    if not boxes:
        return _("No statements yet. Import annual statements.")
    root, rest = boxes[0], [node for node in boxes if node.level == 1]
    last = end or (attribution.end if attribution else dupont.years[-1].period_end)
    text = _("Return on equity, year to {day}: {value}, from {factors}.")
    return text.format(
        day=day(last),
        value=root.text,
        factors=listed(
            [_("{ratio} {value}").format(ratio=lower_first(node.name), value=node.text) for node in rest]
        ),
    )


Place = tuple[float, float, float, float]
"""Left, bottom, right, top of a box."""


def _place(node: Node, depth: int) -> Place:
    row = 100 / depth
    middle = {
        "return_on_equity": 50.0,
        "net_margin": 16.0,
        "asset_turnover": 50.0,
        "equity_multiplier": 84.0,
        "tax_burden": 16.0,
        "interest_burden": 50.0,
        "operating_margin": 84.0,
    }[node.key]
    top = 100 - node.level * row - 1
    return middle - WIDTH / 2 - 1, top - row * 0.72, middle + WIDTH / 2 + 1, top


def _box(place: Place) -> dict:
    left, bottom, right, top = place
    return {
        "type": "rect",
        "x0": left,
        "x1": right,
        "y0": bottom,
        "y1": top,
        "line": {"color": LINE, "width": 1.5},
        "fillcolor": PAPER,
        "layer": "below",
    }


def _edges(boxes: list[Node], places: dict[str, Place]) -> list[dict]:
    """From the parent down to the middle of the gap, across, and down to the child."""
    lines = []
    for node in boxes:
        if not node.parent:
            continue
        above, below = places[node.parent], places[node.key]
        start, end = (above[0] + above[2]) / 2, (below[0] + below[2]) / 2
        half = (above[1] + below[3]) / 2
        path = f"M {start} {above[1]} L {start} {half} L {end} {half} L {end} {below[3]}"
        lines.append({"type": "path", "path": path, "line": {"color": LINE, "width": 1.5}, "layer": "below"})
    return lines


def _texts(node: Node, place: Place) -> list[dict]:
    left, bottom, _right, top = place
    height = top - bottom
    colour = RED if node.value is not None and node.value < 0 else INK
    side = {"showarrow": False, "xref": "x", "yref": "y", "yanchor": "middle"}
    both = language() == "zh_CN" and node.other != node.name  # an English figure has English names alone
    other = f" <span style='color:{GREY}'>{escaped(node.other)}</span>" if both else ""
    name = escaped(node.name) + other
    return [
        {
            **side,
            "x": left + 1.2,
            "y": top - height * 0.2,
            "xanchor": "left",
            "text": name,
            "font": {"size": SMALL, "color": SLATE},
        },
        {
            **side,
            "x": left + 1.2,
            "y": top - height * 0.5,
            "xanchor": "left",
            "text": f"<b>{escaped(node.text)}</b>",
            "font": {"size": 18 if node.value is not None else SMALL, "color": colour},
        },
        {
            **side,
            "x": left + 1.2,
            "y": top - height * 0.82,
            "xanchor": "left",
            "text": f"{escaped(node.before)}  <span style='color:{TONES[node.tone]}'>{escaped(node.effect)}</span>",
            "font": {"size": SMALL, "color": GREY},
        },
    ]


def _known(node: Node) -> list[float]:
    return [value for value in node.series if value is not None]


def _sparkline(node: Node, place: Place) -> dict:
    left, bottom, right, top = place
    height, known = top - bottom, _known(node)
    low, span = min(known), (max(known) - min(known)) or 1.0
    step = (right - left) * 0.28 / max(1, len(node.series) - 1)
    start = right - (right - left) * 0.32
    return {
        "type": "scatter",
        "mode": "lines",
        "hoverinfo": "skip",
        "line": {"color": BLUE, "width": 1.5},
        "x": [start + step * place for place in range(len(node.series))],
        "y": [None if v is None else bottom + height * (0.34 + 0.2 * (v - low) / span) for v in node.series],
    }


def _targets(boxes: list[Node], places: dict[str, Place]) -> dict:
    """What the pointer and a click find: one invisible mark per box."""
    middles = [((p[0] + p[2]) / 2, (p[1] + p[3]) / 2) for p in (places[node.key] for node in boxes)]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [x for x, _y in middles],
        "y": [y for _x, y in middles],
        "marker": {"size": 40, "opacity": 0},
        "customdata": [node.key for node in boxes],
        "hovertext": [
            escaped(labelled(node.name, f"{node.text} {node.before} {node.effect} {node.reason}".strip()))
            for node in boxes
        ],
        "hoverinfo": "text",
    }
