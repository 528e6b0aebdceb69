"""The business case: what our solution is worth as an investment, beside doing nothing and the alternatives."""

from __future__ import annotations

from accountkit.brief import drawings
from accountkit.brief.blocks import Block, Bullets, Cell, Column, Paragraph, Section, Table
from accountkit.brief.sections.problems import levers_of, ranked
from accountkit.brief.story import Story
from accountkit.brief.values import Value, scale, value_of
from accountkit.brief.wording import ended, line, shortened
from accountkit.finance.levers import case_in_words as words
from accountkit.finance.levers.business_case import BusinessCase
from accountkit.i18n import ESTIMATE, _, money, paragraph
from accountkit.methods.problems.reading import Entry
from accountkit.model import Lever


def section(story: Story) -> Section | None:
    """The section; None where no solution is entered. Without a year to start from it has the inputs alone."""
    keys = list(dict.fromkeys(pair for entry in ranked(story) for pair in levers_of(story, entry)))
    case = story.business_case
    blocks: list[Block] = [_answers(story, keys)] if keys else []
    if case is not None:
        blocks = [*as_investment(story, case), *blocks, _solutions(story, case), *conditions(story, case)]
    if not blocks:
        return None
    said = words.summary(case) if case else ""
    return Section("business_case", _("Business case"), tuple(blocks), sentence=said)


def as_investment(story: Story, case: BusinessCase) -> list[Block]:
    """What the ways are worth from low to high, beside doing nothing; the floor, a quarter's delay, the next best way."""
    floor = words.floor_text(case) if story.internal else ""  # a customer reads it on the first page
    said = (floor, words.delay_text(case), words.against_text(case))
    return [
        *drawings.business_case(story, case),
        _ways(story, case),
        *(Paragraph(text, mark="estimate") for text in said if text),
    ]


def conditions(story: Story, case: BusinessCase) -> list[Block]:
    """What must be true to break even, and on which terms everything is valued."""
    said = words.conditions(case, story.account.levers, _names(story))
    return [
        Paragraph("", label=_("Break-even:")),
        Bullets(tuple(Paragraph(text) for text in said)),
        Paragraph(paragraph(*terms(story, case)), role="basis"),
    ]


def in_short(story: Story, area: Entry) -> str:
    """For the first page: each solution of a problem with the range of what it is worth a year, and the conservative floor
    of all of them together; empty if there is none."""
    levers = dict(levers_of(story, area))
    said = [
        _("{solution}: {profit} a year after costs.").format(
            solution=line(lever.statement, 90).rstrip(".。"), profit=value_of(story, key).profit
        )
        for key, lever in levers.items()
    ]
    case = story.case_of(levers)
    if case is None:
        return paragraph(*said)
    if not story.internal:
        return paragraph(*said, words.floor_for_customer(case, like=scale(story)))
    floor = words.floor_amount(case, like=scale(story))
    return paragraph(*said, _("Conservative floor of its present value: {floor}.").format(floor=floor))


def terms(story: Story, case: BusinessCase) -> list[str]:
    """On which terms it is valued: what is our assumption is for a customer to confirm."""
    return words.terms(case, to_confirm=story.worded("", _("to confirm with you")))


def _names(story: Story) -> dict[str, str]:
    return {key: line(lever.statement, 80) or key for key, lever in story.account.levers.items()}


def _ways(story: Story, case: BusinessCase) -> Table:
    columns = (
        Column(_("Way"), 1.6),
        Column(_("Net present value"), 1.7, numeric=True),
        Column(story.worded(_("Conservative floor"), _("Break-even share")), 1.1, numeric=True),
        Column(_("Internal rate"), 1, numeric=True),
        Column(_("Payback"), 1.1, numeric=True),
        Column(story.worded(_("Our lead"), _("Advantage over it")), 1, numeric=True),
    )
    evidence = {key: one.evidence for key, one in story.account.alternatives.items()}
    rows = tuple(
        (
            Cell(
                line(row.name, 80),
                mark=story.mark(evidence[row.key]) if row.key in evidence and story.internal else None,
                strong=row.key == "ours",
            ),
            Cell(row.value),
            Cell(story.worded(row.floor, row.break_even)),
            Cell(row.rate),
            Cell(row.payback),
            Cell(row.lead or "–"),
        )
        for row in words.rows(case, story.our_solution)
    )
    return Table(_("Ways compared"), columns, rows, key="business_case")


def _solutions(story: Story, case: BusinessCase) -> Table:
    """Each solution alone: value, rate, payback, delay, and the share of its benefits that breaks even."""
    columns = (
        Column(story.our_solution, 2),
        Column(_("Net present value"), 1.7, numeric=True),
        Column(_("Internal rate"), 1, numeric=True),
        Column(_("Payback"), 1.1, numeric=True),
        Column(_("A quarter's delay"), 1, numeric=True),
        Column(_("Break-even share"), 1, numeric=True),
    )
    names, whole = _names(story), case.whole.cases["base"].net_present_value
    rows = tuple(
        (
            Cell(names[key], mark="estimate", strong=True),
            Cell(words.value_text(what, case.currency, whole)),
            Cell(words.rate_text(what.cases["base"].internal_rate)),
            Cell(words.payback_text(what.cases["base"].payback_months, case.horizon)),
            Cell(money(what.cases["base"].delay, case.currency, ESTIMATE, like=whole)),
            Cell(words.share_text(what.break_even)),
        )
        for key, what in case.levers.items()
    )
    return Table(
        _("Each solution alone"), columns, rows, note=words.alone_text(case), key="business_case_each"
    )


def _answers(story: Story, levers: list[tuple[str, Lever]]) -> Table:
    columns = (
        Column(_("Our solution"), 1.7, key="solution"),
        Column(_("Change"), 2.2),
        Column(_("Cost"), 1.8, key="cost"),
        Column(_("Annual profit: base (low to high)"), 1.6, numeric=True, key="profit"),
        Column(_("Return on equity"), 1.5, numeric=True),
    )
    values = [value_of(story, key) for key, _lever in levers]
    rows = tuple(_answer_row(lever, value) for (_key, lever), value in zip(levers, values, strict=True))
    note = _("Estimates for a steady year, after costs, each solution alone.")
    missing = dict.fromkeys(ended(value.note) for value in values if value.note)
    return Table(_("Value of our solutions"), columns, rows, note=paragraph(note, *missing), key="answers")


def _answer_row(lever: Lever, value: Value) -> tuple[Cell, ...]:
    return (
        Cell(shortened(lever.statement, 200), mark="estimate", strong=True),
        Cell(value.change),
        Cell(value.costs),
        Cell(value.profit),
        Cell(value.points),
    )
