"""A person's own notebooks, served: everything in them shows and works; who reads it runs nothing."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import sys
from pathlib import Path
from urllib.parse import quote

import pytest

from accountkit.store import open_store
from tests.e2e import own_notebooks
from tests.e2e.conftest import Served, free_port
from tests.e2e.outages import until
from tests.e2e.pages import FRAMES, demand_shown_when_drawn
from tests.e2e.test_policy import INJECT_INLINE, scripts_of
from tests.e2e.test_served import SPEAK, message

pytestmark = pytest.mark.browser
NAME = "增长 and margin"
TOKEN = "a-token-that-nobody-should-print"
READY = "document.body.classList.contains('ready')"


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """`accountkit serve` where a `workbooks` folder is."""
    folder = tmp_path_factory.mktemp("own")
    place = folder / "workbooks" / "walmart"
    shutil.copytree(Path(__file__).parents[2] / "workbooks" / "walmart", place)
    own_notebooks.write(place / f"{NAME}.ipynb", own_notebooks.WHOLE)
    own_notebooks.write(place / "environment.ipynb", own_notebooks.ENVIRONMENT)
    own_notebooks.write(place / "fails.ipynb", own_notebooks.FAILS)
    served = Served(
        [sys.executable, "-m", "accountkit", "serve", "--no-browser", "--port", str(free_port())],
        folder,
        r"http://\S+:\d+/",
        ACCOUNTKIT_TOKEN=TOKEN,
    )
    yield served
    served.stop()


def address(name: str) -> str:
    return f"/notebook/walmart/{quote(name)}"


def opened(page) -> None:
    page.wait_for_function(READY)


def test_everything_in_a_notebook_shows_and_works(own, visit, tmp_path):
    page = visit(own, "/workbook?account=walmart")
    page.locator("details.switch summary").first.click()
    page.locator("#notebooks a", has_text=NAME).click()
    opened(page)
    cells = page.locator("#rendered_cells")

    assert cells.locator("h1 em").inner_text() == "beside"
    assert cells.locator(".ak-words td", has_text="2.4 %").is_visible()
    assert cells.locator("pre", has_text="printed by a cell").is_visible()
    assert (
        cells.locator("th", has_text="FY 2025").is_visible()
        and cells.locator("td", has_text="13.75").is_visible()
    )
    assert cells.locator("strong", has_text="told").is_visible() and cells.locator("#bold").is_visible()
    assert page.evaluate("window.ran") is None

    assert cells.get_by_text("2 times seven is 14").is_visible()
    slider = cells.locator(".noUi-handle").first
    slider.focus()
    page.keyboard.press("ArrowRight")
    cells.get_by_text("3 times seven is 21").wait_for()
    assert cells.get_by_text("2 times seven is 14").count() == 0

    assert cells.get_by_text("not pressed yet").is_visible()
    for times in (1, 2):
        cells.get_by_role("button", name="Work it out").click()
        cells.get_by_text(f"pressed {times}").wait_for()
    assert cells.locator("td", has_text=re.compile("^[12]$")).count() == 2

    bars = cells.locator(".widget-vbox .barlayer .point")
    bars.nth(2).wait_for()
    cells.get_by_role("button", name="Taller").click()
    bars.nth(3).wait_for()
    cells.locator(".gtitle", has_text="grown").wait_for()
    cells.locator(".ak-output > .js-plotly-plot .scatterlayer .trace").first.wait_for()
    assert cells.locator(".ak-output > .js-plotly-plot").first.bounding_box()["height"] >= 300
    assert cells.locator("img").evaluate_all("all => all.some((one) => one.naturalWidth === 40)")

    cells.get_by_text("counted 1").click()
    cells.get_by_text("counted 2").wait_for()
    cells.get_by_text("said by a module").wait_for()

    row = cells.locator(".ak-pest").first
    path, dots = row.get_attribute("data-path"), row.locator(".ak-dots").first.locator(".ak-dot")
    wanted = 2 if dots.nth(2).get_attribute("aria-checked") != "true" else 1
    dot = dots.nth(wanted).element_handle()
    dot.click()
    page.wait_for_function("(dot) => dot.getAttribute('aria-checked') === 'true'", arg=dot)
    store = open_store(f"sqlite:///{own.log.parent / 'accounts.sqlite'}")
    until(lambda: store.load("walmart").findings[path.split("/")[1]].impact == wanted + 1)


def test_such_a_page_may_compile_and_still_runs_nothing_that_was_put_into_it(own, visit):
    page = visit(own, "")
    visit.expected.append("Content Security Policy")
    answer = page.goto(own.base + address("pest"))
    allowed = scripts_of(answer.headers["content-security-policy"])
    assert {source for source in allowed if "nonce" not in source} == {"'self'", "'unsafe-eval'", "blob:"}
    opened(page)
    assert page.evaluate(INJECT_INLINE) is None


def test_a_notebook_of_panels_alone_loads_nothing_of_that_and_is_shown_when_it_is_drawn(own, visit):
    page = visit(own, "")
    page.add_init_script(FRAMES)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(own.base + address("pest"))
    demand_shown_when_drawn(page)
    page.locator("#rendered_cells .ak-pest").first.wait_for()
    assert not [url for url in asked if "whole" in url]
    assert [url for url in asked if "host.js" in url]


def test_the_kernel_has_neither_the_token_nor_the_stores_address_in_its_environment(own, visit):
    page = visit(own, address("environment"))
    opened(page)
    said = page.locator("#rendered_cells").inner_text()
    assert "the account is walmart" in said and "ACCOUNTKIT_LANG" in said
    assert TOKEN not in said and "accounts.sqlite" not in said and "ACCOUNTKIT_DB" not in said


def test_what_a_cell_raises_is_said_in_words(own, visit):
    page = visit(own, address("fails"))
    opened(page)
    cells = page.locator("#rendered_cells")
    assert "division by zero" in cells.get_by_role("alert").inner_text()
    assert "Traceback" not in cells.inner_text() and "before" in cells.inner_text()
    assert not page.locator("#failed").is_visible()


def test_the_socket_of_such_a_page_takes_no_code(own, visit, tmp_path):
    page = visit(own, address(NAME))
    opened(page)
    target = tmp_path / "was-here"
    order = {"code": f"open({str(target)!r}, 'w').close()", "silent": False, "store_history": False}
    rest = {"user_expressions": {}, "allow_stdin": False, "stop_on_error": False}
    heard = page.evaluate(
        SPEAK,
        [
            own.base,
            page.evaluate("document.body.dataset.kernel"),
            [message("execute_request", {**order, **rest})],
        ],
    )
    assert not target.exists() and "execute_reply" not in str(heard)


def test_a_readers_link_does_not_lead_there_and_a_stranger_is_asked_for_the_token(own, chromium):
    store = open_store(f"sqlite:///{own.log.parent / 'accounts.sqlite'}")
    secret, _link = store.create_link(
        "walmart",
        view="brief",
        edition="internal",
        by="",
        expires=dt.datetime.now(dt.UTC) + dt.timedelta(days=1),
    )
    page = chromium.new_context().new_page()
    assert page.goto(f"{own.base}/read/{secret}").status == 200
    for path in (address(NAME), f"/read/{secret}{address('pest')}", f"/read/{secret}/pest"):
        answer = page.goto(own.base + path)
        assert answer.status in (403, 404), path
        assert "rendered_cells" not in page.content()
    assert (
        page.goto(own.base + address(NAME)).status == 403 and page.locator("input[name=token]").is_visible()
    )
    page.context.close()


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_the_page_fits_a_phone_and_follows_the_theme(own, visit, width, scheme):
    page = visit(own, "", width)
    page.emulate_media(color_scheme=scheme)
    page.goto(own.base + address(NAME) + "?lang=zh_CN")
    opened(page)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1")
    assert page.evaluate("document.documentElement.lang") == "zh-CN"
    ink = page.locator(".widget-label").first.evaluate("(one) => getComputedStyle(one).color")
    light = sum(map(int, re.findall(r"\d+", ink)[:3])) / 3
    assert light > 150 if scheme == "dark" else light < 120
