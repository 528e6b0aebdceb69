"""What counts: entries with their standing, and the mean of ratings over all and over the confirmed ones (methods, A3).

A blank is *not assessed*: it is never counted as 0 or 3. A rating whose evidence refutes it stays visible and counts
nowhere. Score = Σ weight·rating / Σ weight over what is rated; low < 2.5, middle < 3.5, high ≥ 3.5.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from accountkit.model import Document, Rating
from accountkit.model.claims import Value
from accountkit.model.evidence import Status

ENOUGH = 0.6
"""Share of items that must be assessed before a verdict is given (methods, A3)."""


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


@dataclass(frozen=True, kw_only=True)
class Marked:
    """Some entries as they count, and how much is known of them."""

    marks: Mapping[str, Mark] = field(default_factory=dict)

    @property
    def known(self) -> tuple[Mark, ...]:
        """The marks that count and have a value."""
        return tuple(mark for mark in self.marks.values() if mark.counts and mark.value is not None)

    @property
    def rated(self) -> int:
        return len(self.known)

    @property
    def total(self) -> int:
        return sum(mark.counts for mark in self.marks.values())

    @property
    def coverage(self) -> float:
        """Assessed over all, 0 to 1."""
        return self.rated / self.total if self.total else 0.0

    @property
    def enough(self) -> bool:
        """Whether so much is assessed that a verdict may be given."""
        return self.total > 0 and self.coverage >= ENOUGH

    @property
    def status(self) -> Status:
        """Confirmed when everything that counts is; assumed otherwise."""
        return "confirmed" if self.known and all(m.status == "confirmed" for m in self.known) else "assumed"

    def value(self, key: str) -> Any:
        """The value of one entry as it counts; None where it is blank or refuted."""
        found = self.marks.get(key)
        return None if found is None else found.value


def mark(
    document: Document, key: str, entry: Rating | Value | None, *, counts: bool = True, derived: Any = None
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
    status = document.standing(evidence)
    value = None if status == "refuted" else shown
    return Mark(key, value, shown, status, document.stale(evidence), evidence, note, counts=counts)


def grade(document: Document, found: Mark) -> str:
    """The best grade of evidence behind an entry, A to D; what rests on nothing is our assumption (D)."""
    known = (document.evidence[key] for key in found.evidence if key in document.evidence)
    return min((entry.grade for entry in known if entry.status != "refuted"), default="D")


def band(mean: float | None) -> str | None:
    """The band of a mean of ratings, by the cuts of A3; None for None. A mean is compared as shown, to 1e-9."""
    if mean is None:
        return None
    return "low" if mean < 2.5 - 1e-9 else "middle" if mean < 3.5 - 1e-9 else "high"


def weighted(values: Iterable[tuple[float, float | None]], whole: float = 1.0) -> float | None:
    """The mean of what is known, each value with its weight before it, times `whole`; None where nothing is."""
    known = [(weight, value) for weight, value in values if value is not None]
    weights = sum(weight for weight, _value in known)
    return whole * sum(weight * value for weight, value in known) / weights if weights else None


def opposite(value: float | None) -> float | None:
    """A rating or a mean of ratings as it reads from the other side: 6 minus it."""
    return None if value is None else 6 - value


def mean_of(values: Iterable[float | None]) -> float | None:
    """The mean of what is known; None where nothing is."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None
