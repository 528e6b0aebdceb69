"""Reviews of an account: actions of its plan whose origin is `REVIEW`; one that was held is done, by its owner, on its day.

A review is due 90 days after the last one (a quarter: methods, plan_tracking).
"""

from __future__ import annotations

import datetime as dt

from accountkit.model import Account, PlanAction

REVIEW = "review"
REVIEW_DAYS = 90


def last_review(account: Account) -> tuple[str, PlanAction] | None:
    """The last review that was held: an action of the plan whose origin is `REVIEW`, done on its day by its owner."""
    held = [
        (str(one.done_on), key) for key, one in account.plan.items() if one.origin == REVIEW and one.done_on
    ]
    key = max(held)[1] if held else ""
    return (key, account.plan[key]) if held else None


def planned_review(account: Account) -> tuple[str, PlanAction] | None:
    """The review that is planned, the first of several."""
    open_ = [
        (str(one.due), key)
        for key, one in account.plan.items()
        if one.origin == REVIEW and one.status == "open" and one.due
    ]
    return (min(open_)[1], account.plan[min(open_)[1]]) if open_ else None


def next_review(account: Account) -> dt.date | None:
    """The day of the next review: the one planned, else 90 days after the last; None where none was ever held or planned."""
    planned, last = planned_review(account), last_review(account)
    if planned:
        return planned[1].due
    return last[1].done_on + dt.timedelta(days=REVIEW_DAYS) if last and last[1].done_on else None
