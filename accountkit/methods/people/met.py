"""Whom of the customer's people we have met: a fact that several methods ask for, read in one place."""

from __future__ import annotations

import datetime as dt

from accountkit.model import Account, Contact, Visit


def met(account: Account, person: str) -> bool:
    """Whether we have met a person: there is a relationship, a contact of the log, or a visit that was held."""
    return account.stakeholders[person].relationship_stage is not None or bool(_seen(account, person))


def last_met(account: Account, person: str) -> dt.date | None:
    """The day of our last contact with a person, by the log and the visits that were held; None where no day is known."""
    return max((one.date for one in meetings(account, person) if one.date), default=None)


def meetings(account: Account, person: str) -> list[Contact | Visit]:
    """The contacts of the log and the visits that were held with a person; a day after the review is still to come."""
    return [one for one in _seen(account, person) if one.date is None or one.date <= account.as_of]


def _seen(account: Account, person: str) -> list[Contact | Visit]:
    found: list[Contact | Visit] = [*account.contacts.values()]
    found += [visit for visit in account.visits.values() if visit.status == "held"]
    return [one for one in found if person in one.stakeholder_ids]
