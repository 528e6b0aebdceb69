"""Motives: who would be moved to act, by what, and what holds them back. For the author's own eyes.

What the methods call private (power, influence, support, personal needs) is not read here at all: a brief takes only
neutral, work-related sentences about people.
"""

from __future__ import annotations

from accountkit.brief import drawings_of_people
from accountkit.brief.blocks import Block, Bullets, Cell, Column, Heading, Paragraph, Section, Table
from accountkit.brief.story import Story
from accountkit.brief.wording import ended, line
from accountkit.i18n import _, labelled, number
from accountkit.methods.labels import label
from accountkit.methods.motives import reading
from accountkit.methods.motives.reading import MotiveReading
from accountkit.methods.motives.sentences import move, said, shortfall
from accountkit.methods.problems.reading import largest_problem, problems

MOST, MOST_TOLD = 10, 5


def section(story: Story) -> Section | None:
    """The section; None where nobody's motive was looked at."""
    motives = reading.motives(story.analyses)
    if not motives:
        return None
    on_first_page = {motive.id for motive in _nearest(story)}
    blocks: list[Block] = [*drawings_of_people.motives(story), _table(story, motives)]
    for motive in motives[:MOST_TOLD]:
        blocks += _told(story, motive, why=motive.id not in on_first_page)
    first = motives[0]
    said = _("Closest to acting: {role} ({verdict}).").format(
        role=line(first.role, 60), verdict=first.method.verdict_text(first)
    )
    return Section("motives", _("Motives"), tuple(blocks), sentence=said)


def behind(story: Story) -> Section | None:
    """For the appendix: what each person gains against what it costs them; None where no money was entered."""
    blocks = [
        block
        for motive in reading.motives(story.analyses)[:MOST_TOLD]
        for block in drawings_of_people.motive(story, motive)
    ]
    title = _("Benefit and cost by person")
    return Section("motives_money", title, tuple(blocks), appendix=True) if blocks else None


def in_short(story: Story) -> list[Block]:
    """For the first page: a line for each of the people nearest to acting."""
    items = tuple(
        Paragraph(_why(motive, 60), label=labelled(line(motive.role, 60)), mark=motive.status)
        for motive in _nearest(story)
    )
    return [Heading(_("Who will act, and why")), Bullets(items)] if items else []


def _nearest(story: Story) -> tuple[MotiveReading, ...]:
    """The two people nearest to acting on the first problem, else on any."""
    motives = reading.motives(story.analyses)
    first = largest_problem(problems(story.analyses).entries)
    about = [one for one in motives if first and reading.problem_of(story.account, one.motive) == first.id]
    return tuple(about or motives)[:2]


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


def _told(story: Story, motive: MotiveReading, *, why: bool) -> list[Block]:
    """What is missing and what to do next; `why` the person would act, unless the first page says it."""
    refs = story.cite(motive.motive.evidence)
    lines = [Paragraph(_why(motive), mark=motive.status, refs=refs)] if why else []
    if short := shortfall(motive):
        lines.append(Paragraph(short, label=_("Missing:")))
    if what := move(motive):
        lines.append(Paragraph(ended(what), label=_("Next step:")))
    heading = Heading(line(labelled(motive.role, motive.about), 140))
    return [heading, Bullets(tuple(lines))] if lines else []
