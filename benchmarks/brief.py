"""What a brief costs: each format of each sample, and the pictures alone.

    python benchmarks/brief.py

Prints seconds of wall time. The ratio is a format with its pictures over drawing the same pictures alone; a PDF is also
timed apart from its pictures. Draws everything anew for each format, in a browser of its own; *ready* is with the
browser that the format before has left.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from functools import partial

from accountkit.brief import FORMATS, chromium, compose, pictures, write
from accountkit.samples import SLUGS, sample

PICTURED = {"html": "svg", "pdf": "svg", "docx": "png"}


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    print(f"{'sample':<14}{'what':<18}{'seconds':>8}{'ratio':>8}")
    for slug in SLUGS:
        measured(slug)


def measured(slug: str) -> None:
    """One sample: composing, its pictures alone, each format."""
    account = sample(slug)
    composed, alone = compose(account), {}
    line(slug, "compose", seconds(lambda: compose(account)))
    for form in ("svg", "png"):
        anew()
        alone[form] = seconds(partial(pictures.pictures, composed.figures(), form))
        line(slug, f"pictures as {form}", alone[form])
    for kind in FORMATS:
        anew()
        line(slug, kind, seconds(partial(write, composed, io.BytesIO(), kind)), alone.get(PICTURED.get(kind)))
        if kind in PICTURED:
            pictures.forget()
            line(slug, f"{kind}, ready", seconds(partial(write, composed, io.BytesIO(), kind)))
    line(slug, "pdf, no pictures", seconds(lambda: write(composed, io.BytesIO(), "pdf", draw=False)))


def anew() -> None:
    """Without pictures drawn lately and without a browser that is ready."""
    pictures.forget()
    chromium.close()


def line(slug: str, what: str, took: float, alone: float | None = None) -> None:
    ratio = f"{took / alone:>8.2f}" if alone else ""
    print(f"{slug:<14}{what:<18}{took:>8.2f}{ratio}")


if __name__ == "__main__":
    main()
