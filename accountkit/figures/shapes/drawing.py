"""A picture with its table and its words: what is drawn of a reading, whatever the method."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from accountkit.figures.style import AMBER, BLUE, PAPER, Figure, Row
from accountkit.i18n import N_, _
from accountkit.methods import labels
from accountkit.methods.marks import Mark
from accountkit.methods.method import Reading


@dataclass(frozen=True)
class Drawing:
    """`figure` in plotly's schema, `rows` the table behind it, `text` the sentence for who cannot see it."""

    figure: Figure
    text: str
    rows: Sequence[Row] = ()


Draw = Callable[[Any, Sequence[Any]], Drawing]
NOT_ASSESSED = N_("not assessed")


def tone(stale: bool) -> str:
    """Amber for what is out of date, else blue."""
    return AMBER if stale else BLUE


def dots(marks: Sequence[Mark], size: int = 12) -> dict[str, Any]:
    """The markers of some entries: hollow if assumed, amber if stale."""
    return {
        "size": size,
        "color": [tone(mark.stale) if mark.status == "confirmed" else PAPER for mark in marks],
        "line": {"color": [tone(mark.stale) for mark in marks], "width": 2},
        "opacity": 1,
    }


def standing(mark: Mark) -> str:
    """How an entry stands, in a word: not assessed, assumed, confirmed, refuted."""
    if mark.shown is None and mark.value is None:
        return _(NOT_ASSESSED)
    return labels.label("status", mark.status)


def title(reading: Reading) -> str:
    """What a picture is of: the record that the reading is about, else the method."""
    return reading.called or _(reading.method.name)
