"""What every section of a brief reads: the account as this reader may see it, and what the analyses say about it.

Everything is worked out once, when it is first asked for. Evidence is numbered in the order in which it is cited, so
that the list at the end reads along with the text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from accountkit import finance, methods
from accountkit.brief.blocks import Edition, Mark
from accountkit.brief.sources import acceptable
from accountkit.brief.wording import shortened
from accountkit.errors import AccountkitError
from accountkit.finance.peers.comparison import Comparison
from accountkit.i18n import _
from accountkit.methods.analyses import Lines
from accountkit.methods.assessment import Assessment
from accountkit.methods.known_figures import beside_peers, case_of
from accountkit.methods.numbers.dupont_roe import decomposed, return_on_equity
from accountkit.model import Account, Evidence, Lever, Practice


@dataclass
class Citations:
    """Evidence in the order of first mention; entries that a reader could not tell apart share a number."""

    account: Account
    accepts: Callable[[Evidence], bool] = lambda entry: True
    numbers: dict[str, int] = field(default_factory=dict)
    first: dict[tuple[object, ...], str] = field(default_factory=dict)

    def __call__(self, evidence: Iterable[str]) -> tuple[int, ...]:
        """The numbers of these entries; entries that are gone, or that this reader does not accept, have none."""
        known = dict.fromkeys(self._same(key) for key in evidence if self._known(key))
        return tuple(self.numbers.setdefault(key, len(self.numbers) + 1) for key in known)

    def _known(self, key: str) -> bool:
        return key in self.account.evidence and self.accepts(self.account.evidence[key])

    def _same(self, key: str) -> str:
        """The first entry that looks like this one in the table of sources; a note is not shown there."""
        entry = self.account.evidence[key]
        shown = (
            entry.source,
            entry.url,
            entry.date,
            entry.who or entry.confirmed_by,
            entry.grade,
            entry.status,
        )
        return self.first.setdefault(shown, key) if any(shown[:3]) else key


class Story:
    """One account on its way into a brief."""

    def __init__(
        self,
        account: Account,
        edition: Edition,
        *,
        before: Account | None = None,
        since: dt.date | None = None,
        practice: Practice | None = None,
        accounts: Lines = (),
        order: Sequence[str] = (),
    ):
        self.account, self.edition, self.before, self.since = account, edition, before, since
        self.practice, self.accounts, self.order = practice, accounts, order
        self.cite = Citations(account) if self.internal else Citations(account, self._accepts)

    def _accepts(self, entry: Evidence) -> bool:
        return acceptable(entry, self.account.profile)

    @property
    def internal(self) -> bool:
        return self.edition == "internal"

    @property
    def name(self) -> str:
        """The customer's name as its reader writes it."""
        from accountkit.i18n import language

        profile = self.account.profile
        name = profile.name_zh if language() == "zh_CN" and profile.name_zh else profile.name
        return shortened(name or profile.name_zh, 120) or self.account.slug

    def mark(self, evidence: Iterable[str]) -> Mark:
        """What a claim on this evidence rests on; stale where it was confirmed and all of it is old."""
        evidence = tuple(evidence)
        standing = self.account.standing(evidence)
        return "stale" if standing == "confirmed" and self.account.stale(evidence) else standing

    def worded(self, internal: str, customer: str) -> str:
        """The sentence of this edition; each is written for its own reader."""
        return internal if self.internal else customer

    def assessed(self, framework: str) -> Assessment:
        """What a framework says, worked out once."""
        return self.analyses.assess(framework)

    @cached_property
    def analyses(self) -> methods.Analyses:
        """The readings of all methods, for this reader's account."""
        return methods.Analyses(self.account, self.practice, self.accounts)

    @cached_property
    def dupont(self) -> finance.DuPont | None:
        """The decomposition in three steps, as the app shows it; None without statements that allow one."""
        found = return_on_equity(self.analyses).dupont
        return found if found.years else None

    @property
    def our_solution(self) -> str:
        """What our solution is called beside the alternatives."""
        return self.worded(_("Our solution"), _("The proposed solution"))

    @cached_property
    def business_case(self) -> finance.BusinessCase | None:
        """What the levers that this reader may see are worth together; None if none can be valued."""
        return self.case_of(self.account.levers)

    def case_of(self, levers: Mapping[str, Lever]) -> finance.BusinessCase | None:
        """What some levers are worth together; None if none can be valued, or without a year to start from."""
        case = case_of(self.account, self.dupont, levers) if self.dupont else None
        return case if case and case.levers else None

    @cached_property
    def comparison(self) -> Comparison | None:
        """The customer's latest year beside its peers'; None where there is no year or no peer."""
        peers = self.account.peers
        if self.dupont is None or not peers:
            return None
        try:
            return beside_peers(self.dupont, peers)
        except AccountkitError:
            return None

    @cached_property
    def dupont_five(self) -> finance.DuPont | None:
        try:
            return decomposed(self.account, 5) if self.dupont else None
        except AccountkitError:
            return None

    @cached_property
    def change(self) -> finance.Attribution | None:
        """What moved the return between the last two years; None where there are not two."""
        try:
            return finance.attribution(self.dupont) if self.dupont else None
        except AccountkitError:
            return None
