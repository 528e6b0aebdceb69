"""Where we would start: the one problem, why this one, and what solving it is worth by our own estimate."""

from __future__ import annotations

from accountkit.brief.blocks import Block, Bullets, Heading, Paragraph
from accountkit.brief.sections import business_case
from accountkit.brief.sections.problems import gap_text, ranked
from accountkit.brief.story import Story
from accountkit.brief.wording import ended, line
from accountkit.i18n import _, labelled
from accountkit.methods.problems.sentences import name, why_first


def where_to(story: Story) -> list[Block]:
    """The block of the first page; nothing where there is no problem."""
    entries = ranked(story)
    if not entries:
        return []
    first = entries[0]
    items = [
        Paragraph(
            ended(line(gap_text(story, first, today=story.account.as_of), 160) or first.verdict),
            label=labelled(line(name(first.problem), 110)),
            mark=story.mark(first.problem.evidence),
        ),
        Paragraph(why_first(story.account, entries), label=_("Why this one:")),
    ]
    worth = business_case.in_short(story, first)
    text = worth or _("No solution is entered for it, so its value to the customer is not estimated.")
    items.append(Paragraph(text, label=_("Worth solving:"), mark="estimate" if worth else None))
    return [Heading(_("Where we would start")), Bullets(tuple(items), key="start")]
