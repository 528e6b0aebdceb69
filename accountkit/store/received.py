"""Which edits of a page an account has received: each carries an id of its own, and a repeat changes nothing.

The id is written in the transaction that applies the edit, so it is there if and only if the edit is, whatever died
in between.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, delete, insert, select

from accountkit.store.log import moment, now
from accountkit.store.schema import RECEIVED

KEPT = dt.timedelta(days=90)
"""How long an id is known; a browser gives an edit up before that."""
LONGEST_ID = 80


def is_known(connection: Connection, account_id: int, event: str) -> bool:
    """Whether the edit of this id was applied."""
    wanted = select(RECEIVED.c.event).where(
        RECEIVED.c.account_id == account_id, RECEIVED.c.event == event[:LONGEST_ID]
    )
    return connection.execute(wanted).first() is not None


def note(connection: Connection, account_id: int, event: str) -> None:
    """Write down that the edit of this id is applied."""
    connection.execute(
        insert(RECEIVED).values(account_id=account_id, event=event[:LONGEST_ID], at=moment(now()))
    )


def forget(connection: Connection, account_id: int) -> None:
    """Forget the ids that are older than any page will repeat."""
    connection.execute(
        delete(RECEIVED).where(RECEIVED.c.account_id == account_id, RECEIVED.c.at < moment(now() - KEPT))
    )
