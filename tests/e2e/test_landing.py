"""Accounts are found by the keyboard, on the landing page and in the switch of a workbook, in both languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from accountkit.model import Edit

pytestmark = pytest.mark.browser
WORDS = {"en": "Porcelain glaze", "zh_CN": "瓷釉订单"}


@pytest.mark.parametrize("lang", WORDS)
def test_an_account_is_found_by_what_it_holds(app, visit, account, lang):
    word = WORDS[lang]
    app.store.apply(account, [Edit("problems/glaze", {"statement": f"{word} late"})], by="ann")
    page = visit(app, f"/?lang={lang}")
    rows = page.locator("[data-account]")
    page.locator("#search").focus()
    page.keyboard.type(word)
    expect(rows).to_have_count(1)
    assert rows.get_attribute("data-account") == account and word in rows.locator(".found").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=*")
    page.reload()  # the address says what is shown
    assert rows.count() == 1 and page.locator("#search").input_value() == word
    page.locator("#search").fill("nothing of the kind")
    page.locator("#none").wait_for()
    assert page.locator("#count").inner_text().startswith("0 ")
    page.locator("#clear").press("Enter")
    expect(rows).not_to_have_count(0)

    page.goto(f"{app.base}/workbook?account=walmart&lang={lang}")
    page.locator(".switch:not(.right) summary").press("Enter")
    page.locator("#switch-search").fill(word)
    expect(page.locator("#switch-list a")).to_have_count(1)
    page.locator("#switch-search").press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/workbook?account={account}")
