"""What all our pages have in common: language, identity, headers, and errors in the reader's words."""

from __future__ import annotations

import json
from functools import cached_property
from importlib.resources import files
from types import TracebackType
from typing import Any
from urllib.parse import parse_qsl, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jupyter_server.base.handlers import JupyterHandler
from tornado.web import HTTPError, MissingArgumentError

from accountkit import i18n
from accountkit.errors import (
    AccountExists,
    AccountkitError,
    AccountNotFound,
    Busy,
    DamagedAccount,
    FileTooLarge,
    Forbidden,
    StoreUnavailable,
    TooManyTries,
    Unavailable,
)
from accountkit.i18n import LANGUAGES, _
from accountkit.server.access import Access
from accountkit.server.admission import pages_for, store_for
from accountkit.server.headers import Headers
from accountkit.server.threads import asked
from accountkit.server.web_words import in_web_words
from accountkit.store import Store

LANGUAGE_COOKIE = "accountkit-lang"
BUSY_SECONDS = 20
SECRET = r"([A-Za-z0-9_-]{20,100})"
"""The secret of a link in an address."""
STATUS = {
    AccountNotFound: 404,
    AccountExists: 409,
    Forbidden: 403,
    FileTooLarge: 413,
    TooManyTries: 429,
    Unavailable: 503,
    DamagedAccount: 500,
    StoreUnavailable: 503,
    Busy: 503,
}


def _templates() -> Environment:
    folder = str(files("accountkit.server") / "share" / "pages")
    environment = Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined)
    # a live figure takes a painted one over where both are the same text
    environment.policies["json.dumps_kwargs"] = {
        "sort_keys": False,
        "ensure_ascii": False,
        "separators": (",", ":"),
    }
    environment.globals.update(
        _=_, percent=i18n.percent, points=i18n.points, number=i18n.number, day=i18n.day, money=i18n.money
    )
    return environment


TEMPLATES = _templates()


