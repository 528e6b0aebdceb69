"""Many live sessions of ours: opened in steps and held by protocol clients, while one browser opens the page again."""

from __future__ import annotations

import asyncio
import math
import statistics
import threading
import time
from concurrent.futures import Future
from contextlib import contextmanager

from benchmarks.browser import opened, profile, warmed
from benchmarks.memory import pss_of_tree
from benchmarks.protocol import Viewer, held

CLOSED_PAGES_END = 6.0
"""Seconds after which the kernel of a page that was closed is gone."""


@contextmanager
def loop_in_thread():
    """An event loop of its own: Playwright's synchronous interface occupies the main thread."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()

    def run(coroutine):
        future: Future = asyncio.run_coroutine_threadsafe(coroutine, loop)
        return future.result()

    yield run
    loop.call_soon_threadsafe(loop.stop)
    thread.join()


def percentile(values: list[float], share: float) -> float:
    """The smallest value that `share` of all do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * share) - 1)]


def measured(address: str, server: int, ready: str, counts: list[int], opens: int) -> list[dict]:
    """One row per number of held sessions: timed opens in a browser, memory, failures.

    Memory is what a session adds to the first number of them, proportional: what kernels share is counted once.
    """
    rows, viewers = [], []
    with profile() as context, loop_in_thread() as run:
        warmed(context, address, ready)
        for count in counts:
            viewers += run(held(address, count - len(viewers)))
            time.sleep(CLOSED_PAGES_END)
            memory = pss_of_tree(server)
            times = []
            for _round in range(opens):
                page, waited = opened(context, address, ready)
                times.append(waited["ready_ms"])
                page.close()  # its kernel ends within seconds, beside the next opens
            rows.append(row(count, times, viewers, memory))
        for viewer in viewers:
            viewer.close()
    return rows


def row(count: int, times: list[float], viewers: list[Viewer], memory: float) -> dict:
    lost = sum(viewer.lost for viewer in viewers)
    return {
        "sessions": count,
        "open_median_ms": round(statistics.median(times), 1),
        "open_p95_ms": round(percentile(times, 0.95), 1),
        "memory_mb": round(memory, 1),
        "lost": lost,
    }


def memory_each(row: dict, first: dict) -> float | None:
    """Proportional megabytes of a session: what `row` has more than the first row, by the sessions it has more."""
    more = row["sessions"] - first["sessions"]
    return round((row["memory_mb"] - first["memory_mb"]) / more, 1) if more else None
