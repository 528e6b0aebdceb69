"""Who and what stand behind each pair of segment and offering (methods, resource_grid)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import fsum
from typing import Any

from accountkit.methods import subjects
from accountkit.methods.sentences import Word, label, money, name, share
from accountkit.methods.shapes.register import RegisterReading, Row
from accountkit.methods.team.team_rules import CREATING, FITTING, MODES, STRATEGY_NAMES

APART = 0.3


def strategy(row: Row) -> str | None:
    """The competitive strategy is a fact of the offering."""
    found = row.reading.practice.offers.get(row["offer"] or "")
    return found.competitive_strategy if found else None


def total(reading: RegisterReading, column: str) -> float:
    rows = (row for row in reading.method.own_rows(reading) if row.counts)
    return fsum(row.value(column) or 0 for row in rows)


def share_of(column: str) -> Callable[[Row], float | None]:
    """What a cell has of all cells."""

    def found(row: Row) -> float | None:
        mine, whole = row.value(column), total(row.reading, column)
        return mine / whole if mine is not None and whole > 0 else None

    return found


def apart(row: Row) -> float | None:
    """How far its share of the pay lies above (+) or below (−) its share of the quota."""
    pay, quota = share_of("team_pay")(row), share_of("quota")(row)
    return pay / quota - 1 if pay is not None and quota else None


def is_apart(row: Row) -> bool:
    found = apart(row)
    return found is not None and abs(found) > APART + 1e-9


def mismatch(row: Row) -> bool:
    """Whether the mode is another than the strategy of the offering calls for."""
    kind, mode = strategy(row), row.value("mode")
    return kind is not None and mode is not None and FITTING[kind] != mode


def unmanned(row: Row) -> bool:
    """Whether it has to create demand or a motive, and names no able seller."""
    return row.value("mode") in CREATING and not row["sellers"]


def double(row: Row) -> bool:
    """Whether another row is about the same segment and offering."""
    cells = [(one["segment"], one["offer"]) for one in row.reading.method.own_rows(row.reading) if one.counts]
    return all((row["segment"], row["offer"])) and cells.count((row["segment"], row["offer"])) > 1


def totals(reading: RegisterReading) -> Mapping[str, Any]:
    return {
        "count": len(reading.counted),
        "pay": total(reading, "team_pay") or None,
        "quota": total(reading, "quota") or None,
        "apart": sum(map(is_apart, reading.counted)),
    }


def words(row: Row) -> Mapping[str, Word]:
    reading, kind = row.reading, strategy(row)

    def called(subject: str) -> Word:
        key = row[subject]
        return name(subjects.name(reading.document, subject, key)) if key else None

    return {
        "segment": called("segment"),
        "offer": called("offer"),
        "strategy": label(STRATEGY_NAMES.get(kind or "")),
        "mode": label(MODES.get(row.value("mode") or "")),
        "quota": money(row.value("quota"), reading.currency),
        "pay_share": share(share_of("team_pay")(row)),
        "quota_share": share(share_of("quota")(row)),
    }
