"""What changed the return, in two lines: recurring operations, and the rest. They add up to the change."""

from __future__ import annotations

from collections.abc import Iterable

from accountkit.brief.blocks import Block, Bullets, Heading, Paragraph
from accountkit.brief.sections import numbers
from accountkit.brief.story import Story
from accountkit.brief.wording import ended
from accountkit.finance.returns.operations import Contribution, OperationsAndRest, operations_and_rest
from accountkit.i18n import _, clauses, labelled, paragraph, points
from accountkit.methods.wording import lower_first

TRIFLE = 0.0005
"""A part below 0.05 points of the return is not told: it would be written as 0.0."""
LEVELS = ("asset_turnover", "equity_multiplier")


def in_two(story: Story) -> list[Block]:
    """The two lines under their heading; the sentences of the change where the statements do not tell the two apart."""
    dupont, change = story.dupont, story.change
    latest = dupont.latest if dupont else None
    if dupont is None or latest is None:
        if not story.internal:
            return []
        text = _("No ROE yet. Import statements with revenue, net income, total assets and equity.")
        return [Paragraph(text, role="note")]
    head = Heading(_("What changed ROE"))
    parts = operations_and_rest(dupont, change) if change and change.end == latest.period_end else None
    if parts is None:
        rest = paragraph(*numbers.told(story)[1:])
        return [head, Paragraph(rest, role="aloud")] if rest else []
    return [
        head,
        Bullets(
            (
                _line(_("Operations"), parts, parts.operations, parts.operating),
                _line(_("Non-operating items and leverage"), parts, parts.rest, parts.other),
            ),
            key="moved",
        ),
    ]


def _line(label: str, sides: OperationsAndRest, total: float, parts: Iterable[Contribution]) -> Paragraph:
    """A side of the change with its parts, the largest first; across a loss turnover and leverage are neither credit nor blame."""
    shown = [
        part
        for part in parts
        if abs(part.effect) >= TRIFLE and not (sides.across_loss and part.key in LEVELS)
    ]
    shown.sort(key=lambda part: -abs(part.effect))
    told = [
        _("{factor} {before} → {after} ({effect})").format(
            factor=lower_first(_name(sides, part)), effect=points(part.effect), **part.ends
        )
        for part in shown
    ]
    text = _("{total}, from {parts}") if told else "{total}"
    return Paragraph(
        ended(text.format(total=points(total), parts=clauses(told))),
        label=labelled(label),
    )


def _name(sides: OperationsAndRest, part: Contribution) -> str:
    """A cause by name; the operating margin says so where one-offs were taken out of it."""
    if part.key == "operating_margin" and any(other.key == "one_off" for other in sides.other):
        return _("Operating margin before one-offs")
    return part.label
