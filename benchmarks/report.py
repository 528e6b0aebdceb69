"""The results as one page: what was measured, where, and the ratios that the targets are about."""

from __future__ import annotations

from benchmarks import pictures
from benchmarks.competitors import BY_KEY
from benchmarks.history import kept
from benchmarks.sessions import memory_each
from benchmarks.tables import ratio, table
from benchmarks.targets import DASH, at, targets

HEAD = """# What it costs

The same small app everywhere: a slider that raises the net margin, a bar chart of the return on equity over six years,
computed in Python with pandas for every change. One server after the other, headless Chromium, medians. *Cold* is a
browser with a new profile on disk, *warm* the third and later visits with it, a few seconds on each page before: from
then on Chromium keeps the compiled form of scripts, as for anybody who comes back (a private window never does, and
makes every open compile plotly anew). *Ready* is when the bars can be seen and the slider can be used, asked of all in the same
way (`probe.js`): in the page, with an area, neither hidden nor transparent, enabled, and a frame painted after that; a page of
ours is *live* when a control of its panel is. *Key → chart* runs from the key on the slider to the redrawn bars painted;
*a session* is the proportional memory (PSS of `smaps_rollup`) that one more open page costs the server and all it started.
Ratios compare figures of one run only.

`make bench` measures all of it, `make bench ARGS="pages workbook"` some of it, `make bench ARGS="--compare REV"` this tree against
a commit in one sitting. The last figures are in `results.json`; each run adds its lines, with commit and machine, to
`history.jsonl`, which the pictures are made from.
"""

TAIL = """## Measured by themselves

`python -m benchmarks.finance_sector` takes the return on equity of 10,000 companies over ten years apart,
`python -m benchmarks.sector_engines` reads a quarter of the SEC data sets, `python -m benchmarks.brief` writes the brief in
each format, with and without pictures, and `python -m benchmarks.first_minutes` the way from the clone to the first picture beside
`streamlit hello` ([docs/tour/first-minutes.md](../docs/tour/first-minutes.md)). Each prints its figures beside something measured in the same run.

`python -m benchmarks.accuracy` compares what the reader makes of every recorded filing with references that do not know its
vocabulary and writes [accuracy.md](accuracy.md).
"""


def written(results: dict) -> str:
    """The page, of the parts that have been measured."""
    parts = [HEAD]
    for part, write in PARTS.items():
        if part in results:
            parts += [write(results[part]["rows"], results), place(results[part]["machine"])]
    return "\n".join([*parts, growth(), targets(results), gaps(results), TAIL])


def growth() -> str:
    """The pictures that there are, and the last comparison of two commits."""
    drawn = [one for one in pictures.PICTURES if (pictures.FOLDER / f"{one.name}.svg").exists()]
    shown = "\n".join(f"![{one.title}, by {one.across}](pictures/{one.name}.svg)" for one in drawn)
    return f"## The cost of growth\n\n{shown}\n{compared()}" if drawn else ""


def compared() -> str:
    """The newest line of the history that compares two commits, as a table."""
    last = next(reversed(list(kept("compare"))), None)
    if last is None:
        return ""
    (old, before), (new, after) = last["rows"].items()
    rows = ((what, before[what], after[what], ratio(after[what], before[what])) for what in after)
    return (
        "\n### Two commits in one sitting\n\n"
        + table(("median", old, new, "ratio"), rows)
        + "\n"
        + place(last["machine"])
    )


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
    """Whether other work held the machine as a part began. The load, all that older runs have, is that of the minute before, of the
    part before too; `busy_at_start` counts the processors that were at work just then.
    """
    if "busy_at_start" in machine:
        return machine["busy_at_start"] > machine["cores"] / 4
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
    names = {key: one.name for key, one in BY_KEY.items()} | {"workbook": "accountkit, the workbook"}
    cells = ((names[key], row["server_mb"], row["session_mb"]) for key, row in rows.items())
    return "## Memory\n\n" + table(("proportional MB", "server with one page", "a session"), cells)


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
    dash = rows.get(DASH, {}).get("warm", {}).get("ready_ms")
    visits = [(visit, figure) for visit in ("cold", "warm") for figure in ("first_paint_ms", "ready_ms")]
    cells = (
        (name, *(row[visit][figure] for visit, figure in visits), ratio(row["warm"]["ready_ms"], dash))
        for name, row in rows.items()
    )
    head = ("milliseconds", "first paint, cold", "live, cold", "first paint, warm", "live, warm")
    return "## The pages that people open\n\n" + table((*head, "live, warm ÷ Dash’s app"), cells)


def sessions(rows: list, _results: dict) -> str:
    head = ("live sessions", "open, median ms", "open, p95 ms", "proportional MB each", "sessions lost")
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


def landing(rows: list, _results: dict) -> str:
    keys = (("cold", "ready_ms"), ("warm", "first_paint_ms"), ("warm", "ready_ms"))
    cells = (
        [row["accounts"], *(row[visit][figure] for visit, figure in keys), row["sent_kb"]] for row in rows
    )
    return "## The list of accounts\n\n" + table(
        ("accounts", "ready, cold, ms", "first paint, warm, ms", "ready, warm, ms", "KB sent"), cells
    )


def large(rows: dict, _results: dict) -> str:
    head = ("the workbook, milliseconds", "live, cold", "first paint, warm", "live, warm")
    names = {"sample": "the sample account", "large": "5,000 findings, 500 problems"}
    cells = (
        (names[key], row["cold"]["ready_ms"], row["warm"]["first_paint_ms"], row["warm"]["ready_ms"])
        for key, row in rows.items()
    )
    return "## A large account, opened\n\n" + table(head, cells)


def cycles(rows: list, _results: dict) -> str:
    head = (
        "cycle",
        "with all open, MB",
        "a kernel, MB",
        "all closed, MB",
        "kernels in reserve",
        "sessions lost",
    )
    keys = ("cycle", "open_mb", "session_mb", "after_mb", "reserve", "lost")
    return "## Sessions opened and closed\n\n" + table(head, ([row[key] for key in keys] for row in rows))


PARTS = {
    "open": opens,
    "memory": memory,
    "workbook": workbook,
    "pages": pages,
    "landing": landing,
    "large": large,
    "sessions": sessions,
    "cycles": cycles,
    "findings": findings,
}
