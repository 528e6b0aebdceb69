"""What the rows of an analysis worksheet already say, one sentence each; no rows, no sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from accountkit.i18n import _, day, listed, money, number
from accountkit.methods.wording import plain
from accountkit.model import Problem

Row = Mapping[str, Any]


def worksheet_finding(method: str, problem: Problem, currency: str, as_of: dt.date) -> str:
    """What the rows of one worksheet of a problem say so far; empty where they say nothing."""
    sheet = problem.worksheets.get(method)
    rows = list(sheet.rows.values()) if sheet else []
    return READ[method](rows, problem, currency, as_of) if rows else ""


def _composition(rows: list[Row], problem: Problem, currency: str, as_of: dt.date) -> str:
    deepest = max((row.get("level") or 1 for row in rows if row.get("healthy") != "yes"), default=None)
    parts = [
        r
        for r in rows
        if (r.get("level") or 1) == deepest and r.get("healthy") != "yes" and r.get("value") is not None
    ]
    if not parts:
        return ""
    pick = min if problem.direction == "higher" else max
    sick = pick(parts, key=lambda row: row["value"])
    return _("Weak point: {part} ({value}).").format(part=sick.get("part") or "–", value=plain(sick["value"]))


def _trace_back(rows: list[Row], problem: Problem, currency: str, as_of: dt.date) -> str:
    return _left(
        rows,
        "event",
        _("Possible causes: {list}."),
        _("None of the listed events can be the cause. Add others."),
    )


def _difference(rows: list[Row], problem: Problem, currency: str, as_of: dt.date) -> str:
    return _left(
        rows,
        "aspect",
        _("Differences that may be the cause: {list}."),
        _("None of the listed differences can be the cause. Add others."),
    )


def _left(rows: list[Row], name: str, found: str, none: str) -> str:
    left = _names((row for row in rows if row.get("possible") != "no"), name)
    return found.format(list=listed(left)) if left else none


def _inducement(rows: list[Row], problem: Problem, currency: str, as_of: dt.date) -> str:
    runs = [(runway(row), row.get("part") or "–") for row in rows if runway(row) is not None]
    if not runs:
        return ""
    left, part = min(runs)
    text = _("At this rate {part} reaches the critical level in {n} periods.")
    if left == 1:
        text = _("At this rate {part} reaches the critical level in {n} period.")
    return text.format(part=part, n=plain(left))


def runway(row: Row) -> float | None:
    """Periods until a declining part reaches its limit: (now − limit) / slope; None where it does not decline."""
    before, now, limit, periods = (row.get(name) for name in ("before", "now", "limit", "periods"))
    if before is None or now is None or limit is None or not periods or before == now:
        return None
    left = (now - limit) / ((before - now) / periods)
    return left if left >= 0 else None


def _simulation(rows: list[Row], problem: Problem, currency: str, as_of: dt.date) -> str:
    worst = max(
        (row for row in rows if row.get("loss") is not None), key=lambda row: row["loss"], default=None
    )
    if worst is None:
        return ""
    reserve = worst.get("reserve")
    if reserve is not None and worst["loss"] > reserve:
        return _("{event} costs {loss}, exceeding the reserve by {short}.").format(
            event=worst.get("event") or "–",
            loss=money(worst["loss"], currency),
            short=money(worst["loss"] - reserve, currency),
        )
    return _("{event} costs {loss}.").format(
        event=worst.get("event") or "–", loss=money(worst["loss"], currency)
    )


def _unmet(name: str) -> Callable[..., str]:
    def read(rows: list[Row], problem: Problem, currency: str, as_of: dt.date) -> str:
        unmet = _names((row for row in rows if row.get("met") == "not_met"), name)
        unknown = sum(row.get("met") in (None, "unknown") for row in rows)
        if unmet:
            return _("Not met: {list}.").format(list=listed(unmet))
        return _("To check: {n}.").format(n=unknown) if unknown else _("All met.")

    return read


def _clarify_goal(rows: list[Row], problem: Problem, currency: str, as_of: dt.date) -> str:
    smart = [row for row in rows if None not in (row.get("to"), row.get("date")) and row.get("aim")]
    if not smart:
        return _("The target needs a value and a date.")
    return _("{aim}: {to} by {date}.").format(
        aim=smart[0]["aim"], to=plain(smart[0]["to"]), date=_day(smart[0]["date"])
    )


def _path(rows: list[Row], problem: Problem, currency: str, as_of: dt.date) -> str:
    total, critical = critical_path(rows)
    if not total:
        return ""
    unstaffed = [r["step"] for r in rows if r.get("step") in critical and r.get("staffed") == "no"]
    text = _("Duration in months: {n}.").format(n=number(total, 0))
    if problem.expected_by:
        given = (problem.expected_by - as_of).days / 30.44
        text += _(" Slack in months: {n}.").format(n=number(given - total, 0))
    if unstaffed:
        text += _(" Critical and unstaffed: {list}.").format(list=listed(unstaffed))
    return text


def critical_path(rows: Iterable[Row]) -> tuple[float, tuple[str, ...]]:
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


def _names(rows: Iterable[Row], name: str) -> list[str]:
    return [row[name] for row in rows if row.get(name)]


def _day(value: str) -> str:
    try:
        return day(dt.date.fromisoformat(value))
    except ValueError:
        return value


READ: dict[str, Callable[..., str]] = {
    "composition": _composition,
    "trace_back": _trace_back,
    "difference": _difference,
    "inducement": _inducement,
    "simulation": _simulation,
    "lessons": _unmet("check"),
    "clarify_goal": _clarify_goal,
    "preconditions": _unmet("condition"),
    "path": _path,
}
