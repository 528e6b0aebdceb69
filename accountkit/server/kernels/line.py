"""A kernel's channels, connected before its page is: the notebook is run over them, then the page's socket takes them over.

    server ──execute_request──> kernel ──its widgets' state──> the page's HTML
                                kernel ──what it says after that──> kept ──> the page's socket, once it is there

One connection for both, so that nothing the kernel publishes after the state can be lost, and nothing has to be asked again.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import suppress
from typing import Any

from jupyter_client.manager import KernelManager
from jupyter_core.utils import ensure_async
from nbclient.exceptions import DeadKernelError
from zmq.eventloop.zmqstream import ZMQStream

from accountkit.server.kernels.run import CALL, STATE, told

CHANNELS = ("iopub", "shell", "control", "stdin")
SHOWN = {"display_data", "execute_result", "stream", "error"}
ASK_AGAIN = 0.2
"""Seconds after which a kernel that says nothing is asked again whether it is there."""
LOOK = 1.0
"""Seconds between two looks whether a kernel that works on a cell still lives."""


class Line:
    """The channels of one kernel, as long as no page has taken them."""

    def __init__(self, kernel: KernelManager) -> None:
        self.kernel, self.session = kernel, kernel.session
        self.channels: dict[str, ZMQStream] = {}
        for name in CHANNELS:
            self.channels[name] = stream = getattr(kernel, f"connect_{name}")()
            stream.channel = name
        self.environment: dict[str, str] | None = None
        """What the kernel is to be told before it runs a notebook; None if it was told at its start."""
        self.over = asyncio.Event()
        """Set when the notebook has been run: from then on everything is the page's."""
        self._heard: asyncio.Queue[tuple[str, list]] = asyncio.Queue()
        for name in ("iopub", "shell"):
            self.channels[name].on_recv_stream(self._hear)

    def _hear(self, stream: Any, parts: list) -> None:
        self._heard.put_nowait((stream.channel, parts))

    async def stand(self) -> None:
        """Wait until the kernel answers and is heard in all that it publishes. Raises `DeadKernelError` where it ended."""
        silent = {"iopub", "shell"}
        while silent:
            self.session.send(self.channels["shell"], "kernel_info_request")
            with suppress(TimeoutError):
                async with asyncio.timeout(ASK_AGAIN):
                    while silent:
                        silent.discard((await self._heard.get())[0])
            await self._demand_alive()

    async def run(self, source: str) -> AsyncGenerator[dict[str, Any], None]:
        """Run a notebook's source; what it shows, and last the state of its widgets, where it did not fail.

        Raises `DeadKernelError` where the kernel ends before.
        """
        asked = self.session.send(
            self.channels["shell"],
            "execute_request",
            {"code": CALL, "silent": True, "allow_stdin": False},
            metadata=told(source, self.environment),
        )
        done: set[str] = set()  # the answer comes by one channel, what is shown by another
        try:
            while len(done) < 2:
                channel, message = await self._next()
                if message["parent_header"].get("msg_id") != asked["msg_id"]:
                    continue
                kind, content = message["msg_type"], message["content"]
                if channel == "shell" or (kind == "status" and content["execution_state"] == "idle"):
                    done.add(channel)
                elif kind in SHOWN:
                    yield {"output_type": kind, **content}
                    if kind == "error" or STATE in content.get("data", ()):
                        return
        finally:
            self.over.set()

    async def _next(self) -> tuple[str, dict[str, Any]]:
        """What the kernel says next."""
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK):
                    channel, parts = await self._heard.get()
                    return channel, self.session.deserialize(self.session.feed_identities(parts)[1])
            await self._demand_alive()

    async def _demand_alive(self) -> None:
        if not await ensure_async(self.kernel.is_alive()):
            raise DeadKernelError("Kernel died")

    def hand_over(self, hear: Callable[[ZMQStream, list], None]) -> dict[str, ZMQStream]:
        """The channels, whose messages `hear` gets from now on, and first what the kernel has published since the state."""
        while not self._heard.empty():
            name, parts = self._heard.get_nowait()
            if name == "iopub":
                hear(self.channels[name], parts)
        for stream in self.channels.values():
            stream.on_recv_stream(hear)
        return self.channels

    def close(self) -> None:
        """Let go of a kernel that no page has come for."""
        for stream in self.channels.values():
            if not stream.closed():
                stream.close(linger=0)
