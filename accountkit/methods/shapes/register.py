"""Register: a table of records of its own, or of the chain, with flags per row and totals over all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Literal

from accountkit.i18n import _
from accountkit.methods.assessment import Part
from accountkit.methods.method import SUMMED, Flag, Given, Method, Reading
from accountkit.methods.shapes.answers import answer_of, marks_of
from accountkit.model.evidence import Status


@dataclass(frozen=True)
class Column:
    """One column. `of` works it out from the row, and then nobody enters it. `kind` ``person`` holds a stakeholder's id."""

    key: str
    name: str
    kind: Literal[
        "line", "text", "number", "money", "percent", "date", "choice", "rating", "person", "flag"
    ] = "line"
    choices: tuple[tuple[str, str], ...] = ()
    of: Callable[[Row], Any] | None = None
    prompt: str = ""


@dataclass(frozen=True)
class Row:
    """One row as it counts. `path` is its record; a refuted one is shown and counts nowhere."""

    id: str
    path: str
    cells: Mapping[str, Any]
    status: Status = "assumed"
    stale: bool = False
    evidence: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    reading: Any = field(default=None, repr=False, compare=False)

    def __getitem__(self, column: str) -> Any:
        return self.cells.get(column)


@dataclass(frozen=True, kw_only=True)
class RegisterReading(Reading):
    """`rows` are all rows in the rule's order; `totals` and `alarms` are over those that count."""

    method: Register
    rows: tuple[Row, ...] = ()
    totals: Mapping[str, Any] = field(default_factory=dict)
    alarms: tuple[str, ...] = ()

    @property
    def counted(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.status != "refuted")

    @property
    def begun(self) -> bool:
        return bool(self.rows)

    @property
    def rated(self) -> int:
        return len(self.counted)

    @property
    def total(self) -> int:
        return len(self.rows)

    @property
    def status(self) -> Status:
        return (
            "confirmed" if self.rows and all(row.status == "confirmed" for row in self.counted) else "assumed"
        )

    @property
    def stale(self) -> bool:
        return any(row.stale for row in self.counted)


@dataclass(frozen=True, kw_only=True)
class Register(Method):
    """Rows of its own, kept in the answer, or the records of a collection of the chain (`records`, such as commitments).

    `belongs` says which records of the chain are about a subject; `order` sorts; `row_flags` are words on a row, `alarms`
    words over all; `totals` gives named numbers over what counts.
    """

    columns: tuple[Column, ...]
    records: str = ""
    belongs: Callable[[Any, str], bool] | None = None
    order: Callable[[Row], Any] | None = None
    row_flags: tuple[Flag, ...] = ()
    alarms: tuple[Flag, ...] = ()
    totals: Callable[[RegisterReading], Mapping[str, Any]] = lambda reading: {"count": len(reading.counted)}
    total_names: Mapping[str, str] = field(default_factory=dict)
    verdict: Callable[[RegisterReading], str | None] = lambda _reading: None
    verdict_names: Mapping[str, str] = field(default_factory=dict)

    summed: tuple[str, str, str] = (*SUMMED[:2], "")

    shape: ClassVar[str] = "register"

    def verdicts(self) -> Mapping[str, str]:
        return self.verdict_names

    def flag_names(self) -> Mapping[str, str]:
        return {flag.key: flag.name for flag in (*self.row_flags, *self.alarms)}

    def read(self, analyses: Given, subject_id: str | None) -> RegisterReading:
        base = RegisterReading(**marks_of(self, analyses, subject_id))
        rows = self._of_the_chain(base) if self.records else self._own(base)
        rows = tuple(self._completed(row, base) for row in rows)
        if self.order:
            rows = tuple(sorted(rows, key=self.order))
        reading = replace(base, rows=rows)
        reading = replace(reading, totals=self.totals(reading))
        alarms = tuple(flag.key for flag in self.alarms if flag.when(reading))
        return replace(reading, alarms=alarms, flags=alarms, verdict=self.verdict(reading))

    def _own(self, base: RegisterReading) -> Iterable[Row]:
        account, path = base.account, self.answer_path(base.subject_id)
        kept = answer_of(self, account, base.subject_id).rows
        for key in sorted(kept, key=lambda one: kept[one].order):
            row = kept[key]
            yield Row(
                key,
                f"{path}/rows/{key}",
                dict(row.cells),
                account.standing(row.evidence),
                account.stale(row.evidence),
                row.evidence,
                reading=base,
            )

    def _of_the_chain(self, base: RegisterReading) -> Iterable[Row]:
        account = base.account
        kept = getattr(account, self.records)
        for key in sorted(kept, key=lambda one: kept[one].order):
            record = kept[key]
            if base.subject_id is not None and self.belongs and not self.belongs(record, base.subject_id):
                continue
            cells = {column.key: getattr(record, column.key) for column in self.columns if not column.of}
            yield Row(
                key,
                f"{self.records}/{key}",
                cells,
                account.standing(record.evidence),
                account.stale(record.evidence),
                record.evidence,
                reading=base,
            )

    def _completed(self, row: Row, base: RegisterReading) -> Row:
        worked = {column.key: column.of(row) for column in self.columns if column.of}
        row = replace(row, cells={**row.cells, **worked})
        return replace(row, flags=tuple(flag.key for flag in self.row_flags if flag.when(row)))

    def verdict_text(self, reading: RegisterReading) -> str:
        if reading.verdict is not None:
            return _(self.verdict_names[reading.verdict])
        return _rows(len(reading.rows)) if reading.rows else _("not begun")

    def parts(self, reading: RegisterReading) -> Iterable[Part]:
        for key, value in reading.totals.items():
            if key in self.total_names and value is not None:
                yield Part(
                    _(self.total_names[key]), f"{value:g}" if isinstance(value, int | float) else str(value)
                )


def _rows(n: int) -> str:
    return (_("{n} entry") if n == 1 else _("{n} entries")).format(n=n)
