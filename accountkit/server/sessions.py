"""Live sessions: how many there may be, whose they are, and when they end.

A session is a kernel with the page that shows it. It ends a few seconds after its page is closed, later where
the connection was lost rather than closed (a laptop that sleeps comes back), and after a time without any
use. Nothing is lost by it: every edit is stored when it is made, and the page continues from the store.

A kernel that dies ends its session: nobody starts another under its id, which would know nothing of the page. The
page's socket is closed, so that it notices at once and offers to continue with a new one.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import zmq
from jupyter_core.utils import ensure_async
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.ioloop import PeriodicCallback
from traitlets import default

from accountkit.server.kernels.line import Line
from accountkit.server.kernels.reserve import Reserve
from accountkit.server.limits import context_for_sessions
from accountkit.server.news import News
from accountkit.store import handed

CLOSED_BY_PAGE = (1000, 1001)
"""Websocket codes of a page that went away by itself; anything else is a lost connection."""

KERNEL_GONE = 4404
"""Websocket code with which a page learns that its kernel has ended; from 4000 on they are an application's own."""


class Socket(Protocol):
    """As much of a page's connection as a session needs."""

    def close(self, code: int, reason: str) -> None: ...


@dataclass(eq=False)
class Opening:
    """A page that is being opened: for whom, what its kernel's environment is to hold, and, once it runs, its
    kernel.
    """

    owner: str
    environment: dict[str, str]
    withheld: frozenset[str] = handed.TOKENS
    """Names of the server's own environment that the kernel is not to have."""
    folder: Path | None = None
    """Where the kernel runs; None: beside the templates."""
    about: str = ""
    """The slug of what the page edits."""
    kernel_id: str | None = None


opening: ContextVar[Opening] = ContextVar("accountkit_opening")


class SessionKernels(AsyncMappingKernelManager):
    """The kernel manager; a kernel gets the environment of the page it is started for, and belongs to its
    viewer.
    """

    sessions: Sessions
    news: News

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.lines: dict[str, Line] = {}
        """The lines to kernels whose pages are not connected yet."""
        self.reserve = Reserve(self._spare, lambda: bool(self.sessions.opening), self.log)

    @default("context")
    def _for_many(self) -> zmq.Context:
        return context_for_sessions()

    async def start_kernel(self, **kwargs: Any) -> str:  # type: ignore[override]  # upstream has the waiting twin by another base
        page = opening.get()
        given = {name: value for name, value in kwargs.get("env", {}).items() if name not in page.withheld}
        kernel_id = await self._from_reserve() if page.folder is None else None
        if kernel_id is not None:
            told = {name: value for name, value in given.items() if os.environ.get(name) != value}
            self.lines[kernel_id].environment = {**told, **page.environment}
            page.kernel_id = kernel_id
        else:
            kernel_id = kwargs.setdefault("kernel_id", self.new_kernel_id(**kwargs))
            kwargs["env"] = {**given, **page.environment}
            if page.folder is not None:
                kwargs.update(path=None, cwd=str(page.folder))
            page.kernel_id = await self._started(**kwargs)
        self.sessions.began(page, kernel_id)
        return kernel_id

    async def _started(self, *, kernel_id: str, env: dict[str, str], **kwargs: Any) -> str:
        env = {**env, **self.news.environment(kernel_id)}
        try:
            started: str = await AsyncMappingKernelManager.start_kernel(
                self, kernel_id=kernel_id, env=env, **kwargs
            )
        except Exception:
            self._pending_kernels.pop(
                kernel_id, None
            )  # else the end of the server would wait for it, and fail
            raise
        return started

    async def _spare(self) -> str:
        """A kernel for the reserve, which answers."""
        env = {name: value for name, value in os.environ.items() if name not in handed.TOKENS}
        kernel_id = await self._started(kernel_id=self.new_kernel_id(), env=env, path="")
        try:
            await self.line(kernel_id)
        except Exception:
            await self.shutdown_kernel(kernel_id, now=True)
            raise
        return kernel_id

    async def _from_reserve(self) -> str | None:
        """A kernel that waited for a page; None where none does, or none that still lives."""
        while kernel_id := self.reserve.take():
            if kernel_id in self and await ensure_async(self.get_kernel(kernel_id).is_alive()):
                return kernel_id
            await self.shutdown_kernel(kernel_id, now=True)
        return None

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """End a kernel that nobody has used for long, unless it is there to wait."""
        if kernel_id not in self.reserve:
            await super().cull_kernel_if_idle(kernel_id)

    async def line(self, kernel_id: str) -> Line:
        """The line to a kernel that answers."""
        if kernel_id not in self.lines:
            self.lines[kernel_id] = line = Line(self.get_kernel(kernel_id))
            await line.stand()
        return self.lines[kernel_id]

    async def shutdown_kernel(  # type: ignore[override]  # as above
        self, kernel_id: str, now: bool = False, restart: bool = False
    ) -> None:
        """End a kernel; one that has ended by itself meanwhile is no error."""
        if line := self.lines.pop(kernel_id, None):
            line.close()
        if kernel_id in self:
            await AsyncMappingKernelManager.shutdown_kernel(self, kernel_id, now=now, restart=restart)


