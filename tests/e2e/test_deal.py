"""A deal on its screen: moved through its stages by mouse, its grade capped until the date is evidenced, its doubts its own."""

from __future__ import annotations

import datetime as dt

import pytest

from accountkit.i18n import translated
from tests.e2e.pages import open_workbook, unfolded
from tests.e2e.test_accessibility import violations
from tests.e2e.test_rows import until

pytestmark = pytest.mark.browser
PANEL = "[aria-labelledby=ak-tab-deal]"
HEAD = f"{PANEL} .ak-head"
DEAL = "opportunities/o1"


def deal_tab(app, visit, slug: str, width: int = 1280, lang: str = "en"):
    page = visit(app, "", width)
    open_workbook(page, app.base, slug, lang, "deal")
    page.wait_for_selector(HEAD)
    return page


def card(page, key: str):
    return unfolded(page, PANEL, key)


def verdict(found, text: str) -> None:
    found.locator("[data-verdict]", has_text=text).wait_for()


def evidenced(page, field, source: str) -> None:
    """Say by mouse what a field rests on: the customer's own words, confirmed."""
    field.locator(".ak-grade").click()
    form = page.locator("dialog[open] form")
    form.locator("[autofocus]").fill(source)
    form.locator("select").nth(0).select_option("B")
    form.locator("select").nth(1).select_option("confirmed")
    form.locator("label", has_text="Confirmed by").locator("input").fill("Chief financial officer")
    form.locator("button[type=submit]").click()
    form.wait_for(state="hidden")  # it closes when it is saved


def test_a_deal_moves_through_its_stages_and_its_cap_is_lifted_by_what_it_asks_for(app, visit, account):
    page = deal_tab(app, visit, account)

    def deal():
        return app.store.load(account).opportunities["o1"]

    # the funnel: by its date, and held at C while the date is only assumed
    funnel = card(page, "funnel_grade")
    verdict(funnel, "C")
    funnel.get_by_text("By its date Class planning would be A; it stays C").first.wait_for()
    date = funnel.locator(f"[data-path='{DEAL}/when']")
    for day, grade in (("2028-09-30", "D"), ("2027-10-31", "C"), ("2026-09-30", "C")):
        date.locator("input[type=date]").fill(day)
        verdict(funnel, grade)
    evidenced(page, date, "Said so on 4 May")
    verdict(funnel, "A")
    assert not funnel.get_by_text("it stays C").count()

    # the head of the screen tells the same: a field that counted as empty is clear
    when = page.locator(f"{HEAD} [data-path='{DEAL}/when']")
    assert page.locator(f"{HEAD} [data-empty]").count() == 3
    assert not when.locator("[data-empty]").count()
    page.locator(f"{HEAD} .ak-clarity b", has_text="1 of 4").wait_for()
    page.locator(f"{HEAD} .ak-clarity .ak-switch button", has_text="yes").click()
    page.locator(f"{HEAD} .ak-clarity b", has_text="our position is weak").wait_for()
    assert (deal().customer_clear, deal().when) == ("yes", dt.date(2026, 9, 30))
    assert violations(page, "deal") == []

    # the customer's stages, one after the other
    buying = card(page, "buying_process")
    verdict(buying, "Internal discussion")
    for stage, following in (("internal_brew", "System design"), ("design", "Evaluation and comparison")):
        buying.locator(f"[data-path$='/{stage}'] .ak-switch button").first.click()
        verdict(buying, following)


def test_a_doubt_that_is_added_here_belongs_to_the_deal_that_is_chosen(app, visit, account):
    page = deal_tab(app, visit, account)
    page.locator(f"{PANEL} .ak-of-record select").select_option("o2")
    page.locator(f"{HEAD} [data-path='opportunities/o2/who']").wait_for()
    doubts = card(page, "buyer_concerns")
    before = set(app.store.load(account).doubts)
    doubts.locator(".ak-shape > [data-add]").click()
    until(page, lambda: len(app.store.load(account).doubts) > len(before))
    (made,) = set(app.store.load(account).doubts) - before
    assert app.store.load(account).doubts[made].opportunity_id == "o2"
    row = doubts.locator(f"[data-path='doubts/{made}']")
    row.locator("select[aria-label=Deal]").select_option("o1")
    row.locator("select[aria-label='Business need']").select_option("n-plan")
    until(
        page,
        lambda: (
            (
                app.store.load(account).doubts[made].opportunity_id,
                app.store.load(account).doubts[made].need_id,
            )
            == ("o1", "n-plan")
        ),
    )


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_on_a_phone_the_head_is_one_column_and_the_page_is_as_wide_as_the_screen(app, visit, account, lang):
    page = deal_tab(app, visit, account, 390, lang)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    lefts = page.locator(f"{HEAD} > *").evaluate_all("(all) => all.map((one) => one.offsetLeft)")
    assert len(lefts) == 6 and len(set(lefts)) == 1
    told = translated("assumed: counts as empty", lang)
    assert page.locator(f"{HEAD} [data-empty]").all_inner_texts() == [told] * 4
    assert violations(page, "deal on a phone") == []
