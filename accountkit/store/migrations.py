"""How an older database becomes one of today."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable

from sqlalchemy import Connection, delete, func, insert, inspect, literal, select, text, update

from accountkit.errors import Unavailable
from accountkit.i18n import _
from accountkit.model.slugs import key_of
from accountkit.model.versions import upgraded_path
from accountkit.store.schema import (
    ACCOUNTS,
    AGENDA,
    EDITS,
    INVITATIONS,
    LINES,
    LISTED,
    MEMORY,
    METADATA,
    NEVER,
    PEOPLE,
    PRACTICE,
    PRACTICE_ID,
    RECEIVED,
    ROLES,
    SCHEMA_VERSION,
    SIGN_INS,
    SNAPSHOTS,
    STEPS,
)


def _received(connection: Connection) -> None:
    RECEIVED.create(connection)


def _paths_of_documents_2(connection: Connection) -> None:
    """Spell the paths of the log as documents of version 2 do, so that undo and conflicts find them."""
    for row in connection.execute(
        select(EDITS.c.account_id, EDITS.c.revision, EDITS.c.position, EDITS.c.path, EDITS.c.back)
    ):
        back = json.loads(row.back)
        path, back["path"] = upgraded_path(row.path, 1), upgraded_path(back["path"], 1)
        if path != row.path:
            here = (
                EDITS.c.account_id == row.account_id,
                EDITS.c.revision == row.revision,
                EDITS.c.position == row.position,
            )
            text = json.dumps(back, ensure_ascii=False, separators=(",", ":"))
            connection.execute(update(EDITS).where(*here).values(path=path, back=text))


def _practice(connection: Connection) -> None:
    """Make our own practice, with the catalogue of offers that was remembered beside the accounts.

    The offers are taken as they are, unread: what cannot be read is told when the practice is opened, and keeps no
    account from opening. A name that an id of today cannot have is spelled as one.
    """
    known = connection.execute(
        select(MEMORY.c.key, MEMORY.c.value).where(MEMORY.c.kind == "offer").order_by(MEMORY.c.key)
    ).all()
    offers: dict[str, str] = {}
    for row in sorted(known, key=lambda row: key_of(row.key, "offer") != row.key):  # those with an id keep it
        key = key_of(row.key, "offer")
        numbered = (f"{key}-{count}" for count in range(2, len(known) + 2))
        offers[key if key not in offers else next(free for free in numbered if free not in offers)] = (
            row.value
        )
    written = ", ".join(f"{json.dumps(key)}: {value}" for key, value in offers.items())
    document = f'{{"document": "practice", "schema_version": 2, "offers": {{{written}}}}}'
    at = dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")
    connection.execute(
        insert(ACCOUNTS).values(
            id=PRACTICE_ID, slug=PRACTICE, name="", revision=1, updated_at=at, updated_by=""
        )
    )
    connection.execute(insert(SNAPSHOTS).values(account_id=PRACTICE_ID, revision=1, document=document))
    connection.execute(
        insert(STEPS).values(account_id=PRACTICE_ID, revision=1, kind="create", label="", by="", at=at)
    )
    connection.execute(delete(MEMORY).where(MEMORY.c.kind == "offer"))


def _lines(connection: Connection) -> None:
    """The lines of accounts are made when a list is asked for them first: here no document is read."""
    LINES.create(connection)


def _indices_of_the_log(connection: Connection) -> None:
    """Who wrote a path last, and what was done since a day, are found without reading the whole log."""
    connection.execute(text("DROP INDEX IF EXISTS edits_by_path"))
    for index in (*EDITS.indexes, *STEPS.indexes):
        index.create(connection, checkfirst=True)


def _people(connection: Connection) -> None:
    for table in (PEOPLE, ROLES, SIGN_INS, INVITATIONS):
        table.create(connection, checkfirst=True)


def _listed(connection: Connection) -> None:
    """An account is sorted and found by its name until its line is made anew: here no document is read."""
    LISTED.create(connection)
    name = func.lower(ACCOUNTS.c.name)
    words = (ACCOUNTS.c.name + literal(" ") + ACCOUNTS.c.slug, name + literal(" ") + ACCOUNTS.c.slug)
    values = select(ACCOUNTS.c.id, name, name, literal(NEVER), *words).where(ACCOUNTS.c.slug != PRACTICE)
    columns = ["account_id", "name", "name_zh", "due", "said", "words"]
    connection.execute(insert(LISTED).from_select(columns, values))
    for index in ACCOUNTS.indexes:
        index.create(connection, checkfirst=True)


def _agenda(connection: Connection) -> None:
    """What the week asks of an account is made from its line when a week is asked for first: here none is read."""
    AGENDA.create(connection)


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (
    _received,
    _paths_of_documents_2,
    _practice,
    _lines,
    _indices_of_the_log,
    _people,
    _listed,
    _agenda,
)
"""What takes an existing database from version n to n + 1, beginning with version 1. A new version appends a function and
never changes an old one. A fresh database is made with the tables of today and needs none of them.
"""
NEWEST = len(MIGRATIONS) + 1


def is_up_to_date(connection: Connection) -> bool:
    """True if the tables are those of today."""
    return _version(connection) == NEWEST


def bring_up_to_date(connection: Connection) -> None:
    """Make or migrate the tables, inside the caller's transaction.

    Raises `Unavailable` if the database was written by a newer accountkit, which an older one must not touch.
    """
    version = _version(connection)
    if version > NEWEST:
        raise Unavailable(
            _(
                "This database was written by a newer accountkit (version {version}, known here: "
                "{known}). Update accountkit."
            ).format(version=version, known=NEWEST)
        )
    if version == 0:
        METADATA.create_all(connection)
        _practice(connection)
        connection.execute(insert(SCHEMA_VERSION).values(version=NEWEST))
    elif version < NEWEST:
        for migration in MIGRATIONS[version - 1 :]:
            migration(connection)
        connection.execute(update(SCHEMA_VERSION).values(version=NEWEST))


def _version(connection: Connection) -> int:
    if not inspect(connection).has_table(SCHEMA_VERSION.name):
        return 0
    return connection.execute(select(SCHEMA_VERSION.c.version)).scalar_one()
