"""The chain from findings to commitments; a dashed box or edge is a link still to establish."""

from __future__ import annotations

from math import isinf

from accountkit.figures.boxes import HEIGHT, WIDTH, Placed, edge, outline, targets, words
from accountkit.figures.style import (
    BLUE_SOFT,
    GREEN_SOFT,
    GREY,
    INK,
    LINE,
    PAPER,
    RED,
    SMALL,
    Figure,
    Row,
    escaped,
    figure,
    hidden_axis,
    in_words,
)
from accountkit.i18n import _, clauses
from accountkit.methods.chain.picture import COLUMNS, Box, Picture
from accountkit.methods.labels import label

TEXT = 102
LEAST_WIDTH = 750
"""Pixels that so many characters need in all columns together."""
LINES, ROW_HEIGHT, LINE_HEIGHT = 2, 84, 15
LINES_ON_A_PAGE, ROW_ON_A_PAGE = 1, 68
"""Lines of a box's note, and the height that they need with its title."""


def chain(picture: Picture) -> Figure:
    """A column for each link of the chain, each box beside what it is linked to; green edges join confirmed ends."""
    if not picture.boxes:
        return in_words(chain_text(picture))
    places = {box.id: place for box, place in zip(picture.boxes, placed(picture), strict=True)}
    status = {box.id: box.status for box in picture.boxes}
    edges = []
    for link in picture.edges:
        if link.source in places and link.target in places:
            sure = status[link.source] == status[link.target] == "confirmed"
            colour = RED if link.missing else GREEN_SOFT if sure else BLUE_SOFT
            edges.append(
                edge(
                    places[link.source],
                    places[link.target],
                    colour,
                    dashed=link.missing,
                    line_width=2 if link.missing else 5,
                )
            )
    boxes, columns = list(places.values()), _columns(picture)
    lines, height = (LINES, ROW_HEIGHT) if picture.whole else (LINES_ON_A_PAGE, ROW_ON_A_PAGE)
    text = TEXT // len(columns)
    texts = [words(box, text, lines=lines) for box in boxes]
    rows = max((box.y for box in boxes), default=0) + 1
    room = int(height * max(rows, 2) + 30)
    if picture.whole:
        room = max(room, _room(texts, rows))
    return figure(
        [targets(boxes)],
        shapes=[*edges, *(outline(box) for box in boxes)],
        annotations=[*_headings(columns), *texts],
        xaxis=hidden_axis(range=[-0.02, len(columns) - 1 + WIDTH + 0.02]),
        yaxis=hidden_axis(range=[rows - 0.45, -0.95]),
        height=room,
        meta={"least_width": LEAST_WIDTH},
    )


def _room(texts: list[dict], rows: float) -> int:
    """The height that the box with the longest text needs, in each row and beside the margins."""
    longest = max(1 + text["text"].count("<br>") for text in texts)
    return int((longest * LINE_HEIGHT + 8) / HEIGHT * (rows + 0.5) + 16)


def placed(picture: Picture) -> list[Placed]:
    """Each box in its column, as near as room allows to the middle of what it follows."""
    columns = [key for key, _name in COLUMNS]
    rows: dict[str, float] = {}
    for column in ("problem", "finding", "need", "motive", "commitment", "objective"):
        free = 0.0
        wanted = [(_wanted(picture, box, rows), n, box) for n, box in enumerate(picture.column(column))]
        for want, _n, box in sorted(wanted, key=lambda item: (item[0], item[1])):
            rows[box.id] = free if column in ("problem", "finding") or isinf(want) else max(free, want)
            free = rows[box.id] + 1
        if column == "finding":
            _spread_problems(picture, rows)
    return [_placed(box, float(columns.index(box.column)), rows[box.id]) for box in picture.boxes]


def _wanted(picture: Picture, box: Box, rows: dict[str, float]) -> float:
    """The mean row of the boxes it is linked with and that are placed; what is linked with none stands last."""
    linked = [
        rows[other]
        for link in picture.edges
        for one, other in ((link.source, link.target), (link.target, link.source))
        if one == box.id and other in rows
    ]
    return sum(linked) / len(linked) if linked else float("inf") if rows else 0.0


def _spread_problems(picture: Picture, rows: dict[str, float]) -> None:
    """Give every problem the middle of its findings, and room for what follows from it."""
    free = 0.0
    for box in picture.column("problem"):
        findings = [
            rows[link.source] for link in picture.edges if link.target == box.id and link.source in rows
        ]
        middle = sum(findings) / len(findings) if findings else free
        rows[box.id] = max(free, middle)
        needs = sum(link.source == box.id for link in picture.edges)
        free = rows[box.id] + max(1, needs)


def _placed(box: Box, x: float, y: float) -> Placed:
    line = GREY if box.status == "confirmed" and not box.missing else LINE
    return Placed(
        box.id,
        x,
        y,
        box.title,
        box.note,
        box.path,
        PAPER,
        RED if box.missing else line,
        box.missing,
        GREY if box.missing else INK,
    )


def _columns(picture: Picture) -> list[str]:
    """The names of the columns; without a deal the last link has none."""
    return [name for key, name in COLUMNS if key != "objective" or picture.column(key)]


def _headings(columns: list[str]) -> list[dict]:
    return [
        {
            "x": n,
            "y": -0.72,
            "text": escaped(_(name).upper()),
            "showarrow": False,
            "xanchor": "left",
            "font": {"size": SMALL, "color": GREY},
        }
        for n, name in enumerate(columns)
    ]


def chain_table(picture: Picture) -> list[Row]:
    """Every box with its kind, its texts, what it leads to, and whether it is still to establish."""
    titles = {box.id: box.title for box in picture.boxes}
    names = dict(COLUMNS)
    return [
        {
            _("Kind"): _(names[box.column]),
            _("Statement"): box.title,
            _("Note"): box.note,
            _("Leads to"): clauses(
                titles[link.target]
                for link in picture.edges
                if link.source == box.id and link.target in titles
            )
            or "–",
            _("Status"): _("missing") if box.missing else label("status", box.status),
        }
        for box in picture.boxes
    ]


def chain_text(picture: Picture) -> str:
    """How much of the chain stands and how many links are still to establish."""
    missing = sum(link.missing for link in picture.edges)
    if not picture.boxes:
        return _("No links yet. Start with a finding.")
    return _("Links complete: {links}; missing: {missing}.").format(
        links=len(picture.edges) - missing, missing=missing
    )
