"""The figures about people of a brief: whom we know, whose motives we assessed, and what they gain and give up."""

from __future__ import annotations

from dataclasses import replace

from accountkit.brief.blocks import Box, Chart, Figure, Network, Series
from accountkit.brief.drawn import MOST_BARS, figure
from accountkit.brief.story import Story
from accountkit.brief.wording import line
from accountkit.figures import contact_map
from accountkit.figures.importance_urgency import (
    importance_urgency,
    importance_urgency_table,
    importance_urgency_text,
)
from accountkit.figures.motive_balance import motive_balance, motive_balance_table, motive_balance_text
from accountkit.i18n import _
from accountkit.methods.motives.reading import MotiveReading
from accountkit.methods.motives.reading import motives as motives_of


def contacts(story: Story) -> list[Figure]:
    """Whom we know, by level, and whom they report to; nothing that judges a person."""
    found = contact_map.contacts(story.account)
    if found is None:
        return []
    network = Network(
        found.columns,
        found.lines,
        tuple(
            Box(spot.id, spot.column, spot.line, line(spot.title, 80), spot.note, spot.decides, not spot.met)
            for spot in found.spots
        ),
        found.reports,
        found.levels,
    )
    caption = _("People by level (dashed: not met yet; blue: decides)")
    drawn, rows = contact_map.contact_map(found), contact_map.contact_map_table(story.account, found)
    made = figure("people_map", caption, contact_map.contact_map_text(found), drawn, rows)
    return [replace(made, network=network)]


def motives(story: Story) -> list[Figure]:
    """Who stands where between importance and urgency."""
    found = motives_of(story.analyses)
    placed = [motive for motive in found if motive.importance is not None and motive.urgency is not None]
    if not placed:
        return []
    values = tuple(motive.score for motive in placed[:MOST_BARS])
    names = tuple(line(motive.role, 40) for motive in placed[:MOST_BARS])
    chart = Chart("bars", names, (Series(_("Motive score, 0 to 100"), values),), "0")
    caption = _("Motives by importance and urgency")
    rows = importance_urgency_table(found)
    return [
        figure("motives", caption, importance_urgency_text(found), importance_urgency(found), rows, chart)
    ]


def motive(story: Story, one: MotiveReading) -> list[Figure]:
    """What this person gains against what is given up, where money was entered."""
    if one.money.multiple is None:
        return []
    currency = story.account.currency
    caption = _("Benefit and total cost ({role})").format(role=line(one.role, 60))
    rows = motive_balance_table(one, currency)
    return [
        figure(
            f"balance_{one.id}",
            caption,
            motive_balance_text(one, currency),
            motive_balance(one, currency),
            rows,
        )
    ]
