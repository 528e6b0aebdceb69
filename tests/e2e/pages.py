"""The pages of the app by their addresses, and how one knows that a page stands."""

from __future__ import annotations

from collections.abc import Iterator

from accountkit.methods.registry import REGISTRY
from accountkit.methods.workspaces import tabs as tabs_of_the_workbook
from tests.e2e.waiting import wait_for_function

TABS = tuple(tabs_of_the_workbook())
ANALYSES = tuple(method.key for method in REGISTRY.values() if method.core)


def open_workbook(page, base: str, slug: str, lang: str = "en", tab: str = "overview") -> None:
    """Go to a workbook and wait until its panels have taken over; the tour counts as seen."""
    page.add_init_script("localStorage.setItem('accountkit-tour', 'seen')")
    page.goto(f"{base}/workbook?account={slug}&lang={lang}#{tab}")
    page.wait_for_selector("body.ready .ak-workbook .ak-card:visible")
    show_tab(page, tab)


def show_tab(page, tab: str) -> None:
    """Go to a tab of the open workbook and wait until its figures are drawn."""
    page.click(f"#ak-tab-{tab}")
    panel = page.locator(f"[aria-labelledby=ak-tab-{tab}]")
    panel.locator(".ak-card:not([aria-busy])").first.wait_for()
    wait_for_function(page, BUILT)
    wait_for_function(page, DRAWN)


def unfolded(page, panel: str, key: str):
    """The card of a method in an open tab, unfolded; one that is further down is built when it comes into sight."""
    found = page.locator(f"{panel} [data-card={key}]")
    unfold(found)
    return found


def unfold(card) -> None:
    """Unfold the card at its place, which is built when it comes into sight."""
    card.scroll_into_view_if_needed()
    card.locator(".ak-method, .ak-folded").first.wait_for()
    if card.locator(".ak-folded").count():
        card.locator(".ak-folded .ak-button").click()
    card.locator(".ak-method").wait_for()


BUILT = """() => [...document.querySelectorAll("[data-card]")].every((place) => !place.checkVisibility()
  || place.querySelector(".ak-method, .ak-folded") || place.getBoundingClientRect().top > innerHeight + 400)"""
"""Each card that is in sight, or near it, is there; those further down are built when they come near."""
DRAWN = """() => [...document.querySelectorAll(".accountkit-figure")]
  .every((figure) => !figure.checkVisibility() || !figure.offsetWidth || figure.querySelector(".main-svg"))"""
"""Each figure in sight has its drawing."""


def tabs(page, base: str, slug: str, lang: str = "en") -> Iterator[str]:
    """Each tab of a workbook in turn, open."""
    open_workbook(page, base, slug, lang)
    for tab in TABS:
        show_tab(page, tab)
        yield tab


def open_html_brief(page, base: str, slug: str, folder, lang: str = "en") -> None:
    """Open the brief as a page, as somebody does to whom the file was sent."""
    file = folder / f"brief-{lang}.html"
    file.write_bytes(page.context.request.get(f"{base}/brief/{slug}.html?lang={lang}").body())
    page.goto(file.as_uri())
    page.wait_for_selector("figure.living .main-svg", state="attached")


def reader_link(page, base: str, slug: str, view: str = "brief", edition: str = "internal") -> str:
    """The address of a new reader's page, made on the open page of whoever may make one."""
    return page.evaluate(
        """async ([base, values]) => {
          const cookie = decodeURIComponent(document.cookie.match(/_xsrf=([^;]*)/)[1]);
          const answer = await fetch(base + "/links", {
            method: "POST", body: new URLSearchParams(values), headers: { "X-XSRFToken": cookie, Accept: "application/json" } });
          return (await answer.json()).address; }""",
        [base, {"account": slug, "view": view, "edition": edition, "days": "30"}],
    )


FRAMES = """{
  // Frames are counted, not seconds: in which one the panel's page last changed before it was shown, and in which it was.
  const seen = (window.seen = { frame: 0, drawn: null, shown: null, blank: null });
  const isSeen = (one) => one.offsetWidth && one.getBoundingClientRect().top < innerHeight && one.getBoundingClientRect().right > 0;
  const blank = () => [...document.querySelectorAll("#rendered_cells .accountkit-figure")]
    .filter((one) => isSeen(one) && !one.querySelector(".main-svg")).map((one) => one.getAttribute("aria-label"));
  const count = () => { seen.frame += 1; requestAnimationFrame(count); };
  requestAnimationFrame(count);
  new MutationObserver((changes) => {
    if (seen.shown !== null) return;
    const inside = changes.some(({ target, type }) => type === "childList" && target.closest?.("#rendered_cells"));
    if (inside) seen.drawn = seen.frame;
    if (document.body?.classList.contains("ready")) { seen.shown = seen.frame; seen.blank = blank(); }
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["class"] });
}"""


def demand_shown_when_drawn(page) -> None:
    """A page that was opened with `FRAMES` shows its panels at once when they are drawn, whole, in place of what was painted."""
    page.wait_for_function("window.seen.shown !== null")
    seen = page.evaluate("window.seen")
    assert seen["drawn"] is not None and seen["shown"] - seen["drawn"] <= 2, seen
    panel = page.locator("#rendered_cells .ak").first
    assert panel.is_visible() and not page.locator("#paint").is_visible()
    assert seen["blank"] == [], "shown before all its charts in sight were drawn"
