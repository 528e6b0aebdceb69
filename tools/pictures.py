"""Pictures of the running app for `docs/tour/`: the five-minute path, and every page in both languages, wide, narrow and dark.

    python -m tools.pictures

starts a server of its own on a fresh store, so that the pictures show what anybody sees, and writes the page that shows
them. The picture at the head of the README is one of them.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from accountkit.brief.pictures import as_root, browser
from tests.e2e.pages import TABS, open_workbook, reader_link, show_tab

DOCS = Path(__file__).parents[1] / "docs"
TOUR = DOCS / "tour"
MONDAY = "2026-05-11"
"""The day on which the week of the samples is shown."""
ACCOUNT = "new-oriental"
COLOURS = 128
"""A page has few: a palette makes a picture a third of its size, and nobody sees it."""
PATIENCE = 120_000
RECORDED = "first-minutes"
"""What `python -m benchmarks.first_minutes` leaves there."""
LANGUAGES = {"en": "English", "zh_CN": "中文"}


@dataclass(frozen=True)
class Look:
    """One way to see the pages."""

    name: str
    title: str
    width: int
    height: int
    scheme: str
    languages: tuple[str, ...]


LOOKS = (
    Look("wide", "Wide", 1280, 900, "light", ("en", "zh_CN")),
    Look("narrow", "On a phone", 390, 844, "light", ("en", "zh_CN")),
    Look("dark", "Dark", 1280, 900, "dark", ("en",)),
)
PATH = (
    ("landing", "Land"),
    ("open", "Open an account"),
    ("numbers", "The numbers are read aloud"),
    ("problem", "One click makes the driver that fell a problem"),
    ("worth", "Its type, its causes and what it is worth"),
    ("motive", "Will this person act, and what is missing"),
    ("brief", "The brief, to take along"),
)


@contextmanager
def served() -> Iterator[str]:
    """The address with its token of a server on a store of its own."""
    with tempfile.TemporaryDirectory(prefix="accountkit-tour-") as folder:
        log = Path(folder) / "log"
        env = {**os.environ, "ACCOUNTKIT_DB": f"sqlite:///{folder}/accounts.sqlite", "HOME": folder}
        command = [sys.executable, "-m", "accountkit", "serve", "--no-browser", "--port", "0"]
        process = subprocess.Popen(command, stdout=log.open("wb"), stderr=subprocess.STDOUT, env=env)
        try:
            yield _address(process, log)
        finally:
            process.terminate()
            process.wait(30)


def _address(process: subprocess.Popen, log: Path) -> str:
    while process.poll() is None:
        if found := re.search(r"http://\S+\?token=\S+", log.read_text(errors="replace")):
            return found[0]
        time.sleep(0.2)
    raise SystemExit(log.read_text(errors="replace"))


def keep(page: Page, name: str) -> None:
    """Write what the page shows, with as few colours as it has."""
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(400)  # smooth scrolling and hover effects end
    picture = Image.open(BytesIO(page.screenshot(animations="disabled", caret="hide"))).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(TOUR / f"{name}.png", optimize=True)


def new_page(chromium: Browser, look: Look, address: str) -> Page:
    context = chromium.new_context(
        viewport={"width": look.width, "height": look.height}, color_scheme=look.scheme
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    return page


def every_page(chromium: Browser, address: str, look: Look, lang: str) -> None:
    """Landing page, each tab and a reader's page in one look and language."""
    base = address.split("/?")[0]
    page = new_page(chromium, look, address)
    page.goto(f"{base}/?lang={lang}")
    keep(page, f"{look.name}-landing-{lang}")
    page.goto(f"{base}/week?day={MONDAY}&lang={lang}")
    keep(page, f"{look.name}-week-{lang}")
    open_workbook(page, base, ACCOUNT, lang)
    for tab in TABS:
        show_tab(page, tab)
        page.evaluate("scrollTo(0, 0)")
        keep(page, f"{look.name}-{tab}-{lang}")
    page.goto(reader_link(page, base, ACCOUNT, "brief", "customer"))
    page.wait_for_load_state("networkidle")
    keep(page, f"{look.name}-reader-{lang}")
    page.context.close()


def the_path(chromium: Browser, address: str) -> None:
    """The five-minute path; it comes last, because it changes the account."""
    page = new_page(chromium, LOOKS[0], address)
    keep(page, "path-landing")
    open_workbook(page, address.split("/?")[0], ACCOUNT)
    keep(page, "path-open")
    show_tab(page, "dupont_roe")
    keep(page, "path-numbers")
    page.locator(".ak-aloud .ak-suggestion .ak-button.main").first.click()
    page.locator("[aria-labelledby=ak-tab-problem_types] .ak-row.chosen").or_(
        page.locator(".ak-aloud .ak-suggestion")
    ).first.wait_for()
    keep(page, "path-problem")
    show_tab(page, "problem_types")
    page.evaluate("scrollTo(0, 0)")
    keep(page, "path-worth")
    show_tab(page, "motive_assessment")
    page.evaluate("scrollTo(0, 0)")
    keep(page, "path-motive")
    page.locator("header.bar .switch.right summary").click()
    keep(page, "path-brief")
    page.context.close()


def shown() -> str:
    """The page that shows the pictures."""
    lines = [
        "# The app in pictures",
        "",
        f"Made by `make pictures` from the running app. [First minutes]({RECORDED}.md): from the clone to the first picture.",
        "",
        "## Five minutes",
        "",
    ]
    for number, (name, title) in enumerate(PATH, 1):
        lines += [f"{number}. {title}", "", f"   ![{title}](path-{name}.png)", ""]
    for look in LOOKS:
        lines += [f"## {look.title}", ""]
        lines += ["| " + " | ".join(LANGUAGES[lang] for lang in look.languages) + " |"]
        lines += ["|" + " --- |" * len(look.languages)]
        for name in ("landing", "week", *TABS, "reader"):
            cells = (f"![{name}]({look.name}-{name}-{lang}.png)" for lang in look.languages)
            lines.append("| " + " | ".join(cells) + " |")
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    TOUR.mkdir(parents=True, exist_ok=True)
    for old in TOUR.glob("*.png"):
        if not old.name.startswith(RECORDED):
            old.unlink()
    with served() as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser(), args=[*as_root(), "--disable-gpu"])
        for look in LOOKS:
            for lang in look.languages:
                every_page(chromium, address, look, lang)
        the_path(chromium, address)
        chromium.close()
    (TOUR / "README.md").write_text(shown(), "utf-8")
    shutil.copyfile(TOUR / "wide-overview-en.png", DOCS / "overview.png")
    print(f"{len(list(TOUR.glob('*.png')))} pictures in {TOUR}")


if __name__ == "__main__":
    main()
