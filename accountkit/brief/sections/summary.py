"""The first page, which alone would do: who they are, what moved their return, the problems worth solving with their
money, who would be moved and why, and what we ask for next."""

from __future__ import annotations

from accountkit.brief.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Paragraph,
    Section,
    Table,
    Tile,
    Tiles,
)
from accountkit.brief.sections import motives, next_steps, numbers, problems
from accountkit.brief.story import Story
from accountkit.brief.values import value_of
from accountkit.brief.wording import ended, line, opening, plain
from accountkit.finance.returns.formulas import unchanged
from accountkit.i18n import _, day, language, number, paragraph, percent, points
from accountkit.methods.chain.foremost import next_commitment
from accountkit.methods.environment.force_reading import five_forces
from accountkit.methods.environment.pest_reading import pest
from accountkit.methods.labels import label
from accountkit.methods.problems.reading import largest_problem
from accountkit.methods.problems.reading import problems as problems_of
from accountkit.methods.problems.sentences import name
from accountkit.methods.wording import plain as in_figures

PROBLEMS = 3
FOUNDATIONS = (
    "statements",
    "findings",
    "problems",
    "answers",
    "private_answers",
    "stakeholders",
    "opportunities",
    "commitments",
)
"""The collections of which one record is enough to compose more than the first steps."""


def section(story: Story) -> Section:
    """The page; for an account with nothing in it, what to do first."""
    title = _("On one page")
    if is_empty(story):
        return Section(
            "summary",
            title,
            tuple(_first_steps() if story.internal else [_nothing_yet()]),
            sentence=_("{name}: no information yet.").format(name=story.name),
        )
    blocks: list[Block] = [Paragraph(who_they_are(story)), *_tiles(story), *_return(story), *_problems(story)]
    if story.internal:
        blocks += [*motives.in_short(story), *_next(story)]
    else:
        blocks += _on_offer(story)
    return Section("summary", title, tuple(blocks), sentence=numbers.message(story))


def is_empty(story: Story) -> bool:
    """Whether there is neither a figure nor a claim."""
    return not any(getattr(story.account, name) for name in FOUNDATIONS)


def who_they_are(story: Story) -> str:
    """The customer in a sentence or two: what it does, where, and the latest year."""
    profile = story.account.profile
    industry = profile.industry_zh if language() == "zh_CN" and profile.industry_zh else profile.industry
    place = [line(part, 60) for part in (industry, profile.country) if part]
    listed_as = _(" ({ticker})").format(ticker=line(profile.ticker, 20)) if profile.ticker else ""
    about = (
        _("{name}{ticker}: {about}.").format(name=story.name, ticker=listed_as, about=_(", ").join(place))
        if place
        else ""
    )
    summary = opening(plain(profile.summary), 200) if story.internal else ""
    year = numbers.year_in_words(story, story.dupont) if story.dupont and story.dupont.years else ""
    return paragraph(about, summary, year) or ended(story.name)


def _nothing_yet() -> Block:
    """For the customer: how we fill the page is not their business."""
    return Paragraph(_("This page fills once figures or areas to improve are confirmed."), role="note")


def _first_steps() -> list[Block]:
    """What to do with an empty account, in the order that pays most."""
    steps = (
        (
            _("Import the annual statements."),
            _("An annual report, a filing or a spreadsheet shows ROE and what changed it."),
        ),
        (
            _("Choose three external changes."),
            _("Pick prompts on politics, economy, society and technology, and rate impact and likelihood."),
        ),
        (
            _("Name one problem and its measure."),
            _("Enter best, current and target value. Type and value of the problem follow."),
        ),
        (
            _("Name who is affected."),
            _("A role and ten ratings show if this person will act, and what is missing."),
        ),
    )
    items = tuple(Paragraph(text, label=head) for head, text in steps)
    return [
        Paragraph(_("The brief grows with the account. First steps:"), role="lead"),
        Bullets(items, numbered=True),
    ]


def _tiles(story: Story) -> list[Block]:
    tiles = [
        tile
        for tile in (_roe_tile(story), _pressure_tile(story), _problem_tile(story), _last_tile(story))
        if tile
    ]
    return [Tiles(tuple(tiles))] if tiles else []


