"""Margin × turnover: two ways to the same return, with the peers on the map.

On each thin line the return on assets (margin × turnover) is the same; a customer below the line of its peers can climb
by margin or move right by turnover.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accountkit.figures.style import (
    BLUE,
    BLUE_SOFT,
    GREY,
    LINE,
    SLATE,
    SMALL,
    Figure,
    Row,
    axis,
    escaped,
    figure,
    marker,
)
from accountkit.i18n import _, clauses, number, percent

RETURNS = (0.01, 0.02, 0.05, 0.10, 0.15, 0.20, 0.30, 0.50)
MOST_LINES = 4
LABEL_HEIGHT = 0.05
"""Room for a label, as a share of the picture's height."""


@dataclass(frozen=True)
class Spot:
    """A company in a year. `own` marks the customer, `assumed` a spot that rests on assumed or approximate figures."""

    name: str
    year: str
    margin: float
    turnover: float
    own: bool = False
    assumed: bool = False
    key: str = ""

    @property
    def return_on_assets(self) -> float:
        """What a unit of assets earns: margin × turnover."""
        return self.margin * self.turnover


def margin_turnover_map(spots: Sequence[Spot], trail: Sequence[Spot] = ()) -> Figure:
    """The companies, the customer's path over its earlier years (`trail`, oldest first), and lines of equal return."""
    everything = [*spots, *trail]
    right = max((spot.turnover for spot in everything), default=1.0) * 1.18
    top = max((spot.margin for spot in everything), default=0.1)
    bottom = min((spot.margin for spot in everything), default=0.0)
    room = max(top, 0.02) - min(bottom, 0.0)
    low, high = min(bottom, 0.0) - room * 0.12, max(top, 0.02) + room * 0.18
    returns = _apart(_returns(everything), right, high - low)
    lines = [_line(value, right, high) for value in returns]
    return figure(
        [*lines, *([_path(trail)] if len(trail) > 1 else []), _marks(spots)],
        annotations=[_label(value, right, high) for value in returns],
        xaxis=axis(
            title=_axis_title(_("Asset turnover")), range=[0, right], zeroline=True, zerolinecolor=LINE
        ),
        yaxis=axis(
            title=_axis_title(_("Net margin")),
            range=[low, high],
            tickformat=".0%",
            zeroline=True,
            zerolinecolor=GREY,
        ),
        height=320,
        hovermode="closest",
    )


def margin_turnover_map_table(spots: Sequence[Spot]) -> list[Row]:
    """Company, year, margin, turnover, and the return on assets that follows."""
    return [
        {
            _("Company"): s.name,
            _("Year to"): s.year,
            _("Net margin"): percent(s.margin),
            _("Asset turnover"): number(s.turnover),
            _("Return on assets"): percent(s.return_on_assets),
        }
        for s in spots
    ]


def margin_turnover_map_text(spots: Sequence[Spot]) -> str:
    """What the map shows, company by company."""
    said = [
        _("{name}: margin {margin}, turnover {turnover}").format(
            name=s.name, margin=percent(s.margin), turnover=number(s.turnover)
        )
        for s in spots
    ]
    return (
        clauses(said) + "." if said else _("No company has both margin and turnover yet. Import statements.")
    )


def _axis_title(text: str) -> dict:
    return {"text": text, "font": {"size": SMALL + 1, "color": SLATE}, "standoff": 6}


def _returns(spots: Sequence[Spot]) -> list[float]:
    """The lines that are near a company, at most four."""
    reached = [spot.return_on_assets for spot in spots if spot.return_on_assets > 0]
    if not reached:
        return [0.05]
    near = [value for value in RETURNS if min(reached) * 0.5 <= value <= max(reached) * 1.6]
    return near[-MOST_LINES:] or [min(RETURNS, key=lambda value: abs(value - max(reached)))]


def _apart(returns: list[float], right: float, height: float) -> list[float]:
    """Those whose labels, at the right edge, do not lie on one another; the higher of two close ones stays."""
    kept: list[float] = []
    for value in sorted(returns, reverse=True):
        if not kept or (kept[-1] - value) / right > LABEL_HEIGHT * height:
            kept.append(value)
    return kept


def _line(value: float, right: float, high: float) -> dict:
    start = value / high
    turnovers = [start + (right - start) * step / 40 for step in range(41)] if start < right else [right]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": turnovers,
        "y": [value / turnover for turnover in turnovers],
        "line": {"color": BLUE_SOFT, "width": 1, "dash": "dot"},
        "hoverinfo": "text",
        "hovertext": _("Return on assets {value} along this line").format(value=percent(value, 0)),
    }


def _label(value: float, right: float, high: float) -> dict:
    return {
        "x": right,
        "y": min(value / right, high),
        "text": percent(value, 0),
        "showarrow": False,
        "xanchor": "right",
        "yanchor": "bottom",
        "font": {"size": SMALL, "color": GREY},
    }


def _path(trail: Sequence[Spot]) -> dict:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [s.turnover for s in trail],
        "y": [s.margin for s in trail],
        "line": {"color": BLUE_SOFT, "width": 1.5},
        "marker": {"size": 5, "color": BLUE_SOFT},
        "hovertext": [_hover(s) for s in trail],
        "hoverinfo": "text",
    }


def _marks(spots: Sequence[Spot]) -> dict:
    drawn = [marker(BLUE if s.own else SLATE, assumed=s.assumed) for s in spots]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [s.turnover for s in spots],
        "y": [s.margin for s in spots],
        "marker": {
            "size": [15 if s.own else 11 for s in spots],
            "color": [m["color"] for m in drawn],
            "line": {"color": [m["line"]["color"] for m in drawn], "width": 2},
            "opacity": 1,
            "symbol": ["diamond" if s.own else "circle" for s in spots],
        },
        "text": [f"<b>{escaped(s.name)}</b>" if s.own else escaped(s.name) for s in spots],
        "textposition": "top center",
        "textfont": {"size": SMALL + 1},
        "cliponaxis": False,
        "hovertext": [_hover(s) for s in spots],
        "hoverinfo": "text",
        "customdata": [s.key for s in spots],
    }


def _hover(spot: Spot) -> str:
    text = _("{name}, year to {year}: margin {margin} × turnover {turnover} = return on assets {result}")
    return escaped(
        text.format(
            name=spot.name,
            year=spot.year,
            margin=percent(spot.margin),
            turnover=number(spot.turnover),
            result=percent(spot.return_on_assets),
        )
    )
