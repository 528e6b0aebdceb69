"""The two addresses of signing in elsewhere, with OpenID Connect or JupyterHub: where it begins, and where the browser is sent
back to."""

from __future__ import annotations

import hmac
import json
import secrets
from functools import cached_property
from urllib.parse import urlsplit

from jupyter_server.auth.decorator import allow_unauthenticated

from accountkit.errors import Forbidden
from accountkit.i18n import _
from accountkit.server.hub import BACK, Hub
from accountkit.server.openid import Claimed, OpenId
from accountkit.server.sign_in import HUB, OIDC, SigningIn, cookie_name
from accountkit.server.threads import asked, in_thread

MINUTES = 10
"""How long a sign-in may take."""


class OpenIdPage(SigningIn):
    """What both have in common."""

    @cached_property
    def provider(self) -> OpenId | Hub:
        kind = Hub if self.access.sign_in == HUB else OpenId
        return self.settings.setdefault(
            "accountkit_openid", kind(self.access)
        )  # it keeps what the provider says of itself

    @property
    def back(self) -> str:
        """The address that the provider knows this server by; a hub knows its path alone."""
        if self.access.sign_in == HUB:
            return f"{self.base_url}{BACK}"
        return f"{self.public_address}sign-in/back"

    @property
    def under_way(self) -> str:
        """The cookie of a sign-in that has begun."""
        return f"{cookie_name(self)}-begun"


class BeginOpenId(OpenIdPage):
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


class EndOpenId(OpenIdPage):
    """GET ``?code=&state=``: the provider's answer; a sign-in if all of it holds."""

    @allow_unauthenticated
    async def get(self) -> None:
        kept = self.get_signed_cookie(self.under_way, max_age_days=MINUTES / 24 / 60)
        self.clear_cookie(self.under_way, **self.cookie_terms())  # it serves once
        begun = json.loads(kept) if kept else {}
        state, code = self.get_query_argument("state", ""), self.get_query_argument("code", "")
        if not begun or not code or not hmac.compare_digest(state.encode(), begun["state"].encode()):
            raise Forbidden(_("This sign-in could not be verified. Start again."))
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


ELSEWHERE_ROUTES = {
    OIDC: ((r"/sign-in", BeginOpenId), (r"/sign-in/back", EndOpenId)),
    HUB: ((r"/sign-in", BeginOpenId), (rf"/{BACK}", EndOpenId)),
}
"""What signs in elsewhere, by the word of ``--sign-in``."""
