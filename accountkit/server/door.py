"""The door: what no request gets past, whatever handler it is for.

With a token, every handler demands it (`Page.prepare`, and jupyter_server's own handlers likewise). Without
one (``--no-token``) the server is for this machine alone: a request that came from elsewhere, or through
something, or that another site's page sent, is refused before any handler sees it. Names are checked and not
only addresses, because a foreign name may be made to point at this machine (DNS rebinding).
"""

from __future__ import annotations

import ipaddress
import json
import re
from typing import Any
from urllib.parse import urlsplit

from tornado.httputil import HTTPServerRequest
from tornado.log import access_log
from tornado.web import Application, RequestHandler, _HandlerDelegate

from accountkit.i18n import _, known_language, language, set_language
from accountkit.server.headers import Headers
from accountkit.server.page import TEMPLATES

FORWARDED = (
    "Forwarded",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "X-Forwarded-Port",
    "X-Real-IP",
    "Via",
)


class Door(Application):
    """The application; refuses at the door where it serves without a token."""

    def find_handler(self, request: HTTPServerRequest, **kwargs: Any) -> _HandlerDelegate:
        if self.settings.get("own_machine_only") and foreign(request):
            return self.get_handler_delegate(request, Refused)
        return super().find_handler(request, **kwargs)


def noted(handler: RequestHandler) -> None:
    """Log a request that failed; tokens and readers' secrets stay out of the log."""
    if handler.get_status() >= 400:
        if "accountkit_metrics" in handler.settings:
            handler.settings["accountkit_metrics"].refused(handler.get_status())
        path = re.sub(r"/(read|invitation)/[^/]+", r"/\1/…", handler.request.path)
        access_log.info(
            "%d %s %s (%s)", handler.get_status(), handler.request.method, path, handler.request.remote_ip
        )


class Refused(Headers):
    """403 to whatever was asked: a page to a browser that goes there, JSON to everything else."""

    def prepare(self) -> None:
        set_language(known_language(self.request.headers.get("Accept-Language")))
        self.send_error(403)

    def write_error(self, status_code: int, **_fault: Any) -> None:
        reason = foreign(self.request) or ""
        if self.request.headers.get("Sec-Fetch-Mode") == "navigate":
            self.finish(
                TEMPLATES.get_template("refused.html").render(
                    lang=language().replace("_", "-"), base="/", reason=reason, reading=False
                )
            )
        else:
            self.set_header("Content-Type", "application/json")
            self.finish(json.dumps({"error": "forbidden", "message": reason}))


def foreign(request: HTTPServerRequest) -> str | None:
    """Why a request is not one of this machine's own browser; None if it is."""
    if passed := next((name for name in FORWARDED if name in request.headers), None):
        return _("This server runs without a token and refuses forwarded requests ({header}).").format(
            header=passed
        )
    if not is_loopback(request.remote_ip or ""):
        return _("This server runs without a token and accepts requests from its own machine only.")
    if not is_loopback(hostname(request.headers.get("Host", ""))):
        return _("This server runs without a token and accepts requests to localhost only.")
    origins = [
        request.headers[name] for name in ("Origin", "Sec-Websocket-Origin") if name in request.headers
    ]
    if any(urlsplit(origin).netloc != request.headers["Host"] for origin in origins):
        return _("This server refuses requests from other sites.")
    # a request that carries no Origin: another site's picture, script, form or link; browsers say so, and scripts cannot
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        return _(
            "This server runs without a token and refuses links from other sites. Copy the address into the address bar."
        )
    return None


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this machine to itself."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def hostname(host: str) -> str:
    """The name in a Host header: without the port, and without the brackets of IPv6."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""
