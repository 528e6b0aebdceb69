"""The week as a calendar that others subscribe to: what is due, planned visits and reviews, over the accounts of one owner.

It is made from what may be shared: nothing private, people by role alone. A name that a text gives one of the customer's
people is replaced by the role.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from icalendar import Calendar, Event

from accountkit import __version__
from accountkit.errors import DamagedAccount
from accountkit.i18n import _, clauses, labelled, language
from accountkit.methods.chain.reviews import REVIEW, next_review
from accountkit.methods.subjects import customer_name
from accountkit.methods.week import lines as rules
from accountkit.model import Account, in_language, shareable
from accountkit.store import ReaderLink, Store, Stored
from accountkit.store.reader_links import calendar_of
from accountkit.week.told import told

AHEAD = 400
REFRESHED_EVERY = dt.timedelta(hours=6)


def calendar(store: Store, who: str, address: str = "") -> bytes:
    """The calendar of an owner's accounts (empty: of all) in the current language; `address` is the server's."""
    return _calendar(store, calendar_of(who), address)


def calendar_of_link(store: Store, link: ReaderLink, address: str) -> bytes:
    """The calendar that a link opens."""
    return _calendar(store, link.view, address)


def _calendar(store: Store, view: str, address: str) -> bytes:
    made = Calendar()
    made.add("prodid", f"-//accountkit//{__version__}//{language()[:2].upper()}")
    made.add("version", "2.0")
    made.add("x-wr-calname", _("accountkit: this week"))
    made.add("refresh-interval", REFRESHED_EVERY, parameters={"value": "DURATION"})
    for owner, stored in store.dated():
        if view not in (calendar_of(""), calendar_of(owner)):
            continue
        try:
            account = public(store.load(stored.slug))
        except DamagedAccount:
            continue  # the page says so; a calendar has no place for it
        for event in _events(account, stored, address):
            made.add_component(event)
    return made.to_ical()


def public(account: Account) -> Account:
    """The account as a calendar may show it, in the current language."""
    names = {one.real_name: one.role_title or "–" for one in account.stakeholders.values() if one.real_name}
    shown = shareable(in_language(account, language()))

    def clean(text: str) -> str:
        for name, role in names.items():
            text = text.replace(name, role)
        return text

    texts = {"commitments": "action", "plan": "action", "visits": "purpose"}
    return shown.model_copy(
        update={
            collection: {
                key: one.model_copy(update={field: clean(getattr(one, field))})
                for key, one in getattr(shown, collection).items()
            }
            for collection, field in texts.items()
        }
    )


def _events(account: Account, stored: Stored, address: str) -> Iterator[Event]:
    for line in rules.due(account, AHEAD):
        if line.day is not None:
            said = told(account, line)
            # who acts by the plan is free text, and may be a name
            role = "" if line.path.startswith("plan/") else line.role
            notes = [said.state, *([role] if role else [])]
            yield _event(account, stored, said.title, line.path, line.day, notes, f"{address}{said.address}")
    if when := next_review(account):
        yield _event(
            account, stored, _("Review"), REVIEW, when, [], f"{address}review?account={account.slug}"
        )


def _event(
    account: Account, stored: Stored, title: str, path: str, when: dt.date, notes: list[str], url: str
) -> Event:
    event = Event()
    event.add("uid", f"{account.slug}/{path}@accountkit")
    event.add("dtstamp", stored.updated_at)
    event.add("sequence", stored.revision)
    event.add("dtstart", when)
    event.add("dtend", when + dt.timedelta(days=1))
    event.add("summary", labelled(customer_name(account), title))
    event.add("transp", "TRANSPARENT")
    if notes:
        event.add("description", clauses(notes))
    event.add("url", url)
    return event
