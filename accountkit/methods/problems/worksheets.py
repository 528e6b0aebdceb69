"""A worksheet of a problem, and what the rows of each already say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from accountkit.i18n import listed
from accountkit.methods.cells import day_text
from accountkit.methods.method import Workspace
from accountkit.methods.sentences import Word, Written, count, money
from accountkit.methods.shapes.register import Register, RegisterReading
from accountkit.methods.shapes.rows import Row
from accountkit.methods.wording import plain
from accountkit.model import Problem


@dataclass(frozen=True, kw_only=True)
class Worksheet(Register):
    """A small table of a problem, whose rows lie with the problem: for which `type`, what must be given (`precondition`), and
    a worked `example`.
    """

    type: str
    precondition: str
    example: str
    question: str = ""
    group: str = "analyse"
    workspace: Workspace = "problems"
    source: str = "004/8"

    def own_rows(self, base: RegisterReading) -> Iterable[Row]:
        sheet = problem_of(base).worksheets.get(self.key)
        path = f"problems/{base.subject_id}/worksheets/{self.key}/rows"
        for key, cells in sheet.rows.items() if sheet else ():
            yield Row(key, f"{path}/{key}", cells, cells, reading=base)

    def sentence(self, reading: RegisterReading) -> str:
        """What the rows say so far; empty where there are none."""
        return super().sentence(reading) if reading.begun else ""


def problem_of(sheet: RegisterReading) -> Problem:
    return sheet.account.problems[sheet.subject_id or ""]


def weak_point(sheet: RegisterReading) -> Mapping[str, Word]:
    """Of the parts at the deepest level that are not healthy, the worst."""
    sick = [row for row in sheet.rows if row["healthy"] != "yes"]
    deepest = max((row["level"] or 1 for row in sick), default=None)
    parts = [row for row in sick if (row["level"] or 1) == deepest and row["value"] is not None]
    if not parts:
        return {}
    pick = min if problem_of(sheet).direction == "higher" else max
    worst = pick(parts, key=lambda row: row["value"])
    return {"part": worst["part"] or "–", "value": plain(worst["value"])}


def left(column: str) -> Callable[[RegisterReading], Mapping[str, Word]]:
    """What is not ruled out as a cause."""
    return lambda sheet: {
        "list": listed([row[column] for row in sheet.rows if row[column] and row["possible"] != "no"])
    }


def unmet(column: str) -> Callable[[RegisterReading], Mapping[str, Word]]:
    """What is not met; else how many are still to check."""

    def words(sheet: RegisterReading) -> Mapping[str, Word]:
        unknown = sum(row["met"] in (None, "unknown") for row in sheet.rows)
        names = [row[column] for row in sheet.rows if row[column] and row["met"] == "not_met"]
        return {"list": listed(names), "n": count(unknown or None)}

    return words


def _runs(sheet: RegisterReading) -> list[tuple[float, str]]:
    return [(runs, row["part"] or "–") for row in sheet.rows if (runs := runway(row.cells)) is not None]


def is_last_period(sheet: RegisterReading) -> bool:
    return bool(runs := _runs(sheet)) and min(runs)[0] == 1


def shortest(sheet: RegisterReading) -> Mapping[str, Word]:
    """The part that reaches its critical level first."""
    periods, part = min(_runs(sheet), default=(None, None))
    return {"n": None if periods is None else plain(periods), "part": part}


def runway(row: Mapping[str, Any]) -> float | None:
    """Periods until a declining part reaches its limit: (now − limit) / slope; None where it does not decline."""
    before, now, limit, periods = (row.get(name) for name in ("before", "now", "limit", "periods"))
    if before is None or now is None or limit is None or not periods or before == now:
        return None
    left = (now - limit) / ((before - now) / periods)
    return left if left >= 0 else None


def worst(sheet: RegisterReading) -> Mapping[str, Word]:
    """The event that costs most, and by how much it exceeds the reserve."""
    known = [row for row in sheet.rows if row["loss"] is not None]
    row = max(known, key=lambda row: row["loss"], default=None)
    if row is None:
        return {}
    short = None if row["reserve"] is None else row["loss"] - row["reserve"]
    currency = sheet.account.currency
    return {
        "event": Written(row["event"] or "–"),
        "loss": money(row["loss"], currency),
        "short": money(short, currency) if short and short > 0 else None,
    }


def goal(sheet: RegisterReading) -> Mapping[str, Word]:
    """The first target that has a value and a date."""
    for row in sheet.rows:
        if row["aim"] and row["to"] is not None and row["date"] is not None:
            return {"aim": Written(row["aim"]), "to": plain(row["to"]), "date": day_text(row["date"])}
    return {}


def duration(sheet: RegisterReading) -> Mapping[str, Word]:
    """How long the critical path takes, what is left until the target date, and which steps of it nobody does."""
    months, critical = critical_path(row.cells for row in sheet.rows)
    if not months:
        return {}
    by, steps = problem_of(sheet).expected_by, (row for row in sheet.rows if row["step"] in critical)
    slack = (by - sheet.account.as_of).days / 30.44 - months if by else None
    unstaffed = listed([row["step"] for row in steps if row["staffed"] == "no"])
    return {"n": count(months), "slack": count(slack), "list": unstaffed}


def critical_path(rows: Iterable[Mapping[str, Any]]) -> tuple[float, tuple[str, ...]]:
    """The longest chain of steps in months, and its steps in order; a step follows the one named in ``after``.

    A ring of steps that wait for each other is no path: its steps are left out.
    """
    steps = {row["step"]: row for row in rows if row.get("step")}

    def chain(name: str, seen: tuple[str, ...] = ()) -> tuple[float, tuple[str, ...]] | None:
        if name in seen:
            return None
        row = steps[name]
        before = chain(row["after"], (*seen, name)) if row.get("after") in steps else (0.0, ())
        return None if before is None else (before[0] + (row.get("months") or 0.0), (*before[1], name))

    return max((found for name in steps if (found := chain(name))), default=(0.0, ()))
