"""How far an account is founded: confirmed claims, not filled boxes."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from accountkit.i18n import _, percent
from accountkit.model import Account

LINKS = ("statements", "findings", "problems", "needs", "levers", "motives", "commitments", "objective")
"""The links of the chain; one in which nothing is claimed counts as one claim still to make."""
WHOLE = ("findings", "problems", "needs", "levers", "stakeholders", "commitments")
"""The collections of which each record is one claim."""
EVIDENCE = attrgetter("evidence")


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
    def share(self) -> float | None:
        """Confirmed over total, 0 to 1. None if nothing is claimed yet."""
        return self.confirmed / self.total if self.total > len(self.empty) else None


def confirmed_in_words(share: float | None) -> str:
    """How far an account is founded, as every list says it."""
    if share is None:
        return _("No claims yet")
    return _("{share} confirmed").format(share=percent(share, 0))


def completeness(account: Account) -> Completeness:
    """Counts over the whole account, as of its review date."""
    made: Counter[tuple[str, bool]] = Counter()
    for standing in _statements(account).values():
        made[standing, False] += 1
    for evidence, count in _counted(account).items():
        made[account.standing(evidence), account.stale(evidence)] += count
    held = {one: count for one, count in made.items() if one[0] != "refuted"}
    empty = tuple(link for link in LINKS if not _claimed(account, link))
    confirmed = sum(count for (standing, _stale), count in held.items() if standing == "confirmed")
    return Completeness(
        confirmed=confirmed,
        total=sum(held.values()) + len(empty),
        stale=sum(count for (_standing, stale), count in held.items() if stale),
        assumed=sum(held.values()) - confirmed,
        empty=empty,
    )


def stale_from(account: Account) -> dict[dt.date, int]:
    """How many claims become stale on which day; those that are refuted never do."""
    found: Counter[dt.date] = Counter()
    for evidence, count in _counted(account).items():
        day = account.stale_from(evidence)
        if day and account.standing(evidence) != "refuted":
            found[day] += count
    return dict(found)


def _counted(account: Account) -> Counter[tuple[str, ...]]:
    """How many claims rest on the same evidence."""
    found: Counter[tuple[str, ...]] = Counter()
    for collection in WHOLE:  # there may be thousands: counted without a step of ours for each
        found.update(map(EVIDENCE, getattr(account, collection).values()))
    found.update(evidence for _path, evidence in _asked_one_by_one(account))
    return found


def _statements(account: Account) -> dict[str, str]:
    """A statement is a document and so confirmed, unless we put a figure into it ourselves."""
    return {
        key: "confirmed"
        if one.figures and not any(figure.assumed for figure in one.figures.values())
        else "assumed"
        for key, one in account.statements.items()
    }


def claims(account: Account) -> Iterator[tuple[str, str, bool]]:
    """Every claim of the account: its path, its status, whether it is stale. A motive is claimed rating by rating."""
    for key, standing in _statements(account).items():
        yield f"statements/{key}", standing, False
    for path, evidence in _resting(account):
        yield path, account.standing(evidence), account.stale(evidence)


def _resting(account: Account) -> Iterator[tuple[str, tuple[str, ...]]]:
    for collection in WHOLE:
        for key, record in getattr(account, collection).items():
            yield f"{collection}/{key}", record.evidence
    yield from _asked_one_by_one(account)


def _asked_one_by_one(account: Account) -> Iterator[tuple[str, tuple[str, ...]]]:
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
