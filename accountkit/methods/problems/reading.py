"""What the register of problems holds: each open problem with its type, tree, size, worth and methods, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accountkit.i18n import _
from accountkit.methods import labels
from accountkit.methods.method import Given
from accountkit.methods.problems.rules import QUESTIONS, TYPES, Gap, Tree, classify, grow, needs_of, size
from accountkit.methods.problems.worksheet_methods import BY_TYPE
from accountkit.methods.problems.worth import Values, Worth
from accountkit.model import Account, Problem
from accountkit.model.evidence import Status

KEY = "problem_types"
"""The key of the method."""


@dataclass(frozen=True)
class Entry:
    """One problem of the register with everything that follows from it.

    `methods` are keys of `analysis_methods`, the type's three; where a rival is named the difference comparison is
    among them. `asks` is the field of the next classification question, None when all are answered.
    """

    id: str
    problem: Problem
    status: Status
    stale: bool
    gap: Gap
    tree: Tree
    size: int
    worth: Worth | None
    needs: tuple[str, ...]
    methods: tuple[str, ...]
    asks: str | None
    admitted_by: tuple[str, ...]

    @property
    def admitted(self) -> bool:
        """Whether somebody at the customer has said that it is a problem; one that nobody admits is shown grey."""
        return self.problem.admitted == "yes" or bool(self.admitted_by)

    @property
    def verdict(self) -> str:
        """The type in words; else whether there is no problem yet, or not yet a measure."""
        if self.gap.primary:
            return _(TYPES[self.gap.primary][0])
        return (
            _("not a problem yet; keep watching")
            if self.gap.measured
            else labels.label("verdict", "not_measured")
        )


@dataclass(frozen=True)
class Problems:
    """The open problems in the order of the register, and the ids of the closed ones."""

    entries: tuple[Entry, ...]
    closed: tuple[str, ...]

    def entry(self, key: str) -> Entry | None:
        return next((entry for entry in self.entries if entry.id == key), None)


def problems(analyses: Given) -> Problems:
    """What was found, worked out once."""
    return analyses.read(KEY)


def measure(account: Account) -> Problems:
    """All open problems that are not refuted, in the order of `precedence`, then by size, then as entered."""
    values = Values(account)
    entries = [
        _entry(account, values, key, problem)
        for key, problem in account.problems.items()
        if not problem.closed
    ]
    live = [entry for entry in entries if entry.status != "refuted"]
    live.sort(key=lambda e: (*(-part for part in precedence(e)), -e.size, e.problem.order, e.id))
    return Problems(tuple(live), tuple(key for key, problem in account.problems.items() if problem.closed))


def largest_problem(entries: Sequence[Entry]) -> Entry | None:
    """The open problem to start with: the first by `precedence`. None if there is none."""
    return max(entries, key=precedence, default=None)


ADMITTED = {True: 1.0, False: 0.1}
"""How far a problem counts by whether someone at the customer acknowledges it."""
PROVEN = {"confirmed": 1.0, "assumed": 0.5, "refuted": 0.0}
"""How far a problem counts by what it rests on. Age does not count: the line of an account must not change overnight."""


def precedence(entry: Entry) -> tuple[int, float, float]:
    """What decides which problem comes first: worth × acknowledgement × evidence; greater comes first.

    Money that comes every year, money that comes once and no money at all are not compared with each other (the first
    number). Without money the last number, acknowledgement × evidence, decides.
    """
    trust = ADMITTED[entry.admitted] * PROVEN[entry.status]
    if entry.worth is None:
        return 0, 0.0, trust
    return (2 if entry.worth.yearly else 1), entry.worth.amount * trust, trust


def _entry(account: Account, values: Values, key: str, problem: Problem) -> Entry:
    gap = classify(problem)
    return Entry(
        id=key,
        problem=problem,
        status=account.standing(problem.evidence),
        stale=account.stale(problem.evidence),
        gap=gap,
        tree=grow(problem.nodes),
        size=size(account, problem),
        worth=values.worth(problem, gap),
        needs=tuple(needs_of(account, key)),
        methods=methods(problem, gap),
        asks=next_question(problem),
        admitted_by=admitters(account, key, problem),
    )


def methods(problem: Problem, gap: Gap) -> tuple[str, ...]:
    """The three methods of the primary type; compared with a rival, the difference comparison comes first."""
    keys = tuple(method.key for method in BY_TYPE.get(gap.primary or "", ()))
    if problem.rival and problem.past_best is None:
        return ("difference", *(key for key in keys if key != "difference"))
    return keys


def next_question(problem: Problem) -> str | None:
    """The first classification question without an answer. "Never better" is an answer once the rest is known."""
    known = {
        "past_best": problem.past_best is not None or None not in (problem.current, problem.expected),
        "current": problem.current is not None,
        "expected": problem.expected is not None,
        "risk_trend": problem.risk_trend is not None,
        "felt_by": bool(problem.felt_by) and problem.admitted != "unknown",
    }
    return next((field for field in QUESTIONS if not known[field]), None)


def admitters(account: Account, key: str, problem: Problem) -> tuple[str, ...]:
    """Who admits the problem: those marked so; if none is, those who feel it, once it is marked as admitted."""
    marked = tuple(who for who, person in account.stakeholders.items() if key in person.admits)
    if marked or problem.admitted != "yes":
        return marked
    return tuple(who for who in problem.felt_by if who in account.stakeholders)
