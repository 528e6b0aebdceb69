"""A reader's page on a phone: read in one column, by thumb, in both languages."""

from __future__ import annotations

import datetime as dt

import pytest

pytestmark = pytest.mark.browser
PHONE = {"has_touch": True, "is_mobile": True}
TARGETS = """() => [...document.querySelectorAll("a, button, summary, input:not([type=hidden]), select, textarea")]
  .map((control) => [control.outerHTML.slice(0, 80), control.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.width < 44 || box.height < 44)).map(([html]) => html)"""
OVERLAPS = """() => {
  const texts = [...document.querySelectorAll("body *")].filter((one) => !one.closest("svg") && one.checkVisibility()
    && [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()));
  const boxes = texts.map((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return [...range.getClientRects()].map((box) => [one, box]);
  }).flat();
  return boxes.filter(([one, a]) => boxes.some(([other, b]) => !one.contains(other) && !other.contains(one)
    && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4)).map(([one]) => one.textContent.trim());
}"""


@pytest.fixture
def link(app):
    def make(edition: str) -> str:
        expires = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
        secret, _link = app.store.create_link("new-oriental", by="ann", edition=edition, expires=expires)
        return f"/read/{secret}"

    return make


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
@pytest.mark.parametrize("edition", ["internal", "customer"])
def test_it_reads_well(app, read, link, edition, lang):
    page = read(app, f"{link(edition)}?lang={lang}", 390, **PHONE)
    page.locator(".accountkit-figure:visible .main-svg").first.wait_for()
    page.locator(".claims summary").first.tap()
    page.locator(".claims textarea").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.evaluate(TARGETS) == []
    assert page.evaluate(OVERLAPS) == []
    assert page.locator(".modebar").count() == 0
    assert page.locator(".bar a[href*=workbook]").count() == 0


def test_the_chain_is_a_list_there_and_a_picture_where_there_is_room(app, read, link):
    page = read(app, link("internal"), 390, **PHONE)
    assert page.locator(".chain .missing").first.is_visible()
    first = page.locator(".chain > li").first
    assert first.locator("li").count() >= 4
    assert not page.locator("[data-accountkit-figure='overview/chain']").is_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    page.locator("[data-accountkit-figure='overview/chain'] .main-svg").first.wait_for()
    assert not page.locator(".chain").is_visible()


def test_who_is_signed_in_sees_what_a_reader_sees(app, visit, link):
    page = visit(app, link("customer"))
    assert page.locator(".bar a:not([download]):not([hreflang])").count() == 0
