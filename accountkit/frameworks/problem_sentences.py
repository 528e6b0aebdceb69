"""What the problems say: the sentence to say aloud, the facts of one problem, and the sentences for the brief."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from accountkit.frameworks.analysis_methods import METHODS
from accountkit.frameworks.assessment import BriefSentence
from accountkit.frameworks.problem_rules import QUESTIONS
from accountkit.frameworks.wording import named
from accountkit.i18n import NARROW_SPACE, _, day, language, listed, number, percent, points
from accountkit.model import Account, Problem

if TYPE_CHECKING:
    from accountkit.frameworks.problem_types import Entry, Problems


def name(problem: Problem) -> str:
    """A problem as one names it."""
    return named(problem.statement or problem.metric, _("a problem without text"))


def measured(value: float | None, unit: str) -> str:
    """A value with its unit: ``62 %``, ``1.09 turns``."""
    if value is None:
        return "–"
    digits = next((n for n in (0, 1) if abs(value - round(value, n)) < 1e-9), 2)
    text = number(value, digits)
    if unit == "%":
        return text + ("%" if language() == "zh_CN" else NARROW_SPACE + "%")
    return f"{text} {unit}" if unit else text


def difference(value: float, unit: str) -> str:
    """A gap with its unit; a gap between two percentages is in points."""
    return points(value / 100).lstrip("+") if unit == "%" else measured(value, unit)


def facts(entry: Entry) -> Iterator[str]:
    """What is known of one problem, in short pieces: values, parts of the gap, size, worth is left to its own column."""
    p = entry.problem
    if p.past_best is not None:
        yield _("best {value}").format(value=measured(p.past_best, p.unit))
    if p.current is not None:
        yield _("now {value}").format(value=measured(p.current, p.unit))
    if p.expected is not None:
        text = _("wanted {value}").format(value=measured(p.expected, p.unit))
        yield (
            text
            if p.expected_by is None
            else _("{wanted} by {date}").format(wanted=text, date=day(p.expected_by))
        )
    if entry.gap.restore_part is not None:
        yield _("to restore {value}").format(value=difference(entry.gap.restore_part, p.unit))
    if entry.gap.ideal_part is not None:
        yield _("beyond the best {value}").format(value=difference(entry.gap.ideal_part, p.unit))
    if "prevent" in entry.gap.types:
        yield _("holds today, the risk rises")
    if not entry.admitted:
        yield _("nobody admits it yet")


def sentence(account: Account, reading: Problems) -> str:
    """The first problem of the register, as one would put it to the customer, with its worth."""
    if not reading.entries:
        return _(
            "What does the customer want back, keep safe or reach? Make a problem of a finding, or write one down."
        )
    entry = reading.entries[0]
    text = _spoken(entry)
    if entry.worth is not None:
        text += _(" That is worth {worth}.").format(worth=entry.worth.text(account.currency))
    return text


def _spoken(entry: Entry) -> str:
    p, kind = entry.problem, entry.gap.primary
    values = {
        "metric": named(p.metric, name(p)),
        "best": measured(p.past_best, p.unit),
        "current": measured(p.current, p.unit),
        "expected": measured(p.expected, p.unit),
        "statement": name(p),
    }
    if kind == "restore":
        return _("{metric} was once {best}, is {current} now, and should get back to {expected}.").format(
            **values
        )
    if kind == "pursue_ideal":
        return _("{metric} is {current} today and should reach {expected}.").format(**values)
    if kind == "prevent":
        if p.probability is None:
            return _("{statement}: it holds today, but the risk rises.").format(**values)
        return _("{statement}: it holds today, but the risk rises, at a probability of {p} a year.").format(
            p=percent(p.probability, 0), **values
        )
    return _("{statement}: still to measure. {question}").format(question=question(entry), **values)


def question(entry: Entry) -> str:
    """The next classification question of a problem; empty when all are answered."""
    return _(QUESTIONS[entry.asks]) if entry.asks else ""


def brief(account: Account, reading: Problems) -> Iterator[BriefSentence]:
    """Who admits which type of problem, its measure, and the need it is traced to; incomplete ones are left out."""
    for entry in reading.entries:
        p = entry.problem
        reference = p.past_best if entry.gap.primary == "restore" else p.expected
        if not (entry.admitted_by and entry.gap.primary and p.metric) or None in (p.current, reference):
            continue
        text = (
            _("{roles} admit a {type}: {metric} {current} against {reference}.")
            if len(entry.admitted_by) > 1
            else _("{role} admits a {type}: {metric} {current} against {reference}.")
        )
        roles = _roles(account, entry)
        text = text.format(
            role=roles,
            roles=roles,
            type=entry.verdict,
            metric=p.metric,
            current=measured(p.current, p.unit),
            reference=measured(reference, p.unit),
        )
        yield BriefSentence(text + _traced(account, entry), entry.status, f"problems/{entry.id}")


def _roles(account: Account, entry: Entry) -> str:
    return listed([named(account.stakeholders[who].role_title, _("somebody")) for who in entry.admitted_by])


def _traced(account: Account, entry: Entry) -> str:
    """By which method the problem is traced to which need; empty until both are there."""
    used = [
        key
        for key, sheet in entry.problem.worksheets.items()
        if (sheet.rows or sheet.conclusion) and key in METHODS
    ]
    needs = [named(account.needs[key].statement, "") for key in entry.needs if account.needs[key].statement]
    if not used or not needs:
        return ""
    return _(" By “{method}” we trace it to this need: {need}.").format(
        method=_(METHODS[used[0]].name), need=needs[0]
    )
