"""A date, a choice, a rating or a tick that is refused is told beside it, as a text is, and stays there; so is one that is
not saved yet."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

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


def refuse(page, sent: bytes, spoilt: bytes) -> None:
    """Spoil what the page sends from now on, as if it were older than the server."""
    assert len(sent) == len(spoilt)

    def join(here) -> None:
        server = here.connect_to_server()

        def onward(message) -> None:
            data = message.encode() if isinstance(message, str) else message
            data = data.replace(sent, spoilt)
            server.send(data.decode() if isinstance(message, str) else data)

        here.on_message(onward)

    page.route_web_socket(re.compile("/channels"), join)


def test_a_refused_rating_stays_with_the_reason_beside_it(app, visit, account_of_its_own):
    slug = account_of_its_own("refused-rating")
    page = visit(app, "")
    refuse(page, b'"value":2', b'"value":9')
    page.goto(f"{app.base}/workbook?account={slug}#pest")
    panel = on_tab(page, "pest")
    before = app.store.load(slug)
    row = panel.locator("[data-path^='findings/']").first
    dots = row.locator(".ak-dots").first
    dots.locator(".ak-dot").nth(1).click()
    told_beside(row, dots)
    assert dots.locator("[aria-checked=true]").get_attribute("aria-label") == "Impact 2"
    assert not page.locator(".ak-toast:popover-open").is_visible() and app.store.load(slug) == before
    dots.locator(".ak-dot").nth(0).click()
    key = row.get_attribute("data-path").split("/")[1]
    until(page, lambda: app.store.load(slug).findings[key].impact == 1)
    row.locator(".ak-wrong").wait_for(state="detached")


def test_a_refused_tick_stays_with_the_reason_beside_it(app, visit, account_of_its_own):
    slug = account_of_its_own("refused-tick")
    page = visit(app, "")
    refuse(page, b'"what":"feels"', b'"what":"fools"')
    page.goto(f"{app.base}/workbook?account={slug}#problem_types")
    panel = on_tab(page, "problem_types")
    tick = panel.get_by_label("Affected", exact=True).first
    before, ticked = app.store.load(slug), tick.is_checked()
    tick.click()
    panel.locator(".ak-wrong").wait_for()
    tick = panel.locator("[type=checkbox][aria-invalid=true]")
    assert tick.is_checked() is not ticked and app.store.load(slug) == before
    assert tick.get_attribute("aria-describedby") == panel.locator(".ak-wrong").get_attribute("id")
    assert not page.locator(".ak-toast:popover-open").is_visible()


def test_what_is_not_saved_yet_says_so_beside_its_control(app, visit, account_of_its_own):
    """While the database is locked: a rating, a tick and a choice stay as they were set, each with the word beside it."""
    slug = account_of_its_own("not-saved-yet")
    page = visit(app, f"/workbook?account={slug}#problem_types")
    visit.expected.append("503")
    panel = on_tab(page, "problem_types")
    tick = panel.get_by_label("Has said so", exact=True).first
    ticked = tick.is_checked()
    rating = panel.locator(".ak-dots").first
    chosen = (
        rating.locator("[aria-checked=true]").get_attribute("aria-label")
        if rating.locator("[aria-checked=true]").count()
        else ""
    )
    admitted = panel.get_by_label("Acknowledged by the customer")
    with closing(sqlite3.connect(app.log.parent / "accounts.sqlite", isolation_level=None)) as lock:
        lock.execute("begin exclusive")
        tick.click()
        dot = rating.locator(".ak-dot").nth(4 if not chosen.endswith("5") else 3)
        dot.click()
        admitted.select_option("no")
        waiting = panel.locator("[data-kept=waiting]")
        page.wait_for_function("() => document.querySelectorAll('[data-kept=waiting]').length >= 3")
        assert tick.is_checked() is not ticked
        assert dot.get_attribute("aria-checked") == "true" and admitted.input_value() == "no"
        assert rating.locator("xpath=..").locator("[data-kept=waiting]").is_visible()
        lock.execute("rollback")
    waiting.first.wait_for(state="detached")
    assert tick.is_checked() is not ticked and dot.get_attribute("aria-checked") == "true"
