"""The tables, and how an older database becomes one of today.

An account, or our own practice, is a row with its revision; what it holds is its newest snapshot and the edits logged after it.
Steps and edits are only ever appended. Moments are text in UTC (``2026-11-22T02:36:44.123456+00:00``), which
sorts as it reads and is the same in every database.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    inspect,
    literal,
    select,
    text,
    update,
)

from accountkit.errors import Unavailable
from accountkit.i18n import _
from accountkit.model.slugs import key_of
from accountkit.model.versions import upgraded_path

METADATA = MetaData()
PRACTICE = ".practice"
"""The slug of our own practice. It has a row among the accounts, so that log, undo and snapshots are the same; no
account can be called so.
"""
PRACTICE_ID = 0


def _account_id() -> Column:
    return Column("account_id", Integer, ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)


# An id is never used twice, so that nobody takes an account for a deleted one of the same slug.
ACCOUNTS = Table(
    "accounts",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("slug", String(60), nullable=False, unique=True),
    Column("name", String(500), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("updated_at", String(32), nullable=False),
    Column("updated_by", String(200), nullable=False),
    Index("accounts_by_change", "updated_at"),
    sqlite_autoincrement=True,
)

SNAPSHOTS = Table(
    "snapshots",
    METADATA,
    _account_id(),
    Column("revision", Integer, primary_key=True),
    Column("document", Text, nullable=False),
)

STEPS = Table(
    "steps",
    METADATA,
    _account_id(),
    Column("revision", Integer, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("reverses", Integer),
    Column("label", String(500), nullable=False),
    Column("by", String(200), nullable=False),
    Column("at", String(32), nullable=False),
    Index("steps_by_person", "account_id", "by", "revision"),
    Index("steps_by_time", "account_id", "at"),
)

LINES = Table(
    "lines",
    METADATA,
    _account_id(),
    Column("revision", Integer, nullable=False),
    Column("form", Integer, nullable=False),
    Column("parent", String(60), nullable=False, index=True),
    Column("line", Text, nullable=False),
)
"""What a list says of each account, of the newest revision; `form` counts what a line holds (`store.lines.FORM`)."""

NEVER = "9999-12-31"

LISTED = Table(
    "listed",
    METADATA,
    _account_id(),
    Column("name", String(500), nullable=False),
    Column("name_zh", String(500), nullable=False),
    Column("last_return", Float),
    Column("due", String(10), nullable=False),
    Column("words", Text, nullable=False),
    Column("said", Text, nullable=False),
    Index("listed_by_name", "name", "account_id"),
    Index("listed_by_name_zh", "name_zh", "account_id"),
    Index("listed_by_return", "last_return", "account_id"),
    Index("listed_by_due", "due", "account_id"),
)
"""By what accounts are sorted and found, written with the line. The names are in small letters; `due` is the day of the first open
commitment, `NEVER` where there is none; `said` has what a search looks through, a line for each text, and `words` the same in small letters."""

AGENDA = Table(
    "agenda",
    METADATA,
    _account_id(),
    Column("form", Integer, nullable=False),
    Column("name", String(500), nullable=False),
    Column("name_zh", String(500), nullable=False),
    Column("owner", String(500), nullable=False, index=True),
    Column("owner_en", String(500), nullable=False),
    Column("owner_zh", String(500), nullable=False),
    Column("day", Integer),
    Column("begins", Integer),
    Column("met", Integer),
    Column("due", Integer),
    Column("stale", Integer),
    Column("review", Integer),
    Column("dated", Boolean, nullable=False),
    Index("agenda_by_name", "name", "account_id"),
    Index("agenda_by_name_zh", "name_zh", "account_id"),
    Index("agenda_by_day", "day", "name"),
    Index("agenda_by_review", "review", "account_id"),
)
"""What the week asks of all accounts, written with the line (`store.agenda`)."""

EDITS = Table(
    "edits",
    METADATA,
    _account_id(),
    Column("revision", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("path", String(1200), nullable=False),
    Column("value", Text),
    Column("remove", Boolean, nullable=False),
    Column("back", Text, nullable=False),
    Index("edits_by_path_and_revision", "account_id", "path", "revision"),
)

MEMORY = Table(
    "memory",
    METADATA,
    Column("kind", String(80), primary_key=True),
    Column("key", String(500), primary_key=True),
    Column("value", Text, nullable=False),
)

READER_LINKS = Table(
    "reader_links",
    METADATA,
    Column("secret_hash", String(64), primary_key=True),
    Column("account_id", Integer, ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("view", String(80), nullable=False),
    Column("edition", String(16), nullable=False),
    Column("created_by", String(200), nullable=False),
    Column("created_at", String(32), nullable=False),
    Column("expires_at", String(32), nullable=False),
    Column("revoked_at", String(32)),
    Column("last_used_at", String(32)),
)

RECEIVED = Table(
    "received",
    METADATA,
    _account_id(),
    Column("event", String(80), primary_key=True),
    Column("at", String(32), nullable=False),
)

PEOPLE = Table(
    "people",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("name", String(200), nullable=False, unique=True),
    Column("email", String(320), nullable=False, index=True),
    Column("subject", String(500), unique=True),
    Column("administrator", Boolean, nullable=False),
    Column("created_at", String(32), nullable=False),
    Column("revoked_at", String(32)),
)
"""Who may sign in. The name stands in the log, so nobody else has it, nor gets it later; `subject` is who it is to the
organisation's sign-in.
"""


def _person_id(**more: Any) -> Column:
    return Column("person_id", String(16), ForeignKey("people.id", ondelete="CASCADE"), **more)


ROLES = Table(
    "roles",
    METADATA,
    _account_id(),
    _person_id(primary_key=True),
    Column("role", String(16), nullable=False),
    Index("roles_by_person", "person_id"),
)

SIGN_INS = Table(
    "sign_ins",
    METADATA,
    Column("secret_hash", String(64), primary_key=True),
    _person_id(nullable=False, index=True),
    Column("agent", String(200), nullable=False),
    Column("created_at", String(32), nullable=False),
    Column("seen_at", String(32), nullable=False),
    Column("ended_at", String(32)),
)

INVITATIONS = Table(
    "invitations",
    METADATA,
    Column("secret_hash", String(64), primary_key=True),
    _person_id(nullable=False, index=True),
    Column("created_by", String(200), nullable=False),
    Column("created_at", String(32), nullable=False),
    Column("expires_at", String(32), nullable=False),
    Column("used_at", String(32)),
)

SCHEMA_VERSION = Table("schema_version", METADATA, Column("version", Integer, nullable=False))


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
