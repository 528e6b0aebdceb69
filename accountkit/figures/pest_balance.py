"""What opens and what closes space, per dimension: bars to the right and left, assumed parts hollow, the balance marked."""

from __future__ import annotations

from typing import Any

from accountkit.figures.pest_map import colour
from accountkit.figures.style import GREY, INK, PAPER, Figure, Row, axis, figure, in_words
from accountkit.i18n import _, labelled, listed
from accountkit.methods.environment.pest_prompts import DIMENSIONS
from accountkit.methods.environment.pest_reading import Pest
from accountkit.methods.labels import label
from accountkit.methods.wording import plain
from accountkit.model.evidence import Status


def pest_balance(pest: Pest) -> Figure:
    """Σ priority per dimension by sign; solid where confirmed, hollow where assumed; a diamond at the balance."""
    if not any(map(pest.pressure, DIMENSIONS)):
        return in_words(pest_balance_text(pest))
    bars = [_bars(pest, sign, confirmed) for sign in (1, -1) for confirmed in (True, False)]
    reach = max(1.0, *map(pest.pressure, DIMENSIONS))
    return figure(
        [*bars, _balance(pest)],
        barmode="relative",
        bargap=0.45,
        xaxis=axis(zeroline=True, zerolinecolor=GREY, range=[-1.15 * reach, 1.15 * reach], showline=False),
        yaxis=axis(
            tickvals=list(range(4)),
            ticktext=[_tick(pest, d) for d in DIMENSIONS],
            autorange="reversed",
            showline=False,
        ),
        height=210,
    )


def _tick(pest: Pest, dimension: str) -> str:
    """The name of a dimension with its balance; without factors its name alone."""
    name = label("dimension", dimension)
    return f"{name} <b>{plain(pest.summed(dimension), sign=True)}</b>" if pest.pressure(dimension) else name


def _bars(pest: Pest, sign: int, confirmed: bool) -> dict[str, Any]:
    status: Status = "confirmed" if confirmed else "assumed"
    values = [pest.summed(dimension, sign=sign, status=status) for dimension in DIMENSIONS]
    hue = colour("opportunity" if sign > 0 else "threat")
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(4)),
        "x": values,
        "hoverinfo": "text",
        "hovertext": [
            _hover(dimension, value, confirmed) for dimension, value in zip(DIMENSIONS, values, strict=True)
        ],
        "marker": {"color": hue if confirmed else PAPER, "line": {"color": hue, "width": 1.5}},
    }


def _hover(dimension: str, value: float, confirmed: bool) -> str:
    status = label("status", "confirmed" if confirmed else "assumed")
    return labelled(label("dimension", dimension), f"{plain(value, sign=True)} · {status}")


def _balance(pest: Pest) -> dict[str, Any]:
    known = [n for n, dimension in enumerate(DIMENSIONS) if pest.pressure(dimension)]
    return {
        "type": "scatter",
        "mode": "markers",
        "y": known,
        "x": [pest.summed(DIMENSIONS[n]) for n in known],
        "hoverinfo": "skip",
        "marker": {"symbol": "diamond", "size": 8, "color": INK},
    }


def pest_balance_table(pest: Pest) -> list[Row]:
    """Per dimension: what opens, what closes, pressure and balance; balance over confirmed factors alone."""
    return [
        {
            _("Dimension"): label("dimension", d),
            _("Opportunity"): plain(pest.summed(d, sign=1), sign=True),
            _("Threat"): plain(pest.summed(d, sign=-1), sign=True),
            _("Pressure"): plain(pest.pressure(d)),
            _("Balance"): plain(pest.summed(d), sign=True),
            _("Confirmed only"): plain(pest.summed(d, status="confirmed"), sign=True),
        }
        for d in DIMENSIONS
    ]


def pest_balance_text(pest: Pest) -> str:
    """The balance of each dimension that has factors, in a sentence."""
    known = [
        f"{label('dimension', d)} {plain(pest.summed(d), sign=True)}" for d in DIMENSIONS if pest.pressure(d)
    ]
    return (
        _("Balance by dimension: {list}.").format(list=listed(known))
        if known
        else _("No factors rated yet. Rate impact and likelihood.")
    )
