"""The business case: what our solution is worth as an investment, beside doing nothing and the alternatives."""

from __future__ import annotations

from accountkit.brief import drawings
from accountkit.brief.blocks import Block, Bullets, Cell, Column, Paragraph, Section, Table
from accountkit.brief.story import Story
from accountkit.brief.wording import line
from accountkit.finance.levers import case_in_words as words
from accountkit.finance.levers.business_case import BusinessCase
from accountkit.i18n import ESTIMATE, _, money, percent


def section(story: Story) -> Section | None:
    """The section; None where no lever is valued. A customer reads of what was released alone."""
    case = story.business_case
    if case is None or not case.levers:
        return None
    conditions = words.conditions(case, story.account.levers, _names(story))
    said = (words.floor_text(case), words.delay_text(case), words.against_text(case))
    blocks: list[Block] = [
        *drawings.business_case(story, case),
        _ways(story, case),
        *(Paragraph(text, mark="estimate") for text in said if text),
        _solutions(story, case),
        Paragraph("", label=_("Break-even:")),
        Bullets(tuple(Paragraph(text) for text in conditions)),
        *(Paragraph(text, role="basis") for text in terms(story, case)),
    ]
    return Section("business_case", _("Business case"), tuple(blocks), sentence=words.summary(case))


def terms(story: Story, case: BusinessCase) -> list[str]:
    """On which terms it is valued: what is our assumption is for a customer to confirm."""
    return words.terms(case, to_confirm=story.worded("", _("to confirm with you")))


def ours(story: Story) -> str:
    """What our solution is called in a row of ways."""
    return story.worded(_("Our solution"), _("The proposed solution"))


def _names(story: Story) -> dict[str, str]:
    return {key: line(lever.statement, 80) or key for key, lever in story.account.levers.items()}


def _ways(story: Story, case: BusinessCase) -> Table:
    columns = (
        Column(_("Way"), 1.6),
        Column(_("Net present value"), 1.7, numeric=True),
        Column(_("Conservative floor"), 1.1, numeric=True),
        Column(_("Internal rate"), 1, numeric=True),
        Column(_("Payback"), 1.1, numeric=True),
        Column(story.worded(_("Our lead"), _("Advantage over it")), 1, numeric=True),
    )
    evidence = {key: one.evidence for key, one in story.account.alternatives.items()}
    rows = tuple(
        (
            Cell(
                line(row.name, 80),
                mark=story.mark(evidence[row.key]) if row.key in evidence else None,
                strong=row.key == "ours",
            ),
            Cell(row.value),
            Cell(row.floor),
            Cell(row.rate),
            Cell(row.payback),
            Cell(row.lead or "–"),
        )
        for row in words.rows(case, ours(story))
    )
    return Table(_("Ways compared"), columns, rows, key="business_case")


def _solutions(story: Story, case: BusinessCase) -> Table:
    """Each solution alone: value, rate, payback, delay, and the share of its benefits that breaks even."""
    columns = (
        Column(story.worded(_("Our solution"), _("The proposed solution")), 2),
        Column(_("Net present value"), 1.7, numeric=True),
        Column(_("Internal rate"), 1, numeric=True),
        Column(_("Payback"), 1.1, numeric=True),
        Column(_("A quarter's delay"), 1, numeric=True),
        Column(_("Break-even share"), 1, numeric=True),
    )
    names = _names(story)
    rows = tuple(
        (
            Cell(names[key], mark="estimate", strong=True),
            Cell(words.value_text(what, case.currency)),
            Cell(words.rate_text(what.cases["base"].internal_rate)),
            Cell(words.payback_text(what.cases["base"].payback_months, case.horizon)),
            Cell(money(what.cases["base"].delay, case.currency, ESTIMATE)),
            Cell("–" if what.break_even is None else percent(what.break_even, 0)),
        )
        for key, what in case.levers.items()
    )
    return Table(_("Each solution alone"), columns, rows, key="business_case_each")
