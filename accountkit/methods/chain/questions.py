"""The question to ask next, so that the customer discovers the problem unprompted (SPIN; methods, question_script).

A finding gives a situation question, a problem the first classification question that has no answer or a problem
question, a motive an implication or need-payoff question by the part that helps it least, a driver or a force a question
about what stands behind it. An implication is never asked before the problem is admitted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from accountkit.i18n import N_, _
from accountkit.methods.environment.pest_prompts import factor_name
from accountkit.methods.method import Given
from accountkit.methods.motives import reading as motive_reading
from accountkit.methods.numbers import dupont_roe
from accountkit.methods.problems import reading as problem_reading
from accountkit.methods.problems.rules import QUESTIONS
from accountkit.methods.problems.sentences import metric
from accountkit.methods.registry import REGISTRY
from accountkit.methods.wording import named
from accountkit.model import Account

Stage = Literal["situation", "problem", "implication", "need_payoff"]
STAGES: dict[str, str] = {
    "situation": N_("situation question"),
    "problem": N_("problem question"),
    "implication": N_("implication question"),
    "need_payoff": N_("need-payoff question"),
}
TECHNIQUES: dict[str, str] = {
    "closed_first": N_("closed questions first"),
    "curiosity_care": N_("curiosity and care"),
    "humble": N_("tentative question"),
    "resume": N_("an earlier topic"),
    "known_answer": N_("ask what you know"),
    "answer_ask": N_("answer, then ask"),
    "what_else": N_("what else?"),
    "why": N_("why?"),
    "what_if": N_("what if?"),
    "your_view": N_("what do you think?"),
}

MOTIVE_QUESTIONS: dict[str, tuple[Stage, str, str]] = {
    "vision": (
        "need_payoff",
        "what_if",
        N_("If “{subject}” were solved, what would a normal day look like?"),
    ),
    "unsolved_long": (
        "implication",
        "what_if",
        N_("If “{subject}” continues for two more years, what will it cost in total?"),
    ),
    "unsolved_spread": ("implication", "what_else", N_("Who else is affected by “{subject}”?")),
    "solved_long": (
        "need_payoff",
        "what_if",
        N_("What would solving “{subject}” free up each year?"),
    ),
    "solved_spread": ("need_payoff", "what_else", N_("Who else would benefit if “{subject}” were solved?")),
    "urgency": ("problem", "closed_first", N_("Is there a deadline for “{subject}”?")),
    "risk": (
        "problem",
        "your_view",
        N_("What would you need to see before trying a solution to “{subject}”?"),
    ),
    "obstacle": (
        "problem",
        "humble",
        N_("If I may ask: who would prefer to leave “{subject}” as it is?"),
    ),
    "process_change": (
        "need_payoff",
        "your_view",
        N_("If “{subject}” were addressed in phases, what should come first?"),
    ),
    "skill": ("problem", "closed_first", N_("Who would need new skills to solve “{subject}”?")),
}


@dataclass(frozen=True)
class Question:
    """A question, its SPIN stage and the technique it uses, by key."""

    text: str
    stage: Stage
    technique: str

    @property
    def label(self) -> str:
        """Stage and technique as the reader reads them: ``situation · begin with closed questions``."""
        return f"{_(STAGES[self.stage])} · {_(TECHNIQUES[self.technique])}"


def ask(analyses: Given, path: str) -> Question | None:
    """The question to ask next about the record at `path`; None where there is no such record or nothing to ask.

    Paths: ``findings/ID``, ``problems/ID``, ``motives/ID``, ``answers/METHOD/ratings/ITEM`` (an item that its method
    asks about, or one of such a group), ``drivers/margin``, ``drivers/turnover``, ``drivers/multiplier``.
    """
    collection, _slash, key = path.partition("/")
    about = ABOUT.get(collection)
    return about(analyses, key) if about else None


def _finding(analyses: Given, key: str) -> Question | None:
    finding = analyses.account.findings.get(key)
    if finding is None:
        return None
    found_by = REGISTRY.get(finding.source_framework)
    if text := found_by.asked(finding.source_item) if found_by else "":
        return _opening(text)
    change = named(finding.change or finding.statement or factor_name(finding.factor), "")
    if not change:
        return None
    if finding.felt == "unaware":
        return Question(
            _("Have you heard of “{change}”? What would it affect first?").format(change=change),
            "situation",
            "closed_first",
        )
    return Question(
        _("How has “{change}” affected your operations?").format(change=change),
        "situation",
        "known_answer",
    )


def _problem(analyses: Given, key: str) -> Question | None:
    entry = problem_reading.problems(analyses).entry(key)
    if entry is None:
        return None
    subject = named(metric(entry.problem) or entry.problem.statement, _("this point"))
    if entry.asks and entry.asks != "felt_by":
        text = _("{subject}: {question}").format(subject=subject, question=_(QUESTIONS[entry.asks]))
        return Question(text, "situation", "closed_first")
    if not entry.admitted:
        return Question(
            _("Which part of “{subject}” are you least satisfied with?").format(subject=subject),
            "problem",
            "closed_first",
        )
    if not entry.tree.analysed:
        return _deeper(entry)
    return Question(
        _("Who else is affected by “{subject}”?").format(subject=subject), "implication", "what_else"
    )


def _deeper(entry: problem_reading.Entry) -> Question:
    """Why, until the tree is two deep; then what else."""
    leaf = next((entry.problem.nodes[k].text for k in entry.tree.leaves if entry.problem.nodes[k].text), "")
    subject = named(leaf or entry.problem.statement or metric(entry.problem), _("this point"))
    if entry.tree.depth < 2:
        return Question(_("What causes “{subject}”?").format(subject=subject), "problem", "why")
    return Question(
        _("Apart from “{subject}”, what other causes are there?").format(subject=subject),
        "problem",
        "what_else",
    )


def _motive(analyses: Given, key: str) -> Question | None:
    motive = next((one for one in motive_reading.motives(analyses) if one.id == key), None)
    if motive is None:
        return None
    if motive.state == "none":
        problem = motive_reading.problem_of(analyses.account, motive.motive)
        return _problem(analyses, problem) if problem else None
    stage, technique, text = MOTIVE_QUESTIONS[motive.weakest or "vision"]
    return Question(_(text).format(subject=_solvable(analyses.account, motive)), stage, technique)


def _solvable(account: Account, motive: motive_reading.MotiveReading) -> str:
    """What the questions of a motive ask about: the problem, which can be solved; without one, the need."""
    problem = account.problems.get(motive_reading.problem_of(account, motive.motive) or "")
    return named(problem.statement or metric(problem), motive.about) if problem else motive.about


def _driver(_analyses: Given, key: str) -> Question | None:
    text = dupont_roe.QUESTIONS.get(key)
    return _opening(text) if text else None


def _answer(_analyses: Given, key: str) -> Question | None:
    method = REGISTRY.get(key.partition("/")[0])
    text = method.asked(key.rpartition("/")[2]) if method else ""
    return _opening(text) if text else None


def _opening(text: str) -> Question:
    return Question(_(text), "situation", "closed_first")


ABOUT: dict[str, Callable[[Given, str], Question | None]] = {
    "findings": _finding,
    "problems": _problem,
    "motives": _motive,
    "drivers": _driver,
    "answers": _answer,
}
