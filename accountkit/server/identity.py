"""Who is asking: the holder of the server's token, known again by a signed cookie.

The printed link carries the token once; the answer sets the cookie and sends the browser on to the address
without it, so that it stays neither in the history nor in a Referer. Under JupyterHub another identity
provider takes this place.
"""

from __future__ import annotations

import getpass
import hashlib
import hmac
import secrets

from jupyter_server.auth.identity import IdentityProvider, User
from tornado.web import RequestHandler
from traitlets import Bool, Instance, Unicode, default

from accountkit.server.tries import Tries

LONGEST_NAME = 80


class TokenIdentity(IdentityProvider):
    """One token for the server. A person is a random id in the cookie, and a name that may be given with the
    token.
    """

    token = Unicode("", help="What every address demands; empty: this machine alone, and no token.").tag(
        config=True
    )
    own_machine = Bool(
        False, help="Whether only this machine reaches the server, so that its user is the visitor."
    ).tag(config=True)

    _tries = Instance(Tries)

    @default("cookie_options")
    def _cookie_for_this_site_alone(self) -> dict:
        return {"samesite": "Lax", "httponly": True}

    @default("_tries")
    def _none_tried(self) -> Tries:
        return Tries()

    @property
    def auth_enabled(self) -> bool:
        return bool(self.token)

    def get_user(self, handler: RequestHandler) -> User | None:
        known = self._known(handler)
        name = handler.get_argument("name", "")[:LONGEST_NAME].strip()
        if self.token and not self._holds_token(handler):
            return known
        user = known or self._newcomer()
        if name and self.token:
            user = self._named(user, name)
        if user != known:
            self.set_login_cookie(handler, user)
        return user

    def _holds_token(self, handler: RequestHandler) -> bool:
        given = self.get_token(handler) or ""
        if not given:
            return False
        visitor = handler.settings["accountkit_access"].visitor(handler.request)
        self._tries.demand_patience(visitor)
        if not hmac.compare_digest(given.encode("utf-8", "replace"), self.token.encode()):
            self._tries.note_wrong(visitor)
            return False
        # a header is set by scripts alone, never by a page of another site; an address may be a link in one
        handler._token_authenticated = "Authorization" in handler.request.headers  # type: ignore[attr-defined]  # jupyter_server reads it
        return True

    def _known(self, handler: RequestHandler) -> User | None:
        """Who the cookie says it is; jupyter_server lets others look that up elsewhere and wait for it."""
        user = self.get_user_cookie(handler)
        return user if isinstance(user, User) else None

    def _newcomer(self) -> User:
        key = secrets.token_hex(8)
        name = _user_of_this_machine() if self.own_machine else ""
        return self._named(User(username=key), name or f"guest-{key[:4]}")

    def _named(self, user: User, name: str) -> User:
        return User(username=user.username, name=name, display_name=name, initials=name[:2])


def cookie_secret(token: str) -> bytes:
    """The key that signs cookies: of one token the same on every server, so that a load balancer may choose
    any.
    """
    return hashlib.sha256(b"accountkit cookie " + (token or secrets.token_hex()).encode()).digest()


def _user_of_this_machine() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may run as a number that no name belongs to
        return ""
