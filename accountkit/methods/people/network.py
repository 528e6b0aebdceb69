"""Whom we reach at the customer, and through whom: the rules of the map of people (methods, internal_politics and
contact_coverage).

Access begins with the stage `liking`; a contact is live for 60 days. Reporting and closeness lead both ways, influence one
way, tension nowhere. A tie is 6 − strength long, so that a strong one is short. What evidence refutes counts nowhere.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from accountkit.methods.people.met import last_met, meetings, met
from accountkit.model import Account, Pair, Stakeholder
from accountkit.model.people import RelationshipStage

LIVE_DAYS = 60
STAGES: tuple[str, ...] = get_args(RelationshipStage)
ACCESS = "liking"
STRONG = 3
"""From this strength on a tie counts in politics."""
TRAITS_OF_A_LEADER = 2
LAYERS = ("operational", "middle", "top")


@dataclass(frozen=True)
class Way:
    """The people from one we have access to up to the one who decides. `stale`: the first was not contacted for 60 days."""

    people: tuple[str, ...]
    length: int
    stale: bool

    @property
    def direct(self) -> bool:
        """Whether we have access to the one who decides."""
        return len(self.people) == 1


@dataclass(frozen=True)
class Cell:
    """Who is known in one function on one layer (`None`: not stated), and who of them is in live contact."""

    function: str
    layer: str | None
    known: tuple[str, ...]
    live: tuple[str, ...]


def people(account: Account) -> dict[str, Stakeholder]:
    """Everybody who counts, in the account's own order."""
    found = sorted(account.stakeholders.items(), key=lambda item: item[1].order)
    return {key: one for key, one in found if account.standing(one.evidence) != "refuted"}


def pairs(account: Account) -> tuple[Pair, ...]:
    """The ties that count, between people who do, once it is said what they are."""
    known = people(account)
    found = sorted(account.pairs.values(), key=lambda pair: pair.order)
    return tuple(
        one
        for one in found
        if one.tie and {one.from_id, one.to_id} <= set(known) and account.standing(one.evidence) != "refuted"
    )


# -- who counts in the decision ------------------------------------------------------------------------------------


def decides(person: Stakeholder) -> bool:
    return bool({"decider_active", "decider_dormant"} & set(person.decision_roles))


def leads_opinion(person: Stakeholder) -> bool:
    """Whether enough of the four traits hold; the title does not count."""
    return len(set(person.leader_traits)) >= TRAITS_OF_A_LEADER


def deciders(account: Account) -> tuple[str, ...]:
    return tuple(key for key, one in people(account).items() if decides(one))


def key_people(account: Account) -> tuple[str, ...]:
    """Whoever has a role in the decision, or leads opinion."""
    return tuple(key for key, one in people(account).items() if one.decision_roles or leads_opinion(one))


def not_met(account: Account) -> tuple[str, ...]:
    """The key people whom we have not met yet."""
    return tuple(key for key in key_people(account) if not met(account, key))


# -- whom we reach -------------------------------------------------------------------------------------------------


def accessible(person: Stakeholder) -> bool:
    """Whether the relationship is far enough to ask this person for something."""
    stage = person.relationship_stage
    return stage is not None and STAGES.index(stage) >= STAGES.index(ACCESS)


def days_since(account: Account, person: str) -> int | None:
    """Days since the last contact; None where none is known."""
    day = last_met(account, person)
    return None if day is None else (account.as_of - day).days


def recent(account: Account, person: str) -> bool:
    """Whether there was a contact in the last 60 days."""
    days = days_since(account, person)
    return days is not None and days <= LIVE_DAYS


def live(account: Account) -> tuple[str, ...]:
    """Those with whom we are in live contact."""
    return tuple(key for key, one in people(account).items() if accessible(one) and recent(account, key))


def way_to(account: Account, decider: str) -> Way | None:
    """The shortest way to a person, of equal ones that over fewer people; None where no tie leads there.

    Whoever is against us can be reached, and is never asked to bring us on.
    """
    known, ties = people(account), _ties(account)
    if decider not in known:
        return None
    order = {key: n for n, key in enumerate(known)}
    starts: list[tuple[int, int, tuple[int, ...], tuple[str, ...]]] = [
        (0, 1, (order[key],), (key,)) for key, one in known.items() if accessible(one)
    ]
    heapq.heapify(starts)
    done: set[str] = set()
    while starts:
        length, size, ranks, way = heapq.heappop(starts)
        here = way[-1]
        if here == decider:
            return Way(way, length, not recent(account, way[0]))
        if here in done or known[here].attitude == "against":
            continue
        done.add(here)
        for there, step in ties.get(here, ()):
            if there not in done:
                heapq.heappush(starts, (length + step, size + 1, (*ranks, order[there]), (*way, there)))
    return None


