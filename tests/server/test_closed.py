"""Closed by default: what answers without the token, from another site, or through a forged name."""

import re
import socket

import pytest
import websocket
from tornado.web import StaticFileHandler

from accountkit.errors import Forbidden
from accountkit.server import app as server_app
from accountkit.server.addresses import KERNEL
from accountkit.server.page import Page
from accountkit.server.readers import READER_ROUTES
from tests.server.conftest import TOKEN

OPEN = {"/healthz"}
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
EXAMPLES = {
    KERNEL: "0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f",
    r"([^/]+)": "walmart",
    r"([a-z]+)": "docx",
    r"([0-9a-f]{16})": "0" * 16,
    r"([0-9a-f]+)": "0" * 12,
    r"(.+)": "plotly.min.js",
    r"([A-Za-z0-9_-]{20,100})": "x" * 43,
    r"([A-Za-z._]+)": "plotly.min.js",
}


def patterns(router):
    """The regular expressions of all rules that lead to a handler, whatever router they are nested in."""
    for rule in router.rules:
        if hasattr(rule.target, "rules"):
            yield from patterns(rule.target)
        else:
            yield rule.matcher.regex.pattern


def addresses(running):
    """An example of every address that the application answers."""
    found = []
    for pattern in patterns(running.app.app.default_router):
        path = pattern.rstrip("$")
        for group, example in EXAMPLES.items():
            path = path.replace(group, example)
        path = path.replace("\\", "")
        assert not set(path) & set("()[]*+?^"), f"no example for {path}"
        found.append(path)
    return found


FOREIGN = [
    "/voila/files/walmart.png",
    "/voila/tree",
    "/voila/render/workbook.ipynb",
    "/voila/static/voila.js",
    "/api/contents",
    "/voila/templates/lab/static/voila.js",
    "/voila/api/contents/workbook.ipynb",
    "/api/kernels",
    "/api/sessions",
    "/api/kernelspecs",
    "/api/terminals",
    "/lab",
    "/login",
    "/nowhere",
    "//evil.example/x",
]


def test_every_address_demands_the_token(served):
    stranger = served.stranger()
    walked = addresses(served)
    assert len(walked) >= 18
    for path in [*walked, *FOREIGN]:
        if path in OPEN:
            continue
        for method in METHODS:
            answer = stranger.request(method, path)
            assert answer.status_code in (403, 404, 405), f"{method} {path}: {answer.status_code}"
            assert "Walmart" not in answer.text and "Oriental" not in answer.text
            assert "username" not in answer.headers.get("set-cookie", "")


def test_only_health_and_readers_links_are_answered_without_it(served):
    unauthenticated = {
        path
        for path, handler, *_rest in served.app.init_handlers()
        if any(getattr(getattr(handler, m.lower(), None), "__allow_unauthenticated", False) for m in METHODS)
    }
    assert unauthenticated == OPEN | {path for path, _handler in READER_ROUTES}


def test_no_handler_serves_files_of_the_disk(served):
    assert not any(
        issubclass(handler, StaticFileHandler) for _path, handler, *_rest in served.app.init_handlers()
    )


def test_voilas_own_addresses_are_gone_even_with_the_token(served):
    visitor = served.visitor()
    for path in FOREIGN:
        assert visitor.get(path).status_code == 404, path


def test_a_wrong_token_opens_nothing(served):
    stranger = served.stranger()
    for wrong in ("", "x", TOKEN[:-1], TOKEN + "x", TOKEN.upper(), "中文"):
        answer = stranger.get("/", params={"token": wrong})
        assert answer.status_code == 403
        assert "username" not in answer.headers.get("set-cookie", "")
        forged = stranger.get("/", headers={"Authorization": f"token {wrong or 'x'}".encode()})
        assert forged.status_code == 403


def test_the_link_sets_a_cookie_that_scripts_and_other_sites_do_not_get_and_leaves_the_address(served):
    answer = served.stranger().get("/", params={"token": TOKEN, "lang": "zh"})
    assert answer.status_code == 302
    assert answer.headers["location"] == "/?lang=zh"
    cookies = [cookie for cookie in answer.headers.get_list("set-cookie") if cookie.startswith("username")]
    assert len(cookies) == 1 and "HttpOnly" in cookies[0] and "SameSite=Lax" in cookies[0]
    assert TOKEN not in str(answer.headers)


def test_a_redirect_never_leads_to_another_host(served):
    answer = served.stranger().get("//evil.example/", params={"token": TOKEN})
    assert answer.status_code in (302, 404)
    assert re.match(r"/(?!/)", answer.headers.get("location", "/"))


