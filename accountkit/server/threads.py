"""Work that would hold up everybody else's answers, done beside the event loop.

What asks the store has threads of its own, and no more than a few: a database that is silent holds up those who ask it,
and nobody who asks for something else.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import TypeVar

from prometheus_client import Histogram
from tornado.ioloop import IOLoop

from accountkit.errors import StoreUnavailable
from accountkit.i18n import _

Result = TypeVar("Result")
PATIENCE = 20.0
"""Seconds that a page waits for the store."""
MOST_AT_ONCE = 12
STORE = ThreadPoolExecutor(MOST_AT_ONCE, thread_name_prefix="store")
STORE_SECONDS = Histogram(
    "accountkit_store_seconds",
    "What pages of the server wait for the store, all of this process.",
    registry=None,
)
HEALTH = ThreadPoolExecutor(1, thread_name_prefix="health")
"""Whether the database answers is asked beside all others, so that a balancer is not told that a busy server is away."""


async def in_thread(work: Callable[[], Result], pool: ThreadPoolExecutor | None = None) -> Result:
    """The result of long work, in this reader's language; without a pool of its own in the one of all."""
    return await IOLoop.current().run_in_executor(pool, copy_context().run, work)


async def asked(
    work: Callable[[], Result], seconds: float | None = None, pool: ThreadPoolExecutor = STORE
) -> Result:
    """The result of work that asks the store, in this reader's language. Raises `StoreUnavailable` after some seconds
    (`PATIENCE` if not said otherwise) without one; what was begun may still be done then.
    """
    begun = IOLoop.current().run_in_executor(pool, copy_context().run, work)
    try:
        with STORE_SECONDS.time():
            return await asyncio.wait_for(begun, PATIENCE if seconds is None else seconds)
    except TimeoutError as error:
        raise StoreUnavailable(
            _("The database does not respond. Check that it is running, then reload the page.")
        ) from error
