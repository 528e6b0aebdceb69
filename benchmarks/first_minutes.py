"""The first minutes of a stranger: from the clone to the first picture, beside `streamlit hello` in the same run.

    python -m benchmarks.first_minutes            # writes docs/tour/first-minutes.md and the pictures it shows

Both begin with nothing: no environment, and what pip keeps from earlier runs for both alike. Ours is `git clone`, `make app`, and
the workbook of the first account with its first figure. Theirs is an environment, `pip install streamlit`, `streamlit hello`,
and its first page. The table says how long each step took, and the ratio of both.
"""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import BrowserContext, Page

from benchmarks.browser import profile
from benchmarks.environments import free_port, wait_for

ROOT = Path(__file__).parents[1]
TOUR = ROOT / "docs" / "tour"
PAGE, STRIP = TOUR / "first-minutes.md", TOUR / "first-minutes.png"
WAIT = 180_000
SIZE = (1280, 900)
SHOWN = (640, 450)
LOAD = os.getloadavg()[0]


@dataclass
class Watch:
    """Seconds of each step, in the order in which they were taken."""

    steps: dict[str, float] = field(default_factory=dict)
    begun: float = field(default_factory=time.monotonic)

    def lap(self, step: str) -> None:
        now = time.monotonic()
        self.steps[step], self.begun = now - self.begun, now

    @property
    def total(self) -> float:
        return sum(self.steps.values())


def started(command: list[str], folder: Path, log: Path, **env: str) -> subprocess.Popen:
    """A command that goes on running, in a group of its own, with its output in `log`."""
    clean = {name: value for name, value in os.environ.items() if name not in ("VIRTUAL_ENV", "MAKEFLAGS")}
    with log.open("wb") as out:
        return subprocess.Popen(
            command, cwd=folder, stdout=out, stderr=out, env={**clean, **env}, start_new_session=True
        )


def said(process: subprocess.Popen, log: Path, pattern: str) -> str:
    """The first match in what a process prints. Raises RuntimeError if it ends before."""
    while process.poll() is None:
        if found := re.search(pattern, log.read_text(errors="replace")):
            return found[0]
        time.sleep(0.1)
    raise RuntimeError(log.read_text(errors="replace"))


def stopped(process: subprocess.Popen) -> None:
    os.killpg(process.pid, 15)
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)


def ours(work: Path, context: BrowserContext, keep: Callable[[Page, str], None]) -> Watch:
    """`git clone`, `make app`, the workbook of New Oriental with its first figure."""
    clone, log, watch = work / "accountkit", work / "ours.log", Watch()
    subprocess.run(["git", "clone", "--quiet", "--depth=1", ROOT.as_uri(), str(clone)], check=True)
    watch.lap("get it")
    command = ["make", "app", f"ARGS=--no-browser --port {free_port()}"]
    process = started(command, clone, log, HOME=str(work), PIP_CACHE_DIR=str(work / "pip"), ACCOUNTKIT_DB="")
    try:
        address = said(process, log, r"http://\S+\?token=\S+")
        watch.lap("install and start")
        page = context.new_page()
        page.goto(address)
        keep(page, "landing")
        page.goto(f"{_base(address)}/workbook?account=new-oriental")
        page.locator(".ak-tile").first.wait_for(timeout=WAIT)
        watch.lap("first picture")
        page.wait_for_timeout(1500)
        keep(page, "workbook")
    finally:
        stopped(process)
    return watch


def theirs(work: Path, context: BrowserContext) -> Watch:
    """An environment, `pip install streamlit`, `streamlit hello`, its first page."""
    python, log, watch = work / "venv" / "bin" / "python", work / "theirs.log", Watch()
    port = free_port()
    subprocess.run([sys.executable, "-m", "venv", str(work / "venv")], check=True)
    env = {**os.environ, "PIP_CACHE_DIR": str(work / "pip")}
    install = [str(python), "-m", "pip", "install", "--quiet", "streamlit"]
    subprocess.run(install, check=True, env=env)
    hello = ["-m", "streamlit", "hello", f"--server.port={port}", "--server.headless=true"]
    process = started([str(python), *hello, "--browser.gatherUsageStats=false"], work, log, HOME=str(work))
    try:
        wait_for(f"http://127.0.0.1:{port}/", process)
        watch.lap("install and start")
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{port}/")
        page.locator("h1").first.wait_for(timeout=WAIT)
        watch.lap("first picture")
    finally:
        stopped(process)
    return watch


def _base(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def terminal(page: Page, watch: Watch) -> None:
    """Draw what was typed, and when each step was done."""
    lines = ["$ git clone …/accountkit && cd accountkit", "$ make app", "http://127.0.0.1:8866/?token=…", ""]
    clock = 0.0
    for step, seconds in watch.steps.items():
        clock += seconds
        lines.append(f"{step:<20}{clock:6.0f} s")
    text = html.escape("\n".join(lines))
    page.set_content(
        f"<body style='margin:0;background:#111827;color:#e5e7eb'><pre style='font:30px/1.7 monospace;padding:60px'>{text}</pre>"
    )


def strip(pictures: list[bytes]) -> None:
    """The pictures beside each other, small and with few colours."""
    whole = Image.new("RGB", (SHOWN[0] * len(pictures) + 12 * (len(pictures) - 1), SHOWN[1]), "white")
    for place, content in enumerate(pictures):
        one = Image.open(BytesIO(content)).convert("RGB").resize(SHOWN, Image.Resampling.LANCZOS)
        whole.paste(one, (place * (SHOWN[0] + 12), 0))
    whole.quantize(96, dither=Image.Dither.NONE).save(STRIP, optimize=True)


def written(own: Watch, other: Watch) -> str:
    """The page: the pictures, and the seconds of each step beside those of the other."""
    rows = [
        f"{step} | {seconds:.1f} | {f'{other.steps[step]:.1f}' if step in other.steps else '–'}"
        for step, seconds in own.steps.items()
    ]
    ratios = (own.total / other.total, own.steps["first picture"] / other.steps["first picture"])
    return "\n".join(
        (
            "# First minutes\n",
            "From the clone to the served workbook: what is typed, the list of accounts, the first account.\n",
            f"![Terminal, list of accounts, workbook]({STRIP.name})\n",
            "Step, in seconds | accountkit | `streamlit hello`",
            "-|-:|-:",
            *rows,
            f"**all** | **{own.total:.1f}** | **{other.total:.1f}**\n",
            f"accountkit takes {ratios[0]:.2f} times as long as `streamlit hello` from nothing to the first picture, and "
            f"{ratios[1]:.2f} times as long from the printed link to the picture.\n",
            "Written by `python -m benchmarks.first_minutes`. Both were measured in one run on one machine, each in an environment "
            f"of its own without files that pip kept; the load at the start was {LOAD:.1f}. Read the ratios, not the seconds.\n",
        )
    )


def main() -> None:
    pictures: dict[str, bytes] = {}

    def keep(page: Page, name: str) -> None:
        page.set_viewport_size({"width": SIZE[0], "height": SIZE[1]})
        pictures[name] = page.screenshot(animations="disabled")

    with TemporaryDirectory(prefix="accountkit-first-") as folder:
        works = [Path(folder) / name for name in ("theirs", "ours")]
        for work in works:
            work.mkdir()
        with profile() as context:
            other = theirs(works[0], context)
        with profile() as context:
            own = ours(works[1], context, keep)
            page = context.new_page()
            terminal(page, own)
            keep(page, "terminal")
    strip([pictures[name] for name in ("terminal", "landing", "workbook")])
    PAGE.write_text(written(own, other), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
