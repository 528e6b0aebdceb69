"""The lines of all accounts for one person and one day.

What an account says by itself is worked out once for a revision, a day and a language and kept; only accounts that were
changed since the last visit have their log read.
"""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock

from accountkit import methods
from accountkit.errors import DamagedAccount
from accountkit.i18n import _, day, enumerated, language, percent
from accountkit.methods.subjects import customer_name
from accountkit.methods.week import lines as rules
from accountkit.methods.week.lines import REVIEW
from accountkit.model import Account, in_language
from accountkit.panels.names import by_the_way, field_name, kind_and_title
from accountkit.panels.places import tab_of
from accountkit.store import LogEntry, Store, Stored
from accountkit.week.told import CHANGED, Told, told

KEPT = 20_000
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
class Facts:
    """What an account says of a day, whoever looks."""

    customer: str
    owner: str
    as_of: dt.date
    lines: tuple[Told, ...]
    review: Next | None


@dataclass(frozen=True)
class Week:
    """The lines by kind, the worst first. `who` is whose accounts they are of (empty: all), of `owners`; `accounts` are slugs
    and names, `pinned` those judged as of another day than this one; `since` the moment since which changes are told; `unread` names accounts that cannot be read.
    """

    day: dt.date
    who: str
    owners: tuple[str, ...]
    accounts: tuple[tuple[str, str], ...]
    pinned: tuple[tuple[dt.date, str], ...]
    since: dt.datetime
    due: tuple[Told, ...]
    changed: tuple[Told, ...]
    stale: tuple[Told, ...]
    unmet: tuple[Told, ...]
    review: Next | None
    unread: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[Told, ...]:
        return (*self.due, *self.unmet, *self.stale, *self.changed)


def week(
    store: Store,
    person: str,
    on: dt.date | None = None,
    who: str | None = None,
    since: dt.datetime | None = None,
) -> Week:
    """The week of a person. Without a day each account is judged as of its own (its review date, else today); `who` is an
    owner of accounts, empty for all; by default the person where they own any.
    """
    today = on or dt.date.today()
    since = since or last_visit(store, person, on)
    facts: dict[str, tuple[Stored, Facts]] = {}
    unread = []
    for stored in store.accounts():
        try:
            facts[stored.slug] = stored, _facts(store, stored, on)
        except DamagedAccount:
            unread.append(stored.name)
    owners = tuple(sorted({one.owner for _stored, one in facts.values() if one.owner}))
    whose = (person if person in owners else "") if who is None else who
    mine = {slug: pair for slug, pair in facts.items() if whose in ("", pair[1].owner)}
    found = [line for _stored, one in mine.values() for line in one.lines]
    reviews = [one.review for _stored, one in mine.values() if one.review]
    recent = [stored.slug for stored, _one in mine.values() if stored.updated_at >= since]
    return Week(
        today,
        whose,
        owners,
        tuple((slug, one.customer) for slug, (_stored, one) in mine.items()),
        tuple(sorted({(one.as_of, one.customer) for _s, one in mine.values() if one.as_of != today})),
        since,
        _ordered(found, "due"),
        _changed(store, recent, person, since),
        _ordered(found, "stale"),
        _ordered(found, "unmet"),
        min(reviews, key=lambda one: (-one.days, one.slug), default=None),
        tuple(unread),
    )


def _ordered(found: Iterable[Told], kind: str) -> tuple[Told, ...]:
    """The lines of a kind, over all accounts in the order of the rule."""
    mine = (one for one in found if one.kind == kind)
    return tuple(sorted(mine, key=lambda one: rules.rank(one.code, one.ours, one.day)))


_known: OrderedDict[tuple[str, str, int, str], Facts] = OrderedDict()
_tidying = Lock()


def _facts(store: Store, stored: Stored, on: dt.date | None) -> Facts:
    key = (
        store.url,
        stored.slug,
        stored.revision,
        f"{language()} {on or dt.date.today()} {bool(on)} {stored.updated_at}",
    )
    found = _known.get(key)
    if found is None:
        found = facts(judged(store.load(stored.slug), on))
        with _tidying:
            _known[key] = found
            while len(_known) > KEPT:
                _known.popitem(last=False)
    return found


def judged(account: Account, on: dt.date | None) -> Account:
    """The account as of a day, or as of its own."""
    return account.model_copy(update={"review_date": on}) if on else account


def facts(account: Account) -> Facts:
    """What an account says of its day, in the current language."""
    shown = in_language(account, language())
    return Facts(
        customer_name(shown),
        account.profile.owner,
        shown.as_of,
        tuple(told(shown, line) for line in rules.lines(shown)),
        _review(shown),
    )


def _review(account: Account) -> Next | None:
    when, held = rules.next_review(account), rules.last_review(account)
    if when is None:
        return None
    since = held[1].done_on if held else None
    actions = [one for one in account.plan.values() if one.origin != REVIEW and one.status != "dropped"]
    done = [one for one in actions if one.status == "done"]
    return Next(
        account.slug,
        customer_name(account),
        when,
        (account.as_of - when).days,
        percent(methods.completeness(account).share, 0),
        since,
        len(actions),
        len(done),
    )


# -- what colleagues changed ---------------------------------------------------------------------------------------


def _changed(store: Store, slugs: Iterable[str], person: str, since: dt.datetime) -> tuple[Told, ...]:
    """What others changed, one line for each record and person, the newest first."""
    found: list[tuple[dt.datetime, Told]] = []
    for slug in slugs:
        account = in_language(store.load(slug), language())
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
        by or _("another user"),
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
