"""The results of a calculator: a series by period where it has one, else results of one kind side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from accountkit.figures.shapes.drawing import Drawing, standing, title
from accountkit.figures.style import (
    BLUE,
    GREY,
    LINE,
    PAPER,
    RED,
    SMALL,
    Figure,
    Row,
    axis,
    escaped,
    figure,
    in_words,
    wrapped,
)
from accountkit.figures.waterfall import Bar, Tone, waterfall
from accountkit.i18n import _, labelled, listed, money
from accountkit.methods.shapes.calculator import CalculatorReading, Result, Series, Stair, shown

HEIGHT = 220


def results(reading: CalculatorReading, _among: Sequence[CalculatorReading] = ()) -> Drawing:
    """Bars with their amounts; hollow if assumed, red if below zero."""
    return Drawing(_figure(reading), _text(reading), tuple(_rows(reading)))


def _figure(reading: CalculatorReading) -> Figure:
    line = next((one for one in reading.method.series if reading.series(one.key)), None)
    if line is not None:
        return _series(reading, line)
    stairs = reading.method.stairs(reading)
    if stairs:
        return waterfall([_stair(one, reading.currency) for one in stairs], HEIGHT + 60)
    known = _alike(reading)
    return _bars(reading, known) if known else in_words(_text(reading))


def _stair(one: Stair, currency: str) -> Bar:
    name, text = _(one.name), money(one.value, currency, sign=not one.is_level)
    tones: dict[bool | None, Tone] = {True: "good", False: "bad", None: "neutral"}
    return Bar(name, one.value, text, labelled(name, text), "level" if one.is_level else tones[one.better])


def _alike(reading: CalculatorReading) -> list[tuple[Result, float]]:
    """The known results of the kind that the first known one has: amounts and shares share no axis."""
    found = [(one, reading.results[one.key]) for one in reading.method.results]
    known = [(one, value) for one, value in found if value is not None]
    return [(one, value) for one, value in known if one.kind == known[0][0].kind]


def _series(reading: CalculatorReading, line: Series) -> Figure:
    values = reading.series(line.key)
    marks = [reading.marks[f"{line.key}.{period}"] for period in values]
    drawn = _chart(
        [_label(line, period) for period in values],
        list(values.values()),
        [mark.status == "confirmed" for mark in marks],
        [shown(value, line.kind, reading.currency) for value in values.values()],
    )
    # what all names have in common stands once: cut short, ten of them would be the same
    drawn["layout"]["xaxis"] |= {
        "ticktext": [str(period) for period in values],
        "title": {"text": escaped(_label(line, "n")), "font": {"size": SMALL, "color": GREY}},
    }
    return drawn


def _label(line: Series, period: int | str) -> str:
    return _(line.label).format(n=period, year=period, period=period)


def _bars(reading: CalculatorReading, known: list[tuple[Result, float]]) -> Figure:
    sure = reading.status == "confirmed"
    return _chart(
        [_(one.name) for one, _value in known],
        [value for _one, value in known],
        [sure] * len(known),
        [reading.method.result_text(reading, one.key) for one, _value in known],
    )


def _chart(names: list[str], values: list[float], sure: list[bool], texts: list[str]) -> Figure:
    hues = [RED if value < 0 else BLUE for value in values]
    places = list(range(len(values)))
    bars: dict[str, Any] = {
        "type": "bar",
        "x": places,
        "y": values,
        "width": 0.55,
        "text": [escaped(text) for text in texts],
        "textposition": "outside",
        "textfont": {"size": SMALL},
        "cliponaxis": False,
        "marker": {
            "color": [hue if known else PAPER for hue, known in zip(hues, sure, strict=True)],
            "line": {"color": hues, "width": 1.5},
        },
        "hoverinfo": "text",
        "hovertext": [
            f"{wrapped(name, 40, 2)}: {escaped(text)}" for name, text in zip(names, texts, strict=True)
        ],
    }
    low, high = min(0.0, *values), max(0.0, *values)
    room = 0.16 * (high - low or 1.0)
    return figure(
        [bars],
        xaxis=axis(
            tickvals=places,
            ticktext=[wrapped(name, max(8, 60 // len(names)), 3) for name in names],
            range=[-0.6, len(names) - 0.4],
            showline=False,
        ),
        yaxis=axis(
            range=[low - (room if low < 0 else 0), high + room],
            showticklabels=False,
            zeroline=True,
            zerolinecolor=GREY,
            showline=False,
            gridcolor=LINE,
        ),
        height=HEIGHT,
    )


def _rows(reading: CalculatorReading) -> list[Row]:
    currency = reading.currency
    rows = [
        {
            _("Name"): _(one.name),
            _("Value"): reading.method.result_text(reading, one.key),
            _("Status"): "",
        }
        for one in reading.method.results
    ]
    for one in reading.method.inputs:
        if one.kind in ("number", "money", "percent"):
            mark = reading.marks[one.key]
            rows.append(
                {
                    _("Name"): _(one.name),
                    _("Value"): shown(mark.value, one.kind, currency),
                    _("Status"): standing(mark),
                }
            )
    for line in reading.method.series:
        for period in line.periods:
            mark = reading.marks[f"{line.key}.{period}"]
            rows.append(
                {
                    _("Name"): f"{_(line.name)}, {_label(line, period)}",
                    _("Value"): shown(mark.value, line.kind, currency),
                    _("Status"): standing(mark),
                }
            )
    return rows


def _text(reading: CalculatorReading) -> str:
    known = [
        f"{_(one.name)} {reading.method.result_text(reading, one.key)}"
        for one in reading.method.results
        if reading.results[one.key] is not None
    ]
    if not known:
        return _("{subject}: no result yet, because an input is missing.").format(subject=title(reading))
    return _("{subject}: {list}.").format(subject=title(reading), list=listed(known))
