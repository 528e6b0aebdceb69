"""Printed pages: no page is blank, no table is cut, no heading stands last on its page."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.e2e.pages import DRAWN, open_html_brief, open_workbook, reader_link, tabs

pytestmark = pytest.mark.browser
CUT = Path(__file__).with_name("cut.js").read_text("utf-8")
INK = "document.querySelector('.main-svg text').style.fill"
PAPER = {"width": 665, "height": 1000}
"""Pixels that A4 leaves between its margins."""
FOR_PAPER = """() => [...document.querySelectorAll(".accountkit-figure")]
  .every((figure) => !figure.checkVisibility() || !figure.offsetWidth || !figure.layout
    || (figure.layout.width >= 620 && Number(figure.querySelector(".main-svg").getAttribute("width")) === figure.layout.width))"""
"""Each figure in sight has been drawn anew at the width that it has on paper."""
HEADINGS = """[...document.querySelectorAll("h1, h2, h3, h4")].filter((one) => one.checkVisibility())
  .map((one) => one.innerText.replace(/\\s+/g, ""))"""


def faults(page, where: str) -> list[str]:
    """What is wrong with the page on paper."""
    screen = page.viewport_size
    page.emulate_media(media="print")
    page.set_viewport_size(PAPER)
    page.wait_for_function(
        "![...document.querySelectorAll('.ak [aria-busy]')].some((one) => one.checkVisibility())"
    )
    page.wait_for_function(FOR_PAPER)
    found = page.evaluate(CUT, True)
    headings = set(page.evaluate(HEADINGS))
    # still for paper: a page that is told to be a screen prints its buttons and its ground too
    found += on_paper(page.pdf(prefer_css_page_size=True, print_background=True), headings)
    page.set_viewport_size(screen)
    page.emulate_media(media="null")
    return [f"{where}: {line}" for line in found]


def on_paper(pdf: bytes, headings: set[str]) -> list[str]:
    """Blank pages, and headings without what they head."""
    found = []
    pages = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf)).pages]
    for number, text in enumerate(pages, 1):
        lines = ["".join(line.split()) for line in text.splitlines() if line.strip()]
        if len("".join(lines)) < 40:
            found.append(f"page {number} of {len(pages)} is blank: {text!r}")
        elif number < len(pages) and lines[-1] in headings:
            found.append(f"page {number} ends with the heading {lines[-1]}")
    return found


def test_every_tab_prints_whole(app, visit):
    page = visit(app, "")
    found = [line for tab in tabs(page, app.base, "new-oriental") for line in faults(page, tab)]
    assert found == []


def test_an_analysis_a_readers_page_and_the_brief_print_whole(app, visit, tmp_path):
    page = visit(app, "/analysis/pest?account=walmart")
    page.wait_for_selector("body.ready #rendered_cells .ak-card:visible")
    page.wait_for_function(DRAWN)
    found = faults(page, "analysis")
    open_workbook(page, app.base, "new-oriental")
    page.goto(reader_link(page, app.base, "new-oriental"))
    page.wait_for_function(DRAWN)
    found += faults(page, "reader")
    open_html_brief(page, app.base, "new-oriental", tmp_path)
    found += faults(page, "brief")
    assert found == []


def test_a_page_printed_on_a_dark_system_is_black_on_white(app, visit):
    page = visit(app, "")
    open_workbook(page, app.base, "walmart")
    light = page.evaluate(INK)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"{INK} !== {light!r}")
    page.emulate_media(media="print", color_scheme="dark")
    page.wait_for_function(f"{INK} === {light!r}")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.ak-card')).backgroundColor")
        == "rgb(255, 255, 255)"
    )


def test_the_check_finds_a_blank_page(app, visit):
    page = visit(app, "")
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<div style=\"break-before: page\">.</div>')"
    )
    assert any("blank" in line for line in faults(page, "spoilt"))
