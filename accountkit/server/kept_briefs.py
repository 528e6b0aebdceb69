"""Briefs as files: written a few at a time, kept while nothing changed, and one at a time for whoever asks for many.

Writing one takes a processor for a second or more. A pool of its own keeps it from everybody else's answers; a file that was
written for this state of the account, edition, language, format and day is sent again as it is; who asks for more than a few
at once is asked to wait. What is asked for by links, where anybody may ask, is written in processes that give way to the
server's: threads would share its lock.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextvars import copy_context
from dataclasses import dataclass

from accountkit.errors import Unavailable
from accountkit.i18n import _, language, use_language
from accountkit.server.places import Places

AT_ONCE = 2
MOST_WAITING = 24
"""Briefs that wait for all together; the last of them waits for half a minute or so."""
MOST_FOR_ONE = 3
"""Briefs that one person, or one link, has under way at the same time."""
KEPT_BYTES = 64_000_000
REST_SECONDS = 120
"""After so long without a brief the processes end: each holds 150 MB."""
GIVING_WAY = 10


@dataclass(frozen=True)
class Writing:
    """What writes a brief; `aside` in another process, to which it can be sent."""

    write: Callable[[], bytes]
    aside: bool = False


class KeptBriefs:
    """The files by what they were written of; used in the event loop alone."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="brief")
        self._files: OrderedDict[Hashable, bytes] = OrderedDict()
        self._under_way: dict[Hashable, asyncio.Future[bytes]] = {}
        self._places = Places(MOST_FOR_ONE, MOST_WAITING)
        self._processes: ProcessPoolExecutor | None = None
        self._resting: asyncio.TimerHandle | None = None

    async def file(self, of: Hashable, begin: Callable[[], Awaitable[Writing]], who: str) -> bytes:
        """The file, kept or written now; `begin` reads what it is written of, once there is a place for it. Raises `Busy` where
        too many are asked for, `Unavailable` where the process that writes it ended.
        """
        if of in self._files:
            self._files.move_to_end(of)
            return self._files[of]
        place = self._places.place(
            who,
            _("Several briefs are being written for you. Wait for them, then try again."),
            _("Many briefs are being written just now. Try again in a minute."),
        )
        with place:
            if of not in self._under_way:
                task = self._under_way[of] = asyncio.create_task(self._written(begin))
                task.add_done_callback(lambda done: self._done(of, done))
            try:
                # shielded: who goes away leaves it to the others that wait for the same
                return await asyncio.shield(self._under_way[of])
            except BrokenProcessPool as error:
                self.close()
                raise Unavailable(_("The brief was not written. Try again.")) from error

    def close(self) -> None:
        """End the processes; the next brief starts others."""
        if self._processes is not None:
            self._processes.shutdown(wait=False, cancel_futures=True)
        self._processes = None

    async def _written(self, begin: Callable[[], Awaitable[Writing]]) -> bytes:
        writing, loop = await begin(), asyncio.get_running_loop()
        if not writing.aside:
            return await loop.run_in_executor(self._pool, copy_context().run, writing.write)
        if self._processes is None:
            context = multiprocessing.get_context("spawn")
            self._processes = ProcessPoolExecutor(AT_ONCE, context, initializer=_give_way)
        return await loop.run_in_executor(self._processes, _in_language, language(), writing.write)

    def _done(self, of: Hashable, done: asyncio.Future[bytes]) -> None:
        del self._under_way[of]
        if self._resting is not None:
            self._resting.cancel()
        if not self._under_way and self._processes is not None:
            self._resting = asyncio.get_running_loop().call_later(REST_SECONDS, self._rest)
        if done.cancelled() or done.exception() is not None:
            return
        self._files[of] = done.result()
        while sum(map(len, self._files.values())) > KEPT_BYTES:
            self._files.popitem(last=False)

    def _rest(self) -> None:
        if not self._under_way:
            self.close()


def _give_way() -> None:
    if hasattr(os, "nice"):
        os.nice(GIVING_WAY)


def _in_language(lang: str, write: Callable[[], bytes]) -> bytes:
    with use_language(lang):
        return write()
