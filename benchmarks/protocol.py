"""A viewer without a browser: opens a page of ours, connects to its kernel and completes the widget handshake."""

from __future__ import annotations

import asyncio
import json
import re
import time
import uuid
from typing import Any

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

KERNEL = re.compile(r'(?:data-kernel=|accountkitPage\.connect\()"([0-9a-f-]{36})"')
"""The second is how pages of earlier commits say it, which are compared with this one."""
WIDGETS = "jupyter.widget.control"
AsyncHTTPClient.configure(None, max_clients=1000, max_body_size=1 << 28)


class Viewer:
    """One open page as far as the server can tell."""

    def __init__(self, address: str) -> None:
        self.address, self.base = address, re.match(r"http://[^/]+", address)[0]
        self.session = uuid.uuid4().hex
        self.socket: WebSocketClientConnection | None = None
        self.arrived: asyncio.Queue = (
            asyncio.Queue()
        )  # a page reads all that comes; one that does not is cut off
        self.lost = True  # no session, or none any more
        self.models: dict[str, dict] = {}

    async def open(self) -> float:
        """Open the page and fetch the state of all its widgets; the seconds it took."""
        started = time.monotonic()
        answer = await AsyncHTTPClient().fetch(
            HTTPRequest(self.address, request_timeout=120, follow_redirects=True)
        )
        cookies = "; ".join(cookie.partition(";")[0] for cookie in answer.headers.get_list("Set-Cookie"))
        kernel = KERNEL.search(answer.body.decode())[1]
        channels = (
            f"{self.base.replace('http', 'ws', 1)}/api/kernels/{kernel}/channels?session_id={self.session}"
        )
        request = HTTPRequest(channels, headers={"Cookie": cookies, "Origin": self.base}, request_timeout=120)
        self.socket = await websocket_connect(
            request, max_message_size=1 << 28, on_message_callback=self._arrive
        )
        self.lost = False
        await self.say("comm_open", comm_id="page", target_name=WIDGETS, data={})
        await self.say("comm_msg", comm_id="page", data={"method": "request_states"})
        self.models = await self.heard(lambda data: data.get("states"))
        return time.monotonic() - started

    def _arrive(self, message: str | bytes | None) -> None:
        self.lost = message is None
        self.arrived.put_nowait(message)

    async def say(self, kind: str, **content: Any) -> str:
        """Send one message to the kernel; its id."""
        header = {
            "msg_id": uuid.uuid4().hex,
            "msg_type": kind,
            "session": self.session,
            "username": "",
            "version": "5.3",
        }
        message = {
            "header": header,
            "parent_header": {},
            "metadata": {"version": "1.0.0"},
            "content": content,
        }
        await self.socket.write_message(json.dumps({**message, "channel": "shell", "buffers": []}))
        return header["msg_id"]

    async def message(self) -> dict:
        """The next message. One with buffers begins with their number and offsets, the JSON first."""
        raw = await asyncio.wait_for(self.arrived.get(), 120)
        if raw is None:
            raise ConnectionError("the server closed the session")
        if isinstance(raw, bytes):
            count = int.from_bytes(raw[:4], "big")
            ends = [int.from_bytes(raw[4 + 4 * n : 8 + 4 * n], "big") for n in range(count)]
            raw = raw[ends[0] : ends[1] if count > 1 else None].decode()
        return json.loads(raw)

    async def heard(self, wanted) -> Any:
        """What `wanted` finds first in the data of a comm message."""
        while True:
            message = await self.message()
            if message["msg_type"] == "comm_msg" and (found := wanted(message["content"]["data"])):
                return found

    async def event(self, model: str, name: str, **data: Any) -> float:
        """Send a panel's event as its Vue template does; seconds until the kernel is done with it."""
        started = time.monotonic()
        content = {"event": "say", "data": {"event": name, **data}}
        asked = await self.say("comm_msg", comm_id=model, data={"method": "custom", "content": content})
        while True:
            message = await self.message()
            done = message["msg_type"] == "status" and message["content"]["execution_state"] == "idle"
            if done and message["parent_header"].get("msg_id") == asked:
                return time.monotonic() - started

    def close(self) -> None:
        if self.socket is not None:
            self.socket.close(1000)  # as a page does that goes away by itself: its session ends at once


async def held(address: str, count: int, at_once: int = 4) -> list[Viewer]:
    """That many open sessions, opened a few at a time."""
    turns, viewers = asyncio.Semaphore(at_once), [Viewer(address) for _number in range(count)]

    async def open_one(viewer: Viewer) -> None:
        async with turns:
            await viewer.open()

    await asyncio.gather(*map(open_one, viewers))
    return viewers
