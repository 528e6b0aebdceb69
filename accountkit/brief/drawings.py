"""The figures of a brief: plotly's picture from `accountkit.figures`, with its table, its sentence and its native chart."""

from __future__ import annotations

from collections.abc import Sequence

from accountkit import finance
from accountkit.brief.blocks import Cell, Chart, Column, Figure, Series, Table
from accountkit.brief.story import Story
from accountkit.brief.wording import line
from accountkit.figures.dupont_tree import dupont_tree, dupont_tree_table, dupont_tree_text
from accountkit.figures.roe_waterfall import roe_waterfall, roe_waterfall_table, roe_waterfall_text, rule
from accountkit.finance.formulas import named
from accountkit.i18n import _, day


def behind(rows: Sequence[dict], caption: str) -> Table:
    """The table behind a figure from its rows; columns after the first stand right where all their cells look like numbers."""
    titles = list(rows[0]) if rows else [""]
    texts = [[line(str(row.get(title, "")), 200) for title in titles] for row in rows]
    numeric = [place > 0 and all(_is_number(row[place]) for row in texts) for place in range(len(titles))]
    columns = tuple(
        Column(title, 1.0 if right else 1.8, right) for title, right in zip(titles, numeric, strict=True)
    )
    return Table(caption, columns, tuple(tuple(Cell(text) for text in row) for row in texts))


def _is_number(text: str) -> bool:
    return len(text) < 22 and (not text or any(char.isdigit() for char in text) or text in "–-")


def returns(story: Story) -> list[Figure]:
    """The return and its three factors in the latest year, with what moved each: the ROE picture."""
    dupont = story.dupont
    if dupont is None or dupont.latest is None:
        return []
    change = story.change if story.change and story.change.end == dupont.latest.period_end else None
    end = dupont.latest.period_end
    years = [year for year in dupont.years if year.return_on_equity is not None]
    chart = Chart(
        "columns", tuple(day(year.period_end) for year in years),
        (Series(named("return_on_equity"), tuple(year.return_on_equity for year in years)),), percent=True,
    )  # fmt: skip
    return [
        Figure(
            key="dupont_tree",
            caption=_("Return on equity and its factors, year to {day}").format(day=day(end)),
            alt=dupont_tree_text(dupont, change, end),
            plotly=dupont_tree(dupont, change, end),
            table=behind(dupont_tree_table(dupont, change, end), _("Return on equity and its factors")),
            chart=chart,
            height=230,
        )
    ]


def what_moved_it(story: Story) -> list[Figure]:
    """The change of the return as steps from the one year to the other."""
    dupont, change = story.dupont, story.change
    if dupont is None or change is None or not change.effects:
        return []
    start, end = (dupont.year(when).return_on_equity for when in (change.start, change.end))
    chart = Chart(
        "waterfall", (day(change.start), *(named(factor) for factor in change.effects), day(change.end)),
        (Series(named("return_on_equity"), (start, *change.effects.values(), end)),), percent=True,
    )  # fmt: skip
    caption = _("What moved the return on equity ({rule})").format(rule=rule(change))
    return [
        Figure(
            key="roe_waterfall",
            caption=caption,
            alt=roe_waterfall_text(dupont, change),
            plotly=roe_waterfall(dupont, change),
            table=behind(roe_waterfall_table(dupont, change), _("What moved the return on equity")),
            chart=chart,
            height=300,
        )
    ]


def peers(story: Story) -> list[Figure]:
    return []


def outside(story: Story) -> list[Figure]:
    return []


def forces(story: Story) -> list[Figure]:
    return []


def problems(story: Story, entries: Sequence) -> list[Figure]:
    return []


def motives(story: Story) -> list[Figure]:
    return []
