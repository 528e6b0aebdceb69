"""A series as a line the height of a word, in SVG, without axes: the shape alone."""

from __future__ import annotations

from collections.abc import Sequence

WIDTH, HEIGHT, MARGIN = 110.0, 22.0, 2.0


def sparkline(values: Sequence[float | None]) -> str:
    """SVG of the series; a missing value breaks the line, and fewer than two values draw nothing."""
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return ""
    low, high = min(known), max(known)
    across = (WIDTH - 2 * MARGIN) / (len(values) - 1)

    def point(index: int) -> str:
        value = values[index] or 0.0
        height = (value - low) / (high - low) if high > low else 0.5
        return f"{MARGIN + index * across:.1f},{HEIGHT - MARGIN - height * (HEIGHT - 2 * MARGIN):.1f}"

    lines = " ".join(
        f'<polyline points="{" ".join(point(i) for i in stretch)}"/>' for stretch in _stretches(values)
    )
    return (
        f'<svg class="spark" viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}" width="{WIDTH:.0f}" height="{HEIGHT:.0f}" '
        f'aria-hidden="true" focusable="false">{lines}</svg>'
    )


def _stretches(values: Sequence[float | None]) -> list[list[int]]:
    """The runs of at least two known values, as indices."""
    runs: list[list[int]] = [[]]
    for index, value in enumerate(values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append(index)
    return [run for run in runs if len(run) > 1]
