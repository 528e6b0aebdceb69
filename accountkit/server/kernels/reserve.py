"""Kernels that wait for pages: forked, connected, and told nothing yet of whom they are for.

Half of what a page waits for is the same for each: the fork, the sockets, the first answer. It is done while nobody waits, one
kernel for each processor; pages that come faster than that have theirs forked as they come.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections import deque
from collections.abc import Awaitable, Callable

from tornado.ioloop import IOLoop

MOST = 4
REST = 1.0
"""Seconds after which a kernel that was taken is replaced: until then the page that took it needs the processors."""


def wanted() -> int:
    """How many kernels are kept in reserve on this machine."""
    return min(MOST, len(os.sched_getaffinity(0)))


class Reserve:
    """The kernels in reserve, by their ids. They are no sessions: nobody owns them, and nothing counts or culls them."""

    def __init__(
        self, start: Callable[[], Awaitable[str]], is_busy: Callable[[], bool], log: logging.Logger
    ) -> None:
        self._start, self._is_busy, self._log = start, is_busy, log
        self._waiting: deque[str] = deque()
        self._next: object | None = None
        self._filling: asyncio.Task[None] | None = None
        self.most = 0

    def begin(self) -> None:
        """Keep some from now on."""
        self.most = wanted()
        self._later()

    def __len__(self) -> int:
        return len(self._waiting)

    def __contains__(self, kernel_id: str) -> bool:
        return kernel_id in self._waiting

    def take(self) -> str | None:
        """A kernel that waited longest; None where none does. Another takes its place soon."""
        self._later()
        return self._waiting.popleft() if self._waiting else None

    def _later(self) -> None:
        self._wait_no_longer()
        if self.most:
            self._next = IOLoop.current().call_later(REST, self._fill_soon)

    def _fill_soon(self) -> None:
        self._next = None
        if self._is_busy() or (self._filling is not None and not self._filling.done()):
            self._later()
        elif len(self) < self.most:
            self._filling = asyncio.ensure_future(self._fill())

    async def _fill(self) -> None:
        try:
            self._waiting.append(await self._start())
        except Exception as fault:  # pages say so themselves, and are the next to try
            self._log.warning("no kernel could be kept in reserve: %s", fault)
        else:
            self._later()

    def _wait_no_longer(self) -> None:
        if self._next is not None:
            IOLoop.current().remove_timeout(self._next)
            self._next = None

    def stop(self) -> None:
        """Keep no more. Those that wait end with the server's other kernels."""
        self.most = 0
        self._wait_no_longer()
