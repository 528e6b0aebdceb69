"""Business segments and regions: which of them carry growth and profit, and how they add up to the company."""

from __future__ import annotations

from accountkit.brief.blocks import Block, Cell, Column, Paragraph, Table
from accountkit.brief.story import Story
from accountkit.finance.segments.in_words import segment_tables
from accountkit.i18n import _


def segments_in_words(story: Story) -> list[Block]:
    """A paragraph for each kind of part that the statements have."""
    return [Paragraph(one.text) for one in segment_tables(story.account.statements)]


def segments(story: Story) -> list[Block]:
    """Revenue by year, its change, and the profit of each part, reconciled to the company."""
    captions = {"business": _("Business segments by year"), "region": _("Regions by year")}
    return [
        Table(
            captions[one.kind],
            (Column(one.columns[0], 1.7), *(Column(name, 1, numeric=True) for name in one.columns[1:])),
            tuple(tuple(Cell(text) for text in row) for row in one.rows),
            key=f"segments_{one.kind}",
        )
        for one in segment_tables(story.account.statements)
    ]
