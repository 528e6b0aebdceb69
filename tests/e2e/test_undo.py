"""What was deleted comes back, by key from wherever the focus is and by the button of the message; a refused value stays."""

from __future__ import annotations

import pytest

from tests.e2e.in_lab import open_in_lab, run_all
from tests.e2e.test_rows import on_tab, until

pytestmark = pytest.mark.browser


def keys(app, slug: str, collection: str) -> set[str]:
    return set(getattr(app.store.load(slug), collection))


def delete(page, app, slug: str, collection: str, panel) -> str:
    """Delete the first row of the collection by keyboard; its id."""
    row = panel.locator(f"[data-path^='{collection}/']").first
    gone = row.get_attribute("data-path").split("/")[1]
    row.locator("[data-drop]").focus()
    page.keyboard.press("Enter")
    until(page, lambda: gone not in keys(app, slug, collection))
    panel.locator(".ak-toast [data-undo]").wait_for()
    return gone


def test_a_deletion_is_undone_from_wherever_the_focus_is(app, visit, account_of_its_own):
    slug = account_of_its_own("undo")
    page = visit(app, f"/workbook?account={slug}#pest")
    panel = on_tab(page, "pest")
    before = app.store.load(slug)
    for somewhere in (
        lambda: None,  # the focus is on the next row's button
        lambda: page.evaluate("document.activeElement.blur()"),
        lambda: page.locator("#share").focus(),
        lambda: page.locator("#ak-tab-pest").focus(),
        lambda: panel.locator("select.ak-inline").first.focus(),
    ):
        gone = delete(page, app, slug, "findings", panel)
        page.wait_for_function("() => document.activeElement.hasAttribute('data-drop')")
        somewhere()
        page.keyboard.press("Control+z")
        until(page, lambda gone=gone: gone in keys(app, slug, "findings"))
        page.locator(f"[data-path='findings/{gone}'] [data-drop]:focus").wait_for()
    assert app.store.load(slug).findings == before.findings


def focused(page, what: str) -> bool:
    return page.evaluate(f"document.activeElement.matches('{what}')")


@pytest.mark.parametrize("tab, collection", [("motive_assessment", "commitments"), ("pest", "findings")])
def test_the_next_tab_after_a_deletion_is_the_button_that_brings_it_back(
    app, visit, account_of_its_own, tab, collection
):
    slug = account_of_its_own(f"undo-by-button-{tab.replace('_', '-')}")
    page = visit(app, f"/workbook?account={slug}#{tab}")
    panel = on_tab(page, tab)
    gone = delete(page, app, slug, collection, panel)
    page.wait_for_function("() => document.activeElement.hasAttribute('data-drop')")
    toast = panel.locator(".ak-toast")
    assert toast.get_attribute("role") == "status" and toast.is_visible()
    page.keyboard.press("Tab")
    assert focused(page, "[data-undo]")
    page.keyboard.press("Shift+Tab")
    assert focused(page, "[data-drop]")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    until(page, lambda: gone in keys(app, slug, collection))
    toast.wait_for(state="hidden")


def test_evidence_that_was_removed_is_brought_back_from_within_the_dialog(app, visit, account_of_its_own):
    """An open dialog makes all else unreachable; the message stands inside of it, for mouse and keyboard."""
    slug = account_of_its_own("undo-evidence")
    page = visit(app, f"/workbook?account={slug}#pest")
    panel = on_tab(page, "pest")
    panel.locator(".ak-pest .ak-chip[aria-haspopup=dialog]").first.click()
    dialog = page.locator("dialog.ak-dialog[open]")
    before = app.store.load(slug)
    for bring_back in (lambda: dialog.locator("[data-undo]").click(), lambda: page.keyboard.press("Enter")):
        dialog.locator("[data-remove]").first.click()
        until(page, lambda: app.store.load(slug).findings != before.findings)
        dialog.locator("[data-undo]").wait_for()
        page.keyboard.press("Tab")
        assert focused(page, "[data-undo]")
        bring_back()
        until(page, lambda: app.store.load(slug).findings == before.findings)


def test_a_message_that_offers_to_undo_goes_with_the_next_change(app, visit, account_of_its_own):
    """Its button takes back the last change: left in sight after another one, it would take back that."""
    slug = account_of_its_own("undo-once")
    page = visit(app, f"/workbook?account={slug}#pest")
    panel = on_tab(page, "pest")
    offered = page.locator(".ak-toast [data-undo]")
    gone = delete(page, app, slug, "findings", panel)
    page.keyboard.press("Control+z")
    until(page, lambda: gone in keys(app, slug, "findings"))
    page.wait_for_function("() => !document.querySelector('.ak-toast [data-undo]')")
    # what came back takes the focus when it is drawn, and would take a key that is meant for another row
    panel.locator(f"[data-path='findings/{gone}'] [data-drop]:focus").wait_for()
    delete(page, app, slug, "findings", panel)
    page.click("#ak-tab-motive_assessment")
    other = on_tab(page, "motive_assessment")
    person = other.locator("[data-path^='stakeholders/'] textarea").first
    person.fill("Somebody else")
    person.press("Tab")
    until(page, lambda: "Somebody else" in [s.role_title for s in app.store.load(slug).stakeholders.values()])
    page.wait_for_function("() => !document.querySelector('.ak-toast [data-undo]')")
    assert offered.count() == 0


