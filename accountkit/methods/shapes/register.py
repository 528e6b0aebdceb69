"""Register: a table of records of its own, or of the chain, with flags per row and totals over all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from typing import Any, ClassVar, Literal

from accountkit.i18n import _, bracketed, clauses
from accountkit.methods.assessment import BriefSentence, Part, Suggestion, suggestion_id
from accountkit.methods.method import SUMMED, Entry, Flag, Given, Method, Reading, Suggests
from accountkit.methods.sentences import Says, Word, rate_the_rest, said, withheld
from accountkit.methods.shapes.answers import answer_of, marks_of
from accountkit.methods.shapes.kept_rows import rows_of_records
from accountkit.methods.shapes.rows import Column, Grid, Row
from accountkit.methods.shapes.sums import Sums
from accountkit.methods.wording import plain
from accountkit.model import Account, Document
from accountkit.model.evidence import Status

NAMED = 5
"""So many rows are named in the explanation of a part; the register has them all."""
MOST_ROWS = 12
"""So many rows have suggestions at once."""


@dataclass(frozen=True, kw_only=True)
class RegisterReading(Reading):
    """`rows` are all rows in the rule's order; `totals` and `alarms` are over those that count."""

    method: Register
    rows: tuple[Row, ...] = ()
    totals: Mapping[str, Any] = field(default_factory=dict)
    alarms: tuple[str, ...] = ()
    added: Sums = field(default=Sums((), "", ""), repr=False, compare=False)

    @property
    def counted(self) -> tuple[Row, ...]:
        return self.added.counted

    @property
    def summands(self) -> tuple[Row, ...]:
        return self.added.summands

    def summed(self, part: str | None = None, *, sign: int = 0, status: Status | None = None) -> float:
        """The sum over the summands: of all, or of one part, of one sign and of one standing."""
        return self.added.of(part, sign, status)

    def strongest(self, sign: int) -> Row | None:
        """The summand that adds most (+1), or takes most away (−1)."""
        return self.added.strongest(sign)

    def heading(self, column: Column) -> str:
        """What a column is called in this reading."""
        return self.value(column.titled_by) or _(column.name)

    @property
    def begun(self) -> bool:
        return bool(self.rows)

    @cached_property
    def rated(self) -> int:
        return len(self.summands) if self.method.adds else self.method.filled(self.counted)

    @property
    def total(self) -> int:
        return len(self.counted if self.method.adds else self.rows)

    @property
    def status(self) -> Status:
        return (
            "confirmed"
            if self.counted and all(row.status == "confirmed" for row in self.counted)
            else "assumed"
        )

    @property
    def stale(self) -> bool:
        return any(row.stale for row in self.counted)


