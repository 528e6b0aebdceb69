"""Briefs as files: written a few at a time, kept while nothing changed, and one at a time for whoever asks for many.

Writing one takes a processor for a second or more. A pool of its own keeps it from everybody else's answers; a file that was
written for this state of the account, edition, language, format and day is sent again as it is; who asks for more than a few
at once is asked to wait.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context

from accountkit.i18n import _
from accountkit.server.places import Places

AT_ONCE = 2
MOST_WAITING = 24
"""Briefs that wait for all together; the last of them waits for half a minute or so."""
MOST_FOR_ONE = 3
"""Briefs that one person, or one link, has under way at the same time."""
KEPT_BYTES = 64_000_000


class KeptBriefs:
    """The files by what they were written of; used in the event loop alone."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="brief")
        self._files: OrderedDict[Hashable, bytes] = OrderedDict()
        self._under_way: dict[Hashable, asyncio.Future[bytes]] = {}
        self._places = Places(MOST_FOR_ONE, MOST_WAITING)

    async def file(self, of: Hashable, write: Callable[[], bytes], who: str) -> bytes:
        """The file, kept or written now; `who` asks for it. Raises `Busy` where too many are asked for."""
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
                self._begin(of, write)
            # shielded: who goes away leaves it to the others that wait for the same
            return await asyncio.shield(self._under_way[of])

    def _begin(self, of: Hashable, write: Callable[[], bytes]) -> None:
        begun = asyncio.get_running_loop().run_in_executor(self._pool, copy_context().run, write)
        self._under_way[of] = begun
        begun.add_done_callback(lambda done: self._done(of, done))

    def _done(self, of: Hashable, done: asyncio.Future[bytes]) -> None:
        del self._under_way[of]
        if done.cancelled() or done.exception() is not None:
            return
        self._files[of] = done.result()
        while sum(map(len, self._files.values())) > KEPT_BYTES:
            self._files.popitem(last=False)
