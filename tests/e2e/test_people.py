"""The screen of people as a person uses it: the way to who decides among sixty, and one person with all that is said of them."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from accountkit.model import Account, Edit, Opportunity, Pair, Profile, Stakeholder
from accountkit.samples import sample
from tests.e2e.pages import DRAWN, open_workbook, show_tab, unfolded
from tests.e2e.test_accessibility import violations

pytestmark = pytest.mark.browser
PANEL = "[aria-labelledby=ak-tab-people]"
MAP = f"{PANEL} [data-card=internal_politics]"
STRIP = f"{PANEL} .ak-of-record"
PEOPLE = 60


@pytest.fixture
def sixty(app):
    """Sixty people in three levels: we have access to one at the bottom, and one at the top decides."""
    levels = ("top", "middle", "operational")
    everybody = {
        f"s{n}": Stakeholder(role_title=f"Role {n}", layer=levels[n % 3], order=n) for n in range(PEOPLE)
    }
    everybody["s0"] = everybody["s0"].model_copy(
        update={"role_title": "General manager", "decision_roles": ("decider_active",)}
    )
    everybody["s59"] = everybody["s59"].model_copy(
        update={"role_title": "Line leader", "relationship_stage": "liking"}
    )
    pairs = {f"p{n}": Pair(from_id=f"s{n}", to_id=f"s{n - 3}", tie="close") for n in range(3, PEOPLE)}
    pairs["odds"] = Pair(from_id="s10", to_id="s20", tie="tense", strength=1)
    pairs["up"] = Pair(from_id="s59", to_id="s31", tie="reports_to", strength=5)
    pairs["on"] = Pair(from_id="s31", to_id="s0", tie="influences", strength=4)
    account = sample("walmart").model_copy(
        update={
            "slug": "sixty",
            "stakeholders": everybody,
            "pairs": pairs,
            "motives": {},
            "commitments": {},
            "contacts": {},
            "visits": {},
            "doubts": {},
            "private_answers": {},
            "answers": {},
            "problems": {},
            "needs": {},
            "levers": {},
            "comments": {},
            "opportunities": {"o": Opportunity(name="Kites")},
        }
    )
    app.store.create(account, by="ann")
    return account.slug


def people_tab(app, visit, account: str, width: int = 1280, lang: str = "en"):
    page = visit(app, "", width)
    open_workbook(page, app.base, account, lang, "people")
    page.wait_for_selector(f"{MAP} .main-svg")
    page.wait_for_function(DRAWN)
    return page


def box(page, title: str):
    """The place of a person on the map; raises where the map does not show them."""
    words = page.locator(f"{MAP} .annotation-text", has_text=title).first
    words.scroll_into_view_if_needed()
    return words.bounding_box()


def test_the_way_to_who_decides_is_found_among_sixty(app, visit, sixty):
    page = people_tab(app, visit, sixty)
    said = page.locator(f"{MAP} [data-says]").inner_text()
    assert said.startswith("Way to general manager: line leader, role 31; tense: role 10 and role 20;")
    expect(page.locator(f"{MAP} [data-scrolls]")).to_have_count(0)
    assert page.locator(f"{MAP} .annotation-text", has_text="Role").count() == PEOPLE - 2
    middles = []
    for title in ("General manager", "Role 31", "Line leader"):
        found = box(page, title)
        middles.append(found["y"] + page.evaluate("scrollY"))
    assert middles == sorted(middles)  # from the top down

    place = box(page, "Role 31")
    page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    page.wait_for_function(
        "(strip) => document.querySelector(`${strip} select`).selectedOptions[0].textContent.trim() === 'Role 31'",
        arg=STRIP,
    )
    page.locator(f"{STRIP} select").select_option("s0")
    page.wait_for_function(
        "(strip) => document.querySelector(`${strip} select`).selectedOptions[0].textContent.trim() === 'General manager'",
        arg=STRIP,
    )
    assert violations(page, "sixty people") == []


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_on_a_phone_the_map_is_wider_than_the_page_and_the_page_is_not(app, visit, account, lang):
    page = people_tab(app, visit, account, 390, lang)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    wide = f"{MAP} .ak-wide"
    assert page.evaluate(
        "(wide) => [...document.querySelectorAll(wide)].some((one) => one.scrollWidth > one.clientWidth + 100)",
        wide,
    )
    expect(page.locator(f"{MAP} [data-scrolls]")).to_be_visible()


def test_what_a_method_says_of_a_person_leads_to_its_card_and_what_is_not_begun_to_its_entries(
    app, visit, account
):
    page = people_tab(app, visit, account)
    told = page.locator(f"{STRIP} [data-says-of]")
    assert told.count()
    told.first.click()
    page.wait_for_selector(f"{PANEL} [data-card] [data-found]")
    page.locator(f"{STRIP} summary").click()
    name = page.locator(f"{STRIP} [data-begin]").first.inner_text()
    page.locator(f"{STRIP} [data-begin]").first.click()
    page.wait_for_selector(f"{PANEL} .ak-method[aria-label='{name}']")


def test_a_card_that_waits_for_people_leads_to_where_the_first_is_added(app, visit):
    """Also where another tab, out of sight, could add one too; then the card asks for what comes next."""
    app.store.create(Account(slug="no-people", profile=Profile(name="No people")), by="ann")
    page = visit(app, "", 1280)
    open_workbook(page, app.base, "no-people", tab="motive_assessment")
    show_tab(page, "people")
    unfolded(page, PANEL, "internal_politics").locator("[data-elsewhere] button").click()
    button = page.locator(f"{PANEL} [data-add=stakeholders]:focus")
    expect(button).to_be_in_viewport()
    for name in ("Buyer", "Head of IT"):
        app.store.apply("no-people", [Edit(f"stakeholders/{name[0]}", {"role_title": name})], by="ann")
    expect(page.locator(MAP)).to_contain_text("Add a tie between two people.")
    expect(page.locator(f"{MAP} [data-elsewhere]")).to_have_count(0)
