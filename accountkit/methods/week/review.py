"""The review of an account: what is checked, which action follows from each finding, and what the last one led to.

Every check asks the rule that exists: gaps of the chain, claims and their evidence, contact with the customer's people. A
finding becomes an action of the plan by one accept; the action's origin names the record and the check, so that the next
review shows it as in hand, and not as found again. A review that was held is an action of the plan too (`chain.reviews`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from accountkit.errors import InvalidEdit
from accountkit.i18n import N_, _
from accountkit.methods.chain.completeness import claims
from accountkit.methods.chain.foremost import PENDING
from accountkit.methods.chain.gaps import gaps
from accountkit.methods.chain.reviews import REVIEW, REVIEW_DAYS, last_review, planned_review
from accountkit.methods.meetings.recording import planned
from accountkit.methods.method import Given
from accountkit.methods.people.network import not_met, single_thread
from accountkit.methods.problems.reading import problems
from accountkit.methods.week.lines import REMIND, in_order, origin, reminded, stale
from accountkit.methods.wording import worded
from accountkit.model import Account, Edit, PlanAction, field_evidence, new_id, value_at

WEEK_DAYS = 7
FROM_THE_CHAIN = {
    "broken_link": "broken_link",
    "objective_missing": "undated",
    "objective_without_date": "undated",
}
"""Which breaks of the chain a review walks, and under which check."""
CHECKS: dict[str, tuple[str, str]] = {
    "broken_link": (N_("Broken links"), N_("Repair the link: {what}")),
    "money": (N_("Assumed claims that carry money"), N_("Confirm with the customer: {what}")),
    "stale": (N_("Stale evidence"), N_("Renew the evidence: {what}")),
    "thread": (N_("Contact by one person alone"), N_("Meet a second person of the customer")),
    "not_met": (N_("Key people not met yet"), N_("Request a first meeting: {what}")),
    "undated": (N_("No dated commitment"), N_("Request a commitment with a date: {what}")),
}
"""The checks of a review in its order: name, and the action that follows from a finding."""


@dataclass(frozen=True)
class Found:
    """One finding of a check (a key of `CHECKS`): the record, and the open action of the plan that it became before, if any."""

    check: str
    path: str
    in_hand: str = ""


@dataclass(frozen=True)
class Review:
    """The review of an account: what it found, the actions done since the last one, and those that are carried forward."""

    last: PlanAction | None
    found: tuple[Found, ...]
    done: tuple[str, ...]
    carried: tuple[str, ...]


def review(analyses: Given) -> Review:
    """The review of an account as it stands."""
    account, held = analyses.account, last_review(analyses.account)
    last = held[1] if held else None
    since = last.done_on if last else None
    actions = sorted(
        (item for item in account.plan.items() if item[1].origin != REVIEW),
        key=lambda item: (item[1].due is None, str(item[1].due), item[1].order),
    )
    carried = {one.origin: key for key, one in actions if one.status == "open"}
    return Review(
        last,
        tuple(
            Found(check, path, carried.get(origin(path, check), ""))
            for check, path in dict.fromkeys(_all(analyses))
        ),
        tuple(
            key
            for key, one in actions
            if one.status == "done" and (since is None or (one.done_on and one.done_on >= since))
        ),
        tuple(key for key, one in actions if one.status == "open"),
    )


def _all(analyses: Given) -> Iterator[tuple[str, str]]:
    account = analyses.account
    for gap in gaps(analyses):
        if gap.code in FROM_THE_CHAIN:
            yield FROM_THE_CHAIN[gap.code], gap.path
    yield from (("money", path) for path in _carrying_money(analyses))
    yield from (("stale", line.path) for line in in_order(stale(account)))
    if single_thread(account):
        yield "thread", "stakeholders"
    yield from (("not_met", f"stakeholders/{person}") for person in not_met(account))
    for key, one in account.commitments.items():
        if one.status in PENDING and one.due is None:
            yield "undated", f"commitments/{key}"


def _carrying_money(analyses: Given) -> Iterator[str]:
    """Deals with a sum, problems with a value and levers, as far as they rest on nothing but our word."""
    account = analyses.account
    for key, deal in account.opportunities.items():
        resting = field_evidence(deal, "how_much") or deal.evidence
        if deal.outcome == "open" and deal.how_much and account.standing(resting) == "assumed":
            yield f"opportunities/{key}"
    worth = {f"problems/{one.id}" for one in problems(analyses).entries if one.worth}
    for path, standing, _stale in claims(account):
        if standing == "assumed" and (path in worth or path.startswith("levers/")):
            yield path


# -- what a click changes: each is one step of the account ---------------------------------------------------------


def take_on(
    account: Account, check: str, path: str, action: str, owner: str, due: dt.date | None
) -> tuple[Edit, ...]:
    """A finding becomes an action of the plan. Raises `InvalidEdit` for what is no check, or has no owner or date."""
    if check not in CHECKS:
        raise InvalidEdit(_("This finding is out of date. Reload the page."))
    if not action.strip() or not owner.strip() or due is None:
        raise InvalidEdit(_("An action needs a text, an owner and a date. Enter all three."))
    made = PlanAction(action=action.strip(), owner=owner.strip(), due=due, origin=origin(path, check))
    return (_added(account, made),)


def held(account: Account, by: str, found: int) -> tuple[Edit, ...]:
    """A review was held on the account's day by a person: kept as done, and the next one planned in 90 days."""
    day, known = account.as_of, planned_review(account)
    name, wording = worded(lambda: _("Review of the account"))
    result, also = worded(lambda: _("Findings: {n}").format(n=found))
    fields = {"status": "done", "done_on": day.isoformat(), "owner": by, "result": result}
    done = (
        tuple(Edit(f"plan/{known[0]}/{field}", value) for field, value in fields.items())
        if known
        else (_added(account, PlanAction.model_validate({"action": name, "origin": REVIEW, **fields})),)
    )
    following = PlanAction(action=name, origin=REVIEW, owner=by, due=day + dt.timedelta(days=REVIEW_DAYS))
    return (*done, _added(account, following), *wording, *also)


