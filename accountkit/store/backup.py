"""A store in one file, and back: each table as it is, read in one transaction while others go on working.

The file is an SQLite database, whatever the store's own is; a store can be opened on it as it is. It holds all that the store
holds, private notes too.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sqlalchemy import Connection, Table, insert, select

from accountkit.errors import AccountExists, Unavailable
from accountkit.i18n import _
from accountkit.model.document import D
from accountkit.store.accounts import Store
from accountkit.store.database import without_password
from accountkit.store.ledger import Ledger
from accountkit.store.opening import open_store
from accountkit.store.schema import (
    ACCOUNTS,
    EDITS,
    METADATA,
    PRACTICE,
    READER_LINKS,
    RECEIVED,
    SCHEMA_VERSION,
    SNAPSHOTS,
    STEPS,
)
from accountkit.whole import demand_place

AT_ONCE = 2_000
OF_AN_ACCOUNT = (SNAPSHOTS, STEPS, EDITS, READER_LINKS, RECEIVED)
"""What belongs to an account by its id. Its line for lists is made again when a list is asked for."""

Outcome = Literal["added", "restored", "unchanged"]


@dataclass(frozen=True)
class Restored:
    """What became of one document of a backup."""

    slug: str
    outcome: Outcome


def backup(store: Store, file: Path) -> None:
    """Write all of the store to a new file. Raises `AccountExists` where the file is there, `CannotWrite` or `OSError` where it
    cannot be made."""
    demand_place(file)
    if file.exists():
        raise AccountExists(_("{file} already exists. Choose another name.").format(file=file))
    part = file.with_name(f".{file.name}.part")
    part.unlink(missing_ok=True)
    previous = os.umask(0o077)  # it holds what is private
    try:
        copy = open_store(str(part))
        with store._database.reading() as source, copy._database.writing() as target:
            for table in reversed(METADATA.sorted_tables):
                target.execute(table.delete())
            for table in METADATA.sorted_tables:
                for rows in _rows(source, table):
                    target.execute(insert(table), rows)
        copy.close()
        with closing(sqlite3.connect(part)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")  # one file, and no second beside it
        part.replace(file)
    finally:
        os.umask(previous)
        for leftover in (part, *file.parent.glob(f"{part.name}-*")):
            leftover.unlink(missing_ok=True)


def restore(store: Store, file: Path, by: str) -> Iterator[Restored]:
    """Take each document of a backup into the store, one after the other.

    An account that is not there comes back with its whole log. One that is there is brought to the state of the backup as one
    step, which can be undone: what was done since stays in its history. Accounts that the backup does not know stay as they
    are. Raises `Unavailable` where the file is no backup.
    """
    if file.is_dir():
        raise Unavailable(_("{file} is a folder. Enter a file name.").format(file=file))
    if not file.is_file():
        raise Unavailable(_("{file} is not there. Check the path.").format(file=without_password(str(file))))
    if not _is_a_store(file):
        raise Unavailable(
            _("{file} is not a backup. Choose a file that `accountkit backup` wrote.").format(file=file)
        )
    source = open_store(str(file))
    try:
        label = _("Restored from {file}").format(file=file.name)
        yield Restored(PRACTICE, _brought_back(store.practices, source.practices, PRACTICE, by, label))
        there = {stored.slug for stored in store.accounts()}
        for slug in sorted(stored.slug for stored in source.accounts()):
            if slug in there:
                yield Restored(slug, _brought_back(store, source, slug, by, label))
            else:
                _add(store, source, slug)
                yield Restored(slug, "added")
    finally:
        source.close()


def _is_a_store(file: Path) -> bool:
    """Whether the file has the tables of a store. It is only looked at: opened as a store, any database would get them."""
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    except sqlite3.Error:
        return False
    return (SCHEMA_VERSION.name,) in found


def _brought_back(here: Ledger[D], there: Ledger[D], slug: str, by: str, label: str) -> Outcome:
    document = there.load(slug)
    if document == here.load(slug):
        return "unchanged"
    here.replace(document, by, label)
    return "restored"


def _add(store: Store, source: Store, slug: str) -> None:
    with source._database.reading() as old, store._database.writing() as new:
        row = source._row(old, slug)
        values = {key: value for key, value in row._mapping.items() if key != "id"}
        new.execute(insert(ACCOUNTS).values(**values))
        own = store._row(new, slug).id
        for table in OF_AN_ACCOUNT:
            for rows in _rows(old, table, row.id):
                new.execute(insert(table), [{**one, "account_id": own} for one in rows])


def _rows(connection: Connection, table: Table, account_id: int | None = None) -> Iterator[list[dict]]:
    wanted = select(table)
    if account_id is not None:
        wanted = wanted.where(table.c.account_id == account_id)
    for some in connection.execution_options(yield_per=AT_ONCE).execute(wanted).mappings().partitions():
        yield [dict(row) for row in some]