class Page(Headers, JupyterHandler):
    """A page for who is known; everybody else is asked for the token, or to sign in."""

    FOR_WORKERS = ""
    """What readers are told, if the page is for those who edit something."""

    async def prepare(self, **_more: Any) -> None:
        i18n.set_language(self.reader_language())
        self.current_user = None  # as long as nobody has said who it is: the database may not answer
        await JupyterHandler.prepare(self, _redirect_to_login=False)
        if self.FOR_WORKERS:
            await asked(self._demand_worker)
        if self.request.method == "GET" and self.current_user and "token" in self.request.query_arguments:
            self.redirect(self.address_without("token", "name"))

    @property
    def store(self) -> Store:
        """The store, as far as the person who is signed in may use it."""
        return store_for(self.whole_store, self.sign_in, self.current_user)

    @cached_property
    def works(self) -> bool:
        """True for who does more than read; asked of the store, once for an answer."""
        return self.store.works_here()

    def _demand_worker(self) -> None:
        if not self.works:
            raise Forbidden(_(self.FOR_WORKERS))

    @property
    def whole_store(self) -> Store:
        """The store for whoever holds the secret of a link, which says what it opens."""
        return self.settings["accountkit_store"]

    @property
    def sign_in(self) -> str:
        """How people sign in here; empty if a token opens everything."""
        return self.access.sign_in

    @property
    def access(self) -> Access:
        """How people reach the server."""
        return self.settings["accountkit_access"]

    @property
    def public_address(self) -> str:
        """The address of the server as people use it, which links begin with."""
        return f"{self.access.origin or f'{self.request.protocol}://{self.request.host}'}{self.base_url}"

    @property
    def person(self) -> str:
        """Under whose name this visitor's edits are logged."""
        return self.current_user.name or self.current_user.username

    def reader_language(self) -> str:
        """The language asked for, else the one chosen last, else the server's (or the browser's)."""
        asked, chosen = self.get_query_argument("lang", ""), self.get_cookie(LANGUAGE_COOKIE, "")
        if asked.startswith(("zh", "en")):
            lang = i18n.known_language(asked)
            if lang != chosen:
                self.set_cookie(LANGUAGE_COOKIE, lang, path=self.base_url, samesite="Lax", expires_days=365)
            return lang
        if chosen in LANGUAGES:
            return chosen
        return self.settings.get("accountkit_lang") or i18n.known_language(
            self.request.headers.get("Accept-Language")
        )

    def address_without(self, *names: str) -> str:
        """This address less some arguments of its query."""
        kept = [
            (name, value)
            for name, value in parse_qsl(self.request.query, keep_blank_values=True)
            if name not in names
        ]
        # one slash: an address that begins with two would lead to another host
        return "/" + self.request.path.lstrip("/") + (f"?{urlencode(kept)}" if kept else "")

    def address_with(self, **arguments: str) -> str:
        """This address with some arguments of its query set."""
        kept = self.address_without("token", "name", *arguments)
        return f"{kept}{'&' if '?' in kept else '?'}{urlencode(arguments)}"

    def page_asked(self) -> int:
        """The page of a list that the query asks for, from 1."""
        page = self.get_query_argument("page", "")
        return int(page) if page.isdecimal() and len(page) < 7 else 1

    def near(self, page: int, pages: int) -> dict[str, str]:
        """The addresses of the pages of a list before and after one; empty where there is none."""
        beside = (("previous", page - 1), ("next", page + 1))
        return {name: self.address_with(page=str(n)) if 1 <= n <= pages else "" for name, n in beside}

    def assets_at(self, name: str) -> str:
        """The address of an asset for this page's reader."""
        return self.settings["accountkit_assets"].url(name)

    def text(self, template: str, **values: Any) -> str:
        """A page as text, from a template of ours."""
        shared = {
            "lang": i18n.language().replace("_", "-"),
            "base": self.base_url,
            "assets": self.assets_at,
            "xsrf": self.xsrf_token.decode(),
            "reading": False,
            "signed_in": self.person if self.sign_in and self.current_user else "",
            "way": self.access.way,
            "pages": lambda: pages_for(self.store, self.works),
            "in_english": self.address_with(lang="en"),
            "in_chinese": self.address_with(lang="zh_CN"),
        }
        return TEMPLATES.get_template(template).render(**{**shared, **values})

    def answer(self, value: dict[str, Any]) -> None:
        """Answer a script."""
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(value, ensure_ascii=False))

    def wants_json(self) -> bool:
        return "application/json" in self.request.headers.get("Accept", "")

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        error = kwargs.get("exc_info", (None, None, None))[1]
        if not hasattr(
            self, "_current_user"
        ):  # refused before it was asked who sends it, as an unknown method is
            self.current_user = None
            i18n.set_language(self.reader_language())
        if isinstance(error, AccountkitError):
            status_code = STATUS.get(type(error), 400)
        if isinstance(error, Busy):
            self.set_header("Retry-After", str(BUSY_SECONDS))
        self.set_status(status_code)
        message = in_web_words(error) if isinstance(error, AccountkitError) else _in_words(status_code)
        if self.wants_json():
            self.answer({"error": getattr(error, "code", "error"), "message": message})
        else:
            self.set_header("Content-Type", "text/html; charset=UTF-8")
            known = self.current_user is not None
            ask = status_code == 403 and not known and not isinstance(error, AccountkitError)
            kept = [pair for pair in parse_qsl(self.request.query) if pair[0] not in ("token", "name")]
            self.finish(
                self.text("sign_in.html" if self.sign_in else "key.html", kept=kept, here=self.request.uri)
                if ask
                else self.text(
                    "error.html",
                    heading=self.heading(error, status_code),
                    message=message,
                    unsent=self.unsent(),
                    known=known,
                    way_on=known or self.FOR_STRANGERS,
                )
            )

    FOR_STRANGERS = False
    """True if the first page is the way on also for who is not known."""

    def heading(self, error: BaseException | None, status: int) -> str:
        """What a page that says an error is headed."""
        if isinstance(error, AccountkitError) and status == 403:
            return _("No access")
        return _("Not found") if status == 404 else _("The request failed")

    def unsent(self) -> str:
        """What a person typed and would lose with the form that was refused; a page with such a form says it."""
        return ""

    def log_exception(
        self,
        typ: type[BaseException] | None,
        value: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        if isinstance(value, AccountkitError | MissingArgumentError):
            self.log.info("%s: %s", type(self).__name__, value)
        elif isinstance(value, HTTPError):
            if value.log_message:  # without one the line of the request says it all
                self.log.info("%s: %s", type(self).__name__, value.log_message)
        else:
            super().log_exception(typ, value, tb)


def _in_words(status: int) -> str:
    if status == 404:
        return _("This page does not exist. Go back to the accounts.")
    if status == 405:
        return _("This address does not support the request. Go back to the accounts.")
    if status == 403:
        return _("The request was not allowed, and nothing was changed. Reload the page and try again.")
    if status < 500:
        return _("The request could not be read, and nothing was changed. Reload the page and try again.")
    return _(
        "The server had an error, but nothing was lost. Reload the page; if it fails again, see the "
        "server log."
    )


class NotFound(Page):
    """What is at no address: 404 to who is known, the question for the token to everybody else."""

    async def get(self, *_rest: str) -> None:
        raise HTTPError(404)

    post = put = delete = patch = head = options = get
