"""What a person waits for, in headless Chromium: opening a page, its first paint, a key on the slider to the new chart."""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext, Page, sync_playwright

from benchmarks.competitors import Competitor

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
TIMEOUT = 120_000
LINGER = 4000
"""Milliseconds on a page before it is closed, so that the browser keeps what it compiled."""
PAUSE = 1500
"""Milliseconds between two warm opens, so that one does not pay for the end of the other."""
VISITS = 3
"""Warm opens with one profile."""
SETTLE = 400
"""Milliseconds between two keys: longer than any of them takes to answer."""

PROBE = Path(__file__).with_name("probe.js").read_text(encoding="utf-8")

LIVE = "window.bench.usable('#rendered_cells :is(button, input, select, textarea)')"
"""A control of the live panels of our pages can be seen and used."""
READ = "window.bench.shown('main .ak-hero') && window.bench.shown('main .js-plotly-plot .main-svg')"
"""A reader's page shows its sentence and a figure; it has no kernel."""


def usable(competitor: Competitor) -> str:
    """The condition that the app's chart has its bars and its slider can be moved."""
    return f"window.bench.bars({competitor.chart!r}) && window.bench.usable({competitor.slider!r})"


@contextmanager
def profile() -> Iterator[BrowserContext]:
    """A browser with a new profile on disk, as a person has one.

    Not Playwright's usual context: that is a private window, in which Chromium keeps no compiled scripts, so that every
    open would compile plotly's 4.5 MB anew.
    """
    with sync_playwright() as playwright, TemporaryDirectory(prefix="accountkit-bench-") as folder:
        context = playwright.chromium.launch_persistent_context(
            folder, args=FLAGS, executable_path=shutil.which("chromium")
        )
        yield context
        context.close()


def opened(context: BrowserContext, address: str, ready: str) -> tuple[Page, dict[str, float]]:
    """A page for which the condition `ready` holds; milliseconds from navigation to first paint and to that."""
    page = context.new_page()
    page.add_init_script(PROBE + f"window.bench.watching = window.bench.watch(() => {ready});")
    page.goto(address, wait_until="commit", timeout=TIMEOUT)
    page.evaluate(
        "window.bench.watching"
    )  # Playwright's own waiting compiles text, which a reader's page forbids
    paint = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"
    return page, {"ready_ms": page.evaluate("window.bench.ready"), "first_paint_ms": page.evaluate(paint)}


def warmed(context: BrowserContext, address: str, ready: str) -> None:
    """Two visits: Chromium keeps the compiled form of a script that it has met twice, a moment after the page loaded."""
    for _visit in range(2):
        page, _waited = opened(context, address, ready)
        page.wait_for_timeout(LINGER)
        page.close()


def opening(address: str, ready: str, times: int) -> dict[str, dict[str, float]]:
    """Medians of a cold open (a new profile) and of a warm one (the third and later visits with that profile)."""
    cold, warm = [], []
    for _round in range(times):
        with profile() as context:
            page, waited = opened(context, address, ready)
            cold.append(waited)
            page.wait_for_timeout(LINGER)
            page.close()
            warmed(context, address, ready)
            for _visit in range(VISITS):
                page, waited = opened(context, address, ready)
                warm.append(waited)
                page.wait_for_timeout(PAUSE)
                page.close()
    return {"cold": medians(cold), "warm": medians(warm)}


def medians(rounds: list[dict[str, float]]) -> dict[str, float]:
    """The median of each figure over the rounds; None where a round has none."""
    return {key: median([one[key] for one in rounds]) for key in rounds[0]}


def median(values: list[float | None]) -> float | None:
    return None if None in values else round(statistics.median(values), 1)


def key_to_chart(page: Page, competitor: Competitor, keys: int) -> float | None:
    """Median milliseconds from a key on the slider to the bars redrawn, all else at rest."""
    slider = page.locator(competitor.slider).first
    slider.wait_for(
        timeout=TIMEOUT
    )  # one that is still hidden takes no focus, and every key would be waited for in vain
    slider.focus(timeout=TIMEOUT)
    page.wait_for_timeout(2 * SETTLE)
    waited = []
    for number in range(keys):
        page.evaluate("chart => window.bench.arm(chart)", competitor.chart)
        page.keyboard.press("ArrowRight" if number < keys / 2 else "ArrowLeft")
        waited.append(page.evaluate("window.bench.answer"))
        page.wait_for_timeout(SETTLE)
    return median(waited[1:])
