"""Problems and needs: what is worth solving, and what it comes from. What our solutions are worth stands in `case`."""

from __future__ import annotations

import datetime as dt

from accountkit.brief import drawings
from accountkit.brief.blocks import Block, Bullets, Cell, Column, Heading, Paragraph, Section, Table
from accountkit.brief.measured_years import with_year
from accountkit.brief.story import Story
from accountkit.brief.wording import ended, line, shortened
from accountkit.i18n import _, bracketed, clauses, day, labelled, listed, number, paragraph
from accountkit.methods.labels import label
from accountkit.methods.problems.reading import Entry
from accountkit.methods.problems.reading import problems as problems_of
from accountkit.methods.problems.rules import path_to
from accountkit.methods.problems.sentences import measured, metric, name
from accountkit.methods.problems.worksheet_methods import METHODS
from accountkit.model import Lever, Need, Problem

MOST_LISTED = 12
MOST_TOLD = 6
"""Problems that the overview lists, and those told one by one; the rest is counted in a note."""


def section(story: Story) -> Section | None:
    """The problem to start with, in full, after the list of all; None where there is no problem."""
    entries = ranked(story)
    if not entries:
        return None
    blocks: list[Block] = [
        *drawings.problems(story, entries[:MOST_LISTED]),
        _register(story, entries),
        *_told(story, 1, entries[0]),
    ]
    return Section(
        "problems", _("Problems, needs and solutions"), tuple(blocks), sentence=_sentence(story, entries)
    )


def others(story: Story) -> Section | None:
    """For the appendix: the problems after the first one; None where there is one at most."""
    entries = ranked(story)
    blocks: list[Block] = []
    for place, entry in enumerate(entries[1:MOST_TOLD], 2):
        blocks += _told(story, place, entry)
    if len(entries) > MOST_TOLD:
        blocks.append(
            Paragraph(
                _("{n} of {all} problems are described; the workbook has all.").format(
                    n=number(MOST_TOLD, 0), all=number(len(entries), 0)
                ),
                role="basis",
            )
        )
    return (
        Section("problems_after", _("The other problems"), tuple(blocks), appendix=True) if blocks else None
    )


def ranked(story: Story) -> list[Entry]:
    """Open problems in the order that every part of the product has (`precedence`)."""
    return list(problems_of(story.analyses).entries)


def _sentence(story: Story, entries: list[Entry]) -> str:
    first = entries[0]
    text = _("Top of {n} problems, worth {worth}: {problem}.")
    if first.worth is None:
        text = _("{problem}.") if len(entries) == 1 else _("Top of {n} problems: {problem}.")
    elif len(entries) == 1:
        text = _("{problem}, worth {worth}.")
    return text.format(
        n=number(len(entries), 0),
        problem=shortened(name(first.problem), 160).rstrip(".。"),
        worth=worth_text(story, first),
    )


def type_text(entry: Entry) -> str:
    """The type of a problem."""
    return label("problem_type", entry.gap.primary) if entry.gap.primary else entry.verdict


def worth_text(story: Story, entry: Entry, *, like: float | None = None) -> str:
    """The worth as the app says it, in a table on the scale of `like`; an en dash where neither a rule nor a person says."""
    return entry.worth.text(story.account.currency, like) if entry.worth else "–"


def _largest_worth(story: Story) -> float | None:
    return max((one.worth.amount for one in ranked(story) if one.worth), key=abs, default=None)


def gap_text(story: Story, entry: Entry, *, today: dt.date | None = None) -> str:
    """Now against what it was and what is wanted: ``Seat use: now 62 %; best 81 %; target 78 % by 31 August 2024``.

    What the statements give is named with its year. A date before `today` is left out."""
    p = entry.problem
    parts = []
    if p.current is not None:
        parts.append(_("now {value}").format(value=with_year(story, p, p.current, latest=True)))
    if p.past_best is not None:
        parts.append(_("best {value}").format(value=with_year(story, p, p.past_best)))
    if p.expected is not None:
        wanted = _("target {value}").format(value=measured(p.expected, p.unit))
        parts.append(
            wanted
            if p.expected_by is None or (today is not None and p.expected_by < today)
            else _("{wanted} by {date}").format(wanted=wanted, date=day(p.expected_by))
        )
    text = clauses(parts)
    return labelled(line(metric(p), 60), text) if metric(p) and text else text


def has_reference(problem: Problem) -> bool:
    """Whether there is something to measure the present value against."""
    return problem.past_best is not None or problem.expected is not None