def _ties(account: Account) -> dict[str, list[tuple[str, int]]]:
    """Where one gets from each person, and how long that tie is. One that is not rated is as long as the weakest."""
    found: dict[str, list[tuple[str, int]]] = {}
    for pair in pairs(account):
        if pair.tie == "tense":
            continue
        length = 6 - (pair.strength or 1)
        found.setdefault(pair.from_id, []).append((pair.to_id, length))
        if pair.tie != "influences":
            found.setdefault(pair.to_id, []).append((pair.from_id, length))
    return found


def isolated(account: Account, supporters: Iterable[str]) -> tuple[str, ...]:
    """Those of our supporters from whom no way leads to anybody who decides."""
    ties, aims = _ties(account), set(deciders(account))
    return tuple(one for one in supporters if not aims & _reached(ties, one))


def _reached(ties: dict[str, list[tuple[str, int]]], start: str) -> set[str]:
    seen, ahead = {start}, [start]
    while ahead:
        for there, _length in ties.get(ahead.pop(), ()):
            if there not in seen:
                seen.add(there)
                ahead.append(there)
    return seen


def tense_key_people(account: Account) -> tuple[Pair, ...]:
    """Strong tension between two people who both count: one never speaks for the one before the other."""
    key = set(key_people(account))
    return tuple(
        one
        for one in pairs(account)
        if one.tie == "tense" and (one.strength or 0) >= STRONG and {one.from_id, one.to_id} <= key
    )


def politics(account: Account, person: str, inner: Iterable[str]) -> int | None:
    """How close a person is to the inner circle, 1 to 5: 1 + the strong ties to it; None while no tie is known."""
    mine = [one for one in pairs(account) if person in (one.from_id, one.to_id)]
    circle = set(inner) - {person}
    near = [
        one
        for one in mine
        if one.tie != "tense" and (one.strength or 0) >= STRONG and {one.from_id, one.to_id} & circle
    ]
    return min(5, 1 + len(near)) if mine else None


# -- how broad and how high we are in contact ----------------------------------------------------------------------


def coverage(account: Account) -> tuple[Cell, ...]:
    """One cell for each function and layer where a person is known; who has no function stands nowhere."""
    placed: dict[tuple[str, str | None], list[str]] = {}
    names: dict[str, str] = {}
    for key, one in people(account).items():
        if function := one.function.strip():
            name = names.setdefault(function.casefold(), function)
            placed.setdefault((name, one.layer), []).append(key)
    alive = set(live(account))
    return tuple(
        Cell(function, layer, tuple(known), tuple(key for key in known if key in alive))
        for (function, layer), known in placed.items()
    )


def our_people(account: Account, person: str) -> tuple[str, ...]:
    """Who of ours had contact with a person in the last 60 days; a blank name where that is not written down."""
    found = {
        one.by.strip(): None
        for one in meetings(account, person)
        if one.date and (account.as_of - one.date).days <= LIVE_DAYS
    }
    return tuple(found)


def single_thread(account: Account) -> bool:
    """Whether all hangs on one person: one of theirs alone is in live contact, or one of ours holds all live contacts."""
    alive = live(account)
    ours = {name for key in alive for name in our_people(account, key)}
    return len(alive) == 1 or (len(ours) == 1 and "" not in ours)


def highest(account: Account) -> str | None:
    """The highest layer with a live contact; None where there is none."""
    layers = {people(account)[key].layer for key in live(account)}
    return next((layer for layer in reversed(LAYERS) if layer in layers), None)


def decision_level_open(account: Account) -> bool:
    """Whether somebody of the top layer decides and we are in live contact with nobody there."""
    known = people(account)
    return highest(account) != "top" and any(known[key].layer == "top" for key in deciders(account))


def unplaced(account: Account) -> Iterator[str]:
    """Those whose function or layer is not stated."""
    return (key for key, one in people(account).items() if not one.function.strip() or one.layer is None)
