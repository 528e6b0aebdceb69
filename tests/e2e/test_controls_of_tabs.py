"""Every control of every tab does what a table says that it does; one that no table names fails."""

from __future__ import annotations

import pytest

from tests.e2e.controls.crawl import Scene, walk
from tests.e2e.controls.panels import within
from tests.e2e.controls.scenes import TABS, open_tab, passed

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("key", TABS)
def test_a_tab_of_the_workbook(app, visit, account, key):
    scene = Scene(open_tab(visit, app, account, key), app.store, account)
    panel = f"[aria-labelledby=ak-tab-{key}]"
    # what stands below a panel of its own is a screen of cards, with a test of its own
    # a message comes a moment after what it speaks of and goes with the next action: its buttons may be seen at any step;
    # the tables use each of them where it is awaited
    walk(scene, within(panel, TABS[key]), panel, passive=[f"{panel} .ak-more *", f"{panel} .ak-toast button"])
    passed(scene)
