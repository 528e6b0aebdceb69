"""A run of a notebook that a signal stops in order: the kernel ends too, and it is known what stopped it."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from typing import Any

from nbclient import NotebookClient


class StoppableClient(NotebookClient):
    """nbclient takes the kernel away under its own feet at Ctrl-C and fails at the next step; here the run is cancelled, and
    nbclient then ends the kernel as after any error.
    """

    stopped_by = 0
    """The number of the signal that stopped the run; 0 as long as none has."""

    async def async_start_new_kernel(self, **kwargs: Any) -> None:
        # nbclient has just set its own handlers, and nothing was waited for since
        run, loop = asyncio.current_task(), asyncio.get_running_loop()

        def stop(number: int) -> None:
            self.stopped_by = number
            if run is not None:
                run.cancel()

        with suppress(NotImplementedError, RuntimeError, ValueError):  # Windows, or not the main thread
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(number, stop, number)
        await super().async_start_new_kernel(**kwargs)
