"""A view is shared as a person does it: chosen in the dialog, its link opened by somebody else, nothing private on the page."""

from __future__ import annotations

import pytest

from accountkit.methods import REGISTRY
from accountkit.methods.workspaces import cards
from accountkit.model import Edit
from tests.e2e.pages import open_workbook

pytestmark = pytest.mark.browser
SECRET = "Said to us in confidence"


@pytest.fixture
def confided(app, account):
    """The account with a private note on a person, and in a private answer's note."""
    store = app.store
    person = next(iter(store.load(account).stakeholders))
    edits = [
        Edit(f"stakeholders/{person}/private_note", SECRET),
        Edit(f"private_answers/influence_score.{person}/ratings/history/note", SECRET),
    ]
    store.apply(account, edits, by="ann")
    return account


# the other views and languages lead through the same code, and in `make soak`
@pytest.mark.parametrize("lang", [pytest.param("en", marks=pytest.mark.soak), "zh_CN"])
@pytest.mark.parametrize(
    ("view", "shown", "absent"),
    [
        ("opportunity_ranking", ("opportunity_ranking",), ("buying_process", "dupont_roe", "overview")),
        ("numbers", ("dupont_roe", "business_model_canvas"), ("opportunity_ranking", "overview")),
        pytest.param(
            *("deal", ("opportunity_ranking", "buying_process"), ("business_model_canvas", "overview")),
            marks=pytest.mark.soak,
        ),
        pytest.param("overview", ("overview",), ("dupont_roe",), marks=pytest.mark.soak),
    ],
)
def test_what_is_chosen_is_what_the_reader_sees(app, visit, read, confided, view, shown, absent, lang):
    page = visit(app, "")
    open_workbook(page, app.base, confided, lang)
    page.click("#share")
    menu = page.locator("#sharing [name=view]")
    menu.select_option(view)
    page.locator("#sharing [name=edition]").select_option("internal")
    page.click("#sharing-form button:not([type])")
    page.locator("#made:not([hidden])").wait_for()
    address = page.input_value("#address")
    chosen = menu.evaluate("(one) => one.selectedOptions[0].textContent")
    listed = page.locator(".links li").first.inner_text().split(" · ")[0]
    assert listed in chosen
    reader = read(app, f"{address.removeprefix(app.base)}?lang={lang}")
    reader.locator("[data-accountkit-figure] .main-svg").first.wait_for()
    drawn = reader.locator("[data-accountkit-figure]").evaluate_all(
        "all => all.map((one) => one.dataset.accountkitFigure.split('/')[0])"
    )
    assert set(shown) <= set(drawn) and not set(absent) & set(drawn)
    assert SECRET not in reader.content() and "influence_score" not in reader.content()
    assert reader.locator("main h1").count() == reader.locator("main section").count()


def test_no_private_method_and_no_screen_of_such_is_offered(app, visit, account):
    page = visit(app, "")
    open_workbook(page, app.base, account)
    page.click("#share")
    offered = page.locator("#sharing [name=view] option").evaluate_all("all => all.map((one) => one.value)")
    private = [key for key, method in REGISTRY.items() if method.private]
    assert private and not {*private} & set(offered)
    # a screen is offered for what it has beside its private methods
    assert "people" in offered and any(not REGISTRY[key].private for key in cards("people"))


def test_a_view_that_would_show_the_customer_nothing_is_refused_beside_the_form(app, visit, account):
    visit.expected.append("400")
    page = visit(app, "")
    open_workbook(page, app.base, account)
    page.click("#share")
    page.locator("#sharing [name=view]").select_option("opportunity_ranking")
    page.locator("#sharing [name=edition]").select_option("customer")
    page.click("#sharing-form button:not([type])")
    page.locator("#sharing-error", has_text="Choose the internal edition").wait_for()
    assert page.locator("#made").is_hidden() and app.store.links(account) == []
    page.locator("#sharing [name=edition]").select_option("internal")
    page.click("#sharing-form button:not([type])")
    page.locator("#made:not([hidden])").wait_for()
    assert page.locator("#sharing-error").is_hidden()
