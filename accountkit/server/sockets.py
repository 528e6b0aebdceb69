"""The few addresses of a kernel that a page needs: whether it lives, its socket, and its end. All are its
owner's alone.
"""

from __future__ import annotations

import asyncio
import json
from asyncio import Future
from http.client import responses
from typing import Any

from jupyter_client.jsonutil import json_default
from jupyter_core.utils import ensure_async
from jupyter_server.base.handlers import APIHandler
from tornado.web import Finish, HTTPError
from tornado.websocket import WebSocketClosedError
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from accountkit.server import frames
from accountkit.server.headers import Headers
from accountkit.server.sessions import Sessions

INVALID = 1007
"""Websocket code for a message whose content is not what its type says."""


class Owned(Headers):
    """For whom the kernel was started, and for nobody else; to others it does not exist."""

    @property
    def sessions(self) -> Sessions:
        return self.settings["accountkit_sessions"]

    def options(self, *_args: Any, **_named: Any) -> None:
        """Not answered: no other site is to ask what it may do here."""
        raise HTTPError(405)

    def demand_owner(self, kernel_id: str) -> None:
        if not self.sessions.owns(self.current_user.username, kernel_id):
            raise HTTPError(404)

    def write_error(self, status_code: int, **_fault: Any) -> None:
        """Scripts read the status; the inherited page for people needs addresses that are not there."""
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps({"message": responses.get(status_code, "")}))


class KernelState(Owned, APIHandler):
    """GET: what Jupyter's scripts want to know of it; 404 when it is gone and the page is to offer to
    continue.
    """

    async def get(self, kernel_id: str) -> None:
        self.demand_owner(kernel_id)
        if kernel_id not in self.kernel_manager:
            raise HTTPError(404)
        self.finish(
            json.dumps(await ensure_async(self.kernel_manager.kernel_model(kernel_id)), default=json_default)
        )


class KernelEnd(Owned, APIHandler):
    """POST: the page was closed."""

    async def post(self, kernel_id: str) -> None:
        self.demand_owner(kernel_id)
        await self.sessions.end(kernel_id)
        self.set_status(204)
        self.finish()


class KernelSocket(Owned, VoilaKernelWebsocketHandler):
    """The websocket of a kernel."""

    connection: Any = None
    _refused = False

    @property
    def ping_timeout(self) -> int:
        """Milliseconds without an answer after which the page is taken for gone: three pings.

        The answer is looked for when the next ping is due, so with a single one living pages are cut off. Until the
        pings begin it is one: Tornado reads it then, takes it for seconds of its own, and warns of more.
        """
        return self.ping_interval * (3 if self.ping_callback else 1)

    async def pre_get(self) -> None:
        """Wait until the kernel answers. A kernel that ends before it does is gone like any other: 404."""
        self.demand_owner(self.kernel_id)
        if self.request.headers.get("Upgrade", "").lower() != "websocket":
            raise HTTPError(400)
        answer = asyncio.ensure_future(super().pre_get())
        if not await self.sessions.lasts_until(answer, self.kernel_id):
            self._let_go()
            raise HTTPError(404)
        if self.connection is None:  # the page was closed while it waited
            raise Finish

    async def open(self, kernel_id: str) -> None:
        self.sessions.connected(kernel_id, self)
        self.set_nodelay(
            True
        )  # an answer is several small messages; none waits for the last to be acknowledged
        await super().open(kernel_id)

    def on_message(self, ws_message: str | bytes) -> None:
        """Pass a message on to the kernel; one that cannot be read ends the connection before anything parses it."""
        # what was under way when the page closed, or when we did because its kernel died
        if self.close_code is not None or self.ws_connection is None or self._refused:
            return
        if reason := frames.fault(ws_message, self.selected_subprotocol):
            self._refused = True
            self.log.warning("refused a message to a kernel, and its connection: %s", reason)
            self.close(INVALID, reason)
            return
        if asked := frames.order(ws_message, self.selected_subprotocol):
            self.log.warning("refused a message to a kernel: %s", asked)
            return
        super().on_message(ws_message)

    def write_message(self, message: bytes | dict[str, Any], binary: bool = False) -> Future[None] | None:
        """Pass a message of the kernel on. Voilà keeps the code of a cell back: then there is nothing to wait for. It takes
        any bytes for the protocol with offsets, and would count through up to 2^64 of them where a page speaks the older
        one, so bytes of that one go by it."""
        if isinstance(message, bytes) and self.selected_subprotocol != frames.V1:
            sent = super(VoilaKernelWebsocketHandler, self).write_message(message, binary)
        else:
            sent = super().write_message(message, binary)
        if sent is not None:
            sent.add_done_callback(self._sent)
        return sent

    def _sent(self, sent: Future[None]) -> None:
        """A page may leave while a message is on its way to it: nobody waits for that, and it is no fault."""
        fault = None if sent.cancelled() else sent.exception()
        if fault is not None and not isinstance(fault, WebSocketClosedError):
            self.log.error("a message of kernel %s was not sent: %s", self.kernel_id, fault)

    def on_close(self) -> None:
        self.sessions.disconnected(self.kernel_id, self, self.close_code)
        self._let_go()

    def _let_go(self) -> None:
        if self.connection is not None:
            super().on_close()
