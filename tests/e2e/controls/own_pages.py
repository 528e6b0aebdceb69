"""The controls of our own pages: landing, key, the bar of a live page with its dialogs, and a reader's page."""

from __future__ import annotations

import re

from playwright.sync_api import Locator

from accountkit.model import to_json
from tests.e2e.controls.crawl import Control, Scene
from tests.e2e.controls.effects import (
    closes,
    downloads,
    elsewhere,
    hands_over,
    holds,
    leads,
    shows,
    stands,
    types,
    unfolds,
)


def searches(scene: Scene, control: Locator) -> None:
    """Only the accounts stay that hold the words, and the address says so."""
    rows = scene.page.locator("[data-account]")
    before = rows.count()
    control.press_sequentially("wal nothing")
    scene.until(lambda: rows.count() == 0, "no account with both words")
    control.fill("walm")
    scene.until(lambda: 0 < rows.count() < before, "the accounts that hold the words")
    assert scene.page.url.endswith("?q=walm")
    control.fill("")
    scene.until(lambda: rows.count() == before, "all accounts")


def sorts(scene: Scene, control: Locator) -> None:
    """The accounts stand in the order of their names, and then as before."""

    def names() -> list[str]:
        return [
            name.casefold()
            for name in scene.page.locator(".accounts .who a[href*=workbook]").all_inner_texts()
        ]

    control.select_option("name")
    scene.until(lambda: "sort=name" in scene.page.url and names() == sorted(names()), "the order of names")
    control.select_option("changed")
    scene.until(lambda: "sort=" not in scene.page.url, "the order as before")


def seeks(scene: Scene, control: Locator) -> None:
    """The button asks at once for what the field holds."""
    scene.page.locator("#search").evaluate("field => { field.value = 'walm' }")
    control.click()
    scene.until(lambda: scene.page.url.endswith("?q=walm"), "the accounts that hold the word")
    scene.page.fill("#search", "")
    scene.until(lambda: "q=" not in scene.page.url, "all accounts")


def finds_nothing(scene: Scene, control: Locator) -> None:
    """No account stays, and what to do then is said."""
    control.fill("nothing of this name")
    scene.until(lambda: scene.page.locator("#none").count() == 1, "what to do where nothing was found")


def empties(scene: Scene, control: Locator) -> None:
    control.fill("")
    scene.until(lambda: scene.page.locator("[data-account]").count() > 1, "all accounts")


def clears(scene: Scene, control: Locator) -> None:
    """All accounts are there again, and the focus is in the search."""
    control.click()
    empties(scene, scene.page.locator("#search"))
    assert scene.page.evaluate("document.activeElement.id") == "search"


def begins_where_nothing_was_found(scene: Scene, control: Locator) -> None:
    control.click()
    scene.page.wait_for_selector("#naming[open]")


def finds_to_switch_to(scene: Scene, control: Locator) -> None:
    """The accounts that hold the word, reached by the keyboard."""
    summary = scene.page.locator(".switch:not(.right) summary").first
    folded = not control.is_visible()
    if folded:
        summary.click()
    links = scene.page.locator("#switch-list a")
    control.fill("walm")
    scene.until(
        lambda: links.count() > 0 and all("walm" in text.casefold() for text in links.all_inner_texts()),
        "what was found",
    )
    control.press("ArrowDown")
    assert links.first.evaluate("link => link === document.activeElement")
    control.fill("")
    scene.until(lambda: links.count() > 1, "the accounts as before")
    if folded:
        summary.click()


def chooses_a_file(scene: Scene, control: Locator) -> None:
    """The browser asks for a file."""
    with scene.page.expect_file_chooser() as asked:
        control.click()
    assert not asked.value.is_multiple()


def creates(scene: Scene, control: Locator) -> None:
    """The account is there and its workbook opens; back on the page afterwards."""
    before, here = len(list(scene.store.accounts())), scene.page.url
    control.click()
    scene.page.wait_for_url("**/workbook?account=**")
    assert len(list(scene.store.accounts())) == before + 1
    scene.page.goto(here)


def imports(scene: Scene, control: Locator) -> None:
    """A statement that is chosen makes an account; back on the page afterwards."""
    here = scene.page.url
    control.set_input_files({"name": "crawled.csv", "mimeType": "text/csv", "buffer": STATEMENT})
    scene.page.wait_for_url("**/workbook?account=**")
    slug = scene.page.url.rsplit("=", 1)[1]
    assert scene.store.load(slug).statements
    scene.page.goto(here)


def drops(scene: Scene, _control: Locator) -> None:
    """An account that is dropped and stored already asks whether it is to take the place of the other."""
    scene.page.evaluate(DROP, to_json(scene.account))
    scene.page.wait_for_selector("#taken[open]")


def replaces(scene: Scene, control: Locator) -> None:
    before, here = scene.store.revision(scene.slug), scene.page.url
    control.click()
    scene.page.wait_for_url(f"**/workbook?account={scene.slug}")
    assert scene.store.revision(scene.slug) > before
    scene.page.goto(here)


