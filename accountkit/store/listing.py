"""Accounts a page at a time: searched, sorted and cut in the database, so that a list costs what it shows.

Without a search the accounts of a group stand below its own; a search finds each by itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from sqlalchemy import ColumnElement, Connection, Row, Select, func, insert, or_, select, update

from accountkit.methods.portfolio.words import in_words_of, texts_of
from accountkit.model import Account
from accountkit.model.account_line import AccountLine
from accountkit.store.rows import Stored
from accountkit.store.schema import ACCOUNTS, LINES, LISTED, NEVER, PRACTICE

Sort = Literal["changed", "name", "return", "due"]
SORTS: tuple[Sort, ...] = get_args(Sort)
A_PAGE = 25
BELOW = 15
"""Companies of groups that stand on a page below their own; the row of a group says how many more there are."""
MOST_SORTED = 1000
"""Companies of the groups of a page that are sorted to show the first of them."""
MOST_WORDS = 8
LONGEST_SEARCH = 200


@dataclass(frozen=True)
class Wanted:
    """Which accounts: those with all words of `search`, or those directly below the account `below`, or all; `page` counts
    from 1. `lang` says by which names they are sorted."""

    search: str = ""
    sort: Sort = "changed"
    page: int = 1
    below: str = ""
    lang: str = "en"
    size: int = A_PAGE
    companies: int = BELOW

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.search.replace("\0", " ")[:LONGEST_SEARCH].casefold().split()[:MOST_WORDS])


@dataclass(frozen=True)
class Entry:
    """One account of a page. `line` is None where it cannot be read, `damage` says why; `found` is the text that a search found
    beside the names; `unshown` counts companies of its group that the page leaves out; `namesake` says that another account has its name."""

    stored: Stored
    line: AccountLine | None
    damage: str = ""
    depth: int = 0
    found: str = ""
    unshown: int = 0
    namesake: bool = False


@dataclass(frozen=True)
class Listing:
    """A page of accounts: its number, of how many pages, how many accounts were found (those of groups included) and there are."""

    entries: tuple[Entry, ...]
    page: int = 1
    pages: int = 1
    found: int = 0
    all: int = 0


@dataclass
class Place:
    """A row of the table and where it stands on the page."""

    row: Row[Any]
    depth: int = 0
    unshown: int = 0
    below: list[Place] = field(default_factory=list)


def write(connection: Connection, row_id: int, account: Account, line: AccountLine) -> None:
    """Keep by what an account is sorted and found, in the transaction of its line."""
    texts = tuple(texts_of(account))
    known = [one.due for one in line.dues if one.due is not None]
    values = {
        "name": _sorted_by(line.named("en")),
        "name_zh": _sorted_by(line.named("zh_CN")),
        "last_return": line.last_return,
        "due": min(known).isoformat() if known else NEVER,
        "words": "\n".join(texts).casefold(),
        "said": "\n".join(texts),
    }
    here = LISTED.c.account_id == row_id
    if not connection.execute(update(LISTED).where(here).values(**values)).rowcount:
        connection.execute(insert(LISTED).values(account_id=row_id, **values))


def _sorted_by(name: str) -> str:
    return name.replace("\0", "").casefold()[:500]


def places(
    connection: Connection, wanted: Wanted, among: Select | None = None
) -> tuple[list[Place], Listing]:
    """The rows of a page in their order, and the page without its entries; of the accounts with the ids `among` alone, as if
    there were no others."""
    seen = () if among is None else (ACCOUNTS.c.id.in_(among),)
    all_there = size(connection, among)
    if wanted.words or wanted.below:
        # all that are found, once: to be counted, and cut
        chosen = [_holds(word) for word in wanted.words]
        if wanted.below:
            chosen.append(LINES.c.parent == wanted.below.replace("\0", ""))
        ids = connection.execute(_ordered(wanted, ACCOUNTS.c.id).where(*chosen, *seen)).scalars().all()
        tops = found = len(ids)
    else:
        found = all_there
        tops = all_there - connection.execute(_beneath(among)).scalar_one()
    pages = max(1, -(-tops // wanted.size))
    page = min(max(1, wanted.page), pages)
    start = (page - 1) * wanted.size
    if wanted.words or wanted.below:
        rows = _rows(wanted).where(ACCOUNTS.c.id.in_(ids[start : start + wanted.size]))
    else:
        rows = _rows(wanted).where(_on_top(among), *seen).limit(wanted.size).offset(start)
    listed = [Place(row) for row in connection.execute(rows).all()]
    if not wanted.words:
        _fill_groups(connection, listed, wanted, among)
    return list(_flat(listed)), Listing((), page, pages, found, all_there)


def size(connection: Connection, among: Select | None) -> int:
    """How many accounts there are, of those with the ids `among`."""
    seen = () if among is None else (ACCOUNTS.c.id.in_(among),)
    return connection.execute(select(func.count()).where(*OURS, *seen)).scalar_one()


def first_named(connection: Connection, among: Select | None, most: int) -> dict[str, str]:
    """The slugs and names of the first accounts by name, of those with the ids `among`."""
    seen = () if among is None else (ACCOUNTS.c.id.in_(among),)
    pair = LISTED.join(ACCOUNTS, LISTED.c.account_id == ACCOUNTS.c.id)
    wanted = select(ACCOUNTS.c.slug, ACCOUNTS.c.name).select_from(pair).where(*OURS, *seen)
    rows = connection.execute(wanted.order_by(LISTED.c.name, LISTED.c.account_id).limit(most))
    return {row.slug: row.name for row in rows}


def slug_of(connection: Connection, among: Select | None, text: str) -> str:
    """The slug of the account of this slug, or the only one of this name; empty if there is none."""
    plain = text.replace("\0", "").strip()
    for same in (ACCOUNTS.c.slug == plain, _called(plain)):
        found = connection.execute(_that_are(same, among).limit(2)).all()
        if len(found) == 1:
            return found[0].slug
    return ""


def of_name(connection: Connection, among: Select | None, name: str, most: int) -> list[Stored]:
    """The accounts of this name in either language, the one changed last first, of those with the ids `among`."""
    wanted = _that_are(_called(name.strip()), among).order_by(*NEWEST_FIRST).limit(most)
    return [stored(row) for row in connection.execute(wanted)]


def namesakes(
    connection: Connection, among: Select | None, lang: str, shown: Sequence[Place]
) -> frozenset[int]:
    """The ids of those rows that share their name with another account, of those with the ids `among`."""
    other = LISTED.alias()
    name, names = ("name_zh" if lang == "zh_CN" else "name"), LISTED.c
    same = select(other.c.account_id).where(
        other.c[name] == names[name], other.c.account_id != names.account_id
    )
    if among is not None:
        same = same.where(other.c.account_id.in_(among))
    here = names.account_id.in_([place.row.id for place in shown])
    return frozenset(connection.execute(select(names.account_id).where(here, same.exists())).scalars())


def _called(name: str) -> ColumnElement[bool]:
    return or_(LISTED.c.name == _sorted_by(name), LISTED.c.name_zh == _sorted_by(name))


def _that_are(so: ColumnElement[bool], among: Select | None) -> Select:
    seen = () if among is None else (ACCOUNTS.c.id.in_(among),)
    return select(ACCOUNTS).join(LISTED, LISTED.c.account_id == ACCOUNTS.c.id).where(*OURS, *seen, so)


def hits(connection: Connection, wanted: Wanted, shown: Sequence[Place]) -> dict[int, str]:
    """Of each account the first text that holds a word which its names do not hold, in the language of `wanted`."""
    if not wanted.words:
        return {}
    ids = [place.row.id for place in shown]
    texts = select(LISTED.c.account_id, LISTED.c.words, LISTED.c.said).where(LISTED.c.account_id.in_(ids))
    found = {}
    for row in connection.execute(texts):
        names, *others = row.words.split("\n")
        missing = [word for word in wanted.words if word not in names]
        said = row.said.split("\n")[1:]
        hit = next(
            (text for words, text in zip(others, said, strict=True) if any(one in words for one in missing)),
            "",
        )
        found[row.account_id] = in_words_of(wanted.lang, hit)
    return found


def stored(row: Row[Any]) -> Stored:
    """What the row of an account says."""
    return Stored(row.slug, row.name, row.revision, dt.datetime.fromisoformat(row.updated_at), row.updated_by)


def state(connection: Connection) -> tuple[Any, ...]:
    """What differs whenever an account is made, changed or deleted."""
    values = (
        func.count(),
        func.max(ACCOUNTS.c.id),
        func.max(ACCOUNTS.c.updated_at),
        func.sum(ACCOUNTS.c.revision),
    )
    return tuple(connection.execute(select(*values)).one())


OURS = (ACCOUNTS.c.slug != PRACTICE,)
NEWEST_FIRST = (ACCOUNTS.c.updated_at.desc(), ACCOUNTS.c.slug)
PARENTS = ACCOUNTS.alias("parents")


def _beneath(among: Select | None) -> Select:
    """How many accounts stand below another."""
    pair = LINES.join(PARENTS, PARENTS.c.slug == LINES.c.parent)
    count = select(func.count()).select_from(pair).where(LINES.c.parent != "")
    return count if among is None else count.where(LINES.c.account_id.in_(among), PARENTS.c.id.in_(among))


def _rows(wanted: Wanted) -> Select:
    """The rows of accounts, and of which form and revision their lines are."""
    return _ordered(wanted, *ACCOUNTS.c, LINES.c.form, LINES.c.revision.label("of_line"))


def _ordered(wanted: Wanted, *columns: Any) -> Select:
    # the table that has the order comes first: SQLite reads its index until the page is full, and sorts nothing
    first, second = (ACCOUNTS, LISTED) if wanted.sort == "changed" else (LISTED, ACCOUNTS)
    pair = LISTED.c.account_id == ACCOUNTS.c.id
    joined = first.outerjoin(second, pair).outerjoin(LINES, LINES.c.account_id == ACCOUNTS.c.id)
    return select(*columns).select_from(joined).where(*OURS).order_by(*_order(wanted))


def _order(wanted: Wanted) -> tuple[ColumnElement[Any], ...]:
    """The order of a sort; what is not known comes last."""
    if wanted.sort == "name":
        return (LISTED.c.name_zh if wanted.lang == "zh_CN" else LISTED.c.name, LISTED.c.account_id)
    if wanted.sort == "return":
        return (LISTED.c.last_return.desc().nulls_last(), LISTED.c.account_id.desc())
    if wanted.sort == "due":
        return (LISTED.c.due, LISTED.c.account_id)
    return NEWEST_FIRST


def _on_top(among: Select | None) -> ColumnElement[bool]:
    above = select(PARENTS.c.id).where(PARENTS.c.slug == LINES.c.parent)
    if among is not None:
        above = above.where(PARENTS.c.id.in_(among))
    return (func.coalesce(LINES.c.parent, "") == "") | ~above.exists()


def _holds(word: str) -> ColumnElement[bool]:
    return LISTED.c.words.contains(word, autoescape=True)


def _fill_groups(connection: Connection, tops: list[Place], wanted: Wanted, among: Select | None) -> None:
    """Put the companies of groups below their own, level by level, as many as a page may show."""
    left, level = wanted.companies, tops
    while level:
        slugs = {place.row.slug: place for place in level}
        of_these = [LINES.c.parent.in_(slugs)] + ([] if among is None else [LINES.c.account_id.in_(among)])
        count = select(LINES.c.parent, func.count().label("n")).where(*of_these)
        for row in connection.execute(count.group_by(LINES.c.parent)):
            slugs[row.parent].unshown = row.n
        if left <= 0 or not any(place.unshown for place in level):
            return
        # by their ids, for else SQLite walks all accounts in their order
        ids = connection.execute(select(LINES.c.account_id).where(*of_these).limit(MOST_SORTED))
        below = _rows(wanted).add_columns(LINES.c.parent).where(ACCOUNTS.c.id.in_(ids.scalars().all()))
        level = []
        for row in connection.execute(below.limit(left)).all():
            place, above = Place(row, slugs[row.parent].depth + 1), slugs[row.parent]
            above.below.append(place)
            above.unshown -= 1
            level.append(place)
        left -= len(level)


def _flat(level: list[Place]) -> Iterator[Place]:
    for place in level:
        yield place
        yield from _flat(place.below)