def done(account: Account, path: str) -> tuple[Edit, ...]:
    """A commitment or an action of the plan is done, on the account's day."""
    collection = path.split("/")[0]
    if collection not in ("commitments", "plan"):
        raise InvalidEdit(_("This cannot be marked as done. Reload the page."))
    _there(account, path)
    return (Edit(f"{path}/status", "done"), Edit(f"{path}/done_on", account.as_of.isoformat()))


def remind(account: Account, path: str, by: str, what: str) -> tuple[Edit, ...]:
    """Bring a record, which is called `what`, up again in a week: an action of the plan moves, anything else gets one."""
    _there(account, path)
    due = account.as_of + dt.timedelta(days=WEEK_DAYS)
    if path.startswith("plan/"):
        return (Edit(f"{path}/due", due.isoformat()),)
    if reminded(account, path):
        return ()
    said, wording = worded(lambda: _("Follow up: {what}").format(what=what))
    action = PlanAction(action=said, owner=by, due=due, origin=origin(path, REMIND))
    return (_added(account, action), *wording)


def visit(account: Account, path: str, by: str) -> tuple[Edit, ...]:
    """A visit to a person, planned without a date yet."""
    _there(account, path)
    return (Edit(f"visits/{new_id('visit')}", planned(account, path.split("/")[1], by)),)


def _there(account: Account, path: str) -> None:
    if "/" not in path or not isinstance(value_at(account, path), dict):
        raise InvalidEdit(_("This record was deleted. Reload the page."))


def _added(account: Account, action: PlanAction) -> Edit:
    return Edit(f"plan/{new_id('plan')}", action.model_copy(update={"order": len(account.plan)}))
