"""People as a sentence names them: by their role, one after the other."""

from __future__ import annotations

from collections.abc import Iterable

from accountkit.methods import subjects
from accountkit.methods.sentences import Word, series, text
from accountkit.model import Account


def role(account: Account, person: str | None) -> Word:
    """The role of a person; None where nobody is meant."""
    return None if person is None else text(subjects.name(account, "stakeholder", person))


def roles(account: Account, people: Iterable[str]) -> Word:
    """The roles of some people, without repetition; "none" where there are none."""
    return series(role(account, person) for person in dict.fromkeys(people))
