"""The review of an account in words, for the page that walks it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from accountkit.i18n import _, day
from accountkit.methods import Analyses
from accountkit.methods.chain.foremost import is_past
from accountkit.methods.chain.reviews import next_review
from accountkit.methods.subjects import customer_name
from accountkit.methods.week import review as rules
from accountkit.model import Account
from accountkit.panels.names import kind_and_title
from accountkit.panels.places import tab_of


@dataclass(frozen=True)
class Finding:
    """One finding: the record, what it is called, and the action proposed; `in_hand` says the open action that it became."""

    check: str
    path: str
    kind: str
    title: str
    tab: str
    action: str
    in_hand: str = ""


@dataclass(frozen=True)
class Action:
    """An action of the plan."""

    key: str
    action: str
    owner: str
    when: str
    late: bool = False


@dataclass(frozen=True)
class Walk:
    """A review: its checks with what each found, in order; what was done since the last one; what is carried forward."""

    slug: str
    customer: str
    last: str
    due: dt.date
    checks: tuple[tuple[str, str, tuple[Finding, ...]], ...]
    done: tuple[Action, ...]
    carried: tuple[Action, ...]
    next: str

    @property
    def open(self) -> int:
        """How many findings are not in hand."""
        return sum(not one.in_hand for _check, _name, found in self.checks for one in found)


def walk(account: Account) -> Walk:
    """The review of an account, in the current language (which the account is in too)."""
    found = rules.review(Analyses(account))
    last, planned = found.last, next_review(account)
    return Walk(
        account.slug,
        customer_name(account),
        _("{day}, {who}").format(day=day(last.done_on), who=last.owner or "–") if last else "",
        account.as_of + dt.timedelta(days=14),
        tuple(
            (
                check,
                _(name),
                tuple(_finding(account, one, action) for one in found.found if one.check == check),
            )
            for check, (name, action) in rules.CHECKS.items()
        ),
        tuple(_action(account, key) for key in found.done),
        tuple(_action(account, key) for key in found.carried),
        day(planned) if planned else "",
    )


def _finding(account: Account, one: rules.Found, action: str) -> Finding:
    kind, title = kind_and_title(account, one.path)
    if "/" not in one.path and one.path != "objective":
        kind, title = _("Account"), ""
    hand = account.plan.get(one.in_hand)
    return Finding(
        one.check,
        one.path,
        kind,
        title,
        tab_of(account, one.path),
        _(action).format(what=title or kind),
        _("In the plan: {owner}, {day}").format(owner=hand.owner or "–", day=day(hand.due)) if hand else "",
    )


def _action(account: Account, key: str) -> Action:
    one = account.plan[key]
    when = one.done_on if one.status == "done" else one.due
    late = one.status == "open" and is_past(account, one.due)
    return Action(key, one.action, one.owner, day(when) if when else "", late)