def test_a_forged_cookie_opens_nothing(served):
    name = f"username-127-0-0-1-{served.app.port}"
    for forged in ("ann", "2|1:0|10:1795316743|4:name|8:YW5u|0000", '{"username": "ann"}'):
        assert served.stranger(cookies={name: forged}).get("/").status_code == 403


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/accounts", {"name": "X"}),
        ("/import", {"upload": "0" * 32}),
        ("/links", {"account": "walmart"}),
        ("/links/0000000000000000/revoke", {}),
        ("/upload", {}),
    ],
)
def test_what_changes_something_needs_the_xsrf_token(served, path, body):
    visitor = served.visitor()
    assert visitor.post(path, data=body).status_code == 403
    assert visitor.post(path, data={**body, "_xsrf": "2|00000000|00|1"}).status_code == 403


def test_no_answer_may_be_read_by_another_site(served):
    visitor = served.visitor()
    for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"}):
        answer = visitor.get("/", headers=headers)
        assert "access-control-allow-origin" not in answer.headers
        token = served.stranger().get("/", headers={**headers, "Authorization": f"token {TOKEN}"})
        assert "access-control-allow-origin" not in token.headers


def test_every_page_says_what_it_may_load_and_that_nobody_learns_its_address(served):
    visitor = served.visitor()
    for path in ("/", "/nowhere", "/workbook?account=nobody"):
        headers = visitor.get(path).headers
        assert "default-src 'self'" in headers["content-security-policy"]
        assert "http" not in headers["content-security-policy"]
        assert headers["referrer-policy"] == "same-origin"
        assert headers["x-content-type-options"] == "nosniff"


HEADERS = {
    "content-security-policy",
    "x-content-type-options",
    "referrer-policy",
    "permissions-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
}


def allowed(answer):
    """The sources of scripts that an answer's policy allows."""
    return set(re.search(r"script-src ([^;]*)", answer.headers["content-security-policy"])[1].split())


def test_every_answer_carries_the_headers_and_no_policy_lets_a_text_run(served):
    for client in (served.visitor(), served.stranger()):
        for path in addresses(served):
            for method in ("GET", "POST", "OPTIONS"):
                answer = client.request(method, path, follow_redirects=False)
                assert answer.headers.keys() >= HEADERS, f"{method} {path}"
                assert "frame-ancestors 'self'" in answer.headers["content-security-policy"]
                own = path.startswith("/notebook/")
                assert allowed(answer) <= {"'self'", "blob:"} or own, f"{method} {path}"


def test_a_panel_that_is_compiled_in_the_browser_is_the_only_reason_for_another_policy(served, monkeypatch):
    monkeypatch.setattr(served.app.assets, "is_compiled", False)
    answer = served.visitor().get("/workbook?account=nobody")
    nonce = next(source for source in allowed(answer) if source.startswith("'nonce-"))
    assert allowed(answer) == {"'self'", "'unsafe-eval'", "blob:", nonce}
    assert nonce not in allowed(served.visitor().get("/workbook?account=nobody"))


def test_an_unknown_method_is_answered_in_words_and_logged_without_a_traceback(served, caplog):
    for path in addresses(served):
        for method in ("PROPFIND", "TRACE", "X"):
            answer = served.visitor().request(method, path, headers={"Accept": "text/html"})
            assert answer.status_code == 405 and answer.headers.keys() >= HEADERS, f"{method} {path}"
            assert answer.headers["content-type"].startswith(("text/html", "application/json"))
    assert not [record for record in caplog.records if record.exc_info or "Traceback" in record.getMessage()]


def test_the_websocket_refuses_strangers_and_other_sites(served):
    visitor = served.visitor()
    address = f"ws://127.0.0.1:{served.app.port}/api/kernels/{EXAMPLES[KERNEL]}/channels"
    cookie = "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())
    for options in ({}, {"cookie": cookie, "origin": "https://evil.example"}, {"cookie": cookie}):
        with pytest.raises(websocket.WebSocketBadStatusException) as refused:
            websocket.create_connection(address, timeout=10, **{"origin": served.address, **options})
        assert refused.value.status_code in (403, 404)


@pytest.mark.parametrize(
    "slug", ["../walmart", "..%2F..%2Fetc%2Fpasswd", "walmart/../../x", "walmart%00x", "<b>x</b>", "a" * 3000]
)
def test_a_hostile_slug_is_just_an_account_that_is_not_there(served, slug):
    visitor = served.visitor()
    for path in (f"/workbook?account={slug}", f"/paint?account={slug}", f"/links?account={slug}"):
        answer = visitor.get(path)
        assert answer.status_code == 404
        assert "<b>x</b>" not in answer.text or answer.headers["content-type"] == "application/json"
    assert visitor.get(f"/brief/{slug}.docx").status_code == 404
    assert visitor.get(f"/analysis/{slug}?account=walmart").status_code == 404


