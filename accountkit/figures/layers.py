"""Where people stand in a picture: each in the row of their level, near those whom they are tied to.

A level that is fuller than a line has several lines. Within a level people are ordered by the mean place of those whom they
are tied to (the barycentre heuristic of layered drawings: Sugiyama, Tagawa and Toda 1981), swept down and up until the
number of crossings does not fall any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

SWEEPS = 8
Ties = Sequence[tuple[str, str]]
Place = tuple[float, int]
"""A column, counted from the left, and a line, counted downward."""


def placed(levels: Sequence[Sequence[str]], ties: Ties, columns: int) -> dict[str, Place]:
    """The place of each person. `levels` are their ids from the highest level down, `columns` the most in a line."""
    best = [list(level) for level in levels]
    least, order = crossings(best, ties), best
    for sweep in range(SWEEPS):
        order = _swept(order, ties, down=sweep % 2 == 0)
        found = crossings(order, ties)
        if found < least:
            best, least = order, found
        if not least:
            break
    places, line = {}, 0
    for level in best:
        for start in range(0, len(level), columns):
            row = level[start : start + columns]
            # a line that is not full stands in the middle
            for n, person in enumerate(row):
                places[person] = ((columns - len(row)) / 2 + n, line)
            line += 1
    return places


def crossings(levels: Sequence[Sequence[str]], ties: Ties) -> int:
    """How many pairs of ties between the same two levels cross."""
    at = {person: (depth, n) for depth, level in enumerate(levels) for n, person in enumerate(level)}
    edges: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for one, other in ties:
        (depth, n), (other_depth, m) = sorted((at[one], at[other]))
        if depth != other_depth:
            edges.setdefault((depth, other_depth), []).append((n, m))
    return sum(
        (a - c) * (b - d) < 0 for between in edges.values() for (a, b), (c, d) in combinations(between, 2)
    )


def _swept(levels: list[list[str]], ties: Ties, *, down: bool) -> list[list[str]]:
    """Each level ordered by its ties to the levels that were ordered before it in this sweep."""
    near = _neighbours(ties)
    known: dict[str, float] = {}
    result = [list(level) for level in levels]
    for depth in range(len(levels)) if down else reversed(range(len(levels))):
        level = result[depth]
        wanted = {
            person: _mean([known[other] for other in near.get(person, ()) if other in known], n / len(level))
            for n, person in enumerate(level)
        }
        level.sort(key=wanted.__getitem__)
        known |= {person: (n + 0.5) / len(level) for n, person in enumerate(level)}
    return result


def _neighbours(ties: Ties) -> Mapping[str, set[str]]:
    near: dict[str, set[str]] = {}
    for one, other in ties:
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    return near


def _mean(values: Iterable[float], fallback: float) -> float:
    found = list(values)
    return sum(found) / len(found) if found else fallback
