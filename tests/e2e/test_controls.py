"""Every control of our own pages and of the bar does what a table says that it does; one that no table names fails."""

from __future__ import annotations

import datetime as dt

import pytest

from accountkit.model import Edit
from tests.e2e.controls.crawl import Scene, walk
from tests.e2e.controls.own_pages import BAR, KEY, LANDING, READER, READER_CHAIN, REVIEW, WEEK
from tests.e2e.controls.panels import WORKBOOK
from tests.e2e.controls.scenes import passed

pytestmark = pytest.mark.browser


def test_the_landing_page(app, visit, account):
    page = visit(app, "/")
    scene = Scene(page, app.store, account)
    # there are as many accounts as the tests before have made
    walk(scene, LANDING, passive=("[rel=next]",))
    passed(scene)


def test_the_week_and_the_review(app, visit, account):
    old = {"source": "Filing", "date": "2020-01-01", "grade": "A", "status": "confirmed"}
    edits = [Edit("profile/owner", "Crawler"), Edit("evidence/old", old)]
    edits += [
        Edit(f"findings/old-{n}", {"statement": f"Old {n}", "source_item": "social", "evidence": ["old"]})
        for n in range(8)
    ]
    edits += [Edit("plan/next", {"action": "Review", "origin": "review", "due": "2026-05-20"})]
    app.store.apply(account, edits, by="ben")
    week = Scene(visit(app, "/week?day=2026-05-11&who=Crawler"), app.store, account)
    walk(
        week, WEEK, passive=("[rel=next]",)
    )  # there are more accounts than a page has, by what other tests add
    passed(week)
    review = Scene(visit(app, f"/review?account={account}"), app.store, account)
    walk(review, REVIEW)
    passed(review)


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


def test_the_bar_of_the_workbook(app, visit, account):
    page = visit(app, f"/workbook?account={account}")
    page.wait_for_selector("body.ready .ak-tour")
    scene = Scene(page, app.store, account)
    walk(scene, [*WORKBOOK, *BAR], "body > .ak > :not(#paint), #accountkit-tabs, .ak-tour")
    passed(scene)
