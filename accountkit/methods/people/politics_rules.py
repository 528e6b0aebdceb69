"""The way to each decider, tension between key people, and supporters who stand alone (methods, internal_politics)."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import Any

from accountkit.i18n import N_, _
from accountkit.methods.people.naming import rings, role, roles
from accountkit.methods.people.network import (
    Way,
    deciders,
    isolated,
    pairs,
    people,
    tense_key_people,
    way_to,
)
from accountkit.methods.sentences import Word, series
from accountkit.methods.shapes.register import RegisterReading
from accountkit.methods.shapes.rows import Row
from accountkit.model import Account, Pair

AND = N_("{one} and {other}")
MORE = N_("{n} more")
NAMED = 3
"""So many pairs at odds are named in the sentence; the others are counted."""


def next_two(account: Account) -> Mapping[str, Any]:
    """The first two people between whom no tie is entered yet; nothing where there are none. What their tie is, a person says."""
    tied = {frozenset((one.from_id, one.to_id)) for one in account.pairs.values()}
    free = (two for two in combinations(people(account), 2) if frozenset(two) not in tied)
    return dict(zip(("from_id", "to_id"), next(free, ()), strict=False))


def waits_for_a_tie(reading: RegisterReading) -> bool:
    """Whether there are people to tie, and no tie yet."""
    return not reading.rows and bool(next_two(reading.account))


def ways(reading: RegisterReading) -> dict[str, Way | None]:
    """The way to each decider, those whom we do not reach directly first."""
    found = {key: way_to(reading.account, key) for key in deciders(reading.account)}
    return dict(sorted(found.items(), key=lambda item: item[1] is not None and item[1].direct))


def alone(reading: RegisterReading) -> tuple[str, ...]:
    """Our supporters from whom no way leads to a decider."""
    (supporters,) = reading.method.reads
    ours = [one.subject_id for one in reading.analyses.readings(supporters) if one.flags]
    return isolated(reading.account, ours) if deciders(reading.account) else ()


def totals(reading: RegisterReading) -> Mapping[str, Any]:
    found = ways(reading).values()
    return {
        "ties": len(pairs(reading.account)),
        "reached": sum(way is not None for way in found),
        "deciders": len(found),
        "tense": len(tense_key_people(reading.account)),
        "alone": len(alone(reading)),
    }


def no_way(reading: RegisterReading) -> bool:
    return any(way is None for way in ways(reading).values())


def to_check(reading: RegisterReading) -> bool:
    """Whether a way begins with somebody who was not contacted for 60 days."""
    return any(way is not None and way.stale for way in ways(reading).values())


def two_superiors(row: Row) -> bool:
    """Whether a person reports to another as well."""
    above = [one.to_id for one in pairs(row.reading.account) if _reports(one, row["from_id"])]
    return row["tie"] == "reports_to" and len(set(above)) > 1


def in_ring(row: Row) -> bool:
    """Whether the tie is part of a ring of reporting: a file may bring one in, no edit makes one."""
    return bool(row.reading.account.contradiction(f"pairs/{row.id}"))


def _reports(pair: Pair, person: str) -> bool:
    return pair.tie == "reports_to" and pair.from_id == person


def tense_pair(row: Row) -> bool:
    return row.record in tense_key_people(row.reading.account)


def through_tension(reading: RegisterReading) -> bool:
    """Whether a way leads through somebody who is at odds with another key person."""
    passed = {key for way in ways(reading).values() if way for key in way.people[:-1]}
    return any({pair.from_id, pair.to_id} & passed for pair in tense_key_people(reading.account))


def words(reading: RegisterReading) -> Mapping[str, Word]:
    account = reading.account
    decider, way = next(iter(ways(reading).items()), (None, None))
    _tie, ring = next(rings(account), ("", ""))
    said: dict[str, Word] = {
        "people": (lambda: ring) if ring else None,
        "tense": series(_at_odds(reading)),
        "alone": roles(account, alone(reading)),
    }
    if decider is None:
        return said
    if way is None:
        return said | {"unreached": role(account, decider)}
    if way.direct:
        return said | {"direct": role(account, decider)}
    return said | {
        "role": role(account, decider),
        "path": roles(account, way.people[:-1]),
        "asked": role(account, way.people[0]),
        "next": role(account, way.people[1]),
    }


def _at_odds(reading: RegisterReading) -> list[Word]:
    """All whom the map shows at odds, so that the two never contradict: those who both count first, then the strongest."""
    foremost = tense_key_people(reading.account)
    tense = [one for one in pairs(reading.account) if one.tie == "tense"]
    tense.sort(key=lambda one: (one not in foremost, -(one.strength or 0)))
    found: list[Word] = [_pair(reading, one) for one in tense[:NAMED]]
    more = len(tense) - NAMED
    return [*found, lambda: _(MORE).format(n=more)] if more > 0 else found


def _pair(reading: RegisterReading, pair: Pair) -> Word:
    one, other = (role(reading.account, key) for key in (pair.from_id, pair.to_id))
    return lambda: _(AND).format(
        one=one() if callable(one) else one, other=other() if callable(other) else other
    )
