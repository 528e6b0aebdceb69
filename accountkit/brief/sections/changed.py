"""What changed since a day: told from the account as it was and as it is."""

from __future__ import annotations

from accountkit.brief.blocks import Block, Bullets, Heading, Paragraph, Section
from accountkit.brief.changes import KINDS, changes
from accountkit.brief.story import Story
from accountkit.i18n import _, day, number

MOST = 8
"""Changes told of one kind; the rest is counted."""


def section(story: Story) -> Section | None:
    """The section; None where no earlier state was given to compare with."""
    if story.before is None:
        return None
    found = changes(story.before, story.account)
    title = _("What changed since {day}").format(day=day(story.since)) if story.since else _("What changed")
    if not found:
        return Section("changes", title, (Paragraph(_("No changes.")),))
    blocks: list[Block] = []
    for kind, name in KINDS.items():
        told = [change for change in found if change.kind == kind]
        if told:
            items = [Paragraph(change.text) for change in told[:MOST]]
            if len(told) > MOST:
                items.append(Paragraph(_("and {n} more").format(n=number(len(told) - MOST, 0))))
            blocks += [Heading(_(name)), Bullets(tuple(items))]
    return Section("changes", title, tuple(blocks), sentence=_counted(found))


def _counted(found: tuple) -> str:
    counts = {kind: sum(change.kind == kind for change in found) for kind in KINDS}
    return _(
        "Figures changed: {figures}; claims confirmed: {confirmed}, refuted: {refuted}; problems opened: {opened}, closed: {closed}."
    ).format(
        figures=counts["figure"],
        confirmed=counts["confirmed"],
        refuted=counts["refuted"],
        opened=counts["opened"],
        closed=counts["closed"],
    )
