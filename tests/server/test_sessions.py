"""Live pages and their kernels: whose they are, what they know, how many there may be, and when they end."""

import json
import os
import re
import signal
import struct
import time

import pytest
import websocket
from jupyter_client.blocking import BlockingKernelClient

from accountkit.server.sessions import KERNEL_GONE, Sessions
from tests.server.conftest import xsrf

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def quick_ends(monkeypatch):
    monkeypatch.setattr(Sessions, "CLOSED", 0.5)


def opened(visitor, address="/workbook?account=new-oriental"):
    """A page, its configuration, and in that the kernel that it names."""
    page = visitor.get(address).text
    config = re.search(r'id="jupyter-config-data" type="application/json">(.*?)</script>', page, re.S)
    kernel = re.search(r'data-kernel="([0-9a-f-]{36})"', page)
    return page, {**json.loads(config.group(1)), "kernelId": kernel.group(1)}


def connected(running, visitor, kernel_id):
    cookie = "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())
    address = f"ws://127.0.0.1:{running.app.port}/api/kernels/{kernel_id}/channels?session_id=1"
    return websocket.create_connection(address, cookie=cookie, origin=running.address, timeout=30)


def until(true, seconds=20):
    """Wait until something holds; fails where it does not in time."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.1)


def test_a_kernel_knows_account_person_and_language_from_the_server(served):
    page, _config = opened(served.visitor("Ann Lee"), "/workbook?account=new-oriental&lang=zh")
    model = re.search(r'"application/vnd.jupyter.widget-view\+json": \{[^}]*"model_id": "([^"]+)"', page)
    assert model, "the notebook's widget is in the page"
    environment = kernel_environment(served)
    assert environment["ACCOUNTKIT_USER"] == "Ann Lee" and environment["ACCOUNTKIT_LANG"] == "zh_CN"
    assert environment["ACCOUNTKIT_SERVED"] == "1" and environment["ACCOUNTKIT_DB"] == served.app.store.url
    assert "account=new-oriental" in environment["QUERY_STRING"]


def test_the_state_of_a_panel_comes_with_its_page_and_what_changes_before_it_is_connected_is_not_lost(served):
    visitor = served.visitor()
    page, config = opened(visitor)
    state = re.search(r'<script type="application/vnd.jupyter.widget-state\+json">(.*?)</script>', page, re.S)
    model = re.search(r'"application/vnd.jupyter.widget-view\+json": \{[^}]*"model_id": "([^"]+)"', page)
    assert "ak-hero" in json.loads(state.group(1))["state"][model.group(1)]["state"]["value"]
    in_the_kernel(
        served,
        config["kernelId"],
        "for one in HTML.widgets.values():\n    if hasattr(one, 'value'): one.value = 'told before'",
    )
    connection, heard = connected(served, visitor, config["kernelId"]), ""
    while '"method": "update"' not in heard:
        heard = connection.recv()
    assert "told before" in heard
    connection.close()


def in_the_kernel(running, kernel_id, code):
    """Have a kernel run some code, by a connection of its own."""
    client = BlockingKernelClient()
    client.load_connection_file(running.app.kernel_manager.get_kernel(kernel_id).connection_file)
    client.start_channels()
    assert client.execute(code, reply=True, timeout=60)["content"]["status"] == "ok"
    client.stop_channels()


def kernel_environment(running):
    newest = list(running.app.sessions.live)[-1]
    kernel = running.app.kernel_manager.get_kernel(newest)
    pid = kernel.provisioner.process.pid
    with open(f"/proc/{pid}/environ", "rb") as stream:
        return dict(item.split("=", 1) for item in stream.read().decode().split("\0") if "=" in item)


def test_the_first_picture_is_sent_before_the_kernel_is_asked(served):
    visitor = served.visitor()
    with visitor.stream("GET", "/workbook?account=new-oriental") as answer:
        first = next(answer.iter_text())
        assert "8.3\u202f%" in first and "overview/chain" in first
        assert "data-kernel=" not in first


def test_a_page_tells_the_browser_what_to_fetch_and_nothing_of_another_host(served):
    page, config = opened(served.visitor())
    for name in ("host.js", "charts.js"):
        assert (
            f'<link rel="preload" as="script" fetchpriority="low" href="{served.app.assets.url(name)}">'
            in page
        )
    assert config["accountkitPlotlyUrl"] == served.app.assets.url("charts.js")
    assert config["accountkitWholePlotlyUrl"] == served.app.assets.url("plotly.min.js")
    assert config["accountkitUploadUrl"] == "/upload"
    assert set(config) == {
        "baseUrl",
        "kernelId",
        "accountkitUploadUrl",
        "accountkitPlotlyUrl",
        "accountkitWholePlotlyUrl",
        "deferredExtensions",
        "disabledExtensions",
    }
    assert not re.search(r"(src|href)=\"(https?:)?//", page)
    assert "cdn" not in json.dumps(config)


def test_a_notebook_that_fails_says_so_without_a_traceback(served):
    page, _config = opened(served.visitor(), "/analysis/pest?account=new-oriental")
    assert "ak-failed" in page
    assert "RuntimeError" not in page and "Traceback" not in page and "cannot run" not in page


def test_a_kernel_is_its_owners_alone(served):
    ann, ben = served.visitor("ann"), served.visitor("ben")
    _page, config = opened(ann)
    assert ann.get(f"/api/kernels/{config['kernelId']}").status_code == 200
    assert ben.get(f"/api/kernels/{config['kernelId']}").status_code == 404
    assert ben.post(f"/voila/api/shutdown/{config['kernelId']}", headers=xsrf(ben)).status_code == 404
    with pytest.raises(websocket.WebSocketBadStatusException) as refused:
        connected(served, ben, config["kernelId"])
    assert refused.value.status_code == 404
    assert connected(served, ann, config["kernelId"]).connected


def test_a_closed_tab_frees_its_kernel_within_seconds(served):
    visitor = served.visitor()
    _page, config = opened(visitor)
    socket = connected(served, visitor, config["kernelId"])
    until(lambda: served.app.sessions.live[config["kernelId"]].sockets == 1)
    socket.close(1001)
    until(lambda: config["kernelId"] not in served.app.kernel_manager)
    assert visitor.get(f"/api/kernels/{config['kernelId']}").status_code == 404


def test_a_page_that_says_goodbye_frees_its_kernel_at_once(served):
    visitor = served.visitor()
    _page, config = opened(visitor)
    answer = visitor.post(
        f"/voila/api/shutdown/{config['kernelId']}", data={"_xsrf": visitor.cookies["_xsrf"]}
    )
    assert answer.status_code == 204
    assert config["kernelId"] not in served.app.kernel_manager


def test_a_lost_connection_keeps_its_kernel_for_a_while(served):
    visitor = served.visitor()
    _page, config = opened(visitor)
    socket = connected(served, visitor, config["kernelId"])
    until(lambda: served.app.sessions.live[config["kernelId"]].sockets == 1)
    socket.sock.close()
    until(lambda: served.app.sessions.live[config["kernelId"]].sockets == 0)
    time.sleep(2)
    assert connected(served, visitor, config["kernelId"]).connected


def test_a_page_that_never_connects_does_not_keep_its_kernel(start, monkeypatch):
    monkeypatch.setattr(Sessions, "NEVER_CONNECTED", 2.0)
    running = start()
    _page, config = opened(running.visitor())
    until(lambda: config["kernelId"] not in running.app.kernel_manager)


def test_beyond_the_limit_a_friendly_page_tries_again_by_itself(start):
    running = start(max_sessions=1)
    visitor = running.visitor()
    _page, config = opened(visitor)
    full = visitor.get("/workbook?account=walmart")
    assert full.status_code == 503 and full.headers["retry-after"] == "10"
    assert 'http-equiv="refresh" content="10"' in full.text
    assert visitor.get("/").status_code == 200
    visitor.post(f"/voila/api/shutdown/{config['kernelId']}", headers=xsrf(visitor))
    assert opened(visitor, "/workbook?account=walmart")[1]["kernelId"]


def test_a_lost_page_gives_up_its_place_where_the_server_is_full(start, monkeypatch):
    running = start(max_sessions=1)
    visitor, sessions = running.visitor(), running.app.sessions
    _page, config = opened(visitor)
    socket = connected(running, visitor, config["kernelId"])
    until(lambda: sessions.live[config["kernelId"]].sockets == 1)
    socket.sock.close()
    until(lambda: sessions.live[config["kernelId"]].sockets == 0)
    assert visitor.get("/workbook?account=walmart").status_code == 503, "it may come back at once"
    monkeypatch.setattr(Sessions, "YIELDS", 0.0)
    other = opened(visitor, "/workbook?account=walmart")[1]["kernelId"]
    assert other != config["kernelId"] and config["kernelId"] not in running.app.kernel_manager
    assert visitor.get("/workbook?account=walmart").status_code == 503, "one that was never lost stays"


def test_a_page_that_is_left_before_it_is_complete_frees_its_kernel(start):
    running = start()
    with running.visitor().stream("GET", "/workbook?account=new-oriental") as answer:
        next(answer.iter_text())
    sessions, kernels = running.app.sessions, running.app.kernel_manager.list_kernel_ids

    def nothing_for_a_second() -> bool:
        """The server may begin with the kernel only after this visitor has gone, and its end takes a moment."""
        seen = []
        for _look in range(10):
            seen += [*sessions.opening, *sessions.live, *kernels()]
            time.sleep(0.1)
        return not seen

    until(nothing_for_a_second, seconds=100)


def test_a_kernel_that_dies_ends_its_session_and_no_empty_one_takes_its_id(served):
    visitor = served.visitor()
    _page, config = opened(visitor)
    socket = connected(served, visitor, config["kernelId"])
    until(lambda: served.app.sessions.live[config["kernelId"]].sockets == 1)
    os.kill(served.app.kernel_manager.get_kernel(config["kernelId"]).provisioner.process.pid, signal.SIGKILL)
    opcode, data = 0, b""
    while opcode != websocket.ABNF.OPCODE_CLOSE:
        opcode, data = socket.recv_data()
    assert struct.unpack("!H", data[:2])[0] == KERNEL_GONE
    until(lambda: config["kernelId"] not in served.app.kernel_manager)
    assert visitor.get(f"/api/kernels/{config['kernelId']}").status_code == 404
    assert config["kernelId"] not in served.app.sessions.live
