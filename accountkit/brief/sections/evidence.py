"""The evidence that the brief cites, with dates and staleness; the last section of every brief."""

from __future__ import annotations

from accountkit.brief.blocks import Cell, Column, Section, Table
from accountkit.brief.story import Story
from accountkit.brief.wording import line
from accountkit.i18n import _, day, number, paragraph
from accountkit.methods.labels import label
from accountkit.model import Evidence


def section(story: Story) -> Section | None:
    """The entries in the order of their numbers; None where nothing was cited."""
    cited = sorted(story.cite.numbers.items(), key=lambda item: item[1])
    if not cited:
        return None
    rows = tuple(_row(story, number_, story.account.evidence[key]) for key, number_ in cited)
    columns = [
        Column(_("No."), 0.5),
        Column(_("Source"), 3.2),
        Column(_("Date"), 1.45),
        Column(_("Kind"), 1.1),
        Column(_("Status"), 1.1),
    ]
    if story.internal:
        columns.insert(3, Column(_("Who"), 1.4))
    note = story.worded(
        _("Evidence older than {n} days on {day} is stale."),
        _("Sources older than {n} days on {day} are marked as older."),
    ).format(n=number(story.account.stale_after_days, 0), day=day(story.account.as_of))
    stale = sum(_stale(story, story.account.evidence[key]) for key, number_ in cited)
    sentence = (
        story.worded(_("Sources: {n}; stale: {stale}."), _("Sources: {n}; older: {stale}.")).format(
            n=number(len(cited), 0), stale=number(stale, 0)
        )
        if stale
        else ""
    )
    table = Table(story.worded(_("Evidence"), _("Sources")), tuple(columns), rows, note=note, key="evidence")
    return Section("evidence", story.worded(_("Evidence"), _("Sources")), (table,), sentence=sentence)


def _row(story: Story, place: int, entry: Evidence) -> tuple[Cell, ...]:
    stale = _stale(story, entry)
    source = Cell(paragraph(line(entry.source, 200) or _("Source missing")), url=entry.url)
    cells = [
        Cell(str(place)),
        source,
        Cell(day(entry.date), tone="unsure" if stale else None),
        Cell(_grade(story, entry)),
        Cell("", mark=story.marked("stale" if stale and entry.standing == "confirmed" else entry.standing)),
    ]
    if story.internal:
        cells.insert(3, Cell(line(entry.who or entry.confirmed_by, 80)))
    return tuple(cells)


def _grade(story: Story, entry: Evidence) -> str:
    """The kind of a source; what the customer said is to its reader "your information"."""
    return (
        story.worded(label("grade", entry.grade), _("your information"))
        if entry.grade == "B"
        else label("grade", entry.grade)
    )


def _stale(story: Story, entry: Evidence) -> bool:
    return entry.is_stale(story.account.as_of, story.account.stale_after_days)
