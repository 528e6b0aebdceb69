"""What comes first in an account: its next commitment; its largest problem stands with the problems.

The overview, the landing page, the brief and the command line ask here, so that all of them name the same.
"""

from __future__ import annotations

import datetime as dt

from accountkit.i18n import _
from accountkit.methods.labels import label
from accountkit.model import Account, Commitment

PENDING = ("given", "asked", "planned")


def pending(account: Account) -> list[tuple[str, Commitment]]:
    """Commitments that are neither done nor refused and not overdue, by date; those without a date come last."""
    return [pair for pair in unkept(account) if not is_overdue(account, pair[1])]


def overdue(account: Account) -> list[tuple[str, Commitment]]:
    """Commitments whose date has passed while they are still open, the oldest first."""
    return [pair for pair in unkept(account) if is_overdue(account, pair[1])]


def next_commitment(account: Account) -> tuple[str, Commitment] | None:
    """The first commitment that is ahead; None if none is, even if some are overdue."""
    return next(iter(pending(account)), None)


def is_overdue(account: Account, commitment: Commitment) -> bool:
    """Whether a commitment should have been kept before the day as of which the account is judged, and was not."""
    return commitment.status in PENDING and is_past(account, commitment.due)


def is_past(account: Account, due: dt.date | None) -> bool:
    """Whether a day lies before the one as of which the account is judged."""
    return due is not None and due < account.as_of


def status_text(account: Account, commitment: Commitment) -> str:
    """The status of a commitment, and whether it is overdue."""
    status = label("commitment", commitment.status)
    return _("{status}, overdue").format(status=status) if is_overdue(account, commitment) else status


def unkept(account: Account) -> list[tuple[str, Commitment]]:
    """Commitments that are neither done nor refused, by date; those without a date come last."""
    found = [pair for pair in account.commitments.items() if pair[1].status in PENDING]
    return sorted(found, key=lambda pair: (pair[1].due is None, str(pair[1].due), pair[1].order, pair[0]))
