"""Who and what stand behind each pair of segment and offering (methods, resource_grid)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import fsum
from typing import Any

from accountkit.methods import subjects
from accountkit.methods.deal.mode_rules import COMPETING, STRATEGY_NAMES
from accountkit.methods.sentences import Word, label, listing, money, name, share
from accountkit.methods.shapes.register import RegisterReading
from accountkit.methods.shapes.rows import Row
from accountkit.methods.team.team_rules import CREATING, MODES

APART = 0.3


def strategy(row: Row) -> str | None:
    """The competitive strategy is a fact of the offering."""
    found = row.reading.practice.offers.get(row["offer"] or "")
    return found.competitive_strategy if found else None


@dataclass(frozen=True, kw_only=True)
class GridReading(RegisterReading):
    """`cells` are the pairs of segment and offering that count, `sums` what all of them have."""

    @cached_property
    def cells(self) -> Counter[tuple[Any, Any]]:
        return Counter((row["segment"], row["offer"]) for row in self.method.own_rows(self) if row.counts)

    @cached_property
    def sums(self) -> Mapping[str, float]:
        rows = [row for row in self.method.own_rows(self) if row.counts]
        return {key: fsum(row.value(key) or 0 for row in rows) for key in ("team_pay", "quota")}


def share_of(column: str) -> Callable[[Row], float | None]:
    """What a cell has of all cells."""

    def found(row: Row) -> float | None:
        mine, whole = row.value(column), row.reading.sums[column]
        return mine / whole if mine is not None and whole > 0 else None

    return found


def apart(row: Row) -> float | None:
    """How far its share of the pay lies above (+) or below (−) its share of the quota."""
    pay, quota = share_of("team_pay")(row), share_of("quota")(row)
    return pay / quota - 1 if pay is not None and quota else None


def is_apart(row: Row) -> bool:
    found = apart(row)
    return found is not None and abs(found) > APART + 1e-9


def found_by(which: int) -> Callable[[Row], str | None]:
    """What another method finds of the segment of a cell."""

    def found(row: Row) -> str | None:
        reading, segment = row.reading, row["segment"]
        if segment not in reading.practice.segments:
            return None
        verdict: str | None = reading.analyses.read(reading.method.reads[which], segment).verdict
        return verdict

    return found


def wasted(row: Row) -> bool:
    """Whether people or money go where no investment is planned."""
    return row["route"] == "none" and any(row.value(key) for key in ("team_pay", "budget"))


def mismatch(row: Row) -> bool:
    """Whether the mode is another than the strategy of the offering calls for."""
    kind, mode = strategy(row), row.value("mode")
    return kind is not None and mode is not None and COMPETING[kind] != mode


def unmanned(row: Row) -> bool:
    """Whether it has to create demand or a motive, and names no able seller."""
    return row.value("mode") in CREATING and not row["sellers"]


def double(row: Row) -> bool:
    """Whether another row is about the same segment and offering."""
    cell = (row["segment"], row["offer"])
    return all(cell) and row.reading.cells[cell] > 1


def totals(reading: Any) -> Mapping[str, Any]:
    return {
        "count": len(reading.counted),
        "pay": reading.sums["team_pay"] or None,
        "quota": reading.sums["quota"] or None,
        "apart": sum(map(is_apart, reading.counted)),
    }


def grid_words(reading: RegisterReading) -> Mapping[str, Word]:
    def cells(flag: str) -> Word:
        return listing(words(row)["cell"] for row in reading.counted if flag in row.flags)

    quota = reading.totals["quota"]
    return {
        "quota": money(quota, reading.currency),
        "apart": cells("apart"),
        "unmanned": cells("unmanned"),
    }


def words(row: Row) -> Mapping[str, Word]:
    reading, kind = row.reading, strategy(row)

    def called(subject: str) -> Word:
        key = row[subject]
        return name(subjects.name(reading.document, subject, key)) if key else None

    return {
        "segment": called("segment"),
        "offer": called("offer"),
        "cell": " × ".join(str(one) for one in (called("offer"), called("segment")) if one),
        "strategy": label(STRATEGY_NAMES.get(kind or "")),
        "mode": label(MODES.get(row.value("mode") or "")),
        "quota": money(row.value("quota"), reading.currency),
        "pay_share": share(share_of("team_pay")(row)),
        "quota_share": share(share_of("quota")(row)),
    }
