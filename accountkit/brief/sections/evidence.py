"""The evidence that the brief cites; in the internal edition with kind, status and age."""

from __future__ import annotations

from accountkit.brief.blocks import Cell, Column, Section, Table
from accountkit.brief.story import Story
from accountkit.brief.wording import line
from accountkit.i18n import _, day, number
from accountkit.methods.labels import label
from accountkit.model import Evidence


def section(story: Story) -> Section | None:
    """The entries in the order of their numbers; None where nothing was cited."""
    if not (cited := _cited(story)):
        return None
    rows = tuple(_row(story, place, entry) for place, entry in cited)
    columns = (
        Column(_("No."), 0.5),
        Column(_("Source"), 3.2),
        Column(_("Date"), 1.45),
        Column(_("Who"), 1.4),
        Column(_("Kind"), 1.1),
        Column(_("Status"), 1.1),
    )
    note = _("Evidence older than {n} days on {day} is stale.").format(
        n=number(story.account.stale_after_days, 0), day=day(story.account.as_of)
    )
    stale = sum(_stale(story, entry) for _place, entry in cited)
    sentence = _("Sources: {n}; stale: {stale}.").format(n=number(len(cited), 0), stale=number(stale, 0))
    table = Table(_("Evidence"), columns, rows, note=note, key="evidence")
    return Section("evidence", _("Evidence"), (table,), sentence=sentence if stale else "", appendix=True)


def for_customer(story: Story) -> Section | None:
    """The sources that a finance chief accepts (`brief.sources`), without what we think of them; None where none was cited."""
    if not (cited := _cited(story)):
        return None
    columns = (Column(_("No."), 0.5), Column(_("Source"), 4.2), Column(_("Date"), 1.4))
    rows = tuple((Cell(str(place)), _source(entry), Cell(day(entry.date))) for place, entry in cited)
    return Section("evidence", _("Sources"), (Table(_("Sources"), columns, rows, key="evidence"),))


def _cited(story: Story) -> list[tuple[int, Evidence]]:
    numbers = sorted(story.cite.numbers.items(), key=lambda item: item[1])
    return [(place, story.account.evidence[key]) for key, place in numbers]


def _row(story: Story, place: int, entry: Evidence) -> tuple[Cell, ...]:
    stale = _stale(story, entry)
    return (
        Cell(str(place)),
        _source(entry),
        Cell(day(entry.date), tone="unsure" if stale else None),
        Cell(line(entry.who or entry.confirmed_by, 80)),
        Cell(label("grade", entry.grade)),
        Cell("", mark="stale" if stale and entry.standing == "confirmed" else entry.standing),
    )


def _source(entry: Evidence) -> Cell:
    return Cell(line(entry.source, 200) or _("Source missing"), url=entry.url)


def _stale(story: Story, entry: Evidence) -> bool:
    return entry.is_stale(story.account.as_of, story.account.stale_after_days)
