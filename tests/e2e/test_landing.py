"""Accounts are found by the keyboard, on the landing page and in the switch of a workbook, in both languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from accountkit.i18n import use_language
from accountkit.model import Account, Edit, Profile
from accountkit.panels.statements.preview import Incoming, examined, view
from tests.e2e.controls.own_pages import STATEMENT
from tests.e2e.test_accessibility import violations

pytestmark = pytest.mark.browser
ASSUMED = b"Item,2024-12-31,2023-12-31\nTotal sales,1000,900\nNet income,50,45\nTotal assets,800,790\nTotal equity,400,390\n"
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


@pytest.mark.parametrize(
    ("lang", "asked"),
    [("en", "An account of this name already exists"), ("zh_CN", "已有同名客户")],
)
def test_a_name_that_is_there_is_opened_or_made_again_by_keyboard(app, visit, lang, asked):
    name = f"Twins {lang}"
    app.store.create(Account(slug=f"twins-{lang[:2]}", profile=Profile(name=name)), by="ann")
    page = visit(app, f"/?lang={lang}")
    same, field = page.locator("#same"), page.locator("#naming [name=name]")

    def typed_again() -> None:
        page.locator("#new").press("Enter")
        page.keyboard.type(name)
        page.keyboard.press("Enter")
        expect(same).to_be_visible()

    typed_again()
    assert asked in same.inner_text() and f"twins-{lang[:2]}" in same.inner_text()
    assert violations(page, "an account of one name") == []
    page.keyboard.press("Escape")
    expect(same).not_to_be_visible()
    assert field.input_value() == name and field.is_visible()  # nothing typed is lost
    field.press("Enter")
    expect(same).to_be_visible()
    assert page.evaluate("document.activeElement.closest('#same-list') !== null")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/workbook?account=twins-{lang[:2]}")

    page.goto(f"{app.base}/?lang={lang}")
    typed_again()
    page.locator("#another").press("Enter")
    page.wait_for_url("**/workbook?account=*")
    page.goto(f"{app.base}/?lang={lang}&q=Twins+{lang}")
    seen = page.locator("[data-account] .who .ak-sub:first-of-type").all_inner_texts()
    assert len({text.split(" • ")[0] for text in seen}) == 2 and all(
        text.startswith("twins-") for text in seen
    )


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_a_file_of_a_name_that_is_there_is_asked_about(app, visit, lang):
    name = f"dropped-{lang[:2]}"
    app.store.create(Account(slug=name, profile=Profile(name=name)), by="ann")
    page = visit(app, f"/?lang={lang}")
    page.set_input_files("#file", {"name": f"{name}.csv", "mimeType": "text/csv", "buffer": STATEMENT})
    expect(page.locator("#same")).to_be_visible()
    page.locator("#another").click()
    page.wait_for_url("**/workbook?account=*")
    assert app.store.load(page.url.split("account=")[1]).statements


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_what_was_assumed_of_a_file_is_told_where_its_account_opens(app, visit, lang):
    """The same sentences as under Numbers before a file is stored, until they are put away."""
    name = f"assumed-{lang[:2]}.csv"
    with use_language(lang):
        account = Account(slug="blank")
        asked = view(examined(Incoming(ASSUMED, name), account), account)
    page = visit(app, f"/?lang={lang}")
    page.set_input_files("#file", {"name": name, "mimeType": "text/csv", "buffer": ASSUMED})
    page.wait_for_url("**/workbook?account=*")
    told = page.locator("#to-check .ak-notice")
    expect(told).to_be_visible()
    assert (
        asked["warnings"]
        and told.locator("li").all_inner_texts()[: len(asked["warnings"])] == asked["warnings"]
    )
    assert (
        name in told.locator("summary").inner_text() and violations(page, "to check", "color-contrast") == []
    )
    page.reload()
    expect(told).to_be_visible()
    told.locator("a").press("Enter")
    page.wait_for_selector("#ak-tab-dupont_roe[aria-selected=true]")
    told.locator("button").press("Enter")
    expect(told).to_have_count(0)
    page.reload()
    page.wait_for_selector("body.ready")
    assert told.count() == 0
