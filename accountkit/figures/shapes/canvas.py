"""The grid of a canvas: its blocks where the method has them, empty ones dashed, marked where records point at them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from accountkit.figures.shapes.drawing import Drawing, standing, title
from accountkit.figures.style import (
    BLUE_FAINT,
    GREY,
    INK,
    LINE,
    PAPER,
    SMALL,
    VIOLET,
    VIOLET_FAINT,
    Figure,
    Row,
    figure,
    hidden_axis,
    wrapped,
)
from accountkit.i18n import _, listed
from accountkit.methods.shapes.canvas import Block, CanvasReading

COLUMNS = 3
ROW_HEIGHT = 84
GAP = 0.03


def grid(reading: CanvasReading, _among: Sequence[CanvasReading] = ()) -> Drawing:
    """Each block with its name; one that is filled and only assumed has an outline and no ground."""
    return Drawing(_figure(reading), _text(reading), tuple(_rows(reading)))


def placed(blocks: Sequence[Block]) -> list[tuple[Block, tuple[int, int, int, int]]]:
    """Each block with column, row, width and height: its own, else three to a row."""
    return [(block, block.place or (n % COLUMNS, n // COLUMNS, 1, 1)) for n, block in enumerate(blocks)]


def _figure(reading: CanvasReading) -> Figure:
    blocks = placed(reading.method.blocks)
    columns = max(x + width for _block, (x, _y, width, _height) in blocks)
    rows = max(y + height for _block, (_x, y, _width, height) in blocks)
    return figure(
        [_targets(reading, blocks)],
        shapes=[_box(reading, block, place) for block, place in blocks],
        annotations=[note for block, place in blocks for note in _words(reading, block, place, columns)],
        xaxis=hidden_axis(range=[-0.02, columns + 0.02]),
        yaxis=hidden_axis(range=[rows + 0.02, -0.02]),
        height=ROW_HEIGHT * rows + 12,
        margin={"l": 2, "r": 2, "t": 4, "b": 4},
    )


def _box(reading: CanvasReading, block: Block, place: tuple[int, int, int, int]) -> dict[str, Any]:
    x, y, width, height = place
    mark, marked = reading.marks[block.key], block.key in reading.marked
    filled = bool(mark.value)
    ground = VIOLET_FAINT if marked else BLUE_FAINT if filled and mark.status == "confirmed" else PAPER
    return {
        "type": "rect",
        "layer": "below",
        "x0": x + GAP,
        "x1": x + width - GAP,
        "y0": y + GAP,
        "y1": y + height - GAP,
        "fillcolor": ground,
        "line": {
            "color": VIOLET if marked else GREY if filled else LINE,
            "width": 1.2,
            "dash": "solid" if filled else "dash",
        },
    }


def _words(
    reading: CanvasReading, block: Block, place: tuple[int, int, int, int], columns: int
) -> list[dict[str, Any]]:
    x, y, width, height = place
    filled, marked = bool(reading.value(block.key)), block.key in reading.marked
    name = wrapped(_(block.name), max(8, 52 * width // columns), 3)
    words = [
        {
            "text": f"<b>{name}</b>" if filled else name,
            "x": x + 2 * GAP,
            "y": y + 2 * GAP,
            "xanchor": "left",
            "yanchor": "top",
            "align": "left",
            "showarrow": False,
            "font": {"size": SMALL, "color": VIOLET if marked else INK if filled else GREY},
        }
    ]
    if count := reading.counts.get(block.key):
        words.append(
            {
                "text": f"<b>{count}</b>",
                "x": x + width - 2 * GAP,
                "y": y + height - 2 * GAP,
                "xanchor": "right",
                "yanchor": "bottom",
                "showarrow": False,
                "font": {"size": SMALL, "color": VIOLET if marked else INK},
            }
        )
    return words


def _targets(reading: CanvasReading, blocks: list[tuple[Block, tuple[int, int, int, int]]]) -> dict[str, Any]:
    """An unseen point in the middle of each block, to hover over."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [x + width / 2 for _block, (x, _y, width, _height) in blocks],
        "y": [y + height / 2 for _block, (_x, y, _width, height) in blocks],
        "marker": {"size": 40, "opacity": 0},
        "hoverinfo": "text",
        "hovertext": [
            wrapped(f"{_(block.name)}: {reading.notes(block) or _('empty')}", 48, 6)
            for block, _place in blocks
        ],
    }


def _rows(reading: CanvasReading) -> list[Row]:
    return [
        {
            _("Block"): _(block.name),
            _("Notes"): str(reading.marks[block.key].shown or "–"),
            _("Linked records"): str(reading.counts.get(block.key, "–")),
            _("Status"): standing(reading.marks[block.key]),
        }
        for block in reading.method.blocks
    ]


def _text(reading: CanvasReading) -> str:
    filled = [_(block.name) for block in reading.method.blocks if block.key in reading.filled]
    if not filled:
        return _("{subject}: all blocks are empty.").format(subject=title(reading))
    return _("{subject}, filled: {list}.").format(subject=title(reading), list=listed(filled))
