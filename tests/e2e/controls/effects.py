"""What controls do, as checks: each uses a control as a person does and asserts what follows."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

from playwright.sync_api import ElementHandle, Locator

from tests.e2e.controls.crawl import MOMENT, Scene

Effect = Callable[[Scene, Locator], None]


def operate(control: Locator | ElementHandle) -> None:
    """Change a field to another value than it has, or press what is pressed."""
    kind = control.evaluate("(one) => one.tagName + ':' + (one.inputMode || one.type || '')")
    if kind.startswith("SELECT"):
        options = control.evaluate(
            "(one) => [...one.options].map((o) => [o.value, o.disabled]).filter(([v, off]) => v && !off && v !== one.value)"
        )
        control.select_option(options[0][0])
    elif kind == "INPUT:date":
        control.fill("2027-04-30" if control.input_value() != "2027-04-30" else "2027-05-31")
        control.evaluate("(one) => one.blur()")
    elif kind in ("INPUT:decimal", "INPUT:number"):
        control.fill("3" if control.input_value() != "3" else "4")
        control.evaluate("(one) => one.blur()")
    elif kind.startswith(("TEXTAREA", "INPUT:text", "INPUT:search", "INPUT:url", "INPUT:password")):
        control.fill("04-30" if control.input_value() != "04-30" else "05-31")
        control.evaluate("(one) => one.blur()")
    else:
        control.click()


def writes(path: str) -> Effect:
    """Its value is stored at a path (a pattern)."""

    def effect(scene: Scene, control: Locator) -> None:
        before = len(scene.store.history(scene.slug))
        operate(control)
        scene.until(
            lambda: any(re.fullmatch(path, e.path) for e in scene.store.history(scene.slug)[before:]),
            lambda: f"an edit of {path}, not {[e.path for e in scene.store.history(scene.slug)[before:]]}",
        )

    return effect


def adds(kind: str, by: int = 1) -> Effect:
    """There is one more record of a kind (a path below the account)."""

    def effect(scene: Scene, control: Locator) -> None:
        before = count(scene, kind)
        control.click()
        scene.until(lambda: count(scene, kind) == before + by, f"{by:+} of {kind}")

    return effect


def removes(kind: str) -> Effect:
    """There is one record less of a kind."""
    return adds(kind, -1)


def count(scene: Scene, kind: str) -> int:
    """How many records of a kind the account has, wherever below it they are."""
    account = scene.account
    if hasattr(account, kind):
        return len(getattr(account, kind))
    return len(re.findall(rf'"{kind}": ?"', account.model_dump_json()))


def shows(selector: str) -> Effect:
    """Something comes into sight."""

    def effect(scene: Scene, control: Locator) -> None:
        control.click()
        scene.page.locator(selector).locator("visible=true").first.wait_for(timeout=MOMENT)

    return effect


def hides(selector: str) -> Effect:
    """Something goes out of sight."""

    def effect(scene: Scene, control: Locator) -> None:
        assert scene.page.locator(selector).locator("visible=true").count(), f"{selector} was not there"
        control.click()
        scene.until(
            lambda: not scene.page.locator(selector).locator("visible=true").count(), f"no {selector}"
        )

    return effect


def unfolds(scene: Scene, control: Locator) -> None:
    """What it heads opens, or closes."""
    state = "(one) => String(one.tagName === 'SUMMARY' ? one.parentElement.open : one.ariaExpanded || one.ariaPressed)"
    handle = control.element_handle()
    before = handle.evaluate(state)
    handle.click()
    scene.until(lambda: handle.evaluate(state) != before, f"it unfolds; it stays {before}")


def holds(scene: Scene, control: Locator) -> None:
    """A field of a form keeps what is entered until the form is sent."""
    value = "(one) => one.type === 'checkbox' || one.type === 'radio' ? String(one.checked) : one.value"
    before = control.evaluate(value)
    operate(control)
    assert control.evaluate(value) != before, f"it stays {before!r}"


def types(text: str) -> Effect:
    """A field takes this text."""

    def effect(_scene: Scene, control: Locator) -> None:
        control.fill(text)
        assert control.input_value() == text

    return effect


def changes(selector: str) -> Effect:
    """What is shown elsewhere changes."""

    def effect(scene: Scene, control: Locator) -> None:
        place = scene.page.locator(selector).locator("visible=true").first
        before = place.inner_html()
        operate(control)
        scene.until(lambda: place.inner_html() != before, f"{selector} changes")

    return effect


def leads(address: str) -> Effect:
    """A link opens a page (a pattern of its address); followed in a tab of its own, as with the middle button."""

    def effect(scene: Scene, control: Locator) -> None:
        with scene.page.context.expect_page() as opened:
            control.click(modifiers=["ControlOrMeta"])
        page = opened.value
        page.wait_for_url(lambda found: found != "about:blank", wait_until="domcontentloaded")
        found = unquote(page.url)
        words = page.locator("body").inner_text()
        page.close()
        assert re.search(address, found), f"an address like {address}, not {found}"
        assert words.strip(), "the page is empty"

    return effect


def downloads(ending: str) -> Effect:
    """A file comes."""

    def effect(scene: Scene, control: Locator) -> None:
        with scene.page.expect_download(timeout=6 * MOMENT) as waiting:
            control.click()
        assert waiting.value.suggested_filename.endswith(ending), waiting.value.suggested_filename
        assert waiting.value.path().stat().st_size > 500

    return effect


def hands_over(ending: str) -> Effect:
    """A link saves a file; not followed where other links of the same kind are."""

    def effect(_scene: Scene, control: Locator) -> None:
        assert re.search(rf"/brief/[^/]+\.{ending}(\?|$)", control.get_attribute("href"))
        assert control.get_attribute("download") is not None

    return effect


def goes(tab: str) -> Effect:
    """Another tab of the workbook (a pattern of its key) is shown; the one before is opened again."""

    def effect(scene: Scene, control: Locator) -> None:
        chosen = "document.querySelector('[role=tab][aria-selected=true]').id.replace('ak-tab-', '')"
        before = scene.page.evaluate(chosen)
        control.click()
        scene.until(lambda: re.fullmatch(tab, scene.page.evaluate(chosen)), f"the tab {tab}")
        scene.page.click(f"#ak-tab-{before}")

    return effect


def closes(scene: Scene, control: Locator) -> None:
    """Its dialog is closed."""
    dialog = control.locator("xpath=ancestor::dialog").element_handle()
    control.click()
    scene.until(lambda: not dialog.evaluate("(one) => one.open"), "the dialog closes")


def copies(scene: Scene, control: Locator) -> None:
    """A picture is in the clipboard."""
    scene.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    control.click()
    kinds = "navigator.clipboard.read().then((all) => all.flatMap((one) => [...one.types]))"
    scene.until(lambda: "image/png" in scene.page.evaluate(kinds), "a picture in the clipboard")


def declines(scene: Scene, control: Locator) -> None:
    """A suggestion is put away for good."""
    before, offers = len(scene.account.declined), scene.page.locator(".ak-suggestion")
    text = control.evaluate("button => button.closest('.ak-suggestion').textContent")
    alike = offers.all_text_contents().count(text)
    control.click()
    scene.until(
        # it is gone from the page a moment after it is put away
        lambda: len(scene.account.declined) == before + 1 and offers.all_text_contents().count(text) < alike,
        "one more declined suggestion",
    )


def takes_back(kind: str) -> Effect:
    """What was put there last is gone again."""
    return adds(kind, -1)


def accepts(scene: Scene, control: Locator) -> None:
    """A suggestion is taken: the account changes, or what it speaks of is found and shown."""
    before, found = scene.store.revision(scene.slug), scene.page.locator("[data-found]")
    control.click()
    scene.until(
        lambda: found.count() or scene.store.revision(scene.slug) > before, "an edit, or a record found"
    )


def picks(value: str) -> Effect:
    """A choice of a form takes this value."""

    def effect(_scene: Scene, control: Locator) -> None:
        control.select_option(value)
        assert control.input_value() == value

    return effect


def fills(selector: str) -> Effect:
    """What is stored stands in a form, to be changed."""

    def effect(scene: Scene, control: Locator) -> None:
        control.click()
        field = scene.page.locator(selector).locator("visible=true").first
        scene.until(field.input_value, f"a value in {selector}")

    return effect


def edits(scene: Scene, control: Locator) -> None:
    """Something of the account changes: where the control stands in a record, something of that record."""
    before = len(scene.store.history(scene.slug))
    same = control.element_handle()  # also where what was entered before puts its row elsewhere just now
    place = same.evaluate(
        "(one) => { const row = one.closest('[data-path]'); return row ? row.dataset.path : '' }"
    )
    record = "/".join(place.split("/")[:2])
    operate(same)
    scene.until(
        lambda: any(f"{e.path}/".startswith(record) for e in scene.store.history(scene.slug)[before:]),
        lambda: f"an edit of {record}, not {[e.path for e in scene.store.history(scene.slug)[before:]]}",
    )


def stands(_scene: Scene, control: Locator) -> None:
    """It takes the focus: a place that is scrolled by keyboard."""
    control.focus()
    assert control.evaluate("(one) => one === document.activeElement")


def elsewhere(module: str, words: str) -> Effect:
    """What only stands when something has failed; a test that provokes it uses it."""

    def effect(_scene: Scene, _control: Locator) -> None:
        source = (Path(__file__).parents[1] / f"{module}.py").read_text(encoding="utf-8")
        assert re.search(rf"def test_\w*{words}", source), f"no test of it in {module}"

    return effect


def points(address: str) -> Effect:
    """A link to another site, in a tab of its own, that is told nothing of this page; not followed."""

    def effect(_scene: Scene, control: Locator) -> None:
        assert re.match(address, control.get_attribute("href"))
        assert control.get_attribute("target") == "_blank"
        assert "noreferrer" in control.get_attribute("rel")

    return effect


def focuses(selector: str) -> Effect:
    """Something there takes the focus."""

    def effect(scene: Scene, control: Locator) -> None:
        control.click()
        scene.until(
            lambda: scene.page.evaluate("(s) => document.activeElement.matches(s)", selector),
            f"the focus on {selector}",
        )

    return effect
