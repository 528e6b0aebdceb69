"""A line of the week in words, in the current language: what it is about, what is the matter, how late it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from accountkit.i18n import _, clauses, day
from accountkit.methods.subjects import customer_name
from accountkit.methods.week.lines import CODES, Line
from accountkit.model import Account
from accountkit.panels.names import kind_and_title
from accountkit.panels.places import tab_of

CHANGED = "changed"


@dataclass(frozen=True)
class Told:
    """One line: its account and record, `title` what it is about, `state` what is the matter, `when` in words, `who` has to do
    it. `acts` are what one click does (keys of `accountkit.methods.week.review`); beside them the record can be opened.
    """

    kind: str
    code: str
    slug: str
    customer: str
    path: str
    tab: str
    title: str
    state: str
    day: dt.date | None = None
    when: str = ""
    who: str = ""
    ours: bool = False
    acts: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Where the record is worked on, after the address of the server."""
        return f"workbook?account={self.slug}#{self.tab}:{self.path}"

    @property
    def sentence(self) -> str:
        """The line as one sentence."""
        said = [self.when or self.state, *([self.who] if self.who else [])]
        return _("{customer}: {title} ({state}).").format(
            customer=self.customer, title=self.title, state=clauses(said)
        )


def told(account: Account, line: Line) -> Told:
    """A line of an account, in the language of both."""
    kind, title = kind_and_title(account, line.path)
    return Told(
        line.kind,
        line.code,
        account.slug,
        customer_name(account),
        line.path,
        tab_of(account, line.path),
        title or kind,
        _(CODES[line.code]),
        line.day,
        _when(line),
        line.role or line.owner,
        line.ours,
        _acts(line),
    )


def _acts(line: Line) -> tuple[str, ...]:
    if line.kind == "unmet":
        return ("visit",)
    if line.kind == "stale":
        return ("remind",)
    if line.path.startswith("visits/"):
        return ()
    return ("done", "remind") if line.code == "overdue" else ("done",)


def _when(line: Line) -> str:
    if line.days is None:
        return _(CODES[line.code])
    if line.kind == "stale":
        return _("stale since {day}").format(day=day(line.day))
    if line.kind == "unmet":
        return _("not met for {n} days").format(n=line.days)
    return late(line.days)


def late(days: int) -> str:
    """How late something is, or how far ahead (a negative number)."""
    if days == 0:
        return _("today")
    if abs(days) == 1:
        return _("{n} day late").format(n=1) if days > 0 else _("tomorrow")
    return _("{n} days late").format(n=days) if days > 0 else _("in {n} days").format(n=-days)
