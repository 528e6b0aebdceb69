"""What the landing page says of each account: its line in words; no document is opened."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields
from typing import Any

from babel.dates import format_date, format_timedelta

from accountkit.i18n import _, bracketed, enumerated, language, listed, percent
from accountkit.methods.chain.completeness import confirmed_in_words
from accountkit.methods.overview.overview import moved_in_words, return_title
from accountkit.model.account_line import AccountLine
from accountkit.server.sparkline import sparkline
from accountkit.store import Listing, Stored
from accountkit.store.listing import Entry


@dataclass(frozen=True)
class Facts:
    """What the account itself says, whoever looks and whenever."""

    name: str
    about: str
    roe: str
    year: str
    change: str
    tone: str
    spark: str
    confirmed: str
    stale: int
    next_action: str
    next_due: str
    overdue: int
    owner: str
    damage: str = ""
    """Why the stored account cannot be read; everything else is blank then."""


@dataclass(frozen=True)
class Row:
    """A row: the facts, and who changed the account when."""

    slug: str
    facts: Facts
    changed: str
    depth: int = 0
    """How far below the account of its group it stands."""
    found: str = ""
    """The text that holds what was searched for, where the names do not."""
    unshown: int = 0
    """Companies of its group that the page leaves out."""
    apart: str = ""
    """What tells it from other accounts of its name."""

    @property
    def called(self) -> str:
        """The name, and what tells it apart."""
        return called(self.facts.name, self.apart)


def called(name: str, apart: str) -> str:
    """An account's name; behind it, where others have the same, what tells it apart."""
    return name + bracketed(apart) if apart else name


def apart(entry: Entry) -> str:
    """What tells an account from others of its name; empty if none has it."""
    return entry.stored.slug if entry.namesake else ""


def rows(listing: Listing, person: str) -> list[Row]:
    """The rows of a page of accounts."""
    return [
        Row(
            entry.stored.slug,
            facts(entry.line) if entry.line else damaged(entry.stored.name, entry.damage),
            changed(entry.stored, person),
            entry.depth,
            entry.found,
            entry.unshown,
            apart(entry),
        )
        for entry in listing.entries
    ]


def damaged(name: str, reason: str) -> Facts:
    """The row of an account that cannot be read: its name, and why."""
    blank: dict[str, Any] = {field.name: "" for field in fields(Facts)}
    return Facts(**{**blank, "name": name, "stale": 0, "overdue": 0, "damage": reason})


def facts(line: AccountLine) -> Facts:
    """The row of an account, in the current language."""
    commitment = line.next_due
    change, tone = moved_in_words(line.moved)
    return Facts(
        name=line.named(language()),
        about=_about(line),
        roe="" if line.last_return is None else percent(line.last_return),
        year=return_title(line.returns_end, all_owners=line.all_owners),
        change=change,
        tone=tone,
        spark=sparkline(line.returns),
        confirmed=confirmed_in_words(line.confirmed),
        stale=line.stale_claims,
        next_action=line.said(commitment.action, language()) if commitment else "",
        next_due=_short(commitment.due) if commitment and commitment.due else "",
        overdue=len(line.overdue),
        owner=line.owner,
    )


def _about(line: AccountLine) -> str:
    in_chinese = language() == "zh_CN"
    parts = [(line.industry_zh if in_chinese else "") or line.said(line.industry, language())]
    if len(line.fiscal_year_end) == 5:
        parts.append(_("Fiscal year ends in {month}").format(month=_month(line.fiscal_year_end)))
    if line.peers:
        names = [(chinese if in_chinese else "") or name for name, chinese in line.peers]
        more = line.peers_known - len(names)
        parts.append(
            _("Peers: {names} and {n} more").format(names=enumerated(names), n=more)
            if more > 0
            else _("Peers: {names}").format(names=listed(names))
        )
    return " • ".join(part for part in parts if part)


def _month(fiscal_year_end: str) -> str:
    try:
        month = dt.date.fromisoformat(f"2000-{fiscal_year_end}")
    except ValueError:
        return fiscal_year_end
    return format_date(month, format="M月" if language() == "zh_CN" else "LLLL", locale=language())


def _short(date: dt.date) -> str:
    return format_date(date, format="M月d日" if language() == "zh_CN" else "d MMM y", locale=language())


def changed(stored: Stored, person: str) -> str:
    """Who changed an account last, and how long ago."""
    ago = format_timedelta(stored.updated_at - dt.datetime.now(dt.UTC), add_direction=True, locale=language())
    who = _("You") if stored.updated_by == person else stored.updated_by
    return _("{who}, {ago}").format(who=who, ago=ago)
