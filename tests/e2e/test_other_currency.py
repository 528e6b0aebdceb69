"""A file in another currency that is refused says what removes the stored years; it is there, and undo brings them back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from accountkit.i18n import _, use_language
from tests.e2e.controls.numbers import DROP
from tests.e2e.test_rows import until

pytestmark = pytest.mark.browser

TABLE = "CNY million,2025-01-31,2026-01-31\nRevenue,1000,1100\nNet income,50,45\n"


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_the_way_that_a_refusal_names_is_there(app, visit, account_of_its_own, lang):
    slug = account_of_its_own(f"other-currency-{lang[:2]}")
    before = app.store.load(slug).statements
    page = visit(app, f"/analysis/dupont_roe?account={slug}&lang={lang}")
    page.wait_for_selector("body.ready")
    page.locator(".ak-taken > .ak-bar [aria-expanded]").click()
    page.evaluate(DROP, [page.locator(".ak-drop").first.element_handle(), TABLE])
    save = page.locator(".ak-preview .ak-button.main")
    save.click()
    with use_language(lang):
        entering, removing, table = _("Enter figures"), _("Remove year"), _("Statements")
    refusal = page.get_by_text(f"“{entering}”").first
    expect(refusal).to_contain_text("--replace")
    expect(refusal).to_contain_text(f"“{table}”")
    assert app.store.load(slug).statements == before
    card = page.locator(".ak-card:has(.ak-statement)")
    expect(card.locator("h2")).to_have_text(re.compile(table))
    card.get_by_role("button", name=entering).click()
    years = card.get_by_role("button", name=removing)
    for left in reversed(range(len(before))):
        years.first.click()
        expect(years).to_have_count(left)
    page.locator(".ak-toast [data-undo]").click()
    expect(years).to_have_count(1)
    assert app.store.load(slug).statements.items() <= before.items()
    years.first.click()
    expect(years).to_have_count(0)
    save.click()
    until(page, lambda: list(app.store.load(slug).statements) == ["2025-01-31", "2026-01-31"])
    assert app.store.load(slug).statement_currency == "CNY"
