"""What a person gains against what they give up, and how many times the one must be of the other for them."""

from __future__ import annotations

from typing import Any

from accountkit.figures.style import (
    BLUE,
    BLUE_SOFT,
    GREEN,
    GREY,
    INK,
    RED,
    SMALL,
    Figure,
    Row,
    figure,
    hidden_axis,
    in_words,
)
from accountkit.i18n import ESTIMATE, _, money, number, percent
from accountkit.methods.labels import label
from accountkit.methods.motives.reading import MotiveReading

BENEFIT, GIVEN_UP, MULTIPLE = 2, 1, 0


def motive_balance(motive: MotiveReading, currency: str) -> Figure:
    """Gain to the right, what is given up to the left, on one scale of money; below it the multiple, with a mark at what
    this person needs. Bars that are not measured are left out."""
    m = motive.money
    if m.benefit is None and m.given_up is None:
        return in_words(motive_balance_text(motive, currency))
    scale = max(m.benefit or 0.0, m.given_up or 0.0, (m.needed or 0.0) * (m.given_up or 0.0)) or 1.0
    bars = [
        _bar(BENEFIT, m.benefit, GREEN, _("benefit {amount}"), currency),
        _bar(GIVEN_UP, None if m.given_up is None else -m.given_up, RED, _("total cost {amount}"), currency),
    ]
    if m.multiple is not None:
        bars.append(_multiple(motive))
    return figure(
        [bar for bar in bars if bar],
        shapes=[
            {"type": "line", "x0": 0, "x1": 0, "y0": -0.5, "y1": 2.5, "line": {"color": GREY, "width": 1}},
            *_needed(motive),
        ],
        annotations=_annotations(motive),
        xaxis=hidden_axis(range=[-1.4 * scale, 2.0 * scale]),
        yaxis=hidden_axis(range=[-0.7, 2.6]),
        height=170,
        bargap=0.4,
    )


def _bar(row: int, value: float | None, colour: str, text: str, currency: str) -> dict[str, Any] | None:
    if value is None:
        return None
    return {
        "type": "bar",
        "orientation": "h",
        "y": [row],
        "x": [value],
        "marker": {"color": colour},
        "hoverinfo": "skip",
        "text": [text.format(amount=money(abs(value), currency))],
        "textposition": "outside",
        "cliponaxis": False,
        "textfont": {"size": SMALL, "color": INK},
    }


def _multiple(motive: MotiveReading) -> dict[str, Any]:
    """The benefit once more, so that the mark of what is needed stands on the same scale."""
    m = motive.money
    return {
        "type": "bar",
        "orientation": "h",
        "y": [MULTIPLE],
        "x": [m.benefit],
        "hoverinfo": "skip",
        "width": [0.34],
        "marker": {"color": BLUE_SOFT if m.falls_short else BLUE},
    }


def _needed(motive: MotiveReading) -> list[dict[str, Any]]:
    m = motive.money
    if m.multiple is None or m.needed is None or m.given_up is None:
        return []
    place = m.needed * m.given_up
    colour = RED if m.falls_short else GREEN
    return [
        {
            "type": "line",
            "x0": place,
            "x1": place,
            "y0": -0.35,
            "y1": 0.35,
            "line": {"color": colour, "width": 3},
        }
    ]


def _annotations(motive: MotiveReading) -> list[dict[str, Any]]:
    text = multiple_text(motive)
    place = {"x": 0, "y": -0.28, "xanchor": "left", "yanchor": "top", "showarrow": False}
    return [{**place, "text": text, "font": {"size": SMALL, "color": GREY}}] if text else []


def multiple_text(motive: MotiveReading) -> str:
    """``4.5 × — this person needs 5 ×``; empty where the multiple is not measured."""
    m = motive.money
    if m.multiple is None:
        return ""
    if m.needed is None:
        return _("{multiple}×; the threshold depends on the adopter class").format(
            multiple=number(m.multiple, 1)
        )
    return _("{multiple}× of {needed}× needed").format(
        multiple=number(m.multiple, 1), needed=number(m.needed, 0)
    )


def motive_balance_table(motive: MotiveReading, currency: str) -> list[Row]:
    """The money side line by line: benefit, what is given up, multiple, return, payback, present value."""
    m = motive.money
    rows = [
        (_("Benefit per year"), money(m.yearly, currency)),
        (_("Benefit over the years"), money(m.benefit, currency)),
        (_("Total cost"), money(m.given_up, currency)),
        (
            _("Benefit multiple"),
            number(m.multiple, 1) if m.multiple is not None else label("verdict", "not_measured"),
        ),
        (_("Threshold"), number(m.needed, 0)),
        (_("Return on investment"), percent(m.roi, 0)),
        (_("Payback (years)"), number(m.payback, 1)),
        (_("Net present value"), money(m.present_value, currency, ESTIMATE)),
    ]
    return [{_("Item"): name, _("Amount"): value} for name, value in rows]


def motive_balance_text(motive: MotiveReading, currency: str) -> str:
    """Gain, given up and multiple in a sentence; what is missing where it is not measured."""
    m = motive.money
    if m.multiple is None:
        return _("Benefit and cost are not entered yet. Add both.")
    return _("Benefit {gain}, total cost {given_up}: {multiple}.").format(
        gain=money(m.benefit, currency), given_up=money(m.given_up, currency), multiple=multiple_text(motive)
    )
