"""Nothing is cut, broken, squeezed or left blank: every tab, wide and narrow, of both samples and of an account just begun."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from accountkit.model import Edit
from tests.e2e.pages import open_html_brief, open_workbook, reader_link, show_tab, tabs

pytestmark = pytest.mark.browser
CUT = Path(__file__).with_name("cut.js").read_text("utf-8")
WIDE = 1280
TALLEST_BRIEF = 4000
"""Pixels of the folded brief on a phone; unfolded it has seven times as many."""
BLANK = """() => {
  const grid = document.querySelector("[aria-labelledby=ak-tab-overview] .ak-grid").getBoundingClientRect();
  const ends = [...document.querySelectorAll("[aria-labelledby=ak-tab-overview] .ak-stack")]
    .map((stack) => Math.max(...[...stack.children].map((card) => card.getBoundingClientRect().bottom)));
  return Math.max(...ends.map((end) => (grid.bottom - end) / grid.height)); }"""
AXES = """() => [...document.querySelectorAll(".accountkit-figure")].filter((figure) => figure.offsetWidth)
  .filter((figure) => figure.querySelector(".xtick, .ytick, .angularaxistick, .xaxislayer-above path")
    && !figure.querySelector(".point, .js-line, .trace path")).map((figure) => figure.getAttribute("aria-label"))"""


@pytest.fixture(scope="module")
def begun(app, chromium) -> str:
    """The slug of an account that has a name and nothing else."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(app.url)
    page.click("#new")
    page.fill("#naming [name=name]", "Begun")
    page.click("#naming .main")
    page.wait_for_url("**/workbook?account=*")
    slug = page.url.split("account=")[1].split("&")[0].split("#")[0]
    context.close()
    return slug


def cut(page, where: str) -> list[str]:
    wide = page.viewport_size["width"] >= WIDE
    return [f"{where}: {line}" for line in page.evaluate(CUT, wide)]


WIDTHS = (1280, 1000, 400)
FITTED = """() => [...document.querySelectorAll(".accountkit-figure")].every((figure) => {
  const drawn = figure.checkVisibility() && figure.offsetWidth && figure.querySelector(".main-svg");
  return !drawn || Math.abs(drawn.getBoundingClientRect().width - figure.offsetWidth) < 2; })"""
"""Each figure in sight has been drawn anew at the width that it has now."""


