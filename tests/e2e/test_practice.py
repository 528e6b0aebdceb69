"""Our own side as a person uses it: a segment is added and rated by mouse, and is there again after a reload."""

from __future__ import annotations

import time

import pytest

from accountkit import samples
from tests.e2e.pages import BUILT, DRAWN, open_workbook
from tests.e2e.test_accessibility import DISCLOSE, violations

pytestmark = pytest.mark.browser
CARD = "[data-card=segment_positioning]"


@pytest.fixture(autouse=True)
def sample(app):
    """Our own side as it is shipped."""
    app.store.practices.replace(samples.practice(), by="test")


def open_page(visit, app, key: str, lang: str = "en", **profile):
    page = visit(app, f"/{key}?lang={lang}", **profile)
    page.wait_for_selector("body.ready .ak-practice .ak-card:visible")
    page.wait_for_function(BUILT)
    page.wait_for_function(DRAWN)
    return page


def segments(app) -> dict:
    return app.store.practice().segments


def until(holds, what: str) -> None:
    """Wait until something holds in the store."""
    for _try in range(100):
        if holds():
            return
        time.sleep(0.1)
    raise AssertionError(what)


def test_a_segment_is_added_rated_by_mouse_taken_back_and_kept(app, visit):
    page = open_page(visit, app, "portfolio")
    page.click(f"{CARD} [data-add=segments]")
    page.wait_for_function(
        "document.activeElement.tagName === 'TEXTAREA' && document.activeElement.closest('[data-path]')"
    )
    page.keyboard.type("Museums")
    page.keyboard.press("Tab")
    until(lambda: "Museums" in {one.name for one in segments(app).values()}, "the name is stored")
    key = next(key for key, one in segments(app).items() if one.name == "Museums")
    page.click(f"{CARD} [data-path='segments/{key}'] .ak-dot >> nth=3")
    until(lambda: segments(app)[key].brand == 4, "the rating is stored")
    page.locator(".ak-saved", has_text="Saved").wait_for()
    page.locator("h1", has_text="Portfolio").click()
    page.keyboard.press("Control+z")
    until(lambda: segments(app)[key].brand is None, "the rating is taken back")
    page.keyboard.press("Control+Shift+Z")
    until(lambda: segments(app)[key].brand == 4, "and brought back")
    page.reload()
    page.wait_for_selector("body.ready .ak-practice")
    row = page.locator(f"{CARD} [data-path='segments/{key}']")
    assert row.locator("textarea").first.input_value() == "Museums"
    assert row.locator("[role=radio][aria-checked=true]").get_attribute("aria-label").endswith("4")
    row.locator("[data-drop]").click()
    until(lambda: key not in segments(app), "it is deleted")
    page.locator(".ak-toast button", has_text="Undo").click()
    until(lambda: key in segments(app), "and brought back by the message")


def test_a_seller_is_added_named_and_coached_by_keyboard(app, visit):
    page = open_page(visit, app, "team")
    page.focus("[data-add=sellers]")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "document.activeElement.tagName === 'TEXTAREA' && document.activeElement.closest('[data-path]')"
    )
    page.keyboard.type("Seller, museums")
    page.keyboard.press("Tab")
    until(
        lambda: "Seller, museums" in {one.role_title for one in app.store.practice().sellers.values()},
        "named",
    )
    made = next(k for k, one in app.store.practice().sellers.items() if one.role_title == "Seller, museums")
    page.locator(f"[data-path='sellers/{made}'] select[aria-label=Coach]").select_option(
        label="Head of sales"
    )
    until(lambda: app.store.practice().sellers[made].coach_id == "head-of-sales", "the coach is stored")


SOAK = pytest.mark.soak


@pytest.mark.parametrize(
    ("key", "lang", "width"),
    [
        ("portfolio", "zh_CN", 390),
        ("team", "en", 1280),
        pytest.param("portfolio", "en", 1280, marks=SOAK),
        pytest.param("team", "zh_CN", 390, marks=SOAK),
    ],
)
def test_the_pages_are_for_everybody_in_both_languages_wide_and_narrow(app, visit, key, lang, width):
    page = open_page(visit, app, key, lang, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("nav [aria-current=page]").inner_text() == page.locator("h1").inner_text()
    page.evaluate(DISCLOSE)
    assert not violations(page, f"{key} {lang}")


def test_a_method_of_our_own_side_is_found_from_an_account_and_opens_its_page(app, visit):
    page = visit(app, "")
    open_workbook(page, app.base, "walmart")
    page.keyboard.press("Control+k")
    page.locator("#palette-list [role=option]").first.wait_for()
    page.keyboard.type("Go-to-market sheet")
    page.keyboard.press("Enter")
    page.wait_for_url("**/portfolio#portfolio:answers/go_to_market_sheet")
    page.wait_for_selector("body.ready [data-card=go_to_market_sheet] .ak-method")
    page.keyboard.press("Control+k")
    page.locator("#palette-list .now").first.wait_for()
    assert not page.locator("#share").count()


def test_nobody_without_the_token_sees_it(app, visit):
    visit.expected.append("403")
    page = visit(app, "", sign_in=False)
    answer = page.goto(f"{app.base}/team")
    assert answer.status == 403 and not page.locator(".ak-practice").count()


def test_all_accounts_are_ordered_and_opened_by_keyboard(app, visit):
    page = open_page(visit, app, "portfolio")
    table = page.locator(".ak-all-accounts")
    table.locator("tbody tr[data-account=walmart]").wait_for()
    shown = table.locator("tbody tr").evaluate_all("rows => rows.map((row) => row.dataset.account)")
    both = [one for one in shown if one in ("walmart", "new-oriental")]
    assert both[0] == "walmart"  # among many accounts the other is on a later page
    order = table.get_by_label("Order")
    order.focus()
    order.select_option("future")
    page.wait_for_function(
        "document.querySelector('.ak-all-accounts select[aria-label=Order]').value === 'future'"
    )
    # of several accounts of one name, the first
    slug = table.locator("tbody tr").first.get_attribute("data-account")
    table.locator("tbody th a").first.press("Enter")
    page.wait_for_url(f"**/workbook?account={slug}*")
    page.wait_for_selector("body.ready")