def makes_a_link(scene: Scene, control: Locator) -> None:
    before = len(scene.store.links(scene.slug))
    control.click()
    scene.until(lambda: len(scene.store.links(scene.slug)) == before + 1, "one more link")


def copies_the_link(scene: Scene, control: Locator) -> None:
    scene.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    control.click()
    read = "navigator.clipboard.readText()"
    scene.until(lambda: "/read/" in scene.page.evaluate(read), "the link in the clipboard")
    assert scene.page.locator("#copied").inner_text()


def revokes(scene: Scene, control: Locator) -> None:
    def valid() -> int:
        return sum(link.revoked_at is None for link in scene.store.links(scene.slug))

    before = valid()
    control.click()
    scene.until(lambda: valid() == before - 1, "one valid link less")


def comments(scene: Scene, control: Locator) -> None:
    before = len(scene.account.comments)
    control.click()
    scene.page.locator(".claims [role=status]").wait_for()
    assert len(scene.account.comments) == before + 1


def opens_with_the_key(scene: Scene, control: Locator) -> None:
    scene.page.fill("[name=token]", scene.known["token"])
    control.click()
    scene.page.wait_for_selector("#search")
    scene.page.goto("about:blank")


def chosen_alone(scene: Scene, control: Locator) -> None:
    """A field that holds what is to be copied, and cannot be written."""
    assert control.get_attribute("readonly") is not None and "/read/" in control.input_value()


STATEMENT = b"Line,2023-12-31,2022-12-31\nRevenue,1000,900\nNet income,50,45\nTotal assets,800,790\nTotal equity,400,390\n"
DROP = """(text) => {
  const files = new DataTransfer();
  files.items.add(new File([text], "account.json", { type: "application/json" }));
  for (const type of ["dragover", "drop"])
    document.getElementById("drop").dispatchEvent(
      new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: files }));
}"""
LANGUAGE = [
    Control(".languages [lang=zh-CN]", leads("lang=zh_CN"), reads=True),
    Control(".languages [lang=en]", leads("lang=en"), reads=True),
]


def stands_in_the_list(scene: Scene, control: Locator) -> None:
    """Pointed at, it is the one that is told of beside the list."""
    control.hover()
    scene.until(lambda: control.get_attribute("aria-selected") == "true", "it is chosen")


HOME = [
    Control(".bar a.brand", leads(r"/$")),
    Control(".bar .ak-tab[href$='/week']", leads(r"/week$")),
    Control(".bar .ak-tab[href$='/']", leads(r"/$")),
    Control(".bar .ak-tab[href$='/portfolio']", leads(r"/portfolio$")),
    Control(".bar .ak-tab[href$='/team']", leads(r"/team$")),
    *LANGUAGE,
]
LANDING = [
    *HOME,
    Control("#search", searches),
    Control("#sort", sorts),
    Control("#seek", seeks),
    Control("#search", finds_nothing),
    Control("#clear", clears),
    Control("#search", finds_nothing),
    Control("#none [data-new]", begins_where_nothing_was_found),
    Control("#naming [data-close]", closes),
    Control("#search", empties),
    Control(".accounts .who a", leads(r"/workbook\?account=")),
    Control(".accounts .do a:not([download])", leads(r"/workbook\?account=")),
    Control(".accounts .do a[download]", downloads(".docx")),
    Control("#choose", chooses_a_file),
    Control("#drop", chooses_a_file),
    Control("#file", imports, unseen=True),
    Control("#drop", drops),
    Control("#taken [data-close]", closes),
    Control("#drop", drops),
    Control("#over", replaces),
    Control("#new", shows("#naming[open]")),
    Control("#naming [data-close]", closes),
    Control("#new", shows("#naming[open]")),
    Control("#naming [name=name]", types("Crawled by name")),
    Control("#naming button:not([type])", creates),
    Control("#new", shows("#naming[open]")),
    Control("#naming [name=name]", types("Crawled by name")),
    Control("#naming button:not([type])", shows("#same[open]")),
    Control("#same [data-close]", closes),
    Control("#naming button:not([type])", shows("#same[open]")),
    Control("#same-list a", leads(r"/workbook\?account=crawled-by-name")),
    Control("#another", creates),
    Control(".accounts .next a", leads(r"/workbook\?account=.*#motive_assessment")),
]


def settles(scene: Scene, control: Locator) -> None:
    """One step of the account, which the page names."""
    before = scene.store.revision(scene.slug)
    control.click()
    scene.until(lambda: scene.store.revision(scene.slug) == before + 1, "one step of the account")
    scene.page.wait_for_selector(".made")


def takes_back(scene: Scene, control: Locator) -> None:
    """The step is taken back, and named no more."""
    before = scene.account
    control.click()
    scene.page.wait_for_selector(".made", state="detached")
    assert scene.account != before


def opens(address: str):
    """A form asks for a page (a pattern of its address); back afterwards."""

    def effect(scene: Scene, control: Locator) -> None:
        here = scene.page.url
        control.click()
        scene.page.wait_for_url(re.compile(address))
        scene.page.goto(here)

    return effect


