"""The tables. How an older database becomes one of today stands in `migrations`.

An account, or our own practice, is a row with its revision; what it holds is its newest snapshot and the edits logged after it.
Steps and edits are only ever appended. Moments are text in UTC (``2026-11-22T02:36:44.123456+00:00``), which
sorts as it reads and is the same in every database.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

METADATA = MetaData()
PRACTICE = ".practice"
"""The slug of our own practice. It has a row among the accounts, so that log, undo and snapshots are the same; no
account can be called so.
"""
PRACTICE_ID = 0


def _line(name: str, longest: int, **more: Any) -> Column:
    return Column(name, String(longest), nullable=False, **more)


def _account_id() -> Column:
    return Column("account_id", Integer, ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)


# An id is never used twice, so that nobody takes an account for a deleted one of the same slug.
ACCOUNTS = Table(
    "accounts",
    METADATA,
    Column("id", Integer, primary_key=True),
    _line("slug", 60, unique=True),
    _line("name", 500),
    Column("revision", Integer, nullable=False),
    _line("updated_at", 32),
    _line("updated_by", 200),
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
    _line("kind", 16),
    Column("reverses", Integer),
    _line("label", 500),
    _line("by", 200),
    _line("at", 32),
    Index("steps_by_person", "account_id", "by", "revision"),
    Index("steps_by_time", "account_id", "at"),
)

LINES = Table(
    "lines",
    METADATA,
    _account_id(),
    Column("revision", Integer, nullable=False),
    Column("form", Integer, nullable=False),
    _line("parent", 60, index=True),
    Column("line", Text, nullable=False),
)
"""What a list says of each account, of the newest revision; `form` counts what a line holds (`store.lines.FORM`)."""

NEVER = "9999-12-31"

LISTED = Table(
    "listed",
    METADATA,
    _account_id(),
    _line("name", 500),
    _line("name_zh", 500),
    Column("last_return", Float),
    _line("due", 10),
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
    _line("name", 500),
    _line("name_zh", 500),
    _line("owner", 500, index=True),
    _line("owner_en", 500),
    _line("owner_zh", 500),
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
    _line("path", 1200),
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
    _line("view", 80),
    _line("edition", 16),
    _line("created_by", 200),
    _line("created_at", 32),
    _line("expires_at", 32),
    Column("revoked_at", String(32)),
    Column("last_used_at", String(32)),
)

RECEIVED = Table(
    "received",
    METADATA,
    _account_id(),
    Column("event", String(80), primary_key=True),
    _line("at", 32),
)

PEOPLE = Table(
    "people",
    METADATA,
    Column("id", String(16), primary_key=True),
    _line("name", 200, unique=True),
    _line("email", 320, index=True),
    Column("subject", String(500), unique=True),
    Column("administrator", Boolean, nullable=False),
    _line("created_at", 32),
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
    _line("role", 16),
    Index("roles_by_person", "person_id"),
)

SIGN_INS = Table(
    "sign_ins",
    METADATA,
    Column("secret_hash", String(64), primary_key=True),
    _person_id(nullable=False, index=True),
    _line("agent", 200),
    _line("created_at", 32),
    _line("seen_at", 32),
    Column("ended_at", String(32)),
)

INVITATIONS = Table(
    "invitations",
    METADATA,
    Column("secret_hash", String(64), primary_key=True),
    _person_id(nullable=False, index=True),
    _line("created_by", 200),
    _line("created_at", 32),
    _line("expires_at", 32),
    Column("used_at", String(32)),
)

SCHEMA_VERSION = Table("schema_version", METADATA, Column("version", Integer, nullable=False))
