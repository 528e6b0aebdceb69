"""The palette: any method, record or command by its name in either language, by keyboard and by mouse."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from accountkit.methods import REGISTRY
from tests.e2e.outages import Wire
from tests.e2e.pages import open_workbook

pytestmark = pytest.mark.browser
WORD = "#palette-word"
CHOSEN = "#palette-list [aria-selected=true] b"


def opened(page) -> None:
    page.keyboard.press("Control+k")
    page.locator("#palette-list [role=option]").first.wait_for()


def test_a_method_is_found_by_its_chinese_name_on_an_english_page_and_opened_by_enter(app, visit):
    page = visit(app, "")
    open_workbook(page, app.base, "walmart")
    opened(page)
    assert page.locator("#palette-list .found").count() >= len(REGISTRY)
    page.keyboard.type("波特五力" if page.locator(".other", has_text="波特五力").count() else "竞争")
    page.locator("mark").first.wait_for()
    assert page.locator(CHOSEN).inner_text() == "Competitive forces"
    page.locator(".now").first.wait_for()
    assert page.locator("#palette-more .ak-strong").inner_text().strip()
    page.keyboard.press("Enter")
    page.wait_for_url("**/analysis/five_forces?account=walmart")


def test_the_arrows_choose_escape_closes_and_the_focus_returns(app, visit):
    page = visit(app, "")
    open_workbook(page, app.base, "walmart")
    page.locator("#find").click()
    page.locator(CHOSEN).wait_for()
    first = page.locator(CHOSEN).inner_text()
    page.keyboard.press("ArrowDown")
    assert page.locator(CHOSEN).inner_text() != first
    page.keyboard.press("ArrowUp")
    assert page.locator(CHOSEN).inner_text() == first
    page.keyboard.press("Escape")
    assert not page.locator("#palette").is_visible()
    assert page.evaluate("document.activeElement.id") == "find"


def test_a_record_is_found_by_its_words_and_shown_on_its_tab(app, visit):
    page = visit(app, "")
    open_workbook(page, app.base, "new-oriental")
    title = next(p.statement for p in app.store.load("new-oriental").problems.values() if p.statement)
    opened(page)
    page.fill(WORD, title[:24])
    page.locator(".found", has_text=title[:24]).first.click()
    panel = page.locator("[aria-labelledby=ak-tab-problem_types]")
    panel.locator("[data-found]").first.wait_for()


def test_a_word_that_names_nothing_says_so(app, visit):
    page = visit(app, "")
    open_workbook(page, app.base, "walmart", "zh_CN")
    opened(page)
    page.fill(WORD, "<img src=x onerror=alert(1)>")
    assert "请换" in page.locator("#palette-count").inner_text()
    assert page.locator("#palette-list .found").count() == 0
    page.keyboard.press("Enter")
    assert page.locator("#palette").is_visible()


def test_methods_that_are_not_begun_alone(app, visit):
    page = visit(app, "")
    open_workbook(page, app.base, "walmart")
    opened(page)
    page.locator(".now").first.wait_for()
    page.locator("#palette-fresh").check()
    states = page.locator("#palette-list .found:has(.now) .state").evaluate_all(
        "all => all.map((one) => one.className)"
    )
    assert all("none" in one for one in states)
    assert page.locator("#palette-list .found:has(.now)").count() < len(REGISTRY)


def test_the_palette_fits_a_phone(app, visit):
    page = visit(app, "", 390)
    open_workbook(page, app.base, "walmart", "zh_CN")
    page.locator("#find").click()
    page.locator("#palette-list [role=option]").first.wait_for()
    assert page.evaluate(
        "document.querySelector('#palette').scrollWidth <= document.querySelector('#palette').clientWidth"
    )
    # the list is made anew when the answer comes
    page.wait_for_function(
        "document.querySelector('#palette-list .found')?.getBoundingClientRect().height >= 44"
    )


def test_a_stranger_is_told_nothing(app, chromium):
    answer = chromium.new_context().request.get(f"{app.base}/palette?account=walmart")
    assert answer.status == 403


def test_the_bar_works_where_the_page_arrives_slowly(app, visit, account):
    """The scripts of the bar run while the page still arrives: each must find what it acts on."""
    port, page = urlsplit(app.base).port, visit(app, "", sign_in=False)
    wire = Wire(port)
    base = app.base.replace(f":{port}", f":{wire.port}")
    page.goto(app.url.replace(app.base, base))
    wire.slow_before = b'<a class="brand"'
    page.goto(f"{base}/analysis/pest?account=walmart")
    page.locator("details.switch summary").first.click()
    page.fill("#switch-search", "oriental")
    page.locator("#switch-count:not(:empty)").wait_for()
    found = page.request.get(f"{base}/accounts?q=oriental", headers={"Accept": "application/json"}).json()
    names = [
        one["name"] for one in found["accounts"]
    ]  # the copy has the same name, so each bears what tells it apart
    assert {"New Oriental (new-oriental)", f"New Oriental ({account})"} <= {*names} and page.locator(
        "#switch-list a"
    ).all_inner_texts() == names
    page.close()
    wire.close()
