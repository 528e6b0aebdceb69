"""The environment: what changes outside, and who presses on the customer."""

from __future__ import annotations

from collections.abc import Sequence

from accountkit.brief import drawings
from accountkit.brief.blocks import Block, Cell, Column, Heading, Paragraph, Section, Table, Tone
from accountkit.brief.story import Story
from accountkit.brief.wording import ended, shortened
from accountkit.i18n import _, listed, number, paragraph
from accountkit.methods.environment import force_reading, pest_reading
from accountkit.methods.environment.pest_reading import Pest
from accountkit.methods.labels import label
from accountkit.methods.shapes.groups import GroupReading
from accountkit.methods.shapes.rows import Row
from accountkit.methods.shapes.scorecard import ScorecardReading
from accountkit.methods.wording import plain

MOST_FACTORS = 10
TONE: dict[str, Tone] = {"opportunity": "good", "strength": "good", "threat": "bad", "weakness": "bad"}


def section(story: Story) -> Section | None:
    """The section; None where nothing outside was looked at."""
    pest, forces = story.assessed(pest_reading.KEY), story.assessed(force_reading.KEY)
    blocks = [*_outside(story, pest.detail), *_forces(story, forces.detail)]
    if not blocks:
        return None
    sentence = pest.sentence if pest.detail.rated else forces.sentence if forces.detail.strongest else ""
    return Section("environment", _("Environment"), tuple(blocks), sentence=shortened(sentence, 300))


def strongest(story: Story) -> Row | None:
    """The outside change that presses hardest, by priority."""
    return next(iter(pest_reading.pest(story.analyses).summands), None)


def _outside(story: Story, pest: Pest) -> list[Block]:
    factors = pest.counted
    if not factors:
        return []
    columns = [
        Column(_("Change"), 3.2, key="change"),
        Column(_("Dimension"), 1.2),
        Column(_("Effect"), 1, key="effect"),
        Column(_("When"), 1.15),
        Column(_("Priority"), 0.75, numeric=True, key="priority"),
        Column(_("Status"), 1, key="standing"),
    ]
    rows = tuple(_factor_row(story, factor) for factor in factors[:MOST_FACTORS])
    cut = ""
    if len(factors) > MOST_FACTORS:
        cut = _("{n} of {all} are shown, highest priority first.").format(
            n=number(MOST_FACTORS, 0), all=number(len(factors), 0)
        )
    rule = _("Priority = impact × likelihood × nearness in time, at most 25.")
    table = Table(
        _("External changes, highest priority first"),
        tuple(columns),
        rows,
        note=paragraph(rule, cut),
        key="outside",
    )
    return [Heading(_("External changes")), *drawings.outside(story), table, *_news(story, factors)]


def _factor_row(story: Story, factor: Row) -> tuple[Cell, ...]:
    return (
        Cell(
            shortened(factor["statement"] or factor["change"] or factor["headline"]),
            refs=story.cite(factor.evidence),
        ),
        Cell(label("dimension", factor["source_item"])),
        Cell(label("effect", factor["effect"]), tone=TONE[factor["effect"]]),
        Cell(label("horizon", factor["horizon"])),
        Cell(plain(factor["priority"])),
        Cell("", mark=story.mark(factor.evidence)),
    )


def _news(story: Story, factors: Sequence[Row]) -> list[Block]:
    """What weighs and the customer does not know: a reason to be received. Never in the customer's own edition."""
    news = [factor for factor in factors if "news" in factor.flags] if story.internal else []
    return [
        Paragraph(
            ended(factor["headline"]),
            label=_("News for the customer:"),
            mark=story.mark(factor.evidence),
        )
        for factor in news[:3]
    ]


def _forces(story: Story, reading: ScorecardReading) -> list[Block]:
    if reading.score is None or not (reading.strongest or story.internal):
        return []
    forces = sorted(
        (f for f in reading.groups.values() if f.mean is not None), key=lambda force: -(force.mean or 0.0)
    )
    columns = (
        Column(_("Force"), 1.2, key="force"),
        Column(_("Pressure"), 0.8, numeric=True, key="pressure"),
        Column(_("Verdict"), 1.4),
        Column(_("Main drivers"), 3.4, key="presses"),
        Column(_("Status"), 1, key="standing"),
    )
    note = _("1 weak to 5 strong, mean of the rated drivers. A force needs 60 % of its drivers rated.")
    table = Table(
        _("Competitive forces"),
        columns,
        tuple(_force_row(force) for force in forces),
        note=note,
        key="forces",
    )
    said = shortened(story.assessed(force_reading.KEY).sentence, 400) if reading.strongest else ""
    return [
        Heading(_("Competitive pressure")),
        *([Paragraph(ended(said))] if said else []),
        *drawings.forces(story),
        table,
    ]


def _force_row(force: GroupReading) -> tuple[Cell, ...]:
    return (
        Cell(force.name, strong=True),
        Cell(number(force.shown, 1)),
        Cell(force.verdict, tone="bad" if force.band == "high" else None),
        Cell(listed([_(item.name) for item, _rating in force.top])),
        Cell("", mark=force.status),
    )
