"""Problem types: does the customer want to get back, keep safe, or get further, and which cause can we act on?

A business problem is a felt gap between present and expected. The register holds the open problems, the admitted ones
first, then by size. Rules are in `problem_rules`, worth in `problem_worth`, the nine methods in `analysis_methods`.
Sources: seed 004/8; the three-way split is McKinsey's, as the seed uses it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accountkit.i18n import N_, _, number
from accountkit.methods import labels
from accountkit.methods.assessment import Part
from accountkit.methods.marks import Item
from accountkit.methods.own import Field, Own, Score
from accountkit.methods.problems import sentences as problem_sentences
from accountkit.methods.problems import suggestions as problem_offers
from accountkit.methods.problems.rules import QUESTIONS, TYPES, Gap, Tree, classify, grow, needs_of, size
from accountkit.methods.problems.worksheet_methods import BY_TYPE
from accountkit.methods.problems.worth import Values, Worth
from accountkit.model import Account, Problem
from accountkit.model.evidence import Status

RISK_TREND = Item("risk_trend", N_("Risk trend"), N_("falling"), N_("rising fast, or a threshold is near"))


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


def measure(account: Account) -> Problems:
    """All open problems that are not refuted, admitted first, then by size, then as entered."""
    values = Values(account)
    entries = [
        _entry(account, values, key, problem)
        for key, problem in account.problems.items()
        if not problem.closed
    ]
    live = [entry for entry in entries if entry.status != "refuted"]
    live.sort(key=lambda e: (not e.admitted, -e.size, e.problem.order, e.id))
    return Problems(tuple(live), tuple(key for key, problem in account.problems.items() if problem.closed))


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
    keys = tuple(method.key for method in BY_TYPE.get(gap.primary, ()))
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


def score(reading: Problems) -> Score:
    """How many open problems have a type, of all open ones; confirmed counts those that rest on confirmed evidence."""
    typed = [entry for entry in reading.entries if entry.gap.types]
    sure = [entry for entry in typed if entry.status == "confirmed"]
    judged = [entry for entry in reading.entries if entry.gap.types or entry.gap.measured]
    known = bool(reading.entries)
    return Score(
        value=float(len(typed)) if known else None,
        confirmed=float(len(sure)) if known else None,
        text=number(len(typed), 0),
        confirmed_text=number(len(sure), 0),
        rated=len(judged),
        total=len(reading.entries),
        band="admitted" if any(entry.admitted for entry in typed) else None,
        band_label=_("{n} acknowledged").format(n=sum(entry.admitted for entry in typed)),
    )


def parts(reading: Problems) -> Iterator[Part]:
    """One part per problem: its type, and its gap, size and worth."""
    for entry in reading.entries:
        yield Part(
            problem_sentences.name(entry.problem), entry.verdict, " · ".join(problem_sentences.facts(entry))
        )


METHOD = Own(
    of_shape="register",
    workspace="problems",
    key="problem_types",
    name=N_("Problem-type analysis"),
    question=N_(
        "Does the customer want to restore, prevent or pursue something, and which cause or step can we "
        "act on?"
    ),
    group="analyse",
    source="004/8",
    rule=N_(
        "Restore: below its best level by more than the tolerance, with a higher target. Pursue: the "
        "target exceeds the best level. Prevent: acceptable today, but the risk is rising. The larger "
        "gap determines the primary type. Size = findings + people affected + layers; acknowledged "
        "problems come first."
    ),
    items=(RISK_TREND,),
    fields=(
        Field("statement", labels.FIELDS["statement"]),
        Field("metric", labels.FIELDS["metric"]),
        Field("unit", labels.FIELDS["unit"]),
        Field(
            "direction",
            labels.FIELDS["direction"],
            "choice",
            (("higher", N_("Higher is better")), ("lower", N_("Lower is better"))),
        ),
        Field("past_best", N_("Best sustained level"), "number"),
        Field("current", labels.FIELDS["current"], "number"),
        Field("expected", labels.FIELDS["expected"], "number"),
        Field("expected_by", labels.FIELDS["expected_by"], "date"),
        Field("tolerance", labels.FIELDS["tolerance"], "number"),
        Field("rival", labels.FIELDS["rival"]),
        Field("layer", labels.FIELDS["layer"], "choice", tuple(labels.WORDS["layer"].items())),
        Field("probability", labels.FIELDS["probability"], "percent"),
        Field("loss", N_("Loss per year"), "money"),
        Field("worth", labels.FIELDS["worth"], "money"),
        Field("admitted", labels.FIELDS["admitted"], "choice", tuple(labels.WORDS["answered"].items())),
    ),
    feeds=("motive_assessment", "solution_evaluation", "question_script", "sales_mode"),
    measure=measure,
    scored=score,
    explained=parts,
    spoken=problem_sentences.sentence,
    offered=problem_offers.offers,
    written=problem_sentences.brief,
)
