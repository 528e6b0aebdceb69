"""Scorecard: rated items in weighted groups, a band, and flags."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from accountkit.i18n import N_, _, number
from accountkit.methods.assessment import Part
from accountkit.methods.marks import Mark, band
from accountkit.methods.method import Entry, Flag, Given, Method, Reading
from accountkit.methods.shapes.answers import marks_of

BANDS: dict[str, str] = {"low": N_("low"), "middle": N_("middle"), "high": N_("high")}


@dataclass(frozen=True)
class Group:
    """Items that make one part of the score; `weight` counts against the other groups'."""

    key: str
    name: str
    items: tuple[Entry, ...]
    weight: float = 1.0


@dataclass(frozen=True, kw_only=True)
class ScorecardReading(Reading):
    """`means` holds the mean of each group, 1 to 5; None where none of its items is rated."""

    method: Scorecard
    means: Mapping[str, float | None] = field(default_factory=dict)
    confirmed_means: Mapping[str, float | None] = field(default_factory=dict)


def by_weight(means: Mapping[str, float | None], groups: tuple[Group, ...]) -> float | None:
    """The weighted mean of the groups that are rated."""
    known = [(group.weight, mean) for group in groups if (mean := means[group.key]) is not None]
    weight = sum(share for share, _mean in known)
    return sum(share * mean for share, mean in known) / weight if weight else None


@dataclass(frozen=True, kw_only=True)
class Scorecard(Method):
    """Rated items, 1 to 5. `combine` makes the score of the groups' means; `band_of` its band, a key of `bands`.

    The verdict is withheld while fewer than 60 % of the items are rated.
    """

    groups: tuple[Group, ...]
    combine: Callable[[Mapping[str, float | None], tuple[Group, ...]], float | None] = by_weight
    bands: Mapping[str, str] = field(default_factory=lambda: BANDS)
    band_of: Callable[[float | None], str | None] = band
    flags: tuple[Flag, ...] = ()
    notes: tuple[Entry, ...] = ()

    shape: ClassVar[str] = "scorecard"
    withholds: bool = True
    scale: ClassVar[str] = "/5"

    def entries(self) -> tuple[Entry, ...]:
        return (*(item for group in self.groups for item in group.items), *self.notes)

    def verdicts(self) -> Mapping[str, str]:
        return self.bands

    def read(self, analyses: Given, subject_id: str | None) -> ScorecardReading:
        base = marks_of(self, analyses, subject_id)
        means = {group.key: _mean(group, base["marks"]) for group in self.groups}
        sure = {group.key: _mean(group, base["marks"], confirmed=True) for group in self.groups}
        reading = ScorecardReading(
            **base,
            means=means,
            confirmed_means=sure,
            score=self.combine(means, self.groups),
            confirmed=self.combine(sure, self.groups),
        )
        return self.judged(reading, verdict=self.band_of(reading.score) if reading.enough else None)

    def parts(self, reading: ScorecardReading) -> Iterable[Part]:
        for group in self.groups:
            known = sum(reading.value(item.key) is not None for item in group.items)
            if len(self.groups) > 1:
                yield Part(
                    _(group.name),
                    number(reading.means[group.key], 1),
                    _("{rated} of {total} rated").format(rated=known, total=len(group.items)),
                )
            else:
                yield from (Part(_(item.name), number(reading.value(item.key), 0)) for item in group.items)


def _mean(group: Group, marks: Mapping[str, Mark], confirmed: bool = False) -> float | None:
    known = [
        (item.weight, marks[item.key].value)
        for item in group.items
        if marks[item.key].value is not None and (not confirmed or marks[item.key].status == "confirmed")
    ]
    weight = sum(share for share, _value in known)
    return sum(share * value for share, value in known) / weight if weight else None
