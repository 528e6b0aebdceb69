"""How often and how widely we are in contact with an account: the rules of the contact log (methods, contact_mechanism).

A key account is contacted every 14 days, any other every 60, one whose tier nobody knows too (proposals of the methods file).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from accountkit.i18n import N_, _
from accountkit.methods.assessment import Suggestion, suggestion_id
from accountkit.methods.people.met import last_met
from accountkit.methods.people.network import key_people
from accountkit.methods.portfolio.ranking import tier_of
from accountkit.methods.sentences import Word, count, filled, label, series, text
from accountkit.methods.shapes.register import RegisterReading
from accountkit.methods.shapes.rows import Row
from accountkit.methods.wording import lower_first
from accountkit.model import Account, Edit, new_id
from accountkit.model.deals import PlanAction

KEY_TIERS = ("key_valuable", "key_potential")
KEY_DAYS, DAYS, FUNCTION_DAYS = 14, 60, 90
FUNCTIONS = {
    "care": N_("care"),
    "inform": N_("information shared"),
    "advance": N_("deal advancement"),
    "serve": N_("service"),
    "listen": N_("intelligence"),
}
LEVELS = {
    "personal": N_("personal"),
    "department": N_("department"),
    "company": N_("company"),
}
PAIRS_OF_DEPARTMENTS, PEOPLE_OF_EACH = 3, 2


def tier(reading: RegisterReading) -> str | None:
    """The tier of the account: as all accounts are ranked, else as it is entered here; None where nobody knows it."""
    (ranked,) = reading.method.reads
    return tier_of(reading.analyses.read(ranked), reading.account.slug) or reading.value("tier")


def is_key(reading: RegisterReading) -> bool:
    return tier(reading) in KEY_TIERS


def interval(reading: RegisterReading, ranked: str | None = None) -> int:
    """After so many days without a contact it is time for the next; `ranked` is the tier, where all accounts are ranked already."""
    return interval_of(ranked or tier(reading))


def interval_of(tier: str | None) -> int:
    """The same for an account of a tier; of none it is that of an ordinary one."""
    return KEY_DAYS if tier in KEY_TIERS else DAYS


def held(reading: RegisterReading) -> list[Row]:
    """The contacts that count and were held by the day as of which the account is judged."""
    day = reading.account.as_of
    return [row for row in reading.counted if row["date"] and row["date"] <= day]


def totals(reading: RegisterReading) -> Mapping[str, Any]:
    day, rows = reading.account.as_of, held(reading)
    last = max((row["date"] for row in rows), default=None)
    recent = {row["function"] for row in rows if (day - row["date"]).days <= FUNCTION_DAYS}
    people = reading.account.stakeholders
    pairs = {
        (row["by"].strip().casefold(), person)
        for row in rows
        for person in row["stakeholder_ids"]
        if row["by"].strip() and person in people
    }
    found = {
        "count": len(rows),
        "days": (day - last).days if last else None,
        "due": last + dt.timedelta(days=interval(reading)) if last else None,
        "missing": tuple(key for key in FUNCTIONS if key not in recent),
        "pairs": len(pairs),
        "ours": len({ours for ours, _theirs in pairs}),
        "theirs": len({theirs for _ours, theirs in pairs}),
    }
    return {**found, "level": _level(reading, found)}


def _level(reading: RegisterReading, found: Mapping[str, Any]) -> str | None:
    if reading.value("top_meeting") == "met" and reading.value("agreement") == "met":
        return "company"
    wide = found["pairs"] >= PAIRS_OF_DEPARTMENTS and min(found["ours"], found["theirs"]) >= PEOPLE_OF_EACH
    return "department" if wide else "personal" if found["pairs"] else None


def is_late(reading: RegisterReading) -> bool:
    return bool(reading.rows) and (
        reading.totals["days"] is None or reading.totals["days"] > interval(reading)
    )


def waiting(account: Account, days: int) -> tuple[str, ...]:
    """The key people without a contact for more than so many days."""

    def waits(person: str) -> bool:
        last = last_met(account, person)
        return last is None or (account.as_of - last).days > days

    return tuple(person for person in key_people(account) if waits(person))


def suggested(reading: RegisterReading) -> Iterator[Suggestion]:
    """A planned action for each of the key people who waits longer than the interval."""
    account = reading.account
    planned = {action.origin for action in account.plan.values() if action.status == "open"}
    for person in waiting(account, interval(reading)) if reading.rows else ():
        path, role = f"stakeholders/{person}", account.stakeholders[person].role_title
        said = filled(WAITS, {"role": text(role), "days": count(interval(reading))})
        if said and path not in planned:
            action = _("Contact {role}").format(role=lower_first(role))
            new = PlanAction(action=action, due=account.as_of, origin=path, order=len(account.plan))
            key = suggestion_id(reading.method.key, "contact", person)
            yield Suggestion(key, said, _("Plan it"), "commitment", path, partial(_plan, new))


def _plan(action: PlanAction) -> tuple[Edit, ...]:
    return (Edit(f"plan/{new_id('a')}", action),)


WAITS = N_("{role}: no contact within {days} days.")


def words(reading: RegisterReading) -> Mapping[str, Word]:
    found = reading.totals
    return {
        "days": count(found["days"]),
        "list": series(label(FUNCTIONS[key]) for key in found["missing"]),
        "level": label(LEVELS.get(found["level"] or "")),
    }


def is_ahead(row: Row) -> bool:
    return bool(row["date"]) and row["date"] > row.reading.account.as_of
