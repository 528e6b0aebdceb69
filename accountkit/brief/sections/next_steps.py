"""Next steps: who does what by when, on their side and on ours; what is overdue comes first. For the author's own eyes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from accountkit.brief.blocks import Cell, Column, Paragraph, Section, Table
from accountkit.brief.story import Story
from accountkit.brief.wording import ended, line, shortened
from accountkit.i18n import _, bracketed, clauses, day, money, paragraph
from accountkit.methods.chain.budget_calendar import budget_calendar, missed_dates
from accountkit.methods.chain.foremost import is_past, next_commitment, overdue, pending, status_text
from accountkit.methods.labels import label
from accountkit.model import Commitment, PlanAction

MOST = 20


@dataclass(frozen=True)
class Step:
    """One step: `theirs` and `ours` are the owners on both sides, `unlocks` what becomes possible after it; empty if unknown."""

    action: str
    theirs: str
    ours: str
    due: dt.date | None
    status: str
    unlocks: str = ""
    late: bool = False
    evidence: tuple[str, ...] = ()


def section(story: Story) -> Section | None:
    """The section; None where nothing was asked and nothing is planned."""
    steps = [*_asked_of_them(story), *_planned(story)]
    if not steps:
        return None
    steps.sort(key=lambda step: (not step.late, step.due is None, str(step.due)))
    said = _message(steps)
    budget = budget_calendar(story.account)
    told = [Paragraph(paragraph(budget.text, *_missed(story)))] if budget else []
    return Section("next_steps", _("Next steps"), (*told, _table(story, steps)), sentence=said)


def _message(steps: list[Step]) -> str:
    """How many steps are open, when the next of them is due, and how many are overdue."""
    late = sum(step.late for step in steps)
    ahead = min((step.due for step in steps if step.due and not step.late), default=None)
    text = _("Open steps: {n}; overdue: {late}.") if late else _("Open steps: {n}.")
    if ahead and late:
        text = _("Open steps: {n}, the next due on {day}; overdue: {late}.")
    elif ahead:
        text = _("Open steps: {n}, the next due on {day}.")
    return text.format(n=len(steps), late=late, day=day(ahead))


def _missed(story: Story) -> Iterator[str]:
    """The dates of ours that fall after the budget is closed, in a sentence."""
    missed = missed_dates(story.account)
    if missed:
        names = clauses(line(name, 80) + bracketed(day(due)) for _path, name, due in missed[:3])
        yield _("After it closes: {names}.").format(names=names)


def _asked_of_them(story: Story) -> Iterator[Step]:
    late = {key for key, _item in overdue(story.account)}
    for key, item in (*overdue(story.account), *pending(story.account)):
        yield Step(
            item.action,
            _role(story, item),
            item.our_owner,
            item.due,
            status_text(story.account, item),
            item.milestone,
            key in late,
            item.evidence,
        )


def _planned(story: Story) -> Iterator[Step]:
    for item in story.account.plan.values():
        if item.status != "open":
            continue
        late = is_past(story.account, item.due)
        theirs, ours = _owners(item)
        yield Step(
            item.action,
            theirs,
            ours,
            item.due,
            _("overdue") if late else _("planned"),
            _unlocks(story, item),
            late,
            item.evidence,
        )


def _unlocks(story: Story, item: PlanAction) -> str:
    """The milestone of the request that the action comes from."""
    kind, _slash, key = item.origin.partition("/")
    asked = story.account.commitments.get(key) if kind == "commitments" else None
    return asked.milestone if asked else ""


def _owners(item: PlanAction) -> tuple[str, str]:
    """The one owner that an action of the plan has stands on the side that acts; on both where they act together."""
    return (
        item.owner if item.actor in ("customer", "joint") else "",
        item.owner if item.actor in ("seller", "joint") else "",
    )


def _table(story: Story, steps: list[Step]) -> Table:
    shown = steps[:MOST]
    known = any(step.unlocks for step in shown)
    columns = (
        Column(_("What"), 2.8),
        Column(_("On their side"), 1.5),
        Column(_("On our side"), 1.3),
        Column(_("Due"), 1.2),
        Column(_("Status"), 1.1),
        *([Column(_("Unlocks"), 1.5)] if known else []),
    )
    rows = tuple(
        (
            Cell(shortened(step.action, 200), strong=True, refs=story.cite(step.evidence)),
            Cell(line(step.theirs, 60) or "–"),
            Cell(line(step.ours, 60) or "–"),
            Cell(day(step.due)),
            Cell(step.status, tone="unsure" if step.late else None),
            *([Cell(line(step.unlocks, 80) or "–")] if known else []),
        )
        for step in shown
    )
    note = _("and {n} more").format(n=len(steps) - MOST) if len(steps) > MOST else ""
    return Table(_("Next steps"), columns, rows, note=note, key="commitments")


def asked_next(story: Story) -> str:
    """The one thing that we ask for next, of whom, by when, in a sentence; empty if nothing lies ahead."""
    found = next_commitment(story.account)
    return _asked(story, found[1]) if found else ""


def _asked(story: Story, item: Commitment) -> str:
    action, who = line(item.action, 160).rstrip(".。"), _role(story, item)
    if item.due:
        return _("{role}: {action}, by {day} ({status}).").format(
            role=who, action=action, day=day(item.due), status=status_text(story.account, item)
        )
    return _("{role}: {action} ({status}).").format(
        role=who, action=action, status=label("commitment", item.status)
    )


def _role(story: Story, item: Commitment) -> str:
    person = story.account.stakeholders.get(item.stakeholder_id or "")
    return line(person.role_title, 60) if person and person.role_title else _("Role not set")


def objective_text(story: Story) -> str:
    """The objective in a sentence: what, to whom, for how much, by when; empty while none is set."""
    goal = story.account.objective
    if not goal.what:
        return ""
    parts = [line(goal.what, 140)]
    if goal.who:
        parts.append(_("for {role}").format(role=line(goal.who, 60)))
    if goal.how_much is not None:
        parts.append(money(goal.how_much, goal.currency or story.account.currency))
    if goal.when and not is_past(story.account, goal.when):
        parts.append(_("by {day}").format(day=day(goal.when)))
    return ended(_(", ").join(parts))
