"""The groups of a scorecard: what they hold, what was found of them, and how their means make one score."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from accountkit.i18n import N_, _
from accountkit.methods.marks import Marked, opposite, weighted
from accountkit.methods.method import Entry
from accountkit.methods.sentences import withheld

BANDS: dict[str, str] = {"low": N_("low"), "middle": N_("middle"), "high": N_("high")}
DIFFERS_FROM = 1.5
"""So far apart are a group and its check that they disagree."""
PRESSING = 4
"""An item rated so high stands behind its group's mean."""


@dataclass(frozen=True)
class Group:
    """Items that make one part of the score; `weight` counts against the other groups'.

    `falls`: the score falls as the group rises; `opposed` are its items that read from the other side, 6 minus the rating; `asked` is its place among the groups on the card. `check` is the key of a check that should read 6 minus the group; `asks` what
    to ask about the group or an item of it.
    """

    key: str
    name: str
    items: tuple[Entry, ...]
    weight: float = 1.0
    falls: bool = False
    opposed: tuple[str, ...] = ()
    asked: int = 0
    check: str = ""
    asks: str = ""


@dataclass(frozen=True)
class Gate:
    """What holds a verdict back: while `closed` it is no better than the band `ceiling`; `name` says so."""

    key: str
    name: str
    ceiling: str
    closed: Callable[[Any], bool]


@dataclass(frozen=True)
class Check:
    """An item outside the score, which reads a group another way; the mean of its `inputs` unless it is rated itself."""

    item: Entry
    inputs: tuple[Entry, ...] = ()


@dataclass(frozen=True, kw_only=True)
class GroupReading(Marked):
    """What was found of a group. `expected` is its mean in 12 months, as now where nobody rated it; `mirror` what its
    check says that the mean should be; `band` None while too few of its items are rated; `bands` names them.
    """

    bands: Mapping[str, str] = field(repr=False)
    group: Group
    mean: float | None
    confirmed: float | None
    band: str | None
    expected: float | None
    mirror: float | None

    @property
    def key(self) -> str:
        return self.group.key

    @property
    def name(self) -> str:
        return _(self.group.name)

    @property
    def shown(self) -> float | None:
        """The mean as far as its verdict stands."""
        return self.mean if self.band else None

    @property
    def shown_expected(self) -> float | None:
        """What is expected; where that is no more than the mean, it is withheld with it."""
        return self.expected if self.band or self.expected != self.mean else None

    @property
    def differs(self) -> bool:
        """Whether the check reads the group clearly otherwise."""
        return (
            self.mean is not None
            and self.mirror is not None
            and abs(self.mean - self.mirror) >= DIFFERS_FROM - 1e-9
        )

    @property
    def verdict(self) -> str:
        """The band in words, or how much is missing."""
        return _(self.bands[self.band]) if self.band else withheld(self.rated, self.total)

    @property
    def top(self) -> tuple[tuple[Entry, int], ...]:
        """Up to three items that press hardest (rated 4 or 5), strongest first; if none, the strongest one."""
        known = [(item, value) for item in self.group.items if (value := self.value(item.key)) is not None]
        known.sort(key=lambda one: -one[1])
        return tuple([one for one in known if one[1] >= PRESSING][:3] or known[:1])


def by_weight(means: Mapping[str, float | None], groups: tuple[Group, ...]) -> float | None:
    """The weighted mean of the groups that are rated, each as it helps the score."""
    return weighted(
        (group.weight, opposite(means[group.key]) if group.falls else means[group.key]) for group in groups
    )


def in_hundredths(means: Mapping[str, float | None], groups: tuple[Group, ...]) -> float | None:
    """The same from 0 to 100."""
    return weighted(((group.weight, share_of(group, means[group.key])) for group in groups), 100)


def share_of(group: Group, mean: float | None) -> float | None:
    """How far a group helps the score, 0 to 1."""
    if mean is None:
        return None
    return 1 - (mean - 1) / 4 if group.falls else (mean - 1) / 4


def cut(*cuts: float, bands: Iterable[str]) -> Callable[[float | None], str | None]:
    """A rule that finds the band of a score; `cuts` are the least scores of all bands but the lowest."""
    names = tuple(bands)
    return lambda score: None if score is None else names[sum(score >= one - 1e-9 for one in cuts)]


def lowest(ratings: Iterable[tuple[float, float | None]]) -> float | None:
    """The lowest of what is rated: the weakest link governs."""
    return min((value for _share, value in ratings if value is not None), default=None)
