"""The links of the chain and of our own side, known from both ends.

A record names the records it rests on; this module knows every such field, so that a deleted record shows up as a
broken link, and a record can tell what rests on it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from accountkit.model.account import Account
from accountkit.model.document import Document
from accountkit.model.record import Record

LINKS: dict[str, dict[str, str]] = {
    "findings": {"occasion_id": "findings", "evidence": "evidence"},
    "problems": {"finding_ids": "findings", "felt_by": "stakeholders", "evidence": "evidence"},
    "needs": {"problem_id": "problems", "evidence": "evidence"},
    "levers": {"need_id": "needs", "problem_id": "problems", "evidence": "evidence"},
    "alternatives": {"evidence": "evidence"},
    "stakeholders": {"admits": "problems", "evidence": "evidence"},
    "motives": {
        "stakeholder_id": "stakeholders",
        "problem_id": "problems",
        "need_id": "needs",
        "evidence": "evidence",
    },
    "commitments": {
        "stakeholder_id": "stakeholders",
        "motive_id": "motives",
        "opportunity_id": "opportunities",
        "visit_id": "visits",
        "evidence": "evidence",
    },
    "opportunities": {"need_ids": "needs", "commitment_ids": "commitments", "evidence": "evidence"},
    "visits": {
        "stakeholder_ids": "stakeholders",
        "problem_ids": "problems",
        "opportunity_id": "opportunities",
        "evidence": "evidence",
    },
    "contacts": {
        "stakeholder_ids": "stakeholders",
        "opportunity_id": "opportunities",
        "visit_id": "visits",
        "evidence": "evidence",
    },
    "doubts": {
        "stakeholder_id": "stakeholders",
        "need_id": "needs",
        "opportunity_id": "opportunities",
        "visit_id": "visits",
        "evidence": "evidence",
    },
    "pairs": {"from_id": "stakeholders", "to_id": "stakeholders", "evidence": "evidence"},
    "plan": {"opportunity_id": "opportunities", "evidence": "evidence"},
    "segments": {"parent_id": "segments", "evidence": "evidence"},
    "offers": {"segment_id": "segments", "evidence": "evidence"},
    "partners": {
        "segment_ids": "segments",
        "offer_ids": "offers",
        "seller_id": "sellers",
        "evidence": "evidence",
    },
    "teams": {
        "parent_id": "teams",
        "leader_id": "sellers",
        "segment_ids": "segments",
        "evidence": "evidence",
    },
    "sellers": {
        "team_id": "teams",
        "coach_id": "sellers",
        "segment_ids": "segments",
        "evidence": "evidence",
    },
}
"""Collection → field → the collection that the field's ids belong to. No link leads from one document to another."""
WITH_FIELD_EVIDENCE = ("opportunities", "segments")
"""Collections whose records keep evidence per field."""


def field_evidence(record: Record, field: str) -> tuple[str, ...]:
    """The evidence of one field: its own where the record keeps evidence by field, else the record's."""
    kept: dict[str, tuple[str, ...]] | None = getattr(record, "field_evidence", None)
    return getattr(record, "evidence", ()) if kept is None else kept.get(field, ())


def evidence_path(document: Document, claim: str) -> str:
    """Where the evidence of a claim lies: of a field of a record where `field_evidence` finds it, else below the claim."""
    collection, _slash, rest = claim.partition("/")
    key, _slash, field = rest.partition("/")
    records = getattr(document, collection, None)
    record = records.get(key) if isinstance(records, dict) else None
    if record is None or field not in type(record).model_fields or collection.endswith("answers"):
        return f"{claim}/evidence"
    own = f"field_evidence/{field}" if collection in WITH_FIELD_EVIDENCE else "evidence"
    return f"{collection}/{key}/{own}"


class Link(NamedTuple):
    """One link: the record `holder` (a path) names `target` (a path) in its `field`."""

    holder: str
    field: str
    target: str


def links(document: Document) -> Iterator[Link]:
    """Every link of the document, whether its target exists or not. Links of trees, asks and answers are among them."""
    yield from _of_records(document, lambda _target: ())
    yield from _of_parts(document)


def _of_records(document: Document, left_out: Callable[[str], Collection[str]]) -> Iterator[Link]:
    """The links from record to record, without those to ids that `left_out` names of a collection."""
    for collection, fields in LINKS.items():
        known = [(field, target, left_out(target)) for field, target in fields.items()]
        for key, record in getattr(document, collection, {}).items():
            for field, target, there in known:
                for wanted in _ids(getattr(record, field)):
                    if wanted not in there:
                        yield Link(holder=f"{collection}/{key}", field=field, target=f"{target}/{wanted}")


def _of_parts(document: Document) -> Iterator[Link]:
    """The links of what lies inside records and answers."""
    if isinstance(document, Account):
        yield from _within_records(document)
    for collection in WITH_FIELD_EVIDENCE:
        for key, record in getattr(document, collection, {}).items():
            for field, evidence in record.field_evidence.items():
                yield from _evidence(f"{collection}/{key}/field_evidence/{field}", evidence)
    for collection in ("answers", "private_answers"):
        for method, answer in getattr(document, collection).items():
            for kind in ("ratings", "values", "rows"):
                for item, entry in getattr(answer, kind).items():
                    place = f"{collection}/{method}/{kind}/{item}"
                    yield from _evidence(place, entry.evidence)
                    people = getattr(entry, "value", None)
                    for wanted in people if isinstance(people, tuple) else ():
                        yield Link(holder=place, field="value", target=f"stakeholders/{wanted}")


def _within_records(account: Account) -> Iterator[Link]:
    """Links of what lies inside a record: trees of causes, ratings of motives, asks of visits."""
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
    for visit_id, visit in account.visits.items():
        for level, ask in visit.asks.items():
            for field, target in {"stakeholder_id": "stakeholders", "commitment_id": "commitments"}.items():
                for wanted in _ids(getattr(ask, field)):
                    yield Link(
                        holder=f"visits/{visit_id}/asks/{level}", field=field, target=f"{target}/{wanted}"
                    )


def _evidence(holder: str, ids: tuple[str, ...]) -> Iterator[Link]:
    return (Link(holder=holder, field="evidence", target=f"evidence/{wanted}") for wanted in ids)


def broken_links(document: Document) -> list[Link]:
    """The links whose target is gone. Of thousands of links nearly none is: no words are made of the others."""
    gone = [*_of_records(document, lambda target: getattr(document, target, {}))]
    return gone + [link for link in _of_parts(document) if not exists(document, link.target)]


def exists(document: Document, path: str) -> bool:
    """Whether there is a record at `path` (``findings/f7k2``, ``problems/p1/nodes/n3``); an account's ``objective``
    always is."""
    collection, *rest = path.split("/")
    records = getattr(document, collection, None)
    if not isinstance(records, dict) or not rest:
        return path == "objective" and isinstance(document, Account)
    record = records.get(rest[0])
    return record is not None and (len(rest) == 1 or rest[-1] in getattr(record, "nodes", {}))


def _ids(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return () if value is None else (value,) if isinstance(value, str) else value
