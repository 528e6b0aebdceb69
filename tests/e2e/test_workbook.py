"""The main job in a browser: open an account, change it, see it change, come back, take the brief along."""

from __future__ import annotations

import re
import zipfile

import pytest

from accountkit.model import Edit
from tests.e2e.in_lab import open_in_lab, run_all

pytestmark = pytest.mark.browser
ANALYSES = ("pest", "five_forces", "dupont_roe", "problem_types", "motive_assessment", "brief")
TITLES = {"en": "Impact × likelihood", "zh_CN": "影响 × 可能性"}


def live(page) -> None:
    """Wait until the live workbook has taken over from the first paint."""
    page.wait_for_selector(".ak-workbook .ak-hero:visible")


def no_sideways_scrolling(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1")


@pytest.mark.parametrize(
    ("width", "lang"),
    [
        (400, "zh_CN"),
        pytest.param(1280, "en", marks=pytest.mark.soak),
        pytest.param(1280, "zh_CN", marks=pytest.mark.soak),
        pytest.param(400, "en", marks=pytest.mark.soak),
    ],
)
def test_every_tab_opens(app, visit, lang, width):
    page = visit(app, f"/workbook?account=new-oriental&lang={lang}", width)
    live(page)
    assert page.locator(".ak-tile").count() >= 4 and no_sideways_scrolling(page)
    for key in ANALYSES:
        page.click(f"#ak-tab-{key}")
        panel = page.locator(f"[aria-labelledby=ak-tab-{key}]")
        panel.locator(".ak-hero, .ak-quote").first.wait_for()
        if key != "brief":
            panel.locator(".js-plotly-plot .main-svg").first.wait_for()
        assert no_sideways_scrolling(page), key
    page.click("#ak-tab-pest")
    assert page.get_by_text(TITLES[lang]).first.is_visible()


def test_only_what_was_saved_is_called_so_in_the_readers_language(visit, app, account):
    page = visit(app, f"/workbook?account={account}&lang=zh_CN#pest")
    page.wait_for_selector("body.ready .ak-pest")
    page.evaluate(
        "window.said = []; new MutationObserver(() => said.push(document.querySelector('.ak-saved').textContent))"
        ".observe(document.querySelector('.ak-saved'), { childList: true, characterData: true, subtree: true })"
    )
    page.click("#ak-tab-problem_types")
    page.locator("[aria-labelledby=ak-tab-problem_types] .ak-card").first.wait_for()
    page.click("#ak-tab-pest")
    dots = page.locator(".ak-pest").first.locator(".ak-dots").first.locator(".ak-dot")
    dots.nth(0 if dots.nth(4).get_attribute("aria-checked") == "true" else 4).click()
    page.locator(".ak-saved", has_text="已保存").wait_for()
    assert set(page.evaluate("window.said")) == {"已保存"}


def test_a_click_changes_the_figure_and_is_there_after_a_reload(app, visit):
    page = visit(app, "/workbook?account=walmart#pest")
    live(page)
    row = page.locator(".ak-pest").first  # rated, so that it is on the map; the last one is not
    row.wait_for()
    figure = page.locator("[aria-labelledby=ak-tab-pest] .js-plotly-plot .scatterlayer").first
    figure.wait_for()
    before, path = figure.inner_html(), row.get_attribute("data-path")
    dots = row.locator(".ak-dots").first.locator(".ak-dot")
    wanted = 0 if dots.nth(4).get_attribute("aria-checked") == "true" else 4
    dots.nth(wanted).click()
    page.wait_for_function(
        "([before]) => document.querySelector('[aria-labelledby=ak-tab-pest] .scatterlayer').innerHTML !== before",
        arg=[before],
    )
    page.reload()
    live(page)
    page.locator(f"[data-path='{path}'] .ak-dots").first.locator(
        ".ak-dot[aria-checked=true] >> nth=0"
    ).wait_for()
    assert (
        page.locator(f"[data-path='{path}'] .ak-dots")
        .first.locator(".ak-dot")
        .nth(wanted)
        .get_attribute("aria-checked")
        == "true"
    )


def test_undo_by_keyboard_takes_the_last_edit_back(app, visit):
    page = visit(app, "/workbook?account=walmart#five_forces")
    live(page)
    page.locator("[aria-labelledby=ak-tab-five_forces] .ak-force-name").first.click()
    dots = page.locator(".ak-item .ak-dots").first.locator(".ak-dot")
    state = [dots.nth(n).get_attribute("aria-checked") for n in range(5)]
    wanted = 0 if state[0] != "true" else 1
    dots.nth(wanted).click()
    page.wait_for_function(
        "(dot) => dot.getAttribute('aria-checked') === 'true'", arg=dots.nth(wanted).element_handle()
    )
    page.keyboard.press("Control+z")
    page.wait_for_function(
        "(dot) => dot.getAttribute('aria-checked') !== 'true'", arg=dots.nth(wanted).element_handle()
    )
    assert [dots.nth(n).get_attribute("aria-checked") for n in range(5)] == state


def test_markup_in_a_text_is_shown_and_not_run(app, visit):
    page = visit(app, "/workbook?account=walmart#pest")
    live(page)
    box = page.locator(".ak-pest textarea").first
    box.wait_for()
    original = box.input_value()
    box.fill("<img src=x onerror='window.ran = 1'><script>window.ran = 1</script>")
    box.blur()
    page.wait_for_timeout(1500)
    assert page.evaluate("window.ran") is None
    assert "<img src=x" in page.locator(".ak-pest textarea").first.input_value()
    page.locator(".ak-pest textarea").first.fill(original)
    page.locator(".ak-pest textarea").first.blur()
    page.wait_for_timeout(500)


@pytest.mark.parametrize("lang", [pytest.param("en", marks=pytest.mark.soak), "zh_CN"])
def test_the_brief_is_taken_along_as_a_word_document(app, visit, lang, tmp_path):
    page = visit(app, f"/workbook?account=new-oriental&lang={lang}#brief")
    live(page)
    page.locator("[aria-labelledby=ak-tab-brief] .ak-button.main").wait_for()
    with page.expect_download() as waiting:
        page.click("[aria-labelledby=ak-tab-brief] .ak-button.main")
    target = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(target)
    text = zipfile.ZipFile(target).read("word/document.xml").decode()
    assert target.suffix == ".docx"
    assert ("新东方" in text) if lang == "zh_CN" else ("New Oriental" in text)


@pytest.mark.parametrize("key", ["pest", "five_forces", "dupont_roe", "problem_types", "motive_assessment"])
def test_each_analysis_opens_as_an_app_of_its_own(app, visit, key):
    page = visit(app, f"/analysis/{key}?account=walmart")
    page.wait_for_selector("#rendered_cells .ak .ak-card")
    page.locator("#rendered_cells .js-plotly-plot .main-svg").first.wait_for()
    assert no_sideways_scrolling(page)


def test_the_landing_page_leads_to_an_account(app, visit):
    page = visit(app, "")
    assert page.get_by_text("New Oriental").first.is_visible() and re.search(r"ROE", page.inner_text("body"))
    page.get_by_role("link", name=re.compile("^Open")).first.click()
    live(page)


@pytest.mark.slow
def test_the_workbook_works_in_jupyterlab(lab, visit):
    page = visit(lab, "")
    open_in_lab(page, lab, "whole", "workbook.ipynb")
    run_all(page)
    page.wait_for_selector(".jp-OutputArea-output .ak-workbook .ak-tile")
    page.click("#ak-tab-pest")
    row = page.locator(".ak-pest").first
    row.wait_for()
    dots = row.locator(".ak-dots").first.locator(".ak-dot")
    wanted = 2 if dots.nth(2).get_attribute("aria-checked") != "true" else 1
    dot = dots.nth(wanted).element_handle()  # its row may move when it is rated
    dot.click()
    page.wait_for_function("(dot) => dot.getAttribute('aria-checked') === 'true'", arg=dot)


def test_the_tour_follows_a_tab_that_is_opened_by_hand(app, visit):
    page = visit(app, "/workbook?account=walmart")
    step = page.locator(".ak-tour b")
    step.wait_for()
    assert step.inner_text().startswith("1 / 6")
    page.locator("#ak-tab-problem_types").click()
    page.wait_for_function("() => document.querySelector('.ak-tour b').innerText.startsWith('4 / 6')")
    page.locator(".ak-tour .main").click()
    page.wait_for_selector("#ak-tab-motive_assessment[aria-selected=true]")
    assert step.inner_text().startswith("5 / 6")


def test_a_comment_on_a_method_without_a_tab_leads_to_its_page(app, visit, account_of_its_own):
    slug = account_of_its_own("commented-apart")
    target = "answers/lifetime_value"
    app.store.apply(slug, [Edit("comments/c1", {"target": target, "text": "Over how many years?"})], by="ann")
    page = visit(app, f"/workbook?account={slug}")
    live(page)
    page.get_by_role("button", name="Over how many years? Reader").click()
    page.wait_for_url(f"**/analysis/lifetime_value?account={slug}")
    page = visit(app, f"/workbook?account={slug}#overview:{target}")
    page.wait_for_url(f"**/analysis/lifetime_value?account={slug}")
