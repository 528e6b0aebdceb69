"""The customer and its numbers: the return on equity over the years, what moved it, how peers compare, on which basis."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from accountkit import finance
from accountkit.brief import drawings
from accountkit.brief.blocks import Block, Cell, Column, Heading, Paragraph, Section, Table
from accountkit.brief.sections.basis import MOST_YEARS, filed_figures
from accountkit.brief.sections.segments import segments, segments_in_words
from accountkit.brief.story import Story
from accountkit.brief.wording import ended, first_sentence, line
from accountkit.finance.peers.aggregate import aggregate_name, together
from accountkit.finance.peers.comparison import Comparison
from accountkit.finance.peers.left_out import left_out
from accountkit.finance.returns.change_in_words import change_in_words
from accountkit.finance.returns.dupont import DuPontYear
from accountkit.finance.returns.formulas import STEPS, named, shown
from accountkit.finance.returns.obstacles import STATUS_NAMES
from accountkit.finance.returns.trailing_in_words import trailing_in_words
from accountkit.finance.statements import owners as ownership
from accountkit.finance.statements.lines import label as line_name
from accountkit.i18n import N_, _, day, fiscal_year, money, money_scale, month, paragraph
from accountkit.model import Figure, Statement

SHOWN_LINES = ("revenue", "operating_income", "net_income", "total_assets", "equity")
MOST_PEERS = 8


def section(story: Story) -> Section:
    """The section; without statements it says which file to import first."""
    title = _("The customer's numbers")
    if story.dupont is None or not story.dupont.years:
        return Section("numbers", title, (Paragraph(_NO_STATEMENTS(story), role="note"),))
    blocks: list[Block] = [
        Paragraph(year_in_words(story, story.dupont)),
        *_twelve_months(story, story.dupont),
        *segments_in_words(story),
        *drawings.returns(story),
        *_read(story, story.dupont),
        *_what_moved_it(story),
        _years_table(story, story.dupont),
        *_peers(story),
    ]
    return Section("numbers", title, tuple(blocks), sentence=lever(story, story.dupont))


def for_customer(story: Story) -> Section | None:
    """The customer's own figures; None without statements."""
    if story.dupont is None or not story.dupont.years:
        return None
    blocks: list[Block] = [
        Paragraph(year_in_words(story, story.dupont)),
        *_twelve_months(story, story.dupont),
        *segments_in_words(story),
        *drawings.returns(story),
        *_what_moved_it(story),
        _years_table(story, story.dupont),
        *_peers(story),
        *segments(story),
        *filed_figures(story, story.dupont),
    ]
    return Section("numbers", _("Your numbers"), tuple(blocks), sentence=lever(story, story.dupont))


def _NO_STATEMENTS(story: Story) -> str:
    if story.account.statements:
        return _(
            "The statements do not form one company's years. Check currencies and period ends under Numbers."
        )
    return _("No statements yet. Import an annual report, a filing or a spreadsheet.")


def message(story: Story) -> str:
    """The account in one sentence: where the return stands, and what changed it."""
    return next(iter(told(story)), "")


def told(story: Story) -> list[str]:
    """The change of the return in sentences; about the latest year alone where no change is known."""
    dupont, change = story.dupont, story.change
    latest = dupont.latest if dupont else None
    if dupont is None or latest is None:
        return []
    known = change is not None and change.effects and change.end == latest.period_end
    return change_in_words(dupont, change if known else None)


def year_in_words(story: Story, dupont: finance.DuPont) -> str:
    """The year of the return in a sentence, never another one beside it: revenue and profit; then that a later one waits."""
    told_of, last = dupont.latest or dupont.years[-1], dupont.years[-1]
    revenue, profit = told_of.inputs.get("revenue"), told_of.inputs.get("net_income")
    if revenue is None or profit is None:
        return _("The latest statement ends on {day}.").format(day=day(last.period_end))
    currency = dupont.currency
    text = _(YEARS[story.internal, profit >= 0]).format(
        day=day(told_of.period_end),
        name=story.name,
        profit=money(abs(profit), currency),
        revenue=money(revenue, currency),
    )
    waits = _("The statement of the year to {day} has no ROE yet.").format(day=day(last.period_end))
    return paragraph(text, "" if last is told_of else waits)


