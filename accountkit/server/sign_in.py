"""Signing in and out where people do: by a personal link (``--sign-in invite``), by the organisation (``oidc``), or known by a trusted proxy (``header``).

A sign-in is a random secret in a cookie that scripts and other sites do not get; the database knows its hash, its person, and
when it was used last. There is no password: whoever has lost the cookie asks for a new link.
"""

from __future__ import annotations

import datetime as dt
import logging
from typing import Any

from babel.units import format_unit
from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.auth.identity import IdentityProvider, User
from tornado.web import RequestHandler
from traitlets import Unicode

from accountkit.errors import Forbidden, InvalidEdit
from accountkit.i18n import _, language
from accountkit.server.access import WAYS, Access
from accountkit.server.page import SECRET, Page
from accountkit.server.threads import asked
from accountkit.store import Store
from accountkit.store.sign_ins import LONGEST

log = logging.getLogger("accountkit")


class PeopleIdentity(IdentityProvider):
    """Who is asking: the person of the sign-in in the cookie. No token opens anything."""

    token = Unicode("")
    auth_enabled = True

    async def get_user(self, handler: RequestHandler) -> User | None:
        secret = handler.get_cookie(cookie_name(handler), "")
        store: Store = handler.settings["accountkit_store"]
        known = await asked(lambda: store.sign_ins.person_of(secret)) if secret else None
        return user(*known) if known else None


def user(person_id: str, name: str) -> User:
    """A person as Jupyter's parts know them: `username` is the id, which no other person ever has."""
    return User(username=person_id, name=name, display_name=name, initials=name[:2])


def cookie_name(handler: RequestHandler) -> str:
    """The name of the cookie: of this host and port alone."""
    access: Access = handler.settings["accountkit_access"]
    if safe := access.cookie("accountkit", handler.settings["base_url"]):
        return safe
    host = "".join(one if one.isalnum() else "-" for one in handler.request.host)
    return f"accountkit-{host}"


class HeaderIdentity(PeopleIdentity):
    """Who is asking: whom a proxy that was named says in its header (``--sign-in header``). From any other address the header is
    what anybody could send, and is not read."""

    async def get_user(self, handler: RequestHandler) -> User | None:
        access: Access = handler.settings["accountkit_access"]
        store: Store = handler.settings["accountkit_store"]
        named = handler.request.headers.get_list(access.header)
        if not access.trusts(handler.request.remote_ip or "") or len(named) != 1 or not named[0].strip():
            return None  # two of the name: a visitor has sent one past the proxy
        name = named[0].strip()
        email = name if "@" in name else ""
        person = await asked(lambda: store.people.verified(f"header {name}", name, email))
        return user(person.id, person.name)


class SigningIn(Page):
    """What begins or ends a sign-in."""

    def keep(self, secret: str) -> None:
        """Give the browser the secret of a sign-in."""
        self.set_cookie(cookie_name(self), secret, expires_days=LONGEST.days, **self.cookie_terms())

    def cookie_terms(self) -> dict[str, Any]:
        return {**self.access.cookie_terms(self.base_url), "httponly": True}

    @property
    def agent(self) -> str:
        """What the browser says it is, for the list of sign-ins."""
        return self.request.headers.get("User-Agent", "")[:200]


class Invitation(SigningIn):
    """GET: whom a personal link invites; a program that looks at links in messages does not use it up. POST: sign in."""

    FOR_STRANGERS = True

    def heading(self, error: BaseException | None, status: int) -> str:
        return _("This link no longer works") if type(error) is Forbidden else super().heading(error, status)

    @allow_unauthenticated
    async def get(self, secret: str) -> None:
        self.finish(await asked(lambda: self.page(secret)))

    @allow_unauthenticated
    async def post(self, secret: str) -> None:
        name = self.get_body_argument("name", "")
        try:
            _invited, sign_in = await asked(lambda: self.whole_store.people.accept(secret, self.agent, name))
        except InvalidEdit as error:  # of the first administrator, who enters another name
            refused = str(error)
            self.set_status(400)
            self.finish(await asked(lambda: self.page(secret, refused)))
            return
        self.keep(sign_in)
        self.redirect(self.base_url, status=303)

    def page(self, secret: str, refused: str = "") -> str:
        person = self.whole_store.people.invited(secret)
        here, idle = f"{self.base_url}invitation/{secret}", in_words(self.whole_store.sign_ins.idle)
        return self.text("invitation.html", invited=person.name, here=here, idle=idle, refused=refused)


class SignOut(SigningIn):
    """POST: this browser is signed out, and what it had open is ended."""

    async def post(self) -> None:
        username, secret = self.current_user.username, self.get_cookie(cookie_name(self), "")
        await asked(lambda: self.whole_store.sign_ins.sign_out(secret or ""))
        self.clear_cookie(cookie_name(self), **self.cookie_terms())
        await self.settings["accountkit_sessions"].end_all_of(username)
        self.current_user = None
        self.finish(self.text("sign_in.html", left=True))


def in_words(lasting: dt.timedelta) -> str:
    """A limit in full days, or in hours."""
    days, rest = divmod(lasting, dt.timedelta(days=1))
    if rest:
        return format_unit(lasting // dt.timedelta(hours=1), "hour", locale=language())
    return format_unit(days, "day", locale=language())


def first_steps(store: Store, access: Access) -> str:
    """What follows the address at a start before there is an administrator: a personal link for the first, where links sign in."""
    way = access.way
    if not access.sign_in or way.names_administrators or not store.people.is_empty():
        return ""
    if not way.by_link:
        log.warning(
            _("No administrator yet. Run: accountkit people invite NAME --email E-MAIL --administrator")
        )
        return ""
    people, name = store.people, access.administrator
    person = people.add(name, administrator=True) if name else people.first()
    return f"invitation/{people.invite(person, '')}"


IDENTITIES: dict[str, type[IdentityProvider]] = {
    word: PeopleIdentity if way.by_cookie else HeaderIdentity for word, way in WAYS.items()
}
"""How people are known, by the word of ``--sign-in``."""
INVITATION, SIGN_OUT = (rf"/invitation/{SECRET}", Invitation), (r"/sign-out", SignOut)
