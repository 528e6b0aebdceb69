"""How the server reaches a kernel: sockets that are its user's alone, and no waiting for silence."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from queue import Empty
from typing import Any

import zmq
from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.channels import AsyncZMQSocketChannel
from jupyter_core.utils import ensure_async
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from jupyter_server.services.kernels.kernelmanager import ServerKernelManager
from traitlets import Type, default

from accountkit.i18n import _

LONGEST_SOCKET_PATH = 107
"""What an address of a unix socket holds, in bytes."""


class AttentiveChannel(AsyncZMQSocketChannel):
    """A channel on which a message may be sent while an answer is waited for.

    ZeroMQ tells of news once. jupyter_client sends past the socket that waits, and takes the news of an answer that has
    come in the meantime from it: the wait never ends. So does a page whose cell prints into an output widget, now and
    then. To ask for the socket's events has it look again.
    """

    def send(self, msg: dict[str, Any]) -> None:
        super().send(msg)
        self.socket.get(zmq.EVENTS)


class PromptClient(AsyncKernelClient):
    """A client that is ready as soon as the kernel has answered.

    The inherited one then waits until nothing has come for 0.2 s; for what comes late it is enough that nbclient takes
    only messages that answer its own.
    """

    shell_channel_class = Type(AttentiveChannel)

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        async with asyncio.timeout(timeout):
            while not await self.answered():
                if not await self.is_alive():
                    raise RuntimeError(_("The kernel stopped before it responded."))

    async def answered(self) -> bool:
        """Ask for the kernel's information; whether both the reply and a published message came."""
        self.kernel_info()
        with suppress(Empty):
            reply = await self.get_shell_msg(timeout=1)
            await self.get_iopub_msg(timeout=0.2)
            if reply["msg_type"] == "kernel_info_reply":
                self._handle_kernel_info_reply(reply)
                return True
        return False

    _async_wait_for_ready = wait_for_ready


class PrivateKernelManager(ServerKernelManager):
    """Kernels on unix sockets beside their connection file, in a directory of the server's user.

    On TCP every user of the machine could connect to a kernel's published channel and read along: it asks for no key.
    Where the directory's name is too long for a socket's address, it is TCP.
    """

    client_factory = Type(PromptClient, klass="jupyter_client.client.KernelClient")

    @default("transport")
    def _private_transport(self) -> str:
        longest = f"{os.path.splitext(self.connection_file)[0]}-ipc-5"
        return "ipc" if len(os.fsencode(longest)) <= LONGEST_SOCKET_PATH else "tcp"


class PageConnection(ZMQChannelsWebsocketConnection):
    """A page's connection to its kernel. The first takes over the line that the notebook was run on, and so has nothing to
    wait for; one that comes back asks the kernel as ever.
    """

    async def prepare(self) -> None:
        line = self.multi_kernel_manager.lines.get(self.kernel_id)
        if line is None or not await ensure_async(self.kernel_manager.is_alive()):
            await super().prepare()
            return
        await self._register_session()
        await line.over.wait()
        self.session.key = self.kernel_manager.session.key

    def connect(self) -> asyncio.Future[None] | None:  # type: ignore[override]  # upstream's base says otherwise than its only heir
        kernels = self.multi_kernel_manager
        line = kernels.lines.pop(self.kernel_id, None)
        if line is None:
            return super().connect()
        kernels.notify_connect(self.kernel_id)
        kernels.add_restart_callback(self.kernel_id, self.on_kernel_restarted)
        kernels.add_restart_callback(self.kernel_id, self.on_restart_failed, "dead")
        ZMQChannelsWebsocketConnection._open_sockets.add(self)
        self.channels = line.channels
        line.hand_over(self.handle_outgoing_message)
        connected: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        connected.set_result(None)
        return connected
