"""A dialog with typed text asks before it throws it away; an untouched one closes at once."""

from __future__ import annotations

import pytest

from tests.e2e.test_rows import on_tab, until

pytestmark = pytest.mark.browser


@pytest.fixture
def evidence(app, visit, account_of_its_own, request):
    slug = account_of_its_own(f"dialog-{abs(hash(request.node.name)) % 10**6}")
    page = visit(app, f"/workbook?account={slug}#pest")
    row = on_tab(page, "pest").locator(".ak-pest").first
    row.locator("[aria-haspopup=dialog]").click()
    dialog = row.locator("dialog")
    dialog.wait_for()
    return page, dialog, slug, row.get_attribute("data-path").split("/")[1]


def test_an_untouched_dialog_closes_at_once(evidence):
    page, dialog, *_rest = evidence
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")


@pytest.mark.parametrize("leave", ["Escape", "beside"])
def test_a_filled_dialog_asks_and_keeps_or_discards_by_keyboard(evidence, leave):
    page, dialog, *_rest = evidence
    source = dialog.locator("form input").first

    def left():
        if leave == "Escape":
            page.keyboard.press("Escape")
        else:
            page.mouse.click(5, 500)

    source.fill("Annual report")
    left()
    dialog.locator("[data-keep]:focus").wait_for()
    page.keyboard.press("Enter")
    assert dialog.is_visible() and source.input_value() == "Annual report"
    assert dialog.locator("[data-keep]").count() == 0
    left()
    dialog.locator("[data-keep]:focus").wait_for()
    page.keyboard.press("Escape")
    left()
    dialog.locator("[data-keep]:focus").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    dialog.wait_for(state="hidden")


def test_a_document_confirms_itself_and_its_source_is_typed_at_once(app, evidence):
    page, dialog, slug, finding = evidence
    form = dialog.locator("form")
    page.keyboard.type("Annual report 2025, page 4")
    form.locator("select").nth(0).select_option("C")
    form.locator("select").nth(1).select_option("confirmed")
    form.locator("select").nth(0).select_option("D")
    assert form.locator("select").nth(1).input_value() == "assumed"
    form.locator("select").nth(0).select_option("A")
    form.locator("select").nth(1).select_option("confirmed")
    assert "Annual report 2025" in form.locator("[data-document]").inner_text()
    form.locator("[type=submit]").click()
    dialog.wait_for(state="hidden")

    def kept():
        account = app.store.load(slug)
        found = [account.evidence[key] for key in account.findings[finding].evidence]
        return any(e.source.startswith("Annual report 2025") and e.status == "confirmed" for e in found)

    until(page, kept)
    page.locator(f"[data-path='findings/{finding}'] [aria-haspopup=dialog]").first.click()
    before = len(app.store.load(slug).findings[finding].evidence)
    dialog.locator(".ak-row .ak-button.quiet").first.click()
    until(page, lambda: len(app.store.load(slug).findings[finding].evidence) == before - 1)
    assert page.evaluate("document.activeElement.matches('dialog form input')")


def test_what_is_not_rated_claims_nothing(app, visit, account_of_its_own):
    slug = account_of_its_own("unrated")
    page = visit(app, f"/workbook?account={slug}#pest")
    panel = on_tab(page, "pest")
    panel.locator("[data-add=findings]").click()
    page.wait_for_function("() => document.activeElement.matches('.ak-pest textarea')")
    made = page.evaluate("document.activeElement.closest('.ak-pest').dataset.path")
    row = panel.locator(f"[data-path='{made}']")
    chip = row.locator("[aria-haspopup=dialog]")
    assert chip.inner_text().startswith("+")
    row.locator(".ak-dot").nth(3).click()
    page.wait_for_function("(chip) => chip.innerText.startsWith('D')", arg=chip.element_handle())
