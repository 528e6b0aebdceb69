"""Every control of every method's card does what its definition says, on its screen and on a page of its own."""

from __future__ import annotations

import pytest

from accountkit.methods import REGISTRY
from accountkit.methods.subjects import OURS, ids
from accountkit.methods.workspaces import cards, tab_of_method, tabs
from accountkit.panels.registry import PANELS
from accountkit.server.workbook_page import address
from accountkit.store.schema import PRACTICE
from tests.e2e.controls.cards import card, filled
from tests.e2e.controls.crawl import Control, Scene, use, walk
from tests.e2e.controls.effects import changes, holds, shows, unfolds
from tests.e2e.controls.panels import MORE_OFFERS, READ_EVIDENCE, within
from tests.e2e.controls.scenes import open_tab, passed

pytestmark = pytest.mark.browser
PLACED = {key: tab for tab in tabs() for key in cards(tab)}
"""Methods that stand as cards, with their tab."""
ALONE = [key for key, method in REGISTRY.items() if not method.core and key not in PLACED]
"""Methods that have a page of their own only, or stand on a page of our own side."""
PAGE = "#rendered_cells"
PASSING = [".ak-suggestion button", MORE_OFFERS[0].selector, ".ak-toast button"]
"""What answers may bring beside what the table names, and a message, which comes a moment after what it speaks of."""
OF_RECORD = [
    Control(".ak-of-record select", holds),
    Control(".ak-of-record [data-says-of]", shows("[data-card] [data-found]")),
    Control(".ak-of-record summary", unfolds),
    Control(".ak-of-record [data-begin]", shows("[data-card] [data-found]")),
]
"""The strip of a screen with one record and what all methods say of it."""


@pytest.fixture(autouse=True)
def our_own_side_stays(request):
    """There is one practice for all tests: each leaves it as it was."""
    served = [request.getfixturevalue(n) for n in ("app", "reading_app") if n in request.fixturenames]
    before = [(one.store.practices, one.store.practice()) for one in served]
    yield
    for practices, practice in before:
        practices.replace(practice, by="ann")


def one_of_each_shape(keys):
    """All methods, of which `make test` takes the first of each shape: a card is its shape's. `make soak` takes the rest."""
    first = {REGISTRY[key].shape: key for key in reversed(keys)}
    return [
        pytest.param(key, marks=[] if first[REGISTRY[key].shape] == key else [pytest.mark.soak])
        for key in keys
    ]


def at_card(visit, served, store, key: str) -> tuple[Scene, str]:
    """An account of its own (or our own side, where it is about that) with the card in sight: the scene, and the selector of
    the card."""
    if REGISTRY[key].subject in OURS:
        store.practices.replace(filled(REGISTRY[key]), by="ann")
        page, place = visit(served, address("/", key)), f".ak-practice [data-card={key}]"
        page.wait_for_selector(f"body.ready {place} .ak-method")
        return Scene(page, store.practices, PRACTICE), place
    slug = f"card-{key.replace('_', '-')}"
    store.create(filled(REGISTRY[key]).model_copy(update={"slug": slug}), by="ann")
    if key in ALONE:
        return at_page(visit, served, store, slug, key), PAGE
    tab = PLACED[key]
    scene = Scene(open_tab(visit, served, slug, tab), store, slug)
    place = f"[aria-labelledby=ak-tab-{tab}] [data-card={key}]"
    if tab in PANELS:
        use(scene, Control(f"[aria-labelledby=ak-tab-{tab}] > .ak-more > summary", shows(place)))
    scene.page.locator(place).scroll_into_view_if_needed()
    scene.page.wait_for_selector(f"{place} .ak-method")
    return scene, place


def at_page(visit, served, store, slug: str, key: str) -> Scene:
    page = visit(served, f"/analysis/{key}?account={slug}")
    page.wait_for_selector(f"body.ready {PAGE} .ak-card")
    return Scene(page, store, slug)


