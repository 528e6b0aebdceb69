"""The server's end of the template process: start it, ask it for kernels, start it again when it dies."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import json
import logging
import os
import socket
import subprocess
import sys
import time

from accountkit.i18n import _, number
from accountkit.store.handed import WITHHELD

from .forked_process import ForkedProcess

READY_TIMEOUT = 120.0
"""Seconds that the imports may take on a busy machine."""
FORK_TIMEOUT = 30.0
SHORTEST_LIFE = 5.0
"""A template process that lives less long than this, in seconds, has failed …"""
MOST_FAILURES = 3
"""… and after so many failures in a row it is not started again."""

ENVIRONMENT = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
    "ANYWIDGET_HMR": "0",
}
"""Read when a library or the allocator starts, so set before: no thread pool may exist where a process forks."""


class NoFork(Exception):
    """No kernel could be forked; the message says why."""


class Template:
    """One template process at a time, and the forks asked of it.

    `start` returns at once, the imports run meanwhile; `fork` waits for them. Restarts happen by themselves when the
    event loop watches (`watch`), and otherwise with the next `fork`.
    """

    def __init__(self, log: logging.Logger | None = None) -> None:
        self.log = log or logging.getLogger(__name__)
        self.process: subprocess.Popen[bytes] | None = None
        self.control: socket.socket | None = None
        self.missing: list[str] = []
        self.failures = 0
        self.closed = False
        self._ready: asyncio.Future[bool] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._started = 0.0

    @property
    def pid(self) -> int | None:
        """The number of the running template process."""
        return self.process.pid if self.process and self.process.poll() is None else None

    def start(self) -> socket.socket:
        """Start the template process; our end of its channel."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [sys.executable, "-P", "-m", f"{__package__}.template_process", str(theirs.fileno())]
        unwanted = {"JPY_PARENT_PID", *WITHHELD}  # a kernel gets its own; /proc shows it these
        environment = {name: value for name, value in os.environ.items() if name not in unwanted}
        with theirs:
            self.process = subprocess.Popen(
                command,
                env=environment | ENVIRONMENT,
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        ours.setblocking(False)
        self.control, self._ready, self._started = ours, None, time.monotonic()
        return ours

    async def ready(self) -> None:
        """Wait for the imports; start the process where it is not running. Raises NoFork where it keeps failing."""
        try:
            async with asyncio.timeout(READY_TIMEOUT):
                while not await self._imported():
                    pass
        except TimeoutError as error:
            raise NoFork(
                _("the imports took longer than {n} seconds").format(n=number(READY_TIMEOUT, 0))
            ) from error

    async def _imported(self) -> bool:
        """Whether the imports came to an end; False where the process did, and the next one may do better."""
        if self.closed:
            raise NoFork(_("the server is shutting down"))
        control = self.control
        if control is None:
            if self.failures >= MOST_FAILURES:
                raise NoFork(_("the template process failed {n} times in a row").format(n=self.failures))
            control = self.start()
        ready = self._listen(control) if self._ready is None else self._ready
        return await asyncio.shield(ready)

    def _listen(self, control: socket.socket) -> asyncio.Future[bool]:
        self._loop = asyncio.get_running_loop()
        self._ready = ready = self._loop.create_future()
        self._loop.add_reader(control, self._hear, control, ready)
        return ready

    def _hear(self, control: socket.socket, ready: asyncio.Future[bool]) -> None:
        """The template process says one thing, that it is ready; then its channel is silent until it closes."""
        try:
            news = control.recv(1 << 16)
        except ConnectionError:
            news = b""
        if news:
            self.missing = json.loads(news)["missing"]
            ready.set_result(True)
        else:
            self._died()

    async def watch(self) -> None:
        """Have the event loop notice its death and start the next; for a server, whose loop runs on."""
        with contextlib.suppress(NoFork):
            await self.ready()

    def _died(self) -> None:
        """Let go of a template process that has ended; count it as failed where it lived too briefly."""
        self._let_go()
        self.failures = self.failures + 1 if time.monotonic() - self._started < SHORTEST_LIFE else 0
        self.log.warning(_("The template process of the kernels stopped and is being restarted."))
        self._restart = asyncio.ensure_future(self.watch())

    def _let_go(self) -> None:
        if self._ready is not None and self._loop is not None and self.control is not None:
            self._loop.remove_reader(self.control)
            if not self._ready.done():
                self._ready.set_result(False)
        if self.control is not None:
            self.control.close()
        if self.control is not None and self.process is not None:
            self.process.kill()
            self.process.wait()
        self.control = self._ready = None

    async def fork(self, connection_file: str, env: dict[str, str], cwd: str | None) -> ForkedProcess:
        """A new kernel. Raises NoFork where none could be had."""
        request = json.dumps({"connection_file": connection_file, "env": env, "cwd": cwd}).encode() + b"\n"
        await self.ready()
        line, theirs = socket.socketpair()
        line.setblocking(False)
        try:
            with theirs:
                if self.control is None:  # it died since it was ready
                    raise ConnectionResetError(errno.ECONNRESET, os.strerror(errno.ECONNRESET))
                socket.send_fds(self.control, [b"kernel"], [theirs.fileno()])
            async with asyncio.timeout(FORK_TIMEOUT):
                await asyncio.get_running_loop().sock_sendall(line, request)
                return await self._forked(line)
        except (OSError, TimeoutError) as error:
            line.close()
            raise NoFork(_("the template process does not respond ({error})").format(error=error)) from error

    async def _forked(self, line: socket.socket) -> ForkedProcess:
        """The kernel at the other end of a line, as soon as clients can connect to it."""
        loop = asyncio.get_running_loop()
        readable = asyncio.Event()
        loop.add_reader(line, readable.set)
        process = ForkedProcess(line)
        try:
            while not process.bound:
                await readable.wait()
                readable.clear()
                if process.poll() is not None:
                    raise ConnectionError(
                        _("the kernel stopped with code {n} during startup").format(n=process.wait())
                    )
        finally:
            loop.remove_reader(line)
        return process

    def close(self) -> None:
        """End the template process, and with it every kernel forked from it."""
        self.closed = True
        if self.control is not None and self.process is not None:
            with contextlib.suppress(OSError):  # it may have ended already
                self.control.shutdown(
                    socket.SHUT_RDWR
                )  # it kills its children, removes their files and exits
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(timeout=FORK_TIMEOUT)
        self._let_go()
