"""People as a sentence names them: by their role, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from accountkit.methods import subjects
from accountkit.methods.sentences import Word, series, text
from accountkit.model import Account
from accountkit.model.people import rings_of_reporting

NAMED = 3
"""So many people of a ring are named."""


def role(account: Account, person: str | None) -> Word:
    """The role of a person; None where nobody is meant."""
    return None if person is None else text(subjects.name(account, "stakeholder", person))


def roles(account: Account, people: Iterable[str]) -> Word:
    """The roles of some people, without repetition; "none" where there are none."""
    return series(role(account, person) for person in dict.fromkeys(people))


def rings(account: Account) -> Iterator[tuple[str, str]]:
    """The tie that closes each ring of reporting, and the ring in words."""
    for key, people in rings_of_reporting(account.pairs):
        names = [subjects.name(account, "stakeholder", one) for one in people]
        shown = names if len(names) <= NAMED else [*names[: NAMED - 1], "…", names[-1]]
        yield key, " → ".join([*shown, names[0]])
