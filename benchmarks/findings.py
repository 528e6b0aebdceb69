"""An account with few findings and one with many: how long an edit takes in a browser, and by a protocol client."""

from __future__ import annotations

import asyncio
import statistics
from pathlib import Path

from accountkit.samples import sample
from accountkit.store import open_store
from benchmarks.browser import LIVE, SETTLE, median, opened, profile, warmed
from benchmarks.protocol import Viewer

RATE = """() => new Promise((resolve) => {
  const dots = [...document.querySelector(".ak-pest .ak-dots").children];
  const chosen = dots.find((dot) => dot.getAttribute("aria-checked") === "true");
  const map = document.querySelector(".js-plotly-plot");
  map.once("plotly_afterplot", () => resolve(performance.now() - pressed));
  setTimeout(() => resolve(null), 10000);
  const pressed = performance.now();
  dots[chosen === dots[3] ? 4 : 3].click();
})"""
"""Rates the first factor four, or five where it has four."""


def store_account(database: str, findings: int) -> str:
    """Store a sample account with that many findings, all alike but for their ids; its slug."""
    account = sample("new-oriental")
    patterns = list(account.findings.values())
    chosen = [patterns[n % len(patterns)].model_copy(update={"id": f"n{n}"}) for n in range(findings)]
    slug = f"findings-{findings}"
    store = open_store(database)
    if slug not in [stored.slug for stored in store.accounts()]:
        store.create(
            account.model_copy(update={"slug": slug, "findings": {f.id: f for f in chosen}}), "benchmark"
        )
    store.close()
    return slug


async def edited(address: str, edits: int, finding: str = "n0") -> dict:
    """Milliseconds to open the PEST panel, and the median from a rating to all that follows from it."""
    viewer = Viewer(address)
    opening = await viewer.open()
    panel = next(key for key, model in viewer.models.items() if model["state"].get("events") == ["say"])
    waited = [
        await viewer.event(
            panel, "write", n=number + 1, path=f"findings/{finding}/impact", value=2 + number % 3
        )
        for number in range(edits)
    ]
    viewer.close()
    return {"open_ms": round(1000 * opening, 1), "edit_ms": round(1000 * statistics.median(waited[1:]), 1)}


def seen(address: str, edits: int) -> float | None:
    """Median milliseconds from a click that rates a factor to the map of all factors redrawn, all else at rest."""
    with profile() as context:
        warmed(context, address, LIVE)
        page, _waited = opened(context, address, LIVE)
        page.wait_for_timeout(2 * SETTLE)
        waited = []
        for _edit in range(edits):
            waited.append(page.evaluate(RATE))
            page.wait_for_timeout(SETTLE)
    return median(waited[1:])


def measured(base: str, database: str, counts: list[int], edits: int) -> list[dict]:
    """One row per number of findings."""
    rows = []
    asyncio.run(
        edited(f"{base}/analysis/pest?account={store_account(database, counts[0])}", 2)
    )  # its own first time
    for count in counts:
        slug = store_account(database, count)
        address = f"{base}/analysis/pest?account={slug}"
        rows.append(
            {"findings": count, **asyncio.run(edited(address, edits)), "seen_ms": seen(address, edits)}
        )
    return rows


def database_in(work: Path) -> str:
    """The store of this run."""
    return str(work / "roe.db")
