"""Which answers are kept private: those of the methods whose definitions say so, and of methods that once said so.

The definitions lie in a layer above, and other packages have some of their own; so the registry says here which they are.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from accountkit.model.versions import PRIVATE_METHODS

_asked: list[Callable[[str], bool]] = []


def know_private(ask: Callable[[str], bool]) -> None:
    """Have `ask` say of a method's key whether its answers are private."""
    _asked.append(ask)


def is_private(answer: str) -> bool:
    """Whether an answer (``pest``, ``network_resources.s1``) is one of a private method."""
    method = answer.partition(".")[0]
    return method in PRIVATE_METHODS or any(ask(method) for ask in _asked)


def private_path(path: str) -> str:
    """A path of today: answers of private methods are written where they stay."""
    step, _slash, rest = path.partition("/")
    return f"private_answers/{rest}" if step == "answers" and is_private(rest.partition("/")[0]) else path


def with_private_kept(document: dict[str, Any]) -> dict[str, Any]:
    """The plain document with the answers of private methods where they stay; as it is where there are none elsewhere."""
    answers, kept = document.get("answers"), document.get("private_answers") or {}
    if not isinstance(answers, dict) or not isinstance(kept, dict):
        return document
    moved = {key: answer for key, answer in answers.items() if is_private(key) and key not in kept}
    if not moved:
        return document
    rest = {key: answer for key, answer in answers.items() if key not in moved}
    return {**document, "answers": rest, "private_answers": {**kept, **moved}}
