"""The results as one page: what was measured, where, and the ratios that the targets are about."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.competitors import BY_KEY
from benchmarks.sessions import memory_each

HEAD = """# What it costs

The same small app everywhere: a slider that raises the net margin, a bar chart of the return on equity over six years,
computed in Python with pandas for every change. One server after the other, headless Chromium, medians. *Cold* is a
browser with a new profile on disk, *warm* the third and later visits with it, a few seconds on each page before: from
then on Chromium keeps the compiled form of scripts, as for anybody who comes back (a private window never does, and
makes every open compile plotly anew). *Ready* is when the bars can be seen and the slider can be used, asked of all in the same
way (`probe.js`): in the page, with an area, neither hidden nor transparent, enabled, and a frame painted after that; a page of
ours is *live* when a control of its panel is. *Key → chart* runs from the key on the slider to the redrawn bars painted; *a session* is the private memory (`smaps_rollup`) that one more open page
costs the server and all it started. Ratios compare figures of one run only. Run it with `make bench`; the raw figures
are in `results.json`.
"""

TAIL = """## Measured by themselves

`python -m benchmarks.finance_sector` takes the return on equity of 10,000 companies over ten years apart,
`python -m benchmarks.sector_engines` reads a quarter of the SEC data sets, `python -m benchmarks.brief` writes the brief in
each format, with and without pictures. Each prints its figures beside something measured in the same run.

`python -m benchmarks.accuracy` compares what the reader makes of every recorded filing with references that do not know its
vocabulary and writes [accuracy.md](accuracy.md).
"""


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A Markdown table, numbers to the right."""
    head = list(head)
    lines = [" | ".join(head), " | ".join(["---"] + ["---:"] * (len(head) - 1))]
    lines += [" | ".join("–" if cell is None else str(cell) for cell in row) for row in rows]
    return "\n".join(f"| {line} |" for line in lines) + "\n"


def ratio(value: float | None, other: float | None) -> str:
    return "–" if not value or not other else f"{value / other:.2f}"


def written(results: dict) -> str:
    """The page, of the parts that have been measured."""
    parts = [HEAD]
    for part, write in PARTS.items():
        if part in results:
            parts += [write(results[part]["rows"], results), place(results[part]["machine"])]
    return "\n".join([*parts, targets(results), gaps(results), TAIL])


def gaps(results: dict) -> str:
    """What was not measured, and what was measured while the machine had other work."""
    missing = [f"part `{part}`" for part in PARTS if part not in results]
    missing += [other.name for key, other in BY_KEY.items() if key not in at(results, "open")]
    busy = [part for part, found in results.items() if is_busy(found["machine"])]
    said = [
        f"Not measured in these runs: {', '.join(missing)}." if missing else "",
        f"Other work held the machine during {', '.join(f'`{part}`' for part in busy)}: read the figures of such a part "
        "beside each other, and not as speeds."
        if busy
        else "",
    ]
    return "\n".join(["## What is missing here", "", *filter(None, said), ""]) if any(said) else ""


def is_busy(machine: dict) -> bool:
    return machine["load_at_start"] > machine["cores"]


def place(machine: dict) -> str:
    return (
        f"{machine['date']}, {machine['cores']} cores ({machine['processor']}), {machine['memory_gb']} GB, "
        f"Python {machine['python']}; load at the start {machine['load_at_start']:.1f}.\n"
    )


def opens(rows: dict, _results: dict) -> str:
    head = (
        "milliseconds",
        "version",
        "first paint, cold",
        "ready, cold",
        "first paint, warm",
        "ready, warm",
        "key → chart",
    )
    cells = (
        (
            BY_KEY[key].name,
            row["version"],
            row["cold"]["first_paint_ms"],
            row["cold"]["ready_ms"],
            row["warm"]["first_paint_ms"],
            row["warm"]["ready_ms"],
            row["key_to_chart_ms"],
        )
        for key, row in rows.items()
    )
    return "## Opening the app, and moving the slider\n\n" + table(head, cells)


def memory(rows: dict, _results: dict) -> str:
    cells = ((BY_KEY[key].name, row["server_mb"], row["session_mb"]) for key, row in rows.items())
    return "## Memory\n\n" + table(("private MB", "server with one page", "a session"), cells)


def workbook(rows: dict, _results: dict) -> str:
    opening = table(
        ("milliseconds", "first paint", "live"),
        ((name, rows[name]["first_paint_ms"], rows[name]["ready_ms"]) for name in ("cold", "warm")),
    )
    visits = ((tab, first, rows["second_visit_ms"].get(tab)) for tab, first in rows["first_visit_ms"].items())
    return f"## The whole workbook\n\n{opening}\n" + table(
        ("tab, milliseconds", "first visit", "second visit"), visits
    )


