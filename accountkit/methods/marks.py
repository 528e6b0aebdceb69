"""What counts: entries with their standing, and the mean of ratings over all and over the confirmed ones (methods, A3).

A blank is *not assessed*: it is never counted as 0 or 3. A rating whose evidence refutes it stays visible and counts
nowhere. Score = Σ weight·rating / Σ weight over what is rated; low < 2.5, middle < 3.5, high ≥ 3.5.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from accountkit.model import Account, Rating
from accountkit.model.claims import Value
from accountkit.model.evidence import Status

ENOUGH = 0.6
"""Share of items that must be assessed before a verdict is given (methods, A3)."""


@dataclass(frozen=True)
class Item:
    """One rated item, 1 to 5, with what 1 and 5 mean; `group` is the key of the part of the score it belongs to."""

    key: str
    name: str
    low: str
    high: str
    group: str = ""
    weight: float = 1.0


@dataclass(frozen=True)
class Mark:
    """One entry as it counts. `value` is None where it is blank or refuted; `shown` is what was entered.

    `derived`: nobody entered it, it follows from other records. `counts`: it is among what is to be assessed.
    """

    key: str
    value: Any = None
    shown: Any = None
    status: Status = "assumed"
    stale: bool = False
    evidence: tuple[str, ...] = ()
    note: str = ""
    derived: bool = False
    counts: bool = True


def mark(
    account: Account, key: str, entry: Rating | Value | None, *, counts: bool = True, derived: Any = None
) -> Mark:
    """An entry with its standing: a refuted one stays visible and has no value. Where nothing is entered, what other
    records say (`derived`) stands in its place, as assumed.
    """
    shown = None if entry is None or entry.value in (None, "") else entry.value
    evidence = entry.evidence if entry is not None else ()
    note = entry.note if isinstance(entry, Rating) else ""
    if shown is None:
        return Mark(
            key, derived, None, evidence=evidence, note=note, derived=derived is not None, counts=counts
        )
    status = account.standing(evidence)
    value = None if status == "refuted" else shown
    return Mark(key, value, shown, status, account.stale(evidence), evidence, note, counts=counts)


@dataclass(frozen=True)
class Rated:
    """One rating as it counts. `value` is None where it is blank or refuted; `shown` is what was clicked."""

    key: str
    value: int | None
    shown: int | None
    status: Status
    stale: bool = False


@dataclass(frozen=True)
class Tally:
    """The mean of some ratings and of the confirmed among them, with the count of items rated and of all items."""

    mean: float | None
    confirmed: float | None
    rated: int
    confirmed_rated: int
    total: int
    ratings: tuple[Rated, ...]

    @property
    def enough(self) -> bool:
        """Whether so much is rated that a verdict may be given (60 %)."""
        return self.total > 0 and self.rated / self.total >= ENOUGH

    @property
    def status(self) -> Status:
        """Confirmed when every rating that counts is; assumed otherwise, and where nothing counts."""
        return "confirmed" if self.rated and self.confirmed_rated == self.rated else "assumed"


def rated(account: Account, key: str, rating: Rating | None) -> Rated:
    """One rating with its standing; a refuted one has no value."""
    if rating is None or rating.value is None:
        return Rated(key, None, None, "assumed")
    status = account.standing(rating.evidence)
    value = None if status == "refuted" else rating.value
    return Rated(key, value, rating.value, status, account.stale(rating.evidence))


def tally(account: Account, items: Iterable[Item], ratings: Mapping[str, Rating]) -> Tally:
    """The weighted mean of the items that are rated."""
    items = tuple(items)
    counted = tuple(rated(account, item.key, ratings.get(item.key)) for item in items)
    weights = {item.key: item.weight for item in items}
    known = [entry for entry in counted if entry.value is not None]
    sure = [entry for entry in known if entry.status == "confirmed"]
    return Tally(_mean(known, weights), _mean(sure, weights), len(known), len(sure), len(items), counted)


def band(mean: float | None) -> str | None:
    """The band of a mean of ratings, by the cuts of A3; None for None. A mean is compared as shown, to 1e-9."""
    if mean is None:
        return None
    return "low" if mean < 2.5 - 1e-9 else "middle" if mean < 3.5 - 1e-9 else "high"


def mean_of(values: Iterable[float | None]) -> float | None:
    """The mean of what is known; None where nothing is."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def _mean(entries: list[Rated], weights: Mapping[str, float]) -> float | None:
    known = [(weights[entry.key], entry.value) for entry in entries if entry.value is not None]
    weight = sum(share for share, _value in known)
    return sum(share * value for share, value in known) / weight if weight else None
