"""A long name of a customer gives way to what stands beside it: the tabs of the bar, and the columns of the portfolio."""

from __future__ import annotations

import pytest

from accountkit.model import Account, Profile
from tests.e2e.test_layout import TABS_OUT_OF_SIGHT

pytestmark = pytest.mark.browser
LONG = "华东精密涂装（苏州）股份有限公司"
HEADINGS_OF_ONE_SIGN = """() => [...document.querySelectorAll(".ak-all-accounts thead th")]
  .filter((head) => head.getBoundingClientRect().height > 3 * parseFloat(getComputedStyle(head).lineHeight))
  .map((head) => head.innerText)"""


def named(app, slug: str, name: str) -> None:
    app.store.create(Account(slug=slug, profile=Profile(name=name)), by="ann")


@pytest.mark.parametrize("width", [1280, 1200])
def test_all_tabs_are_in_sight_beside_a_long_name(app, visit, width):
    named(app, f"long-name-{width}", LONG)
    page = visit(app, f"/workbook?account=long-name-{width}&lang=zh_CN", width)
    page.wait_for_selector("body.ready #accountkit-tabs [role=tab]")
    assert page.evaluate(TABS_OUT_OF_SIGHT) == []
    assert page.locator(".bar .switch summary").first.get_attribute("title") == LONG


def test_a_very_long_name_leaves_each_column_of_the_portfolio_its_room(app, visit):
    named(app, "longest-name", "An endless holding company of the north " * 7)
    page = visit(app, "/portfolio?lang=zh_CN")
    page.wait_for_selector("body.ready .ak-all-accounts tbody tr")
    assert page.evaluate(HEADINGS_OF_ONE_SIGN) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
