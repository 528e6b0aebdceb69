"""Every control of our own pages and of the bar does what a table says that it does; one that no table names fails."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.e2e.controls.crawl import Scene, walk
from tests.e2e.controls.own_pages import BAR, KEY, LANDING, READER, READER_CHAIN
from tests.e2e.controls.panels import WORKBOOK
from tests.e2e.controls.scenes import passed

pytestmark = pytest.mark.browser


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


def test_the_bar_of_the_workbook(app, visit, account):
    page = visit(app, f"/workbook?account={account}")
    page.wait_for_selector("body.ready .ak-tour")
    scene = Scene(page, app.store, account)
    walk(scene, [*WORKBOOK, *BAR], "body > .ak > :not(#paint), #accountkit-tabs, .ak-tour")
    passed(scene)
