"""Every control of every page does what a table says that it does; one that no table names fails."""

from __future__ import annotations

import datetime as dt

import pytest

from accountkit.model import Edit
from tests.e2e.controls.crawl import Scene, use, walk
from tests.e2e.controls.numbers import MANAGEMENT, NUMBERS, STATEMENT_TABLE
from tests.e2e.controls.own_pages import BAR, KEY, LANDING, READER, READER_CHAIN
from tests.e2e.controls.panels import BRIEF, EVIDENCE, FORCES, OVERVIEW, PEST, READ_EVIDENCE, WORKBOOK, within
from tests.e2e.controls.problems_and_motives import MOTIVES, PROBLEMS

pytestmark = pytest.mark.browser


@pytest.fixture
def account(app, request):
    """A copy of New Oriental for one test, with two readers' comments on it."""
    slug = f"crawled-{abs(hash(request.node.nodeid)) % 10**8}"
    app.store.create(app.store.load("new-oriental").model_copy(update={"slug": slug}), by="ann")
    factor = {"statement": "Rents rise", "source_framework": "pest", "source_item": "political"}
    factor |= {"effect": "threat", "impact": 5, "likelihood": 4}
    strong = [Edit(f"findings/f-strong-{n}", factor) for n in range(4)]
    factors = [*app.store.load(slug).findings, *(edit.path.split("/")[1] for edit in strong)]
    remarks = [Edit(f"comments/{key}", {"target": f"findings/{key}", "text": "Really?"}) for key in factors]
    app.store.apply(slug, [*strong, *remarks], by="ann")
    return slug


def passed(scene: Scene) -> None:
    assert not scene.wrong, "\n" + "\n".join(scene.wrong)


def test_the_landing_page(app, visit, account):
    page = visit(app, "/")
    scene = Scene(page, app.store, account)
    walk(scene, LANDING)
    passed(scene)


def test_the_key_page(app, read):
    read.expected.append("403")
    scene = Scene(read(app, "/"), app.store, "walmart")
    scene.known["token"] = app.url.rsplit("=", 1)[1]
    walk(scene, KEY)
    passed(scene)


@pytest.mark.parametrize("edition", ["internal", "customer"])
def test_a_readers_page(app, read, account, edition):
    expires = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
    secret, _link = app.store.create_link(account, by="ann", edition=edition, expires=expires)
    scene = Scene(read(app, f"/read/{secret}"), app.store, account)
    walk(scene, READER + (READER_CHAIN if edition == "internal" else []))
    passed(scene)


TABS = {
    "overview": OVERVIEW,
    "dupont_roe": NUMBERS,
    "pest": PEST,
    "five_forces": FORCES,
    "problem_types": PROBLEMS,
    "motive_assessment": MOTIVES,
    "brief": BRIEF,
}


def open_tab(visit, served, account: str, key: str):
    page = visit(served, f"/workbook?account={account}#{key}")
    page.wait_for_selector(f"body.ready [aria-labelledby=ak-tab-{key}] .ak-card")
    return page


@pytest.mark.parametrize("key", TABS)
def test_a_tab_of_the_workbook(app, visit, account, key):
    scene = Scene(open_tab(visit, app, account, key), app.store, account)
    panel = f"[aria-labelledby=ak-tab-{key}]"
    walk(scene, within(panel, TABS[key]), panel)
    passed(scene)


def test_the_bar_of_the_workbook(app, visit, account):
    page = visit(app, f"/workbook?account={account}")
    page.wait_for_selector("body.ready .ak-tour")
    scene = Scene(page, app.store, account)
    walk(scene, [*WORKBOOK, *BAR], "body > .ak > :not(#paint), #accountkit-tabs, .ak-tour")
    passed(scene)


@pytest.mark.parametrize("key", TABS)
def test_a_tab_for_reading(reading_app, visit, key):
    """What a reader cannot use is not there or is marked as disabled; what is there changes nothing of the account."""
    remark = Edit("comments/c1", {"target": "findings/f-rules", "text": "Really?"})
    reading_app.store.apply("new-oriental", [remark], by="ann")
    before = reading_app.store.revision("new-oriental")
    scene = Scene(open_tab(visit, reading_app, "new-oriental", key), reading_app.store, "new-oriental")
    panel = f"[aria-labelledby=ak-tab-{key}]"
    table = [one for one in TABS[key] if one.reads]
    for opener in (one for one in (EVIDENCE[0], STATEMENT_TABLE[1]) if one in table):
        place = table.index(opener) + 1
        table[place:place] = READ_EVIDENCE
    walk(scene, within(panel, table), panel, passive=(":disabled", ".ak-dialog a[target=_blank]"))
    passed(scene)
    assert reading_app.store.revision("new-oriental") == before


@pytest.mark.parametrize("key", ["dupont_roe", "pest", "five_forces", "problem_types", "motive_assessment"])
def test_an_analysis_has_no_control_that_its_tab_has_not(app, visit, account, key):
    page = visit(app, f"/analysis/{key}?account={account}")
    page.wait_for_selector("body.ready #rendered_cells .ak-card")
    scene = Scene(page, app.store, account)
    walk(scene, [], "#rendered_cells", passive=[control.selector for control in TABS[key]])
    passed(scene)


def test_the_management_view_opens(reading_app, visit):
    scene = Scene(open_tab(visit, reading_app, "walmart", "dupont_roe"), reading_app.store, "walmart")
    use(scene, MANAGEMENT)
    passed(scene)
