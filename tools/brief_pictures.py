"""Pictures of every page of every document: both samples and an account begun from nothing, both languages and editions.

    python -m tools.brief_pictures [FOLDER]

They are for looking at, not for keeping: the folder (``docs/pages``) is not under version control. LibreOffice shows Word,
PowerPoint and Excel, Chromium the web page (wide, on a phone, dark, and printed), poppler the pages.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from accountkit.brief import EDITIONS, compose, write
from accountkit.brief.pictures import as_root, browser
from accountkit.model import Account, Profile
from accountkit.samples import SLUGS, sample

PAGES = Path(__file__).parents[1] / "docs" / "pages"
LANGUAGES = ("en", "zh_CN")
OFFICE = ("docx", "pptx", "xlsx")
SCREENS = (("wide", 1280, "light"), ("dark", 1280, "dark"), ("phone", 390, "light"))
DOTS = 70
"""Dots an inch: enough to read a page of a sheet of them."""
ACROSS = 4


def accounts() -> dict[str, Account]:
    """The accounts to show, by name."""
    begun = Account(slug="begun", profile=Profile(name="Example Ltd"), currency="EUR")
    return {**{slug: sample(slug) for slug in SLUGS}, "begun": begun}


def converted(document: Path, profile: Path) -> Path:
    """The document as a PDF, made by LibreOffice."""
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(document.parent), str(document)], check=True, capture_output=True
    )
    return document.with_suffix(".pdf")


def sheet(document: Path, target: Path) -> None:
    """All pages of a PDF side by side in one picture."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(DOTS), "-png", str(document), f"{folder}/page"], check=True)
        pages = [Image.open(page) for page in sorted(Path(folder).glob("*.png"))]
        wide, tall = max(page.width for page in pages), max(page.height for page in pages)
        across = min(ACROSS, len(pages))
        made = Image.new("RGB", ((wide + 8) * across, (tall + 8) * -(-len(pages) // across)), "#94a3b8")
        for place, page in enumerate(pages):
            made.paste(page, ((wide + 8) * (place % across), (tall + 8) * (place // across)))
    made.save(target)


def screens(page: Path, chromium: Browser, name: str, folder: Path) -> None:
    """The web page as it stands on each screen, and as it is printed."""
    for screen, width, scheme in SCREENS:
        shown = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        shown.goto(page.as_uri())
        shown.wait_for_load_state("networkidle")
        shown.screenshot(path=folder / f"{name}-html-{screen}.png", full_page=True)
        if screen == "wide":
            shown.pdf(path=page.with_suffix(".print.pdf"), prefer_css_page_size=True, print_background=True)
        shown.close()
    sheet(page.with_suffix(".print.pdf"), folder / f"{name}-html-print.png")


def main(folder: Path = PAGES) -> None:
    """Make all of them anew."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser(), args=[*as_root()])
        for (slug, account), lang, edition in product(accounts().items(), LANGUAGES, EDITIONS):
            name = f"{slug}-{lang}-{edition}"
            composed = compose(account, edition=edition, lang=lang)
            for kind in ("pdf", *OFFICE):
                place = Path(work) / kind / f"{name}.{kind}"
                place.parent.mkdir(exist_ok=True)
                write(composed, place)
                shown = place if kind == "pdf" else converted(place, Path(work) / "profile")
                sheet(shown, folder / f"{name}-{kind}.png")
            page = Path(work) / f"{name}.html"
            write(composed, page)
            screens(page, chromium, name, folder)
        chromium.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:]))