def makes_a_calendar(scene: Scene, control: Locator) -> None:
    control.click()
    scene.page.wait_for_selector("#made")


def revokes_a_calendar(scene: Scene, control: Locator) -> None:
    links = scene.page.locator("#calendar .links li")
    before = links.count()
    control.click()
    scene.until(lambda: links.count() == before - 1, "one link less")


UNDO = Control(".made button", takes_back)
WEEK = [
    *HOME,
    Control(".days a", leads(r"/workbook\?account=.*#")),
    Control(".line .what a", leads(r"/workbook\?account=.*#")),
    Control(".line > a.ak-button", leads(r"/workbook\?account=.*#")),
    Control(".line [value=done]", settles),
    UNDO,
    Control(".line [value=remind]", settles),
    UNDO,
    Control(".line [value=visit]", settles),
    UNDO,
    Control("details summary", unfolds),
    Control("#reviews a.ak-button", leads(r"/review\?account=")),
    Control("#reviews [name=account]", stands),
    Control("#reviews form button", opens(r"/review\?.*account=")),
    Control("#calendar [name=days]", holds),
    Control("#calendar form:not(li form) button", makes_a_calendar),
    Control("#made", chosen_alone),
    Control("#calendar li button", revokes_a_calendar),
    Control(".top [name=who]", stands),
    Control(".top [name=day]", holds),
    Control(".top form button", opens(r"/week\?who=")),
]
REVIEW = [
    *HOME,
    Control(".top a.ak-button", leads(r"/workbook\?account=")),
    Control(".line .what a", leads(r"/workbook\?account=.*#")),
    Control(".take [name=action]", types("Call them")),
    Control(".take [name=owner]", types("Ann")),
    Control(".take [name=due]", holds),
    Control(".take button", settles),
    UNDO,
    Control("#carried button", settles),
    UNDO,
    Control("[value=hold]", settles),
    UNDO,
]
KEY = [
    *LANGUAGE,
    Control("input[name=name]", types("Ann")),
    Control("input[name=token]", holds),
    Control("form button", opens_with_the_key),
]

BRIEFS = [
    Control(
        f".switch a[href$='.{ending}']",
        downloads(f".{ending}") if ending in "docx md" else hands_over(ending),
    )
    for ending in ("docx", "pptx", "pdf", "html", "xlsx", "md")
]
BAR = [
    Control(".bar a.brand", leads(r"/$"), reads=True),
    Control(".switch:not(.right) summary", unfolds, reads=True),
    Control("#switch-search", finds_to_switch_to, unseen=True),
    Control(".switch nav a:not(.all):not([download])", leads(r"/workbook\?account="), reads=True),
    Control(".switch:not(.right) a.all", leads(r"/$"), reads=True),
    Control(".switch nav a[href$='/week']", leads(r"/week$"), reads=True),
    Control(".switch nav a[href*='/review']", leads(r"/review\?account="), reads=True),
    Control(".switch:not(.right) summary", unfolds, reads=True),
    Control(".switch.right summary", unfolds, reads=True),
    *[Control(one.selector, one.effect, reads=True) for one in BRIEFS],
    Control(".switch a[href$='edition=customer']", downloads(".docx"), reads=True),
    Control(".switch.right summary", unfolds, reads=True),
    *LANGUAGE,
    Control("#continue", elsewhere("test_served", "after_the_kernels_death"), reads=True, unseen=True),
    Control(
        "#failed [data-reload]", elsewhere("test_standing", "a_panel_that_fails"), reads=True, unseen=True
    ),
    Control("#share", shows("#sharing[open]"), reads=True),
    Control("#sharing [name=view]", holds, reads=True),
    Control("#sharing [name=edition]", holds, reads=True),
    Control("#sharing [name=days]", holds, reads=True),
    Control("#sharing-form button:not([type])", makes_a_link, reads=True),
    Control("#address", chosen_alone, reads=True),
    Control("#copy", copies_the_link, reads=True),
    Control("#sharing .revoke", revokes, reads=True),
    Control("#sharing [data-close]", closes, reads=True),
    Control("#find", shows("#palette .found"), reads=True),
    Control("#palette .found", stands_in_the_list, reads=True),
    Control("#palette-more button", elsewhere("test_palette", "opened_by_enter"), reads=True, unseen=True),
    Control("#palette-word", types("pest"), reads=True),
    Control("#palette-fresh", holds, reads=True),
    Control("#palette form button", closes, reads=True),
]
READER_CHAIN = [Control(".ak-wide", stands, reads=True)]
READER = [
    *[
        Control(f".bar a[href$='brief.{kind}']", downloads(f".{kind}"), reads=True)
        for kind in ("docx", "pdf")
    ],
    *LANGUAGE,
    Control(".claims summary", unfolds, reads=True),
    Control(".claims textarea", types("Seen otherwise"), reads=True),
    Control(".claims input[name=name]", types("Bo"), reads=True),
    Control(".claims form button", comments, reads=True),
]
