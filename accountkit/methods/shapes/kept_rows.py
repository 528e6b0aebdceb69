"""Rows that say what stands in their record and no more, kept from reading to reading: an edit works out the row of its record.

Records are frozen and an edit leaves all others as they are, so that the same record is the same row for as long as the ledger of
evidence, the day, and the language are the same.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import compress
from operator import is_not, itemgetter
from typing import Any

from accountkit.i18n import language

Kept = tuple[Any, int, Any]
"""What sorts a row, the place of its record (so that no two are equal), and the row."""
ORDER = itemgetter(0, 1)


@dataclass(frozen=True)
class KeptRows:
    """The rows of a method by the ids of their records and in their order, and what else they depend on."""

    of: tuple[Any, ...]
    records: Mapping[str, Any]
    rows: dict[str, Kept | None]
    ordered: list[Kept]


@dataclass(frozen=True)
class OfRecord:
    """What such a row has in place of its reading: the method. To ask it for more is an error."""

    method: Any


def rows_of_records(method: Any, reading: Any) -> tuple[Any, ...]:
    """The rows of all records, in the method's order; those of records that are as they were are not worked out again."""
    document, kept = reading.document, reading.analyses.kept_rows
    records: Mapping[str, Any] = getattr(document, method.records)
    of = (language(), document.evidence, document.as_of, document.stale_after_days)
    before = kept.get(method.key)
    if before is not None and before.of == of and list(before.records) == list(records):
        found = _changed(method, document, records, before)
    else:
        rows = {
            key: _worked_out(method, document, key, record, place)
            for place, (key, record) in enumerate(records.items())
        }
        found = KeptRows(of, records, rows, sorted(filter(None, rows.values()), key=ORDER))
    kept[method.key] = found
    return tuple([row for _order, _place, row in found.ordered])


def _changed(method: Any, document: Any, records: Mapping[str, Any], before: KeptRows) -> KeptRows:
    """The rows after an edit that left the same records there, each in its place."""
    rows, ordered = before.rows, before.ordered
    changed = list(compress(enumerate(records), map(is_not, records.values(), before.records.values())))
    if changed:
        rows, ordered = dict(rows), list(ordered)
    for place, key in changed:
        if (was := rows[key]) is not None:
            del ordered[bisect_left(ordered, ORDER(was), key=ORDER)]
        rows[key] = now = _worked_out(method, document, key, records[key], place)
        if now is not None:
            insort(ordered, now, key=ORDER)
    return KeptRows(before.of, records, rows, ordered)


def _worked_out(method: Any, document: Any, key: str, record: Any, place: int) -> Kept | None:
    if not method.among(record):
        return None
    row = method.completed(method.row_of(document, key, record, OfRecord(method)))
    return (method.order(row) if method.order else 0, record.order), place, row
