"""Who has which unit of an account for which offer of ours: entered, or read from levers and deals.

A lever names an offer and a need; who has a motive for the need, or feels its problem, says the units. The offer is ours
where a deal about the need is won, and proposed otherwise; one that was lost is open again until somebody enters a rival.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args
from zlib import crc32

from accountkit.i18n import N_
from accountkit.methods.shapes.answers import BLANK
from accountkit.methods.shapes.register import RegisterReading
from accountkit.methods.shapes.rows import Row
from accountkit.model import Account, Lever, Offer
from accountkit.model.account_line import Held, Sold

KEY = "whitespace"
HELD: dict[str, str] = {
    "open": N_("uncovered"),
    "proposed": N_("in proposal"),
    "ours": N_("with us"),
    "rival": N_("with a rival"),
}


def units(account: Account) -> tuple[str, ...]:
    """The units of the account in which we know somebody, and those that were entered."""
    people = sorted(account.stakeholders.values(), key=lambda one: one.order)
    known = (*(one.unit for one in people), *(one.unit for one in _entered(account)))
    return tuple(dict.fromkeys(filter(None, (unit.strip() for unit in known))))


def sold(account: Account) -> tuple[Sold, ...]:
    """What is known of each unit and offer: what was entered, else what follows from levers and deals."""
    entered = {(one.unit, one.offer): one for one in _entered(account)}
    found = {(one.unit, one.offer): one for one, _path in followed(account)}
    return tuple((found | entered).values())


def followed(account: Account) -> Iterator[tuple[Sold, str]]:
    """What follows from levers and deals, each with the path of its lever; of two about one unit, ours comes first."""
    seen: dict[tuple[str, str], tuple[Sold, str]] = {}
    for key, lever in account.levers.items():
        held = None if account.standing(lever.evidence) == "refuted" else _held(account, lever)
        if held is None or not lever.offer_id:
            continue
        for unit in _units_of(account, lever):
            if (unit, lever.offer_id) not in seen or held == "ours":
                found = Sold(unit=unit, offer=lever.offer_id, held=held)
                seen[unit, lever.offer_id] = found, f"levers/{key}"
    yield from seen.values()


def counts(sold: Iterable[Sold], units: tuple[str, ...], offers: dict[str, Offer]) -> dict[str, int]:
    """How many cells each party has; what is left of our catalogue by the account's units is open. An account without units
    counts as one."""
    known = tuple(sold)
    found = {held: sum(one.held == held for one in known) for held in HELD}
    across = {*units, *(one.unit for one in known)} or {""}
    taken = sum(held != "open" for held in cells_of(known, offers).values())
    return found | {"open": len(across) * len(offers) - taken}


def cells_of(sold: Iterable[Sold], offers: dict[str, Offer]) -> dict[tuple[str, str], Held]:
    """Who has what, by unit and the id of the offer; an offer that is not in our catalogue is in no cell."""
    named = {text.casefold(): key for key, one in offers.items() for text in (one.name, one.name_zh) if text}
    named |= {key.casefold(): key for key in offers}
    ids = ((one, named.get(one.offer.strip().casefold())) for one in sold)
    return {(one.unit, key): one.held for one, key in ids if key}


def rows(reading: RegisterReading) -> Iterator[Row]:
    """What was entered, then what follows, where nobody entered a row of the same unit and offer."""
    account, offers = reading.account, reading.practice.offers
    entered = {(one.unit, one.offer) for one in _entered(account)}
    yield from reading.method.own_rows(reading)
    for one, path in followed(account):
        if (one.unit, one.offer) in entered:
            continue
        named = offers[one.offer].name if one.offer in offers else one.offer
        cells = {"unit": one.unit, "offer": named, "held": one.held}
        record = account.levers[path.partition("/")[2]]
        standing, stale = account.standing(record.evidence), account.stale(record.evidence)
        yield Row(
            f"l{crc32(repr(one).encode()):x}",
            path,
            cells,
            record,
            standing,
            stale,
            record.evidence,
            reading=reading,
        )


def cells_in_all(reading: RegisterReading) -> int:
    """Our catalogue by the units of the account."""
    known = {*units(reading.account), *(one.unit for one in sold(reading.account))} or {""}
    return len(known) * len(reading.practice.offers)


def totals(reading: RegisterReading) -> dict[str, int]:
    account = reading.account
    return counts(sold(account), units(account), reading.practice.offers)


def _entered(account: Account) -> Iterator[Sold]:
    for row in account.answers.get(KEY, BLANK).rows.values():
        unit, offer, held = (row.cells.get(name) for name in ("unit", "offer", "held"))
        known = next((one for one in get_args(Held) if one == held), None)
        counts = isinstance(offer, str) and offer.strip() and account.standing(row.evidence) != "refuted"
        if known and counts:
            yield Sold(unit=str(unit or "").strip()[:500], offer=str(offer).strip()[:500], held=known)


def _held(account: Account, lever: Lever) -> Held | None:
    deals = [one.outcome for one in account.opportunities.values() if lever.need_id in one.need_ids]
    if "won" in deals:
        return "ours"
    return None if deals and set(deals) == {"lost"} else "proposed"


def _units_of(account: Account, lever: Lever) -> tuple[str, ...]:
    need = account.needs.get(lever.need_id or "")
    problem = account.problems.get(lever.problem_id or (need.problem_id if need else ""))
    people = [
        one.stakeholder_id
        for one in account.motives.values()
        if lever.need_id and one.need_id == lever.need_id
    ]
    people += problem.felt_by if problem else ()
    known = (account.stakeholders[one].unit.strip() for one in people if one in account.stakeholders)
    return tuple(dict.fromkeys(filter(None, known))) or ("",)
