"""What changed since a day: told from the account as it was and as it is."""

from __future__ import annotations

from accountkit.brief.blocks import Block, Bullets, Heading, Paragraph, Section
from accountkit.brief.changes import KINDS, Change, changes
from accountkit.brief.story import Story
from accountkit.brief.wording import ended, line
from accountkit.i18n import N_, _, day, number

LINES = {
    N_("Figures:"): ("figure", "peer"),
    N_("Claims:"): ("confirmed", "refuted", "reopened", "finding"),
    N_("Problems and plan:"): ("opened", "closed", "commitment", "lever", "added", "deleted"),
    N_("Account details:"): ("profile",),
}
"""The lines of the first page: what each tells of."""
LINES_FOR_CUSTOMERS = {
    N_("Figures:"): ("figure",),
    N_("Areas:"): ("opened", "closed"),
    N_("Estimates:"): ("lever",),
}
SINCE = "since"
"""The key of the lines."""
MOST = 8
"""Changes told of one kind; the rest is counted."""


def in_lines(story: Story) -> list[Block]:
    """For the first page: what changed since the last time, a line for figures, for claims, for problems and the plan, and for
    who the customer is."""
    if story.before is None:
        return []
    found = [
        change for change in changes(story.before, story.account) if story.internal or _tells(story, change)
    ]
    items = []
    for head, kinds in (LINES if story.internal else LINES_FOR_CUSTOMERS).items():
        told = [change for kind in kinds for change in found if change.kind == kind]
        if told:
            more = _(" and {n} more").format(n=number(len(told) - 1, 0)) if len(told) > 1 else ""
            items.append(Paragraph(ended(line(told[0].text, 110).rstrip(".。") + more), label=_(head)))
    return [Heading(_title(story)), Bullets(tuple(items) or (Paragraph(_("No changes.")),), key=SINCE)]


def _tells(story: Story, change: Change) -> bool:
    """Whether a customer may read it: an area that is in its edition no more was not closed, but is not confirmed now."""
    return change.kind != "closed" or change.path.removeprefix("problems/") in story.account.problems


def _title(story: Story) -> str:
    return _("What changed since {day}").format(day=day(story.since)) if story.since else _("What changed")


def section(story: Story) -> Section | None:
    """The whole list, for the appendix; None where nothing changed, or no earlier state was given to compare with."""
    if story.before is None or not story.internal:
        return None
    found = changes(story.before, story.account)
    if not found:
        return None
    blocks: list[Block] = []
    for kind, name in KINDS.items():
        told = [change for change in found if change.kind == kind]
        if told:
            items = [Paragraph(change.text) for change in told[:MOST]]
            if len(told) > MOST:
                items.append(Paragraph(_("and {n} more").format(n=number(len(told) - MOST, 0))))
            blocks += [Heading(_(name)), Bullets(tuple(items))]
    return Section("changes", _title(story), tuple(blocks), sentence=_counted(found), appendix=True)


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
