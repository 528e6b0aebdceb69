"""What a person without a mouse, or without sight, meets: axe-core finds nothing on any page, tab and dialog."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest

from tests.e2e.pages import ANALYSES, open_html_brief, reader_link, tabs

pytestmark = pytest.mark.browser
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
DISCLOSE = "for (const part of document.querySelectorAll('details')) part.open = true"
CLOSE_MENUS = "document.querySelectorAll('details.switch').forEach((menu) => { menu.open = false; })"
"""The menus of the bar lie over the panels: with many accounts they would take the clicks."""
OPENERS = ".ak-card :is(button, summary)[aria-expanded=false]"
DIALOGS = {
    "dupont_roe": (".ak-node", ".ak-cell"),
    "pest": (".ak-pest .ak-chip[aria-haspopup=dialog]",),
    "five_forces": (".ak-item .ak-chip[aria-haspopup=dialog]",),
}
"""What opens a dialog in a tab, beside what the page itself offers."""


def violations(page, where: str, *rules: str) -> list[str]:
    """What axe finds on the page as it stands, by the named rules or by all: place, rule, elements."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(f"{AXE};0")
    options = {"resultTypes": ["violations"], **({"runOnly": list(rules)} if rules else {})}
    found = page.evaluate("(options) => axe.run(document, options)", options)["violations"]
    return [
        f"{where}: {rule['id']} {node['target']} {node['html'][:160]} {node.get('failureSummary', '')[:240]}"
        for rule in found
        for node in rule["nodes"][:4]
    ]


def of_all_pages(app, page, lang: str, folder) -> list[str]:
    """What axe finds on every page, tab and dialog in one language, each with all that can be unfolded unfolded."""
    found = []
    page.goto(f"{app.base}/?lang={lang}")
    found += violations(page, "landing")
    page.click("#new")
    found += violations(page, "landing, new account")
    for tab in tabs(page, app.base, "new-oriental", lang):
        found += of_tab(page, tab)
    page.click("#share")
    found += violations(page, "sharing")
    page.keyboard.press("Escape")
    page.click("#find")
    page.locator(".palette .now").first.wait_for()
    found += violations(page, "palette")
    for view in ("brief", "pest"):
        link = reader_link(page, app.base, "new-oriental", view)
        page.goto(link)
        page.wait_for_selector(".main-svg")
        page.evaluate(DISCLOSE)
        found += violations(page, f"reader, {view}")
    for key in ANALYSES:
        page.goto(f"{app.base}/analysis/{key}?account=walmart&lang={lang}")
        page.wait_for_selector("body.ready #rendered_cells .ak-card")
        found += violations(page, f"analysis {key}")
    page.goto(f"{app.base}/workbook?account=nothing-here&lang={lang}")
    found += violations(page, "error")
    open_html_brief(page, app.base, "new-oriental", folder, lang)
    found += violations(page, "brief as a page")
    return found


def of_tab(page, tab: str) -> list[str]:
    panel = f"[aria-labelledby=ak-tab-{tab}] "
    page.evaluate(CLOSE_MENUS)
    for _one in range(min(2, page.locator(panel + OPENERS).count())):
        page.locator(panel + OPENERS).first.click()
    page.evaluate(DISCLOSE)
    found = violations(page, tab)
    page.evaluate(CLOSE_MENUS)
    for opener in DIALOGS.get(tab, ()):
        page.locator(panel + opener).first.click()
        page.wait_for_selector("dialog.ak-dialog[open] .ak-title, dialog.ak-dialog[open] h2")
        found += violations(page, f"{tab}, {opener}")
        page.keyboard.press("Escape")
        page.wait_for_selector("dialog.ak-dialog[open]", state="hidden")
    return found


def test_axe_finds_nothing_on_any_page_tab_and_dialog(app, visit, tmp_path):
    visit.expected.append("404 (Not Found)")  # the page that is not there
    page = visit(app, "")
    assert of_all_pages(app, page, "en", tmp_path) == []


def test_axe_finds_nothing_before_the_door(app, chromium):
    context = chromium.new_context()
    page = context.new_page()
    page.goto(app.base + "/")
    found = violations(page, "key")
    context.close()
    assert found == []


def test_axe_reports_what_is_wrong(app, visit):
    """The check itself: a picture without a word is found."""
    page = visit(app, "")
    page.evaluate("document.querySelector('main').append(new Image(9, 9))")
    assert any("image-alt" in line for line in violations(page, "spoilt"))


@pytest.mark.soak
@pytest.mark.parametrize("lang", ["en", "zh_CN"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
def test_axe_finds_nothing_in_either_language_light_and_dark_wide_and_narrow(
    app, visit, lang, scheme, width, tmp_path
):
    visit.expected.append("404 (Not Found)")
    page = visit(app, "", width)
    page.emulate_media(color_scheme=scheme)
    assert of_all_pages(app, page, lang, tmp_path) == []
