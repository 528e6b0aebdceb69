"""Whom of the customer's people we have met: a fact that several methods ask for, read in one place."""

from __future__ import annotations

from accountkit.model import Account


def met(account: Account, person: str) -> bool:
    """Whether we have met a person: there is a relationship, a contact of the log, or a visit that was held."""
    seen = [visit.stakeholder_ids for visit in account.visits.values() if visit.status == "held"]
    seen += [contact.stakeholder_ids for contact in account.contacts.values()]
    known = account.stakeholders[person].relationship_stage is not None
    return known or any(person in people for people in seen)
