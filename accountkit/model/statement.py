"""Annual statements in one canonical form: a period, a currency, and figures that say where they came from."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from accountkit.model.record import Amount, Day, Key, Line, Record, Text

Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]

Vintage = Literal["as_first_filed", "as_last_filed", "one_filing"]
"""Of several filings of one period: the value filed first, the one filed last, or all from the year's own report."""


class Restatement(Record):
    """A value that was filed earlier for the same period and replaced later."""

    value: Amount
    filed: Day | None = None
    accession: Line = ""


class Origin(Record):
    """Where a figure came from: a file and a place in it, or a filing and a concept of it."""

    source: Line = ""
    place: Line = ""
    label: Line = ""
    concept: Line = ""
    accession: Line = ""
    filed: Day | None = None
    url: Line = ""
    note: Text = ""
    replaced: tuple[Restatement, ...] = ()


class Figure(Record):
    """One value in whole units of the currency; a figure that is not known is left out, never zero.

    `approximate` marks a value known only as rounded by its source, `assumed` one that we put there ourselves
    (a sector's median for a company without filings); `low` and `high` are then the range in which it may lie.
    """

    value: Amount
    low: Amount | None = None
    high: Amount | None = None
    approximate: bool = False
    assumed: bool = False
    origin: Origin = Origin()


CaveatKind = Literal[
    "weeks_53",
    "short",
    "transition",
    "after_transition",
    "split",
    "inflation",
    "inflation_opening",
    "vintages",
    "opening",
]


class Caveat(Record):
    """What is unusual about a year, said beside its figures (``finance.statements.caveats`` has the sentences).

    `day` and `months` say when and how long; `line` was restated then, and `other` was not filed again.
    """

    kind: CaveatKind
    day: Day | None = None
    months: Annotated[int, Field(ge=0, le=24)] = 0
    line: Line = ""
    other: Line = ""


SegmentKind = Literal["business", "region"]


class ReportedSegment(Record):
    """A business segment or a region of the company, as its filing reports it: by its own name, a part of the whole.

    `member` is the name that the filing's taxonomy gives it, equal in all years of a filing. `reconciling` marks what
    belongs to no segment (head office, eliminations). Its figures are never the company's.
    """

    kind: SegmentKind
    member: Line
    name: Line
    reconciling: bool = False
    figures: dict[Key, Figure] = {}


class Statement(Record):
    """The figures of one period, by canonical line key (``finance.lines``).

    `unit` is what the source counted in (1, 1000, 1e6 …) and informs only: every value here is in whole currency units.
    `vintage` says which filings the figures were taken from; it is blank for a file without filings. `opening` holds the
    balances a year earlier if this statement's own source gives them; else the statement of the year before opens it.
    `segments` are the parts that the company reports its business and its regions in.
    """

    period_end: Day
    months: Annotated[int, Field(ge=1, le=24)] = 12
    currency: Currency = "USD"
    unit: Amount = 1
    figures: dict[Key, Figure] = {}
    notes: tuple[Text, ...] = ()
    vintage: Vintage | Literal[""] = ""
    opening: dict[Key, Figure] = {}
    caveats: tuple[Caveat, ...] = ()
    segments: tuple[ReportedSegment, ...] = ()


class Peer(Record):
    """A company to compare with, and its statements by period end (``2024-05-31``)."""

    name: Line
    name_zh: Line = ""
    ticker: Line = ""
    industry: Line = ""
    note: Text = ""
    statements: dict[Key, Statement] = {}
