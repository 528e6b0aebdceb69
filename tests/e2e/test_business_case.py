"""Someone asks "why not our own team?": an alternative is entered by keyboard, and the comparison says how we stand."""

from __future__ import annotations

import pytest

from accountkit import finance
from accountkit.finance.levers import case_in_words as words
from tests.e2e.pages import open_workbook
from tests.e2e.test_rows import until

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_an_alternative_is_entered_and_compared(app, visit, account_of_its_own, lang):
    slug = account_of_its_own(f"case-{lang[:2].lower()}")
    page = visit(app, "")
    open_workbook(page, app.base, slug, lang, "dupont_roe")
    card = page.locator("[data-business-case]")

    def stored():
        return app.store.load(slug)

    card.locator("[data-add=alternatives]").press("Enter")
    until(page, lambda: len(stored().alternatives) == 3)
    key = next(name for name in stored().alternatives if not name.startswith("alt-"))
    row = card.locator(f"[data-path='alternatives/{key}']")
    row.locator("textarea").first.fill("Kites & Co")
    row.locator("textarea").first.press("Tab")
    until(page, lambda: stored().alternatives[key].name == "Kites & Co")
    assert card.locator(f"[data-way='{key}']").count() == 0, "nothing to compare without a benefit"
    row.locator("[aria-expanded]").last.press("Enter")
    fields = row.locator("input.ak-number")
    # annual benefit, one-off cost, running cost, switching cost: low, base, high each
    for place, text in ((1, "300m"), (4, "40m"), (7, "10m"), (10, "25m")):
        fields.nth(place).fill(text)
        fields.nth(place).press("Tab")
    until(page, lambda: stored().alternatives[key].switching_cost.base == 25e6)

    way = card.locator(f"[data-way='{key}']")
    way.locator(".ak-chip").wait_for()  # the next best of all
    account = stored()
    case = finance.business_case(
        finance.dupont(account.statements), account.levers, account.business_case, account.alternatives
    )
    (option,) = [one for one in case.options if one.id == key]
    assert case.next_best is option
    if lang == "en":
        shown = next(one for one in words.rows(case) if one.key == key)
        wanted = [shown.value, shown.floor, shown.rate, shown.payback, shown.lead]
        # the page has what was stored a moment later
        until(page, lambda: way.locator("td").all_inner_texts() == wanted)
        assert words.against_text(case) in card.inner_text()

    terms = card.locator("details").last
    terms.locator("> summary").click()
    rate = terms.locator("input.ak-number").first
    rate.fill("12 %")
    rate.press("Tab")
    until(page, lambda: stored().business_case.discount_rate == pytest.approx(0.12))
    years = terms.locator("input.ak-number").nth(1)
    years.fill("2.5")
    years.press("Tab")
    page.wait_for_function(
        "field => field.getAttribute('aria-invalid') === 'true'", arg=years.element_handle()
    )
    assert stored().business_case.horizon_years is None and years.input_value() == "2.5"
    years.fill("3")
    years.press("Tab")
    until(page, lambda: stored().business_case.horizon_years == 3)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Control+z")
    until(page, lambda: stored().business_case.horizon_years is None)