def _roe_tile(story: Story) -> Tile | None:
    latest = story.dupont.latest if story.dupont else None
    if latest is None:
        return None
    change = story.change
    found = latest.return_on_equity
    note = _("year to {day}").format(day=day(latest.period_end))
    if found is not None and change and change.delta is not None and change.end == latest.period_end:
        text = _("{year}, up {delta} on a year earlier")
        if change.delta < 0:
            text = _("{year}, down {delta} on a year earlier")
        if unchanged("return_on_equity", found - change.delta, found):
            text = _("{year}, unchanged on a year earlier")
        note = text.format(year=note, delta=points(change.delta, sign=False))
    return Tile(
        _("Return on equity"),
        percent(found),
        note,
        "bad" if latest.ratios["return_on_equity"] < 0 else None,
    )


def _pressure_tile(story: Story) -> Tile | None:
    force = five_forces(story.analyses).strongest
    factor = pest(story.analyses).strongest(-1)
    if factor and "finding" in factor.flags:
        note = " · ".join((label("dimension", factor["source_item"]), line(factor["headline"], 90)))
        return Tile(
            _("Biggest external pressure"),
            _("{n} of 25").format(n=in_figures(factor["priority"])),
            note,
            "bad",
        )
    if force:
        return Tile(
            _("Strongest competitive pressure"),
            force.name,
            _("{score} of 5").format(score=number(force.mean, 1)),
            "bad",
        )
    return None


def _problem_tile(story: Story) -> Tile | None:
    entry = largest_problem(problems_of(story.analyses).entries)
    if entry is None or (entry.worth is None and not story.internal):
        return None
    called = line(name(entry.problem), 70)
    if entry.worth is None:
        return Tile(_("Largest problem"), "–", called, "type")
    return Tile(_("Largest problem (estimate)"), entry.worth.text(story.account.currency), called, "type")


def _last_tile(story: Story) -> Tile | None:
    """The next commitment we ask for; for the customer there is none to show."""
    found = next_commitment(story.account) if story.internal else None
    if found is None:
        return None
    _key, item = found
    due = day(item.due) if item.due else _("no date")
    return Tile(_("Next commitment (due)"), due, line(item.action, 90))


def _return(story: Story) -> list[Block]:
    dupont = story.dupont
    if dupont is None or dupont.latest is None:
        return [
            Paragraph(
                _("No ROE yet. Import statements with revenue, net income, total assets and equity."),
                role="note",
            )
        ]
    rest = numbers.told(story)[1:]
    return [
        Heading(_("What changed ROE")),
        Paragraph(paragraph(*rest, numbers.lever(story, dupont)), role="aloud"),
    ]


def _problems(story: Story) -> list[Block]:
    entries = problems.ranked(story)
    if not entries:
        return []
    columns = (
        Column(problems.column_name(story), 2.5),
        Column(_("Type"), 1),
        Column(_("Measure"), 2.4),
        *problems.worth_column(story, 1.5),
        Column(_("Status"), 0.95, key="standing"),
    )
    rows = tuple(
        (
            Cell(line(name(entry.problem), 90), strong=True),
            Cell(
                problems.type_text(story, entry),
                tone="type" if entry.gap.primary else "quiet",
            ),
            Cell(line(problems.gap_text(entry, named=False), 90) or "–"),
            *problems.worth_cell(story, entry),
            Cell("", mark=story.mark(entry.problem.evidence)),
        )
        for entry in entries[:PROBLEMS]
    )
    head = story.worded(
        _("Problems worth solving") if len(entries) < PROBLEMS else _("Three problems worth solving"),
        _("Areas to improve"),
    )
    return [Table(head, columns, rows, key="first_problems")]


def _on_offer(story: Story) -> list[Block]:
    """For the customer: the released estimates in a line each."""
    items = []
    for key, lever in story.account.levers.items():
        value = value_of(story, key)
        text = paragraph(
            ended(line(lever.statement, 120)),
            _("{change}; annual profit {profit}.").format(change=value.change, profit=value.profit),
        )
        items.append(Paragraph(text, mark="estimate"))
    return [Heading(_("Possible gains")), Bullets(tuple(items[:5]))] if items else []


def _next(story: Story) -> list[Block]:
    """What we ask for next, and what we want in the end."""
    items = [Paragraph(text) for text in next_steps.asked_next(story)]
    goal = next_steps.objective_text(story)
    if goal:
        items.append(Paragraph(goal, label=_("Sales objective:")))
    return [Heading(_("Next requests")), Bullets(tuple(items))] if items else []