@dataclass(frozen=True, kw_only=True)
class Register(Method):
    """Rows of its own, kept in the answer, or the records of a collection of the chain (`records`, such as commitments),
    or rows that `derive` works out of other records, with columns that are worked out too. `entered` says what may be written
    beside those: ``cells`` of them, kept in the answer under the row's id, or ``rows`` of one's own as well.

    `among` says which records of the chain are rows at all, `belongs` which of them are about a subject, and `begins` what
    a new one says already; `order` sorts. `by_record` says that columns, flags, order and words ask a row for its record, its cells and
    its standing and never for its reading, which `row_suggests` may: such rows are kept for as long as their records are as they were;
    `row_flags` are words on a row, `alarms` words over all; `totals` gives named numbers over what counts.

    `adds` names the column that the score sums, with its sign; a row where it is blank is not assessed. `by` names a choice
    by which the score falls into parts. `row_says` is said in the brief of each row, `row_suggests` proposed for it;
    `row_words` fills both. `reads_as` is the type of the reading, where a definition has more to ask of it.
    `extra` is entered beside the rows, `beside` a second table that is worked out; `bars` names the number of each row that
    the picture shows in place of counts.
    """

    columns: tuple[Column, ...]
    extra: tuple[Entry, ...] = ()
    beside: Callable[[RegisterReading], Grid | None] = lambda _reading: None
    records: str = ""
    derive: Callable[[RegisterReading], Iterable[Row]] | None = None
    entered: Literal["", "cells", "rows"] = ""
    among: Callable[[Any], bool] = lambda _record: True
    belongs: Callable[[Any, str], bool] | None = None
    begins: Callable[[Account], Mapping[str, Any]] = lambda _account: {}
    by_record: bool = False
    adds: str = ""
    by: str = ""
    bars: str = ""
    row_says: tuple[Says, ...] = ()
    row_suggests: tuple[Suggests, ...] = ()
    row_words: Callable[[Row], Mapping[str, Word]] = lambda _row: {}
    reads_as: type[RegisterReading] = RegisterReading
    order: Callable[[Row], Any] | None = None
    row_flags: tuple[Flag, ...] = ()
    alarms: tuple[Flag, ...] = ()
    totals: Callable[[RegisterReading], Mapping[str, Any]] = lambda reading: {"count": len(reading.counted)}
    total_names: Mapping[str, str] = field(default_factory=dict)
    verdict: Callable[[RegisterReading], str | None] = lambda _reading: None
    verdict_names: Mapping[str, str] = field(default_factory=dict)

    summed: tuple[str, str, str] = (*SUMMED[:2], "")

    shape: ClassVar[str] = "register"

    def entries(self) -> tuple[Entry, ...]:
        return self.extra

    @property
    def adds_rows(self) -> bool:
        """Whether a person may add a row."""
        return self.derive is None or self.entered == "rows"

    def filled(self, rows: Iterable[Row]) -> int:
        """In how many rows anything is entered; a record's choices are what every new one says already. What follows from
        other records is there.
        """
        entered = [one for one in self.columns if one.of is None]
        own = [one.key for one in entered]
        of_record = [one.key for one in entered if one.kind not in ("choice", "flag")] if self.records else []

        def is_filled(row: Row) -> bool:
            keys = own if "/rows/" in row.path else of_record
            return not keys or any(row.cells.get(key) not in (None, "", (), [], False) for key in keys)

        return sum(map(is_filled, rows))

    def verdicts(self) -> Mapping[str, str]:
        return self.verdict_names

    def known_flags(self) -> Mapping[str, Flag]:
        return {flag.key: flag for flag in (*self.row_flags, *self.alarms)}

    def read(self, analyses: Given, subject_id: str | None) -> RegisterReading:
        base = self.reads_as(**marks_of(self, analyses, subject_id))
        rows = self._rows(base)
        reading = replace(base, rows=rows, added=Sums(rows, self.adds, self.by))
        if self.adds and reading.summands:
            sure = any(row.status == "confirmed" for row in reading.summands)
            confirmed = reading.summed(status="confirmed") if sure else None
            reading = replace(reading, score=reading.summed(), confirmed=confirmed)
        reading = replace(reading, totals=self.totals(reading))
        alarms = tuple(flag.key for flag in self.alarms if flag.when(reading))
        verdict = self.verdict(reading) if reading.enough or not self.withholds else None
        return replace(reading, alarms=alarms, flags=alarms, verdict=verdict)

    def _rows(self, base: RegisterReading) -> tuple[Row, ...]:
        if self.by_record and base.subject_id is None:
            return rows_of_records(self, base)
        chosen = self.derive or (self._of_the_chain if self.records else self.own_rows)
        rows = tuple(self.completed(row) for row in chosen(base))
        return tuple(sorted(rows, key=self.order)) if self.order else rows

    def own_rows(self, base: RegisterReading) -> Iterable[Row]:
        """The rows that are no records of the chain."""
        document, path = base.document, self.answer_path(base.subject_id)
        kept = answer_of(self, document, base.subject_id).rows
        for key in sorted(kept, key=lambda one: kept[one].order):
            row = kept[key]
            yield Row(
                key,
                f"{path}/rows/{key}",
                dict(row.cells),
                row,
                document.standing(row.evidence),
                document.stale(row.evidence),
                row.evidence,
                reading=base,
            )

    def _of_the_chain(self, base: RegisterReading) -> Iterable[Row]:
        document = base.document
        kept = getattr(document, self.records)
        for key in sorted(kept, key=lambda one: kept[one].order):
            record = kept[key]
            about = base.subject_id is None or self.belongs is None or self.belongs(record, base.subject_id)
            if not (about and self.among(record)):
                continue
            yield self.row_of(document, key, record, base)

    def row_of(self, document: Document, key: str, record: Any, reading: Any) -> Row:
        """The row of a record of the chain, without what is worked out."""
        cells = {column.key: getattr(record, column.key) for column in self.columns if not column.of}
        return Row(
            key,
            f"{self.records}/{key}",
            cells,
            record,
            document.standing(record.evidence),
            document.stale(record.evidence),
            record.evidence,
            reading=reading,
        )

    def completed(self, row: Row) -> Row:
        """A row with its columns that are worked out, and its flags."""
        worked = {column.key: column.of(row) for column in self.columns if column.of}
        row = row.having(cells={**row.cells, **worked}) if worked else row
        flags = tuple(flag.key for flag in self.row_flags if flag.when(row))
        return row.having(flags=flags) if flags != row.flags else row

    def verdict_text(self, reading: RegisterReading) -> str:
        if reading.verdict is not None:
            return _(self.verdict_names[reading.verdict])
        if self.withholds:
            return withheld(reading.rated, reading.total)
        return _rows(len(reading.rows)) if reading.rows else _("not begun")

    def score_text(self, reading: RegisterReading, value: float | None) -> str:
        return plain(value, sign=True)

    def title(self, row: Row) -> str:
        """What a row is called: the first text that it has."""
        texts = (row[column.key] for column in self.columns if column.kind in ("line", "text"))
        return next((str(text) for text in texts if text), _("untitled row"))

    def brief(self, readings: tuple[RegisterReading, ...], *, each: bool = False) -> Iterable[BriefSentence]:
        if not self.row_says:
            yield from super().brief(readings, each=each)
        for reading in readings:
            yield from self.said_of_rows(reading, self.row_says)

    def said_of_rows(self, reading: RegisterReading, sentences: tuple[Says, ...]) -> Iterable[BriefSentence]:
        """Each row that counts in sentences, with its own standing and place."""
        for row in reading.counted:
            for says, text in said(sentences, row, self.row_words(row)):
                yield BriefSentence(text, row.status, row.path, says.internal)

    def proposed(self, reading: RegisterReading) -> Iterable[Suggestion]:
        """About the first `MOST_ROWS` rows that need something, since nobody works through a thousand; then what is blank."""
        rows = (row.having(reading=reading) for row in reading.counted) if self.by_record else reading.counted
        needy = (row for row in rows if any(one.when(row) for one in self.row_suggests))
        for row in islice(needy, MOST_ROWS):
            yield from self.following(self.row_suggests, row, self.row_words(row), row.path, row.id)
        if self.adds and len(reading.summands) < len(reading.counted):
            blank = [row for row in reading.counted if row[self.adds] is None]
            ratings = sum(column.kind == "rating" for column in self.columns)
            text = rate_the_rest(reading.rated, reading.total, ratings * len(blank))
            yield Suggestion(suggestion_id(self.key, "rate"), text, _("Rate"), "rate", blank[0].path)
        yield from super().proposed(reading)

    def parts(self, reading: RegisterReading) -> Iterable[Part]:
        """The sum of each part with the rows that make it; then the totals."""
        groups = next((column.choices for column in self.columns if column.key == self.by), ())
        for key, name in groups:
            rows = reading.added.parted.get(key)
            if rows:
                yield Part(_(name), plain(reading.summed(key), sign=True), self._made_of(rows))
        for key, value in reading.totals.items():
            if key in self.total_names and value is not None:
                yield Part(
                    _(self.total_names[key]), f"{value:g}" if isinstance(value, int | float) else str(value)
                )

    def _made_of(self, rows: list[Row]) -> str:
        """The first rows with what each adds, and how many more there are."""
        texts = [self.title(row) + bracketed(plain(row[self.adds], sign=True)) for row in rows[:NAMED]]
        if len(rows) > NAMED:
            texts.append(_("and {n} more").format(n=len(rows) - NAMED))
        return clauses(texts)


def _rows(n: int) -> str:
    return (_("{n} entry") if n == 1 else _("{n} entries")).format(n=n)
