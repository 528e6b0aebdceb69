"""The evidence ledger: what a claim rests on, how well, and since when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import StringConstraints

from accountkit.model.record import Line, Record, Text

Grade = Literal["A", "B", "C", "D"]
"""A document, B the customer's own words, C seen by us, D our assumption."""
Status = Literal["assumed", "confirmed", "refuted"]
Url = Annotated[str, StringConstraints(max_length=2000, pattern=r"^(https?://[^\s<>\"']+)?$")]


class Evidence(Record):
    """One entry of the ledger. Grade D is always assumed; A to C may be confirmed, by a named role."""

    source: Line = ""
    url: Url = ""
    date: dt.date | None = None
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
