"""How people reach the server and are known to it, as its operator says."""

from __future__ import annotations

import datetime as dt
import ipaddress
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from tornado.httputil import HTTPServerRequest

from accountkit.errors import Forbidden
from accountkit.i18n import N_, _
from accountkit.store.sign_ins import IDLE

LEAST_TOKEN = 16
"""Characters of a token that is given and not made: 16 random letters and digits are beyond guessing."""
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(frozen=True)
class Access:
    """`sign_in`: the word of ``--sign-in``, empty if a token opens everything. `public_url`: the address that people use, if a
    proxy stands before the server. `proxies`: the addresses of proxies that are trusted, and `header` the header in which one
    says who is asking. `issuer`: the provider of OpenID Connect, or the hub's API, which knows this server as `client_id`; `hub`:
    where browsers find the hub. `idle`: after so long without use a sign-in is over; `administrator`: the name of the first, who
    says it if it is empty.
    """

    sign_in: str = ""
    public_url: str = ""
    proxies: tuple[Network, ...] = ()
    header: str = "X-Forwarded-User"
    issuer: str = ""
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    hub: str = ""
    idle: dt.timedelta = IDLE
    administrator: str = ""

    @property
    def way(self) -> Way:
        """How people sign in; `NOBODY_SIGNS_IN` if a token opens everything."""
        return WAYS.get(self.sign_in, NOBODY_SIGNS_IN)

    @property
    def is_secure(self) -> bool:
        """True if people come by https."""
        return urlsplit(self.public_url).scheme == "https"

    @property
    def origin(self) -> str:
        """The public address without a path, as a browser names it."""
        found = urlsplit(self.public_url)
        return f"{found.scheme}://{found.netloc}".lower() if found.netloc else ""

    def cookie(self, name: str, base_url: str) -> str:
        """The name of a cookie that lets somebody in, where people come by https; empty if not. Browsers take one that begins
        with ``__Host-`` from this host alone, for all of it, and by https."""
        if not self.is_secure:
            return ""
        return f"__Host-{name}" if base_url == "/" else f"__Secure-{name}"

    def cookie_terms(self, base_url: str) -> dict[str, Any]:
        """What every cookie of ours is set with."""
        terms = {"path": base_url, "samesite": "Lax"}
        return {**terms, "secure": True} if self.is_secure else terms

    def trusts(self, address: str) -> bool:
        """True if an address is that of a proxy that was named."""
        try:
            known = ipaddress.ip_address(address)
        except ValueError:
            return False
        return any(known in network for network in self.proxies)

    def visitor(self, request: HTTPServerRequest) -> str:
        """The address that a request came from: the last one that a trusted proxy names and that is none itself."""
        came_from = request.remote_ip or ""
        for named in reversed(request.headers.get("X-Forwarded-For", "").split(",")):
            if not self.trusts(came_from) or not named.strip():
                break
            came_from = named.strip()
        return came_from


@dataclass(frozen=True)
class Way:
    """A way of signing in. `by_link`: with the personal link of an invitation; `elsewhere`: on a page of the organisation, which
    says in `names_administrators` also who is one; neither: a proxy names the person with each request. `lacks` finds what the
    operator did not say, and `needs` names it."""

    by_link: bool = False
    elsewhere: bool = False
    names_administrators: bool = False
    lacks: Callable[[Access], bool] = lambda access: False
    needs: str = ""

    @property
    def by_cookie(self) -> bool:
        """True if a person is known by a sign-in of ours, which lasts for a while and can be ended."""
        return self.by_link or self.elsewhere


NOBODY_SIGNS_IN = Way()
INVITE = "invite"
OIDC = "oidc"
HEADER = "header"
HUB = "jupyterhub"
WAYS = {
    INVITE: Way(by_link=True),
    OIDC: Way(
        elsewhere=True,
        lacks=lambda access: not (urlsplit(access.issuer).hostname and access.client_id),
        needs=N_(
            "--sign-in oidc needs the provider's address and our name there: --oidc-issuer URL --oidc-client ID."
        ),
    ),
    HEADER: Way(
        lacks=lambda access: not access.proxies,
        needs=N_(
            "--sign-in header needs the proxy's address: --trusted-proxy ADDRESS. Without it any visitor could send the header."
        ),
    ),
    HUB: Way(elsewhere=True, names_administrators=True),
}
"""The ways of signing in, by the word of ``--sign-in``."""

BY_TOKEN = Access()
"""Whoever holds the token may do everything: one's own machine, or a few who trust each other."""


def demand_possible(access: Access) -> None:
    """Raise `Forbidden` if what was said would let in anybody, or nobody."""
    if access.way.lacks(access):
        raise Forbidden(_(access.way.needs))
    found = urlsplit(access.public_url)
    if access.public_url and (
        found.scheme not in ("http", "https") or not found.hostname or found.path not in ("", "/")
    ):
        raise Forbidden(
            _("“{url}” is not an address that people can open. Use --public-url https://NAME/.").format(
                url=access.public_url[:80]
            )
        )


def networks(addresses: list[str]) -> tuple[Network, ...]:
    """The addresses of proxies, each one address or a network such as 10.0.0.0/8. Raises `Forbidden`."""
    try:
        return tuple(ipaddress.ip_network(address, strict=False) for address in addresses)
    except ValueError as error:
        raise Forbidden(
            _(
                "{reason}. --trusted-proxy takes an address such as 10.0.0.5 or a network such as 10.0.0.0/8."
            ).format(reason=str(error)[:80])
        ) from error


def chosen_token(token: str | bool | None, access: Access, host: str, own_machine: bool) -> tuple[str, bool]:
    """The token that opens the server, empty for none, and whether it was made here. Raises `Forbidden`."""
    if access.sign_in:
        return "", True
    if not token and not own_machine:
        raise Forbidden(
            _(
                "Without a token the server accepts connections from this machine only, not {host}. Omit "
                "--no-token or --host."
            ).format(host=host)
        )
    given = (os.environ.get("ACCOUNTKIT_TOKEN") if token is True else token) or ""
    if 0 < len(given) < LEAST_TOKEN:
        raise Forbidden(
            _(
                "The token has {n} characters. Use at least {least} random ones, or let the server make one."
            ).format(n=len(given), least=LEAST_TOKEN)
        )
    return given or (secrets.token_urlsafe(32) if token else ""), not given
