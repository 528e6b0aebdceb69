"""The targets, each beside the ratio of figures of one run."""

from __future__ import annotations

from statistics import median

from accountkit.methods import REGISTRY
from benchmarks.cycles import gained
from benchmarks.tables import ratio, table

CORE = frozenset(method.name for method in REGISTRY.values() if method.core)
DASH = "Dash’s app"
"""The row of Dash among our pages."""


def targets(results: dict) -> str:
    """An en dash stands where not all was measured."""
    dash, book = at(results, "pages", DASH), at(results, "pages", "Workbook")
    ours, theirs = at(results, "open", "ours"), at(results, "open", "dash")
    core = [of(row, "warm") or 0 for key, row in at(results, "pages").items() if key in CORE]
    visits = list(at(results, "workbook").get("first_visit_ms", {}).values())
    large, sample = at(results, "large", "large"), at(results, "large", "sample")
    painted = ratio(of(book, "warm", "first_paint_ms"), of(dash, "warm"))
    rows = [
        ("workbook live, cold ÷ Dash", "≤ 0.7", ratio(of(book, "cold"), of(dash, "cold"))),
        ("workbook live, warm ÷ Dash", "≤ 1.0", ratio(of(book, "warm"), of(dash, "warm"))),
        (
            "the slowest core analysis live, warm ÷ Dash",
            "≤ 1.0",
            ratio(max(core, default=None), of(dash, "warm")),
        ),
        ("first paint of the workbook, warm ÷ Dash’s chart", "≤ 0.4", painted),
        ("key → chart ÷ Dash", "≤ 0.6", ratio(ours.get("key_to_chart_ms"), theirs.get("key_to_chart_ms"))),
        ("first visit of a tab, median ms", "≤ 150", round(median(visits), 1) if visits else None),
        (
            "proportional MB of a workbook session",
            "≤ 20",
            at(results, "memory", "workbook").get("session_mb"),
        ),
        (
            "1,000 findings ÷ 10, click → map redrawn",
            "≤ 1.3",
            ends(results, "findings", "seen_ms", "seen_ms"),
        ),
        (
            "5,000 findings and 500 problems: live, warm ÷ sample account",
            "≤ 1.5",
            ratio(of(large, "warm"), of(sample, "warm")),
        ),
        (
            "p95 open beside the most sessions ÷ beside one",
            "≤ 1.5",
            ends(results, "sessions", "open_p95_ms", "open_median_ms"),
        ),
        *_landed(rows_of(results, "landing")),
        ("MB that do not come back after the cycles", "≤ 10", _kept_back(rows_of(results, "cycles"))),
    ]
    return "## Targets\n\n" + table(("", "target", "measured"), rows)


def of(row: dict, visit: str, figure: str = "ready_ms") -> float | None:
    return row.get(visit, {}).get(figure)


def rows_of(results: dict, part: str) -> list[dict]:
    return results.get(part, {}).get("rows") or []


def _landed(rows: list[dict]) -> list[tuple[str, str, object]]:
    if len(rows) < 2:
        return [("the list of many accounts ÷ few", "≤ 3", None), ("KB sent for it", "≤ 100", None)]
    first, last = rows[0], rows[-1]
    name = f"the list of {last['accounts']:,} accounts ÷ {first['accounts']}, ready, warm"
    return [
        (name, "≤ 3", ratio(of(last, "warm"), of(first, "warm"))),
        ("KB sent for it", "≤ 100", last["sent_kb"]),
    ]


def _kept_back(rows: list[dict]) -> float | None:
    return gained(rows) if len(rows) > 1 else None


def at(results: dict, part: str, key: str | None = None) -> dict:
    rows = results.get(part, {}).get("rows", {})
    return (rows.get(key, {}) if key else rows) or {}


def ends(results: dict, part: str, last: str, first: str) -> str:
    """A figure of the last row over one of the first."""
    rows = rows_of(results, part)
    return ratio(rows[-1][last], rows[0][first]) if len(rows) > 1 else "–"
