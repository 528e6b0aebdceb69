"""The edit log: every edit of an account, in order, by whom and when, and the edit that takes it back.

A **step** is what a person did at once (one revision, one undo); it has one or more edits. Both are only
appended.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, and_, func, insert, or_, select

from accountkit.model import Edit
from accountkit.store.schema import EDITS, STEPS

MOST_PATHS = 100
"""Paths in one query: each is a condition, and SQLite takes so many."""

Kind = Literal["create", "edit", "replace", "undo", "redo"]


@dataclass(frozen=True)
class LogEntry:
    """One edit as it was made. `before` is what was at the path (None: nothing, or a blank field); `at` is in
    UTC.
    """

    revision: int
    path: str
    value: Any
    before: Any
    remove: bool
    by: str
    at: dt.datetime
    kind: Kind
    label: str = ""


@dataclass(frozen=True)
class Step:
    """What a person did at once; `reverses` is the revision that an undo or a redo takes back."""

    revision: int
    kind: Kind
    by: str
    at: dt.datetime
    label: str = ""
    reverses: int | None = None


def now() -> dt.datetime:
    """This moment in UTC."""
    return dt.datetime.now(dt.UTC)


def moment(at: dt.datetime) -> str:
    """A moment as it is stored: UTC, always with microseconds, so that text sorts as time does."""
    return at.astimezone(dt.UTC).isoformat(timespec="microseconds")


def write(
    connection: Connection, account_id: int, step: Step, edits: Sequence[Edit], back: Sequence[Edit]
) -> None:
    """Append a step and its edits; `back` holds for each edit the one that takes it back, in the same
    order.
    """
    connection.execute(insert(STEPS).values(account_id=account_id, **{**vars(step), "at": moment(step.at)}))
    rows = [
        {
            "account_id": account_id,
            "revision": step.revision,
            "position": position,
            "path": edit.path,
            "value": None if edit.remove else _text(edit.value),
            "remove": edit.remove,
            "back": _text({"path": undo.path, "value": undo.value, "remove": undo.remove}),
        }
        for position, (edit, undo) in enumerate(zip(edits, back, strict=True))
    ]
    if rows:
        connection.execute(insert(EDITS), rows)


def edits_between(connection: Connection, account_id: int, after: int, until: int) -> list[Edit]:
    """The edits of the revisions `after` < r ≤ `until`, in the order they were made."""
    rows = connection.execute(
        select(EDITS.c.path, EDITS.c.value, EDITS.c.remove)
        .where(EDITS.c.account_id == account_id, EDITS.c.revision > after, EDITS.c.revision <= until)
        .order_by(EDITS.c.revision, EDITS.c.position)
    )
    return [Edit(row.path, _value(row.value), remove=row.remove) for row in rows]


def edits_of(connection: Connection, account_id: int, revision: int) -> list[tuple[Edit, Edit]]:
    """The edits of one step, each with the edit that takes it back."""
    rows = connection.execute(
        select(EDITS)
        .where(EDITS.c.account_id == account_id, EDITS.c.revision == revision)
        .order_by(EDITS.c.position)
    )
    return [
        (Edit(row.path, _value(row.value), remove=row.remove), Edit(**json.loads(row.back))) for row in rows
    ]


def entries(connection: Connection, account_id: int, since: int | dt.date | None = None) -> list[LogEntry]:
    """The log, oldest first: all of it, what came after a revision, or from a day or a moment on."""
    wanted = _joined(account_id)
    if isinstance(since, int):
        wanted = wanted.where(STEPS.c.revision > since)
    elif since is not None:
        step = STEPS.alias()  # the steps of the log itself are another table to this question
        of_then = select(func.min(step.c.revision)).where(
            step.c.account_id == account_id, step.c.at >= moment(_start_of(since))
        )
        at_least = EDITS.c.revision >= of_then.scalar_subquery()  # so that nothing before it is read
        wanted = wanted.where(at_least, STEPS.c.at >= moment(_start_of(since)))
    rows = connection.execute(wanted.order_by(EDITS.c.revision, EDITS.c.position)).mappings()
    return [_entry(row) for row in rows]


def by_others(
    connection: Connection,
    account_id: int,
    since: int,
    by: str,
    paths: Sequence[str],
    own: Collection[int] | None = None,
) -> tuple[LogEntry, ...]:
    """What others than `by` wrote after a revision at these paths, above or below them; and where the revisions that this
    page has stored are given as `own`, also what another page stored under the same name.
    """
    others = STEPS.c.by != by
    if own is not None:
        others |= STEPS.c.revision.not_in([one for one in own if one > since])
    later = _joined(account_id).where(EDITS.c.revision > since, others)
    found: dict[tuple[int, int], LogEntry] = {}
    for some in _batches(dict.fromkeys(paths)):
        for row in connection.execute(later.where(_touching(connection, some))).mappings():
            found[row["revision"], row["position"]] = _entry(row)
    return tuple(found[place] for place in sorted(found))


def overwritten(
    connection: Connection, account_id: int, by: str, since: int, own: Collection[int] = ()
) -> list[LogEntry]:
    """What others wrote after a revision over a value that `by` had written last, oldest first; one query. `own` are the
    revisions that this page has stored: what another page wrote under the same name over one of them is told too.
    """
    earlier, before = EDITS.alias(), STEPS.alias()
    written_last = (
        select(func.max(earlier.c.revision))
        .where(
            earlier.c.account_id == account_id,
            earlier.c.path == EDITS.c.path,
            earlier.c.revision < EDITS.c.revision,
        )
        .scalar_subquery()
    )
    wanted = (
        _joined(account_id)
        .add_columns(before.c.revision.label("over"))
        .join(before, (before.c.account_id == account_id) & (before.c.revision == written_last))
        .where(EDITS.c.revision > since, before.c.by == by)
    )
    rows = connection.execute(wanted.order_by(EDITS.c.revision, EDITS.c.position)).mappings()
    return [
        _entry(row) for row in rows if row["by"] != by or (row["revision"] not in own and row["over"] in own)
    ]


def revision_at(connection: Connection, account_id: int, when: int | dt.date) -> int | None:
    """The revision that held at a revision's number, at a moment, or at the end of a day (UTC); None before
    the first.
    """
    newest = select(func.max(STEPS.c.revision)).where(STEPS.c.account_id == account_id)
    if isinstance(when, int):
        known = connection.execute(newest).scalar_one()
        return when if 1 <= when <= known else None
    until = when if isinstance(when, dt.datetime) else _start_of(when) + dt.timedelta(days=1)
    return connection.execute(newest.where(STEPS.c.at <= moment(until))).scalar()


def day_of(connection: Connection, account_id: int, revision: int) -> dt.date | None:
    """The day (UTC) on which a step was made; None where it left no edit in the log."""
    wanted = _joined(account_id).where(EDITS.c.revision == revision).limit(1)
    row = connection.execute(wanted).mappings().first()
    return dt.datetime.fromisoformat(row["at"]).date() if row else None


def steps_by(connection: Connection, account_id: int, by: str, most: int) -> list[Step]:
    """The newest steps of one person, oldest first."""
    rows = connection.execute(
        select(STEPS)
        .where(STEPS.c.account_id == account_id, STEPS.c.by == by)
        .order_by(STEPS.c.revision.desc())
        .limit(most)
    ).all()
    return [
        Step(row.revision, row.kind, row.by, dt.datetime.fromisoformat(row.at), row.label, row.reverses)
        for row in reversed(rows)
    ]


def _batches(paths: Iterable[str]) -> Iterator[list[str]]:
    left = iter(paths)
    while some := list(islice(left, MOST_PATHS)):
        yield some


def _touching(connection: Connection, paths: Sequence[str]) -> ColumnElement[bool]:
    """That an edit reaches the same value as one of the paths: the paths, those above them, and the range of those below."""
    above = {
        "/".join(steps[:count])
        for path in paths
        if (steps := path.split("/"))
        for count in range(1, len(steps) + 1)
    }
    path = EDITS.c.path
    # PostgreSQL sorts by a language's rules unless told otherwise; "0" follows "/" by their codes
    plain = path.collate("C") if connection.dialect.name == "postgresql" else path
    return or_(path.in_(above), *(and_(plain > f"{one}/", plain < f"{one}0") for one in paths))


def _start_of(when: dt.date) -> dt.datetime:
    if isinstance(when, dt.datetime):
        return when
    return dt.datetime(when.year, when.month, when.day, tzinfo=dt.UTC)


def _joined(account_id: int) -> Select:
    together = (STEPS.c.account_id == EDITS.c.account_id) & (STEPS.c.revision == EDITS.c.revision)
    columns = (EDITS, STEPS.c.kind, STEPS.c.by, STEPS.c.at, STEPS.c.label)
    return select(*columns).select_from(EDITS.join(STEPS, together)).where(EDITS.c.account_id == account_id)


def _entry(row: RowMapping) -> LogEntry:
    back = json.loads(row["back"])
    same_place = back["path"] == row["path"] and not back["remove"]
    return LogEntry(
        revision=row["revision"],
        path=row["path"],
        value=_value(row["value"]),
        remove=row["remove"],
        before=back["value"] if same_place else None,
        by=row["by"],
        at=dt.datetime.fromisoformat(row["at"]),
        kind=row["kind"],
        label=row["label"],
    )


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _value(text: str | None) -> Any:
    return None if text is None else json.loads(text)
