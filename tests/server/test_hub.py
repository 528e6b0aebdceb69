"""Signing in with a JupyterHub, by its recorded answers from this machine; `tests/soak/test_jupyterhub.py` asks a real one."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from accountkit.errors import Unavailable
from accountkit.server.access import Access
from accountkit.server.hub import Hub, place
from accountkit.store.handed import TOKENS
from tests.server.conftest import Running

SECRET = "the-service-token"
SAID = {
    "code-boss": ("boss", True, "user"),
    "code-ann": ("ann", False, "user"),
    "code-x": ("x", False, "service"),
}


class Answers(BaseHTTPRequestHandler):
    """``POST /hub/api/oauth2/token`` and ``GET /hub/api/user``, as JupyterHub 6 answers them."""

    def do_POST(self):
        sent = {key: one for key, (one, *_rest) in parse_qs(self._body()).items()}
        right = sent.get("client_secret") == SECRET and sent.get("code") in SAID
        right = right and sent["redirect_uri"] == "/services/accountkit/oauth_callback"
        token = {
            "access_token": sent.get("code"),
            "expires_in": 3600,
            "token_type": "Bearer",
            "scope": "identify",
        }
        self._say(200 if right else 400, token if right else {"error": "invalid_grant"})

    def do_GET(self):
        name, admin, kind = SAID[self.headers["Authorization"].removeprefix("Bearer ")]
        self._say(200, {"name": name, "admin": admin, "kind": kind, "groups": []})

    def _body(self) -> str:
        return self.rfile.read(int(self.headers["Content-Length"])).decode()

    def _say(self, status, said):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(said).encode())

    def log_message(self, *words):
        pass


@pytest.fixture(scope="module")
def api():
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/hub/api"
        server.shutdown()


def environment(api, **other):
    return {
        "JUPYTERHUB_API_URL": api,
        "JUPYTERHUB_API_TOKEN": SECRET,
        "JUPYTERHUB_CLIENT_ID": "service-accountkit",
        "JUPYTERHUB_SERVICE_PREFIX": "/services/accountkit/",
        "JUPYTERHUB_SERVICE_URL": "http://127.0.0.1:10101",
        "JUPYTERHUB_BASE_URL": "/",
        **other,
    }


def test_the_hub_says_where_its_service_is(api):
    found = place(environment(api))
    assert (found.host, found.port, found.prefix) == ("127.0.0.1", 10101, "/services/accountkit/")
    assert SECRET not in repr(found) and "JUPYTERHUB_API_TOKEN" in TOKENS
    with pytest.raises(Unavailable, match="JUPYTERHUB_API_URL"):
        place({})


@pytest.fixture
def service(api, tmp_path):
    running = Running(
        db=str(tmp_path / "a.sqlite"), access=place(environment(api)).access, base_url="/services/accountkit/"
    )
    yield running
    running.close()


def signed_in(service, code):
    """The answer to the browser that comes back from the hub with a code, and the browser."""
    client = service.stranger()
    sent = client.get("/services/accountkit/sign-in", params={"next": "/services/accountkit/week"})
    asked = parse_qs(urlsplit(sent.headers["location"]).query)
    assert sent.headers["location"].startswith("/hub/api/oauth2/authorize?")
    assert asked["redirect_uri"] == ["/services/accountkit/oauth_callback"]
    answer = client.get(
        "/services/accountkit/oauth_callback", params={"code": code, "state": asked["state"][0]}
    )
    return answer, client


def test_an_administrator_of_the_hub_is_one_here_as_long_as_the_hub_says_so(service, monkeypatch):
    answer, client = signed_in(service, "code-boss")
    assert answer.status_code == 302 and answer.headers["location"] == "/services/accountkit/week"
    people = service.app.store.people
    assert people.find("boss").administrator
    assert "Walmart" in client.get("/services/accountkit/").text
    monkeypatch.setitem(SAID, "code-boss", ("boss", False, "user"))
    signed_in(service, "code-boss")
    assert not people.find("boss").administrator


def test_others_have_no_role_until_they_are_given_one(service):
    _answer, client = signed_in(service, "code-ann")
    assert "Walmart" not in client.get("/services/accountkit/").text
    assert client.get("/services/accountkit/workbook?account=walmart").status_code == 404


def test_what_proves_nothing_lets_nobody_in(service, api):
    for code in ("code-x", "made-up"):
        answer, client = signed_in(service, code)
        assert answer.status_code == 403
        assert client.get("/services/accountkit/week").status_code != 200
    client = service.stranger()
    client.get("/services/accountkit/sign-in")
    forged = client.get("/services/accountkit/oauth_callback", params={"code": "code-boss", "state": "other"})
    assert forged.status_code == 403
    away = Hub(Access("jupyterhub", issuer="http://127.0.0.1:9/hub/api", client_id="x", client_secret="y"))
    with pytest.raises(Unavailable):
        away.claimed("/back", "code", "", "")