def _twelve_months(story: Story, dupont: finance.DuPont) -> list[Block]:
    """The trailing twelve months in a sentence, where interim statements give them."""
    account = story.account
    found = finance.trailing(account.statements, account.interim, basis=dupont.basis, owners=dupont.owners)
    known = found is not None and found.statement is not None
    return [Paragraph(trailing_in_words(found, dupont))] if found and known else []


YEARS = {
    (True, True): N_("In the year to {day}, {name} earned {profit} on revenue of {revenue}."),
    (True, False): N_("In the year to {day}, {name} lost {profit} on revenue of {revenue}."),
    (False, True): N_("In the year to {day}, you earned {profit} on revenue of {revenue}."),
    (False, False): N_("In the year to {day}, you lost {profit} on revenue of {revenue}."),
}
"""By whether the edition is internal and whether the year made a profit."""
AREAS = {
    "net_margin": N_("Area to improve ROE: net margin (price, mix, costs)."),
    "operating_margin": N_("Area to improve ROE: operating margin (price, mix, costs)."),
    "asset_turnover": N_(
        "Area to improve ROE: asset turnover (inventory, receivables, idle sites and equipment)."
    ),
    None: N_("Your operations did not weaken."),
}


def lever(story: Story, dupont: finance.DuPont) -> str:
    """Where the return can be improved: for us a lever, for the customer an area."""
    said = finance.reading(dupont, story.change if story.change and story.change.effects else None)
    return story.worded(first_sentence(said.lever), _(AREAS[said.ratio]))


def _read(story: Story, dupont: finance.DuPont) -> list[Block]:
    """What leverage does to the return."""
    if dupont.latest is None:
        return []
    said = finance.reading(dupont, story.change if story.change and story.change.effects else None)
    movements = story.change.reading.values() if story.change and story.change.effects else ()
    text = ended(said.fragile)
    # where leverage only moved, its movement is told with the others
    return [Paragraph(text, role="aloud")] if text and text not in {one.text for one in movements} else []


def _what_moved_it(story: Story) -> list[Block]:
    change = story.change
    if change is None or not change.effects:
        notes = change.notes if change else ()
        return [Paragraph(paragraph(*(ended(note) for note in notes)), role="basis")] if notes else []
    lines = [Paragraph(movement.text) for movement in change.reading.values()]
    head = _("What changed ROE from {start} to {end}").format(
        start=fiscal_year(change.start), end=fiscal_year(change.end)
    )
    said = (
        [Paragraph(paragraph(*(ended(note) for note in change.notes)), role="basis")] if change.notes else []
    )
    return [Heading(head), *drawings.what_moved_it(story), *lines, *said]


def _years_table(story: Story, dupont: finance.DuPont) -> Table:
    years = dupont.years[-MOST_YEARS:]
    statements = {statement.period_end: statement for statement in story.account.statements.values()}
    rows = []
    profit, equity = ownership.lines(dupont.owners)
    of_owners = {"net_income": profit, "equity": equity}
    lines = {
        of_owners.get(key, key): [
            _figure(statements[year.period_end], year, key, of_owners) for year in years
        ]
        for key in SHOWN_LINES
    }
    written, unit = money_scale(
        (figure.value for figures in lines.values() for figure in figures if figure), dupont.currency
    )
    for key, figures in lines.items():
        if any(figures):
            rows.append((Cell(line_name(key)), *(Cell(_amount(figure, written)) for figure in figures)))
    for factor in STEPS[3]:
        rows.append((Cell(named(factor)), *(Cell(shown(factor, year.factors[factor])) for year in years)))
    rows.append((Cell(named("return_on_equity"), strong=True), *(_return(year) for year in years)))
    columns = (Column(unit, 1.7), *(Column(month(year.period_end), 1, numeric=True) for year in years))
    approximate = (
        _("≈: rounded in the source.") if any("≈" in cell.text for row in rows for cell in row) else ""
    )
    assumed = _("○: assumed.") if any("○" in cell.text for row in rows for cell in row) else ""
    return Table(
        _("Figures and factors by year"),
        columns,
        tuple(rows),
        note=paragraph(approximate, assumed),
        key="years",
    )


