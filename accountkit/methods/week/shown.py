"""From when on an account has something for the week: worked out of its line once, so that a list opens no other account."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from accountkit.methods.care.contact_rules import KEY_DAYS
from accountkit.methods.week.lines import AHEAD
from accountkit.model.account_line import AccountLine


@dataclass(frozen=True)
class Shown:
    """Days of an account; None where nothing of the kind is known. From `begins` on something is due, stale or left alone; until
    `met` a contact is still to come; `due` is the day of the oldest commitment that is open, `stale` that of the oldest claim."""

    begins: dt.date | None
    met: dt.date | None
    due: dt.date | None
    stale: dt.date | None


def shown(line: AccountLine) -> Shown:
    """What the line of an account says of its week."""
    due = min((one.due for one in line.dues if one.due), default=None)
    stale = min(line.stale_from, default=None)
    ahead = [_before(day, AHEAD) for day in (line.planned_from, due) if day is not None]
    left = [] if line.oldest_contact is None else [_after(line.oldest_contact, KEY_DAYS + 1)]
    begins = min((*ahead, *left, *([stale] if stale else [])), default=None)
    return Shown(begins, max(line.contacts, default=None), due, stale)


def _before(day: dt.date, days: int) -> dt.date:
    return dt.date.fromordinal(max(1, day.toordinal() - days))


def _after(day: dt.date, days: int) -> dt.date:
    return dt.date.fromordinal(min(dt.date.max.toordinal(), day.toordinal() + days))
