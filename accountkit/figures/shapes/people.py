"""The map of the customer's people: each on their level, with how much they weigh, on which side they are, and their ties.

Boxes and edges say the same by shape as by colour: a sign stands for the side, tense ties are broken lines, and an arrow
says who influences whom.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from accountkit.figures.boxes import WIDTH, Placed, facing, outline, small, targets, words
from accountkit.figures.layers import placed
from accountkit.figures.shapes.drawing import Drawing
from accountkit.figures.style import (
    AMBER,
    BLUE,
    BLUE_SOFT,
    GREEN,
    GREY,
    RED,
    SLATE,
    Figure,
    Row,
    escaped,
    figure,
    hidden_axis,
    in_words,
)
from accountkit.i18n import N_, _, enumerated, number
from accountkit.methods.labels import WORDS, label
from accountkit.methods.method import Reading
from accountkit.methods.people.met import met
from accountkit.methods.people.network import days_since, deciders, way_to
from accountkit.methods.people.network import pairs as ties
from accountkit.methods.registry import weighing
from accountkit.methods.subjects import name
from accountkit.model import Account, Pair

COLUMNS = 5
"""People in a line; a level with more has several lines."""
COLUMNS_OF_TEXT = 26
REACH = 75
"""Pixels around the middle of a box within which a click is meant for it: about the whole box."""
LEAST_WIDTH = 780
"""Pixels that five people side by side need."""
LINE_HEIGHT = 118
BOX = 0.56
"""The height of a box as a share of its line."""
Weights = Mapping[str, float | None]
SIGNS = {"for_us": "+", "neutral": "○", "against": "−", "unknown": "?"}
SIDES = {"for_us": GREEN, "neutral": GREY, "against": RED, "unknown": AMBER}
TIES: dict[str, dict[str, Any]] = {
    "reports_to": {"color": GREY, "width": 1},
    "close": {"color": SLATE, "width": 4},
    "tense": {"color": RED, "width": 2, "dash": "dot"},
    "influences": {"color": BLUE, "width": 2},
}
LEGEND = N_(
    "+ with us · ○ open · − against us · ? not known · broken line: not met yet · band: way to who decides"
)
NOT_STATED = N_("level not stated")
NOBODY = N_("Add the people who take part in the decision.")


def people_map(reading: Reading, _among: Sequence[Reading] = ()) -> Drawing:
    """Everybody of the account, whoever the reading names; a click on a box chooses the person."""
    account = reading.account
    if not account.stakeholders:
        return Drawing(in_words(_(NOBODY)), _(NOBODY))
    pairs = ties(account)  # what is refuted is a tie no more: the sentence does not speak of it either
    weights = _weights(reading)
    boxes = {box.id: box for box in _boxes(account, weights, pairs)}
    return Drawing(
        _figure(account, boxes, pairs), _text(account, pairs), tuple(_rows(account, weights, pairs))
    )


def levels(account: Account) -> dict[str, list[str]]:
    """The ids of the people by level, from the top down; those without one stand last, and no level is empty."""
    people = sorted(account.stakeholders.items(), key=lambda item: item[1].order)
    found: dict[str, list[str]] = {level: [] for level in (*WORDS["rank"], "")}
    for key, person in people:
        found[person.layer or ""].append(key)
    return {level: keys for level, keys in found.items() if keys}


def level_name(level: str | None) -> str:
    """A level in words, or that it is not stated."""
    return label("rank", level) if level else _(NOT_STATED)


def _boxes(account: Account, weights: Weights, pairs: Sequence[Pair]) -> list[Placed]:
    ties = [(pair.from_id, pair.to_id) for pair in pairs]
    places = placed(list(levels(account).values()), ties, COLUMNS)
    return [
        Placed(
            key,
            places[key][0],
            places[key][1],
            name(account, "stakeholder", key),
            _note(account, key, weights[key]),
            f"stakeholders/{key}",
            line=SIDES[person.attitude],
            dashed=not met(account, key),
        )
        for key, person in account.stakeholders.items()
    ]


def _note(account: Account, key: str, weight: float | None) -> str:
    """The side as a sign, how much the person weighs, and when we last met them."""
    sign = SIGNS[account.stakeholders[key].attitude]
    return " · ".join([sign if weight is None else f"{sign} {number(weight, 1)}", contact(account, key)])


def _weights(reading: Reading) -> Weights:
    """How much each person counts, where enough is assessed."""
    method = weighing("stakeholder")
    found = {one.subject_id: one for one in reading.analyses.readings(method.key)} if method else {}
    return {
        key: found[key].score if key in found and found[key].verdict is not None else None
        for key in reading.account.stakeholders
    }


def contact(account: Account, key: str) -> str:
    """When we last met a person, or that we have not."""
    days = days_since(account, key)
    if days is not None:
        return (
            _("met today")
            if not days
            else _("met 1 day ago")
            if days == 1
            else _("met {n} days ago").format(n=days)
        )
    return _("met") if met(account, key) else _("not met yet")


def _figure(account: Account, boxes: Mapping[str, Placed], pairs: Sequence[Pair]) -> Figure:
    lines = max(box.y for box in boxes.values()) + 1
    edges, arrows = [], []
    # the quiet ties below the telling ones
    for pair in sorted(pairs, key=lambda one: list(TIES).index(str(one.tie))):
        source, target = boxes[pair.from_id], boxes[pair.to_id]
        ends = _ends(source, target)
        edges.append(edge(ends, TIES[str(pair.tie)]))
        if pair.tie == "influences":
            arrows.append(_arrow(*ends))
    everybody = list(boxes.values())
    return figure(
        [targets(everybody)],
        shapes=[*_ways(account, boxes), *edges, *(outline(box, height=BOX) for box in everybody)],
        annotations=[
            *arrows,
            *(words(box, COLUMNS_OF_TEXT) for box in everybody),
            *_headings(account, boxes),
            small(escaped(_(LEGEND)), lines - 0.44),
        ],
        xaxis=hidden_axis(range=[-0.08, COLUMNS - 1 + WIDTH + 0.08]),
        yaxis=hidden_axis(range=[lines - 0.3, -0.62]),
        hovermode="closest",
        hoverdistance=REACH,
        height=int(LINE_HEIGHT * lines + 42),
        meta={"least_width": LEAST_WIDTH},
    )


def _ways(account: Account, boxes: Mapping[str, Placed]) -> list[dict[str, Any]]:
    """A broad band under the ties that lead from somebody we have access to up to each who decides."""
    ways = [way_to(account, one) for one in deciders(account)]
    steps = dict.fromkeys(step for way in ways if way for step in pairwise(way.people))
    band = {"color": BLUE_SOFT, "width": 10}
    return [edge(_ends(boxes[one], boxes[other]), band) for one, other in steps]


def edge(ends: tuple[float, float, float, float], line: dict[str, Any]) -> dict[str, Any]:
    """A line from one end to the other, below the boxes."""
    return {"type": "path", "layer": "below", "path": _path(*ends), "line": line}


def _ends(source: Placed, target: Placed) -> tuple[float, float, float, float]:
    """Where a tie leaves one box and meets the other: at the sides that face each other."""
    if source.y == target.y and abs(source.x - target.x) > 1:  # over the heads of those between
        return source.x + WIDTH / 2, source.y - BOX / 2, target.x + WIDTH / 2, target.y - BOX / 2
    return facing(source, target, BOX)


def _path(x0: float, y0: float, x1: float, y1: float) -> str:
    if y0 == y1 and abs(x1 - x0) > 1:
        return f"M {x0},{y0} C {x0},{y0 - 0.22} {x1},{y1 - 0.22} {x1},{y1}"
    return f"M {x0},{y0} L {x1},{y1}"


def _arrow(x0: float, y0: float, x1: float, y1: float) -> dict[str, Any]:
    """The point of an arrow at the second end; in an arc it comes from above."""
    arc = y0 == y1 and abs(x1 - x0) > 1
    return {
        "x": x1,
        "y": y1,
        "ax": x1 if arc else x1 + (x0 - x1) * 0.15,
        "ay": y1 - 0.12 if arc else y1 + (y0 - y1) * 0.15,
        "axref": "x",
        "ayref": "y",
        "text": "",
        "showarrow": True,
        "arrowhead": 2,
        "arrowwidth": 2,
        "arrowcolor": BLUE,
    }


def _headings(account: Account, boxes: Mapping[str, Placed]) -> list[dict[str, Any]]:
    """The name of each level, above its first line."""
    return [
        small(
            escaped(level_name(level)),
            min(boxes[key].y for key in keys) - 0.44,
        )
        for level, keys in levels(account).items()
    ]


def _rows(account: Account, weights: Weights, pairs: Sequence[Pair]) -> list[Row]:
    """Everybody, with what the box says and the ties that it has."""
    return [
        {
            _("Person"): name(account, "stakeholder", key),
            _("Organisational level"): level_name(level),
            _("Influence"): number(weights[key], 1),
            _("Attitude"): label("attitude", account.stakeholders[key].attitude),
            _("Contact"): contact(account, key),
            _("Relations"): enumerated(
                _("{tie} {person}").format(
                    tie=label("tie", pair.tie), person=name(account, "stakeholder", pair.to_id)
                )
                for pair in pairs
                if pair.from_id == key
            )
            or "–",
        }
        for level, keys in levels(account).items()
        for key in keys
    ]


def _text(account: Account, pairs: Sequence[Pair]) -> str:
    """How many people there are, how many of them we have met, and how many ties are known."""
    everybody = account.stakeholders
    return _("People: {n}; met: {met}; relations: {ties}.").format(
        n=len(everybody), met=sum(met(account, key) for key in everybody), ties=len(pairs)
    )
