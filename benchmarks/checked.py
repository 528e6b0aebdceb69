"""One value of a reference, and what the reader has for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from accountkit import sources
from accountkit.errors import StatementError
from accountkit.finance.statements.books import completed
from accountkit.finance.statements.lines import label
from accountkit.sources import Imported
from benchmarks import recorded

OUTCOMES = ("equal", "different", "refused", "missing")


@dataclass(frozen=True)
class Check:
    """One value of a reference and what the reader has for it (None: nothing)."""

    reference: str
    line: str
    company: str
    period: str
    expected: float
    read: float | None
    refused: bool = False
    tolerance: float = 0.0

    @property
    def outcome(self) -> str:
        if self.read is not None and abs(self.read - self.expected) <= max(self.tolerance, 0.5):
            return "equal"
        return "refused" if self.refused else "missing" if self.read is None else "different"


@dataclass(frozen=True)
class Reading:
    """What the reader made of one company; `imported` is None if it refused all of it."""

    company: str
    imported: Imported | None

    def value(self, line: str, period: str) -> float | None:
        """The line as read, or as it follows from others by identity: what the ratios use."""
        statement = self.imported.statements.get(period) if self.imported else None
        return completed(statement).values.get(line) if statement else None

    def refused(self, line: str, period: str) -> bool:
        """Whether the reader said that it left a value of the line out."""
        if self.imported is None:
            return True
        statement = self.imported.statements.get(period)
        notes = statement.notes if statement else ()
        return any(note.startswith(label(line)) and "refused" in note for note in notes)

    def check(self, reference: str, line: str, period: str, expected: float, **more: float) -> Check:
        read, refused = self.value(line, period), self.refused(line, period)
        return Check(reference, line, self.company, period, expected, read, refused, **more)


def reading(company: str, source: Path, entity: str | None = None) -> Reading:
    """A company as the reader has it."""
    try:
        return Reading(company, sources.read(source, entity=entity))
    except StatementError:
        return Reading(company, None)


@cache
def of_quarter() -> dict[str, Reading]:
    """The companies of the quarter by CIK."""
    names = {filing["cik"]: filing["name"] for filing in recorded.annual_filings().values()}
    return {cik: reading(name, recorded.QUARTER, cik) for cik, name in names.items()}
