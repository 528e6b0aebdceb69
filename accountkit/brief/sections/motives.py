"""Motives: who would be moved to act, by what, and what holds them back. For the author's own eyes.

What the methods call private (power, influence, support, personal needs) is not read here at all: a brief takes only
neutral, work-related sentences about people.
"""

from __future__ import annotations

from accountkit.brief import drawings
from accountkit.brief.blocks import Block, Bullets, Cell, Column, Heading, Paragraph, Section, Table
from accountkit.brief.story import Story
from accountkit.brief.wording import ended, joined, line, shortened
from accountkit.i18n import _, day, labelled, money, number
from accountkit.methods.chain.foremost import overdue, pending, status_text
from accountkit.methods.labels import label
from accountkit.methods.motives import reading
from accountkit.methods.motives.reading import Assessed
from accountkit.methods.motives.sentences import effect_text, harm_text, move, shortfall, verdict
from accountkit.model import Commitment

MOST, MOST_TOLD = 10, 5


def section(story: Story) -> Section | None:
    """The section; None where nobody's motive was looked at and nothing was asked of anybody."""
    motives = reading.motives(story.analyses).motives
    if not motives and not story.account.commitments:
        return None
    blocks: list[Block] = []
    if motives:
        blocks += [*drawings.motives(story), _table(story, motives)]
        blocks += [block for motive in motives[:MOST_TOLD] for block in _told(story, motive)]
    if commitments := [*pending(story.account), *overdue(story.account)]:
        blocks += [Heading(_("Commitments")), _commitments(story, commitments)]
    return Section(
        "motives",
        _("Motives and commitments"),
        tuple(blocks),
        sentence=story.assessed(reading.KEY).sentence if motives else "",
    )


def in_short(story: Story) -> list[Block]:
    """For the first page: a line for each of the three people nearest to acting."""
    motives = reading.motives(story.analyses).motives[:3]
    items = tuple(
        Paragraph(_why(motive, 60), label=labelled(line(motive.role, 60)), mark=motive.status)
        for motive in motives
    )
    return [Heading(_("Who will act, and why")), Bullets(items)] if items else []


def _why(motive: Assessed, longest: int = 110) -> str:
    if motive.top_effect is None or motive.top_harm is None:
        return ended(joined(verdict(motive)))
    return _("Motivated by {effect}, concerned about {harm} ({verdict}).").format(
        effect=line(effect_text(motive), longest),
        harm=line(harm_text(motive), longest),
        verdict=verdict(motive),
    )


def _table(story: Story, motives: tuple[Assessed, ...]) -> Table:
    columns = (
        Column(_("Role"), 1.6, key="role"),
        Column(_("Need"), 2.4),
        Column(_("Score"), 0.8, numeric=True),
        Column(_("Need state"), 1.7, key="state"),
        Column(_("Benefit multiple"), 1.3, numeric=True, key="multiple"),
        Column(_("Threshold"), 1, numeric=True, key="needed"),
        Column(_("Status"), 1, key="standing"),
    )
    rows = tuple(
        (
            Cell(line(motive.role, 80), strong=True),
            Cell(line(motive.about, 140), refs=story.cite(motive.motive.evidence)),
            Cell(number(motive.shown_score, 0)),
            Cell(verdict(motive)),
            Cell(_multiple(motive), tone="unsure" if motive.money.falls_short else None),
            Cell(number(motive.money.needed, 0)),
            Cell("", mark=motive.status),
        )
        for motive in motives[:MOST]
    )
    note = _(
        "Score 0 to 100 from benefit, urgency, vision and concerns. The benefit must be at least the threshold times the total cost."
    )
    return Table(_("Motives by person"), columns, rows, note=note, key="motives")


def _multiple(motive: Assessed) -> str:
    return (
        label("verdict", "not_measured")
        if motive.money.multiple is None
        else _("{n} times").format(n=number(motive.money.multiple, 1))
    )


def _told(story: Story, motive: Assessed) -> list[Block]:
    lines = [Paragraph(_why(motive), mark=motive.status, refs=story.cite(motive.motive.evidence))]
    if short := shortfall(story.account, motive):
        lines.append(Paragraph(short, label=_("Missing:")))
    if what := move(motive):
        lines.append(Paragraph(ended(what), label=_("Next step:")))
    return [
        Heading(line(labelled(motive.role, motive.about), 140)),
        Bullets(tuple(lines)),
        *drawings.motive(story, motive),
    ]


def asked_next(story: Story) -> list[str]:
    """What we ask for, of whom, by when: a sentence each, the three that are due first; then what is overdue."""
    items = [*pending(story.account)[:3], *overdue(story.account)[:3]]
    return [_asked(story, item) for _key, item in items]


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
        parts.append(money(goal.how_much, story.account.currency))
    if goal.when:
        parts.append(_("by {day}").format(day=day(goal.when)))
    return ended(_(", ").join(parts))


def _commitments(story: Story, items: list[tuple[str, Commitment]]) -> Table:
    columns = (
        Column(_("Who"), 1.3),
        Column(_("What"), 3),
        Column(_("Due"), 1.2),
        Column(_("Level"), 0.8),
        Column(_("Status"), 0.9),
    )
    rows = tuple(
        (
            Cell(_role(story, item), strong=True),
            Cell(shortened(item.action, 200), refs=story.cite(item.evidence)),
            Cell(day(item.due)),
            Cell(label("level", item.level)),
            Cell(status_text(story.account, item)),
        )
        for _key, item in items[:MOST]
    )
    return Table(_("Requests to the customer"), columns, rows, key="commitments")
