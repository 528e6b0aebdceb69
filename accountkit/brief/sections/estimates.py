"""For the customer: the released estimates with inputs to correct, the plan with empty cells for dates, and the first step."""

from __future__ import annotations

from accountkit.brief.blocks import Block, Cell, Column, Paragraph, Section, Table, Tile
from accountkit.brief.sections import business_case
from accountkit.brief.sections.problems import levers_of
from accountkit.brief.story import Story
from accountkit.brief.values import in_order, told_first, value_of
from accountkit.brief.wording import ended, line, shortened
from accountkit.finance.levers import case_in_words as words
from accountkit.i18n import _, number, paragraph
from accountkit.methods.problems.reading import Entry

BLANK = ""
"""A cell that the customer fills in."""


def section(story: Story) -> Section | None:
    """The estimates whose author has released them, each with what it rests on; None where none is released."""
    keys = in_order(story)
    if not keys:
        return None
    columns = (
        Column(_("Estimate"), 1.8, key="solution"),
        Column(_("What changes"), 2.1),
        Column(_("Cost to you"), 1.8, key="cost"),
        Column(_("Annual profit: base (low to high)"), 1.5, numeric=True, key="profit"),
        Column(_("Your figure"), 1.1),
    )
    values = [value_of(story, key) for key in keys]
    rows = tuple(
        (
            Cell(shortened(story.account.levers[key].statement, 200), mark="estimate", strong=True),
            Cell(value.change),
            Cell(value.costs),
            Cell(value.profit),
            Cell(BLANK),
        )
        for key, value in zip(keys, values, strict=True)
    )
    missing = dict.fromkeys(ended(value.note) for value in values if value.note)
    note = _("Each for a steady year, after costs, alone. Correct any figure: we recalculate with yours.")
    table = Table(_("Estimates to correct"), columns, rows, note=paragraph(note, *missing), key="answers")
    case = story.business_case
    blocks: list[Block] = [table]
    if case is not None:
        blocks += [*business_case.as_investment(story, case), *business_case.conditions(story, case)]
    said = words.summary(case) if case else ""
    return Section("business_case", _("What it could be worth to you"), tuple(blocks), sentence=said)


def tile(story: Story) -> Tile | None:
    """The first released estimate that can be worked out, as a key figure."""
    key = told_first(story)
    if key is None:
        return None
    lever = story.account.levers[key]
    return Tile(_("Possible gain a year (estimate)"), value_of(story, key).profit, line(lever.statement, 90))


def next_step(story: Story) -> str:
    """What we propose on the first page."""
    if story.account.levers:
        return _("Go through the inputs of the estimate with us and replace ours with yours.")
    return _("Go through the areas with us and choose the one to estimate first.")


def plan(story: Story, area: Entry | None) -> Section:
    """The way from here, an owner on each side and no date of ours; it ends on the first step."""
    columns = (
        Column(_("Step"), 2.8),
        Column(_("You"), 1.5),
        Column(_("We"), 1.5),
        Column(_("What it unlocks"), 1.9),
        Column(_("Your date"), 1),
    )
    rows = tuple(
        (Cell(step, strong=True), Cell(you), Cell(we), Cell(unlocks), Cell(BLANK))
        for step, you, we, unlocks in _steps(story, area)
    )
    blocks: list[Block] = [
        Table(_("Proposed plan"), columns, rows, key="plan"),
        Paragraph(_first(story), label=_("First step:"), role="lead"),
    ]
    said = _("Steps from your figures to a decision: {n}.").format(n=number(len(rows), 0))
    return Section("plan", _("Plan and first step"), tuple(blocks), sentence=said)


def _steps(story: Story, area: Entry | None) -> list[tuple[str, str, str, str]]:
    lever = next((lever for _key, lever in levers_of(story, area)), None) if area else None
    solution = line(lever.statement, 90).rstrip(".。") if lever else ""
    estimate = (
        (_("Correct the inputs"), _("Finance"), _("Value consultant"), _("An estimate in your figures"))
        if story.account.levers
        else (
            _("Choose the area to start with"),
            _("Business owner"),
            _("Value consultant"),
            _("A first estimate"),
        )
    )
    trial = (
        _("Try it in one part: {solution}").format(solution=solution) if lever else _("Try it in one part")
    )
    return [
        estimate,
        (
            _("Agree on measure and target"),
            _("Business owner"),
            _("Account manager"),
            _("How success is measured"),
        ),
        (trial, _("Project lead"), _("Project lead"), _("Results in your own figures")),
        (
            _("Review the results and decide"),
            _("Sponsor"),
            _("Account manager"),
            _("A decision on the roll-out"),
        ),
    ]


def _first(story: Story) -> str:
    if story.account.levers:
        return _("Name the person who knows these inputs, and a day for one hour with us.")
    return _("Name the person who knows these areas, and a day for one hour with us.")
