"""What a page costs and what it lets in: one plotly.js for all pages, a kernel that may die, a socket that takes orders
from nobody."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from accountkit.store import open_store

pytestmark = pytest.mark.browser
LIVE = ".ak-workbook .ak-hero:visible"
PAGE = "document.body.dataset"
SPEAK = """async ([base, kernel, messages]) => {
  const socket = new WebSocket(`${base.replace(/^http/, "ws")}/api/kernels/${kernel}/channels?session_id=stranger`);
  const heard = [];
  socket.onmessage = (event) => { if (typeof event.data === "string") heard.push(JSON.parse(event.data)); };
  await new Promise((resolve, reject) => { socket.onopen = resolve; socket.onerror = reject; });
  for (const message of messages) socket.send(JSON.stringify(message));
  await new Promise((resolve) => setTimeout(resolve, 2500));
  socket.close();
  return heard.map((m) => [m.header && m.header.msg_type, m.content]);
}"""


def message(kind: str, content: dict) -> dict:
    header = {
        "msg_id": kind,
        "msg_type": kind,
        "session": "stranger",
        "username": "",
        "version": "5.3",
        "date": "2026-01-01T00:00:00Z",
    }
    return {
        "header": header,
        "parent_header": {},
        "metadata": {},
        "content": content,
        "channel": "shell",
        "buffers": [],
    }


def test_two_pages_fetch_plotly_once(app, visit):
    page = visit(app, "/workbook?account=walmart")
    # what this test looks at is what is fetched; a page on its way out may ask once more for its kernel, which is gone
    visit.expected.append("404")
    fetched = []
    for sheet in (page, page.context.new_page()):
        network = page.context.new_cdp_session(sheet)
        network.send("Network.enable")
        network.on(
            "Network.responseReceived",
            lambda event: (
                fetched.append(
                    event["response"]["fromDiskCache"] or event["response"].get("fromPrefetchCache", False)
                )
                if "charts.js" in event["response"]["url"] and event["response"]["status"] == 200
                else None
            ),
        )
        sheet.goto(app.base + "/workbook?account=walmart#pest")
        sheet.wait_for_selector("[aria-labelledby=ak-tab-pest] .js-plotly-plot .main-svg")
    # the first visit above has fetched it; both pages here took it from the browser's own store
    assert fetched and all(fetched)


def test_after_the_kernels_death_one_click_goes_on_with_nothing_lost(app, visit):
    page = visit(app, "/workbook?account=walmart#pest")
    page.wait_for_selector(LIVE)
    row = page.locator(".ak-pest").first
    row.wait_for()
    path, dots = row.get_attribute("data-path"), row.locator(".ak-dots").nth(1).locator(".ak-dot")
    wanted = 1 if dots.nth(1).get_attribute("aria-checked") != "true" else 2
    dot = dots.nth(wanted).element_handle()  # the row may find another place by what is rated
    dot.click()
    page.wait_for_function("(dot) => dot.getAttribute('aria-checked') === 'true'", arg=dot)
    visit.expected.append("404 (Not Found)")  # the page asks whether the kernel is still there
    visit.expected.append("Unexpected response code: 404")  # and may try its socket once more
    ended = page.evaluate(
        f"""async () => {{ const page = {PAGE}; const body = new FormData();
        body.append("_xsrf", decodeURIComponent(document.cookie.match(/_xsrf=([^;]*)/)[1]));
        return (await fetch(`${{page.base}}voila/api/shutdown/${{page.kernel}}`, {{ method: "POST", body }})).status }}"""
    )
    assert ended < 300
    page.wait_for_function(
        "() => { document.dispatchEvent(new Event('visibilitychange')); return !document.getElementById('gone').hidden; }",
        polling=1000,
    )
    page.click("#continue")
    page.wait_for_selector(LIVE)
    # what had not reached the kernel when it died is sent again once the page is live
    chosen = page.locator(f"[data-path='{path}'] .ak-dots").nth(1).locator(".ak-dot").nth(wanted)
    expect(chosen).to_have_attribute("aria-checked", "true")
    page.wait_for_function("() => !document.querySelector('.ak-kept')")
    page.reload()
    page.wait_for_selector(LIVE)
    expect(chosen).to_have_attribute("aria-checked", "true")


def test_a_stranger_on_the_own_socket_runs_nothing_and_makes_nothing(app, visit, tmp_path):
    page = visit(app, "/workbook?account=walmart")
    page.wait_for_selector(LIVE)
    visit.expected.append("Comm not found for comm id made-up")
    before = open_store(f"sqlite:///{app.log.parent / 'accounts.sqlite'}").load("walmart")
    target = tmp_path / "was-here"
    orders = [
        message(
            "execute_request",
            {
                "code": f"open({str(target)!r}, 'w').close()",
                "silent": False,
                "store_history": False,
                "user_expressions": {},
                "allow_stdin": False,
                "stop_on_error": False,
            },
        ),
        message(
            "comm_open",
            {
                "comm_id": "made-up",
                "target_name": "jupyter.widget",
                "target_module": None,
                "data": {
                    "state": {
                        "_model_module": "@jupyter-widgets/controls",
                        "_model_name": "TextModel",
                        "_model_module_version": "2.0.0",
                    },
                    "buffer_paths": [],
                },
            },
        ),
        message(
            "comm_msg",
            {"comm_id": "made-up", "data": {"method": "update", "state": {"value": "x"}, "buffer_paths": []}},
        ),
        message("inspect_request", {"code": "open", "cursor_pos": 2, "detail_level": 0}),
    ]
    kernel = page.evaluate(f"{PAGE}.kernel")
    heard = page.evaluate(SPEAK, [app.base, kernel, orders])
    said = json.dumps(heard)
    assert not target.exists()
    assert "execute_reply" not in said and "TextModel" not in said
    assert open_store(f"sqlite:///{app.log.parent / 'accounts.sqlite'}").load("walmart") == before
    page.click("#ak-tab-pest")
    page.wait_for_selector(".ak-pest")
