"""The rules of problem analysis: type from the measure, verdict on the tree, size, worth (methods, problem_types).

With "lower is better" values turned negative, b past best, c current, x expected, t tolerance (default 5 % of |b|, of
|c| where b is unknown or zero):

    restore        b known, c < b − t and x > c            part = min(b − c, x − c)
    pursue_ideal   x > max(b, c) + t                       part = x − max(b, c)
    prevent        c ≥ b − t (b unknown: c acceptable) and risk trend ≥ 4

The primary type has the larger part; prevent is primary only if neither other holds.
"""

from __future__ import annotations

from dataclasses import dataclass

from accountkit.i18n import N_
from accountkit.model import Account, Need, Node, Problem
from accountkit.model.problems import ProblemType

TYPES: dict[str, tuple[str, str]] = {
    "restore": (N_("Restore"), N_("below its best level")),
    "prevent": (N_("Prevent"), N_("acceptable today, but the risk is rising")),
    "pursue_ideal": (N_("Pursue"), N_("works, but could be better")),
}
QUESTIONS: dict[str, str] = {
    "past_best": N_("What was the best level, and when?"),
    "current": N_("What is the current level?"),
    "expected": N_("What is your target, and by when?"),
    "risk_trend": N_("What happens if you do nothing?"),
    "felt_by": N_("Who is affected, and have they said so?"),
}
"""The classification questions by the field they fill, in the order in which they are asked."""
RISING = 4
DEFAULT_TOLERANCE = 0.05


@dataclass(frozen=True)
class Gap:
    """What the measure of a problem says: the types that hold, the primary first, and the parts of the gap.

    Parts are in the unit of the measure, None where the type does not hold. `measured` says whether the questions are
    answered so far that "no problem yet" is a verdict and not a lack of answers.
    """

    types: tuple[ProblemType, ...]
    restore_part: float | None
    ideal_part: float | None
    tolerance: float | None
    measured: bool

    @property
    def primary(self) -> ProblemType | None:
        return self.types[0] if self.types else None


@dataclass(frozen=True)
class Tree:
    """The tree of causes: how deep, how many branches, its leaves, and nodes that hang on a parent that is gone."""

    depth: int
    branches: int
    leaves: tuple[str, ...]
    orphans: tuple[str, ...]

    @property
    def analysed(self) -> bool:
        """Depth of two or more and at least two branches explored."""
        return self.depth >= 2 and self.branches >= 2


def classify(problem: Problem) -> Gap:
    """The types of a problem by rule 1."""
    sign = 1 if problem.direction == "higher" else -1
    b, c, x = (
        None if v is None else sign * v for v in (problem.past_best, problem.current, problem.expected)
    )
    t = tolerance(problem)
    restore = _restore_part(b, c, x, t)
    ideal = _ideal_part(b, c, x, t)
    parts: dict[ProblemType, float] = {}
    if restore is not None:
        parts["restore"] = restore
    if ideal is not None:
        parts["pursue_ideal"] = ideal
    types = sorted(parts, key=lambda name: -parts[name])
    if _acceptable(b, c, x, t) and (problem.risk_trend or 0) >= RISING:
        types.append("prevent")
    measured = None not in (c, x) and (b is not None or problem.risk_trend is not None)
    return Gap(tuple(types), restore, ideal, t, measured)


def tolerance(problem: Problem) -> float | None:
    """The tolerance that was set, else 5 % of the absolute past best; of the current value where that is no help."""
    if problem.tolerance is not None:
        return problem.tolerance
    reference = problem.past_best or problem.current
    return None if reference is None else DEFAULT_TOLERANCE * abs(reference)


def _restore_part(b: float | None, c: float | None, x: float | None, t: float | None) -> float | None:
    if b is None or c is None or x is None or t is None or not (c < b - t and x > c):
        return None
    return min(b - c, x - c)


def _ideal_part(b: float | None, c: float | None, x: float | None, t: float | None) -> float | None:
    if c is None or x is None or t is None:
        return None
    best = c if b is None else max(b, c)
    return x - best if x > best + t else None


def _acceptable(b: float | None, c: float | None, x: float | None, t: float | None) -> bool:
    """Whether the present is still good enough: at its past best, or, where that is unknown, not short of what is wanted."""
    if b is not None:
        return c is not None and t is not None and c >= b - t
    return c is None or x is None or t is None or x <= c + t


def grow(nodes: dict[str, Node]) -> Tree:
    """The shape of a tree of causes; causes of the first level have no parent and depth 1."""
    depths = {key: _depth(nodes, key) for key in nodes}
    reached = {key: depth for key, depth in depths.items() if depth is not None}
    parents = {nodes[key].parent for key in reached}
    leaves = tuple(key for key in reached if key not in parents)
    orphans = tuple(key for key, depth in depths.items() if depth is None)
    return Tree(max(reached.values(), default=0), len(leaves), leaves, orphans)


def _depth(nodes: dict[str, Node], key: str) -> int | None:
    depth, seen = 1, {key}
    while (parent := nodes[key].parent) is not None:
        if parent not in nodes or parent in seen:
            return None
        seen.add(parent)
        key, depth = parent, depth + 1
    return depth


def path_to(nodes: dict[str, Node], key: str | None) -> tuple[str, ...]:
    """The texts from the first cause down to a node: the chain of why behind a need."""
    texts: list[str] = []
    seen: set[str] = set()
    while key in nodes and key not in seen:
        seen.add(key)
        texts.append(nodes[key].text)
        key = nodes[key].parent
    return tuple(reversed(texts))


def may_be_need(problem: Problem, gap: Gap, key: str) -> bool:
    """Whether a leaf is a need: we can act on it, and in a tree that pursues an ideal it is SMART."""
    node = problem.nodes[key]
    return node.addressable in ("yes", "part") and (gap.primary != "pursue_ideal" or node.smart)


def size(account: Account, problem: Problem) -> int:
    """Linked findings + people who feel it + layers touched; links whose record is gone count nothing."""
    findings = sum(key in account.findings for key in problem.finding_ids)
    people = sum(key in account.stakeholders for key in problem.felt_by)
    return findings + people + (problem.layer is not None)


def needs_of(account: Account, problem_id: str) -> dict[str, Need]:
    """The needs of a problem, by id: as the customer ranks them, then in their order."""
    found = {key: need for key, need in account.needs.items() if need.problem_id == problem_id}
    return dict(sorted(found.items(), key=lambda pair: (pair[1].rank or 100, pair[1].order)))
