"""Behind a proxy: whom it names, what https asks for, and how a token is kept from guessing and from sight."""

from __future__ import annotations

import json
import os
import stat

import httpx
import pytest

from accountkit.errors import Forbidden, TooManyTries
from accountkit.samples import sample
from accountkit.server import app as server_app
from accountkit.server.access import Access, networks
from accountkit.server.tries import FREE, LONGEST, Tries
from accountkit.store import handed, open_store
from tests.server.conftest import TOKEN, Running, xsrf

HERE = networks(["127.0.0.1"])


@pytest.fixture(scope="module")
def behind(tmp_path_factory):
    """A server behind a proxy at this address, which people reach by https."""
    access = Access("header", "https://accounts.example/", HERE, "X-Who")
    running = Running(db=str(tmp_path_factory.mktemp("db") / "accounts.sqlite"), access=access)
    yield running
    running.close()


def by_https(client):
    """The token of a form with its cookie, which a client sends by https alone; here the proxy is missing."""
    return {**xsrf(client), "Cookie": f"_xsrf={client.cookies['_xsrf']}"}


def test_the_proxy_that_was_named_says_who_is_asking(behind):
    people = behind.app.store.people
    boss = people.add("The boss", "boss@example.com", administrator=True)
    with behind.stranger(headers={"X-Who": "boss@example.com"}) as client:
        assert "Walmart" in client.get("/").text
        client.post("/accounts", data={"name": "Brand New"}, headers=by_https(client))
    assert behind.app.store.accounts()[0].updated_by == "The boss"
    with behind.stranger(headers={"X-Who": "new@example.com"}) as client:
        assert client.get("/").status_code == 200 and "Walmart" not in client.get("/").text
    people.revoke(boss)
    with behind.stranger(headers={"X-Who": "boss@example.com"}) as client:
        refused = client.get("/")
        assert refused.status_code == 403 and "revoked" in refused.text


def test_without_the_header_or_with_two_nobody_is_known(behind):
    with behind.stranger() as client:
        assert client.get("/").status_code == 403
        assert "your organisation" in client.get("/").text
        twice = [("X-Who", "boss@example.com"), ("X-Who", "ann@example.com")]
        assert client.get("/", headers=twice).status_code == 403
        assert client.get("/", headers={"X-Forwarded-User": "boss@example.com"}).status_code == 403


def test_the_header_from_any_other_address_is_not_read(start):
    running = start(access=Access("header", proxies=networks(["192.0.2.1", "198.51.100.0/24"])))
    running.app.store.people.add("boss", "boss@example.com", administrator=True)
    for more in (
        {},
        {"X-Forwarded-For": "192.0.2.1"},
        {"X-Real-IP": "192.0.2.1"},
        {"Forwarded": "for=192.0.2.1"},
    ):
        answer = running.stranger().get("/", headers={"X-Forwarded-User": "boss@example.com", **more})
        assert answer.status_code == 403, more
    assert len(running.app.store.people.all()) == 1


def test_https_in_links_in_cookies_and_for_a_year(behind):
    with behind.stranger(headers={"X-Who": "linker@example.com"}) as client:
        page = client.get("/")
        assert page.headers["strict-transport-security"] == "max-age=31536000"
        assert all("Secure" in cookie for cookie in page.headers.get_list("set-cookie"))
        person = next(one for one in behind.app.store.people.all() if one.email == "linker@example.com")
        behind.app.store.people.give(person, "walmart", "editor")
        made = client.post("/links", data={"account": "walmart"}, headers=by_https(client)).json()
        assert made["address"].startswith("https://accounts.example/read/")
        own = {"Origin": "https://accounts.example", **by_https(client)}
        assert client.post("/links", data={"account": "walmart"}, headers=own).status_code == 200
        other = {"Origin": "https://accounts.example.evil.test", **by_https(client)}
        assert client.post("/links", data={"account": "walmart"}, headers=other).status_code == 404


def test_the_cookie_of_a_sign_in_is_this_hosts_alone(start):
    running = start(access=Access("invite", "https://accounts.example/"))
    person = running.app.store.people.add("Ann")
    client, path = running.stranger(), f"/invitation/{running.app.store.people.invite(person, '')}"
    client.get(path)
    client.cookies = httpx.Cookies({cookie.name: cookie.value for cookie in client.cookies.jar})
    set_cookie = client.post(path, data={"_xsrf": client.cookies["_xsrf"]}).headers["set-cookie"]
    assert set_cookie.startswith("__Host-accountkit=") and "Secure" in set_cookie and "Path=/" in set_cookie
    assert "Domain" not in set_cookie


def test_the_cookie_of_a_token_is_this_hosts_alone_too(start):
    for base_url, name in (("/", "__Host-accountkit-guest"), ("/accounts/", "__Secure-accountkit-guest")):
        running = start(access=Access(public_url="https://accounts.example/"), base_url=base_url)
        cookies = running.stranger().get(base_url, params={"token": TOKEN}).headers.get_list("set-cookie")
        (ours,) = [cookie for cookie in cookies if cookie.startswith(f"{name}=")]
        assert "Secure" in ours and "HttpOnly" in ours and f"Path={base_url}" in ours


