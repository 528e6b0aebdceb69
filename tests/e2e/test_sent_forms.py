"""A form keeps what was typed until the store has it: a refusal is told in the form, and only what is saved is cleared."""

from __future__ import annotations

import pytest

from tests.e2e.outages import locked
from tests.e2e.test_dialogs import evidence  # noqa: F401
from tests.e2e.test_rows import until

pytestmark = pytest.mark.browser
SOURCE = "Call with the depot manager"
BAR = ".ak-bar:has(> button[aria-pressed]) > button"
"""The buttons above the statements: to type figures in the table, and last to add a year."""
REFUSED = "ftp://example.org/report"
"""An address that a browser's form takes and the account does not."""


def sources(app, slug: str) -> list[str]:
    return [entry.source for entry in app.store.load(slug).evidence.values()]


def statements(visit, app, slug: str):
    """The page and its panel where the table of statements is shown."""
    page = visit(app, f"/workbook?account={slug}#dupont_roe")
    panel = page.locator("[aria-labelledby=ak-tab-dupont_roe]")
    panel.locator("div.ak-12 > button.ak-button").click()
    panel.locator(".ak-statement").wait_for()
    return page, panel


def test_a_refused_entry_stays_in_its_dialog_with_the_reason(app, evidence):  # noqa: F811
    page, dialog, slug, _finding = evidence
    source, address = dialog.locator("form input").first, dialog.locator("input[type=url]")
    source.fill(SOURCE)
    address.fill(REFUSED)
    dialog.locator("[type=submit]").click()
    told = dialog.locator("[role=alert]")
    told.wait_for()
    assert told.inner_text().strip() and "/" not in told.inner_text()
    assert dialog.is_visible() and source.input_value() == SOURCE and address.input_value() == REFUSED
    assert not page.locator(".ak-toast:visible").count()
    page.keyboard.press("Escape")
    dialog.locator("[data-keep]:focus").wait_for()
    page.keyboard.press("Enter")
    assert SOURCE not in sources(app, slug)
    address.fill("https://example.org/report")
    dialog.locator("[type=submit]").click()
    dialog.wait_for(state="hidden")
    assert sources(app, slug).count(SOURCE) == 1


@pytest.mark.parametrize("closed", [True, False])
def test_an_entry_that_waits_for_the_store_says_so_and_is_not_lost(app, visit, evidence, closed):  # noqa: F811
    visit.expected.append("Failed to load resource")
    page, dialog, slug, _finding = evidence
    dialog.locator("form input").first.fill(SOURCE)
    with locked(app.log.parent / "accounts.sqlite"):
        dialog.locator("[type=submit]").click()
        dialog.locator("[data-kept=waiting]").wait_for()
        dialog.locator("[type=submit]").click(force=True)  # once more, out of impatience
        if closed:
            page.keyboard.press("Escape")
            dialog.wait_for(state="hidden")
    dialog.wait_for(state="hidden")
    until(page, lambda: SOURCE in sources(app, slug))
    page.wait_for_function("accountkitOutbox.waiting().count === 0")
    assert sources(app, slug).count(SOURCE) == 1


def test_a_refused_year_keeps_its_figures_and_a_saved_one_clears_them(app, visit, account_of_its_own):
    slug = account_of_its_own("refused-year")
    page, panel = statements(visit, app, slug)
    panel.locator(BAR).last.click()
    form = panel.locator("form.ak-add-year").first
    form.locator("[type=date]").fill("2031-01-31")
    figures = form.locator(".ak-number")
    figures.nth(0).fill("many")
    figures.nth(1).fill("12")
    form.locator("[type=submit]").click()
    form.locator("[role=alert]").wait_for()
    assert figures.nth(0).input_value() == "many" and figures.nth(1).input_value() == "12"
    figures.nth(0).fill("41")
    form.locator("[type=submit]").click()
    until(page, lambda: any("2031-01-31" in str(key) for key in app.store.load(slug).statements))
    page.wait_for_function("(field) => field.value === ''", arg=figures.nth(0).element_handle())


def test_a_refused_figure_stays_where_it_was_typed(app, visit, account_of_its_own):
    slug = account_of_its_own("refused-figure")
    page, panel = statements(visit, app, slug)
    before = app.store.load(slug).statements
    panel.locator(".ak-statement .ak-cell").first.click()
    dialog = panel.locator("dialog[open]")
    field = dialog.locator(".ak-number").first
    field.fill("many")
    dialog.locator("[type=submit]").click()
    dialog.locator("[role=alert]").wait_for()
    assert field.input_value() == "many"
    page.keyboard.press("Escape")
    dialog.locator("[data-discard]").click()
    dialog.wait_for(state="hidden")
    panel.locator(BAR + "[aria-pressed]").click()
    cell = panel.locator(".ak-statement input").first
    cell.fill("many")
    cell.press("Enter")
    panel.locator(".ak-statement [role=alert]").wait_for()
    assert cell.input_value() == "many" and app.store.load(slug).statements == before
