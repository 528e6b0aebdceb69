"""A page shows its panels when they say that they stand: at once when they are drawn, and not before."""

from __future__ import annotations

from pathlib import Path

import pytest

from accountkit.panels import compiled

pytestmark = pytest.mark.browser

FRAMES = """{
  // Frames are counted, not seconds: in which one the panel's page last changed before it was shown, and in which it was.
  const seen = (window.seen = { frame: 0, drawn: null, shown: null, charts: null });
  const charts = () => document.querySelectorAll("#rendered_cells .js-plotly-plot .main-svg:first-of-type").length;
  const count = () => { seen.frame += 1; requestAnimationFrame(count); };
  requestAnimationFrame(count);
  new MutationObserver((changes) => {
    if (seen.shown !== null) return;
    const inside = changes.some(({ target, type }) => type === "childList" && target.closest?.("#rendered_cells"));
    if (inside) seen.drawn = seen.frame;
    if (document.body?.classList.contains("ready")) { seen.shown = seen.frame; seen.charts = charts(); }
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["class"] });
}"""
PAGES = (
    *(
        f"analysis/{key}"
        for key in ("pest", "five_forces", "dupont_roe", "problem_types", "motive_assessment", "brief")
    ),
    "workbook",
    "workbook#dupont_roe",
)


@pytest.mark.parametrize("page_of", PAGES)
def test_a_page_shows_its_panel_in_the_frame_in_which_it_is_drawn(app, visit, page_of):
    path, _hash, tab = page_of.partition("#")
    page = visit(app, "")
    page.add_init_script(FRAMES)
    page.goto(f"{app.base}/{path}?account=new-oriental" + (f"#{tab}" if tab else ""))
    page.wait_for_function("window.seen.shown !== null")
    seen = page.evaluate("window.seen")
    assert seen["drawn"] is not None and seen["shown"] - seen["drawn"] <= 2, seen
    panel = page.locator("#rendered_cells .ak").first
    assert panel.is_visible() and not page.locator("#paint").is_visible()
    page.wait_for_function("window.seen.frame > window.seen.shown + 60")
    visible = page.locator("#rendered_cells .js-plotly-plot .main-svg:first-of-type")
    assert seen["charts"] == visible.count(), "shown before all its charts were drawn"


@pytest.mark.parametrize(
    "path, shown",
    [
        ("analysis/pest?account=new-oriental", {"shared", "pest"}),
        ("workbook?account=new-oriental", {"shared", "workbook", "overview"}),
        ("workbook?account=new-oriental#dupont_roe", {"shared", "workbook", "overview", "dupont_roe"}),
    ],
)
def test_what_a_page_shows_is_asked_for_before_its_kernel_answers_and_the_rest_when_it_stands(
    app, visit, path, shown
):
    page = visit(app, "")
    seen = []
    page.on("request", lambda request: seen.append(request.url))
    page.on("websocket", lambda _socket: seen.append("the kernel"))
    page.goto(f"{app.base}/{path}")
    page.wait_for_function(
        "all => document.querySelectorAll('link[rel=prefetch], link[rel=modulepreload]').length >= all",
        arg=len(compiled.modules()),
    )
    page.wait_for_load_state("networkidle")
    asked = [Path(one).stem if "/panels/" in one else one for one in seen]
    modules = compiled.modules().keys()
    assert modules & asked[: asked.index("the kernel")] == shown
    assert sorted(name for name in asked if name in modules) == sorted(modules), "each once"


BROKEN = {
    "cannot be loaded": "throw new Error('broken on purpose');",
    "cannot be drawn": "export default { render() { throw new Error('broken on purpose'); } };",
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_panel_that_fails_says_so_and_leaves_what_was_painted(app, visit, how):
    visit.expected.append("broken on purpose")
    page = visit(app, "")
    page.route(
        "**/panels/pest.js", lambda route: route.fulfill(body=BROKEN[how], content_type="text/javascript")
    )
    page.goto(f"{app.base}/analysis/pest?account=walmart")
    page.locator("#failed").wait_for()
    assert page.locator("#paint .ak-hero").is_visible() and not page.locator("#paint .waiting").is_visible()
    assert not page.evaluate("document.body.classList.contains('ready')")
    page.unroute("**/panels/pest.js")
    page.click("#failed [data-reload]")
    page.wait_for_selector("body.ready .ak-pest")


def test_a_figure_that_cannot_be_drawn_is_said_in_words_and_holds_nothing_up(app, visit):
    visit.expected.append("no drawing")
    page = visit(app, "")
    page.add_init_script("""{ let own; Object.defineProperty(window, "Plotly", { get: () => own, set(value) { own = value;
      value.react = value.newPlot = () => Promise.reject(new Error("no drawing")); } }); }""")
    page.goto(f"{app.base}/analysis/pest?account=walmart")
    page.wait_for_function("document.body.classList.contains('ready')")
    assert page.locator("#rendered_cells .ak-figure").first.inner_text().strip()


def test_a_figure_follows_on_a_machine_that_took_long_to_begin_it(app, visit):
    """anywidget gives a figure two seconds to begin, and then passes no message on to it any more."""
    page = visit(app, "")
    page.add_init_script("""{ const timeout = AbortSignal.timeout;
      AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms < 10_000 ? 0 : ms); }""")
    page.goto(f"{app.base}/analysis/pest?account=walmart")
    page.wait_for_selector("body.ready")
    figure = page.locator("#rendered_cells .js-plotly-plot").first
    before = figure.inner_html()
    page.locator(".ak-pest .ak-dot[aria-checked=false]").last.click()
    page.wait_for_function("([node, html]) => node.innerHTML !== html", arg=[figure.element_handle(), before])
