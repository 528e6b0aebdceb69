"""The database: SQLite in one file, or PostgreSQL by URL; the rest of the store cannot tell which.

A write takes the lock when it begins (``BEGIN IMMEDIATE``, in the order of `store.turns`; in PostgreSQL the row of the
account), so that two people who edit at the same moment come one after the other and neither reads what the other is about
to change.
"""

from __future__ import annotations

import os
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import platformdirs
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, ExceptionContext, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError

from accountkit.errors import Unavailable
from accountkit.i18n import _
from accountkit.store import handed
from accountkit.store.idle import IdleConnections
from accountkit.store.migrations import bring_up_to_date, is_up_to_date
from accountkit.store.troubles import cannot_open, in_our_words
from accountkit.store.turns import turn

BUSY_SECONDS = 3
"""How long a statement waits for a lock or a connection. Short, because the page that waits tries again by itself and
is to say within five seconds what it waits for.
"""
SQLITE_HEADER = b"SQLite format 3\0"
BEGINNING_TRIES = 10
MIGRATION_LOCK = 7_140_221
"""Number of the advisory lock that lets one server at a time migrate a PostgreSQL database; any fixed number
does.
"""


class Database:
    """An engine with the tables of today. Raises `Unavailable` where it cannot be opened."""

    def __init__(self, url: str | None = None) -> None:
        self.url = database_url(url)
        _demand_whole(self.url)
        _make_for_its_owner(self.url)
        try:
            self.engine = _engine(self.url)
        except (NoSuchModuleError, ModuleNotFoundError) as error:
            raise cannot_open(self.url, error) from error
        self._idle = IdleConnections(self.engine)
        self._file = sqlite_file(self.url)
        try:
            with self._begun() as connection:
                is_ready = is_up_to_date(connection)
            if not is_ready:  # one that cannot be written to just now can be read all the same
                self._bring_up_to_date()
        except DatabaseError as error:
            self.close()
            raise cannot_open(self.url, error) from error
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of all connections; whoever asks again gets new ones."""
        self._idle.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database throughout. Raises `StoreUnavailable`."""
        options = {} if self.url.get_backend_name() == "sqlite" else {"isolation_level": "REPEATABLE READ"}
        with in_our_words(self.url), self._begun(**options) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is alone in writing; committed at the end of the block, undone on any error. Raises
        `StoreUnavailable`, and `InvalidEdit` for a value that the database does not take.
        """
        with in_our_words(self.url), turn(self._file, BUSY_SECONDS), self._begun(writing=True) as connection:
            yield connection

    @contextmanager
    def _begun(self, **options: Any) -> Iterator[Connection]:
        with (
            self._idle.used(),
            self.engine.connect().execution_options(**options) as connection,
            connection.begin(),
        ):
            yield connection

    def _bring_up_to_date(self) -> None:
        with self._begun(writing=True) as connection:
            if self.url.get_backend_name() == "postgresql":
                connection.execute(text(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})"))
            bring_up_to_date(connection)


def database_url(given: str | None = None) -> URL:
    """The URL of the database: as given (a URL or a path), else ``ACCOUNTKIT_DB``, else what the server handed over,
    else a file of this user's own.
    """
    wanted = given or os.environ.get("ACCOUNTKIT_DB") or handed.taken()
    if not wanted:
        folder = platformdirs.user_data_path("accountkit", appauthor=False, ensure_exists=True)
        return URL.create("sqlite", database=str(folder / "accounts.sqlite"))
    if "://" not in wanted:
        return URL.create("sqlite", database=str(Path(wanted).expanduser()))
    try:
        url = make_url(wanted)
    except (ArgumentError, ValueError) as error:  # a port that is no number
        raise Unavailable(
            _("“{url}” is not a database address. Use sqlite:///FILE or postgresql://USER@HOST/NAME.").format(
                url=without_password(wanted)[:80]
            )
        ) from error
    return url.set(drivername="postgresql+psycopg") if url.drivername in ("postgresql", "postgres") else url


def without_password(address: str) -> str:
    """An address as it may be shown, even if it is not one that can be read."""
    return re.sub(r"(//?[^/@:]*):[^@]*@", r"\1:***@", address)


def sqlite_file(url: URL) -> Path | None:
    """The file of an SQLite database; None of one in memory, and of PostgreSQL."""
    in_file = url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")
    return Path(str(url.database)) if in_file else None


def _demand_whole(url: URL) -> None:
    """Refuse an SQLite file without content: SQLite itself would take it for a new database and lose what was there."""
    file = sqlite_file(url)
    if file is None or not file.is_file():
        return
    for _try in range(BEGINNING_TRIES):  # another process may be making it at this moment
        if size := file.stat().st_size:
            break
        time.sleep(0.05)
    if size < len(SQLITE_HEADER):
        raise Unavailable(
            _(
                "The database is truncated (bytes left: {size}), and its accounts are missing. Replace it with a backup, or move it away to start a new one."
            ).format(size=size),
            str(file),
        )


def _make_for_its_owner(url: URL) -> None:
    """Make a new SQLite file that its owner alone can read; what SQLite writes beside it is as the file is. One that cannot be
    made is told by SQLite."""
    file = sqlite_file(url)
    if file is not None and not str(file).startswith("file:"):
        with suppress(OSError):
            os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        # a statement in a transaction sees what was committed before that statement, so the lock on the
        # account's row is followed by reading what the one before has written
        limits = {"connect_timeout": BUSY_SECONDS} if url.get_driver_name() == "psycopg" else {}
        return create_engine(
            url,
            pool_pre_ping=True,
            isolation_level="READ COMMITTED",
            connect_args=limits,
            pool_timeout=BUSY_SECONDS,
        )
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    event.listen(engine, "handle_error", _forget_what_only_reads)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # sqlite3 would otherwise begin transactions by itself, and too late
    for pragma in (
        "journal_mode = WAL",
        f"busy_timeout = {BUSY_SECONDS * 1000}",
        "foreign_keys = ON",
        "synchronous = FULL",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _forget_what_only_reads(context: ExceptionContext) -> None:
    """Let go of all connections where one cannot write: SQLite opens a file that may only be read for reading, and as long
    as one such connection is there, no other can write when the file may be written again."""
    if "readonly" not in str(context.original_exception):
        return
    context.is_disconnect = True
    if context.execution_context is not None:
        context.execution_context.cursor.close()  # else the connection ends with the next collection of garbage
    if context.engine is not None:
        context.engine.dispose()
