"""The first page, which alone would do: who they are, what moved their return, the problems worth solving with their
money, who would be moved and why, and what we ask for next."""

from __future__ import annotations

from accountkit.brief.blocks import Block, Bullets, Heading, Paragraph, Section, Tile, Tiles
from accountkit.brief.sections import changed, motives, moved, next_steps, numbers, start
from accountkit.brief.story import Story
from accountkit.brief.wording import ended, line, opening, plain
from accountkit.finance.returns.formulas import unchanged
from accountkit.i18n import (
    _,
    day,
    enumerated,
    fiscal_year,
    language,
    money,
    number,
    paragraph,
    percent,
    points,
)
from accountkit.methods.chain.foremost import next_commitment
from accountkit.methods.environment.force_reading import five_forces
from accountkit.methods.environment.pest_reading import pest
from accountkit.methods.labels import label
from accountkit.methods.numbers.dupont_roe import last_delta, return_on_equity
from accountkit.methods.problems.reading import largest_problem
from accountkit.methods.problems.reading import problems as problems_of
from accountkit.methods.problems.sentences import name
from accountkit.methods.wording import plain as in_figures

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
            tuple(_first_steps()),
            sentence=_("{name}: no information yet.").format(name=story.name),
        )
    blocks: list[Block] = [
        Paragraph(who_they_are(story)),
        *_tiles(story),
        *changed.in_lines(story),
        *moved.in_two(story),
        *start.where_to(story),
        *motives.in_short(story),
        *_next(story),
    ]
    return Section("summary", title, tuple(blocks), sentence=numbers.message(story))


def is_empty(story: Story) -> bool:
    """Whether there is neither a figure nor a claim."""
    return not any(getattr(story.account, name) for name in FOUNDATIONS)


def who_they_are(story: Story) -> str:
    """The customer in a line: what it does, where, and how large it was in the year of the return."""
    profile = story.account.profile
    industry = profile.industry_zh if language() == "zh_CN" and profile.industry_zh else profile.industry
    about = [line(part, 60) for part in (industry, profile.country) if part]
    about += _size(story)
    if not about:
        return ended(story.name)
    listed_as = _(" ({ticker})").format(ticker=line(profile.ticker, 20)) if profile.ticker else ""
    text = _("{name}{ticker}: {about}.").format(name=story.name, ticker=listed_as, about=enumerated(about))
    return paragraph(text, opening(plain(profile.summary), 160))


def _size(story: Story) -> list[str]:
    latest = story.dupont.latest if story.dupont else None
    revenue = latest.inputs.get("revenue") if latest else None
    if latest is None or revenue is None or story.dupont is None:
        return []
    return [
        _("revenue {amount} in {year}").format(
            amount=money(revenue, story.dupont.currency), year=fiscal_year(latest.period_end)
        )
    ]


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
        for tile in (roe_tile(story), _pressure_tile(story), _problem_tile(story), _last_tile(story))
        if tile
    ]
    return [Tiles(tuple(tiles))] if tiles else []


def roe_tile(story: Story) -> Tile | None:
    """The latest return and its change; None where no year has one."""
    latest = story.dupont.latest if story.dupont else None
    if story.dupont is None or latest is None:
        return None
    delta, found = last_delta(return_on_equity(story.analyses)), latest.return_on_equity
    note = _("year to {day}").format(day=day(latest.period_end))
    if found is not None and delta is not None:
        text = _("{year}, up {delta} on a year earlier")
        if delta < 0:
            text = _("{year}, down {delta} on a year earlier")
        if unchanged("return_on_equity", found - delta, found):
            text = _("{year}, unchanged on a year earlier")
        note = text.format(year=note, delta=points(delta, sign=False))
    return Tile(
        _("Return on equity, minorities included") if story.dupont.mark else _("Return on equity"),
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
    if entry is None:
        return None
    called = line(name(entry.problem), 70)
    if entry.worth is None:
        return Tile(_("Largest problem"), "–", called, "type")
    return Tile(_("Largest problem (estimate)"), entry.worth.text(story.account.currency), called, "type")


def _last_tile(story: Story) -> Tile | None:
    """The next commitment we ask for."""
    found = next_commitment(story.account)
    if found is None:
        return None
    _key, item = found
    due = day(item.due) if item.due else _("no date")
    return Tile(_("Next commitment (due)"), due, line(item.action, 90))


def _next(story: Story) -> list[Block]:
    """The one thing that we ask for next, and what we want in the end; neither with a date that has passed."""
    items = []
    if asked := next_steps.asked_next(story):
        items.append(Paragraph(asked, label=_("We ask for:")))
    if goal := next_steps.objective_text(story):
        items.append(Paragraph(goal, label=_("Sales objective:")))
    return [Heading(_("Next request")), Bullets(tuple(items), key="next")] if items else []
