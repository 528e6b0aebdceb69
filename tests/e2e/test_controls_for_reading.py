"""Controls of tabs for reading, and of single analyses: none that a table does not name."""

from __future__ import annotations

import pytest

from accountkit.model import Edit
from tests.e2e.controls.crawl import Scene, use, walk
from tests.e2e.controls.numbers import MANAGEMENT, STATEMENT_TABLE
from tests.e2e.controls.panels import EVIDENCE, READ_EVIDENCE, within
from tests.e2e.controls.scenes import TABS, open_tab, passed

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("key", TABS)
def test_a_tab_for_reading(reading_app, visit, key):
    """What a reader cannot use is not there or is marked as disabled; what is there changes nothing of the account."""
    remark = {"target": "findings/f-rules", "text": "Really?"}
    reading_app.store.apply("new-oriental", [Edit(f"comments/c{n}", remark) for n in range(6)], by="ann")
    before = reading_app.store.revision("new-oriental")
    scene = Scene(open_tab(visit, reading_app, "new-oriental", key), reading_app.store, "new-oriental")
    panel = f"[aria-labelledby=ak-tab-{key}]"
    table = [one for one in TABS[key] if one.reads]
    for opener in (one for one in (EVIDENCE[0], STATEMENT_TABLE[1]) if one in table):
        place = table.index(opener) + 1
        table[place:place] = READ_EVIDENCE
    walk(
        scene, within(panel, table), panel, passive=(":disabled", ".ak-dialog a[target=_blank]", ".ak-more *")
    )
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
