"""Motives: who would be moved to act, by what, and what holds them back. For the author's own eyes.

What the methods call private (power, influence, support, personal needs) is not read here at all: a brief takes only
neutral, work-related sentences about people.
"""

from __future__ import annotations

from accountkit.brief import drawings
from accountkit.brief.blocks import Block, Bullets, Cell, Column, Heading, Paragraph, Section, Table
from accountkit.brief.story import Story
from accountkit.brief.wording import ended, line
from accountkit.i18n import _, labelled, number
from accountkit.methods.labels import label
from accountkit.methods.motives import reading
from accountkit.methods.motives.reading import MotiveReading
from accountkit.methods.motives.sentences import move, said, shortfall

MOST, MOST_TOLD = 10, 5


def section(story: Story) -> Section | None:
    """The section; None where nobody's motive was looked at."""
    motives = reading.motives(story.analyses)
    if not motives:
        return None
    blocks: list[Block] = [*drawings.motives(story), _table(story, motives)]
    blocks += [block for motive in motives[:MOST_TOLD] for block in _told(story, motive)]
    return Section("motives", _("Motives"), tuple(blocks), sentence=story.assessed(reading.KEY).sentence)


def in_short(story: Story) -> list[Block]:
    """For the first page: a line for each of the three people nearest to acting."""
    motives = reading.motives(story.analyses)[:3]
    items = tuple(
        Paragraph(_why(motive, 60), label=labelled(line(motive.role, 60)), mark=motive.status)
        for motive in motives
    )
    return [Heading(_("Who will act, and why")), Bullets(items)] if items else []


def _why(motive: MotiveReading, longest: int = 110) -> str:
    effect, harm = said(motive, "effects"), said(motive, "harm")
    verdict = motive.method.verdict_text(motive)
    if not effect or not harm:
        return ended(verdict)
    return _("Motivated by {effect}, concerned about {harm} ({verdict}).").format(
        effect=line(effect, longest),
        harm=line(harm, longest),
        verdict=verdict,
    )


def _table(story: Story, motives: tuple[MotiveReading, ...]) -> Table:
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
            Cell(number(motive.shown, 0)),
            Cell(motive.method.verdict_text(motive)),
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


def _multiple(motive: MotiveReading) -> str:
    return (
        label("verdict", "not_measured")
        if motive.money.multiple is None
        else _("{n} times").format(n=number(motive.money.multiple, 1))
    )


def _told(story: Story, motive: MotiveReading) -> list[Block]:
    lines = [Paragraph(_why(motive), mark=motive.status, refs=story.cite(motive.motive.evidence))]
    if short := shortfall(motive):
        lines.append(Paragraph(short, label=_("Missing:")))
    if what := move(motive):
        lines.append(Paragraph(ended(what), label=_("Next step:")))
    return [
        Heading(line(labelled(motive.role, motive.about), 140)),
        Bullets(tuple(lines)),
        *drawings.motive(story, motive),
    ]
