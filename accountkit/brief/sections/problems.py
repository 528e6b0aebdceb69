"""Problems → needs → answers: what is worth solving, what it comes from, and what our answer would be worth."""

from __future__ import annotations

from accountkit.brief import drawings
from accountkit.brief.blocks import Block, Bullets, Cell, Column, Heading, Paragraph, Section, Table
from accountkit.brief.story import Story
from accountkit.brief.values import Value, value_of
from accountkit.brief.wording import ended, line, shortened
from accountkit.i18n import N_, _, bracketed, clauses, day, labelled, listed, number, paragraph
from accountkit.methods.labels import label
from accountkit.methods.problems.reading import Entry, largest_problem
from accountkit.methods.problems.reading import problems as problems_of
from accountkit.methods.problems.rules import path_to
from accountkit.methods.problems.sentences import measured, metric, name
from accountkit.methods.problems.worksheet_methods import METHODS
from accountkit.model import Lever, Need, Problem

MOST_LISTED = 12
MOST_TOLD = 6
"""Problems that the overview lists, and those told one by one; the rest is counted in a note."""


def section(story: Story) -> Section | None:
    """The section; None where there is no problem."""
    entries = ranked(story)
    if not entries:
        return None
    blocks: list[Block] = [*drawings.problems(story, entries[:MOST_LISTED]), _register(story, entries)]
    for place, entry in enumerate(entries[:MOST_TOLD], 1):
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
    return Section(
        "problems",
        story.worded(_("Problems, needs and solutions"), _("Areas to improve")),
        tuple(blocks),
        sentence=_sentence(story, entries),
    )


def ranked(story: Story) -> list[Entry]:
    """Open problems: those admitted first, then what they are worth a year, then the order of the register."""
    entries = problems_of(story.analyses).entries
    return sorted(entries, key=lambda entry: (not entry.admitted, -_yearly(entry)))


def _yearly(entry: Entry) -> float:
    return entry.worth.amount if entry.worth and entry.worth.yearly else 0.0


def _sentence(story: Story, entries: list[Entry]) -> str:
    largest = largest_problem(entries) or entries[0]
    values = {
        "n": number(len(entries), 0),
        "problem": shortened(name(largest.problem), 160).rstrip(".。"),
        "worth": worth_text(story, largest),
    }
    if not story.internal:
        text = _("Main area to improve: {problem}.")
    elif largest.worth is None:
        text = _("{problem}.") if len(entries) == 1 else _("First of {n} problems: {problem}.")
    elif len(entries) == 1:
        text = _("{problem}, worth {worth}.")
    else:
        text = _("Largest of {n} problems: {problem}, worth {worth}.")
    return text.format(**values)


TYPES = {
    "restore": N_("back to your best level"),
    "prevent": N_("risk to avoid"),
    "pursue_ideal": N_("next level"),
}


def type_text(story: Story, entry: Entry) -> str:
    """The type of a problem, for a customer in the words of a goal."""
    if not entry.gap.primary:
        return story.worded(entry.verdict, "–")
    return story.worded(label("problem_type", entry.gap.primary), _(TYPES[entry.gap.primary]))


def column_name(story: Story) -> str:
    """What a table of problems calls them."""
    return story.worded(_("Problem"), _("Area"))


def worth_text(story: Story, entry: Entry) -> str:
    """The worth as the table shows it; an en dash where neither a rule nor a person says."""
    return entry.worth.text(story.account.currency) if entry.worth else "–"


def worth_column(story: Story, share: float) -> list[Column]:
    """The column of worth; the customer's edition has none, for nobody released these estimates."""
    return [Column(_("Estimated value"), share, numeric=True, key="worth")] if story.internal else []


def worth_cell(story: Story, entry: Entry) -> list[Cell]:
    """The worth of a problem, where its column stands."""
    return [Cell(worth_text(story, entry))] if story.internal else []


