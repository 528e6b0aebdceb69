"""The profile of a scorecard: a bar per item with a dot at its rating, hollow if assumed."""

from __future__ import annotations

from collections.abc import Sequence

from accountkit.figures.shapes.drawing import Drawing, dots, standing, title
from accountkit.figures.style import BLUE_SOFT, LINE, Figure, Row, axis, escaped, figure, in_words, wrapped
from accountkit.i18n import _, listed, number
from accountkit.methods.marks import Mark
from accountkit.methods.shapes.scorecard import ScorecardReading

NAME_COLUMNS = 24
LINE_HEIGHT = 26


def profile(reading: ScorecardReading, _among: Sequence[ScorecardReading] = ()) -> Drawing:
    """One line per item in the order of the card; an item that is not assessed, or refuted, has its line and no bar."""
    return Drawing(_figure(reading), _text(reading), tuple(_rows(reading)))


def _items(reading: ScorecardReading) -> list[tuple[str, Mark]]:
    return [
        (_(item.name), reading.marks[item.key]) for group in reading.method.groups for item in group.items
    ]


def _figure(reading: ScorecardReading) -> Figure:
    if not reading.rated:
        return in_words(_text(reading))
    items = _items(reading)
    places = list(range(len(items)))
    known = [(place, mark) for place, (_name, mark) in enumerate(items) if mark.value is not None]
    bars = {
        "type": "bar",
        "orientation": "h",
        "y": [place for place, _mark in known],
        "x": [mark.value - 1 for _place, mark in known],
        "base": 1,
        "width": 0.32,
        "marker": {"color": BLUE_SOFT},
        "hoverinfo": "skip",
    }
    points = {
        "type": "scatter",
        "mode": "markers",
        "y": [place for place, _mark in known],
        "x": [mark.value for _place, mark in known],
        "marker": dots([mark for _place, mark in known]),
        "hoverinfo": "text",
        "hovertext": [
            f"{escaped(items[place][0])}: {number(mark.value, 0)} · {standing(mark)}" for place, mark in known
        ],
        "cliponaxis": False,
    }
    return figure(
        [bars, points],
        xaxis=axis(range=[0.9, 5.2], tickvals=[1, 2, 3, 4, 5], showgrid=True, gridcolor=LINE, showline=False),
        yaxis=axis(
            tickvals=places,
            ticktext=[wrapped(name, NAME_COLUMNS, 2) for name, _mark in items],
            range=[len(items) - 0.5, -0.5],
            showline=False,
            tickfont={"size": 12},
        ),
        height=LINE_HEIGHT * len(items) + 44,
        margin={"l": 8, "r": 14, "t": 6, "b": 8},
    )


def _rows(reading: ScorecardReading) -> list[Row]:
    rows = [
        {
            _("Item"): name,
            _("Rating"): number(mark.shown, 0) if mark.shown is not None else "–",
            _("Status"): standing(mark),
        }
        for name, mark in _items(reading)
    ]
    if len(reading.method.groups) > 1:
        rows += [
            {_("Item"): _(group.name), _("Rating"): number(reading.means[group.key], 1), _("Status"): ""}
            for group in reading.method.groups
        ]
    return rows


def _text(reading: ScorecardReading) -> str:
    known = [f"{name} {number(mark.value, 0)}" for name, mark in _items(reading) if mark.value is not None]
    if not known:
        return _("{subject}: nothing rated yet.").format(subject=title(reading))
    return _("{subject}, ratings of 5: {list}.").format(subject=title(reading), list=listed(known))
