"""What a register is made of: its columns, its rows, and a second table beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from accountkit.methods.shapes.answers import as_kind
from accountkit.model.evidence import Status


@dataclass(frozen=True)
class Column:
    """One column. `of` works it out from the row, and then nobody enters it. `kind` ``person`` holds a stakeholder's id,
    ``people`` several of them; ``need``, ``opportunity``, ``segment`` and ``offer`` such a record's, ``choices`` any number of choices, in a field of a record; `low` and `high` are what 1 and 5 of a rating mean; `titled_by` is
    the entry that says its heading: the name of a rival. ``finding`` holds a finding's id. What is `private` about a person stays on the card.
    """

    key: str
    name: str
    kind: Literal[
        "line",
        "text",
        "number",
        "money",
        "finding",
        "percent",
        "date",
        "choice",
        "choices",
        "rating",
        "person",
        "people",
        "flag",
        "need",
        "opportunity",
        "segment",
        "offer",
    ] = "line"
    choices: tuple[tuple[str, str], ...] = ()
    of: Callable[[Row], Any] | None = None
    prompt: str = ""
    low: str = ""
    high: str = ""
    titled_by: str = ""
    private: bool = False
    of_whole: bool = False
    """Whether it is a share of a whole, 0 to 100 %."""


@dataclass(frozen=True)
class Row:
    """One row as it counts. `path` is where its `record` lies; a refuted one is shown and counts nowhere."""

    id: str
    path: str
    cells: Mapping[str, Any]
    record: Any = field(default=None, repr=False)
    status: Status = "assumed"
    stale: bool = False
    evidence: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    reading: Any = field(default=None, repr=False, compare=False)

    @property
    def counts(self) -> bool:
        return self.status != "refuted"

    def __getitem__(self, column: str) -> Any:
        return self.cells.get(column)

    def value(self, column: str) -> Any:
        """A cell as its column counts it: a day as a date; None where it is not of the column's kind."""
        one = next(one for one in self.reading.method.columns if one.key == column)
        return as_kind(one, self.cells.get(column))

    def having(self, **changed: Any) -> Row:
        """The row with other values."""
        row = object.__new__(Row)  # `replace` takes six times as long, and a register may have thousands
        row.__dict__.update(self.__dict__, **changed)
        return row


@dataclass(frozen=True)
class Grid:
    """A second table beside the rows, worked out: its name, its headings, and rows of text, the first cell of each its name."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