def gap_text(entry: Entry, *, named: bool = True) -> str:
    """Now against what it was and what is wanted: ``Seat use now 62 %; once 81 %; wanted 78 % by 31 August 2024``."""
    p = entry.problem
    parts = []
    if p.current is not None:
        parts.append(_("now {value}").format(value=measured(p.current, p.unit)))
    if p.past_best is not None:
        parts.append(_("best {value}").format(value=measured(p.past_best, p.unit)))
    if p.expected is not None:
        wanted = _("target {value}").format(value=measured(p.expected, p.unit))
        parts.append(
            wanted
            if p.expected_by is None
            else _("{wanted} by {date}").format(wanted=wanted, date=day(p.expected_by))
        )
    text = clauses(parts)
    return labelled(line(metric(p), 60), text) if metric(p) and named and text else text


def has_reference(problem: Problem) -> bool:
    """Whether there is something to measure the present value against."""
    return problem.past_best is not None or problem.expected is not None


def _register(story: Story, entries: list[Entry]) -> Table:
    columns = [
        Column("", 0.3),
        Column(column_name(story), 2.6, key="problem"),
        Column(_("Type"), 1.1, key="type"),
        Column(_("Measure"), 2.2),
        *worth_column(story, 1.2),
        Column(_("Status"), 1, key="standing"),
    ]
    rows = tuple(_register_row(story, place, entry) for place, entry in enumerate(entries[:MOST_LISTED], 1))
    note = ""
    if len(entries) > MOST_LISTED:
        note = _("{n} of {all} are listed: acknowledged ones first, then by annual value.").format(
            n=number(MOST_LISTED, 0), all=number(len(entries), 0)
        )
    return Table(
        story.worded(_("Problems worth solving"), _("Areas to improve")),
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
            type_text(story, entry),
            tone="type" if entry.gap.primary else "quiet",
        ),
        Cell(shortened(gap_text(entry), 200) or "–"),
        *worth_cell(story, entry),
        Cell("", mark=story.mark(entry.problem.evidence)),
    )


def _told(story: Story, place: int, entry: Entry) -> list[Block]:
    problem = entry.problem
    blocks: list[Block] = [Heading(f"{place}. {line(name(problem), 140)}")]
    if len(problem.statement) > 120:
        blocks.append(Paragraph(shortened(problem.statement)))
    if measure := gap_text(entry):
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
    return blocks + _answers(story, entry)


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
    return (
        [Paragraph("", label=story.worded(_("Supporting findings:"), _("Basis:"))), Bullets(items)]
        if items
        else []
    )


def _felt(story: Story, entry: Entry) -> list[Block]:
    """Who acknowledges it, by role: never in the customer's own edition, where no stakeholder is left to name."""
    if not story.internal:
        return []
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
    text = ended(shortened(need.statement, 300))
    if need.indicators:
        text = paragraph(
            text, _("Measured by: {indicators}").format(indicators=ended(shortened(need.indicators, 200)))
        )
    return [
        Paragraph(text, label=_("Need:"), mark=story.mark(evidence), refs=story.cite(evidence), key="need")
    ]


def levers_of(story: Story, entry: Entry) -> list[tuple[str, Lever]]:
    """Our answers to a problem: levers on it or on one of its needs."""
    return [
        (key, lever)
        for key, lever in sorted(story.account.levers.items(), key=lambda item: item[1].order)
        if lever.problem_id == entry.id or lever.need_id in entry.needs
    ]


def _answers(story: Story, entry: Entry) -> list[Block]:
    levers = levers_of(story, entry)
    if not levers:
        return []
    columns = (
        Column(_("Our solution"), 1.7),
        Column(_("Change"), 2.2),
        Column(_("Cost"), 1.8),
        Column(_("Annual profit: base (low to high)"), 1.6, numeric=True),
        Column(_("Return on equity"), 1.5, numeric=True),
    )
    values = [value_of(story, key) for key, _lever in levers]
    rows = tuple(_answer_row(lever, value) for (_key, lever), value in zip(levers, values, strict=True))
    note = _("Estimates for a steady year, after costs, each solution alone.")
    missing = dict.fromkeys(ended(value.note) for value in values if value.note)
    return [Table(_("Value of our solutions"), columns, rows, note=paragraph(note, *missing), key="answers")]


def _answer_row(lever: Lever, value: Value) -> tuple[Cell, ...]:
    return (
        Cell(shortened(lever.statement, 200), mark="estimate", strong=True),
        Cell(value.change),
        Cell(value.costs),
        Cell(value.profit),
        Cell(value.points),
    )
