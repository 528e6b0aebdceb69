"""A meeting on a phone: it is planned, prepared, held and recorded, and each step can be undone."""

from __future__ import annotations

import pytest

from tests.e2e.test_readers_page import PHONE
from tests.e2e.test_rows import until

pytestmark = pytest.mark.browser
PANEL = "[aria-labelledby=ak-tab-meetings]"


def opened(app, visit, slug: str):
    page = visit(app, f"/workbook?account={slug}#meetings", 390, **PHONE)
    page.wait_for_selector(f"body.ready {PANEL} .ak-parts")
    return page, page.locator(PANEL)


def tapped(panel, selector: str, text: str = "") -> None:
    found = panel.locator(f"{selector} >> visible=true")
    (found.filter(has_text=text) if text else found).first.tap()


def filled(panel, selector: str, text: str) -> None:
    field = panel.locator(f"{selector} >> visible=true").first
    field.fill(text)
    field.blur()


def test_a_meeting_is_planned_held_and_recorded_on_a_phone(app, visit, account_of_its_own):
    slug = account_of_its_own("met-on-a-phone")
    page, panel = opened(app, visit, slug)
    before = app.store.load(slug)

    def account():
        return app.store.load(slug)

    def new(collection: str):
        return [
            one
            for key, one in getattr(account(), collection).items()
            if key not in getattr(before, collection)
        ]

    # plan: a visit to the stores, who do not acknowledge anything yet, about the claims
    tapped(panel, "[data-add=visits]")
    until(page, lambda: new("visits"))
    page.wait_for_function("() => document.activeElement.matches('textarea:not(.ak-catcher)')")
    page.keyboard.type("Learn who reads a report first")
    page.keyboard.press("Enter")
    until(page, lambda: new("visits")[0].purpose == "Learn who reads a report first")
    panel.locator(".ak-when input[type=date]").fill("2026-05-18")
    tapped(panel, ".ak-chosen .ak-chip", "Head of store operations")
    until(page, lambda: new("visits")[0].stakeholder_ids == ("s-stores",))
    tapped(panel, ".ak-chosen .ak-chip", "Liability claims")
    until(
        page,
        lambda: new("visits")[0].problem_ids == ("p-claims",) and str(new("visits")[0].date) == "2026-05-18",
    )
    filled(panel, ".ak-when .ak-grow textarea", "Bentonville")
    filled(panel, ".ak-asks textarea", "Let two stores show their reports")
    until(page, lambda: "Let two stores" in str(new("visits")[0].asks))

    # prepare: the questions follow from the records
    panel.locator("[data-script]").tap()
    until(page, lambda: "question_script.s-stores" in account().answers)
    panel.locator(".ak-question").nth(2).wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") == 390

    # record: the claim is confirmed in their words, the problem acknowledged, the request given, a doubt heard
    tapped(panel, ".ak-parts .ak-button", "After")
    panel.locator(".ak-heard textarea >> visible=true").first.fill("Reports wait two weeks")
    tapped(panel, "[data-heard=confirmed]")
    until(page, lambda: new("evidence"))
    (said,) = new("evidence")
    assert (said.grade, said.status, said.who, said.note, str(said.date)) == (
        "B",
        "confirmed",
        "Head of store operations, one region",
        "Reports wait two weeks",
        "2026-05-18",
    )
    assert new("visits")[0].status == "held"
    tapped(panel, "[data-heard=admitted]")
    until(page, lambda: "p-claims" in account().stakeholders["s-stores"].admits)
    tapped(panel, "[data-asked=given]")
    until(page, lambda: new("commitments"))
    panel.locator(".ak-promised input[type=date]").first.fill("2026-06-01")
    filled(panel, ".ak-promised label:has-text('Manner') textarea", "One hour on site")
    filled(panel, ".ak-promised label:has-text('Our owner') textarea", "Account manager, retail")
    until(
        page,
        lambda: new("commitments")[0].our_owner == "Account manager, retail" and new("commitments")[0].due,
    )
    (promise,) = new("commitments")
    assert (
        promise.status,
        promise.level,
        promise.stakeholder_id,
        promise.place,
        promise.manner,
        str(promise.due),
    ) == (
        "given",
        "high",
        "s-stores",
        "Bentonville",
        "One hour on site",
        "2026-06-01",
    )
    tapped(panel, "[data-add=doubts]")
    page.wait_for_function("() => document.activeElement.matches('textarea:not(.ak-catcher)')")
    page.keyboard.type("The legal department will object")
    page.keyboard.press("Tab")
    until(page, lambda: [one.signal for one in new("doubts")] == ["The legal department will object"])

    # what was recorded is one step each
    page.locator("body").click(position={"x": 5, "y": 5})
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    until(page, lambda: not new("doubts"))
    assert len(new("commitments")) == 1


def test_what_is_tapped_is_large_enough_for_a_thumb(app, visit, account_of_its_own):
    _page, panel = opened(app, visit, account_of_its_own("met-with-a-thumb"))
    tapped(panel, ".ak-visit")
    panel.locator(".ak-taps").first.wait_for()
    heights = panel.locator(".ak-taps .ak-button").evaluate_all("(all) => all.map((one) => one.offsetHeight)")
    assert heights and min(heights) >= 44
