"""What the landing page says of each account: one row, computed once for a revision and a language."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from dataclasses import dataclass, fields
from threading import Lock
from typing import Any

from babel.dates import format_date, format_timedelta

from accountkit import methods
from accountkit.errors import AccountkitError, DamagedAccount
from accountkit.finance.peers.comparison import peer_names
from accountkit.i18n import _, language, listed, percent
from accountkit.methods.chain.foremost import next_commitment, overdue
from accountkit.methods.numbers.dupont_roe import return_on_equity
from accountkit.methods.overview.overview import return_tile
from accountkit.methods.subjects import customer_name
from accountkit.model import Account, in_language
from accountkit.server.sparkline import sparkline
from accountkit.store import Store, Stored

KEPT = 2000


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

    @property
    def searched(self) -> str:
        """The text that the search looks through."""
        return " ".join((self.slug, self.facts.name, self.facts.about, self.facts.owner)).casefold()


_known: OrderedDict[tuple[str, str, int, str], Facts] = OrderedDict()
_tidying = Lock()


def rows(store: Store, person: str) -> list[Row]:
    """All accounts, the one edited last first."""
    return [
        Row(stored.slug, _facts_of(store, stored), _changed(stored, person)) for stored in store.accounts()
    ]


def _facts_of(store: Store, stored: Stored) -> Facts:
    key = (store.url, stored.slug, stored.revision, f"{language()} {stored.updated_at}")
    found = _known.get(key)
    if found is None:
        try:
            found = _known[key] = facts(in_language(store.load(stored.slug), language()))
        except DamagedAccount as error:
            return damaged(stored.name, str(error))
        with _tidying:  # several pages may be asked for at once
            while len(_known) > KEPT:
                _known.popitem(last=False)
    return found


def damaged(name: str, reason: str) -> Facts:
    """The row of an account that cannot be read: its name, and why."""
    blank: dict[str, Any] = {field.name: "" for field in fields(Facts)}
    return Facts(**{**blank, "name": name, "stale": 0, "overdue": 0, "damage": reason})


def facts(account: Account) -> Facts:
    """The row of an account, in the current language."""
    founded = methods.completeness(account)
    _key, commitment = next_commitment(account) or ("", None)
    return Facts(
        name=customer_name(account),
        about=_about(account),
        **_return(account),
        confirmed=percent(founded.share, 0),
        stale=founded.stale,
        next_action=commitment.action if commitment else "",
        next_due=_short(commitment.due) if commitment and commitment.due else "",
        overdue=len(overdue(account)),
        owner=account.profile.owner,
    )


def _return(account: Account) -> dict[str, str]:
    """The last return on equity that is known, with its year; figures that cannot be read say why."""
    try:
        measured = return_on_equity(methods.Analyses(account))
    except AccountkitError as error:
        return {"roe": "", "year": str(error), "change": "", "tone": "", "spark": ""}
    tile = return_tile(measured)
    known = [year.return_on_equity for year in measured.dupont.years]
    first = next((index for index, value in enumerate(known) if value is not None), 0)
    roe = "" if tile.empty else tile.value
    return {
        "roe": roe,
        "year": tile.title,
        "change": tile.change,
        "tone": tile.tone,
        "spark": sparkline(known[first:]),
    }


def _about(account: Account) -> str:
    profile = account.profile
    parts = [(profile.industry_zh if language() == "zh_CN" else "") or profile.industry]
    if len(account.profile.fiscal_year_end) == 5:
        parts.append(_("Fiscal year ends in {month}").format(month=_month(account.profile.fiscal_year_end)))
    if account.peers:
        parts.append(_("Peers: {names}").format(names=listed(list(peer_names(account.peers).values())[:3])))
    return " • ".join(part for part in parts if part)


def _month(fiscal_year_end: str) -> str:
    try:
        month = dt.date.fromisoformat(f"2000-{fiscal_year_end}")
    except ValueError:
        return fiscal_year_end
    return format_date(month, format="M月" if language() == "zh_CN" else "LLLL", locale=language())


def _short(date: dt.date) -> str:
    return format_date(date, format="M月d日" if language() == "zh_CN" else "d MMM y", locale=language())


def _changed(stored: Stored, person: str) -> str:
    ago = format_timedelta(stored.updated_at - dt.datetime.now(dt.UTC), add_direction=True, locale=language())
    who = _("You") if stored.updated_by == person else stored.updated_by
    return _("{who}, {ago}").format(who=who, ago=ago)
