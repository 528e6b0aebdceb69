"""Dark pages: every text stands out from what is under it, in figures too, and JupyterLab's theme goes before the system's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from accountkit.figures import style
from tests.e2e.in_lab import open_in_lab, run_all
from tests.e2e.pages import DRAWN, open_html_brief, open_workbook, reader_link, tabs
from tests.e2e.test_accessibility import violations

pytestmark = pytest.mark.browser
READABLE = 4.5
CONTRAST = Path(__file__).with_name("contrast.js").read_text("utf-8")
GROUND = "getComputedStyle(document.querySelector('.ak-card')).backgroundColor"
FIGURE = "document.querySelector('.accountkit-figure .main-svg text').style.fill"
TWO_FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""The first tells the page of its new theme, in the second it is drawn."""
DARK_CARD, LIGHT_CARD = "rgb(30, 41, 59)", "rgb(255, 255, 255)"


def weak(page, where: str) -> list[str]:
    """Texts of the page's figures that do not stand out."""
    return [f"{where}: {line}" for line in page.evaluate(CONTRAST, READABLE)]


def in_both(page, where: str) -> list[str]:
    """What does not stand out on a light and on a dark system; the open page follows. Texts outside figures are measured
    by axe: here in the dark, in the light with all its other checks (`test_accessibility`).
    """
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.evaluate(TWO_FRAMES)
        found += weak(page, f"{where}, {scheme}")
    return found + violations(page, f"{where}, dark", "color-contrast")


def test_every_text_stands_out_light_and_dark(app, visit, tmp_path):
    page = visit(app, "")
    found = in_both(page, "landing")
    for tab in tabs(page, app.base, "new-oriental"):
        found += in_both(page, tab)
    page.goto(reader_link(page, app.base, "new-oriental"))
    page.wait_for_function(DRAWN)
    found += in_both(page, "reader")
    open_html_brief(page, app.base, "new-oriental", tmp_path)
    found += in_both(page, "brief as a page")
    assert found == []


def test_the_check_of_figures_finds_what_is_hard_to_read(app, visit):
    page = visit(app, "")
    open_workbook(page, app.base, "walmart")
    page.evaluate(
        "document.querySelectorAll('.main-svg text').forEach((text) => text.style.fill = '#ccd2da')"
    )
    assert len(page.evaluate(CONTRAST, READABLE)) > 10


def test_pages_before_the_door_and_errors_stand_out_in_the_dark(app, chromium):
    context = chromium.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(app.base + "/")
    ground = page.evaluate("getComputedStyle(document.querySelector('main')).backgroundColor")
    found = violations(page, "key")
    context.close()
    assert ground == DARK_CARD and found == []


def test_the_page_follows_the_system_and_jupyterlab_before_it(app, visit):
    page = visit(app, "")
    open_workbook(page, app.base, "walmart")
    light = page.evaluate(FIGURE)
    assert page.evaluate(GROUND) == LIGHT_CARD
    page.evaluate("document.body.dataset.jpThemeLight = 'false'")  # what JupyterLab says of its dark theme
    page.wait_for_function(f"{FIGURE} !== {light!r}")
    assert page.evaluate(GROUND) == DARK_CARD
    page.evaluate("document.body.dataset.jpThemeLight = 'true'")
    page.wait_for_function(f"{FIGURE} === {light!r}")
    assert page.evaluate(GROUND) == LIGHT_CARD
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"{FIGURE} !== {light!r}")
    assert page.evaluate(GROUND) == DARK_CARD


@pytest.mark.slow
def test_a_panel_is_dark_in_jupyterlabs_dark_theme_on_a_light_system(lab, visit):
    page = visit(lab, "")
    open_in_lab(page, lab, "dark", "five_forces.ipynb")
    page.get_by_text("Settings", exact=True).first.click()
    page.get_by_text("Theme", exact=True).first.hover()
    page.get_by_text("JupyterLab Dark", exact=True).click()
    page.wait_for_selector("body[data-jp-theme-light=false]", state="attached")
    run_all(page)
    page.wait_for_selector(".jp-OutputArea-output .ak .ak-card")
    page.locator(".accountkit-figure .main-svg text").locator("visible=true").first.wait_for()
    assert page.evaluate(GROUND) == DARK_CARD
    assert page.evaluate(CONTRAST, READABLE) == []


def test_each_house_colour_has_its_like_for_dark_pages():
    """What a figure may be drawn in, is named in the script that exchanges colours."""
    named = (Path(style.__file__).parent / "dark.js").read_text("utf-8")
    colours = {value for value in vars(style).values() if isinstance(value, str) and value.startswith("#")}
    for figure in Path(style.__file__).parent.glob("*.py"):
        colours |= set(re.findall(r'"(#[0-9a-f]{6}|rgba\([\d., ]+\))"', figure.read_text("utf-8")))
    assert sorted(colours - {"rgba(0,0,0,0)"} - set(re.findall(r'"([^"]+)":', named))) == []