@dataclass
class Live:
    """One session: whose it is (`username` of the identity), what it edits, its connections, when it is to end, and when its
    last connection was lost."""

    owner: str
    about: str = ""
    connections: list[Socket] = field(default_factory=list)
    ends: float = field(default_factory=lambda: time.monotonic() + Sessions.NEVER_CONNECTED)
    over: asyncio.Event = field(default_factory=asyncio.Event)
    lost_at: float | None = None

    @property
    def sockets(self) -> int:
        return len(self.connections)


class Sessions:
    """All live sessions of this server."""

    NEVER_CONNECTED = 90.0
    CLOSED = 3.0
    LOST = 300.0
    """A phone that sleeps and a laptop that is carried home come back to their kernel within this time (seconds)."""
    YIELDS = 20.0
    """After this time a lost page gives up its place to somebody who finds the server full. A page without a connection tries
    again every few seconds: what is not back by then sleeps, or is gone."""

    def __init__(self, kernels: SessionKernels, most: int) -> None:
        self.kernels, self.most = kernels, most
        self.live: dict[str, Live] = {}
        self.on_open: Callable[[str, str], None] = lambda kernel_id, owner: None
        """Called with the kernel and the owner of each session that begins."""
        self.opening: set[Opening] = set()
        self._sweeper = PeriodicCallback(self.sweep, 1000)

    def watch(self) -> None:
        """Begin to end the sessions whose time has come."""
        self._sweeper.start()

    def stop(self) -> None:
        self._sweeper.stop()

    async def make_room(self) -> None:
        """If the server is full, end the session whose page was lost first, if that is some time ago. Nothing is lost by it:
        should the page come back, it continues from the store in a new kernel."""
        if not self.is_full:
            return
        now = time.monotonic()
        lost = {
            key: session.lost_at
            for key, session in self.live.items()
            if not session.sockets and session.lost_at is not None and now - session.lost_at >= self.YIELDS
        }
        if lost:
            await self.end(min(lost, key=lambda key: lost[key]))

    @property
    def is_full(self) -> bool:
        return len(self.live) + len(self.opening) >= self.most

    def began(self, page: Opening, kernel_id: str) -> None:
        """A page's kernel runs: from now on it is a session."""
        self.opening.discard(page)
        self.live[kernel_id] = Live(page.owner, page.about)
        self.on_open(kernel_id, page.owner)

    def owns(self, username: str, kernel_id: str) -> bool:
        """Whether a session is this person's own; the socket of a kernel is its owner's alone."""
        return kernel_id in self.live and self.live[kernel_id].owner == username

    async def lasts_until(self, answer: asyncio.Future, kernel_id: str) -> bool:
        """Wait for an answer of a session's kernel, and raise what it does. False if the session ends before; the
        answer is given up then.
        """
        end = asyncio.ensure_future(self.live[kernel_id].over.wait())
        await asyncio.wait((answer, end), return_when=asyncio.FIRST_COMPLETED)
        end.cancel()
        if kernel_id in self.live:
            await answer
            return True
        answer.cancel()
        await asyncio.gather(answer, return_exceptions=True)  # what it raises now is of no kernel
        return False

    def connected(self, kernel_id: str, socket: Socket) -> None:
        self.live[kernel_id].connections.append(socket)

    def disconnected(self, kernel_id: str, socket: Socket, code: int | None) -> None:
        """A socket went; the last one that goes sets the session's end."""
        session = self.live.get(kernel_id)
        if session is None or socket not in session.connections:
            return
        session.connections.remove(socket)
        closed, now = code in CLOSED_BY_PAGE, time.monotonic()
        session.ends = now + (self.CLOSED if closed else self.LOST)
        session.lost_at = None if closed else now

    async def sweep(self) -> None:
        """End what is over: sessions whose time has come, and those whose kernels have died or were culled."""
        known = list(self.live.items())
        over = [
            key
            for key, session in known
            if (not session.sockets and time.monotonic() > session.ends) or not await self._lives(key)
        ]
        await asyncio.gather(*(self.end(kernel_id) for kernel_id in over))

    async def _lives(self, kernel_id: str) -> bool:
        if kernel_id not in self.kernels:
            return False
        return bool(await ensure_async(self.kernels.get_kernel(kernel_id).is_alive()))

    async def end_all_of(self, username: str) -> None:
        """End whatever a person has open: they signed out, or may no longer."""
        theirs = [kernel_id for kernel_id, session in self.live.items() if session.owner == username]
        await asyncio.gather(*(self.end(kernel_id) for kernel_id in theirs))

    async def end(self, kernel_id: str) -> None:
        if session := self.live.pop(kernel_id, None):
            session.over.set()
            for socket in list(session.connections):
                socket.close(KERNEL_GONE, "the kernel has ended")
        await self.kernels.shutdown_kernel(kernel_id, now=True)
