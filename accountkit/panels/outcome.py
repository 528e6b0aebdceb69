"""What an event did to a document, as far as a page needs it: which record came, which went, and where it is worked on."""

from __future__ import annotations

from collections.abc import Iterator

from accountkit.model import Document

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
    if before is after:
        return ""
    known = set(_records(before))
    return min((path for path in _records(after) if path not in known), key=_rank, default="")


def _records(document: Document) -> Iterator[str]:
    for collection in COLLECTIONS:
        for key in getattr(document, collection, {}):
            yield f"{collection}/{key}"
    for key, problem in getattr(document, "problems", {}).items():
        for node in problem.nodes:
            yield f"problems/{key}/nodes/{node}"
        for method, sheet in problem.worksheets.items():
            for row in sheet.rows:
                yield f"problems/{key}/worksheets/{method}/rows/{row}"
    for collection in ("answers", "private_answers"):
        for key, answer in getattr(document, collection).items():
            for kind in ("records", "rows"):
                for record in getattr(answer, kind):
                    yield f"{collection}/{key}/{kind}/{record}"


def _rank(path: str) -> tuple[int, int]:
    steps = path.split("/")
    return len(steps), COLLECTIONS.index(steps[0]) if steps[0] in COLLECTIONS else len(COLLECTIONS)
