"""Calculator: typed inputs, some with a default out of the account, and results by formula."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Literal

from accountkit.i18n import N_, _, money, number, percent
from accountkit.methods.assessment import Part
from accountkit.methods.method import SUMMED, Entry, Flag, Given, Method, Reading
from accountkit.methods.shapes.answers import marks_of


@dataclass(frozen=True)
class Input:
    """One input. `default` stands where nothing is entered: a value, or what the account says."""

    key: str
    name: str
    kind: Literal["number", "money", "percent", "rating", "choice", "date", "line", "text"] = "number"
    default: float | Callable[[Given], Any] | None = None
    choices: tuple[tuple[str, str], ...] = ()
    prompt: str = ""
    low: str = ""
    high: str = ""
    counts: bool = True
    on_record: bool = False

    @property
    def entry(self) -> Entry:
        told = {name: getattr(self, name) for name in ("low", "high", "kind", "choices", "prompt")}
        return Entry(self.key, self.name, **told, counts=self.counts, on_record=self.on_record)


@dataclass(frozen=True)
class Series:
    """A line of inputs by period: ``profit.1`` … ``profit.5``. `label` names a period by its number."""

    key: str
    name: str
    periods: tuple[int, ...]
    label: str
    kind: Literal["number", "money", "percent"] = "money"


@dataclass(frozen=True)
class Result:
    """One result. `formula` gets the reading and gives a number, or None where an input is missing; what it divides by zero,
    or takes beyond all numbers, has no result. `says` is the formula in words.
    """

    key: str
    name: str
    formula: Callable[[CalculatorReading], float | None]
    kind: Literal["number", "count", "money", "percent", "multiple", "ratio"] = "number"
    says: str = ""


@dataclass(frozen=True)
class Stair:
    """One bar of the picture: a level, or a step from the bar before it to the next. `better` None: neither good nor bad."""

    name: str
    value: float
    is_level: bool = False
    better: bool | None = None


@dataclass(frozen=True, kw_only=True)
class CalculatorReading(Reading):
    """`results` by key; None where an input is missing."""

    method: Calculator
    results: Mapping[str, float | None] = field(default_factory=dict)

    @property
    def begun(self) -> bool:
        """Whether anything has been entered, or follows from the document."""
        return super().begun or self.score is not None

    def series(self, key: str) -> dict[int, float]:
        """The known values of a series by period."""
        line = next(one for one in self.method.series if one.key == key)
        found = {period: self.value(f"{key}.{period}") for period in line.periods}
        return {period: value for period, value in found.items() if value is not None}


@dataclass(frozen=True, kw_only=True)
class Calculator(Method):
    """Inputs and results. The first result is the score; `judge` makes a verdict of the reading. `stairs` leads from one
    result to another in the picture, in money; without any the results stand side by side."""

    inputs: tuple[Input, ...]
    results: tuple[Result, ...]
    series: tuple[Series, ...] = ()
    judge: Callable[[CalculatorReading], str | None] = lambda _reading: None
    verdict_names: Mapping[str, str] = field(default_factory=dict)
    flags: tuple[Flag, ...] = ()
    stairs: Callable[[CalculatorReading], tuple[Stair, ...]] = lambda _reading: ()

    summed: tuple[str, str, str] = (*SUMMED[:2], N_("{rated} of {total} entered ({share})"))

    shape: ClassVar[str] = "calculator"

    def entries(self) -> tuple[Entry, ...]:
        of_series = (
            Entry(f"{line.key}.{period}", line.name, kind=line.kind, counts=False)
            for line in self.series
            for period in line.periods
        )
        return (*(one.entry for one in self.inputs), *of_series)

    def verdicts(self) -> Mapping[str, str]:
        return self.verdict_names

    def read(self, analyses: Given, subject_id: str | None) -> CalculatorReading:
        defaults = {
            one.key: one.default(analyses) if callable(one.default) else one.default for one in self.inputs
        }
        reading = CalculatorReading(**marks_of(self, analyses, subject_id, defaults))
        results = {one.key: _worked(one, reading) for one in self.results}
        sure = self._confirmed(reading)
        first = self.results[0]
        reading = self.judged(
            reading,
            results=results,
            score=results[first.key],
            confirmed=_worked(first, sure),
        )
        return self.judged(reading, verdict=self.judge(reading))

    @staticmethod
    def _confirmed(reading: CalculatorReading) -> CalculatorReading:
        """The reading over what is confirmed, or follows from the account, alone."""
        kept = {
            key: mark if mark.derived or mark.status == "confirmed" else replace(mark, value=None)
            for key, mark in reading.marks.items()
        }
        return replace(reading, marks=kept)

    def result_text(self, reading: CalculatorReading, key: str) -> str:
        """One result as a reader reads it."""
        one = next(result for result in self.results if result.key == key)
        return shown(reading.results.get(key), one.kind, reading.currency)

    def score_text(self, reading: CalculatorReading, value: float | None) -> str:
        return shown(value, self.results[0].kind, reading.currency)

    def verdict_text(self, reading: CalculatorReading) -> str:
        if reading.verdict is not None:
            return _(self.verdict_names[reading.verdict])
        return _("computed") if reading.score is not None else _("not begun")

    def parts(self, reading: CalculatorReading) -> Iterable[Part]:
        for one in self.results:
            yield Part(_(one.name), self.result_text(reading, one.key), _(one.says) if one.says else "")


def _worked(result: Result, reading: CalculatorReading) -> float | None:
    """A result; None where it is not a finite number."""
    try:
        value = result.formula(reading)
    except (ZeroDivisionError, OverflowError):
        return None
    return value if value is not None and math.isfinite(value) else None


def shown(value: float | None, kind: str, currency: str) -> str:
    """A number of a kind, in the reader's form."""
    if kind == "money":
        return money(value, currency)
    if kind == "percent":
        return percent(value, 1)
    if kind == "ratio":
        return number(value, 2)
    if kind == "count":
        return number(value, 0)
    return f"{number(value, 1)} ×" if kind == "multiple" and value is not None else number(value, 1)
