"""Signing in with JupyterHub (``--sign-in jupyterhub``): accountkit is a service of the hub, which says in its environment where it
is and what it is called there. The browser brings a code from the hub's page, and the hub says whose it is.

Source: JupyterHub's documentation, “Services” and “JupyterHub and OAuth”. The hub's OAuth has neither PKCE nor a signed token:
`state` binds the answer to the browser that asked, and the code serves only who has the service's own secret.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from accountkit.errors import Forbidden, Unavailable
from accountkit.i18n import _
from accountkit.server.access import HUB, Access
from accountkit.server.openid import PATIENCE, Claimed, in_our_words, unverified


@dataclass(frozen=True)
class Place:
    """What the hub says to its service: the address to listen on, the path below which everything lies, and how people reach it."""

    host: str
    port: int
    prefix: str
    access: Access


def place(environment: Mapping[str, str] = os.environ) -> Place:
    """The service's place by its environment. Raises `Unavailable` if no hub has started it."""
    wanted = ("API_URL", "API_TOKEN", "CLIENT_ID", "SERVICE_PREFIX", "SERVICE_URL")
    missing = [f"JUPYTERHUB_{name}" for name in wanted if not environment.get(f"JUPYTERHUB_{name}")]
    if missing:
        raise Unavailable(
            _(
                "--sign-in jupyterhub is for a service that JupyterHub starts: {names} is missing. Add accountkit to c.JupyterHub.services."
            ).format(names=", ".join(missing))
        )
    found = urlsplit(environment["JUPYTERHUB_SERVICE_URL"])
    hub = environment.get("JUPYTERHUB_HOST", "") + environment.get("JUPYTERHUB_BASE_URL", "/")
    access = Access(
        sign_in=HUB,
        issuer=environment["JUPYTERHUB_API_URL"],
        client_id=environment["JUPYTERHUB_CLIENT_ID"],
        client_secret=environment["JUPYTERHUB_API_TOKEN"],
        hub=hub,
    )
    return Place(
        found.hostname or "127.0.0.1", found.port or 0, environment["JUPYTERHUB_SERVICE_PREFIX"], access
    )


class Hub:
    """One hub; the same questions as to a provider of OpenID Connect (`accountkit.server.openid.OpenId`)."""

    BACK, BY_PATH = "oauth_callback", True
    """Where the hub sends the browser back to, unless its configuration says otherwise; it knows this server's path alone."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def address(self, back: str, state: str, nonce: str, verifier: str) -> str:
        """Where the browser goes to sign in; the hub sends it to `back`."""
        asked = {
            "response_type": "code",
            "client_id": self._access.client_id,
            "redirect_uri": back,
            "state": state,
        }
        return f"{self._access.hub}hub/api/oauth2/authorize?{urlencode(asked)}"

    def claimed(self, back: str, code: str, nonce: str, verifier: str) -> Claimed:
        """Who has signed in, for the code that the browser brought; the hub's administrators are ours."""
        from authlib.integrations.requests_client import OAuth2Session

        with (
            in_our_words(),
            OAuth2Session(
                self._access.client_id,
                self._access.client_secret,
                token_endpoint_auth_method="client_secret_post",
                redirect_uri=back,
            ) as session,
        ):
            session.fetch_token(f"{self._access.issuer}/oauth2/token", code=code, timeout=PATIENCE)
            answer = session.get(f"{self._access.issuer}/user", timeout=PATIENCE)
            if not answer.ok:
                raise unverified()
            said = answer.json()
            if said.get("kind") != "user":
                raise Forbidden(_("Only people sign in here, no services."))
            name = str(said["name"])
        return Claimed(f"jupyterhub {name}", name, "", administrator=bool(said.get("admin")))