@pytest.mark.parametrize(
    "key", ["..%2fworkbook", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "workbook.ipynb", ".ipynb_checkpoints"]
)
def test_a_hostile_analysis_opens_no_file(served, key):
    assert served.visitor().get(f"/analysis/{key}?account=walmart").status_code == 404


def test_without_a_token_only_this_machine_is_served(tmp_path):
    for host in ("0.0.0.0", "192.0.2.1", "", "localhost.evil.example"):
        with pytest.raises(Forbidden, match="--no-token"):
            server_app.server(host=host, token=None, db=str(tmp_path / "a.sqlite"), kernels_mode="ordinary")


def test_without_a_token_forged_names_other_sites_and_proxies_are_refused(start):
    running = start(token=None)
    client = running.stranger()
    own = f"127.0.0.1:{running.app.port}"
    assert client.get("/").status_code == 200
    assert client.get("/", headers={"Host": f"localhost:{running.app.port}"}).status_code == 200
    assert client.get("/", headers={"Host": own, "Origin": f"http://{own}"}).status_code == 200
    refused = [
        {"Host": "evil.example"},
        {"Host": f"evil.example:{running.app.port}"},
        {"Host": "127.0.0.1.evil.example"},
        {"Host": "localhost@evil.example"},
        {"Host": "[::1"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": f"http://localhost:{running.app.port + 1}"},
        {"X-Forwarded-For": "127.0.0.1"},
        {"Forwarded": "for=127.0.0.1"},
        {"X-Forwarded-Host": "localhost"},
        {"X-Forwarded-Proto": "https"},
        {"X-Real-IP": "127.0.0.1"},
        {"Via": "1.1 proxy"},
    ]
    for headers in refused:
        for path in ("/", "/healthz", "/nowhere", "/workbook?account=walmart"):
            assert client.get(path, headers=headers).status_code in (400, 403), (headers, path)
    assert client.post("/accounts", data={"name": "X"}).status_code == 403
    with pytest.raises(websocket.WebSocketBadStatusException):
        websocket.create_connection(
            f"ws://{own}/api/kernels/{EXAMPLES[KERNEL]}/channels", host="evil.example", timeout=10
        )


def test_without_a_token_whatever_another_site_sends_is_refused(start):
    running = start(token=None)
    client, own = running.stranger(), f"127.0.0.1:{running.app.port}"
    foreign = {"Sec-Fetch-Site": "cross-site"}
    for method in METHODS:
        for path in ("/", "/workbook?account=walmart", "/brief/walmart.docx", "/upload", "/nowhere"):
            answer = client.request(method, path, headers=foreign)
            assert answer.status_code == 403 and answer.headers.keys() >= HEADERS, f"{method} {path}"
            assert answer.headers["content-type"] == "application/json" and "set-cookie" not in answer.headers
    page = client.get("/", headers={**foreign, "Sec-Fetch-Mode": "navigate", "Accept-Language": "zh"})
    assert page.status_code == 403 and "<h1>" in page.text and 'lang="zh-CN"' in page.text
    for near in ("same-origin", "none"):
        assert client.get("/", headers={"Sec-Fetch-Site": near}).status_code == 200
    with pytest.raises(websocket.WebSocketBadStatusException) as refused:
        websocket.create_connection(
            f"ws://{own}/api/kernels/{EXAMPLES[KERNEL]}/channels",
            header=["Sec-Fetch-Site: cross-site"],
            origin=f"http://{own}",
            timeout=10,
        )
    assert refused.value.status_code == 403


def test_a_request_without_a_host_is_refused_where_there_is_no_token(start):
    running = start(token=None)
    with socket.create_connection(("127.0.0.1", running.app.port), timeout=10) as raw:
        raw.sendall(b"GET / HTTP/1.0\r\n\r\n")
        assert raw.recv(100).split()[1] in (b"400", b"403")


def test_all_pages_are_behind_the_same_door(served):
    ours = [
        handler
        for _path, handler, *_rest in served.app.init_handlers()
        if handler.__module__.startswith("accountkit")
    ]
    assert len(ours) == len(served.app.init_handlers())
    pages = [handler for handler in ours if issubclass(handler, Page)]
    assert all(handler.prepare.__qualname__ in ("Page.prepare", "Arrival.prepare") for handler in pages)
