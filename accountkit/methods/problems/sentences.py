"""What the problems say: the sentence to say aloud, the facts of one problem, and the sentences for the brief."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cache

from accountkit.i18n import (
    N_,
    NARROW_SPACE,
    _,
    bracketed,
    day,
    decimals,
    entered,
    enumerated,
    language,
    listed,
    money,
    percent,
    period,
    points,
)
from accountkit.methods.assessment import BriefSentence, Part
from accountkit.methods.labels import label
from accountkit.methods.problems.reading import Entry, Problems, largest_problem
from accountkit.methods.problems.rules import QUESTIONS
from accountkit.methods.problems.worksheet_methods import METHODS
from accountkit.methods.wording import lower_first, named
from accountkit.model import Account, Problem
from accountkit.model.measures import MEASURES, read_unit


def name(problem: Problem) -> str:
    """A problem as one names it."""
    return named(problem.statement or metric(problem), _("untitled problem"))


def metric(problem: Problem) -> str:
    """What the problem is measured in: in the author's words, else as the list of measures names it; empty if open."""
    key = problem.measured_by
    return problem.metric or ("" if key in (None, "other") else _(MEASURES[key].name))


def measured(value: float | None, unit: str) -> str:
    """A value with its unit: ``62 %``, ``1.09 turns``."""
    if value is None:
        return "–"
    if _is_currency(unit):
        return money(value, unit)
    text, chinese = entered(value), language() == "zh_CN"
    if read_unit(unit) == "percent":
        return text + ("%" if chinese else NARROW_SPACE + "%")
    if chinese:
        # the count in 万, and no space before a Chinese unit
        text = f"{entered(value / 1e4)}万" if abs(value) >= 1e4 else text
        return f"{text} {unit}" if unit.isascii() and unit else text + unit
    return f"{text} {unit}" if unit else text


@cache
def _is_currency(unit: str) -> bool:
    """Whether a unit is the code of a currency: a measure in money has that, and ``FTE`` counts people."""
    from babel.numbers import is_currency

    return unit == "RMB" or is_currency(unit)


def dated(text: str, end: dt.date | None) -> str:
    """A value with the period that it is of, where that is entered: ``US$ 7.29 bn (Jul 2025)``."""
    return text + bracketed(period(end)) if end else text


def difference(value: float, unit: str) -> str:
    """A gap with its unit; a gap between two percentages is in points."""
    if read_unit(unit) != "percent":
        return measured(value, unit)
    return points(value / 100, decimals(round(value, 6)), sign=False)


def facts(entry: Entry) -> Iterator[str]:
    """What is known of one problem, in short pieces: its measures, and whether it is acknowledged."""
    yield from measures(entry)
    if not entry.admitted:
        yield _("not acknowledged")


def measures(entry: Entry) -> Iterator[str]:
    """The values of a problem and the parts of its gap, in short pieces; its worth is left to a column of its own."""
    p = entry.problem
    if p.past_best is not None:
        yield _("best {value}").format(value=dated(measured(p.past_best, p.unit), p.past_best_on))
    if p.current is not None:
        yield _("now {value}").format(value=dated(measured(p.current, p.unit), p.current_on))
    if p.expected is not None:
        text = _("target {value}").format(value=measured(p.expected, p.unit))
        yield (
            text
            if p.expected_by is None
            else _("{wanted} by {date}").format(wanted=text, date=day(p.expected_by))
        )
    if entry.gap.restore_part is not None:
        yield _("{value} to restore").format(value=difference(entry.gap.restore_part, p.unit))
    if entry.gap.ideal_part is not None:
        yield _("{value} beyond the best").format(value=difference(entry.gap.ideal_part, p.unit))
    if "prevent" in entry.gap.types:
        yield _("acceptable today, but the risk is rising")


def parts(reading: Problems) -> Iterator[Part]:
    """One part per problem: its type, and its gap, size and worth."""
    for entry in reading.entries:
        yield Part(name(entry.problem), entry.verdict, " · ".join(facts(entry)))


