"""Signing in with OpenID Connect, with a real provider on this machine; and tokens that prove nothing."""

from __future__ import annotations

import base64
import hashlib
import io
import time
import warnings
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey, RSAKey

from accountkit.errors import Forbidden, Unavailable
from accountkit.server import app as server_app
from accountkit.server.access import Access
from accountkit.server.openid import OpenId, demand_installed, said_of, verified
from tests.server.conftest import Running, xsrf

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import oidc_provider_mock as provider_mock

CLIENT = "accountkit"
PEOPLE = {
    "u-ann": {"name": "Ann Lee", "email": "ann@example.com", "email_verified": True},
    "u-eve": {"name": "Eve", "email": "ann@example.com", "email_verified": False},
}


pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:authlib")
"""The provider's own use of its library is not ours."""
ASKED: list[dict[str, list[str]]] = []
"""What was sent to the provider for a token."""


def recording(app):
    """The provider, noting what it is sent for a token."""

    def answer(environ, start):
        if environ["PATH_INFO"] == "/oauth2/token":
            body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
            ASKED.append(parse_qs(body.decode()))
            environ["wsgi.input"] = io.BytesIO(body)
        return app(environ, start)

    return answer


@pytest.fixture(scope="module")
def issuer():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with provider_mock.run_server_in_thread(require_nonce=True) as provider:
            provider.app = recording(provider.app)
            address = f"http://localhost:{provider.server_port}"
            for sub, claims in PEOPLE.items():
                assert httpx.put(f"{address}/users/{sub}", json=claims).status_code == 204
            yield address


@pytest.fixture(scope="module")
def signing(issuer, tmp_path_factory):
    access = Access("oidc", issuer=issuer, client_id=CLIENT, client_secret="not-a-secret")
    running = Running(db=str(tmp_path_factory.mktemp("db") / "accounts.sqlite"), access=access)
    running.app.store.people.add("The boss", "ann@example.com", administrator=True)
    yield running
    running.close()


def sent_on(client, path="/sign-in"):
    """Where the browser is sent to sign in."""
    answer = client.get(path)
    assert answer.status_code == 302
    return answer.headers["location"]


def sent_back(address, sub):
    """Where the provider sends the browser when somebody has signed in there."""
    answer = httpx.post(address, data={"sub": sub})
    assert answer.status_code == 302, answer.text
    back = urlsplit(answer.headers["location"])
    return f"{back.path}?{back.query}"


def test_a_person_signs_in_and_stands_in_the_log_as_who_was_invited(signing):
    with signing.stranger() as client:
        closed = client.get("/week?day=2026-06-01")
        assert closed.status_code == 403 and "/sign-in?next=" in closed.text
        asked = parse_qs(urlsplit(sent_on(client, "/sign-in?next=/week")).query)
        assert asked["code_challenge_method"] == ["S256"] and asked["scope"] == ["openid profile email"]
        assert (
            asked["response_type"] == ["code"] and len(asked["state"][0]) > 40 and len(asked["nonce"][0]) > 40
        )
        back = sent_back(sent_on(client, "/sign-in?next=/week"), "u-ann")
        answer = client.get(back)
        assert answer.status_code == 302 and answer.headers["location"] == "/week"
        assert "New Oriental" in client.get("/").text
        client.post("/accounts", data={"name": "Brand New"}, headers=xsrf(client))
        assert signing.app.store.accounts()[0].updated_by == "The boss"
        assert client.get(back).status_code == 403, "an answer serves once"
        assert client.post("/sign-out", headers=xsrf(client)).status_code == 200
        assert client.get("/").status_code == 403


def test_an_address_that_nobody_vouches_for_lets_nobody_in_as_another(signing):
    with signing.stranger() as client:
        client.get(sent_back(sent_on(client), "u-eve"))
        page = client.get("/")
        assert page.status_code == 200 and "Walmart" not in page.text
        assert {one.name: one.administrator for one in signing.app.store.people.all()}["Eve"] is False
        signing.app.store.people.revoke(signing.app.store.people.find("Eve"))
        assert client.get("/").status_code == 403
        assert client.get(sent_back(sent_on(client), "u-eve")).status_code == 403


