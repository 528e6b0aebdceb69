"""What an event did to a document, as far as a page needs it: which record came, which went, and where it is worked on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from accountkit.model import Document, Problem
from accountkit.model.claims import Answer

COLLECTIONS = (
    "problems",
    "needs",
    "levers",
    "alternatives",
    "motives",
    "commitments",
    "stakeholders",
    "findings",
    "peers",
    "statements",
    "interim",
    "opportunities",
    "visits",
    "contacts",
    "doubts",
    "pairs",
    "plan",
    "segments",
    "offers",
    "partners",
    "teams",
    "sellers",
)
"""In the order in which a page goes to one of several new records: a problem made with its finding is what was asked for."""


def made(before: Document, after: Document) -> str:
    """The path of the record that is in `after` alone, the outermost one of several; empty where there is none."""
    return min(_new(before, after), key=_rank, default="")


def _new(before: Document, after: Document) -> Iterator[str]:
    """The paths of the records that are in `after` alone. What is the same object holds none, and most is."""
    for collection in COLLECTIONS:
        now, known = getattr(after, collection, {}), getattr(before, collection, {})
        if now.keys() - known.keys():
            yield from (f"{collection}/{key}" for key in now if key not in known)
    for collection, inner in INNER.items():
        known = getattr(before, collection, {})
        for key, record in getattr(after, collection, {}).items():
            if known.get(key) is not record:
                there = set(inner(known[key])) if key in known else set()
                yield from (f"{collection}/{key}/{path}" for path in inner(record) if path not in there)


def _within_problem(problem: Problem) -> Iterator[str]:
    yield from (f"nodes/{node}" for node in problem.nodes)
    for method, sheet in problem.worksheets.items():
        yield from (f"worksheets/{method}/rows/{row}" for row in sheet.rows)


def _within_answer(answer: Answer) -> Iterator[str]:
    yield from (f"{kind}/{record}" for kind in ("records", "rows") for record in getattr(answer, kind))


INNER: dict[str, Callable[[Any], Iterator[str]]] = {
    "problems": _within_problem,
    "answers": _within_answer,
    "private_answers": _within_answer,
}


def _rank(path: str) -> tuple[int, int]:
    steps = path.split("/")
    return len(steps), COLLECTIONS.index(steps[0]) if steps[0] in COLLECTIONS else len(COLLECTIONS)
