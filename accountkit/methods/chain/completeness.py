"""How far an account is founded: confirmed claims, not filled boxes."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from accountkit.model import Account

LINKS = ("statements", "findings", "problems", "needs", "levers", "motives", "commitments", "objective")
"""The links of the chain; one in which nothing is claimed counts as one claim still to make."""


@dataclass(frozen=True)
class Completeness:
    """Confirmed claims, and all claims there should be: those made and not refuted, and one for each empty link.

    `stale` counts claims whose evidence is older than the account allows, `assumed` those that rest on our assumption;
    `empty` names the links in which nothing is claimed.
    """

    confirmed: int
    total: int
    stale: int
    assumed: int
    empty: tuple[str, ...]

    @property
    def share(self) -> float:
        """Confirmed over total, 0 to 1."""
        return self.confirmed / self.total if self.total else 0.0


def completeness(account: Account) -> Completeness:
    """Counts over the whole account, as of its review date."""
    made = [(standing, stale) for _path, standing, stale in claims(account) if standing != "refuted"]
    empty = tuple(link for link in LINKS if not _claimed(account, link))
    confirmed = sum(standing == "confirmed" for standing, _stale in made)
    return Completeness(
        confirmed=confirmed,
        total=len(made) + len(empty),
        stale=sum(stale for _standing, stale in made),
        assumed=len(made) - confirmed,
        empty=empty,
    )


def stale_from(account: Account) -> dict[dt.date, int]:
    """How many claims become stale on which day; those that are refuted never do."""
    resting = [evidence for _path, evidence in _resting(account) if account.standing(evidence) != "refuted"]
    return dict(Counter(filter(None, map(account.stale_from, resting))))


def claims(account: Account) -> Iterator[tuple[str, str, bool]]:
    """Every claim of the account: its path, its status, whether it is stale.

    A statement is a document and so confirmed, unless we put a figure into it ourselves. A motive is claimed rating by
    rating.
    """
    for key, statement in account.statements.items():
        sure = statement.figures and not any(figure.assumed for figure in statement.figures.values())
        yield f"statements/{key}", "confirmed" if sure else "assumed", False
    for path, evidence in _resting(account):
        yield path, account.standing(evidence), account.stale(evidence)


def _resting(account: Account) -> Iterator[tuple[str, tuple[str, ...]]]:
    for collection in ("findings", "problems", "needs", "levers", "stakeholders", "commitments"):
        for key, record in getattr(account, collection).items():
            yield f"{collection}/{key}", record.evidence
    for key, motive in account.motives.items():
        yield from _ratings(f"motives/{key}", motive.ratings)
    for key, answer in account.answers.items():
        yield from _ratings(f"answers/{key}", answer.ratings)
    if _claimed(account, "objective"):
        yield "objective", account.objective.evidence


def _ratings(place: str, ratings: dict) -> Iterator[tuple[str, tuple[str, ...]]]:
    for item, rating in ratings.items():
        if rating.value is not None:
            yield f"{place}/ratings/{item}", rating.evidence


def _claimed(account: Account, link: str) -> bool:
    record = getattr(account, link)
    return bool(record.what or record.who or record.commitment_ids) if link == "objective" else bool(record)
