"""The links of the chain, known from both ends.

A record names the records it rests on; this module knows every such field, so that a deleted record shows up as a
broken link, and a record can tell what rests on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from accountkit.model.account import Account
from accountkit.model.record import Record

LINKS: dict[str, dict[str, str]] = {
    "findings": {"evidence": "evidence"},
    "problems": {"finding_ids": "findings", "felt_by": "stakeholders", "evidence": "evidence"},
    "needs": {"problem_id": "problems", "evidence": "evidence"},
    "levers": {"need_id": "needs", "problem_id": "problems", "evidence": "evidence"},
    "stakeholders": {"admits": "problems", "evidence": "evidence"},
    "motives": {
        "stakeholder_id": "stakeholders",
        "problem_id": "problems",
        "need_id": "needs",
        "evidence": "evidence",
    },
    "commitments": {"stakeholder_id": "stakeholders", "motive_id": "motives", "evidence": "evidence"},
}
"""Collection → field → the collection that the field's ids belong to. Catalogue offers live outside the account."""


class Link(Record):
    """One link: the record `holder` (a path) names `target` (a path) in its `field`."""

    holder: str
    field: str
    target: str


def links(account: Account) -> Iterator[Link]:
    """Every link of the account, whether its target exists or not. The objective's and the tree's links are among them."""
    for collection, fields in LINKS.items():
        for key, record in getattr(account, collection).items():
            for field, target in fields.items():
                for wanted in _ids(getattr(record, field)):
                    yield Link(holder=f"{collection}/{key}", field=field, target=f"{target}/{wanted}")
    for problem_id, problem in account.problems.items():
        for node_id, node in problem.nodes.items():
            place = f"problems/{problem_id}/nodes/{node_id}"
            if node.parent is not None:
                yield Link(holder=place, field="parent", target=f"problems/{problem_id}/nodes/{node.parent}")
            for wanted in node.evidence:
                yield Link(holder=place, field="evidence", target=f"evidence/{wanted}")
    for need_id, need in account.needs.items():
        if need.node_id is not None:
            yield Link(
                holder=f"needs/{need_id}",
                field="node_id",
                target=f"problems/{need.problem_id}/nodes/{need.node_id}",
            )
    for motive_id, motive in account.motives.items():
        for item, rating in motive.ratings.items():
            for wanted in rating.evidence:
                yield Link(
                    holder=f"motives/{motive_id}/ratings/{item}",
                    field="evidence",
                    target=f"evidence/{wanted}",
                )
    for framework, answer in account.answers.items():
        for item, rating in answer.ratings.items():
            for wanted in rating.evidence:
                yield Link(
                    holder=f"answers/{framework}/ratings/{item}",
                    field="evidence",
                    target=f"evidence/{wanted}",
                )
    for commitment_id in account.objective.commitment_ids:
        yield Link(holder="objective", field="commitment_ids", target=f"commitments/{commitment_id}")
    for wanted in account.objective.evidence:
        yield Link(holder="objective", field="evidence", target=f"evidence/{wanted}")


def broken_links(account: Account) -> list[Link]:
    """The links whose target is gone."""
    return [link for link in links(account) if not exists(account, link.target)]


def resting_on(account: Account, path: str) -> list[Link]:
    """The links that point at the record at `path`: what would break if it were deleted."""
    return [link for link in links(account) if link.target == path]


def exists(account: Account, path: str) -> bool:
    """Whether there is a record at `path` (``findings/f7k2``, ``problems/p1/nodes/n3``)."""
    collection, *rest = path.split("/")
    records = getattr(account, collection, None)
    if not isinstance(records, dict) or not rest:
        return collection == "objective" and not rest
    record = records.get(rest[0])
    return record is not None and (len(rest) == 1 or rest[-1] in getattr(record, "nodes", {}))


def _ids(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return () if value is None else (value,) if isinstance(value, str) else value
