"""What changes in a database, told as it happens: one watcher for a server, whoever made the change.

PostgreSQL sends a notice with each step when it is committed (`LISTEN`; a connection that is held for it, so it must not
lead through a pool that lends one for each transaction). SQLite counts the commits of others (`PRAGMA data_version`, a
read of shared memory); only when the count has moved the revisions are read.
"""

from __future__ import annotations

import logging
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from contextlib import closing
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import SQLAlchemyError

from accountkit.store.database import sqlite_file

log = logging.getLogger("accountkit")

CHANNEL = "accountkit"
LOOK_EVERY = 0.2
"""Seconds between two looks at SQLite's count, and between two looks whether the watcher is to end."""
ASK_EVERY = 60.0
"""Seconds after which PostgreSQL is asked for a sign of life, so that nothing between takes the connection for unused."""
TRY_AGAIN = 1.0
"""Seconds until a database that went away is asked again."""

Tell = Callable[[Mapping[str, int]], None]
"""Told of the new revisions by slug; of nothing in particular (an empty mapping) where something may have been missed."""


def announce(connection: Connection, slug: str, revision: int) -> None:
    """Have whoever listens be told of a step when its transaction is committed."""
    if connection.dialect.name == "postgresql":
        notice = {"channel": CHANNEL, "step": f"{slug} {revision}"}
        connection.execute(text("SELECT pg_notify(:channel, :step)"), notice)


class _Watched(Protocol):
    """A database's own connection that is watched."""

    def close(self) -> None: ...
    def changes(self) -> dict[str, int]: ...


class Watch(ABC):
    """A thread that watches until it is closed, and goes on when a database that went away is back."""

    def __init__(self, engine: Engine, tell: Tell) -> None:
        self._engine, self._tell = engine, tell
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watching the database", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End the watch and wait until its connection is closed."""
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        is_first, faults = True, _faults(self._engine)
        while not self._over.is_set():
            try:
                with closing(self._begin()) as watched:
                    if not is_first:
                        self._tell({})
                    is_first = False
                    while not self._over.is_set():
                        if changed := watched.changes():
                            self._tell(changed)
            except faults as error:
                log.info("cannot watch for changes: %s", error)
                is_first = False
                self._over.wait(TRY_AGAIN)

    @abstractmethod
    def _begin(self) -> _Watched:
        """A connection of the watch's own, no part of the pool."""


def _faults(engine: Engine) -> tuple[type[Exception], ...]:
    """What the library and the driver raise."""
    driver: Any = engine.dialect.loaded_dbapi
    return (SQLAlchemyError, driver.Error)


def _own(engine: Engine) -> Any:
    """The driver's connection of one that is taken out of the pool for good."""
    pooled = engine.raw_connection()
    own = pooled.driver_connection
    pooled.detach()
    assert own is not None  # it has just been connected
    return own


class _Notices:
    """The notices that PostgreSQL sends."""

    def __init__(self, engine: Engine) -> None:
        self._connection = _own(engine)
        self._connection.autocommit = True
        self._connection.execute(f"LISTEN {CHANNEL}")
        self._asked = time.monotonic()

    def close(self) -> None:
        self._connection.close()

    def changes(self) -> dict[str, int]:
        changed: dict[str, int] = {}
        for notice in self._connection.notifies(timeout=LOOK_EVERY, stop_after=1):
            slug, revision = notice.payload.split(" ")
            changed[slug] = max(int(revision), changed.get(slug, 0))
        if time.monotonic() > self._asked + ASK_EVERY:
            self._connection.execute("SELECT 1")
            self._asked = time.monotonic()
        return changed


class _Commits:
    """The commits that SQLite counts."""

    def __init__(self, engine: Engine, over: threading.Event) -> None:
        self._connection, self._over = _own(engine), over
        self._count, self._known = self._version(), self._revisions()

    def close(self) -> None:
        self._connection.close()

    def changes(self) -> dict[str, int]:
        self._over.wait(LOOK_EVERY)
        count = self._version()
        if count == self._count:
            return {}
        before, self._known, self._count = self._known, self._revisions(), count
        return {
            slug: revision for slug, revision in self._known.items() if before.get(slug, revision) != revision
        }

    def _version(self) -> int:
        return self._connection.execute("PRAGMA data_version").fetchone()[0]

    def _revisions(self) -> dict[str, int]:
        return dict(self._connection.execute("SELECT slug, revision FROM accounts"))


class _WatchPostgresql(Watch):
    def _begin(self) -> _Watched:
        return _Notices(self._engine)


class _WatchSqlite(Watch):
    def _begin(self) -> _Watched:
        return _Commits(self._engine, self._over)


def watch(engine: Engine, tell: Tell) -> Watch | None:
    """Tell of changes from now on, in a thread; None where this database cannot be watched (an SQLite in memory, another
    driver of PostgreSQL).
    """
    if engine.dialect.name == "sqlite":
        return _WatchSqlite(engine, tell) if sqlite_file(engine.url) else None
    return _WatchPostgresql(engine, tell) if engine.dialect.driver == "psycopg" else None