def test_an_answer_that_this_browser_did_not_ask_for_is_refused(signing):
    with signing.stranger() as victim, signing.stranger() as attacker:
        theirs = sent_back(sent_on(attacker), "u-eve")
        assert victim.get(theirs).status_code == 403, "no sign-in has begun"
        sent_on(victim)
        assert victim.get(theirs).status_code == 403, "another state"
        mine = sent_back(sent_on(victim), "u-ann")
        for wrong in (
            mine.replace("state=", "state=x"),
            "/sign-in/back",
            "/sign-in/back?error=access_denied",
        ):
            assert victim.get(wrong).status_code == 403
        assert victim.get("/").status_code == 403


def test_the_code_comes_with_its_verifier_and_the_token_is_for_one_sign_in(signing):
    openid, back, verifier = OpenId(signing.app.access), f"{signing.address}/sign-in/back", "v" * 43

    def code(nonce):
        address = openid.address(back, "state", nonce, verifier)
        proof = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        assert parse_qs(urlsplit(address).query)["code_challenge"] == [proof]
        answer = httpx.post(address, data={"sub": "u-ann"})
        return parse_qs(urlsplit(answer.headers["location"]).query)["code"][0]

    used = code("n" * 20)
    assert openid.claimed(back, used, "n" * 20, verifier).name == "Ann Lee"
    assert ASKED[-1]["code_verifier"] == [verifier] and ASKED[-1]["redirect_uri"] == [back]
    for wrong in (code("m" * 20), used, "x"):
        with pytest.raises(Forbidden):
            openid.claimed(back, wrong, "n" * 20, verifier)


@pytest.mark.parametrize(
    "address", ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:x", ""]
)
def test_after_signing_in_the_browser_stays_here(signing, address):
    with signing.stranger() as client:
        back = sent_back(sent_on(client, f"/sign-in?next={address}"), "u-ann")
        assert client.get(back).headers["location"] == "/"


KEY, OTHER = RSAKey.generate_key(2048, {"kid": "k"}), RSAKey.generate_key(2048, {"kid": "k"})
SHARED = OctKey.generate_key(256, {"kid": "s"})
PUBLIC = {"keys": [KEY.as_dict(private=False), SHARED.as_dict(private=True)]}


def token(key=KEY, alg="RS256", kid="k", **changed):
    now = int(time.time())
    claims = {
        "iss": "https://id",
        "sub": "1",
        "aud": CLIENT,
        "iat": now,
        "exp": now + 300,
        "nonce": "n",
        **changed,
    }
    claims = {name: value for name, value in claims.items() if value is not None}
    return {"id_token": jwt.encode({"alg": alg, "kid": kid}, claims, key, algorithms=[alg])}


def test_a_token_of_the_provider_is_believed():
    assert verified(token(), PUBLIC, "https://id", CLIENT, "n")["sub"] == "1"


FORGED = {
    "another key": token(OTHER),
    "a secret that both know": token(SHARED, "HS256", kid="s"),
    "no signature": {"id_token": "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0."},
    "another issuer": token(iss="https://evil"),
    "another client": token(aud="other"),
    "another sign-in": token(nonce="m"),
    "no nonce": token(nonce=None),
    "no subject": token(sub=None),
    "expired": token(exp=int(time.time()) - 3600),
    "no expiry": token(exp=None),
    "no token": {},
}


@pytest.mark.parametrize("kind", FORGED)
def test_a_token_that_proves_nothing_is_refused(kind):
    with pytest.raises((JoseError, ValueError)):
        verified(FORGED[kind], PUBLIC, "https://id", CLIENT, "n")


def test_a_provider_that_is_away_or_is_another_is_said(issuer):
    for wrong in ("http://127.0.0.1:9", f"{issuer}/"):
        with pytest.raises(Unavailable):
            OpenId(Access("oidc", issuer=wrong, client_id=CLIENT)).address("http://x/", "s", "n", "v" * 43)


def test_two_providers_never_mean_the_same_person():
    one, other = ({"iss": iss, "sub": sub} for iss, sub in (("https://a", "b"), ("https://ab", "")))
    assert said_of(one).subject != said_of(other).subject


def test_what_is_missing_is_named(monkeypatch, tmp_path):
    with pytest.raises(Forbidden, match="--oidc-issuer"):
        server_app.server(db=str(tmp_path / "a.sqlite"), access=Access("oidc"), kernels_mode="ordinary")
    monkeypatch.setattr("accountkit.server.openid.find_spec", lambda _name: None)
    with pytest.raises(Unavailable, match=r"accountkit\[sign-in\]"):
        demand_installed()
