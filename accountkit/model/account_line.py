"""One account as a line among all accounts: what is kept with each revision, so that nobody opens a document to list many.

Keys, numbers and the few texts that a list shows; what depends on the day or on the reader's language is worked out when
the line is read. `methods.portfolio.line.line_of` makes it.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from typing import Literal

from accountkit.model.evidence import Status
from accountkit.model.record import Amount, Line, Record, Slug, Text

Held = Literal["open", "proposed", "ours", "rival"]
"""Who has a unit for an offer of ours: nobody yet, nobody but we have proposed it, we, or a rival."""


class Due(Record):
    """A commitment that is neither done nor refused."""

    key: str
    action: Text = ""
    due: dt.date | None = None


class Sold(Record):
    """Who has one unit of the account for one offer of ours, which is named by its id or by its name."""

    unit: Line = ""
    offer: Line
    held: Held


class Worth(Record):
    """The largest problem: what it is called, its value in the account's currency, and whether that comes every year."""

    name: Line = ""
    amount: Amount | None = None
    yearly: bool = True


class AccountLine(Record):
    """The line of one account. Amounts are in its `currency`.

    `past` is our profit by age, 0 the last full year; `future` what is still to come (discounted), `lifetime` the values
    less the costs, `current` and `potential` the value of purchases and of all else in money, `current_rating` and
    `potential_rating` these as rated; `brings` and `costs` the sums of the values and of the four costs. `status` and `stale` are those of these
    entries together. `stale_from` counts claims by the day on which they become stale. `returns` are the known returns on
    equity by year, `moved` the last change in it, `all_owners` whether they include minorities for want of the parent's share. `confirmed` is the share of
    claims, None if there is none. `peers` are names with their Chinese ones, the first of `peers_known`. `planned_from` is the first day of
    an open action or a planned visit, `oldest_contact` the last day of contact of who was met longest ago (both the first day
    of all where there is none), `next_review` the day of the next review. `topics` are what the customer spoke of, by the contacts that
    listened.
    """

    slug: Slug
    name: Line = ""
    name_zh: Line = ""
    industry: Line = ""
    industry_zh: Line = ""
    owner: Line = ""
    fiscal_year_end: Line = ""
    parent: Slug | None = None
    peers: tuple[tuple[Line, Line], ...] = ()
    peers_known: int = 0
    currency: str = "USD"
    review_date: dt.date | None = None
    past: dict[int, Amount] = {}
    future: Amount | None = None
    lifetime: Amount | None = None
    current: Amount | None = None
    potential: Amount | None = None
    potential_rating: Amount | None = None
    current_rating: Amount | None = None
    brings: Amount | None = None
    costs: Amount | None = None
    status: Status = "assumed"
    stale: bool = False
    returns: tuple[Amount | None, ...] = ()
    returns_end: dt.date | None = None
    moved: Amount | None = None
    all_owners: bool = False
    confirmed: Amount | None = None
    stale_from: dict[dt.date, int] = {}
    dues: tuple[Due, ...] = ()
    contacts: tuple[dt.date, ...] = ()
    planned_from: dt.date | None = None
    oldest_contact: dt.date | None = None
    next_review: dt.date | None = None
    deals: int = 0
    pipeline: Amount | None = 0
    problems: int = 0
    largest: Worth | None = None
    units: tuple[Line, ...] = ()
    sold: tuple[Sold, ...] = ()
    topics: tuple[Line, ...] = ()
    wording: dict[str, dict[str, Text]] = {}

    @property
    def as_of(self) -> dt.date:
        """The day as of which the account is judged: its review date, else today."""
        return self.review_date or dt.date.today()

    @property
    def past_result(self) -> float | None:
        """Our profit of all past years that are known."""
        return sum(self.past.values()) if self.past else None

    @property
    def last_return(self) -> float | None:
        """The last return on equity that is known."""
        return next((value for value in reversed(self.returns) if value is not None), None)

    @property
    def overdue(self) -> tuple[Due, ...]:
        """Commitments whose day has passed, the oldest first."""
        return tuple(one for one in self.dues if one.due is not None and one.due < self.as_of)

    @property
    def next_due(self) -> Due | None:
        """The first commitment that is ahead; None if none is."""
        return next((one for one in self.dues if one not in self.overdue), None)

    @property
    def last_contact(self) -> dt.date | None:
        """The day of the last contact or visit; one after the review is still to come."""
        known = sorted(self.contacts)
        until = bisect_right(known, self.as_of)
        return known[until - 1] if until else None

    @property
    def stale_claims(self) -> int:
        """How many claims are older than the account allows."""
        return sum(count for day, count in self.stale_from.items() if day <= self.as_of)

    def named(self, lang: str) -> str:
        """What the customer is called."""
        return (self.name_zh if lang == "zh_CN" else "") or self.name or self.slug

    def said(self, text: str, lang: str) -> str:
        """A text of the line in a language, where its author gave it one."""
        return self.wording.get(lang, {}).get(text) or text
