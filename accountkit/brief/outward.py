"""What answers of methods a customer may see: the confirmed entries of methods that say something to others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from accountkit.methods import REGISTRY, Method, subjects
from accountkit.methods.analyses import method_and_record
from accountkit.model import Account, Answer, Evidence, Rating, Row, Value


def speaks_outward(method: Method) -> bool:
    """Whether a method says anything that its customer may read: a core analysis, or one with a sentence that is neither
    private nor internal."""
    if method.private or method.subject in subjects.OURS:
        return False
    return method.core or any(not says.internal for says in (*method.says, *method.says_of_all))


def answers(account: Account, shown: Account) -> dict[str, Answer]:
    """The answers that go out with the records of `shown`, by their names."""
    kept = {}
    for name, answer in account.answers.items():
        key, subject_id = method_and_record(name)
        method = REGISTRY.get(key)
        if method is None or not speaks_outward(method):
            continue
        if subject_id is None or subject_id in subjects.ids(shown, method.subject):
            kept[name] = _answer(account, answer, shown.evidence)
    return kept


def _answer(account: Account, answer: Answer, evidence: Mapping[str, Evidence]) -> Answer:
    """The confirmed entries of an answer, without notes and amounts of ours."""

    def confirmed(entries: Mapping[str, Any]) -> dict[str, Any]:
        return {key: one for key, one in entries.items() if stands(account, one.evidence)}

    return Answer(
        ratings={
            key: Rating(value=rating.value, evidence=known(rating.evidence, evidence))
            for key, rating in confirmed(answer.ratings).items()
        },
        values={
            key: Value(value=one.value, evidence=known(one.evidence, evidence))
            for key, one in confirmed(answer.values).items()
        },
        rows={
            key: Row(cells=row.cells, order=row.order, evidence=known(row.evidence, evidence))
            for key, row in confirmed(answer.rows).items()
        },
    )


def stands(account: Account, evidence: tuple[str, ...]) -> bool:
    """Whether a claim on this evidence is confirmed."""
    return account.standing(evidence) == "confirmed"


def known(ids: tuple[str, ...], records: Mapping[str, object]) -> tuple[str, ...]:
    """The ids of which there is a record."""
    return tuple(key for key in ids if key in records)