def _figure(statement: Statement, year: DuPontYear, key: str, of_owners: Mapping[str, str]) -> Figure | None:
    """The figure as reported; profit and equity of all owners also as they follow from other lines."""
    reported = statement.figures.get(of_owners.get(key, key))
    follows = year.inputs.get(f"{key}_closing", year.inputs.get(key))
    if reported or follows is None or of_owners.get(key, key) == key:
        return reported
    return Figure(value=follows)


def _amount(figure: Figure | None, written: Callable[[float], str]) -> str:
    if figure is None:
        return "–"
    sign = "○ " if figure.assumed else "≈ " if figure.approximate else ""
    return sign + written(figure.value)


def _return(year: DuPontYear) -> Cell:
    if year.return_on_equity is None:
        return Cell(_(STATUS_NAMES[year.status]) if year.status == "not_meaningful" else "–", tone="quiet")
    text = shown("return_on_equity", year.return_on_equity)
    if year.status == "distorted":
        text = _("{value} ({status})").format(value=text, status=_(STATUS_NAMES["distorted"]))
    return Cell(text, tone="bad" if year.return_on_equity < 0 else None, strong=True)


def _peers(story: Story) -> list[Block]:
    """The customer's year beside the nearest year of each peer; what is not usable is shown and left out of medians."""
    beside = story.comparison
    if beside is None:
        return []
    rows = [_peer_row(peer.name, peer.year) for peer in beside.peers if peer.year]
    if not rows:
        return []
    own = _peer_row(story.name, beside.own)
    added = beside.aggregate
    medians = [
        *([_common_row(_("Peer median"), beside.medians)] if beside.medians else ()),
        *([_common_row(story.worded(aggregate_name(added), together(added)), added.ratios)] if added else ()),
    ]
    columns = (
        Column(_("Company"), 1.7, key="company"),
        Column(_("Year to"), 1.3, key="year"),
        *(Column(named(f), 1, numeric=True, key=f) for f in (*STEPS[3], "return_on_equity")),
    )
    cut = (
        ended(_("{n} of {all} peers shown").format(n=MOST_PEERS, all=len(rows)))
        if len(rows) > MOST_PEERS
        else ""
    )
    table = Table(
        story.worded(_("Factors of the customer and peers"), _("Factors of your company and peers")),
        columns,
        (own, *rows[:MOST_PEERS], *medians),
        note=paragraph(cut, *_peer_notes(story, beside)),
        key="peers",
    )
    return [Heading(_("Compared with peers")), *drawings.peers(story), table]


def _peer_notes(story: Story, beside: Comparison) -> list[str]:
    """Who is left out, for every reader; the other notes speak of our work."""
    told = left_out(beside)
    if not story.internal:
        return list(told)
    in_told = {peer.remark for peer in beside.peers if told and peer.year and not peer.usable}
    return [*(ended(note) for note in beside.notes if note not in in_told), *told]


def _peer_row(name: str, year: DuPontYear) -> tuple[Cell, ...]:
    return (
        Cell(line(name, 60)),
        Cell(month(year.period_end)),
        *(Cell(shown(f, year.factors[f])) for f in STEPS[3]),
        _return(year),
    )


def _common_row(name: str, values: Mapping[str, float]) -> tuple[Cell, ...]:
    ratios = (*STEPS[3], "return_on_equity")
    return (
        Cell(name, strong=True),
        Cell(""),
        *(Cell(shown(ratio, values.get(ratio)), strong=True) for ratio in ratios),
    )
