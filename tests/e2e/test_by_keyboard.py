"""The five-minute path by keyboard alone: from the landing page to the exported brief without a pointer."""

from __future__ import annotations

import pytest

from tests.e2e.pages import DRAWN

pytestmark = pytest.mark.browser
MOST = 400
"""Presses of Tab after which a control counts as out of reach."""
FOCUSED = "(selector) => Boolean(document.activeElement?.matches(selector))"
SEEN = """() => { const box = document.activeElement.getBoundingClientRect(), style = getComputedStyle(document.activeElement);
  return box.width > 0 && box.bottom > 0 && box.top < innerHeight && style.outlineStyle !== "none"; }"""


def tab_to(page, selector: str) -> None:
    """Press Tab until what is wanted has the focus, and shows it."""
    for _press in range(MOST):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED, selector):
            break
    assert page.evaluate(FOCUSED, selector), f"{selector} is out of reach"
    assert page.evaluate(SEEN), f"{selector} does not show its focus"


def arrow_to(page, tab: str) -> None:
    """Go to a tab of the workbook with the arrow keys."""
    tab_to(page, "[role=tab][id^=ak-tab-][aria-selected=true]")
    for _press in range(8):
        if page.evaluate(FOCUSED, f"#ak-tab-{tab}"):
            break
        page.keyboard.press("ArrowRight")
        page.wait_for_function("document.activeElement.matches('[role=tab][aria-selected=true]')")
    page.locator(f"[aria-labelledby=ak-tab-{tab}] .ak-card").first.wait_for()
    page.wait_for_function(DRAWN)


def test_the_five_minute_path_needs_no_pointer(app, visit, tmp_path):
    page = visit(app, "")
    tab_to(page, "#search")  # among hundreds of accounts nobody goes from one to the next
    page.keyboard.type("new-oriental")
    tab_to(page, "a[href*='workbook?account=new-oriental']")
    page.keyboard.press("Enter")
    page.wait_for_selector("body.ready .ak-workbook .ak-hero:visible")

    arrow_to(page, "dupont_roe")
    assert page.locator(".ak-aloud blockquote").inner_text().strip()
    rows = page.locator("[aria-labelledby=ak-tab-problem_types] .ak-row[data-path^='problems/']")
    tab_to(page, ".ak-aloud .ak-suggestion .ak-button.main")
    page.keyboard.press("Enter")
    page.locator(".ak-saved:not(:empty)").or_(
        page.locator("[aria-labelledby=ak-tab-problem_types] .chosen")
    ).first.wait_for()

    if page.get_attribute("#ak-tab-problem_types", "aria-selected") != "true":
        arrow_to(page, "problem_types")
    rows.first.wait_for()
    panel = page.locator("[aria-labelledby=ak-tab-problem_types]")
    assert (
        panel.locator(".ak-row .ak-chip.violet").count()
        and panel.locator(".ak-row .ak-num").first.inner_text()
    )
    assert panel.locator(".accountkit-figure .main-svg").count()

    arrow_to(page, "motive_assessment")
    assert page.locator("[aria-labelledby=ak-tab-motive_assessment] .ak-hero").first.inner_text()

    tab_to(page, "header.bar .switch.right summary")
    page.keyboard.press("Enter")
    tab_to(page, "header.bar a[href$='.md']")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    waiting.value.save_as(tmp_path / "brief.md")
    assert (tmp_path / "brief.md").read_text("utf-8").startswith("#")
