"""A date or a choice that is refused is told beside it, as a text is, and stays there."""

from __future__ import annotations

import pytest

from tests.e2e.test_rows import on_tab, until

pytestmark = pytest.mark.browser


def told_beside(panel, control) -> None:
    said = panel.locator(".ak-wrong")
    said.wait_for()
    assert control.get_attribute("aria-invalid") == "true"
    assert control.get_attribute("aria-describedby") == said.get_attribute("id")
    assert said.get_attribute("role") == "alert" and not panel.locator(".ak-toast").is_visible()


def test_a_refused_date_and_a_refused_choice_stay_with_the_reason_beside_them(app, visit, account_of_its_own):
    slug = account_of_its_own("refused-choice")
    page = visit(app, f"/workbook?account={slug}#motive_assessment")
    row = on_tab(page, "motive_assessment").locator("[data-path^='commitments/']").first
    key = row.get_attribute("data-path").split("/")[1]
    panel = page.locator("[aria-labelledby=ak-tab-motive_assessment]")
    row = panel.locator(f"[data-path='commitments/{key}']")  # dates set the order of the rows
    before = app.store.load(slug)
    date = row.locator("[type=date]")
    date.fill("12026-03-01")
    date.blur()
    told_beside(panel, date)
    assert date.input_value() == "12026-03-01" and app.store.load(slug) == before
    date.fill("2027-03-01")
    date.blur()
    until(page, lambda: str(app.store.load(slug).commitments[key].due) == "2027-03-01")
    panel.locator(".ak-wrong").wait_for(state="detached")
    status = row.locator("select").first
    # a page may be older than the server: it offers what is taken no more
    status.evaluate("list => list.add(new Option('Gone', 'gone'))")
    status.select_option("gone")
    told_beside(panel, status)
    assert status.input_value() == "gone"
    status.select_option("done")
    until(page, lambda: app.store.load(slug).commitments[key].status == "done")
    panel.locator(".ak-wrong").wait_for(state="detached")
