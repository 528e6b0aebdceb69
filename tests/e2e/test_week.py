"""This week in a real browser: a line leads to its record, a promise is kept, a review makes an action; on a phone too."""

from __future__ import annotations

import re

import pytest

from accountkit import samples
from accountkit.model import Account, Edit, Practice
from tests.e2e.test_accessibility import violations

pytestmark = pytest.mark.browser
DAY = "2026-05-11"
UNBROKEN = "a" * 300
TYPED = {
    "name",
    "name_zh",
    "owner",
    "who",
    "role_title",
    "action",
    "statement",
    "what",
    "industry",
    "result",
    "source",
}
"""Fields of records that hold what somebody typed, as it stands in a list."""


def test_a_seller_goes_through_the_week_and_a_review(app, visit, account_of_its_own):
    slug = account_of_its_own("week-of-its-own")
    app.store.apply(slug, [Edit("profile/owner", "Seller of this test")], by="test")
    page = visit(app, f"/week?day={DAY}&who=Seller+of+this+test&lang=en")
    promise = page.locator("#due [data-path='commitments/c-sample']")
    assert promise.get_by_text("11 days late").is_visible()
    assert violations(page, "week") == []

    promise.get_by_role("link").first.click()
    page.wait_for_url(re.compile(rf"workbook\?account={slug}#.*commitments/c-sample"))
    page.wait_for_selector("body.ready .ak-workbook .ak-card:visible")
    page.go_back()

    promise.get_by_role("button", name="Done").click()
    page.wait_for_selector(".made:has-text('One step of the account')")
    assert page.locator("[data-path='commitments/c-sample']").count() == 0
    assert app.store.load(slug).commitments["c-sample"].status == "done"
    page.locator(".made").get_by_role("button", name="Undo").click()
    promise.wait_for()
    assert page.locator(".made").count() == 0

    page.select_option("#reviews [name=account]", slug)
    page.locator("#reviews").get_by_role("button", name="Review").click()
    finding = page.locator("#not_met [data-path='stakeholders/s-cfo']")
    finding.get_by_label("Owner").fill("Seller of this test")
    assert violations(page, "review") == []
    finding.get_by_role("button").click()
    finding.get_by_text("In the plan: Seller of this test").wait_for()
    page.get_by_role("button", name="Finish the review").click()
    page.get_by_text("planned for 9 August 2026").wait_for()
    assert page.locator("#carried").get_by_text("Request a first meeting").is_visible()


@pytest.mark.parametrize(("lang", "said"), [("en", "Due"), ("zh_CN", "截止")])
def test_on_a_phone_nothing_is_cut_and_a_finger_meets_each_button(app, visit, lang, said):
    for path in (f"/week?day={DAY}&lang={lang}", f"/review?account=walmart&lang={lang}"):
        page = visit(app, path, 390, color_scheme="dark")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        low = page.eval_on_selector_all(
            "main :is(button, select, input:not([type=hidden]))",
            "all => all.filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44).length",
        )
        assert low == 0
        assert violations(page, f"{path} on a phone") == []
        if path.startswith("/week"):
            assert said in page.locator("#due h2").inner_text()
            assert page.locator("#due .line").first.is_visible()


def test_on_a_phone_three_changed_fields_are_not_wider_than_the_page(app, visit, account):
    fields = ("verify", "exchange", "result")
    app.store.apply(account, [Edit(f"visits/visit-centre/{one}", "Asked.") for one in fields], by="colleague")
    page = visit(app, f"/week?day={DAY}&lang=en", 390)
    changed = page.locator("#changed .ak-chip", has_text="Questions that verify, Business and offering")
    page.locator("#changed details > summary").click()
    changed.first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def unbroken(part):
    """The same with one endless word in each text that a list shows."""
    if isinstance(part, list):
        return [unbroken(one) for one in part]
    if not isinstance(part, dict):
        return part
    return {
        key: UNBROKEN if key in TYPED and isinstance(one, str) else unbroken(one) for key, one in part.items()
    }


@pytest.fixture
def endless(app):
    """An account, and our own side, whose every text is one endless word; they are gone after the test."""
    account = samples.sample("walmart").model_dump(mode="json") | {"slug": "endless"}
    app.store.create(Account.model_validate(unbroken(account)), by=UNBROKEN)
    app.store.practices.replace(
        Practice.model_validate(unbroken(samples.practice().model_dump(mode="json"))), by="test"
    )
    yield "endless"
    app.store.delete("endless")
    app.store.practices.replace(samples.practice(), by="test")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_word_that_never_ends_makes_no_page_wider(app, visit, endless, width):
    page = visit(app, f"/week?day={DAY}&who={UNBROKEN}", width)
    assert page.locator("#due .line").count() and page.locator("#unmet .line").count()
    for path in (f"week?day={DAY}", f"review?account={endless}&day={DAY}", "", "portfolio", "team"):
        page.goto(f"{app.base}/{path}")
        if path in ("portfolio", "team"):
            page.wait_for_selector("body.ready .ak-practice .ak-method:visible")
        assert UNBROKEN in page.content()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_on_paper_there_are_no_buttons(app, visit):
    page = visit(app, f"/week?day={DAY}&lang=en")
    page.emulate_media(media="print")
    assert page.locator("main button:visible").count() == 0
    assert page.locator("#due .line").first.is_visible()


BROKEN_DATES = """() => {
  const found = [], walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode()); )
    for (const { 0: date, index } of node.data.matchAll(/\\d+年\\d+月\\d+日/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + date.length);
      const rows = new Set([...range.getClientRects()].map((one) => Math.round(one.top)));
      if (rows.size > 1) found.push(date);
    }
  return found;
}"""


@pytest.mark.parametrize("width", [390, 1280])
def test_a_chinese_date_is_not_broken(app, visit, width):
    page = visit(app, f"/week?day={DAY}&lang=zh_CN", width)
    seen = [
        (place, page.evaluate(BROKEN_DATES))
        for place in range(width - 60, width, 3)
        if not page.set_viewport_size({"width": place, "height": 900})
    ]
    assert [one for one in seen if one[1]] == []
    assert page.locator("main").inner_text().count("日") > 5
