"""What a link may show follows from the registry: every screen and every method that is not private, each with its card."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from accountkit.i18n import added_words
from accountkit.methods import REGISTRY
from accountkit.methods.subjects import OURS
from accountkit.methods.workspaces import OVERVIEW
from accountkit.server import views
from accountkit.server.bar import bar
from tests.methods.foreign import CHINESE, METHODS, flown
from tests.server.conftest import xsrf

PRIVATE = "said in confidence"


@pytest.fixture(scope="module")
def kites(served):
    store = served.app.store
    with REGISTRY.added(*METHODS), added_words("zh_CN", CHINESE):
        store.replace(flown(store.load("new-oriental"), PRIVATE), by="ann")
        yield METHODS


@pytest.fixture(scope="module")
def visitor(served):
    """One who makes links: to sign in draws a page each time."""
    return served.visitor()


def made(visitor, view: str, edition: str):
    form = {"account": "new-oriental", "view": view, "edition": edition}
    return visitor.post("/links", data=form, headers=xsrf(visitor))


def opened(served, visitor, view: str, edition: str) -> str:
    return served.stranger().get(made(visitor, view, edition).json()["address"], params={"lang": "en"}).text


def offered() -> dict[str, views.View]:
    return {one.key: one for group in views.shareable_views() for one in group.views}


def test_the_menu_offers_each_screen_and_each_method_that_is_not_private(served, kites):
    page = served.visitor().get("/workbook", params={"account": "new-oriental"}).text
    menu = re.search(r'<select[^>]*name="view">(.*?)</select>', page, re.S)[1]
    shown = re.findall(r'<option value="([^"]+)"', menu)
    assert shown == ["brief", *offered()] and len(set(shown)) == len(shown)
    hidden = {key for key, method in REGISTRY.items() if method.private or method.subject in OURS}
    assert set(REGISTRY) - hidden <= set(shown) and not hidden & set(shown)
    assert {OVERVIEW, "deal", "environment", "kite_board", "lifetime_value"} <= set(shown)
    assert not set(REGISTRY) & (set(shown) - set(REGISTRY))


def test_the_page_of_a_method_has_its_view_chosen(served, kites):
    account = served.app.store.load("new-oriental")
    assert bar(served.app.store, account, "kite_board", "/").view == "kite_board"


@pytest.fixture(scope="module")
def links(visitor, kites):
    """A link to each view in each edition that it has: which language it is read in is said when it is opened."""
    return {
        (key, edition): made(visitor, key, edition).json()["address"]
        for key, view in offered().items()
        for edition in (("internal", "customer") if view.outward else ("internal",))
    }


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_each_view_opens_and_shows_nothing_private(served, links, lang):
    reader = served.stranger()
    assert {key for key, _edition in links} == set(offered())
    for (key, edition), address in links.items():
        shown = reader.get(address, params={"lang": lang}).text
        assert "accountkit-figure" in shown or "ak-hero" in shown or "ak-empty" in shown, key
        for inside in ("storm", "holds the line", "flies a kite", "握线", "放风筝"):
            assert inside not in shown, (key, edition)
        assert edition == "internal" or PRIVATE not in shown


def test_a_method_is_shown_as_its_card_with_its_figure(served, visitor, kites):
    shown = opened(served, visitor, "kite_field", "internal")
    assert "Kite order should soar." in shown and "Field of flight: Kite order" in shown
    assert 'data-accountkit-figure="kite_field/figure/o-kite"' in shown
    assert "The sail is" not in shown


def test_a_screen_is_shown_with_all_its_methods_and_no_other(served, visitor, kites):
    shown = opened(served, visitor, "numbers", "internal")
    assert "The sail is red silk." in shown and 'data-accountkit-figure="dupont_roe/change"' in shown
    assert "Kite order should soar." not in shown and "Flights: 2" not in shown
    customer = opened(served, visitor, "numbers", "customer")
    assert "The sail is red silk." in customer and "We doubt the spars" not in customer


def test_a_screen_of_private_methods_alone_is_none(visitor, kites):
    alone = {method.workspace for method in REGISTRY.values() if method.private} - {
        method.workspace for method in REGISTRY.values() if not method.private
    }
    for screen in alone:
        assert made(visitor, screen, "internal").status_code == 404
    for method in REGISTRY.values():
        if method.private:
            assert made(visitor, method.key, "internal").status_code == 404


@pytest.mark.parametrize(
    "view", ["overview", "motive_assessment", "opportunity_ranking", "action_commitment"]
)
def test_a_link_that_would_show_the_customer_nothing_is_refused(visitor, kites, view):
    answer = made(visitor, view, "customer")
    assert answer.status_code == 400 and "Choose the internal edition" in answer.text
    assert made(visitor, view, "internal").status_code == 200


def test_an_old_link_of_that_kind_still_opens(served, kites):
    expires = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
    secret, _link = served.app.store.create_link(
        "new-oriental", view="motive_assessment", edition="customer", by="ann", expires=expires
    )
    answer = served.stranger().get(f"/read/{secret}")
    assert answer.status_code == 200 and "no content yet" in answer.text
