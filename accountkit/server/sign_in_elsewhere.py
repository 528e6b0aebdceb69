"""Signing in elsewhere, with OpenID Connect or JupyterHub: where it begins, and where the browser is sent back to. And the
addresses of every way of signing in."""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Iterator
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from jupyter_server.auth.decorator import allow_unauthenticated

from accountkit.server.access import HUB, OIDC, WAYS, Way
from accountkit.server.hub import Hub
from accountkit.server.openid import Claimed, OpenId, unverified
from accountkit.server.sign_in import INVITATION, SIGN_OUT, SigningIn, cookie_name
from accountkit.server.threads import asked, in_thread

MINUTES = 10
"""How long a sign-in may take."""
PROVIDERS: dict[str, type[OpenId | Hub]] = {OIDC: OpenId, HUB: Hub}
"""Who says who it is, by the word of ``--sign-in``."""


class Elsewhere(SigningIn):
    """What both have in common."""

    @cached_property
    def provider(self) -> OpenId | Hub:
        asked_first = PROVIDERS[self.access.sign_in](self.access)
        return self.settings.setdefault(
            "accountkit_provider", asked_first
        )  # it keeps what the provider says of itself

    @property
    def back(self) -> str:
        """The address that the provider sends the browser back to."""
        return f"{self.base_url if self.provider.BY_PATH else self.public_address}{self.provider.BACK}"

    @property
    def under_way(self) -> str:
        """The cookie of a sign-in that has begun."""
        return f"{cookie_name(self)}-begun"


class BeginSignIn(Elsewhere):
    """GET ``?next=``: on to the provider; `next` is the page of ours to come back to."""

    @allow_unauthenticated
    async def get(self) -> None:
        state, nonce, verifier = (secrets.token_urlsafe(32) for _part in range(3))
        address = await in_thread(lambda: self.provider.address(self.back, state, nonce, verifier))
        begun = {
            "state": state,
            "nonce": nonce,
            "verifier": verifier,
            "next": self.get_query_argument("next", ""),
        }
        terms = {**self.cookie_terms(), "expires_days": MINUTES / 24 / 60}
        self.set_signed_cookie(self.under_way, json.dumps(begun), **terms)
        self.redirect(address)


class EndSignIn(Elsewhere):
    """GET ``?code=&state=``: the provider's answer; a sign-in if all of it holds."""

    @allow_unauthenticated
    async def get(self) -> None:
        kept = self.get_signed_cookie(self.under_way, max_age_days=MINUTES / 24 / 60)
        self.clear_cookie(self.under_way, **self.cookie_terms())  # it serves once
        begun = json.loads(kept) if kept else {}
        state, code = self.get_query_argument("state", ""), self.get_query_argument("code", "")
        if not begun or not code or not hmac.compare_digest(state.encode(), begun["state"].encode()):
            raise unverified()
        claimed = await in_thread(
            lambda: self.provider.claimed(self.back, code, begun["nonce"], begun["verifier"])
        )
        self.keep(await asked(lambda: self._begun(claimed)))
        self.redirect(self._page_of_ours(begun["next"]))

    def _begun(self, claimed: Claimed) -> str:
        person = self.whole_store.people.verified(claimed.subject, claimed.name, claimed.email)
        if claimed.administrator is not None and claimed.administrator != person.administrator:
            self.whole_store.people.make_administrator(person, claimed.administrator)
        return self.whole_store.sign_ins.begin(person.id, self.agent)

    def _page_of_ours(self, address: str) -> str:
        """An address of this server, or its first page in place of any other."""
        found = urlsplit(address)
        is_ours = not found.scheme and not found.netloc and address.startswith(self.base_url)
        return address if is_ours and not address.startswith(("//", "/\\")) else self.base_url


def _routes(word: str, way: Way) -> Iterator[tuple[Any, ...]]:
    if way.by_link:
        yield INVITATION
    if way.by_cookie:
        yield SIGN_OUT
    if way.elsewhere:
        yield r"/sign-in", BeginSignIn
        yield f"/{PROVIDERS[word].BACK}", EndSignIn


SIGN_IN_ROUTES = {word: tuple(_routes(word, way)) for word, way in WAYS.items()}
"""The addresses of signing in and out, by the word of ``--sign-in``."""