def test_without_https_nothing_asks_for_it(served):
    headers = served.visitor().get("/").headers
    assert "strict-transport-security" not in headers


def test_what_would_let_in_anybody_or_nobody_is_refused(tmp_path):
    db = str(tmp_path / "a.sqlite")
    for access, said in (
        (Access("header"), "--trusted-proxy"),
        (Access("invite", "accounts.example"), "--public-url"),
        (Access("", "ftp://accounts.example"), "--public-url"),
        (Access("", "https://example.com/accounts/"), "--public-url"),
    ):
        with pytest.raises(Forbidden, match=said):
            server_app.server(db=db, access=access, kernels_mode="ordinary")
    with pytest.raises(Forbidden, match="everybody"):
        networks(["everybody"])


def test_a_short_token_is_refused_and_one_that_was_given_is_not_printed(tmp_path, monkeypatch):
    db = str(tmp_path / "a.sqlite")
    for token in ("1234", "x" * 15):
        with pytest.raises(Forbidden, match="at least 16"):
            server_app.server(db=db, token=token, kernels_mode="ordinary")
    monkeypatch.setenv("ACCOUNTKIT_TOKEN", "short")
    with pytest.raises(Forbidden, match="at least 16"):
        server_app.server(db=db, kernels_mode="ordinary")


def test_the_printed_link_holds_a_token_that_was_made_and_none_that_was_given(start):
    assert TOKEN not in start().app.display_url
    made = start(token=True).app
    assert made.display_url.endswith(f"?token={made.token}") and len(made.token) > 40


def test_no_kernel_has_the_token_in_its_environment(served, monkeypatch):
    from accountkit.server.sessions import Opening

    assert {"ACCOUNTKIT_TOKEN", "ACCOUNTKIT_OIDC_SECRET"} <= Opening("ann", {}).withheld == handed.TOKENS


def test_who_tries_tokens_waits_longer_each_time(monkeypatch):
    now = [1000.0]
    monkeypatch.setattr("accountkit.server.tries.time.monotonic", lambda: now[0])
    tries = Tries()
    for _count in range(FREE):
        tries.demand_patience("192.0.2.1")
        tries.note_wrong("192.0.2.1")
    waits = []
    for _count in range(14):
        tries.note_wrong("192.0.2.1")
        begun = now[0]
        with pytest.raises(TooManyTries):
            tries.demand_patience("192.0.2.1")
        while True:
            try:
                tries.demand_patience("192.0.2.1")
                break
            except TooManyTries:
                now[0] += 1
        waits.append(now[0] - begun)
    assert waits[:4] == [1, 2, 4, 8] and waits[-1] == LONGEST
    tries.demand_patience("192.0.2.2"), "nobody else waits"


def test_guessing_is_slowed_down_and_who_is_signed_in_goes_on(start):
    running = start()
    visitor, guesser = running.visitor(), running.stranger()
    codes = [guesser.get("/", params={"token": f"guess-{n}"}).status_code for n in range(FREE + 2)]
    assert codes[0] == 403 and codes[-1] == 429
    assert running.stranger().get("/", params={"token": TOKEN}).status_code == 429, (
        "nor the right one, for a while"
    )
    assert visitor.get("/").status_code == 200
    told = guesser.get("/", params={"token": "x"}, headers={"Accept": "application/json"})
    assert json.loads(told.text)["error"] == "too_many_tries"


def test_a_visitor_is_told_apart_behind_a_proxy_that_was_named_and_only_there():
    class Request:
        remote_ip, headers = "127.0.0.1", {"X-Forwarded-For": "203.0.113.7, 198.51.100.2, 10.0.0.1"}

    assert Access(proxies=HERE).visitor(Request) == "10.0.0.1"
    assert Access(proxies=networks(["127.0.0.1", "10.0.0.0/8"])).visitor(Request) == "198.51.100.2"
    assert Access().visitor(Request) == "127.0.0.1"
    Request.headers = {}
    assert Access(proxies=HERE).visitor(Request) == "127.0.0.1"


@pytest.mark.skipif(os.name != "posix", reason="permissions of files")
def test_database_and_uploads_are_their_owners_alone(start, tmp_path):
    previous = os.umask(0)
    try:
        store = open_store(str(tmp_path / "new.sqlite"))
        store.create(sample("walmart"), by="x")
        for file in tmp_path.glob("new.sqlite*"):
            assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
        store.close()
        running = start()
        visitor = running.visitor()
        visitor.post("/upload", content=b"a,b", headers={**xsrf(visitor), "X-File-Name": "a.csv"})
        kept = [path for path in running.app.spool.folder.rglob("*") if path.is_file()]
        assert kept and all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in kept)
    finally:
        os.umask(previous)
