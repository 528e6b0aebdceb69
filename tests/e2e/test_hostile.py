"""What people write is text in every page: hostile texts in each kind of field run nothing, load nothing and are seen as typed.

Every text of an account is one that would run as markup, as a template or as an address, if any page took it for that.
"""

from __future__ import annotations

import datetime as dt

import pytest

from accountkit.methods import REGISTRY
from accountkit.methods.workspaces import cards, tabs
from accountkit.model import Account, Answer, Edit
from tests.brief.test_hostile import hostile
from tests.e2e.controls.crawl import Control, Scene, use
from tests.e2e.controls.effects import shows
from tests.e2e.pages import show_tab, unfold
from tests.methods.generated import whole

pytestmark = pytest.mark.browser
TEXT = (
    "</textarea></script><img src=x onerror=window.ran=1><svg onload=window.ran=2>"
    "<script>window.ran=3</script>{{ constructor.constructor('window.ran=4')() }}"
    "<a href='javascript:window.ran=5'>here</a>\"'`${window.ran=6}"
)
SHORT = "<img src=x onerror=window.ran=1>{{ 7 * 7 }}"
MADE = """() => [...document.querySelectorAll("img[src=x], svg[onload], a[href^='javascript:'], [onerror]")]
  .map((one) => one.outerHTML.slice(0, 200))"""
SLUG = "hostile-text"


def all_hostile() -> Account:
    """Every text of the chain and of every method's answers, with the notes of its evidence."""
    account = hostile(TEXT)
    answers, private = dict(account.answers), dict(account.private_answers)
    for method in REGISTRY.values():
        if method.core:
            continue
        full = whole(method, mark=TEXT)
        made = {key: answer for key, answer in getattr(full, method.collection).items()}
        (private if method.private else answers).update(made)
        account = account.model_copy(update={"evidence": {**full.evidence, **account.evidence}})
    five = account.answers.get("five_forces", Answer())
    answers["five_forces"] = five.model_copy(update={"notes": {**five.notes, "n": TEXT}})
    return account.model_copy(update={"slug": SLUG, "answers": answers, "private_answers": private})


@pytest.fixture(scope="module")
def attacked(app):
    app.store.create(all_hostile(), by=SHORT)
    target = next(iter(app.store.load(SLUG).findings))
    app.store.apply(SLUG, [Edit("comments/c1", {"target": f"findings/{target}", "text": TEXT})], by=SHORT)
    return app


def is_harmless(page) -> None:
    """Nothing ran, no element was made of the text, and a template stayed as it was typed."""
    assert page.evaluate("window.ran") is None
    assert page.evaluate(MADE) == []
    assert "49" not in page.locator("title").inner_text()


def test_in_every_tab_and_card_it_stays_text(attacked, visit):
    page = visit(attacked, f"/workbook?account={SLUG}")
    scene = Scene(page, attacked.store, SLUG)
    for key in tabs():
        show_tab(page, key)
        panel = f"[aria-labelledby=ak-tab-{key}]"
        more = page.locator(f"{panel} > .ak-more > summary")
        if more.count():
            use(scene, Control(f"{panel} > .ak-more > summary", shows(f"{panel} [data-card] .ak-method")))
        places = page.locator(f"{panel} [data-card]")
        assert places.count() == len(cards(key))
        for place in places.all():
            unfold(place)
        is_harmless(page)
    assert scene.wrong == []
    seen = page.evaluate("[...document.querySelectorAll('textarea')].map((one) => one.value)")
    assert sum(TEXT[:400] in text for text in seen) > 20


@pytest.mark.soak  # the same cards as on the tabs
@pytest.mark.parametrize("key", [key for key, method in REGISTRY.items() if not method.core])
def test_on_the_page_of_each_method_it_stays_text(attacked, visit, key):
    page = visit(attacked, f"/analysis/{key}?account={SLUG}&lang=zh_CN")
    page.wait_for_selector("body.ready #rendered_cells .ak-method")
    assert TEXT[:30] in page.locator("#rendered_cells").inner_text() or page.evaluate(
        "(text) => [...document.querySelectorAll('#rendered_cells textarea')].some((one) => one.value.includes(text))",
        TEXT,
    )
    is_harmless(page)


