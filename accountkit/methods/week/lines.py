"""What needs a seller in one account: what is due on either side, what went stale, who was not met.

Exceptions only, as of the day on which the account is judged; what is overdue, stale or met is asked where it is known. Our
own work is never told as progress. An open action of the plan made of a record (`reminder`) keeps its line away until the
action is due.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from accountkit.i18n import N_
from accountkit.methods.analyses import Analyses
from accountkit.methods.care import contact_rules
from accountkit.methods.care.contact_mechanism import METHOD as CONTACTS
from accountkit.methods.care.contact_rules import waiting
from accountkit.methods.chain.completeness import claims
from accountkit.methods.chain.foremost import is_past, overdue, pending
from accountkit.methods.chain.reviews import REVIEW
from accountkit.methods.meetings.visit_rules import ask_of
from accountkit.methods.people.network import days_since, deciders, not_met, people
from accountkit.model import Account, Visit, evidence_path, value_at

Kind = Literal["due", "stale", "unmet"]
AHEAD = 14
"""Days ahead that are told."""
REMIND = "remind"
CODES: dict[str, str] = {
    "overdue": N_("overdue"),
    "unheld": N_("result missing"),
    "undated": N_("no date"),
    "due": N_("due"),
    "unprepared": N_("sheet missing"),
    "ready": N_("sheet ready"),
    "stale": N_("stale"),
    "never": N_("never met"),
    "lapsed": N_("not met"),
}
"""What is the matter, the worst of each kind first."""
ON_THE_WAY = ("due", "unprepared", "ready")


@dataclass(frozen=True)
class Line:
    """One exception: its kind, what is the matter (a key of `CODES`), the record, its day, and days since that day (those
    ahead are negative; None: no day is known). `owner` is who of ours, or `role` who of theirs, has to do it; `ours`: it is
    our own work.
    """

    kind: Kind
    code: str
    path: str
    day: dt.date | None = None
    days: int | None = None
    owner: str = ""
    role: str = ""
    ours: bool = False


def lines(account: Account, ranked: str | None = None) -> tuple[Line, ...]:
    """All lines of an account, the worst of each kind first; `ranked` is its tier, where all accounts are ranked."""
    return in_order((*due(account), *stale(account), *_unmet(account, ranked)))


def in_order(found: Iterable[Line]) -> tuple[Line, ...]:
    """Worst first: what is the matter, theirs before ours, the longest first."""
    return tuple(sorted(found, key=lambda one: rank(one.code, one.ours, one.day)))


def rank(code: str, ours: bool, day: dt.date | None) -> tuple[int, bool, bool, dt.date]:
    """The place of a line among those of its kind; what lies ahead is in the order of its days."""
    ahead = code in ON_THE_WAY
    place = list(CODES).index("due" if ahead else code)
    return place, ours and not ahead, day is not None, day or dt.date.min


def due(account: Account, ahead: int = AHEAD) -> Iterator[Line]:
    """What is late, and what is due within some days, on either side."""

    def line(code: str, path: str, when: dt.date | None, **who: str | bool) -> Iterator[Line]:
        near = when is not None and (when - account.as_of).days <= ahead
        if near and not reminded(account, path):
            yield Line("due", code, path, when, _days(account, when), **who)  # type: ignore[arg-type]

    late = {key for key, _one in overdue(account)}
    for key, one in (*overdue(account), *pending(account)):
        code = "overdue" if key in late else "due"
        role, ours = _role(account, one.stakeholder_id), one.actor == "seller"
        yield from line(code, f"commitments/{key}", one.due, owner=one.our_owner, role=role, ours=ours)
    for key, action in account.plan.items():
        if action.status == "open" and action.origin != REVIEW:
            code = "overdue" if is_past(account, action.due) else "due"
            ours = action.actor == "seller"
            who = {"owner": action.owner} if ours else {"role": action.owner}
            yield from line(code, f"plan/{key}", action.due, ours=ours, **who)
    for key, visit in account.visits.items():
        if visit.status == "planned":
            path, role = f"visits/{key}", _role(account, *visit.stakeholder_ids[:1])
            yield from line(_visit_code(account, visit), path, visit.date, owner=visit.by, role=role)
            if visit.date is None:
                yield Line("due", "undated", path, owner=visit.by, role=role)


def _visit_code(account: Account, visit: Visit) -> str:
    if is_past(account, visit.date):
        return "unheld"
    return "ready" if visit.purpose.strip() and ask_of(visit) else "unprepared"


def stale(account: Account) -> Iterator[Line]:
    """What rests on evidence that is too old, once a record."""
    seen = set()
    for claim, standing, is_stale in claims(account):
        path = "/".join(claim.split("/")[:2])
        if not is_stale or standing == "refuted" or path in seen or reminded(account, path):
            continue
        seen.add(path)
        resting = value_at(account, evidence_path(account, claim))
        known = [account.evidence[key] for key in resting if key in account.evidence]
        last = max((one for one in known if one.date), key=lambda one: str(one.date))
        since = (last.date or account.as_of) + dt.timedelta(days=account.stale_after_days)
        owner = last.confirmed_by or account.profile.owner
        yield Line("stale", "stale", path, since, _days(account, since), owner=owner)


def _unmet(account: Account, ranked: str | None) -> Iterator[Line]:
    """Key people, and whoever was met before, without a contact in the account's interval; a visit that is planned is enough."""
    days, deciding, new = interval(account, ranked), set(deciders(account)), set(not_met(account))
    key = waiting(account, days)
    planned = {
        person
        for visit in account.visits.values()
        if visit.status == "planned" and not is_past(account, visit.date)
        for person in visit.stakeholder_ids
    }
    found = [(person, days_since(account, person)) for person in people(account) if person not in planned]
    late = [(who, since) for who, since in found if who in key or (since is not None and since > days)]
    for person, since in sorted(
        late, key=lambda one: (one[0] not in deciding, one[0] not in key, -(one[1] or 0))
    ):
        last = None if since is None else account.as_of - dt.timedelta(days=since)
        yield Line("unmet", "never" if person in new else "lapsed", f"stakeholders/{person}", last, since)


def interval(account: Account, ranked: str | None = None) -> int:
    """Days within which a person is met: the contact interval of the account's tier."""
    return contact_rules.interval(Analyses(account).read(CONTACTS.key), ranked)


# -- what is put off ----------------------------------------------------------------------------------


def origin(path: str, check: str) -> str:
    """What an action of the plan says that it comes from: the record, and what was the matter with it."""
    return f"{path}/{check}"


def reminded(account: Account, path: str) -> bool:
    """Whether an action of the plan brings this record up again on a later day."""
    return any(
        one.status == "open"
        and one.origin == origin(path, REMIND)
        and one.due is not None
        and one.due > account.as_of
        for one in account.plan.values()
    )


def _days(account: Account, when: dt.date | None) -> int | None:
    return None if when is None else (account.as_of - when).days


def _role(account: Account, person: str | None = None) -> str:
    return account.stakeholders[person].role_title if person in account.stakeholders else ""
