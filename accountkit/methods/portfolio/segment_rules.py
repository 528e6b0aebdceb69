"""What we know of a segment and what it comes to: position, ideal ratio, difficulty, strategy (methods, part I)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import log2
from typing import Any

from accountkit.i18n import N_, _
from accountkit.methods.marks import Mark, mean_of
from accountkit.methods.method import Entry, Reading
from accountkit.methods.sentences import Word, count, label, listing, mean, name, series, share
from accountkit.methods.shapes import Cell, Group
from accountkit.methods.shapes.groups import DIFFERS_FROM
from accountkit.methods.shapes.matrix import MatrixReading
from accountkit.methods.shapes.register import RegisterReading
from accountkit.methods.shapes.rows import Row
from accountkit.methods.shapes.scorecard import ScorecardReading
from accountkit.model import Edit

BRAND = Entry("brand", N_("Our brand here"), N_("unknown"), N_("named first"), counts=False, on_record=True)
"""Our brand in a segment is kept once, on the segment (methods, A5)."""
KNOWN_BRAND = 4
WIDE_SHARE = 0.3
"""Either of them makes us the big fish of a pond."""

# -- position -------------------------------------------------------------------------------------------------------

TESTS = {
    "similar_needs": N_("Similar needs"),
    "same_proposition": N_("Same value proposition"),
    "buyers_refer": N_("Buyers refer to each other"),
}
BASES = (("industry", N_("industry")), ("region", N_("region")))
ACTIVITIES = (("primary", N_("primary activity")), ("support", N_("support activity")))
BASIS_OF = {"primary": "industry", "support": "region"}
MOVES = (("deepen", N_("deepen")), ("widen", N_("widen")))


def failed(row: Row) -> list[str]:
    return [text for key, text in TESTS.items() if row[key] == "no"]


def untested(row: Row) -> bool:
    return not failed(row) and any(row[key] != "yes" for key in TESTS)


def move(row: Row) -> str | None:
    """Whether to deepen or to widen; None of what is no segment, or is not known."""
    held, brand = row["market_share"], row["brand"]
    if any(row[key] != "yes" for key in TESTS) or (held is None and brand is None):
        return None
    return "widen" if (held or 0) >= WIDE_SHARE or (brand or 0) >= KNOWN_BRAND else "deepen"


def other_basis(row: Row) -> str | None:
    """The basis that follows from the activity that we serve, where it is not the chosen one."""
    basis = BASIS_OF.get(row["activity"])
    return basis if basis != row["basis"] else None


def with_basis(row: Row) -> tuple[Edit, ...]:
    return (Edit(f"{row.path}/basis", other_basis(row)),)


def position_words(row: Row) -> Mapping[str, Word]:
    parent = row.reading.document.segments.get(row["parent_id"] or "")
    return {
        "segment": name(row["name"]),
        "share": share(row["market_share"]),
        "brand": count(row["brand"]),
        "move": label(dict(MOVES).get(row["move"])),
        "parent": name(parent.name) if parent and row["move"] == "widen" else None,
        "tests": listing(map(label, failed(row))) if failed(row) else None,
        "basis": label(dict(BASES).get(other_basis(row) or "")),
        "activity": label(dict(ACTIVITIES).get(row["activity"])),
    }


def moves(reading: RegisterReading) -> Mapping[str, Word]:
    """The segments by what is next for them."""

    def called(rows: Iterable[Row]) -> Word:
        return series(name(row["name"]) for row in rows)

    rows = reading.counted
    found = {key: called(row for row in rows if row["move"] == key) for key, _name in MOVES}
    return {**found, "none": called(row for row in rows if failed(row))}


# -- the ideal customer ---------------------------------------------------------------------------------------------


def without(reading: Reading) -> tuple[str, ...]:
    """The indicators that we have chosen to do without."""
    return tuple(
        entry.key for entry in reading.method.entries() if reading.setting(f"use_{entry.key}") == "no"
    )


def choice_of(groups: tuple[Group, ...]) -> tuple[Entry, ...]:
    """A setting for each indicator: whether it is one of ours."""
    yes_no = (("yes", N_("used")), ("no", N_("not used")))
    return tuple(
        Entry(f"use_{item.key}", item.name, kind="choice", choices=yes_no)
        for group in groups
        for item in group.items
    )


def ratio(groups: tuple[Group, ...], marks: Mapping[str, Mark]) -> float | None:
    """Half of power and habit over cost, 0.2 to 5; None until each has a rating."""
    power, habit, cost = (mean_of(marks[item.key].value for item in group.items) for group in groups)
    return None if None in (power, habit) or not cost else (power + habit) / 2 / cost  # type: ignore[operator]


def potential(ideal: float | None) -> float | None:
    """A ratio as a potential of 1 to 5: 1 gives 3."""
    return None if ideal is None else min(5.0, max(1.0, 3 + 2 * log2(ideal) / log2(5)))


def ideal_words(reading: ScorecardReading) -> Mapping[str, Word]:
    means = ((group, reading.means[group.key]) for group in reading.method.groups)
    helps = [(6 - at if group.falls else at, group.name) for group, at in means if at is not None]
    return {
        "segment": name(reading.called),
        "ratio": mean(reading.shown),
        "band": label(reading.method.bands[reading.verdict]) if reading.verdict else None,
        "dimension": label(min(helps, key=lambda one: one[0])[1]) if helps else None,
    }


# -- difficulty and strategy ----------------------------------------------------------------------------------------


def difficulty_words(reading: ScorecardReading) -> Mapping[str, Word]:
    hardest = max(reading.groups.values(), key=lambda group: group.mean or 0)
    return {
        "segment": name(reading.called),
        "score": mean(reading.shown),
        "item": label(hardest.group.name) if hardest.mean else None,
    }


def worked_out(reading: Reading) -> Mapping[str, float | None]:
    """Both axes as the two scorecards find them: what stands where neither is rated on the segment itself."""
    ideal, hard = (reading.analyses.read(key, reading.subject_id).shown for key in reading.method.reads)
    return {"potential": potential(ideal), "difficulty": hard}


def contradicted(reading: MatrixReading) -> bool:
    """Whether what is rated on the segment is far from what its scorecard finds."""
    return any(
        found is not None and (rated := reading.value(key)) is not None and abs(rated - found) >= DIFFERS_FROM
        for key, found in worked_out(reading).items()
    )


def strategy_words(reading: MatrixReading) -> Mapping[str, Word]:
    cell = reading.cell
    return {
        "segment": name(reading.called),
        "strategy": label(cell.name) if cell else None,
        "potential": mean(reading.y),
        "difficulty": mean(reading.x),
        "measures": (lambda: _(cell.strategy)) if cell else None,
        "others": listing(label(one.name) for one in reading.borders) if reading.borders else None,
    }


def strategies(readings: tuple[MatrixReading, ...]) -> Mapping[str, Word]:
    """The segments by strategy, in the order of the strategies."""
    ranked: tuple[tuple[MatrixReading, Cell], ...] = tuple(
        (one, one.cell) for one in (readings[0].method.ranked(readings) if readings else ()) if one.cell
    )

    def told(one: MatrixReading, cell: Cell) -> Word:
        return lambda: _("{segment} ({strategy})").format(segment=one.called, strategy=_(cell.name))

    return {"list": listing(told(*one) for one in ranked) if ranked else None}


def brand_known(reading: Any) -> str | None:
    """Whether we are on the shortlist of the segment: our brand says it."""
    brand = reading.value(BRAND.key)
    return None if brand is None else "on" if brand >= KNOWN_BRAND else "off"