def sentence(account: Account, reading: Problems) -> str:
    """The largest problem, as one would put it to the customer, with its worth."""
    entry = largest_problem(reading.entries)
    if entry is None:
        return _("No problems yet. Create one from a finding, or write your own.")
    text = _spoken(entry)
    if entry.worth is not None:
        text += _(" Estimated value: {worth}.").format(worth=entry.worth.text(account.currency))
    return text


def _spoken(entry: Entry) -> str:
    p, kind = entry.problem, entry.gap.primary
    values = {
        "metric": named(metric(p), name(p)),
        "best": measured(p.past_best, p.unit),
        "current": measured(p.current, p.unit),
        "expected": measured(p.expected, p.unit),
        "statement": name(p),
    }
    if kind == "restore":
        return _("{metric}: {current} now, {best} at best, target {expected}.").format(**values)
    if kind == "pursue_ideal":
        return _("{metric}: {current} now, target {expected}.").format(**values)
    if kind == "prevent":
        if p.probability is None:
            return _("{statement}: acceptable today, but the risk is rising.").format(**values)
        return _(
            "{statement}: acceptable today, but the risk is rising, with an annual probability of {p}."
        ).format(p=percent(p.probability, 0), **values)
    return _("{statement}: not measured yet. {question}").format(question=question(entry), **values)


def why_first(account: Account, entries: Sequence[Entry]) -> str:
    """Why the first problem is the first, by `precedence`, and what outweighs it in money alone; empty without a problem."""
    first = largest_problem(entries)
    if first is None:
        return ""
    said = [
        first.worth.text(account.currency) if first.worth else _("value not estimated"),
        _("acknowledged") if first.admitted else _("not acknowledged"),
        label("status", first.status),
    ]
    text = _("First by value × acknowledgement × evidence: {facts}.").format(facts=enumerated(said))
    larger = [entry for entry in entries if entry.worth and _worth(entry) > _worth(first)]
    if not larger:
        return text
    most = max(larger, key=_worth)
    lacks = [] if most.admitted else [_("not acknowledged")]
    lacks += [] if most.status == "confirmed" else [label("status", most.status)]
    return text + _(" “{problem}” has more value ({worth}) but is {lacks}.").format(
        problem=name(most.problem),
        worth=most.worth.text(account.currency) if most.worth else "–",
        lacks=listed(lacks),
    )


def _worth(entry: Entry) -> tuple[bool, float]:
    return (entry.worth.yearly, entry.worth.amount) if entry.worth else (False, 0.0)


def question(entry: Entry) -> str:
    """The next classification question of a problem; empty when all are answered."""
    return _(QUESTIONS[entry.asks]) if entry.asks else ""


def brief(account: Account, reading: Problems) -> Iterator[BriefSentence]:
    """Who has acknowledged a problem, its measure, and the need it is traced to. Incomplete problems are left out."""
    for entry in reading.entries:
        p = entry.problem
        reference = p.past_best if entry.gap.primary == "restore" else p.expected
        if not (entry.admitted_by and entry.gap.primary and metric(p)) or None in (p.current, reference):
            continue
        text = _(ACKNOWLEDGED[len(entry.admitted_by) > 1, entry.gap.primary == "restore"]).format(
            roles=_roles(account, entry),
            metric=metric(p),
            current=measured(p.current, p.unit),
            reference=measured(reference, p.unit),
        )
        yield BriefSentence(text + _traced(account, entry), entry.status, f"problems/{entry.id}")


ACKNOWLEDGED = {
    (False, True): N_("{roles} has acknowledged this problem: {metric} at {current}, best {reference}."),
    (False, False): N_("{roles} has acknowledged this problem: {metric} at {current}, target {reference}."),
    (True, True): N_("{roles} have acknowledged this problem: {metric} at {current}, best {reference}."),
    (True, False): N_("{roles} have acknowledged this problem: {metric} at {current}, target {reference}."),
}
"""By whether several people have acknowledged it, and whether its reference is the best level."""


def _roles(account: Account, entry: Entry) -> str:
    return listed(
        [named(account.stakeholders[who].role_title, _("unnamed stakeholder")) for who in entry.admitted_by]
    )


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
    return _(" Need, found by {method}: {need}.").format(
        method=lower_first(_(METHODS[used[0]].name)), need=needs[0]
    )
