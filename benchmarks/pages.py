"""Our real pages: the workbook, each core analysis, a reader's page and the week, opened cold and warm."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from accountkit.methods import REGISTRY
from accountkit.store import open_store
from benchmarks.browser import LIVE, READ, opened, opening, profile
from benchmarks.findings import database_in

SLUG = "new-oriental"
WEEK = "window.bench.shown('main .ak-hero') && window.bench.usable('main :is(select, button)')"
"""The week shows its first sentence, and whose accounts they are can be chosen."""


def addresses(database: str) -> dict[str, tuple[str, str]]:
    """Name → path and the condition under which the page can be used."""
    store = open_store(database)
    tomorrow = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
    secret, _link = store.create_link(SLUG, view="dupont_roe", by="benchmark", expires=tomorrow)
    store.close()
    analyses = {
        framework.name: (f"/analysis/{key}?account={SLUG}", LIVE)
        for key, framework in REGISTRY.items()
        if framework.core
    }
    return {
        "Workbook": (f"/workbook?account={SLUG}", LIVE),
        **analyses,
        "A reader's page": (f"/read/{secret}", READ),
        "This week": ("/week", WEEK),
    }


def measured(base: str, work: Path, times: int) -> dict:
    """Medians of opening each page."""
    rows = {}
    for name, (path, ready) in addresses(database_in(work)).items():
        with profile() as context:
            opened(context, base + path, ready)[0].close()  # the server's own first time
        rows[name] = opening(base + path, ready, times)
    return rows
