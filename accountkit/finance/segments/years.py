"""Segments and regions of each year, reconciled with the company, and their part in its growth.

A part's figure is never the company's: company = sum of the parts + what belongs to none (head office, eliminations).
Change of the company = sum of the changes of the parts + change of the rest; a share of growth is part ÷ company.
Source: IFRS 8, paragraphs 23 and 28, and ASC 280-10-50: revenue and profit by segment, reconciled to the consolidated figure.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from accountkit.finance.returns.formulas import MATERIAL_PART
from accountkit.finance.statements.books import completed, in_order
from accountkit.model import Statement
from accountkit.model.statement import SegmentKind

KINDS: tuple[SegmentKind, ...] = ("business", "region")
PROFIT_LINES = ("operating_income", "income_before_tax")


@dataclass(frozen=True)
class Parts:
    """One line of a year in whole units of the currency: by part, as far as known, and of the company."""

    parts: dict[str, float]
    whole: float | None

    @property
    def sum(self) -> float:
        return sum(self.parts.values())

    @property
    def rest(self) -> float | None:
        """What belongs to no part: company − sum of the parts; None if the company's line is not known."""
        return None if self.whole is None else self.whole - self.sum


@dataclass(frozen=True)
class SegmentYear:
    """The parts of a kind in a year: their names by member, largest revenue first, and their lines.

    `profit` is the line of profit that the filing gives for parts, blank if none.
    """

    end: dt.date
    kind: SegmentKind
    currency: str
    names: dict[str, str]
    revenue: Parts
    earned: Parts
    profit: str = ""

    def line(self, name: str) -> Parts:
        return self.revenue if name == "revenue" else self.earned


@dataclass(frozen=True)
class SegmentGrowth:
    """The change of a line between two years: of each part, of the rest, and of the company."""

    start: dt.date
    end: dt.date
    parts: dict[str, float]
    rest: float
    whole: float
    material: bool
    """Whether the company's line moved by 1 % or more: else there is no growth that could be shared out."""

    @property
    def shares(self) -> dict[str, float]:
        """Each part's share of the company's change, as fractions; empty if that is not material."""
        return {key: value / self.whole for key, value in self.parts.items()} if self.material else {}


def segment_years(statements: Mapping[str, Statement], kind: SegmentKind) -> list[SegmentYear]:
    """The years that have parts of this kind with revenue, ascending."""
    return [year for s in in_order(statements) if (year := _year(s, kind))]


def segments_by_kind(statements: Mapping[str, Statement]) -> dict[SegmentKind, list[SegmentYear]]:
    """The years of each kind of parts that the statements have."""
    return {kind: years for kind in KINDS if (years := segment_years(statements, kind))}


def _year(statement: Statement, kind: SegmentKind) -> SegmentYear | None:
    parts = [one for one in statement.segments if one.kind == kind and not one.reconciling]
    parts = [one for one in parts if "revenue" in one.figures]
    if not parts:
        return None
    parts.sort(key=lambda one: -one.figures["revenue"].value)
    values = completed(statement).values
    profit = next((line for line in PROFIT_LINES if any(line in one.figures for one in parts)), "")

    def line(name: str) -> Parts:
        known = {one.member: one.figures[name].value for one in parts if name in one.figures}
        return Parts(known, values.get(name))

    names = {one.member: one.name for one in parts}
    return SegmentYear(
        statement.period_end, kind, statement.currency, names, line("revenue"), line(profit), profit
    )


def segment_growth(before: SegmentYear, after: SegmentYear, line: str = "revenue") -> SegmentGrowth | None:
    """The change of a line by part; None if the parts of the two years differ, or a figure of the company is missing."""
    old, new = before.line(line), after.line(line)
    if (line != "revenue" and before.profit != after.profit) or not new.parts:
        return None
    if old.parts.keys() != new.parts.keys() or old.whole is None or new.whole is None:
        return None
    parts = {key: new.parts[key] - old.parts[key] for key in new.parts}
    whole = new.whole - old.whole
    material = abs(whole) >= MATERIAL_PART * abs(old.whole) and whole != 0
    return SegmentGrowth(before.end, after.end, parts, whole - sum(parts.values()), whole, material)
