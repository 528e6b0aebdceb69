"""The lines of all accounts for one person and one day.

The store says which accounts have something to show, a page of them at a time (`store.agenda`): those alone are opened, what they
say is kept for a revision, a day and a language, and only accounts that were changed since the last visit have their log read.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections import OrderedDict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from accountkit import methods
from accountkit.errors import DamagedAccount
from accountkit.i18n import _, day, enumerated, language
from accountkit.methods.chain.completeness import confirmed_in_words
from accountkit.methods.chain.reviews import REVIEW, last_review
from accountkit.methods.portfolio.account_tier import METHOD as TIERS
from accountkit.methods.subjects import customer_name
from accountkit.methods.week import lines as rules
from accountkit.model import Account, in_language
from accountkit.panels.names import by_the_way, field_name, kind_and_title, person_name
from accountkit.panels.places import tab_of
from accountkit.store import LogEntry, Store, Stored
from accountkit.store.agenda import Sought
from accountkit.store.readings import of_practice
from accountkit.week.told import CHANGED, Told, told

KEPT = 5_000
MOST = 150
"""So many accounts are opened at once, the worst first."""
KIND = "week"
NEW_VISIT = dt.timedelta(hours=8)
FIRST_VISIT = dt.timedelta(days=7)


@dataclass(frozen=True)
class Next:
    """The next review: its account and day, how far that account is founded, and what the last review led to."""

    slug: str
    customer: str
    day: dt.date
    days: int
    confirmed: str
    last: dt.date | None
    actions: int
    done: int


@dataclass(frozen=True)
class Week:
    """The lines by kind, the worst first, of one of so many `pages` of accounts. `who` is whose accounts they are of (empty: all),
    of `owners` (as stored, with what a reader calls them); `accounts` are slugs and names of the first of all `count`, `pinned`
    some of those judged as of another day than this one; `since` the moment since which changes are told; `unread` names accounts
    that cannot be read, `left` counts those that are not worked out yet.
    """

    day: dt.date
    who: str
    owners: Mapping[str, str]
    accounts: tuple[tuple[str, str], ...]
    pinned: tuple[tuple[dt.date, str], ...]
    since: dt.datetime
    due: tuple[Told, ...]
    changed: tuple[Told, ...]
    stale: tuple[Told, ...]
    unmet: tuple[Told, ...]
    review: Next | None
    unread: tuple[str, ...] = ()
    count: int = 0
    page: int = 1
    pages: int = 1
    left: int = 0

    @property
    def lines(self) -> tuple[Told, ...]:
        return (*self.due, *self.unmet, *self.stale, *self.changed)


def week(
    store: Store,
    person: str,
    on: dt.date | None = None,
    who: str | None = None,
    since: dt.datetime | None = None,
    *,
    page: int = 1,
    most: int = MOST,
    waits: bool = True,
) -> Week:
    """The week of a person. Without a day each account is judged as of its own (its review date, else today); `who` is an
    owner of accounts, empty for all; by default the person where they own any. A page has the lines of so many accounts at
    `most`. `waits`: until thousands of accounts are ranked, which else goes on beside.
    """
    since = since or last_visit(store, person, on)
    seen = store.agenda(Sought(person, who, on, since, page, most, language()))
    found: list[Told] = []
    unread = list(seen.unread)
    tiers = _tiers(store, waits) if seen.accounts else {}
    for stored in seen.accounts:
        try:
            found += _lines(store, stored, on, tiers.get(stored.slug))
        except DamagedAccount:
            unread.append(stored.name)
    return Week(
        on or dt.date.today(),
        seen.who,
        seen.owners,
        seen.named,
        seen.pinned,
        since,
        _ordered(found, "due"),
        _changed(store, seen.recent, person, since),
        _ordered(found, "stale"),
        _ordered(found, "unmet"),
        _review(store, seen.review, on),
        tuple(unread),
        seen.count,
        seen.page,
        seen.pages,
        seen.left,
    )


def _ordered(found: Iterable[Told], kind: str) -> tuple[Told, ...]:
    """The lines of a kind, over all accounts in the order of the rule."""
    mine = (one for one in found if one.kind == kind)
    return tuple(sorted(mine, key=lambda one: rules.rank(one.code, one.ours, one.day)))


_known: OrderedDict[tuple[str, str, int, str], tuple[Told, ...]] = OrderedDict()
_tidying = threading.Lock()


RANKED_AT_ONCE = 500
RANKED_EVERY = 60.0
_ranking: dict[Hashable, threading.Timer] = {}
_ranked: OrderedDict[Hashable, tuple[Hashable, Mapping[str, str]]] = OrderedDict()
MOST_RANKED = 50
"""People whose ranking is kept: each sees accounts of their own."""


def _tiers(store: Store, waits: bool) -> Mapping[str, str]:
    """The tier of each account as all are ranked, which is kept while none changes; of none where our own side cannot be
    read. Who does not wait has the ranks that are known until thousands of accounts are ranked anew, once in a minute."""
    whose, of = (store.url, store.person_id), (store.state(), dt.date.today())
    known = _ranked.get(whose)
    if known is not None and known[0] == of:
        return known[1]
    if waits or store.agenda_size() <= RANKED_AT_ONCE:
        return _ranked_anew(store, whose, of)
    if whose not in _ranking:
        _ranking[whose] = threading.Timer(
            0 if known is None else RANKED_EVERY, _ranked_anew, (store, whose, of)
        )
        _ranking[whose].daemon = True
        _ranking[whose].start()
    return known[1] if known else {}


def _ranked_anew(store: Store, whose: Hashable, of: Hashable) -> Mapping[str, str]:
    try:
        tiers = _ranks(store)
    finally:
        _ranking.pop(whose, None)
    with _tidying:
        _ranked[whose] = (of, tiers)
        _ranked.move_to_end(whose)
        while len(_ranked) > MOST_RANKED:
            _ranked.popitem(last=False)
    return tiers


def _ranks(store: Store) -> Mapping[str, str]:
    try:
        ranked = of_practice(store, language()).read(TIERS.key)
    except DamagedAccount:
        return {}  # the pages of our own side say so
    return {row.id: row["tier"] for row in ranked.rows if row["tier"]}


def _lines(store: Store, stored: Stored, on: dt.date | None, tier: str | None) -> tuple[Told, ...]:
    """The lines of one account, in the current language."""
    day = f"{language()} {on or dt.date.today()} {bool(on)} {stored.updated_at} {tier}"
    key = (store.url, stored.slug, stored.revision, day)
    found = _known.get(key)
    if found is None:
        shown = in_language(judged(store.load(stored.slug), on), language())
        found = tuple(told(shown, line) for line in rules.lines(shown, tier))
        with _tidying:
            _known[key] = found
            while len(_known) > KEPT:
                _known.popitem(last=False)
    return found


def judged(account: Account, on: dt.date | None) -> Account:
    """The account as of a day, or as of its own."""
    return account.model_copy(update={"review_date": on}) if on else account


def _review(store: Store, planned: tuple[str, str, dt.date] | None, on: dt.date | None) -> Next | None:
    """The next review of all accounts; that account alone is opened."""
    if planned is None:
        return None
    slug, name, when = planned
    try:
        account = judged(store.load(slug), on)
    except DamagedAccount:
        return None
    held = last_review(account)
    actions = [one for one in account.plan.values() if one.origin != REVIEW and one.status != "dropped"]
    return Next(
        slug,
        name,
        when,
        (account.as_of - when).days,
        confirmed_in_words(methods.completeness(account).share),
        held[1].done_on if held else None,
        len(actions),
        sum(one.status == "done" for one in actions),
    )


# -- what colleagues changed ---------------------------------------------------------------------------------------


def _changed(store: Store, slugs: Iterable[str], person: str, since: dt.datetime) -> tuple[Told, ...]:
    """What others changed, one line for each record and person, the newest first."""
    found: list[tuple[dt.datetime, Told]] = []
    for slug in slugs:
        try:
            account = in_language(store.load(slug), language())
        except DamagedAccount:
            continue  # the list of accounts names it
        groups: dict[tuple[str, str], list[LogEntry]] = {}
        for entry in store.history(slug, since):
            if entry.by != person and not by_the_way(entry.path):
                groups.setdefault(("/".join(entry.path.split("/")[:2]), entry.by), []).append(entry)
        found += [
            (entries[-1].at, _change(account, place, by, entries)) for (place, by), entries in groups.items()
        ]
    return tuple(line for _at, line in sorted(found, key=lambda pair: pair[0], reverse=True))


def _change(account: Account, place: str, by: str, entries: list[LogEntry]) -> Told:
    kind, title = kind_and_title(account, place)
    last = entries[-1]
    if last.remove and last.path == place:
        state, title = _("deleted"), title or str((last.before or {}).get("statement", ""))
    elif entries[0].path == place and entries[0].before is None:
        state = _("new")
    else:
        fields = dict.fromkeys(filter(None, (field_name(entry.path) for entry in entries)))
        state = enumerated(list(fields)[:3]) or _("edited")
    return Told(
        CHANGED,
        CHANGED,
        account.slug,
        customer_name(account),
        place,
        tab_of(account, place),
        _("{kind} “{title}”").format(kind=kind, title=title) if title else kind,
        state,
        last.at.date(),
        day(last.at.date()),
        person_name(by),
    )


# -- visits of the page --------------------------------------------------------------------------------------------


def last_visit(store: Store, person: str, on: dt.date | None = None) -> dt.datetime:
    """Since when changes are told: the visit before this one; a week before the day where there was none."""
    kept = store.recall(KIND, person[:200]) or {}
    if on is None and "since" in kept:
        return dt.datetime.fromisoformat(kept["since"])
    until = dt.datetime.combine(on, dt.time.min, dt.UTC) if on else dt.datetime.now(dt.UTC)
    return until - FIRST_VISIT


def note_visit(store: Store, person: str) -> None:
    """Note that a person looks at the week now; looking again within some hours is the same visit."""
    now, kept = dt.datetime.now(dt.UTC), store.recall(KIND, person[:200]) or {}
    seen = dt.datetime.fromisoformat(kept["seen"]) if "seen" in kept else None
    if seen is not None and now - seen < NEW_VISIT:
        return
    since = seen or now - FIRST_VISIT
    store.remember(KIND, person[:200], {"since": since.isoformat(), "seen": now.isoformat()})
