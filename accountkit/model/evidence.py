"""The evidence ledger: what a claim rests on, how well, and since when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from pydantic import StringConstraints

from accountkit.model.record import Day, Line, Record, Text

Grade = Literal["A", "B", "C", "D"]
"""A document, B the customer's own words, C seen by us, D our assumption."""
Status = Literal["assumed", "confirmed", "refuted"]
Url = Annotated[str, StringConstraints(max_length=2000, pattern=r"^(https?://[^\s<>\"']+)?$")]


class Evidence(Record):
    """One entry of the ledger. Grade D is always assumed; A to C may be confirmed, by a named role."""

    source: Line = ""
    url: Url = ""
    date: Day | None = None
    who: Line = ""
    grade: Grade = "D"
    status: Status = "assumed"
    confirmed_by: Line = ""
    note: Text = ""

    @property
    def standing(self) -> Status:
        """The status that counts: an assumption (grade D) is never confirmed, whatever was clicked."""
        return "assumed" if self.grade == "D" and self.status == "confirmed" else self.status

    def is_stale(self, on: dt.date, after_days: int) -> bool:
        """Whether it is older than the period that the account sets; what has no date cannot go stale."""
        day = self.stale_from(after_days)
        return day is not None and day <= on

    def stale_from(self, after_days: int) -> dt.date | None:
        """The first day on which it is stale; None where there is none before the end of the calendar."""
        if self.date is None or (dt.date.max - self.date).days <= after_days:
            return None
        return self.date + dt.timedelta(days=after_days + 1)


def standing(entries: Iterable[Evidence]) -> Status:
    """The status of a claim from all its evidence.

    Refuted if the newest word on it refutes it (what has no date is taken as oldest), else confirmed if anything
    confirms it, else assumed. No evidence at all is an assumption.
    """
    ordered = sorted(entries, key=lambda entry: entry.date or dt.date.min)
    spoken = [entry for entry in ordered if entry.standing != "assumed"]
    return spoken[-1].standing if spoken else "assumed"


class Judged:
    """What claims rest on, by the ids of their evidence, each worked out once for as long as the ledger holds the same.

    Many claims rest on the same evidence, and each is asked for several times with every edit.
    """

    def __init__(self, evidence: Mapping[str, Evidence]) -> None:
        self._evidence = evidence
        self._standing: dict[tuple[str, ...], Status] = {}
        self._stale: dict[tuple[int, tuple[str, ...]], dt.date | None] = {}

    def standing(self, ids: tuple[str, ...]) -> Status:
        if ids not in self._standing:
            self._standing[ids] = standing(self._evidence[key] for key in ids if key in self._evidence)
        return self._standing[ids]

    def stale_from(self, ids: tuple[str, ...], after_days: int) -> dt.date | None:
        place = (after_days, ids)
        if place not in self._stale:
            known = (self._evidence[key] for key in ids if key in self._evidence)
            days = [entry.stale_from(after_days) for entry in known]
            self._stale[place] = None if not days or None in days else max(filter(None, days))
        return self._stale[place]


MOST_LEDGERS = 4
_recent: tuple[tuple[Mapping[str, Evidence], Judged], ...] = ()


def judged(evidence: Mapping[str, Evidence]) -> Judged:
    """What rests on a ledger that nobody changes; an edit elsewhere leaves an equal one, whose answers are the same."""
    global _recent
    recent = _recent
    if recent and recent[0][0] is evidence:
        return recent[0][1]
    same = next((found for held, found in recent if held is evidence), None)
    if same is None:
        same = next((found for held, found in recent if held == evidence), None) or Judged(evidence)
    others = tuple(one for one in recent if one[0] is not evidence)
    _recent = ((evidence, same), *others[: MOST_LEDGERS - 1])
    return same
