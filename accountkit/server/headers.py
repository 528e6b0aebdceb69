"""The headers of every answer: what its page may load and run, and what other sites may do with it.

Pages of ours load their scripts from this server and run no others: their policy allows neither inline scripts nor `eval`.
Only the page of a notebook of one's own allows `eval`, which the widgets of such a notebook may need, and inline scripts
that carry the nonce of the answer.
"""

from __future__ import annotations

import secrets
from functools import cached_property

from tornado.web import RequestHandler

PLAIN = "script-src 'self'; connect-src 'self'"
"""Pages without a kernel."""
LIVE = "script-src 'self' blob:; connect-src 'self'"
"""Live pages. anywidget imports the module of a figure from a blob, which only a script that already runs can make."""
OWN = "script-src 'self' 'nonce-{nonce}' 'unsafe-eval' blob:; connect-src 'self' blob: data:"
"""Pages that compile a panel in the browser: notebooks of one's own, and a panel that is newer than its module."""
POLICY = (
    "default-src 'self'; {scripts}; style-src 'self' 'unsafe-inline' blob:; img-src 'self' data: blob:; "
    "font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)
UNUSED = ("camera", "microphone", "geolocation", "payment", "usb", "midi", "display-capture", "serial")
"""What a browser can give a page, and no page of ours asks for."""


class Headers(RequestHandler):
    """Headers of every answer."""

    @property
    def scripts(self) -> str:
        """Which scripts the page may run, and where they may send something."""
        return PLAIN

    @cached_property
    def nonce(self) -> str:
        """What marks the inline scripts of this one answer, where its policy allows any."""
        return secrets.token_urlsafe(16)

    @property
    def content_security_policy(self) -> str:
        return POLICY.format(scripts=self.scripts.format(nonce=self.nonce))

    def set_default_headers(self) -> None:
        super().set_default_headers()
        self.set_header("Server", "accountkit")
        self.set_header("Content-Security-Policy", self.content_security_policy)
        self.set_header("X-Content-Type-Options", "nosniff")
        # addresses hold tokens and readers' secrets: other sites learn none; with no-referrer a form of our own would be
        # sent with "Origin: null", like one in a foreign sandbox
        self.set_header("Referrer-Policy", "same-origin")
        self.set_header("Permissions-Policy", ", ".join(f"{name}=()" for name in UNUSED))
        # a page that opened ours, or that ours opened, has no hold on it; nor does another site show an answer as its own
        self.set_header("Cross-Origin-Opener-Policy", "same-origin")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("Cache-Control", "no-store")
        if self.settings["accountkit_access"].is_secure:
            self.set_header("Strict-Transport-Security", "max-age=31536000")

    def set_cors_headers(self) -> None:
        """None: no page of another site may read an answer, whatever it holds."""
