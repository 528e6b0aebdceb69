"""The rows of a register: along time where they have a date, else counted by a choice, else by their standing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from accountkit.figures.shapes.drawing import Drawing, tone
from accountkit.figures.style import BLUE, LINE, PAPER, Figure, Row, axis, figure, in_words, wrapped
from accountkit.i18n import _, day, enumerated, listed, number
from accountkit.methods import labels
from accountkit.methods.cells import cell_text
from accountkit.methods.shapes.register import Register, RegisterReading
from accountkit.methods.shapes.rows import Column
from accountkit.methods.shapes.rows import Row as Entered
from accountkit.methods.wording import WhenSeen
from accountkit.model.record import as_day

LANE = 34
MOST_POINTS = 200
"""Rows that are told apart along time; more are counted."""
NAME_COLUMNS = 18
MONTHS_APART = 150
"""So many days hold five ticks in five months."""


def overview(reading: RegisterReading, _among: Sequence[RegisterReading] = ()) -> Drawing:
    """A timeline if two rows or more have a date and can be told apart, else counts."""
    method: Register = reading.method
    dated = _column(method, "date")
    lanes = _lanes(method, reading)
    dates = {row.id: as_day(row[dated.key]) for row in reading.counted} if dated else {}
    along_time = dated is not None and 1 < sum(one is not None for one in dates.values()) <= MOST_POINTS
    text = _text(reading, lanes)
    if not reading.counted:
        drawn: Figure = in_words(text)
    elif method.bars and any(row[method.bars] is not None for row in reading.counted):
        drawn = _measured(reading)
    else:
        drawn = _timeline(reading, lanes, dates) if along_time else _counts(lanes)
    return Drawing(drawn, text, WhenSeen(reading.rows, partial(_row, reading)))


def _column(method: Register, kind: str) -> Column | None:
    """The column that a picture goes by: the first of a kind that is entered, else the first that is worked out."""
    found = [column for column in method.columns if column.kind == kind]
    return next((column for column in found if column.of is None), found[0] if found else None)


def _lanes(method: Register, reading: RegisterReading) -> list[tuple[str, list[Entered]]]:
    """The rows that count, by the first choice, or by their standing where there is none; no lane is empty."""
    choice = _column(method, "choice")
    if choice is None:
        known: Iterable[tuple[Any, str]] = (
            (key, labels.label("status", key)) for key in ("confirmed", "assumed")
        )
        lanes = [(name, [row for row in reading.counted if row.status == key]) for key, name in known]
    else:
        lanes = [
            (_(name), [row for row in reading.counted if row[choice.key] == key])
            for key, name in choice.choices
        ]
        keys = {key for key, _name in choice.choices}
        lanes.append((_("not stated"), [row for row in reading.counted if row[choice.key] not in keys]))
    return [(name, rows) for name, rows in lanes if rows]


def _timeline(
    reading: RegisterReading, lanes: list[tuple[str, list[Entered]]], dates: dict[str, dt.date | None]
) -> Figure:
    placed = [
        (lane, row) for lane, (_name, rows) in enumerate(lanes) for row in rows if dates[row.id] is not None
    ]
    points = {
        "type": "scatter",
        "mode": "markers",
        "x": [str(dates[row.id]) for _lane, row in placed],
        "y": [lane for lane, _row in placed],
        "customdata": [row.path for _lane, row in placed],
        "hoverinfo": "text",
        "hovertext": [
            f"{wrapped(reading.method.title(row), 44, 3)}<br>{day(dates[row.id])} · {labels.label('status', row.status)}"
            for _lane, row in placed
        ],
        "marker": {
            "size": 13,
            "color": [tone(row.stale) if row.status == "confirmed" else PAPER for _lane, row in placed],
            "line": {"color": [tone(row.stale) for _lane, row in placed], "width": 2},
        },
        "cliponaxis": False,
    }
    today = str(reading.document.as_of)
    known = [str(dates[row.id]) for _lane, row in placed]
    return figure(
        [points],
        shapes=[
            {
                "type": "line",
                "layer": "below",
                "x0": today,
                "x1": today,
                "yref": "paper",
                "y0": 0,
                "y1": 1,
                "line": {"color": BLUE, "width": 1, "dash": "dot"},
            }
        ]
        if min(known) <= today <= max(known)
        else [],
        xaxis=axis(type="date", tickformat=_ticks(known), nticks=5, showgrid=True, gridcolor=LINE),
        yaxis=_lane_axis(lanes),
        height=LANE * len(lanes) + 56,
        margin={"l": 8, "r": 16, "t": 12, "b": 8},
    )


def _ticks(days: list[str]) -> str:
    """How the days of an axis are written: by month where it is so long that none is written twice."""
    first, last = (dt.date.fromisoformat(one) for one in (min(days), max(days)))
    return "%Y-%m" if (last - first).days > MONTHS_APART else "%Y-%m-%d"


def _lane_axis(lanes: list[tuple[str, list[Entered]]]) -> dict[str, Any]:
    return axis(
        tickvals=list(range(len(lanes))),
        ticktext=[wrapped(name, NAME_COLUMNS, 2) for name, _rows in lanes],
        range=[len(lanes) - 0.5, -0.5],
        showgrid=True,
        gridcolor=LINE,
        showline=False,
        tickfont={"size": 12},
    )


def _measured(reading: RegisterReading) -> Figure:
    """A bar for each row that has the number of `Register.bars`."""
    method = reading.method
    column = next(one for one in method.columns if one.key == method.bars)
    rows = [row for row in reading.counted if row[column.key] is not None]
    values = [row[column.key] for row in rows]
    bars = {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(rows))),
        "x": values,
        "width": 0.5,
        "marker": {
            "color": [BLUE if row.status == "confirmed" else PAPER for row in rows],
            "line": {"color": BLUE, "width": 1.5},
        },
        "text": [number(value, 0) for value in values],
        "textposition": "outside",
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    lanes = [(method.title(row), [row]) for row in rows]
    ends = [0.0, *map(float, values)]
    room = max(1.0, max(ends) - min(ends)) * 0.12
    return figure(
        [bars],
        xaxis=axis(range=[min(ends) - room, max(ends) + room], zeroline=True, zerolinecolor=LINE, nticks=6),
        yaxis={**_lane_axis(lanes), "showgrid": False},
        height=LANE * len(lanes) + 60,
    )


def _counts(lanes: list[tuple[str, list[Entered]]]) -> Figure:
    bars = []
    for confirmed in (True, False):
        counted = [sum((row.status == "confirmed") is confirmed for row in rows) for _name, rows in lanes]
        status = labels.label("status", "confirmed" if confirmed else "assumed")
        bars.append(
            {
                "type": "bar",
                "orientation": "h",
                "y": list(range(len(lanes))),
                "x": counted,
                "width": 0.5,
                "marker": {"color": BLUE if confirmed else PAPER, "line": {"color": BLUE, "width": 1.5}},
                "hoverinfo": "text",
                "hovertext": [
                    f"{wrapped(name, 40, 2)}: {count} · {status}"
                    for (name, _rows), count in zip(lanes, counted, strict=True)
                ],
            }
        )
    most = max(len(rows) for _name, rows in lanes)
    return figure(
        bars,
        barmode="stack",
        xaxis=axis(
            range=[0, most * 1.08],
            dtick=max(1, round(most / 5)),
            showgrid=True,
            gridcolor=LINE,
            showline=False,
        ),
        yaxis={**_lane_axis(lanes), "showgrid": False},
        height=LANE * len(lanes) + 60,
    )


def _row(reading: RegisterReading, row: Entered) -> Row:
    method: Register = reading.method
    names = method.known_flags()
    flags = {_("Flags"): enumerated(_(names[flag].name) for flag in row.flags)} if method.row_flags else {}
    return {
        **{reading.heading(column): _cell(reading, column, row) for column in method.columns},
        _("Status"): labels.label("status", row.status),
        **flags,
    }


def _cell(reading: RegisterReading, column: Column, row: Entered) -> str:
    return cell_text(reading.document, row[column.key], column.kind, column.choices) or "–"


def _text(reading: RegisterReading, lanes: list[tuple[str, list[Entered]]]) -> str:
    subject = reading.called or _(reading.method.name)
    if not lanes:
        return _("{subject}: no rows yet.").format(subject=subject)
    return _("{subject}: {list}.").format(
        subject=subject, list=listed([f"{name} {len(rows)}" for name, rows in lanes])
    )
