"""People in a real browser: the first start, an invitation, an edit under the verified name, and a right that ends."""

from __future__ import annotations

import sys

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Served, free_port
from tests.e2e.pages import open_workbook
from tests.e2e.test_accessibility import violations

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def team(tmp_path_factory):
    """`accountkit serve --sign-in invite`; its address is the first administrator's personal link."""
    command = [sys.executable, "-m", "accountkit", "serve", "--no-browser", "--sign-in", "invite"]
    folder = tmp_path_factory.mktemp("team")
    served = Served([*command, "--port", str(free_port())], folder, r"http://\S+/invitation/\S+")
    yield served
    served.stop()


def test_an_editor_is_invited_edits_under_their_name_and_is_out_when_revoked(team, visit, read):
    boss = visit(team, "")
    found = violations(boss, "invitation")
    boss.get_by_label("Your name, as the history shows it").fill("Bo Ss")
    boss.click("button")
    expect(boss.locator("a[href$='/people']")).to_contain_text("Bo Ss")
    boss.click("a[href$='/people']")
    row = boss.locator("[aria-labelledby=own] li")
    assert row.inner_text().startswith("Chrome on Linux")
    assert (
        row.evaluate("row => row.getBoundingClientRect().x - row.parentNode.getBoundingClientRect().x") >= 12
    )
    form = boss.locator("form:has([name=do][value=invite])")
    form.locator("[name=name]").fill("Ed Itor")
    form.locator("[name=account]").select_option("walmart")
    form.get_by_role("button").click()
    link = boss.input_value("#made")
    found += violations(boss, "people")
    boss.set_viewport_size({"width": 400, "height": 900})
    assert boss.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1")
    editor = read(team, link.removeprefix(team.base))
    editor.click("button")
    assert editor.locator("ul.accounts > li:not([hidden])").count() == 1
    assert editor.locator("#search").evaluate("field => getComputedStyle(field).borderTopStyle") == "solid"
    open_workbook(editor, team.base, "walmart", tab="pest")
    dots = editor.locator(".ak-pest").last.locator(".ak-dots").first.locator(".ak-dot")
    wanted = 0 if dots.nth(4).get_attribute("aria-checked") == "true" else 4
    dots.nth(wanted).click()
    editor.wait_for_function(
        "(dot) => dot.getAttribute('aria-checked') === 'true'", arg=dots.nth(wanted).element_handle()
    )
    boss.goto(f"{team.base}/people")
    for _try in range(100):
        if team.store.history("walmart"):
            break
        editor.wait_for_timeout(100)
    assert team.store.history("walmart")[-1].by == "Ed Itor"
    visit.expected += ["403", "404", "WebSocket"]  # what the page of somebody revoked asks for
    boss.get_by_role("button", name="Revoke Ed Itor").click()
    editor.locator("#gone:not([hidden])").wait_for()
    editor.click("#continue")
    editor.get_by_role("heading", name="Sign in").wait_for()
    assert found == []
