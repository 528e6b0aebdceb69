"""How every figure looks: colours with one meaning each, fonts, layout.

A figure is a plain dict ``{"data": [...], "layout": {...}}`` in plotly's schema, so that drawing one needs no plotly:
building dicts is a hundred times faster, and the browser's plotly validates nothing anyway (the tests do). Colours are
those of white paper; `dark.js` exchanges them where the page is dark.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

Figure = dict[str, Any]
Row = dict[str, Any]
"""A row of the table behind a figure: column heading → value as the reader reads it."""

INK = "#1f2937"
GREY = "#566479"
SLATE = "#475569"
LINE = "#e2e8f0"
FAINT = "#f1f5f9"
PAPER = "#ffffff"
BLUE, BLUE_SOFT, BLUE_FAINT = "#1d4ed8", "#c7d2f7", "#eef3ff"
"""What can be done, and what is neutral."""
RED, RED_FAINT = "#d11f1f", "#fdecec"
"""Threat or loss."""
GREEN, GREEN_SOFT, GREEN_FAINT = "#0b7a53", "#86d9b9", "#e3f5ee"
"""Opportunity or gain."""
AMBER, AMBER_SOFT, AMBER_FAINT = "#a84c08", "#f5c16c", "#fef3d6"
"""Unsure or stale."""
VIOLET, VIOLET_FAINT = "#7c3aed", "#f0eafc"
"""The problem's type."""

FONT = "ak-dot, 'Source Sans 3', 'Source Sans Pro', 'Noto Sans', 'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif"
SIZE = 13
SMALL = 11


def figure(data: Iterable[dict[str, Any]], **layout_overrides: Any) -> Figure:
    """A figure in the house style: traces, and the house layout with what is different here."""
    return {"data": list(data), "layout": layout(**layout_overrides)}


def in_words(sentence: str, height: int = 120) -> Figure:
    """What stands in a figure's place while there is nothing to draw: what is missing, in words."""
    words = {"text": wrapped(sentence, 44, 4), "font": {"size": SIZE, "color": GREY}, "showarrow": False}
    middle = {"x": 0.5, "y": 0.5, "xref": "paper", "yref": "paper"}
    return figure(
        [], annotations=[{**words, **middle}], xaxis=hidden_axis(), yaxis=hidden_axis(), height=height
    )


def layout(**overrides: Any) -> dict[str, Any]:
    """The house layout: transparent, quiet axes, no legend; `overrides` are merged one level deep."""
    merged: dict[str, Any] = {
        "font": {"family": FONT, "size": SIZE, "color": INK},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "showlegend": False,
        "hoverlabel": {
            "bgcolor": PAPER,
            "bordercolor": LINE,
            "font": {"family": FONT, "size": SIZE, "color": INK},
        },
        "xaxis": axis(),
        "yaxis": axis(),
    }
    for name, value in overrides.items():
        known = merged.get(name)
        merged[name] = {**known, **value} if isinstance(known, dict) and isinstance(value, dict) else value
    return merged


def axis(**overrides: Any) -> dict[str, Any]:
    """A quiet axis that makes room for its own labels."""
    return {
        "automargin": True,
        "showgrid": False,
        "zeroline": False,
        "linecolor": LINE,
        "tickcolor": LINE,
        "tickfont": {"color": GREY, "size": SMALL},
        "fixedrange": True,
        **overrides,
    }


def hidden_axis(**overrides: Any) -> dict[str, Any]:
    """An axis that only places things."""
    return {"visible": False, "fixedrange": True, **overrides}


def marker(colour: str, *, assumed: bool = False, **rest: Any) -> dict[str, Any]:
    """A marker; hollow where the claim is only assumed, so that colour alone never says it."""
    if assumed:
        return {"color": PAPER, "line": {"color": colour, "width": 2}, **rest}
    return {"color": colour, "line": {"color": colour, "width": 1}, **rest}


def note(text: str, x: float, y: float, **rest: Any) -> dict[str, Any]:
    """A piece of text in the picture, placed in data coordinates unless told otherwise."""
    return {
        "text": escaped(text),
        "x": x,
        "y": y,
        "showarrow": False,
        "font": {"size": SMALL, "color": GREY},
        **rest,
    }


def escaped(text: str) -> str:
    """Text that a person wrote, made safe for plotly, which reads a few HTML tags in labels."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@lru_cache(maxsize=4096)
def wrapped(text: str, width: int, lines: int = 2) -> str:
    """Escaped text broken into at most `lines` lines of about `width` columns; a Chinese character takes two columns."""
    rows, row, used = [], "", 0
    for word in _words(text):
        size = sum(2 if ord(char) > 0x2E7F else 1 for char in word)
        if row and used + size > width:
            rows.append(row.rstrip())
            row, used, word = "", 0, word.lstrip()
        row, used = row + word, used + size
    rows.append(row.rstrip())
    if len(rows) > lines:
        rows = [*rows[: lines - 1], rows[lines - 1].rstrip() + "…"]
    return "<br>".join(escaped(row) for row in rows)


NO_START, NO_END = "，。、；：？！）》」』”’…％%", "（《「『“‘"
"""Signs that begin no line, and signs that end none."""


def _words(text: str) -> Iterable[str]:
    """The pieces between which a line may end."""
    held = ""
    for piece in _pieces(text):
        if held and piece[0] not in NO_START and held[-1] not in NO_END:
            yield held
            held = ""
        held += piece
    if held:
        yield held


def _pieces(text: str) -> Iterable[str]:
    word = ""
    for char in text:
        wide = ord(char) > 0x2E7F
        if wide or char == " ":
            yield from (word,) if word else ()
            word = ""
            if wide:
                yield char
                continue
        word += char
    if word:
        yield word
