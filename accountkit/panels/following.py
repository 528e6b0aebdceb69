"""How an open page learns what colleagues stored: its server tells it, so that it need not ask the database.

    database ── one watcher ──> server ── a datagram ──> kernel of each page ──> look_again, where it concerns the page

Where no server tells (JupyterLab, Windows), it looks every two seconds; where one does, now and then all the same.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import socket
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from typing import Any, Literal

from accountkit.errors import StoreUnavailable
from accountkit.panels.session import Session
from accountkit.store import PRACTICE

log = logging.getLogger("accountkit")

ADDRESS = "ACCOUNTKIT_NEWS"
"""The environment variable with the beginning of the addresses at which the server tells this kernel."""
SERVER = "server"
"""The name of the server's own socket, beside those of its kernels."""
Outcome = Literal["saved", "told", "error", "later"]
"""What becomes of an event: stored; stored over a colleague's; refused; not taken by the database just now."""
LOOK_AGAIN = 2.0
"""Seconds between two looks for what colleagues changed where nobody tells of it."""
FALL_BACK = 300.0
"""Seconds between two looks where the server tells: a notice may be lost, and the server may be gone."""
LARGEST = 1 << 16
MOST_WAITING = 10
"""Datagrams that wait at least: the system's limit. Where so many came together, more may have been lost."""

_numbers = count()


class Following:
    """Keeps a session up with what is stored, as long as the loop runs."""

    def __init__(self, session: Session, loop: asyncio.AbstractEventLoop) -> None:
        self._session, self._loop = session, loop
        self._line = _line()
        if self._line is not None:
            loop.add_reader(self._line, self._hear, self._line)
            session.report = self._say
        # once soon: what was stored between the session's reading and now was told to nobody here
        self._look_later(LOOK_AGAIN)

    def close(self) -> None:
        """Follow no longer."""
        self._next.cancel()
        if self._line is not None:
            self._loop.remove_reader(self._line)
            with suppress(OSError):
                os.unlink(self._line.getsockname())
            self._line.close()

    def _say(self, report: dict[str, Any]) -> None:
        """Tell the server what became of an event; where it does not listen, or has too much to read, nothing is lost by
        it but a number.
        """
        assert self._line is not None  # else nobody is told
        with suppress(OSError):
            server = os.path.join(os.path.dirname(self._line.getsockname()), SERVER)
            self._line.sendto(json.dumps(report).encode(), server)

    def _look_later(self, seconds: float) -> None:
        self._next = self._loop.call_later(seconds, self._look_in_time)

    def _look_in_time(self) -> None:
        try:
            self._look()
        finally:
            self._look_later(FALL_BACK if self._line else LOOK_AGAIN)

    def _hear(self, line: socket.socket) -> None:
        """Take all that has come, and look once if any of it is news here."""
        heard = list(_messages(line))
        if len(heard) >= MOST_WAITING or any(self._is_news(changed) for changed in heard):
            self._look()

    def _is_news(self, changed: dict[str, int]) -> bool:
        """Whether a change is of this document and not this session's own, or is of our own side, which all show."""
        slug = self._session.slug
        concerned = {slug, PRACTICE} & changed.keys()
        return not changed or any(one != slug or changed[one] > self._session.revision for one in concerned)

    def _look(self) -> None:
        try:
            self._session.look_again()
        except StoreUnavailable as error:  # it is asked again in time; an edit would say so to the person
            log.info("cannot look for changes: %s", error)


def _line() -> socket.socket | None:
    """The socket at which this session is told; None where no server tells."""
    beginning = os.environ.get(ADDRESS, "")
    if not beginning:
        return None
    line = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    try:
        line.setblocking(False)
        line.bind(f"{beginning}.{next(_numbers)}")
    except OSError as error:  # a path too long for an address, a folder that is gone
        log.info("the server cannot tell of changes: %s", error)
        line.close()
        return None
    return line


def _messages(line: socket.socket) -> Iterator[dict[str, int]]:
    with suppress(BlockingIOError):
        while True:
            yield json.loads(line.recv(LARGEST))
