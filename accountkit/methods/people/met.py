"""Whom of the customer's people we have met: a fact that several methods ask for, read in one place."""

from __future__ import annotations

import datetime as dt

from accountkit.model import Account


def met(account: Account, person: str) -> bool:
    """Whether we have met a person: there is a relationship, a contact of the log, or a visit that was held."""
    seen = [visit.stakeholder_ids for visit in account.visits.values() if visit.status == "held"]
    seen += [contact.stakeholder_ids for contact in account.contacts.values()]
    known = account.stakeholders[person].relationship_stage is not None
    return known or any(person in people for people in seen)


def last_met(account: Account, person: str) -> dt.date | None:
    """The day of our last contact with a person, by the log and the visits that were held; None where no day is known."""
    days = [one.date for one in account.contacts.values() if person in one.stakeholder_ids]
    days += [
        one.date for one in account.visits.values() if one.status == "held" and person in one.stakeholder_ids
    ]
    return max((day for day in days if day and day <= account.as_of), default=None)
