"""The list of accounts with few and with many of them: until it can be seen and used, and what is sent for it."""

from __future__ import annotations

import urllib.request
from collections.abc import Callable
from pathlib import Path

from benchmarks.accounts import filled
from benchmarks.browser import opened, opening, profile

LISTED = "window.bench.shown('main a[href*=workbook]') && window.bench.usable('main :is(input, button)')"
"""An account stands there, and a control of the page can be used."""


def measured(serve: Callable, work: Path, counts: list[int], times: int) -> list[dict]:
    """One row per number of accounts; `serve` opens a server on a folder."""
    rows = []
    for count in counts:
        folder = work / str(count)
        folder.mkdir()
        filled(f"sqlite:///{folder / 'roe.db'}", count)
        with serve(folder) as base:
            with profile() as context:
                opened(context, base, LISTED)[0].close()
            request = urllib.request.Request(base, headers={"Accept-Encoding": "gzip"})
            with urllib.request.urlopen(request) as answer:
                sent = len(answer.read())
            found = opening(base, LISTED, times)
        rows.append({"accounts": count, "sent_kb": round(sent / 1000, 1), **found})
    return rows
