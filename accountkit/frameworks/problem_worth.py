"""What a problem is worth, and by which rule.

    prevent                    probability × loss, per year
    net margin in per cent     (expected − current) × revenue of the last year, per year
    asset turnover             revenue / current − revenue / expected: assets freed, once
    otherwise                  the estimate that a person entered, per year

Freed assets do nothing for the return by themselves (methods, dupont_roe rule 5), so they are never called yearly.
"""

from __future__ import annotations

from dataclasses import dataclass

from accountkit.frameworks.problem_rules import Gap
from accountkit.i18n import _, money, number, percent, points
from accountkit.model import Account, Problem


@dataclass(frozen=True)
class Worth:
    """An amount in the account's currency, whether it comes every year or once, and the rule in words."""

    amount: float
    yearly: bool
    how: str

    def text(self, currency: str) -> str:
        """The amount as a reader reads it: ``US$ 38.0 m a year``."""
        pattern = _("{amount} a year") if self.yearly else _("{amount} once")
        return pattern.format(amount=money(self.amount, currency))


def annual_revenue(account: Account) -> float | None:
    """Revenue of the last statement that has one, brought to twelve months; None where none has."""
    for statement in sorted(account.statements.values(), key=lambda s: s.period_end, reverse=True):
        if "revenue" in statement.figures:
            return statement.figures["revenue"].value * 12 / statement.months
    return None


def worth(account: Account, problem: Problem, gap: Gap) -> Worth | None:
    """What solving the problem is worth; None where neither a rule nor a person says."""
    return _expected_loss(account, problem, gap) or _driver_gap(account, problem, gap) or _estimate(problem)


def _expected_loss(account: Account, problem: Problem, gap: Gap) -> Worth | None:
    if gap.primary not in ("prevent", None) or problem.probability is None or problem.loss is None:
        return None
    how = _("probability {p} × loss {loss} a year").format(
        p=percent(problem.probability, 0), loss=money(problem.loss, account.currency)
    )
    return Worth(problem.probability * problem.loss, True, how)


def _driver_gap(account: Account, problem: Problem, gap: Gap) -> Worth | None:
    revenue = annual_revenue(account)
    c, x = problem.current, problem.expected
    if revenue is None or c is None or x is None or not gap.types or x <= c:
        return None
    if problem.driver == "margin" and problem.unit == "%":
        how = _("gap {gap} × revenue {revenue}").format(
            gap=points((x - c) / 100), revenue=money(revenue, account.currency)
        )
        return Worth((x - c) / 100 * revenue, True, how)
    if problem.driver == "turnover" and c > 0:
        how = _("assets freed at revenue {revenue}, from {current} to {expected} turns").format(
            revenue=money(revenue, account.currency), current=number(c), expected=number(x)
        )
        return Worth(revenue / c - revenue / x, False, how)
    return None


def _estimate(problem: Problem) -> Worth | None:
    return None if problem.worth is None else Worth(problem.worth, True, _("own estimate"))