def _register(story: Story, entries: list[Entry]) -> Table:
    columns = [
        Column("", 0.3),
        Column(_("Problem"), 2.6, key="problem"),
        Column(_("Type"), 1.1, key="type"),
        Column(_("Measure"), 2.2),
        Column(_("Estimated value"), 1.2, numeric=True, key="worth"),
        Column(_("Status"), 1, key="standing"),
    ]
    rows = tuple(_register_row(story, place, entry) for place, entry in enumerate(entries[:MOST_LISTED], 1))
    note = ""
    if len(entries) > MOST_LISTED:
        note = _("{n} of {all} are listed, by value × acknowledgement × evidence.").format(
            n=number(MOST_LISTED, 0), all=number(len(entries), 0)
        )
    return Table(
        _("Problems worth solving"),
        tuple(columns),
        rows,
        note=note,
        key="problems",
    )


def _register_row(story: Story, place: int, entry: Entry) -> tuple[Cell, ...]:
    return (
        Cell(str(place)),
        Cell(shortened(name(entry.problem), 200), refs=story.cite(entry.problem.evidence), strong=True),
        Cell(
            type_text(entry),
            tone="type" if entry.gap.primary else "quiet",
        ),
        Cell(shortened(gap_text(story, entry), 200) or "–"),
        Cell(worth_text(story, entry, like=_largest_worth(story))),
        Cell("", mark=story.mark(entry.problem.evidence)),
    )


def _told(story: Story, place: int, entry: Entry) -> list[Block]:
    problem = entry.problem
    blocks: list[Block] = [Heading(f"{place}. {line(name(problem), 140)}")]
    if len(problem.statement) > 120:
        blocks.append(Paragraph(shortened(problem.statement)))
    measure = gap_text(story, entry)
    if measure and place > 1:  # the first page says it of the first problem
        blocks.append(
            Paragraph(
                ended(shortened(measure, 300)),
                label=_("Gap:") if has_reference(problem) else _("Current level:"),
                mark=story.mark(problem.evidence),
                refs=story.cite(problem.evidence),
            )
        )
    blocks += (
        drawings.problem(story, entry, measure)
        + _because(story, entry)
        + _felt(story, entry)
        + _causes(story, entry)
    )
    if entry.worth:
        how = ended(worth_text(story, entry) + bracketed(entry.worth.how.rstrip(".。")))
        blocks.append(Paragraph(how, label=_("Value:"), mark="estimate"))
    for key in entry.needs:
        blocks += _need(story, entry, key)
    return blocks


def _because(story: Story, entry: Entry) -> list[Block]:
    """The findings that the problem follows from."""
    findings = [
        story.account.findings[key] for key in entry.problem.finding_ids if key in story.account.findings
    ]
    items = tuple(
        Paragraph(
            shortened(finding.statement or finding.change, 300),
            mark=story.mark(finding.evidence),
            refs=story.cite(finding.evidence),
        )
        for finding in findings[:5]
    )
    return [Paragraph("", label=_("Supporting findings:")), Bullets(items)] if items else []


def _felt(story: Story, entry: Entry) -> list[Block]:
    """Who acknowledges it, by role."""
    roles = [
        line(story.account.stakeholders[who].role_title, 60)
        for who in entry.admitted_by
        if who in story.account.stakeholders
    ]
    text = listed(roles) if roles else _("no one at the customer yet")
    return [Paragraph(ended(text), label=_("Acknowledged by:"))]


def _causes(story: Story, entry: Entry) -> list[Block]:
    """The branches of the tree of causes, each from the problem down to its leaf."""
    nodes = entry.problem.nodes
    items = []
    for leaf in entry.tree.leaves[:6]:
        steps = [line(step, 120) for step in path_to(nodes, leaf) if step]
        if steps:
            items.append(
                Paragraph(
                    " → ".join(steps),
                    mark=story.mark(nodes[leaf].evidence),
                    refs=story.cite(nodes[leaf].evidence),
                )
            )
    sheets = [
        Paragraph(shortened(sheet.conclusion, 300), label=labelled(_(METHODS[key].name)))
        for key, sheet in entry.problem.worksheets.items()
        if sheet.conclusion and key in METHODS
    ]
    return [Paragraph("", label=_("Causes:")), Bullets((*items, *sheets))] if items or sheets else []


def _need(story: Story, entry: Entry, key: str) -> list[Block]:
    need: Need = story.account.needs[key]
    evidence = need.evidence or (
        entry.problem.nodes[need.node_id].evidence if need.node_id in entry.problem.nodes else ()
    )
    return [
        Paragraph(
            need_text(need),
            label=_("Need:"),
            mark=story.mark(evidence),
            refs=story.cite(evidence),
            key="need",
        )
    ]


def need_text(need: Need) -> str:
    """A need with what it is measured by."""
    measured_by = _("Measured by: {indicators}").format(indicators=ended(shortened(need.indicators, 200)))
    return paragraph(ended(shortened(need.statement, 300)), measured_by if need.indicators else "")


def levers_of(story: Story, entry: Entry) -> list[tuple[str, Lever]]:
    """Our answers to a problem: levers on it or on one of its needs."""
    return [
        (key, lever)
        for key, lever in sorted(story.account.levers.items(), key=lambda item: item[1].order)
        if lever.problem_id == entry.id or lever.need_id in entry.needs
    ]
