"""How the figures were computed and where they come from: for the appendix, and in small print for the customer."""

from __future__ import annotations

from accountkit import finance
from accountkit.brief.blocks import Block, Cell, Column, Paragraph, Section, Table
from accountkit.brief.sections.operating import cash, operating
from accountkit.brief.sections.segments import segments
from accountkit.brief.sources import filed
from accountkit.brief.story import Story
from accountkit.brief.wording import ended, line
from accountkit.finance.returns.formulas import STEPS, named, shown
from accountkit.i18n import _, clauses, month, number, paragraph

MOST_YEARS = 5
MOST_SOURCES = 4


def behind(story: Story) -> Section | None:
    """For the appendix: the return in five factors, the operating view, cash flow, segments, and how the figures were computed."""
    if story.dupont is None or not story.dupont.years:
        return None
    blocks = (
        *_five_steps(story),
        *operating(story.dupont),
        *cash(story, story.dupont),
        *segments(story),
        *_basis(story, story.dupont),
    )
    return Section("numbers_basis", _("How the figures were computed"), blocks, appendix=True)


def filed_figures(story: Story, dupont: finance.DuPont) -> list[Block]:
    """The formula, and the filings behind the figures if all that is shown came from filings or from the customer."""
    profile, years = story.account.profile, dupont.years[-MOST_YEARS:]
    ends = {year.period_end for year in years}
    figures = [
        figure
        for statement in story.account.statements.values()
        if statement.period_end in ends
        for figure in statement.figures.values()
    ]
    names = (line(one.origin.source, 80) for one in figures if filed(one, profile))
    sources = dict.fromkeys(name for name in names if "/" not in name)  # a path says nothing to a reader
    said = (
        _("Sources: {sources}.").format(sources=clauses(sources)) if 0 < len(sources) <= MOST_SOURCES else ""
    )
    return [Paragraph(paragraph(_FORMULA(), said), role="basis")]


def _five_steps(story: Story) -> list[Block]:
    """The margin taken further apart, where the statements have the lines."""
    five = story.dupont_five
    years = [year for year in (five.years if five else ()) if year.complete][-MOST_YEARS:]
    if not years:
        return []
    rows = tuple(
        (Cell(named(factor)), *(Cell(shown(factor, year.factors[factor])) for year in years))
        for factor in STEPS[5]
    )
    columns = (Column("", 1.7), *(Column(month(year.period_end), 1, numeric=True) for year in years))
    notes = dict.fromkeys(note for year in years for note in year.notes)
    return [
        Table(
            _("ROE in five factors"),
            columns,
            rows,
            note=paragraph(*(ended(note) for note in notes)),
            key="five_factors",
        )
    ]


def _basis(story: Story, dupont: finance.DuPont) -> list[Block]:
    """How the figures were computed and where they come from, in small print."""
    figures = [
        figure for statement in story.account.statements.values() for figure in statement.figures.values()
    ]
    sources = list(dict.fromkeys(figure.origin.source for figure in figures if figure.origin.source))
    shown_sources = clauses(line(source, 80) for source in sources[:4])
    if len(sources) > 4:
        shown_sources = _("{sources}; {n} more").format(sources=shown_sources, n=number(len(sources) - 4, 0))
    source = (
        _("Sources of the statements: {sources}.").format(sources=shown_sources)
        if sources
        else _("The source of the statements is missing.")
    )
    notes = [ended(note) for note in dupont.notes]
    return [Paragraph(paragraph(_FORMULA(), *notes, source), role="basis")]


def _FORMULA() -> str:
    return _(
        "Return on equity = net margin × asset turnover × equity multiplier. The attribution uses Shapley values, whose parts add up to the change."
    )
