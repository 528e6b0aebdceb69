"""A page shows its panels when they say that they stand: at once when they are drawn, and not before."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from accountkit.methods.registry import REGISTRY
from accountkit.methods.subjects import OURS
from accountkit.panels import compiled
from tests.e2e.pages import ANALYSES, FRAMES, TABS, demand_shown_when_drawn, open_workbook, show_tab

pytestmark = pytest.mark.browser

ONE_OF_EACH_SHAPE = {
    method.shape: method.key for method in REGISTRY.values() if not method.core and method.subject not in OURS
}
PAGES = (
    *(f"analysis/{key}?account=new-oriental" for key in (*ANALYSES, "brief", *ONE_OF_EACH_SHAPE.values())),
    *(f"workbook?account=new-oriental#{tab}" for tab in TABS),
    "portfolio",
    "team",
)


@pytest.mark.parametrize("page_of", PAGES)
def test_a_page_shows_its_panel_in_the_frame_in_which_it_is_drawn(app, visit, page_of):
    page = visit(app, "")
    page.add_init_script(FRAMES)
    page.goto(f"{app.base}/{page_of}")
    demand_shown_when_drawn(page)


ASKED = """{ window.asked = [];
  new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach((one) => {
    if (one.matches?.("link[rel=prefetch], link[rel=modulepreload]"))
      window.asked.push([one.href, !!document.body?.classList.contains("ready")]); })))
    .observe(document, { childList: true, subtree: true }); }"""
"""Notes of each module that is asked for whether the page was live by then."""


@pytest.mark.parametrize(
    "path, shown",
    [
        ("analysis/pest?account=new-oriental", {"shared", "pest"}),
        ("workbook?account=new-oriental", {"shared", "workbook", "overview"}),
        ("workbook?account=new-oriental#dupont_roe", {"shared", "workbook", "overview", "dupont_roe"}),
    ],
)
def test_what_a_page_shows_is_asked_for_while_it_arrives_and_the_rest_when_it_stands(app, visit, path, shown):
    page = visit(app, "")
    page.add_init_script(ASKED)
    seen = []
    page.on("request", lambda request: seen.append(request.url))
    page.goto(f"{app.base}/{path}")
    page.wait_for_function("all => window.asked.length >= all", arg=len(compiled.modules()))
    page.wait_for_load_state("networkidle")
    asked = [(Path(address).stem, live) for address, live in page.evaluate("window.asked")]
    assert {name for name, live in asked if not live} == shown
    modules = sorted(compiled.modules())
    assert sorted(name for name, _live in asked) == modules
    assert sorted(Path(one).stem for one in seen if "/panels/" in one) == modules, "each once"


DRAWN = """{ let own; window.drawn = []; const painted = new Map();
  const meet = () => document.querySelectorAll("[data-accountkit-figure]").forEach((place) =>
    painted.set(place, place.getAttribute("data-accountkit-figure")));
  new MutationObserver(meet).observe(document, { childList: true, subtree: true });
  const note = (place) => window.drawn.push([painted.get(place) ?? "", document.body.classList.contains("ready")]);
  Object.defineProperty(window, "Plotly", { get: () => own, set(value) { own = value;
    const { react } = value, { resize } = value.Plots;
    value.react = (place, ...more) => { meet(); note(place); return react(place, ...more); };
    value.Plots.resize = (place) => { note(place); return resize(place); }; } }); }"""
"""Notes of each drawing as what it was painted, if it was, and whether the page was live."""


@pytest.mark.parametrize(
    "path, painted",
    [
        ("analysis/pest?account=new-oriental", {"pest/map", "pest/balance"}),
        ("analysis/five_forces?account=new-oriental", {"five_forces/radar"}),
        ("analysis/dupont_roe?account=new-oriental", {"dupont_roe/change"}),
        ("analysis/problem_types?account=new-oriental", {"problem_types/gap"}),
        ("analysis/motive_assessment?account=new-oriental", {"motive_assessment/importance"}),
        ("workbook?account=new-oriental", {"overview/chain"}),
        (
            "workbook?account=new-oriental#deal",
            {"solution_evaluation/figure", "value_proposition_canvas/figure"},
        ),
    ],
)
def test_a_painted_figure_is_taken_over_as_it_stands(app, visit, path, painted):
    page = visit(app, "")
    page.add_init_script(DRAWN)
    page.goto(f"{app.base}/{path}")
    page.wait_for_selector("body.ready")
    page.wait_for_timeout(400)
    drawn = [key for key, _live in page.evaluate("window.drawn") if key in painted]
    assert sorted(drawn) == sorted(painted), "each once"


def test_a_figure_is_drawn_once_where_the_panel_is_there_before_plotly(app, visit):
    page = visit(app, "")
    page.add_init_script(DRAWN)
    page.route("**/charts.js", lambda route: (time.sleep(2), route.continue_()))
    page.goto(f"{app.base}/analysis/dupont_roe?account=new-oriental")
    page.wait_for_selector("body.ready")
    page.wait_for_timeout(400)
    drawn = [key for key, _live in page.evaluate("window.drawn") if key]
    assert drawn == ["dupont_roe/change"], "once"


def test_what_is_out_of_sight_is_drawn_when_the_page_is_live_and_can_be_copied_before(app, visit):
    page = visit(app, "")
    page.add_init_script(DRAWN + "window.requestIdleCallback = () => {};")
    page.goto(f"{app.base}/analysis/dupont_roe?account=new-oriental")
    page.wait_for_selector("body.ready")
    places = page.locator("#rendered_cells .accountkit-figure")
    undrawn = page.locator("#rendered_cells .accountkit-figure:not(:has(.main-svg))")
    assert undrawn.count() >= 3
    assert all(places.evaluate_all("all => all.map((one) => one.getAttribute('aria-label'))"))
    left = undrawn.count()
    tree = page.locator(".ak-figure", has=page.locator(".ak-offstage"))
    tree.get_by_role("button", name="Copy as image").click()
    tree.locator(".accountkit-figure .main-svg").first.wait_for(state="attached")
    assert undrawn.count() == left - 1
    trend = page.locator(".ak-card", has=page.get_by_role("heading", name="Trend")).locator(
        ".accountkit-figure"
    )
    trend.evaluate("one => one.scrollIntoView({ block: 'center' })")
    trend.locator(".main-svg").first.wait_for()


def test_what_is_out_of_sight_is_drawn_while_the_page_rests(app, visit):
    page = visit(app, "")
    page.add_init_script(DRAWN)
    page.goto(f"{app.base}/analysis/dupont_roe?account=new-oriental")
    page.wait_for_selector("body.ready")
    page.wait_for_function(
        "![...document.querySelectorAll('#rendered_cells .accountkit-figure')].some((one) => !one.querySelector('.main-svg'))"
    )
    drawn = page.evaluate("window.drawn")
    assert sum(live for _key, live in drawn) >= 3
    assert len(drawn) == page.locator("#rendered_cells .accountkit-figure").count(), "each once"


def test_the_large_scripts_run_when_the_first_picture_has_been_seen(app, visit):
    page = visit(app, "")
    page.add_init_script("""{ const later = window.setTimeout;
      window.setTimeout = (work, wait, ...more) => (wait === 300 ? 0 : later(work, wait, ...more));
      new MutationObserver(() => {
        if (document.querySelector("head > script[src*='host.js']"))
          window.ran ??= [!!document.querySelector("#paint .ak-hero"), performance.getEntriesByType("paint").length > 0];
      }).observe(document, { childList: true, subtree: true }); }""")
    page.goto(f"{app.base}/analysis/pest?account=walmart")
    page.wait_for_selector("body.ready")
    assert page.evaluate("window.ran") == [True, True], "the picture is there, and was painted"


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


COUNTED = """{ let own; window.redrawn = [];
  Object.defineProperty(window, "Plotly", { get: () => own, set(value) { own = value;
    const { resize } = value.Plots;
    value.Plots.resize = (drawing) => { redrawn.push(drawing.getAttribute("aria-label")); return resize(drawing); }; } }); }"""


def test_a_drawing_that_fits_is_not_drawn_again_and_one_that_does_not_is(app, visit):
    page = visit(app, "")
    page.add_init_script(COUNTED)
    open_workbook(page, app.base, "walmart")
    for tab in ("pest", "overview", "pest"):
        show_tab(page, tab)
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("window.redrawn") == []
    page.set_viewport_size({"width": 1000, "height": 900})
    page.wait_for_function("window.redrawn.length > 0")
    page.wait_for_function("""() => [...document.querySelectorAll("#rendered_cells .accountkit-figure")].every((figure) =>
      !figure.offsetWidth || figure.querySelector(".main-svg").getBoundingClientRect().width <= figure.clientWidth + 1)""")


def test_a_tab_is_made_ready_while_the_pointer_rests_on_it(app, visit):
    page = visit(app, "")
    open_workbook(page, app.base, "walmart")
    card = page.locator("[aria-labelledby=ak-tab-pest] .ak-card").first
    page.hover("#ak-tab-pest")
    card.wait_for(state="attached")
    assert not card.is_visible() and page.locator("#ak-tab-overview.on").is_visible()
    show_tab(page, "pest")
    assert card.is_visible() and page.locator("[aria-labelledby=ak-tab-pest] .main-svg").first.is_visible()