@pytest.mark.parametrize("key", one_of_each_shape([*PLACED, *ALONE]))
def test_a_card(app, visit, key):
    scene, place = at_card(visit, app, app.store, key)
    # what is entered may bring a suggestion; those that are there from the start are in the table
    walk(scene, within(place, card(REGISTRY[key])), place, passive=[f"{place} {one}" for one in PASSING])
    passed(scene)


@pytest.mark.parametrize(
    "key", one_of_each_shape([key for key in (*PLACED, *ALONE) if not REGISTRY[key].private])
)
def test_a_card_for_reading(reading_app, visit, key):
    """What a reader cannot use is not there or is marked as disabled; what is there changes nothing of the account."""
    scene, place = at_card(visit, reading_app, reading_app.store, key)
    before = scene.store.revision(scene.slug)
    table = [one for one in card(REGISTRY[key]) if one.reads]
    # what is worked out, or is a field of a record, has no evidence of its own to open
    opener = next((n for n, one in enumerate(table, 1) if "aria-haspopup" in one.selector), 0)
    # the dialog is opened once: nothing there is added or taken away
    rest = [one for one in table[opener:] if "aria-haspopup" not in one.selector]
    walk(
        scene,
        within(place, [*table[:opener], *(READ_EVIDENCE if opener else ()), *rest]),
        place,
        passive=[":disabled"],
    )
    passed(scene)
    assert scene.store.revision(scene.slug) == before


@pytest.mark.parametrize("key", one_of_each_shape([*PLACED]))
def test_a_page_of_a_method_has_no_control_that_its_card_has_not(app, visit, account, key):
    scene = at_page(visit, app, app.store, account, key)
    walk(scene, [], PAGE, passive=[*PASSING, *(one.selector for one in card(REGISTRY[key]))])
    passed(scene)


@pytest.mark.parametrize("tab", dict.fromkeys(tab for tab in PLACED.values()))
def test_a_screen_has_no_control_beside_its_cards(app, visit, account, tab):
    panel = f"[aria-labelledby=ak-tab-{tab}]"
    screen = f"{panel} .ak-more" if tab in PANELS else panel
    scene = Scene(open_tab(visit, app, account, tab), app.store, account)
    if screen != panel:
        use(scene, Control(f"{panel} > .ak-more > summary", shows(f"{panel} [data-card]")))
    # the strip stands where two cards are about the same record, its second list while some of them are not begun
    of_record = [one for one in within(screen, OF_RECORD) if scene.page.locator(one.selector).count()]
    # what stands at the head of a screen are entries of a card, with a test of their own (test_deal)
    passive = [f"{panel} [data-card] *", f"{panel} > .ak-more > summary", f"{panel} .ak-head *"]
    walk(scene, of_record, screen, passive=passive)
    passed(scene)
    assert [tab_of_method(REGISTRY[key]) for key in cards(tab)] == [tab] * len(cards(tab))


@pytest.mark.parametrize("reads", [False, pytest.param(True, marks=pytest.mark.soak)])
def test_a_register_of_ten_thousand_rows_is_turned_over(app, reading_app, visit, reads):
    served = reading_app if reads else app
    account = filled(REGISTRY["action_commitment"])
    first, pattern = ids(account, "stakeholder")[0], next(iter(account.commitments.values()))
    many = {
        f"c{n}": pattern.model_copy(update={"action": f"Step {n}", "stakeholder_id": first, "order": n})
        for n in range(10_000)
    }
    served.store.create(account.model_copy(update={"slug": "crowded", "commitments": many}), by="ann")
    scene = at_page(visit, served, served.store, "crowded", "action_commitment")
    rows, told = f"{PAGE} .ak-register tbody", scene.page.locator(f"{PAGE} .ak-num:has(+ [data-page])")
    for button, words in (("after", "Rows 51 to 100 of 10,000"), ("before", "Rows 1 to 50 of 10,000")):
        use(scene, Control(f"{PAGE} [data-page={button}]", changes(rows), reads=True))
        assert told.inner_text() == words and scene.page.locator(f"{rows} tr").count() == 50
    assert scene.page.locator(f"{PAGE} [data-page=before]").is_disabled()
    passed(scene)
