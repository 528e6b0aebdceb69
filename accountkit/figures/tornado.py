"""Which assumption matters: the result with each one at its low and at its high end, the widest on top."""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.figures.style import (
    BLUE,
    BLUE_SOFT,
    GREY,
    INK,
    PAPER,
    SMALL,
    Figure,
    Row,
    axis,
    escaped,
    figure,
    in_words,
    wrapped,
)
from accountkit.finance.levers.scenario import Scenario
from accountkit.finance.levers.tornado import Swing
from accountkit.i18n import ESTIMATE, _, enumerated, labelled, money, points

ROW = 34
LABEL_COLUMNS = 26
MOST = 8


def tornado(scenario: Scenario, names: Mapping[str, str]) -> Figure:
    """Bars from the base case, the eight widest; `names` are the levers' by id.

    The axis is the change of the return in points, or of the yearly profit where the return has no meaning. A bar with a
    dotted edge was moved by a fifth, because no range was entered.
    """
    swings = scenario.tornado[:MOST][::-1]
    if not swings:
        return in_words(tornado_text(scenario, names))
    places = list(range(len(swings)))
    base = _base(scenario)
    return figure(
        [_side(scenario, swings, names, places, end) for end in ("low", "high")],
        shapes=[
            {
                "type": "line",
                "x0": base,
                "x1": base,
                "yref": "paper",
                "y0": 0,
                "y1": 1,
                "line": {"color": INK, "width": 1},
            }
        ],
        annotations=[
            {
                "x": base,
                "y": 1,
                "yref": "paper",
                "yanchor": "bottom",
                "text": f"<b>{escaped(_shown(scenario, base))}</b>",
                "showarrow": False,
                "font": {"size": SMALL + 1, "color": INK},
            }
        ],
        xaxis=axis(showticklabels=False, ticks=""),
        yaxis=axis(
            tickmode="array",
            tickvals=places,
            ticktext=[wrapped(_name(s, names), LABEL_COLUMNS) for s in swings],
            showline=False,
            ticks="",
        ),
        margin={"l": 8, "r": 12, "t": 26, "b": 8},
        barmode="overlay",
        bargap=0.35,
        height=ROW * max(2, len(swings)) + 40,
    )


def tornado_table(scenario: Scenario, names: Mapping[str, str]) -> list[Row]:
    """Assumption, the result at both ends, and whether its range was entered; the widest first."""
    return [
        {
            _("Assumption"): _name(swing, names),
            _("Result at low"): _shown(scenario, _result(scenario, swing, "low")),
            _("Result at high"): _shown(scenario, _result(scenario, swing, "high")),
            _("Range"): _("entered") if swing.given else _("±20 %"),
        }
        for swing in scenario.tornado
    ]


def tornado_text(scenario: Scenario, names: Mapping[str, str]) -> str:
    """What matters most, in a sentence."""
    if not scenario.tornado:
        return _("No assumption changes the result yet.")
    widest = scenario.tornado[0]
    low, high = sorted(_result(scenario, widest, end) for end in ("low", "high"))
    text = _("Largest effect: {name}, from {low} to {high}.")
    return text.format(name=_name(widest, names), low=_shown(scenario, low), high=_shown(scenario, high))


def _name(swing: Swing, names: Mapping[str, str]) -> str:
    lever = names.get(swing.lever_id or "", "")
    return _("{lever}: {assumption}").format(lever=lever, assumption=swing.label) if lever else swing.label


def _in_points(scenario: Scenario) -> bool:
    """Whether results are changes of the return; else they are money."""
    known = all(s.low is not None and s.high is not None for s in scenario.tornado)
    return (
        known and scenario.before["return_on_equity"] is not None and scenario.cases["base"].delta is not None
    )


def _base(scenario: Scenario) -> float:
    outcome = scenario.cases["base"]
    return outcome.delta if outcome.delta is not None and _in_points(scenario) else outcome.profit


def _result(scenario: Scenario, swing: Swing, end: str) -> float:
    value, before = (swing.low if end == "low" else swing.high), scenario.before["return_on_equity"]
    if value is None or before is None or not _in_points(scenario):
        return swing.profit_low if end == "low" else swing.profit_high
    return value - before


def _shown(scenario: Scenario, value: float) -> str:
    return points(value, 2) if _in_points(scenario) else money(value, scenario.currency, ESTIMATE, sign=True)


def _side(
    scenario: Scenario, swings: tuple[Swing, ...], names: Mapping[str, str], places: list[int], end: str
) -> dict:
    results = [_result(scenario, swing, end) for swing in swings]
    base = _base(scenario)
    ends = {"low": _("at the low value"), "high": _("at the high value")}
    return {
        "type": "bar",
        "orientation": "h",
        "y": places,
        "base": base,
        "x": [result - base for result in results],
        "marker": {
            "color": BLUE if end == "high" else BLUE_SOFT,
            "line": {"color": GREY, "width": 0.5},
            "pattern": {"shape": ["" if s.given else "." for s in swings], "fgcolor": PAPER, "size": 4},
        },
        "textposition": "none",
        "hoverinfo": "text",
        "hovertext": [
            escaped(labelled(enumerated((_name(s, names), ends[end])), _shown(scenario, r)))
            for s, r in zip(swings, results, strict=True)
        ],
    }
