"""What a figure of the brief is made of: plotly's picture, the table behind it, the unit of its native chart."""

from __future__ import annotations

from collections.abc import Sequence

from accountkit.brief.blocks import Cell, Chart, Column, Figure, Table
from accountkit.brief.wording import line
from accountkit.i18n import N_, _, language

MOST_BARS = 8
"""Bars of a native chart."""


def figure(
    key: str,
    caption: str,
    alt: str,
    plotly: dict,
    rows: Sequence[dict],
    chart: Chart | None = None,
    flow: Table | None = None,
) -> Figure:
    """A figure at the height that its drawing asks for."""
    height = int(plotly["layout"].get("height") or 320)
    return Figure(key, caption, alt, plotly, _behind(rows, caption), chart, height, flow=flow)


def _behind(rows: Sequence[dict], caption: str) -> Table:
    """The table behind a figure from its rows; columns after the first stand right where all their cells look like numbers."""
    titles = list(rows[0]) if rows else [""]
    texts = [[line(str(row.get(title, "")), 200) for title in titles] for row in rows]
    numeric = [place > 0 and all(_is_number(row[place]) for row in texts) for place in range(len(titles))]
    columns = tuple(
        Column(title, 1.0 if right else 1.8, right) for title, right in zip(titles, numeric, strict=True)
    )
    return Table(caption, columns, tuple(tuple(Cell(text) for text in row) for row in texts))


def _is_number(text: str) -> bool:
    return len(text) < 22 and (not text or any(char.isdigit() for char in text) or text in "–-")


def money_unit(largest: float) -> tuple[float, str]:
    """The unit of a chart's amounts and its name: million, billion; 万, 亿."""
    units = (
        ((1e8, N_("hundred million")), (1e4, N_("ten thousand")))
        if language() == "zh_CN"
        else ((1e9, N_("billion")), (1e6, N_("million")))
    )
    scale, unit = units[0] if largest >= units[0][0] else units[1]
    return scale, _(unit)
