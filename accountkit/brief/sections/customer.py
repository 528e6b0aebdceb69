"""The customer's edition: a value document in its reader's words.

Each sentence is made for it. Nothing is told that a method concludes about the account, because the account at hand has no
people and no assumptions left in it, and what a method finds missing there is not missing.
"""

from __future__ import annotations

from collections.abc import Sequence

from accountkit.brief import drawings
from accountkit.brief.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Paragraph,
    Section,
    Table,
    Tiles,
)
from accountkit.brief.sections import business_case, changed, estimates, moved, numbers, summary
from accountkit.brief.sections.problems import gap_text, need_text
from accountkit.brief.sources import foremost
from accountkit.brief.story import Story
from accountkit.brief.wording import ended, line, shortened
from accountkit.i18n import N_, _, labelled
from accountkit.methods.environment.pest_reading import pest
from accountkit.methods.labels import label
from accountkit.methods.problems.reading import Entry, problems
from accountkit.methods.problems.sentences import name
from accountkit.methods.shapes.rows import Row
from accountkit.model import Evidence

EFFECTS = {
    "threat": N_("adds pressure"),
    "weakness": N_("adds pressure"),
    "opportunity": N_("opens a chance"),
    "strength": N_("helps you"),
}
"""An effect from outside, to who feels it."""
MOST_CHANGES = 5
MOST_AREAS = 3
GOALS = {
    "restore": N_("back to your best level"),
    "prevent": N_("risk to avoid"),
    "pursue_ideal": N_("next level"),
}
REASONS = {
    "restore": N_("You have been better before, so the level is within your reach."),
    "prevent": N_("It is acceptable today, but the risk is rising."),
    "pursue_ideal": N_("Your target is above the best level so far."),
}
"""Why to start with an area, by the type of the problem."""


def sections(story: Story) -> list[Section]:
    """The document in its order, ending on the first step; for an account with nothing in it, one page that says so."""
    if summary.is_empty(story):
        text = _("This page fills once figures or areas to improve are confirmed.")
        said = _("{name}: no information yet.").format(name=story.name)
        return [Section("summary", _("On one page"), (Paragraph(text, role="note"),), sentence=said)]
    found = areas(story)
    made = [
        _page(story, found),
        numbers.for_customer(story),
        _environment(story),
        _areas(story, found),
        estimates.section(story),
    ]
    return [*(one for one in made if one), estimates.plan(story, found[0] if found else None)]


def areas(story: Story) -> list[Entry]:
    """The areas to improve in the order of the whole account: who acknowledges what is not in this one any more."""
    entries = problems(story.analyses).entries
    places = {key: place for place, key in enumerate(story.order)}
    return sorted(entries, key=lambda entry: places.get(entry.id, len(places)))


def _page(story: Story, found: Sequence[Entry]) -> Section:
    blocks: list[Block] = [
        Paragraph(summary.who_they_are(story)),
        *_tiles(story),
        *changed.in_lines(story),
        *moved.in_two(story),
    ]
    if found:
        blocks += _start(story, found[0])
    blocks += [
        Heading(_("Proposed next step")),
        Bullets((Paragraph(estimates.next_step(story)),), key="next"),
    ]
    return Section("summary", _("On one page"), tuple(blocks), sentence=numbers.message(story))


def _tiles(story: Story) -> list[Block]:
    tiles = [tile for tile in (summary.roe_tile(story), estimates.tile(story)) if tile]
    return [Tiles(tuple(tiles))] if tiles else []


def _start(story: Story, area: Entry) -> list[Block]:
    gap = gap_text(story, area, today=story.account.as_of)
    called = line(name(area.problem), 110)
    items = [Paragraph(ended(line(gap, 160)), label=labelled(called)) if gap else Paragraph(ended(called))]
    if area.gap.primary:
        items.append(Paragraph(_(REASONS[area.gap.primary]), label=_("Why here:")))
    if worth := business_case.in_short(story, area):
        items.append(Paragraph(worth, label=_("Possible gain:"), mark="estimate"))
    return [Heading(_("Where we suggest starting")), Bullets(tuple(items), key="start")]


def _environment(story: Story) -> Section | None:
    """The confirmed changes around the customer, the weightiest first; no score of ours."""
    factors = pest(story.analyses).summands[:MOST_CHANGES]
    if not factors:
        return None
    columns = (
        Column(_("Change"), 3.4, key="change"),
        Column(_("Effect for you"), 1, key="effect"),
        Column(_("When"), 1.2),
        Column(_("Source"), 1.6, key="source"),
    )
    rows = tuple(
        (
            Cell(
                shortened(factor["statement"] or factor["change"] or factor["headline"]),
                refs=story.cite(factor.evidence),
            ),
            Cell(_(EFFECTS[factor["effect"]])),
            Cell(label("horizon", factor["horizon"])),
            Cell(foremost(_entries(story, factor), story.account.profile) or "–"),
        )
        for factor in factors
    )
    table = Table(_("External changes that affect you"), columns, rows, key="outside")
    return Section("environment", _("Your environment"), (table,))


def _entries(story: Story, factor: Row) -> list[Evidence]:
    ledger = story.account.evidence
    return [ledger[key] for key in factor.evidence if key in ledger and ledger[key].status == "confirmed"]


def _areas(story: Story, found: Sequence[Entry]) -> Section | None:
    if not found:
        return None
    columns = (
        Column(_("Area"), 2.4, key="problem"),
        Column(_("Goal"), 1.2, key="type"),
        Column(_("Measure"), 2.6),
    )
    rows = tuple(
        (
            Cell(shortened(name(entry.problem), 200), refs=story.cite(entry.problem.evidence), strong=True),
            Cell(_(GOALS[entry.gap.primary]) if entry.gap.primary else "–"),
            Cell(shortened(gap_text(story, entry, today=story.account.as_of), 200) or "–"),
        )
        for entry in found
    )
    blocks: list[Block] = [Table(_("Areas to improve"), columns, rows, key="problems")]
    for place, entry in enumerate(found[:MOST_AREAS]):
        blocks += _area(story, entry, drawn=place == 0)
    first = line(name(found[0].problem), 160).rstrip(".。")
    said = _("Main area to improve: {problem}.").format(problem=first)
    return Section("problems", _("Areas to improve"), tuple(blocks), sentence=said)


def _area(story: Story, entry: Entry, *, drawn: bool) -> list[Block]:
    """What stands behind an area, each point confirmed, and what would help."""
    account, problem = story.account, entry.problem
    facts = [account.findings[key] for key in problem.finding_ids if key in account.findings]
    items = [
        Paragraph(ended(shortened(fact.statement or fact.change, 300)), refs=story.cite(fact.evidence))
        for fact in facts[:3]
    ]
    items += [
        Paragraph(ended(shortened(node.text, 200)), refs=story.cite(node.evidence))
        for node in list(problem.nodes.values())[:3]
        if node.text
    ]
    needs = [account.needs[key] for key in entry.needs]
    items += [Paragraph(need_text(need), label=_("What would help:"), key="need") for need in needs[:2]]
    if not items:
        return []
    figures = drawings.problem(story, entry, gap_text(story, entry, today=account.as_of)) if drawn else []
    return [Heading(line(name(problem), 140)), *figures, Bullets(tuple(items))]
