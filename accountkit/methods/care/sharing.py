"""A matrix that reads ratings which are entered in another method: one fact has one input (methods, A5)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from accountkit.methods.method import Given, Reading
from accountkit.methods.shapes import Matrix
from accountkit.methods.shapes.matrix import MatrixReading


@dataclass(frozen=True, kw_only=True)
class SharedMatrix(Matrix):
    """A matrix whose ratings of these keys are those of the first method that it reads, with their evidence."""

    shares: tuple[str, ...]

    def read(self, analyses: Given, subject_id: str | None) -> MatrixReading:
        reading = super().read(analyses, subject_id)
        theirs = analyses.read(self.reads[0], subject_id).marks
        return replace(reading, marks={**{key: theirs[key] for key in self.shares}, **reading.marks})


def shared(key: str) -> Callable[[Reading], Any]:
    """The value of a rating in the first method that a reading's method reads."""
    return lambda reading: reading.analyses.read(reading.method.reads[0], reading.subject_id).value(key)
