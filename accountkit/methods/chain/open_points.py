"""What to settle before the meeting, first that on which most money hangs.

The money of a claim is the value of the problem that it is about, else of its lever, else the deal's amount times what the
claim decides of it; what has no value comes last (proposed). Money that comes every year stands before money that comes
once, and what the customer gains before what we sell: they are not compared. The app, the brief and the command line ask
here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from accountkit.errors import AccountkitError
from accountkit.finance.levers.scenario import scenario
from accountkit.i18n import ESTIMATE, N_, _, language, money, use_language
from accountkit.methods.chain.completeness import claims
from accountkit.methods.chain.gaps import gaps, holder_name
from accountkit.methods.findings import problems_by_finding
from accountkit.methods.method import Given
from accountkit.methods.numbers.dupont_roe import return_on_equity
from accountkit.methods.problems import reading as problem_reading
from accountkit.methods.problems.worth import Worth
from accountkit.methods.wording import WhenSeen, lower_first
from accountkit.model import Account

DECIDES = {"high": 1.0, "mid": 0.5, "low": 0.25}
"""What a commitment of each level decides of its deal (proposed)."""
TASKS = {
    "stale": (N_("The evidence for {claim} is older than {days} days."), N_("Update")),
    "assumed": (N_("{claim} is assumed."), N_("Confirm")),
}
CLAIMED = ("problems", "findings", "needs", "commitments")


@dataclass(frozen=True)
class OpenPoint:
    """One thing to settle: its kind (gap, stale, assumed), the text, the record, the word on the button, and the money that
    hangs on it in words; empty where none does."""

    kind: str
    text: str
    path: str
    action: str
    money: str = ""


def open_points(analyses: Given) -> Sequence[OpenPoint]:
    """All of them in the order of worth; of equal ones what breaks the chain, then what is stale, then what is assumed."""
    stakes = Stakes(analyses)
    found = [(stakes.of(path), told) for path, told in _points(analyses)]
    found.sort(key=lambda one: _size(one[0]), reverse=True)
    return WhenSeen(found, lambda one: replace(one[1](), money=one[0].text))


@dataclass(frozen=True)
class Stake:
    """The money that hangs on a claim: 3 comes every year, 2 once, 1 is the part of a deal, 0 is none."""

    rank: int = 0
    amount: float = 0.0
    text: str = ""


NOTHING = Stake()


class Stakes:
    """The money that hangs on the records of an account."""

    def __init__(self, analyses: Given) -> None:
        self.analyses, self.account = analyses, analyses.account

    def of(self, path: str) -> Stake:
        """The stake of the record at `path`."""
        collection, key, *_rest = (*self.account.present_path(path).split("/"), "")
        problems = (self._problem(one) for one in self._problems(collection, key))
        most = max(problems, key=_size, default=NOTHING)
        return (
            most if most.rank else self._lever(key) if collection == "levers" else self._deal(collection, key)
        )

    @cached_property
    def _worth(self) -> dict[str, Worth | None]:
        return {entry.id: entry.worth for entry in problem_reading.problems(self.analyses).entries}

    @cached_property
    def _by_finding(self) -> dict[str, tuple[str, ...]]:
        return problems_by_finding(self.account)

    @cached_property
    def _by_problem(self) -> dict[str, Stake]:
        currency = self.account.currency
        return {
            key: Stake(3 if worth.yearly else 2, worth.amount, worth.text(currency))
            for key, worth in self._worth.items()
            if worth
        }

    def _problem(self, key: str) -> Stake:
        return self._by_problem.get(key, NOTHING)

    def _problems(self, collection: str, key: str) -> Iterator[str]:
        """The problems that a record is about."""
        account = self.account
        kept = getattr(account, collection, None)
        found = kept.get(key) if isinstance(kept, Mapping) else None
        if collection == "problems":
            yield key
        elif collection == "findings":
            yield from self._by_finding.get(key, ())
        elif collection in ("needs", "levers", "motives", "commitments") and found:
            about = account.motives.get(getattr(found, "motive_id", None) or "", found)
            need = account.needs.get(getattr(about, "need_id", None) or "")
            yield from filter(None, (getattr(about, "problem_id", None), need.problem_id if need else None))

    def _lever(self, key: str) -> Stake:
        """What a lever adds to a year's profit; none while no year has a return to start from."""
        try:
            levers = {key: self.account.levers[key]}
            own, currency = return_on_equity(self.analyses).dupont, self.account.currency
            profit = scenario(own, levers, currency=currency).cases["base"].profit
        except AccountkitError:
            return NOTHING
        return Stake(3, profit, Worth(profit, True, "").text(currency)) if profit > 0 else NOTHING

    def _deal(self, collection: str, key: str) -> Stake:
        """The part of a deal that hangs on a record: all of it on the deal, by its level on a commitment, by their number
        on one of its needs. No other records have a part in one."""
        if collection not in ("opportunities", "needs", "commitments"):
            return NOTHING
        return max(
            (
                self._part(one, collection, key)
                for one, deal in self.account.opportunities.items()
                if deal.is_open
            ),
            key=_size,
            default=NOTHING,
        )

    def _part(self, deal_id: str, collection: str, key: str) -> Stake:
        deal, share = self.account.opportunities[deal_id], 0.0
        if collection == "opportunities" and key == deal_id:
            share = 1.0
        elif collection == "needs" and key in deal.need_ids:
            share = 1 / len(deal.need_ids)
        elif collection == "commitments" and key in self.account.commitments:
            asked = self.account.commitments[key]
            share = DECIDES[asked.level] * (asked.opportunity_id == deal_id or key in deal.commitment_ids)
        amount = (deal.how_much or 0) * share
        if amount <= 0:
            return NOTHING
        return Stake(1, amount, money(amount, deal.currency or self.account.currency, ESTIMATE))


def _size(stake: Stake) -> tuple[int, float]:
    return stake.rank, stake.amount


def _points(analyses: Given) -> Iterator[tuple[str, Callable[[], OpenPoint]]]:
    """The record of each point, and what puts the point into words."""
    account, lang = analyses.account, language()
    for gap in gaps(analyses):
        yield gap.path, partial(OpenPoint, "gap", gap.text, gap.path, gap.action)
    found: dict[str, list[str]] = {kind: [] for kind in TASKS}
    for path, standing, stale in claims(account):
        if path.split("/")[0] in CLAIMED:
            if stale:
                found["stale"].append(path)
            elif standing == "assumed":
                found["assumed"].append(path)
    for kind, paths in found.items():
        yield from ((path, partial(_task, account, kind, path, lang)) for path in paths)


def _task(account: Account, kind: str, path: str, lang: str) -> OpenPoint:
    """What is stale, or only assumed, in the words of the language in which it was asked for."""
    with use_language(lang):
        text, action = TASKS[kind]
        claim = holder_name(account, path)
        claim = lower_first(claim) if kind == "stale" else claim
        return OpenPoint(kind, _(text).format(claim=claim, days=account.stale_after_days), path, _(action))
