"""Which assumption matters: the result with each one at its low and at its high end, the widest on top."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from accountkit.figures.style import BLUE, BLUE_SOFT, GREY, INK, SMALL, Figure, Row, axis, escaped, figure, wrapped
from accountkit.i18n import _

ROW = 34
LABEL_COLUMNS = 26


@dataclass(frozen=True)
class Swing:
    """An assumption: the result when it alone is at its low and at its high end, and both ends as texts."""

    name: str
    low: float
    high: float
    low_text: str = ""
    high_text: str = ""

    @property
    def width(self) -> float:
        """How far the result moves over the assumption's range."""
        return abs(self.high - self.low)


def tornado(swings: Sequence[Swing], base: float, shown: Callable[[float], str]) -> Figure:
    """Bars from `base`, the result with every assumption at its middle; `shown` writes a result for the reader."""
    ordered = sorted(swings, key=lambda swing: swing.width)
    places = list(range(len(ordered)))
    return figure(
        [_side(ordered, places, base, "low", BLUE_SOFT, shown), _side(ordered, places, base, "high", BLUE, shown)],
        shapes=[{"type": "line", "x0": base, "x1": base, "yref": "paper", "y0": 0, "y1": 1, "line": {"color": INK, "width": 1}}],
        annotations=[{"x": base, "y": 1, "yref": "paper", "yanchor": "bottom", "text": f"<b>{escaped(shown(base))}</b>",
                      "showarrow": False, "font": {"size": SMALL + 1, "color": INK}}],
        xaxis=axis(showticklabels=False),
        yaxis=axis(tickmode="array", tickvals=places, ticktext=[wrapped(s.name, LABEL_COLUMNS) for s in ordered], showline=False),
        margin={"l": 8, "r": 12, "t": 26, "b": 8},
        barmode="overlay",
        bargap=0.35,
        height=ROW * max(2, len(ordered)) + 40,
    )  # fmt: skip


def tornado_table(swings: Sequence[Swing], shown: Callable[[float], str]) -> list[Row]:
    """Assumption, its range, and the result at both ends; the widest first."""
    return [
        {_("Assumption"): s.name, _("Low"): s.low_text, _("High"): s.high_text, _("Result at low"): shown(s.low),
         _("Result at high"): shown(s.high)}
        for s in sorted(swings, key=lambda swing: -swing.width)
    ]  # fmt: skip


def tornado_text(swings: Sequence[Swing], shown: Callable[[float], str]) -> str:
    """What matters most, in a sentence."""
    if not swings:
        return _("No assumption has a range yet.")
    widest = max(swings, key=lambda swing: swing.width)
    text = _("What matters most is {name}: between {low} and {high}.")
    return text.format(name=widest.name, low=shown(min(widest.low, widest.high)), high=shown(max(widest.low, widest.high)))


def _side(swings: Sequence[Swing], places: list[int], base: float, end: str, colour: str, shown: Callable[[float], str]) -> dict:
    results = [getattr(swing, end) for swing in swings]
    texts = [getattr(swing, f"{end}_text") for swing in swings]
    return {
        "type": "bar", "orientation": "h", "y": places, "base": base, "x": [result - base for result in results],
        "marker": {"color": colour, "line": {"color": GREY, "width": 0.5}}, "textposition": "none",
        "hovertext": [escaped(f"{s.name} {t}: {shown(r)}") for s, t, r in zip(swings, texts, results, strict=True)],
        "hoverinfo": "text",
    }  # fmt: skip
