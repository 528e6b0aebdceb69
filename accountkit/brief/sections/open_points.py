"""What is still to establish: breaks of the chain and gaps as questions, and the claims that are only assumed.

For the author's own eyes: a customer's edition has neither.
"""

from __future__ import annotations

from collections.abc import Iterator

from accountkit.brief.blocks import Block, Bullets, Paragraph, Question, Questions, Section
from accountkit.brief.sections.environment import strongest
from accountkit.brief.sections.problems import ranked
from accountkit.brief.story import Story
from accountkit.brief.wording import ended, line, shortened
from accountkit.finance import reading
from accountkit.i18n import N_, _, day, enumerated, labelled, number
from accountkit.methods.chain.open_points import open_points
from accountkit.methods.problems.sentences import name, question

MOST_QUESTIONS = 12
MOST_GAPS = 15
MOST_ASSUMPTIONS = 20
COLLECTIONS = {
    "findings": N_("Finding"),
    "problems": N_("Problem"),
    "needs": N_("Need"),
    "levers": N_("Solution"),
}


def to_establish(story: Story) -> Section | None:
    """Questions to ask in the meeting, then the gaps of the chain, that on which most money hangs first."""
    questions = tuple(_questions(story))[:MOST_QUESTIONS]
    found = [point for point in open_points(story.analyses) if point.kind == "gap"]
    items = [Paragraph(shortened(gap.text, 300)) for gap in found[:MOST_GAPS]]
    if len(found) > MOST_GAPS:
        items.append(Paragraph(_("and {n} more").format(n=number(len(found) - MOST_GAPS, 0))))
    if not questions and not items:
        return None
    blocks: list[Block] = []
    if questions:
        blocks.append(Questions(questions))
    if items:
        blocks += [
            Paragraph("", label=_("Missing links:")),
            Bullets(tuple(items)),
        ]
    return Section("establish", _("Open points"), tuple(blocks), sentence=_("Questions to settle first"))


def _questions(story: Story) -> Iterator[Question]:
    """The question about the numbers, then those about each problem, then what would confirm the strongest assumption."""
    if story.dupont and story.dupont.latest:
        said = reading(story.dupont, story.change)
        yield Question(said.question, whom=_("Finance"), why=shortened(said.lever, 300))
    for entry in ranked(story)[:6]:
        if asked := question(entry):
            yield Question(
                labelled(line(name(entry.problem), 80), asked),
                why=_("The answer determines the problem's type and value."),
            )
    factor = strongest(story)
    if factor and factor.status == "assumed":
        yield Question(
            _("How has “{change}” affected your operations?").format(change=line(factor["headline"], 140)),
            why=_("It has the highest priority of the external changes and is assumed so far."),
        )


def assumptions(story: Story) -> Section | None:
    """The claims that rest on nothing but our word, and those whose evidence is stale; those most rests on come first."""
    claims = sorted(_unsure(story), key=lambda claim: -claim[0])
    if not claims:
        return None
    items = [claim[1] for claim in claims[:MOST_ASSUMPTIONS]]
    if len(claims) > MOST_ASSUMPTIONS:
        items.append(Paragraph(_("and {n} more").format(n=number(len(claims) - MOST_ASSUMPTIONS, 0))))
    text = (
        _("Verify {n} claim before using it.")
        if len(claims) == 1
        else _("Verify {n} claims before using them.")
    )
    sentence = text.format(n=number(len(claims), 0))
    return Section(
        "assumptions", _("Claims to verify"), (Bullets(tuple(items)),), sentence=sentence, appendix=True
    )


def _unsure(story: Story) -> Iterator[tuple[float, Paragraph]]:
    account = story.account
    for collection, kind in COLLECTIONS.items():
        for key, record in getattr(account, collection).items():
            mark = story.mark(record.evidence)
            if mark in ("assumed", "stale") and record.statement and not getattr(record, "closed", False):
                text = ended(shortened(record.statement, 240))
                weight = sum(key in other for other in _rested_on(story)) + (mark == "assumed")
                yield (
                    weight,
                    Paragraph(text, label=labelled(_(kind)), mark=mark, refs=story.cite(record.evidence)),
                )
    yield from _assumed_figures(story)


def _rested_on(story: Story) -> list[tuple[str, ...]]:
    problems = [problem.finding_ids for problem in story.account.problems.values()]
    return (
        problems
        + [(need.problem_id,) for need in story.account.needs.values()]
        + [(lever.need_id or "", lever.problem_id or "") for lever in story.account.levers.values()]
    )


def _assumed_figures(story: Story) -> Iterator[tuple[float, Paragraph]]:
    from accountkit.finance.statements.lines import label as line_name

    for statement in story.account.statements.values():
        names = [line_name(key) for key, figure in statement.figures.items() if figure.assumed]
        if names:
            text = _("Year to {day}: {lines}").format(day=day(statement.period_end), lines=enumerated(names))
            yield 2, Paragraph(ended(text), label=labelled(_("Figures")), mark="assumed")
