"""Connections that nobody uses are given back to the database: a page that is only looked at holds none."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

IDLE_SECONDS = 10.0
"""How long a connection is kept after its last use; who types or clicks along pays for one connection."""


class IdleConnections:
    """The connections of one process to one database, closed when none of them was used for a while.

    SQLite's are kept: they cost nobody else anything.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine, self._counted = engine, engine.dialect.name != "sqlite"
        self._lock = threading.Lock()
        self._in_use, self._used_last = 0, 0.0
        self._timer: threading.Timer | None = None

    @contextmanager
    def used(self) -> Iterator[None]:
        """Connections may be opened and used in this block."""
        if not self._counted:
            yield
            return
        with self._lock:
            self._in_use += 1
        try:
            yield
        finally:
            with self._lock:
                self._in_use -= 1
                self._used_last = time.monotonic()
                if self._timer is None:
                    self._look_in(IDLE_SECONDS)

    def close(self) -> None:
        """Close what is open now."""
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
            self._timer = None
            self._engine.dispose()

    def _look_in(self, seconds: float) -> None:
        self._timer = threading.Timer(seconds, self._look)
        self._timer.daemon = True
        self._timer.start()

    def _look(self) -> None:
        with self._lock:
            self._timer = None
            left = self._used_last + IDLE_SECONDS - time.monotonic()
            if not self._in_use and left <= 0:
                self._engine.dispose()
            else:
                self._look_in(max(left, 0.5))