def pages(rows: dict, results: dict) -> str:
    dash = at(results, "open", "dash").get("warm", {}).get("ready_ms")
    visits = [(visit, figure) for visit in ("cold", "warm") for figure in ("first_paint_ms", "ready_ms")]
    cells = (
        (name, *(row[visit][figure] for visit, figure in visits), ratio(row["warm"]["ready_ms"], dash))
        for name, row in rows.items()
    )
    head = ("milliseconds", "first paint, cold", "live, cold", "first paint, warm", "live, warm")
    return "## The pages that people open\n\n" + table((*head, "live, warm ÷ Dash's app, part open"), cells)


def sessions(rows: list, _results: dict) -> str:
    head = ("live sessions", "open, median ms", "open, p95 ms", "private MB each", "sessions lost")
    keys = ("sessions", "open_median_ms", "open_p95_ms")
    cells = ([*(row[key] for key in keys), memory_each(row, rows[0]), row["lost"]] for row in rows)
    return "## Many live sessions\n\n" + table(head, cells)


def findings(rows: list, _results: dict) -> str:
    cells = ((row["findings"], row["open_ms"], row["edit_ms"], row["seen_ms"]) for row in rows)
    head = (
        "milliseconds, by findings",
        "opened by a protocol client",
        "edit answered to it",
        "click → map redrawn",
    )
    return "## A large account\n\n" + table(head, cells)


PARTS = {
    "open": opens,
    "memory": memory,
    "workbook": workbook,
    "pages": pages,
    "sessions": sessions,
    "findings": findings,
}


def targets(results: dict) -> str:
    """Each target as a ratio of figures of one run, or an en dash where they were not all measured."""
    rows = [("cold open ÷ Streamlit", "≤ 1.0", across(results, "cold", "ready_ms", "streamlit"))]
    rows += [("warm open ÷ Streamlit", "≤ 1.5", across(results, "warm", "ready_ms", "streamlit"))]
    rows += [("warm open ÷ stock Voilà", "≤ 0.2", across(results, "warm", "ready_ms", "voila"))]
    ours, dash = at(results, "open", "ours"), at(results, "open", "dash")
    rows += [("key → chart ÷ Dash", "≤ 0.8", ratio(ours.get("key_to_chart_ms"), dash.get("key_to_chart_ms")))]
    book = (at(results, "workbook") or at(results, "pages", "Workbook")).get("warm", {})
    painted = ratio(book.get("first_paint_ms"), dash.get("warm", {}).get("ready_ms"))
    own = ratio(ours.get("warm", {}).get("first_paint_ms"), dash.get("warm", {}).get("ready_ms"))
    rows += [("first paint, warm ÷ Dash ready, warm", "≤ 1.0", own)]
    rows += [("first paint of the workbook, warm ÷ Dash ready, warm", "≤ 1.0", painted)]
    rows += [("private MB a session", "≤ 30", at(results, "memory", "ours").get("session_mb", "–"))]
    live = ratio(book.get("ready_ms"), ours.get("warm", {}).get("ready_ms"))
    rows += [("the whole workbook, warm ÷ our ROE notebook", "≤ 1.5", live)]
    rows += [
        (
            "p95 open beside the most sessions ÷ beside one",
            "≤ 2",
            ends(results, "sessions", "open_p95_ms", "open_median_ms"),
        )
    ]
    rows += [
        (
            "click → map redrawn, with the most findings ÷ with the fewest",
            "≤ 1.5",
            ends(results, "findings", "seen_ms", "seen_ms"),
        )
    ]
    return "## Targets\n\n" + table(("", "target", "measured"), rows)


def at(results: dict, part: str, key: str | None = None) -> dict:
    rows = results.get(part, {}).get("rows", {})
    return (rows.get(key, {}) if key else rows) or {}


def across(results: dict, visit: str, figure: str, other: str) -> str:
    """Ours over a competitor's, for one figure of opening."""
    mine, theirs = (at(results, "open", key).get(visit, {}).get(figure) for key in ("ours", other))
    return ratio(mine, theirs)


def ends(results: dict, part: str, last: str, first: str) -> str:
    """A figure of the last row over one of the first."""
    rows = results.get(part, {}).get("rows") or []
    return ratio(rows[-1][last], rows[0][first]) if len(rows) > 1 else "–"
