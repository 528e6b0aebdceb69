"""While a workbook that is looked at rests, its tabs are built out of sight; each is there at once when it is opened."""

from __future__ import annotations

import sys

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Served, free_port
from tests.e2e.pages import TABS, open_workbook, show_tab

pytestmark = pytest.mark.browser

OPENED = """(tab) => new Promise((shown) => {
  document.getElementById(`ak-tab-${tab}`).click();
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const place = document.querySelector(`[aria-labelledby=ak-tab-${tab}]`);
    shown([...place.querySelectorAll(".ak-card:not([aria-busy])")].some((card) => card.checkVisibility()));
  }));
})"""


@pytest.fixture(scope="module")
def resting(tmp_path_factory):
    """A server that lets its pages build tabs ahead, as it does unless told otherwise."""
    command = [sys.executable, "-m", "accountkit", "serve", "--no-browser", "--port", str(free_port())]
    folder = tmp_path_factory.mktemp("resting")
    app = Served(command, folder, r"http://\S+\?token=\S+", ACCOUNTKIT_TABS_AHEAD="1")
    yield app
    app.stop()


def test_tabs_are_built_while_the_page_rests_and_open_within_two_frames(resting, visit):
    page = visit(resting, "")
    open_workbook(page, resting.base, "new-oriental")
    for tab in TABS:
        if tab != "brief":
            expect(page.locator(f"[aria-labelledby=ak-tab-{tab}] .ak-card").first).to_be_attached()
    expect(page.locator("[aria-labelledby=ak-tab-brief] .ak-card")).to_have_count(0)
    expect(page.locator("#ak-tab-overview")).to_have_attribute("aria-selected", "true")
    assert page.evaluate(OPENED, "motive_assessment")
    show_tab(page, "dupont_roe")  # its charts are drawn now that they are seen
    expect(page.locator("[aria-labelledby=ak-tab-dupont_roe] .main-svg").first).to_be_visible()
