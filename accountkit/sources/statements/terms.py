"""How the figures of one file are to be read, and what is said about it on the way."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from accountkit.model.statement import Vintage
from accountkit.sources.cells.numerals import Mark
from accountkit.sources.cells.units import unit_of
from accountkit.sources.tables.periods import Period


@dataclass
class Terms:
    """How the figures of a file are to be read; what the person stated outranks what the file says.

    `interim` holds the periods that a label calls part of a year, by their last day; `dated_year_end` is the day on which
    the years end that stand beside them (``05-31``).
    """

    source: str
    titles: tuple[str, ...] = ()
    unit: float | None = None
    currency: str | None = None
    fiscal_year_end: str | None = None
    decimal: Mark | None = None
    delimiter: str = ","
    chinese: bool = False
    warnings: list[str] = field(default_factory=list)
    months_first: bool | None = None
    vintage: Vintage = "as_last_filed"
    dated_year_end: str = ""
    interim: dict[dt.date, Period] = field(default_factory=dict)

    def warn(self, text: str) -> None:
        if text not in self.warnings:
            self.warnings.append(text)

    @property
    def title_unit(self) -> float | None:
        return next((size for title in self.titles if (size := unit_of(title)) is not None), None)
