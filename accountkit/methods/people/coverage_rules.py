"""How broad and how high we are in contact, function by function (methods, contact_coverage)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from accountkit.i18n import N_, _, enumerated
from accountkit.methods import labels
from accountkit.methods.people.network import (
    LAYERS,
    STAGES,
    Cell,
    coverage,
    days_since,
    decision_level_open,
    highest,
    live,
    our_people,
    people,
    single_thread,
)
from accountkit.methods.sentences import Word, count, label, series
from accountkit.methods.shapes.register import RegisterReading
from accountkit.methods.shapes.rows import Grid, Row
from accountkit.methods.wording import named

ENOUGH = 0.5
WARNINGS = {"single_thread": N_("single thread"), "not_reached": N_("decision level not reached")}
POOR = N_("poor breadth")
NO_WARNING = N_("no warning")


def functions(reading: RegisterReading) -> Iterator[Row]:
    """One row for each function where a person is known, then one for each that the next stage of buying asks for."""
    account = reading.account
    known = dict.fromkeys(cell.function for cell in coverage(account))
    for n, function in enumerate(known):
        first = next(cell.known[0] for cell in coverage(account) if cell.function == function)
        yield Row(f"f{n}", f"stakeholders/{first}", {"function": function}, reading=reading)
    for group, name in needed(reading).items():
        yield Row(f"needed-{group}", "stakeholders", {"function": _(name)}, reading=reading)


def needed(reading: RegisterReading) -> dict[str, str]:
    """The groups whose word counts in the next stage of buying of a deal, and for which nobody is named."""
    (buying,) = reading.method.reads
    found = {}
    for deal in reading.analyses.readings(buying):
        names = {entry.key: entry.name for entry in deal.method.extra}
        at = next((n for n, stage in enumerate(deal.method.stages, 1) if stage.key == deal.verdict), None)
        following = deal.method.stages[at : at + 1] if at else ()
        for group in (group for stage in following for group in stage.who):
            if not set(deal.value(group) or ()) & set(people(reading.account)):
                found[group] = names[group]
    return found


def cells(row: Row) -> tuple[Cell, ...]:
    return tuple(cell for cell in coverage(row.reading.account) if cell.function == row["function"])


def at(layer: str | None) -> Any:
    """Live over known people of a row on one layer, ``1/2``; blank where nobody is known."""

    def told(row: Row) -> str:
        found = [cell for cell in cells(row) if cell.layer == layer]
        return "/".join(
            str(sum(len(getattr(cell, which)) for cell in found)) for which in ("live", "known") if found
        )

    return told


def is_live(row: Row) -> bool:
    return any(cell.live for cell in cells(row))


def furthest(row: Row) -> str | None:
    """The furthest stage of relationship with anybody of the function."""
    everybody = people(row.reading.account)
    stages = [everybody[key].relationship_stage for cell in cells(row) for key in cell.known]
    return max((one for one in stages if one), key=STAGES.index, default=None)


def days(row: Row) -> int | None:
    """Days since the last contact with anybody of the function."""
    found = [days_since(row.reading.account, key) for cell in cells(row) for key in cell.known]
    return min((one for one in found if one is not None), default=None)


def ours(row: Row) -> str:
    """Who of ours had contact with the function in the last 60 days."""
    account = row.reading.account
    names = (name for cell in cells(row) for key in cell.known for name in our_people(account, key))
    return enumerated(dict.fromkeys(filter(None, names)))


def by_us(reading: RegisterReading) -> Grid:
    """Who of ours knows whom: one row for each of our people with a contact in the last 60 days, the people met by layer."""
    account = reading.account
    known: dict[str, dict[str | None, list[str]]] = {}
    for key, person in people(account).items():
        for ours_ in filter(None, our_people(account, key)):
            known.setdefault(ours_, {}).setdefault(person.layer, []).append(named(person.role_title, "–"))
    rows = tuple(
        (ours_, *(enumerated(met.get(layer, ())) for layer in (*reversed(LAYERS), None)))
        for ours_, met in sorted(known.items())
    )
    heads = (
        N_("Our people"),
        *(labels.WORDS["rank"][layer] for layer in reversed(LAYERS)),
        N_("Layer not stated"),
    )
    return Grid(N_("Our people and whom they know (last 60 days)"), heads, rows)


def totals(reading: RegisterReading) -> Mapping[str, Any]:
    found = coverage(reading.account)
    missing = sum(not cells(row) for row in reading.rows)
    reached, total = sum(is_live(row) for row in reading.rows), len(reading.rows)
    return {
        "people": len(live(reading.account)),
        "live": reached,
        "functions": total,
        "cells_live": sum(bool(cell.live) for cell in found),
        "cells": len(found) + missing,
        "breadth": reached / total if total else None,
        "height": highest(reading.account),
    }


def poor(reading: RegisterReading) -> bool:
    breadth = reading.totals["breadth"]
    return breadth is not None and breadth < ENOUGH


def words(reading: RegisterReading) -> Mapping[str, Word]:
    found: Iterable[str] = [
        name
        for name, holds in zip(
            WARNINGS.values(),
            (single_thread(reading.account), decision_level_open(reading.account)),
            strict=True,
        )
        if holds
    ]
    height = reading.totals["height"]
    return {
        "n": count(reading.totals["live"]),
        "m": count(reading.totals["functions"]),
        "layer": label(labels.WORDS["rank"][height]) if height and reading.totals["live"] else None,
        "warning": series(label(one) for one in found or [POOR if poor(reading) else NO_WARNING]),
    }
