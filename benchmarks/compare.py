"""Two commits in one sitting: the pages, the tabs, an edit and the memory of a session, turn about, and the ratios."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
from contextlib import ExitStack
from pathlib import Path

from accountkit.samples import sample
from benchmarks import cycles
from benchmarks.browser import LIVE, READ, medians, opened, profile, warmed
from benchmarks.findings import edited
from benchmarks.history import commit, keep
from benchmarks.ours import Side, of_commit
from benchmarks.tables import ratio, table

SLUG = "new-oriental"
LINK = """
import datetime as dt
from accountkit.store import open_store
store = open_store({database!r})
tomorrow = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
print(store.create_link("new-oriental", view="dupont_roe", by="benchmark", expires=tomorrow)[0])
store.close()
"""
METHODS = "from accountkit.methods import REGISTRY; print(len(REGISTRY))"
KEPT = """
try:
    from accountkit.server.kernels.reserve import wanted
except ModuleNotFoundError:  # a commit before kernels were kept in reserve
    print(0)
else:
    print(wanted())
"""
CORE = ("pest", "five_forces", "dupont_roe", "problem_types", "motive_assessment")
SESSIONS = 5


def pages(reader: str) -> dict[str, tuple[str, str]]:
    """The pages that both commits are asked for: path and condition."""
    live = {key: f"/analysis/{key}?account={SLUG}" for key in CORE} | {
        "workbook": f"/workbook?account={SLUG}"
    }
    return {
        **{name: (path, LIVE) for name, path in live.items()},
        "a reader's page": (f"/read/{reader}", READ),
    }


def compared(revision: str, machine: dict, times: int, edits: int) -> str:
    """Ratios of this tree to a commit, as a table; both are kept in the history."""
    with ExitStack() as stack:
        before = stack.enter_context(of_commit(revision))
        sides = (before, Side(commit()))
        found = {}
        served = {}
        for side in sides:
            work = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="accountkit-bench-")))
            served[side.name] = (*stack.enter_context(side.serving(work)), work)
            found[side.name] = {"methods": int(side.told(METHODS))}
        readers = {
            side.name: side.told(LINK.format(database=str(served[side.name][2] / "roe.db"))) for side in sides
        }
        for name in pages(""):
            for side in sides:
                base, _process, _work = served[side.name]
                path, ready = pages(readers[side.name])[name]
                found[side.name] |= _opened(name, base + path, ready, times)
        for side in sides:
            base, process, _work = served[side.name]
            found[side.name] |= _held(base, process, edits, int(side.told(KEPT)))
    names = [side.name for side in sides]
    keep("compare", machine, found, against=names[0])
    rows = (
        (what, *(found[name][what] for name in names), ratio(found[names[1]][what], found[names[0]][what]))
        for what in found[names[0]]
    )
    return table(("median", *names, "ratio"), rows)


def _opened(name: str, address: str, ready: str, times: int) -> dict[str, float | None]:
    """A page with a new profile, and again with the same one."""
    cold, warm = [], []
    for _round in range(times):
        with profile() as context:
            page, waited = opened(context, address, ready)
            cold.append(waited)
            page.close()
            warmed(context, address, ready)
            page, waited = opened(context, address, ready)
            warm.append(waited)
            page.close()
    rows = {"cold": medians(cold), "warm": medians(warm)}
    return {
        f"{name}: {what}, {visit}, ms": row[key]
        for visit, row in rows.items()
        for what, key in (("first paint", "first_paint_ms"), ("live", "ready_ms"))
    }


def _held(base: str, process: int, edits: int, kept: int) -> dict[str, float | None]:
    """The tabs of the workbook, an edit as a client of the protocol waits for it, and the memory of a session."""
    with profile() as context:
        warmed(context, f"{base}/workbook?account={SLUG}", LIVE)
        page, _waited = opened(context, f"{base}/workbook?account={SLUG}", LIVE)
        page.wait_for_timeout(3000)
        tabs = page.evaluate("window.bench.tabs()")
        page.close()
    finding = next(iter(sample(SLUG).findings))
    done = asyncio.run(edited(f"{base}/analysis/pest?account={SLUG}", edits, finding))
    rows = cycles.measured(f"{base}/workbook?account={SLUG}", process, SESSIONS, 2, rest=1, kept=kept)
    return {
        "first visit of a tab, ms": round(statistics.median(tabs.values()), 1),
        "edit answered, ms": done["edit_ms"],
        "opened by a protocol client, ms": done["open_ms"],
        "proportional memory of a session, MB": rows[-1]["session_mb"],
    }
