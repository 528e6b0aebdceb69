"""Documents of earlier versions, brought to the present one: of an export, of a snapshot, and of a path in the log.

Version 2: the one sales objective became the first of any number of opportunities, and answers of private methods
stand in a field of their own, which a shareable account leaves out whole.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

SCHEMA_VERSION = 2
FIRST_OPPORTUNITY = "o1"
"""The id of the opportunity that the objective of version 1 became."""
PRIVATE_METHODS = frozenset(
    {
        "personal_needs",
        "empathy_map",
        "supporters",
        "influence_score",
        "power_classes",
        "internal_politics",
        "network_resources",
        "first_impression",
        "performance_coaching",
    }
)
"""Methods whose answers version 2 began to keep private (methods, A3; coaching with the coach, A6); today's definitions say
more (`accountkit.model.kept_private`)."""

Document = dict[str, Any]


def upgraded(document: Document) -> Document:
    """The document in the present version; one of the present version as it is. The document given is not changed."""
    version = document.get("schema_version", 1)
    for upgrade in UPGRADES[version - 1 :]:
        document = upgrade(document)
    return {**document, "schema_version": SCHEMA_VERSION}


def upgraded_path(path: str, version: int) -> str:
    """A path of the log as the present version spells it."""
    if version < 2:
        step, slash, rest = path.partition("/")
        if step == "objective":
            return f"opportunities/{FIRST_OPPORTUNITY}{slash}{rest}"
        if step == "answers" and rest.partition("/")[0] in PRIVATE_METHODS:
            return f"private_answers/{rest}"
    return path


def _to_2(document: Document) -> Document:
    kept = {key: value for key, value in document.items() if key not in ("objective", "answers")}
    answers = document.get("answers") or {}
    private = {key: answer for key, answer in answers.items() if key in PRIVATE_METHODS}
    if document.get("objective"):
        kept["opportunities"] = {FIRST_OPPORTUNITY: document["objective"]}
    if private:
        kept["private_answers"] = private
    if len(answers) > len(private):
        kept["answers"] = {key: answer for key, answer in answers.items() if key not in private}
    return kept


UPGRADES: tuple[Callable[[Document], Document], ...] = (_to_2,)
"""What brings a document from version n to n + 1; a new version appends a function and never changes an old one."""
