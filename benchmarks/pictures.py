"""The cost of growth, drawn from the history: time and memory against sessions, findings, accounts and methods.

One small SVG for each: the newest measurement in blue, earlier ones of the same kind in grey behind it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.history import kept

FOLDER = Path(__file__).with_name("pictures")
WIDTH, HEIGHT = 380, 230
LEFT, RIGHT, TOP, BOTTOM = 52, 16, 34, 40
Points = list[tuple[float, float]]


@dataclass(frozen=True)
class Picture:
    """What stands on the axes, and where the points of a line of the history are."""

    name: str
    title: str
    across: str
    part: str
    x: str
    y: tuple[str, ...]

    def lines(self) -> Iterable[Points]:
        """The points of each run that has two or more, the oldest first."""
        for line in kept(self.part):
            found = [(float(row[self.x]), _at(row, self.y)) for row in self.rows(line)]
            points = sorted((x, y) for x, y in found if y is not None)
            if len(points) > 1:
                yield points

    def rows(self, line: dict) -> list[dict]:
        return list(line["rows"].values()) if isinstance(line["rows"], dict) else line["rows"]


def _at(row: dict, path: tuple[str, ...]) -> float | None:
    found = row
    for key in path:
        found = (found or {}).get(key)
    return found


PICTURES = (
    Picture(
        "sessions-time",
        "Open beside live sessions, p95, ms",
        "sessions",
        "sessions",
        "sessions",
        ("open_p95_ms",),
    ),
    Picture(
        "sessions-memory",
        "Memory of the server and its kernels, MB",
        "sessions",
        "sessions",
        "sessions",
        ("memory_mb",),
    ),
    Picture(
        "cycles-memory",
        "Memory after all sessions were closed, MB",
        "cycles",
        "cycles",
        "cycle",
        ("after_mb",),
    ),
    Picture(
        "findings-time",
        "A click until the map is redrawn, ms",
        "findings",
        "findings",
        "findings",
        ("seen_ms",),
    ),
    Picture(
        "accounts-time",
        "The list of accounts, warm, ms",
        "accounts",
        "landing",
        "accounts",
        ("warm", "ready_ms"),
    ),
    Picture(
        "accounts-sent", "The list of accounts, KB sent", "accounts", "landing", "accounts", ("sent_kb",)
    ),
    Picture(
        "methods-time",
        "The workbook live, warm, ms",
        "methods",
        "compare",
        "methods",
        ("workbook: live, warm, ms",),
    ),
    Picture(
        "methods-memory",
        "Memory of a session, MB",
        "methods",
        "compare",
        "methods",
        ("proportional memory of a session, MB",),
    ),
)


def draw() -> list[str]:
    """Write the pictures that the history has points for; their names."""
    FOLDER.mkdir(exist_ok=True)
    drawn = []
    for picture in PICTURES:
        lines = list(picture.lines())
        if lines:
            (FOLDER / f"{picture.name}.svg").write_text(_svg(picture, lines), encoding="utf-8")
            drawn.append(picture.name)
    return drawn


def _svg(picture: Picture, lines: list[Points]) -> str:
    most_x = max(x for points in lines for x, _y in points)
    most_y = max(y for points in lines for _x, y in points) * 1.1 or 1

    def place(x: float, y: float) -> tuple[float, float]:
        return (
            round(LEFT + (WIDTH - LEFT - RIGHT) * x / most_x, 1),
            round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * y / most_y, 1),
        )

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'font-family="system-ui, sans-serif" font-size="11" role="img" aria-label="{picture.title}">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="20" font-size="13" font-weight="600" fill="#222">{picture.title}</text>',
        f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - 6}" text-anchor="end" fill="#555">{picture.across}</text>',
    ]
    for share in (0, 0.5, 1):
        _x, y = place(0, most_y * share)
        parts.append(f'<line x1="{LEFT}" y1="{y}" x2="{WIDTH - RIGHT}" y2="{y}" stroke="#ddd"/>')
        parts.append(
            f'<text x="{LEFT - 6}" y="{y + 4}" text-anchor="end" fill="#555">{_short(most_y * share)}</text>'
        )
    for points in lines:
        newest = points is lines[-1]
        colour = "#1f5fbf" if newest else "#c8c8c8"
        corners = " ".join(f"{x},{y}" for x, y in (place(*point) for point in points))
        parts.append(
            f'<polyline points="{corners}" fill="none" stroke="{colour}" stroke-width="{2 if newest else 1}"/>'
        )
        if newest:
            parts += [_mark(place(*point), point) for point in points]
    return "\n".join([*parts, "</svg>", ""])


def _mark(at: tuple[float, float], point: tuple[float, float]) -> str:
    x, y = at
    end = "end" if x > WIDTH * 0.8 else "middle"
    return (
        f'<circle cx="{x}" cy="{y}" r="3" fill="#1f5fbf"/>'
        f'<text x="{x}" y="{max(y - 7, TOP - 4)}" text-anchor="{end}" fill="#222">{_short(point[1])}</text>'
        f'<text x="{x}" y="{HEIGHT - BOTTOM + 15}" text-anchor="{end}" fill="#555">{_short(point[0])}</text>'
    )


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.1f}"