def test_in_each_kind_of_field_it_is_stored_and_shown_as_typed(attacked, visit, account):
    """Typed by hand: a name, a note of a rating, a text, a cell of a register, and the source of evidence."""
    page = visit(attacked, f"/workbook?account={account}#people")
    card = "[data-card=influence_score]"
    page.wait_for_selector(f"body.ready {card}")
    page.locator(card).scroll_into_view_if_needed()
    page.wait_for_selector(f"{card} .ak-method")
    fields = (f"{card} .ak-method-record textarea", f"{card} .ak-entry-name textarea")
    page.locator(f"{card} .ak-entry-note").first.click()
    for field in fields:
        page.locator(field).first.fill(SHORT)
        page.locator(field).first.blur()
    page.locator(f"{card} span > .ak-chip[aria-haspopup=dialog]").first.click()
    form = page.locator(".ak-dialog[open] form")
    form.locator("input").first.fill(SHORT)
    form.locator("[type=submit]").click()
    page.wait_for_function("() => !document.querySelector('.ak-dialog[open]')")
    page.click("#ak-tab-meetings")
    card = "[data-card=action_commitment]"
    more = "[aria-labelledby=ak-tab-meetings] > .ak-more > summary"
    page.click(more)
    page.locator(card).scroll_into_view_if_needed()
    page.wait_for_selector(f"{card} .ak-method")
    rows = page.locator(f"{card} .ak-register tbody tr")
    before = rows.count()
    page.locator(f"{card} [data-add=commitments]").last.click()
    rows.nth(before).locator(":focus").wait_for()  # the new row takes it, wherever it is by then
    cell = page.locator(f"{card} .ak-register textarea").first
    cell.fill(SHORT)
    cell.blur()
    scene = Scene(page, attacked.store, account)
    scene.until(lambda: scene.account.model_dump_json().count(SHORT) == 4, "four fields with the text")
    page.reload()
    page.wait_for_selector(f"body.ready {more}")
    page.click(more)
    page.locator(card).scroll_into_view_if_needed()
    page.wait_for_selector(f"{card} .ak-method")
    values = page.evaluate("[...document.querySelectorAll('textarea')].map((one) => one.value)")
    assert SHORT in values
    is_harmless(page)


@pytest.mark.parametrize("lang", ["en", pytest.param("zh_CN", marks=pytest.mark.soak)])
def test_the_brief_opened_in_a_browser_shows_it_as_text(attacked, visit, tmp_path, lang):
    page = visit(attacked, "/")
    answer = page.request.get(f"{attacked.base}/brief/{SLUG}.html?lang={lang}")
    assert answer.ok
    file = tmp_path / "brief.html"
    file.write_bytes(answer.body())
    page.goto(file.as_uri())
    assert "onerror=window.ran=1" in page.locator("body").inner_text()
    is_harmless(page)


@pytest.mark.parametrize("edition", ["internal", "customer"])
def test_a_readers_page_shows_it_as_text_and_takes_it_as_a_comment(attacked, read, edition):
    expires = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
    secret, _link = attacked.store.create_link(SLUG, by="ann", edition=edition, expires=expires)
    page = read(attacked, f"/read/{secret}")
    assert "onerror=window.ran=1" in page.locator("body").inner_text()
    is_harmless(page)
    page.locator(".claims summary").first.click()
    page.locator(".claims textarea").first.fill(TEXT)
    page.locator(".claims input[name=name]").first.fill(SHORT)
    page.locator(".claims form button").first.click()
    page.locator(".claims [role=status]").first.wait_for()
    is_harmless(page)
    assert TEXT in [comment.text for comment in attacked.store.load(SLUG).comments.values()]


def test_the_list_of_accounts_the_bar_and_the_palette_show_it_as_text(attacked, visit):
    page = visit(attacked, "/")
    page.wait_for_selector("#search")
    assert (
        "<img src=x" in page.locator("body").inner_text()
        or "</textarea>" in page.locator("body").inner_text()
    )
    is_harmless(page)
    page.goto(f"{attacked.base}/workbook?account={SLUG}")
    page.wait_for_selector("body.ready [aria-labelledby=ak-tab-overview] .ak-card")
    page.keyboard.press("Control+k")
    page.fill("#palette-word", "onerror")
    page.locator("#palette-list .found mark").first.wait_for()
    is_harmless(page)