def test_undo_works_in_an_analysis_of_its_own_and_can_be_taken_back(app, visit, account_of_its_own):
    slug = account_of_its_own("undo-alone")
    page = visit(app, f"/analysis/pest?account={slug}")
    panel = page.locator("body")
    panel.locator("[data-drop]").first.wait_for()
    gone = delete(page, app, slug, "findings", panel)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Control+z")
    until(page, lambda: gone in keys(app, slug, "findings"))
    for redo, undo in (("Control+y", "Control+z"), ("Control+Shift+Z", "Control+z")):
        page.keyboard.press(redo)
        until(page, lambda: gone not in keys(app, slug, "findings"))
        page.keyboard.press(undo)
        until(page, lambda: gone in keys(app, slug, "findings"))


def test_after_the_last_row_the_focus_is_on_the_button_that_adds_one(app, visit, account_of_its_own):
    slug = account_of_its_own("undo-last")
    page = visit(app, f"/workbook?account={slug}#motive_assessment")
    panel = on_tab(page, "motive_assessment")
    while keys(app, slug, "commitments"):
        delete(page, app, slug, "commitments", panel)
        page.wait_for_function("() => document.activeElement.matches('[data-drop], [data-add]')")
    page.locator("[data-add=commitments]:focus").wait_for()


def test_escape_restores_a_rows_text_alone_and_the_browser_brings_the_typed_back(
    app, visit, account_of_its_own
):
    slug = account_of_its_own("undo-escape")
    page = visit(app, f"/workbook?account={slug}#pest")
    box = on_tab(page, "pest").locator(".ak-pest textarea").first
    before, as_stored = box.input_value(), app.store.load(slug)
    box.focus()
    page.keyboard.press("End")
    page.keyboard.type(" more")
    page.keyboard.press("Escape")
    assert box.input_value() == before and box.evaluate("box => box === document.activeElement")
    page.keyboard.press("Control+z")
    assert box.input_value() == before + " more"
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert box.input_value() == before and app.store.load(slug) == as_stored


def test_a_refused_value_stays_in_its_field_with_the_reason_beside_it(app, visit, account_of_its_own):
    slug = account_of_its_own("refused")
    page = visit(app, f"/workbook?account={slug}#problem_types")
    panel = on_tab(page, "problem_types")
    field = panel.locator("input.ak-number").nth(1)
    before = app.store.load(slug)
    field.fill("many")
    field.press("Tab")
    said = panel.locator(".ak-wrong")
    said.wait_for()
    assert field.input_value() == "many" and field.get_attribute("aria-invalid") == "true"
    assert field.get_attribute("aria-describedby") == said.get_attribute("id")
    assert "/" not in said.inner_text() and not panel.locator(".ak-toast").is_visible()
    assert app.store.load(slug) == before
    field.fill("41")
    field.press("Tab")
    until(page, lambda: 41 in [problem.current for problem in app.store.load(slug).problems.values()])
    said.wait_for(state="detached")


@pytest.mark.slow
def test_in_jupyterlab_undo_belongs_to_the_panel_only_while_the_focus_is_in_it(lab, visit):
    page = visit(lab, "")
    open_in_lab(page, lab, "undo", "pest.ipynb")
    run_all(page)
    page.wait_for_selector(".jp-OutputArea-output [data-drop]")
    rows = page.locator("[data-path^='findings/']")
    first, second = (f"[data-path='{rows.nth(n).get_attribute('data-path')}']" for n in (0, 1))
    for row in (first, second):
        page.locator(row + " [data-drop]").focus()
        page.keyboard.press("Enter")
        page.locator(row).wait_for(state="detached")
    page.locator(".jp-Cell .cm-content").first.focus()
    page.keyboard.press("Control+z")
    page.locator("[data-drop]").first.focus()
    page.keyboard.press("Control+z")
    page.locator(second).wait_for()
    assert page.locator(first).count() == 0


@pytest.mark.slow
def test_in_jupyterlab_a_second_view_of_a_panel_shows_the_present_state(lab, visit):
    page = visit(lab, "")
    open_in_lab(page, lab, "views", "pest.ipynb")
    run_all(page)
    page.wait_for_selector(".jp-OutputArea-output [data-drop]")
    path = page.locator("[data-path^='findings/']").first.get_attribute("data-path")
    row = f"[data-path='{path}']"
    page.locator(row + " [data-drop]").click()
    page.locator(row).wait_for(state="detached")
    page.locator(".jp-OutputArea-output .ak").first.click(button="right", position={"x": 5, "y": 5})
    page.get_by_text("Create New View for Cell Output").click()
    page.wait_for_selector(".jp-LinkedOutputView [data-drop]")
    page.locator(row).wait_for(state="detached")
