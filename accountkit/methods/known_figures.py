"""Figures of an account, and what is shown of them, worked out once for as long as what they rest on is equal.

An edit copies what it changes and leaves the other records as they are, so that most edits leave all of these figures as they
were; they are by far the most of the work that an edit makes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from accountkit import finance
from accountkit.errors import AccountkitError
from accountkit.finance.returns.dupont import Basis, DuPont
from accountkit.i18n import language
from accountkit.model import Account, Lever, Peer

Asked = ParamSpec("Asked")
Found = TypeVar("Found")
MOST = 8
"""So many answers of each kind are kept: those of one account under a few choices."""


def remembered(work: Callable[Asked, Found]) -> Callable[Asked, Found]:
    """Keep what `work` found for the last few things that it was asked, in each language. It must depend on nothing else, and
    nobody may change what it finds. An error is raised anew.
    """
    known: tuple[tuple[Any, Found], ...] = ()

    @wraps(work)
    def answer(*args: Asked.args, **named: Asked.kwargs) -> Found:
        nonlocal known
        asked = ([_as_it_is(one) for one in args], named, language())
        for before, found in known:
            if before == asked:
                return found
        found = work(*args, **named)
        known = ((asked, found), *known[: MOST - 1])
        return found

    return answer


def _as_it_is(value: Any) -> Any:
    """A collection of records by its records, whoever changes the collection afterwards."""
    return dict(value) if isinstance(value, Mapping) else value


latest = remembered(finance.latest)
"""`finance.latest`: the decomposition that tells most about the last year."""


@remembered
def returns_of_peers(
    peers: Mapping[str, Peer], *, steps: int = 3, basis: Basis = "average"
) -> dict[str, DuPont]:
    """The decomposition of every peer, on one basis."""
    return finance.peer_returns(peers, steps=steps, basis=basis)


@remembered
def beside_peers(
    own: DuPont, peers: Mapping[str, Peer], *, period_end: dt.date | None = None
) -> finance.Comparison:
    """The customer's year beside its peers', by name, on the basis and in the steps of its own decomposition.

    Raises `NotMeaningful` where there is no year to compare, `StatementError` where a peer's statements contradict each other.
    """
    others = returns_of_peers(peers, steps=own.steps, basis=own.basis)
    return finance.compare(own, others, names=finance.peer_names(peers), period_end=period_end)


def case_of(account: Account, dupont: DuPont, levers: Mapping[str, Lever]) -> finance.BusinessCase | None:
    """What some levers of the account are worth together; None without levers, or without a year to start from."""
    terms = (account.business_case, account.alternatives, account.currency)
    return _case(dupont, levers, *terms) if levers else None


@remembered
def _case(dupont: DuPont, *terms: Any) -> finance.BusinessCase | None:
    *given, currency = terms
    try:
        return finance.business_case(dupont, *given, currency=currency)
    except AccountkitError:
        return None
