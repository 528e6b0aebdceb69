"""What our levers promise against what the measures of their problems show today (methods, delivered_value)."""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.methods.problems.sentences import measured, metric, name
from accountkit.methods.sentences import Word, count, text, written
from accountkit.model import Account, Problem


def promises(account: Account) -> tuple[Problem, ...]:
    """The problems that a lever of ours answers, with a measure of today and an expected one, in the account's order."""
    levers = [one for one in account.levers.values() if account.standing(one.evidence) != "refuted"]
    needs = account.needs
    ids = {
        one.problem_id or (needs[one.need_id].problem_id if one.need_id in needs else None) for one in levers
    }
    found = [account.problems[key] for key in ids if key in account.problems]
    return tuple(
        sorted(
            (one for one in found if one.current is not None and one.expected is not None),
            key=lambda one: one.order,
        )
    )


def behind(problem: Problem) -> float:
    """How far the measure of today is from the promised one, as a share of that; 0 where the promise is kept."""
    current, expected = problem.current or 0.0, problem.expected or 0.0
    short = expected - current if problem.direction == "higher" else current - expected
    return max(short, 0.0) / (abs(expected) or abs(current) or 1.0)


def words(account: Account) -> Mapping[str, Word]:
    """How many promised measures are reached, and the one that is furthest behind: today and as promised."""
    known = promises(account)
    worst = max(known, key=behind, default=None)
    if worst is None:
        return {}
    found: dict[str, Word] = {
        "promised": count(len(known)),
        "reached": count(sum(behind(one) == 0 for one in known)),
    }
    if behind(worst) == 0:
        return found
    unit = worst.unit
    return found | {
        "measure": text(metric(worst) or name(worst)),
        "now": written(measured(worst.current, unit)),
        "then": written(measured(worst.expected, unit)),
    }
