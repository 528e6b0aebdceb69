"""Signing in with OpenID Connect (``--sign-in oidc``): the authorization code flow with PKCE, by Authlib.

The organisation's provider says who it is in a signed token. `state` binds its answer to the browser that asked, `nonce` the
token to this one sign-in, and the verifier (PKCE) the code to this server: each is made anew and lies in a cookie for the ten
minutes that a sign-in may take. Sources: OpenID Connect Core 1.0, section 3.1; RFC 7636; RFC 9700.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from typing import Any

from accountkit.errors import Forbidden, Unavailable
from accountkit.i18n import _
from accountkit.server.access import Access

SIGNATURES = (
    "RS256",
    "RS384",
    "RS512",
    "PS256",
    "PS384",
    "PS512",
    "ES256",
    "ES384",
    "ES512",
    "EdDSA",
    "Ed25519",
)
"""Signatures with a key that only the provider has. Without one (``none``), or with a secret that both know, anybody who has
seen the secret could be anybody."""
LEEWAY = 60
"""Seconds by which two clocks may differ."""
PATIENCE = 10
"""Seconds that the provider has for an answer."""


@dataclass(frozen=True)
class Claimed:
    """Whom the provider has verified. `email` only if it vouches for the address; `administrator` only if it says who is one."""

    subject: str
    name: str
    email: str
    administrator: bool | None = None


def demand_installed() -> None:
    """Raise `Unavailable` if what signs in is not installed."""
    if not all(find_spec(name) for name in ("authlib", "joserfc", "requests")):
        raise Unavailable(
            _('Signing in with OpenID Connect is not installed. Run: pip install "accountkit[sign-in]"')
        )


class OpenId:
    """One provider. Its methods wait for the network and belong into a thread. All raise `Unavailable` if it does not answer as
    it should, and `Forbidden` for an answer that proves nothing."""

    BACK, BY_PATH = "sign-in/back", False
    """Where the browser is sent back to, below this server's address; `BY_PATH`: whoever sends it knows the path alone."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def address(self, back: str, state: str, nonce: str, verifier: str) -> str:
        """Where the browser goes to sign in; the provider sends it to `back`."""
        with in_our_words(), self._session(back) as session:
            url, _state = session.create_authorization_url(
                self._said["authorization_endpoint"], state=state, nonce=nonce, code_verifier=verifier
            )
        return str(url)

    def claimed(self, back: str, code: str, nonce: str, verifier: str) -> Claimed:
        """Who has signed in, for the code that the browser brought."""
        with in_our_words(), self._session(back) as session:
            token = session.fetch_token(
                self._said["token_endpoint"], code=code, code_verifier=verifier, timeout=PATIENCE
            )
            keys = session.get(self._said["jwks_uri"], withhold_token=True, timeout=PATIENCE)
            keys.raise_for_status()
            claims = verified(token, keys.json(), self._access.issuer, self._access.client_id, nonce)
            if not claims.get("name") and "userinfo_endpoint" in self._said:
                more = session.get(self._said["userinfo_endpoint"], timeout=PATIENCE)
                more.raise_for_status()
                if more.json().get("sub") == claims["sub"]:  # else it is said of somebody else
                    claims = {**more.json(), **claims}
        return said_of(claims)

    @cached_property
    def _said(self) -> dict[str, Any]:
        """What the provider says of itself."""
        with self._session() as session:
            answer = session.get(
                f"{self._access.issuer.rstrip('/')}/.well-known/openid-configuration",
                withhold_token=True,
                timeout=PATIENCE,
            )
            answer.raise_for_status()
            found: dict[str, Any] = answer.json()
        if found.get("issuer") != self._access.issuer:
            raise Unavailable(
                _("The sign-in service at {issuer} calls itself {other}. Correct --oidc-issuer.").format(
                    issuer=self._access.issuer, other=str(found.get("issuer"))[:80]
                )
            )
        return found

    def _session(self, back: str = "") -> Any:
        from authlib.integrations.requests_client import OAuth2Session

        return OAuth2Session(
            self._access.client_id,
            self._access.client_secret or None,
            token_endpoint_auth_method="client_secret_basic" if self._access.client_secret else "none",
            scope="openid profile email",
            redirect_uri=back,
            code_challenge_method="S256",
        )


def verified(
    token: dict[str, Any], keys: dict[str, Any], issuer: str, client: str, nonce: str
) -> dict[str, Any]:
    """The claims of a token that this provider has signed, for this client and this one sign-in, and that has not expired.
    Raises an error of joserfc for any other."""
    from authlib.oidc.core import CodeIDToken
    from joserfc import jwt
    from joserfc.jwk import KeySet
    from joserfc.jws import JWSRegistry

    registry = JWSRegistry(algorithms=list(SIGNATURES), strict_check_header=False)
    decoded = jwt.decode(token.get("id_token", ""), KeySet.import_key_set(keys), registry=registry)  # type: ignore[arg-type]
    wanted = {"iss": {"essential": True, "values": [issuer]}, "aud": {"essential": True, "values": [client]}}
    known = {"nonce": nonce, "client_id": client, "access_token": token.get("access_token")}
    claims = CodeIDToken(decoded.claims, decoded.header, wanted, known)
    claims.validate(leeway=LEEWAY)
    return dict(claims)


def said_of(claims: dict[str, Any]) -> Claimed:
    """The person of verified claims. An address that the provider does not vouch for is somebody's claim and lets nobody in."""
    email = str(claims.get("email") or "") if claims.get("email_verified") is True else ""
    name = claims.get("name") or claims.get("preferred_username") or email or claims["sub"]
    subject = hashlib.sha256(f"{claims['iss']}\0{claims['sub']}".encode()).hexdigest()
    return Claimed(f"oidc {subject}", str(name), email)


@contextmanager
def in_our_words() -> Iterator[None]:
    """Faults of the libraries as ours; what they say may hold secrets, so it goes into no message."""
    from authlib.common.errors import AuthlibBaseError
    from joserfc.errors import JoseError
    from requests import RequestException

    try:
        yield
    except (RequestException, KeyError) as error:
        raise Unavailable(
            _("The sign-in service does not answer as it should. Try again in a minute.")
        ) from error
    except (AuthlibBaseError, JoseError, ValueError) as error:
        raise unverified() from error


def unverified() -> Forbidden:
    """That an answer proves nothing."""
    return Forbidden(_("This sign-in could not be verified. Start again."))
