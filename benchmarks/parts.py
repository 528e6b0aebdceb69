"""The parts of the benchmark: each opens its own servers and gives its rows."""

from __future__ import annotations

import time
from contextlib import contextmanager
from pathlib import Path

from benchmarks import cycles, findings, landing, large, pages, sessions
from benchmarks.browser import LIVE, key_to_chart, opened, opening, profile, usable, warmed
from benchmarks.competitors import BY_KEY, Competitor
from benchmarks.environments import served, version
from benchmarks.memory import pss_of_tree
from benchmarks.ours import Side, ours_with_templates

PAGES_FOR_MEMORY = 5
KEYS = 30
REST = 4000
"""Milliseconds for which the workbook rests before its tabs are visited."""


def measure_open(competitor: Competitor, work: Path, times: int) -> dict:
    """Opening and the slider, in one browser against one fresh server."""
    ready = usable(competitor)
    with served(competitor, work) as (address, _server):
        with profile() as context:
            opened(context, address, ready)[0].close()  # the server's own first time
        found = opening(address, ready, times)
        with profile() as context:
            warmed(context, address, ready)
            page, _waited = opened(context, address, ready)
            found["key_to_chart_ms"] = key_to_chart(page, competitor, KEYS)
    return {"version": version(competitor), **found}


def measure_memory(competitor: Competitor, work: Path, ready: str = "") -> dict:
    """Proportional megabytes that one more open page costs."""
    ready = ready or usable(competitor)
    with served(competitor, work) as (address, server), profile() as context:
        opened(context, address, ready)
        time.sleep(2)
        before = pss_of_tree(server)
        for _page in range(PAGES_FOR_MEMORY):
            opened(context, address, ready)
        time.sleep(2)
        after = pss_of_tree(server)
    return {"server_mb": round(before, 1), "session_mb": round((after - before) / PAGES_FOR_MEMORY, 1)}


def memory(competitors: list[Competitor], work: Path) -> dict:
    """The small app in each of them, and our workbook."""
    rows = {one.key: measure_memory(one, work) for one in competitors}
    return rows | {"workbook": measure_memory(ours_with_templates(), work, LIVE)}


def measure_workbook(work: Path, times: int) -> dict:
    """The whole workbook of the sample account: opening it, and each tab for the first and for the second time."""
    with served(ours_with_templates(), work) as (address, _server):
        with profile() as context:
            opened(context, address, LIVE)[0].close()
        found: dict = opening(address, LIVE, times)
        with profile() as context:
            warmed(context, address, LIVE)
            page, _waited = opened(context, address, LIVE)
            page.wait_for_timeout(REST)
            for visit in ("first_visit_ms", "second_visit_ms"):
                found[visit] = {
                    tab: round(waited, 1) for tab, waited in page.evaluate("window.bench.tabs()").items()
                }
    return found


def measure_pages(work: Path, times: int) -> dict:
    """Dash's app, and each page that people open, cold and warm, until it can be read and used."""
    dash = BY_KEY["dash"]
    with served(dash, work) as (address, _server):
        with profile() as context:
            opened(context, address, usable(dash))[0].close()
        theirs = opening(address, usable(dash), times)
    with _ours(work) as base:
        return {"Dash’s app": theirs, **pages.measured(base, work, times)}


def measure_landing(work: Path, counts: list[int], times: int) -> list[dict]:
    return landing.measured(_ours, work, counts, times)


def measure_large(work: Path, times: int) -> dict:
    with _ours(work) as base:
        return large.measured(base, findings.database_in(work), (5000, 500), times)


def measure_sessions(work: Path, counts: list[int], opens: int) -> list[dict]:
    with served(ours_with_templates(), work) as (address, server):
        return sessions.measured(address, server, LIVE, counts, opens)


def measure_cycles(work: Path, count: int, times: int) -> list[dict]:
    with served(ours_with_templates(), work) as (address, server):
        return cycles.measured(address, server, count, times)


def measure_findings(work: Path, counts: list[int], edits: int) -> list[dict]:
    with _ours(work) as base:
        return findings.measured(base, findings.database_in(work), counts, edits)


@contextmanager
def _ours(work: Path):
    with Side("ours").serving(work) as (base, _process):
        yield base
