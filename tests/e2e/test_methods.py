"""The cards of methods as a person uses them: a person is rated by keyboard and by mouse, on any width, in either language."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from accountkit.methods import REGISTRY
from accountkit.methods.workspaces import AT_ONCE, cards, tabs
from accountkit.model import Account, Edit, remove
from accountkit.panels.registry import PANELS
from tests.e2e.pages import DRAWN, open_workbook, show_tab, unfolded
from tests.e2e.test_accessibility import DISCLOSE, violations
from tests.e2e.test_by_keyboard import tab_to

pytestmark = pytest.mark.browser
SCREENS = [tab for tab in tabs() if cards(tab) and tab not in PANELS]
CARD = "[aria-labelledby=ak-tab-people] [data-card=influence_score]"
ITEMS = ("willingness", "temperament", "expertise", "history", "position", "politics")


def open_screen(visit, app, account: str, tab: str, lang: str = "en", **profile):
    page = visit(app, "", **profile)
    open_workbook(page, app.base, account, lang)
    page.click(f"#ak-tab-{tab}")
    page.wait_for_selector(f"[aria-labelledby=ak-tab-{tab}] .ak-method")
    page.wait_for_function(DRAWN)
    return page


@pytest.fixture
def unrated(app, account):
    """The account without any rating of its people."""
    rated = [key for key in app.store.load(account).private_answers if key.startswith("influence_score.")]
    if rated:
        app.store.apply(account, [remove(f"private_answers/{key}") for key in rated], by="ann")
    return account


def begin(page, card: str) -> None:
    """Unfold a card that nobody has begun."""
    folded = page.locator(f"{card} .ak-folded button")
    if folded.count():
        folded.click()
    page.wait_for_selector(f"{card} .ak-method")


def test_a_card_that_nobody_has_begun_is_folded_until_it_is_asked_for(app, visit, unrated):
    bare = app.store.load(unrated)
    left = [f"{kind}/{key}" for kind in ("answers", "private_answers") for key in getattr(bare, kind)]
    app.store.apply(unrated, [remove(path) for path in left], by="ann")
    page = open_screen(visit, app, unrated, "deal")
    folded = page.locator("[aria-labelledby=ak-tab-deal] .ak-folded")
    shown = page.locator("[aria-labelledby=ak-tab-deal] .ak-method").count()
    before = folded.count()
    assert AT_ONCE <= shown < len(cards("deal"))
    assert before
    name = folded.first.locator("b").inner_text()
    page.locator("[aria-labelledby=ak-tab-deal] .ak-folded button").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(f'[aria-labelledby=ak-tab-deal] .ak-method[aria-label="{name}"]')
    assert folded.count() == before - 1


def figure_of(page, card: str) -> str:
    return page.locator(f"{card} .accountkit-figure").inner_html()


def test_a_person_is_rated_by_keyboard_and_the_card_follows(app, visit, unrated):
    page = open_screen(visit, app, unrated, "people")
    begin(page, CARD)
    card = page.locator(CARD)
    before = card.locator("[data-says]").inner_text()
    for item in ITEMS:
        tab_to(page, f"{CARD} [data-path$='/ratings/{item}'] .ak-dot")
        page.keyboard.press("ArrowRight")
        card.locator(f"[data-path$='/ratings/{item}'] .ak-dot[aria-checked=true]").wait_for()
    page.wait_for_function(
        "([card, before]) => document.querySelector(`${card} [data-says]`).innerText !== before",
        arg=[CARD, before],
    )
    assert re.search(r"influence 1\.0 of 5", card.locator("[data-says]").inner_text())
    assert card.locator("[data-verdict]").inner_text() == "low"
    page.wait_for_function(DRAWN)
    drawn, said = figure_of(page, CARD), card.locator("[data-says]").inner_text()
    page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "([card, said]) => document.querySelector(`${card} [data-says]`).innerText !== said", arg=[CARD, said]
    )
    page.wait_for_function(
        "([card, drawn]) => document.querySelector(`${card} .accountkit-figure`).innerHTML !== drawn",
        arg=[CARD, drawn],
    )
    page.keyboard.press("Control+z")
    page.wait_for_function(
        "([card, said]) => document.querySelector(`${card} [data-says]`).innerText === said", arg=[CARD, said]
    )


def test_a_person_is_rated_by_mouse_chosen_and_added(app, visit, unrated):
    account = unrated
    page = open_screen(visit, app, account, "people")
    begin(page, CARD)
    card = page.locator(CARD)
    path = card.locator("[data-path*='/ratings/expertise']").get_attribute("data-path")
    card.locator(f"[data-path='{path}'] .ak-dot").nth(3).click()
    card.locator(f"[data-path='{path}'] .ak-dot[aria-checked=true]").wait_for()
    page.wait_for_function("accountkitOutbox.waiting().count === 0")  # the dot is drawn before it is stored
    stored = app.store.load(account).private_answers
    assert stored[path.split("/")[1]].ratings["expertise"].value == 4
    people = card.locator("select.ak-chip")
    last = people.locator("option").last.get_attribute("value")
    people.select_option(last)
    card.locator(f"[data-path='stakeholders/{last}']").wait_for()
    card.locator("[data-add=stakeholders]").click()
    page.keyboard.type("Head of transport")
    page.keyboard.press("Tab")
    page.wait_for_function(
        "(card) => [...document.querySelectorAll(`${card} option`)].some((one) => one.innerText === 'Head of transport')",
        arg=CARD,
    )
    assert "Head of transport" in {one.role_title for one in app.store.load(account).stakeholders.values()}
    figure = card.locator(".accountkit-figure")
    expect(figure).to_have_attribute("aria-label", re.compile("^Head of transport"))
    # nothing in the drawing changes with the name, only what it says of itself
    card.locator(".ak-method-record textarea").fill("Head of freight")
    page.keyboard.press("Tab")
    expect(figure).to_have_attribute("aria-label", re.compile("^Head of freight"))


def test_axe_finds_nothing_on_the_screens_of_cards(app, visit, account):
    """In Chinese and in the dark; in English and in the light `test_accessibility` has every tab."""
    page = visit(app, "")
    page.emulate_media(color_scheme="dark")
    open_workbook(page, app.base, account, "zh_CN")
    found = []
    for tab in SCREENS:
        page.click(f"#ak-tab-{tab}")
        page.wait_for_selector(f"[aria-labelledby=ak-tab-{tab}] .ak-method")
        page.wait_for_function(DRAWN)
        page.evaluate(DISCLOSE)
        found += violations(page, tab)
    assert SCREENS and found == []


def test_a_phone_scrolls_no_screen_of_cards_sideways(app, visit, account):
    """In Chinese; every tab in English is looked at by test_layout."""
    page = visit(app, "", 390)
    open_workbook(page, app.base, account, "zh_CN")
    for tab in SCREENS:
        page.click(f"#ak-tab-{tab}")
        page.wait_for_selector(f"[aria-labelledby=ak-tab-{tab}] .ak-method")
        page.wait_for_function(DRAWN)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, tab


def test_a_long_remark_at_the_head_of_a_card_is_whole_on_a_phone(app, visit, account):
    deal = next(iter(app.store.load(account).opportunities))
    rated = {"importance": 1, "risk": 1, "organisation_size": 1, "participants": 5, "formality": 5, "pace": 5}
    answer = {"ratings": {key: {"value": value} for key, value in rated.items()}}
    app.store.apply(account, [Edit(f"answers/purchase_rationality.{deal}", answer)], by="ann")
    page = visit(app, f"/analysis/purchase_rationality?account={account}", 390)
    remark = page.locator(".ak-method-top .amber", has_text="unseen risk")
    remark.wait_for()
    assert remark.bounding_box()["x"] >= page.locator(".ak-method").bounding_box()["x"]


@pytest.mark.parametrize("key", [key for tab in tabs() for key in cards(tab)])
def test_a_page_of_its_own_opens_the_card_of_the_record_that_is_asked_for(app, visit, account, key):
    stored = app.store.load(account)
    person = sorted(stored.stakeholders)[-1]
    page = visit(
        app,
        f"/analysis/{key}?account={account}&id={person if REGISTRY[key].subject == 'stakeholder' else ''}",
    )
    page.wait_for_selector("body.ready #rendered_cells .ak-method")
    if REGISTRY[key].subject == "stakeholder":
        assert page.locator(f"[data-path='stakeholders/{person}']").count() == 1


def test_the_frame_of_a_screen_leads_to_its_entries_and_a_value_bears_its_period(
    app, visit, account_of_its_own
):
    slug = account_of_its_own("framed")
    page = visit(app, "")
    open_workbook(page, app.base, slug, tab="pest")
    page.click("[data-strip=three_c_scan] [data-step=competitors]")
    expect(page.locator("[data-path='answers/three_c_scan/values/competitors']:focus-within")).to_be_visible()
    show_tab(page, "problem_types")
    page.locator("[data-path='problems/p-stock']").click()
    field = page.locator("[data-field=current_on]")
    expect(field).to_have_value("")
    field.fill("2025-12-31")
    expect(page.locator("[data-path='problems/p-stock']")).to_contain_text("now 40.1 days (2025)")


def test_a_card_of_an_empty_account_leads_to_its_first_step(app, visit):
    app.store.create(Account(slug="nothing-yet"), by="ann")
    page = open_screen(visit, app, "nothing-yet", "people")
    people, deal = (f"[aria-labelledby=ak-tab-{tab}]" for tab in ("people", "deal"))
    unfolded(page, people, "contact_coverage").locator("[data-elsewhere] button").click()
    expect(page.locator(f"{people} [data-add=stakeholders]:focus")).to_have_count(1)
    show_tab(page, "deal")
    unfolded(page, deal, "solution_evaluation").locator("[data-elsewhere] button").click()
    expect(page.locator("#ak-tab-problem_types")).to_have_attribute("aria-selected", "true")
