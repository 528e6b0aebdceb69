"""What a problem of an account is worth: `accountkit.finance.levers.worth` on the account's statements and peers.

The rule follows the problem's type (restore: the own past; prevent: probability × loss; pursue ideal: the best usable
quartile or a named peer) and stands in one place, `finance`; here it is given the account's figures and put in the words
of the register. Freed assets do nothing for the return by themselves (methods, dupont_roe rule 5): a turnover is shown
by what it frees, once, and never as yearly.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from accountkit import finance
from accountkit.errors import AccountkitError
from accountkit.i18n import ESTIMATE, _, money
from accountkit.methods.known_figures import beside_peers, latest
from accountkit.methods.problems.rules import Gap
from accountkit.model import Account, Problem


@dataclass(frozen=True)
class Worth:
    """An amount in the account's currency, whether it comes every year or once, and the rule in words."""

    amount: float
    yearly: bool
    how: str

    def text(self, currency: str, like: float | None = None) -> str:
        """The amount as a reader reads it: ``US$ 38 m a year``; on the scale of another one (`like`)."""
        pattern = _("{amount} a year") if self.yearly else _("{amount} one-off")
        return pattern.format(amount=money(self.amount, currency, ESTIMATE, like=like))


class Values:
    """The figures of an account that value its problems, worked out once and only when a problem asks for them."""

    def __init__(self, account: Account) -> None:
        self.account = account

    @cached_property
    def own(self) -> finance.DuPont:
        try:
            return latest(self.account.statements, basis="average")
        except AccountkitError:
            # statements that contradict each other value nothing; the return itself says what is wrong with them
            return finance.dupont({})

    @cached_property
    def peers(self) -> finance.Comparison | None:
        """The comparison with the account's peers; None where there is nothing to compare."""
        if not self.account.peers or self.own.latest is None:
            return None
        try:
            return beside_peers(self.own, self.account.peers)
        except AccountkitError:
            # a peer whose statements contradict each other values nothing; the numbers panel says so
            return None

    def worth(self, problem: Problem, gap: Gap) -> Worth | None:
        """What solving the problem is worth; None where neither a rule nor a person says."""
        found = finance.worth(
            problem,
            gap.primary,
            self.own,
            self.peers,
            peer=self.account.rival_of(problem),
            revenue=annual_revenue(self.account),
            currency=self.account.currency,
        )
        if found.released is not None:
            return Worth(found.released, False, found.text)
        if found.amount is None:
            return None
        return Worth(found.amount, True, _("our figure") if found.rule == "estimate" else found.text)


def annual_revenue(account: Account) -> float | None:
    """Revenue of the last statement that has one, brought to twelve months; None where none has."""
    for statement in sorted(account.statements.values(), key=lambda s: s.period_end, reverse=True):
        if "revenue" in statement.figures:
            return statement.figures["revenue"].value * 12 / statement.months
    return None