def cut_at_each_width(page, where: str) -> list[str]:
    """What is cut on the page as it stands, wide and narrow."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": page.viewport_size["height"]})
        page.wait_for_function(FITTED)
        found += cut(page, f"{where}, {width} px")
    page.set_viewport_size({"width": WIDE, "height": page.viewport_size["height"]})
    return found


def test_nothing_is_cut_or_broken_in_any_tab(app, visit, begun):
    page = visit(app, "", WIDE)
    found = cut_at_each_width(page, "landing")
    for slug in ("new-oriental", "walmart", begun):
        for tab in tabs(page, app.base, slug):
            found += cut_at_each_width(page, f"{slug} {tab}")
    assert found == []


@pytest.mark.soak
@pytest.mark.parametrize("width", [1280, 1000, 390])
def test_nothing_is_cut_or_broken_in_chinese(app, visit, begun, width):
    page = visit(app, "/?lang=zh_CN", width)
    found = cut(page, "landing")
    for slug in ("new-oriental", "walmart", begun):
        for tab in tabs(page, app.base, slug, "zh_CN"):
            found += cut(page, f"{slug} {tab}")
    assert found == []


def test_the_check_finds_what_is_cut(app, visit):
    page = visit(app, "")
    page.evaluate(
        """() => { const row = document.querySelector(".who"); row.style.width = "3ch"; row.style.wordBreak = "break-all"; }"""
    )
    assert any("broken word" in line for line in cut(page, "spoilt"))


def test_a_readers_page_and_the_brief_as_a_page_fit_a_phone(app, visit, tmp_path):
    page = visit(app, "", 390)
    found = []
    for view in ("brief", "five_forces"):
        page.goto(reader_link(page, app.base, "new-oriental", view))
        page.wait_for_selector(".main-svg:visible")
        found += cut(page, view)
    open_html_brief(page, app.base, "new-oriental", tmp_path)
    found += cut(page, "brief as a page")
    assert found == []


def test_the_brief_is_folded_by_section_on_a_phone(app, visit):
    page = visit(app, "", 400)
    open_workbook(page, app.base, "new-oriental", tab="brief")
    sections = page.locator("details.ak-brief")
    page.wait_for_function("!document.querySelector('details.ak-brief[open]')")
    assert page.evaluate("document.documentElement.scrollHeight") < TALLEST_BRIEF
    sections.nth(1).locator("summary").click()
    assert sections.nth(1).locator("p").first.is_visible()


def test_the_overview_has_no_half_that_is_blank(app, visit):
    page = visit(app, "", WIDE)
    for slug in ("new-oriental", "walmart"):
        open_workbook(page, app.base, slug)
        assert page.evaluate(BLANK) < 0.3, slug


def test_many_comments_and_changes_leave_no_half_blank(app, visit, account_of_its_own):
    slug = account_of_its_own("much-said")
    asked = [
        Edit(
            f"comments/c-{n}", {"target": "profile", "text": f"Is number {n} still true?", "at": "2026-05-01"}
        )
        for n in range(12)
    ]
    app.store.apply(slug, asked, by="ben")
    for n in range(6):
        app.store.apply(slug, [Edit("profile/summary", f"Draft {n}")], by="ben")
    page = visit(app, "", WIDE)
    open_workbook(page, app.base, slug)
    assert page.evaluate(BLANK) < 0.3
    card = page.locator("[aria-labelledby=ak-tab-overview] section", has_text="Reader comments").last
    assert card.get_by_text("still true?").count() == 5
    card.get_by_role("button", name="7 more").press("Enter")
    card.get_by_text("still true?").nth(11).wait_for()


def test_a_figure_with_nothing_to_draw_says_so_and_draws_no_axes(app, visit, begun):
    page = visit(app, "", WIDE)
    bare = [label for _tab in tabs(page, app.base, begun) for label in page.evaluate(AXES)]
    assert bare == []
    show_tab(page, "five_forces")
    words = page.locator("[aria-labelledby=ak-tab-five_forces] .accountkit-figure .annotation-text")
    assert words.first.text_content()


ENOUGH_OF_RIVALRY = 5
"""Drivers of seven: 60 % must be rated before a force has a score."""


def test_one_rated_force_keeps_five_corners(app, visit, begun):
    page = visit(app, "", WIDE)
    open_workbook(page, app.base, begun, tab="five_forces")
    panel = page.locator("[aria-labelledby=ak-tab-five_forces]")
    panel.locator("[aria-expanded=false]").first.click()
    for item in range(ENOUGH_OF_RIVALRY):
        dot = panel.locator(".ak-item .ak-dots").nth(item).locator(".ak-dot").nth(3)
        dot.click()
        expect(dot).to_have_attribute("aria-checked", "true")
    corners = panel.locator(".accountkit-figure .angularaxistick text")
    corners.first.wait_for()
    assert corners.count() == 5


TABS_OUT_OF_SIGHT = """() => {
  const row = document.querySelector("#accountkit-tabs").getBoundingClientRect();
  return [...document.querySelectorAll("#accountkit-tabs [role=tab]")].filter((tab) => {
    const box = tab.getBoundingClientRect();
    return box.left < row.left - 1 || box.right > row.right + 1; }).map((tab) => tab.innerText); }"""


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_every_tab_is_in_sight(app, visit, lang):
    page = visit(app, "", 1600)
    page.goto(f"{app.base}/workbook?account=new-oriental&lang={lang}")
    page.wait_for_selector("body.ready #accountkit-tabs [role=tab]")
    for width in (1600, 1280, 1000):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(TABS_OUT_OF_SIGHT) == [], width
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
