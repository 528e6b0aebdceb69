"""Pictures of every page of every document: both samples and an account begun from nothing, both languages and editions.

    python -m tools.brief_pictures [FOLDER]
    python -m tools.brief_pictures --kept

They are for looking at, not for keeping: the folder (``docs/pages``) is not under version control. LibreOffice shows Word,
PowerPoint and Excel, Chromium the web page (wide, on a phone, dark, and printed), poppler the pages. ``--kept`` makes the few
pictures of ``docs/brief`` anew: the first pages, in few colours, so that the repository stays small.
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

DOCS = Path(__file__).parents[1] / "docs"
PAGES, KEPT = DOCS / "pages", DOCS / "brief"
LANGUAGES = ("en", "zh_CN")
OFFICE = ("docx", "pptx", "xlsx")
SCREENS = (("wide", 1280, "light"), ("dark", 1280, "dark"), ("phone", 390, "light"))
DOTS = 70
"""Dots an inch: enough to read a page of a sheet of them."""
ACROSS = 4
KEPT_DOTS, KEPT_PAGES, KEPT_COLOURS = 51, 8, 48
"""A picture in the repository: dots an inch, pages at most, colours."""
SHOWN = {"pages": ("pdf", "internal"), "slides": ("pptx", "internal")}
ONCE = {"word": ("docx", "internal"), "customer": ("pdf", "customer")}
"""What ``docs/brief`` shows of each sample in both languages, and of the first one in English alone."""


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


def sheet(document: Path, target: Path, *, dots: int = DOTS, most: int = 999, colours: int = 0) -> None:
    """The pages of a PDF side by side in one picture; `colours` 0 keeps all."""
    with tempfile.TemporaryDirectory() as folder:
        drawn = ["pdftoppm", "-r", str(dots), "-l", str(most), "-png", str(document), f"{folder}/page"]
        subprocess.run(drawn, check=True)
        pages = [Image.open(page) for page in sorted(Path(folder).glob("*.png"))]
        wide, tall = max(page.width for page in pages), max(page.height for page in pages)
        across = min(ACROSS, len(pages))
        made = Image.new("RGB", ((wide + 8) * across, (tall + 8) * -(-len(pages) // across)), "#94a3b8")
        for place, page in enumerate(pages):
            made.paste(page, ((wide + 8) * (place % across), (tall + 8) * (place // across)))
    if colours:
        made = made.quantize(colours, dither=Image.Dither.NONE)
    made.save(target, optimize=True)


def shown(account: Account, edition: str, lang: str, kind: str, work: Path) -> Path:
    """The document as a PDF."""
    place = work / f"{account.slug}-{lang}-{edition}.{kind}"
    write(compose(account, edition=edition, lang=lang), place)
    return place if kind == "pdf" else converted(place, work / "profile")


def keep(folder: Path = KEPT) -> None:
    """The pictures of ``docs/brief``."""
    wanted = [(slug, lang, name) for slug, lang, name in product(SLUGS, LANGUAGES, SHOWN)]
    wanted += [("new-oriental", "en", name) for name in ONCE]
    with tempfile.TemporaryDirectory() as work:
        for slug, lang, name in wanted:
            kind, edition = {**SHOWN, **ONCE}[name]
            document = shown(sample(slug), edition, lang, kind, Path(work))
            target = folder / f"{slug}-{lang}-{name}.png"
            most = 12 if kind == "pptx" else KEPT_PAGES
            sheet(document, target, dots=KEPT_DOTS if kind != "pptx" else 31, most=most, colours=KEPT_COLOURS)


def screens(page: Path, chromium: Browser, name: str, folder: Path) -> None:
    """The web page as it stands on each screen, and as it is printed."""
    for screen, width, scheme in SCREENS:
        tab = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        tab.goto(page.as_uri())
        tab.wait_for_load_state("networkidle")
        tab.screenshot(path=folder / f"{name}-html-{screen}.png", full_page=True)
        if screen == "wide":
            tab.pdf(path=page.with_suffix(".print.pdf"), prefer_css_page_size=True, print_background=True)
        tab.close()
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
                made = place if kind == "pdf" else converted(place, Path(work) / "profile")
                sheet(made, folder / f"{name}-{kind}.png")
            page = Path(work) / f"{name}.html"
            write(composed, page)
            screens(page, chromium, name, folder)
        chromium.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


if __name__ == "__main__":
    if sys.argv[1:] == ["--kept"]:
        keep()
    else:
        main(*(Path(argument) for argument in sys.argv[1:]))
